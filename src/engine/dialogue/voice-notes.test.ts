import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { Faculties } from '../turn-types.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const start = (): Shopper => createShopper({ faculties, products: HARDWARE })
const speak = (shopper: Shopper, transcript: string) =>
  shopper.say('', { kind: 'audio', text: '', transcript, media: { id: 'a1', voice: true } })

describe('a voice note', () => {
  it('that asks is answered at once', () => {
    const shopper = start()
    speak(shopper, 'hola, tienen taladros?')
    expect(shopper.text).toContain('Taladro percutor')
    expect(shopper.text).not.toContain('Escuché')
  })

  it.each(['dos de esos', 'el primero', 'la verdad que un taladro me vendría bien, agrégamelo', 'me llevo uno'])(
    'is read back before "%s" changes the cart',
    (words) => {
      const shopper = start()
      shopper.say('tienen taladros?')
      shopper.say('cuánto sale el taladro?')
      speak(shopper, words)
      const after = shopper.cart()
      if (shopper.text.includes('Escuché')) {
        expect(after).toEqual({})
        expect(shopper.text).toContain(words)
        shopper.say('sí')
        expect(Object.keys(shopper.cart())).toHaveLength(1)
      } else {
        // Nothing was changed, so nothing had to be asked.
        expect(after).toEqual({})
      }
    },
  )

  it('cannot place an order until what was heard is confirmed in writing', () => {
    const shopper = start()
    shopper.tap('add:MAR-CAR:2')
    shopper.tap('checkout')
    shopper.say('Ana Soto, Prat 60, Arica')
    speak(shopper, 'sí, confirmo')
    expect(shopper.orders).toEqual([])
    expect(shopper.text).toContain('Escuché')
    shopper.say('sí')
    expect(shopper.orders).toHaveLength(1)
  })

  it('that was misheard changes nothing, and the question before it stays open', () => {
    const shopper = start()
    shopper.tap('add:MAR-CAR:2')
    shopper.tap('checkout')
    shopper.say('Ana Soto, Prat 60, Arica')
    speak(shopper, 'ya dale, y agrega un taladro')
    expect(shopper.text).toContain('Escuché')
    shopper.say('no')
    expect(shopper.text).toMatch(/escuché mal/i)
    expect(shopper.cart()).toEqual({ 'MAR-CAR': 2 })
    shopper.say('sí')
    expect(shopper.orders).toHaveLength(1)
  })

  it('does not opt anybody out by a word misheard', () => {
    const shopper = start()
    speak(shopper, 'no me escriban más')
    expect(shopper.last.effects).toEqual([])
    shopper.say('sí')
    expect(shopper.last.effects).toContainEqual(expect.objectContaining({ type: 'consent', granted: false }))
  })
})
