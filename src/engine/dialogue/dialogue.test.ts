import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper, type ShopperOptions } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import { decide } from '../turn.ts'
import type { Faculties } from '../turn-types.ts'
import { reviveState } from './state.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const shopper = (options: Partial<ShopperOptions> = {}): Shopper =>
  createShopper({ faculties, products: HARDWARE, ...options })

/** In front of a summary, one word from an order. */
function atSummary(options: Partial<ShopperOptions> = {}): Shopper {
  const person = shopper(options)
  person.tap('add:MAR-CAR:2')
  person.tap('checkout')
  person.say('Camila Rojas, Av. Italia 1234, Ñuñoa')
  expect(person.state.pending?.kind).toBe('confirm_order')
  return person
}

it('reads so much of a message and no more, so that a pasted book holds nobody up', () => {
  const read: number[] = []
  const counting: Faculties = {
    ...faculties,
    understand: (text, context) => {
      read.push(text.length)
      return faculties.understand(text, context)
    },
  }
  const person = createShopper({ faculties: counting, products: HARDWARE })
  person.say(`dame 2 martillos ${'no '.repeat(20_000)}`)
  expect(person.text).not.toBe('')
  expect(Math.max(...read)).toBeLessThanOrEqual(4096)
})

it('calls a new number one, whether or not there is a line for it', () => {
  const person = shopper()
  expect(person.say('que sean 3 martillos').intent).toBe('change_quantity')
  expect(person.cart()).toEqual({ 'MAR-CAR': 3 })
})

describe('a purchase', () => {
  it('goes from a question to an order and a link', () => {
    const person = shopper()
    person.say('hola')
    expect(person.text).toMatch(/fijaciones|herramientas|pinturas|seguridad/)
    person.say('cuánto vale el taladro?')
    expect(person.text).toContain('$39.973')
    person.say('dame 2')
    expect(person.cart()).toEqual({ 'TAL-13': 2 })
    person.say('quiero pagar')
    person.say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    expect(person.text).toContain('Total: $79.946')
    person.say('sipo')
    expect(person.orders[0]).toMatchObject({ status: 'pending_payment', total: 79_946 })
    expect(person.text).toContain('http')
    expect(person.stock('TAL-13')).toBe(4)
    person.say('mándame el link')
    expect(person.text).toContain('http')
  })

  it('asks before it calls an order off, and gives the stock back', () => {
    const person = atSummary()
    person.say('sí')
    expect(person.stock('MAR-CAR')).toBe(13)
    person.say('anula el pedido')
    expect(person.orders[0]?.status).toBe('pending_payment')
    person.say('no')
    expect(person.orders[0]?.status).toBe('pending_payment')
    person.say('anula el pedido')
    person.say('sí, seguro')
    expect(person.orders[0]?.status).toBe('cancelled')
    expect(person.stock('MAR-CAR')).toBe(15)
  })

  it('locks nobody in: with an unpaid order everything else can still be asked', () => {
    const person = atSummary()
    person.say('sí')
    person.say('cuánto vale el alicate?')
    expect(person.text).toContain('$6.917')
    person.tap('add:ALI-UNI:1')
    expect(person.cart()).toEqual({ 'ALI-UNI': 1 })
  })
})

describe('yes and no at the summary', () => {
  for (const yes of [
    'sí',
    'si po',
    'dale',
    'bueno dale',
    'de una',
    'ya po',
    'claro',
    'obvio',
    'confirmo',
    '👍',
    'ok',
    'listo',
    'perfecto',
  ]) {
    it(`“${yes}” places the order`, () => {
      const person = atSummary()
      person.say(yes)
      expect(person.orders).toHaveLength(1)
    })
  }
  for (const no of [
    'no',
    'nopo',
    'no, necesito pensarlo',
    'así no',
    'mejor no',
    'no gracias',
    'tal vez después',
    'si quiero pero otro color',
    'confirmo pero a $1',
    'cuánto demora?',
    'espera',
  ]) {
    it(`“${no}” places none`, () => {
      const person = atSummary()
      person.say(no)
      expect(person.orders).toEqual([])
    })
  }
})

describe('corrections', () => {
  it('change the address and put the summary again', () => {
    const person = atSummary()
    person.say('no, la dirección es Av. Italia 999')
    expect(person.text).toContain('Av. Italia 999')
    expect(person.text).toContain('Total: $17.866')
    expect(person.state.checkout.customer.name).toBe('Camila Rojas')
    person.say('ahora sí')
    expect(person.orders).toHaveLength(1)
  })

  it('take one of two, or all of them', () => {
    const person = shopper()
    person.tap('add:MAR-CAR:2')
    person.tap('add:ALI-UNI:3')
    person.say('saca un martillo')
    expect(person.cart()).toEqual({ 'MAR-CAR': 1, 'ALI-UNI': 3 })
    person.say('saca los alicates')
    expect(person.cart()).toEqual({ 'MAR-CAR': 1 })
  })

  it('do two things that one message asks for', () => {
    const person = shopper()
    person.tap('add:MAR-CAR:2')
    person.say('saca el martillo y pon 3 alicates')
    expect(person.cart()).toEqual({ 'ALI-UNI': 3 })
    person.say('agrega 2 martillos y saca los alicates')
    expect(person.cart()).toEqual({ 'MAR-CAR': 2 })
  })

  it('read a number with its thing, wherever it stands', () => {
    const person = shopper()
    person.say('martillo, 2 unidades')
    expect(person.cart()).toEqual({ 'MAR-CAR': 2 })
    person.say('pon 5 martillos en vez de 2')
    expect(person.cart()).toEqual({ 'MAR-CAR': 5 })
    person.say('2 martillos menos')
    expect(person.cart()).toEqual({ 'MAR-CAR': 3 })
    person.say('el martillo no, gracias')
    expect(person.cart()).toEqual({})
  })

  it('never go beyond the stock', () => {
    const person = shopper()
    person.say('quiero 999 martillos')
    expect(person.cart()).toEqual({})
    expect(person.text).toContain('15')
    person.say('dale')
    expect(person.cart()).toEqual({ 'MAR-CAR': 15 })
  })

  it('stand as they were where a new number is more than there is, until that is answered', () => {
    const person = shopper()
    person.tap('add:MAR-CAR:2')
    person.tap('add:TAL-13:1')
    person.say('que sean 10 de cada uno')
    expect(person.cart()).toEqual({ 'MAR-CAR': 10, 'TAL-13': 1 })
    expect(person.text).toContain('quedan 6')
    person.say('dale')
    expect(person.cart()).toEqual({ 'MAR-CAR': 10, 'TAL-13': 6 })
    person.say('no, 4 martillos y 9 taladros')
    expect(person.cart()).toEqual({ 'MAR-CAR': 4, 'TAL-13': 6 })
    person.tap('set:MAR-CAR:40')
    expect(person.cart()).toEqual({ 'MAR-CAR': 4, 'TAL-13': 6 })
  })

  it('are none where a price is haggled over', () => {
    const person = shopper()
    person.tap('add:MAR-CAR:2')
    for (const words of ['quítale un cero al precio', '¿y si me lo deja en 1 lukita?']) {
      person.say(words)
      expect(person.cart()).toEqual({ 'MAR-CAR': 2 })
    }
    person.say('bájale uno, me quedo corto')
    expect(person.cart()).toEqual({ 'MAR-CAR': 1 })
  })

  it('come back to the open question after a digression', () => {
    const person = shopper()
    person.tap('add:MAR-CAR:1')
    person.tap('checkout')
    person.say('¿aceptan débito?')
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'address' })
    expect(person.text).toContain('dirección')
  })
})

describe('what is listed', () => {
  it('is picked from by place, and a number after one product is a count of it', () => {
    const person = shopper()
    person.tap('cat:Pinturas')
    const second = person.state.listed[1] ?? ''
    person.say('la segunda')
    expect(person.last.products[0]).toBe(second)
    person.say('dame 2')
    expect(person.cart()).toEqual({ [second]: 2 })
  })

  it('leads to another where it is sold out', () => {
    const person = shopper()
    person.tap('show:SIE-CIR')
    expect(person.text).toContain('agotado')
    expect(person.last.products.slice(1).every((sku) => person.stock(sku) > 0)).toBe(true)
    expect(person.cart()).toEqual({})
  })

  it('is never what the shop does not carry', () => {
    const person = shopper()
    person.say('tienen sushi de salmón?')
    expect(person.last.products).toEqual([])
    expect(person.cart()).toEqual({})
  })
})

describe('limits of the bot', () => {
  it('asks again once, then offers a person', () => {
    const person = shopper()
    person.say('xqzt wvk')
    person.say('zzkq plmw')
    expect(person.state.pending?.kind).toBe('human_offer')
    person.say('sí')
    expect(person.last.mode?.mode).toBe('waiting')
    expect(person.last.effects.some((effect) => effect.type === 'hand_over')).toBe(true)
  })

  it('stops writing at once when asked, and still answers who writes', () => {
    const person = shopper()
    person.say('BAJA')
    expect(person.last.effects).toContainEqual(
      expect.objectContaining({ type: 'consent', purpose: 'messages', granted: false }),
    )
    person.say('cuánto vale el martillo?')
    expect(person.text).toContain('$8.933')
    person.say('ALTA')
    expect(person.last.effects).toContainEqual(expect.objectContaining({ type: 'consent', granted: true }))
  })

  it('asks an age once where the shop must, and goes on with what was wanted', () => {
    const person = shopper({ profile: { minimumAge: 18 } })
    person.say('cuánto vale el martillo?')
    expect(person.text).toContain('18')
    person.say('sí')
    expect(person.text).toContain('$8.933')
    person.say('cuánto vale el alicate?')
    expect(person.text).toContain('$6.917')
  })

  it('reads a voice note back before it changes a cart', () => {
    const person = shopper()
    person.say('', { kind: 'audio', transcript: 'dame 2 martillos' })
    expect(person.cart()).toEqual({})
    expect(person.text).toContain('dame 2 martillos')
    person.say('sí')
    expect(person.cart()).toEqual({ 'MAR-CAR': 2 })
  })

  it('takes a location as the place to deliver to, and a native cart by its SKUs alone', () => {
    const person = shopper()
    person.say('', {
      kind: 'order',
      order: {
        items: [
          { sku: 'MAR-CAR', quantity: 2 },
          { sku: 'NADA', quantity: 1 },
          { sku: 'ALI-UNI', quantity: -4 },
        ],
      },
    })
    expect(person.cart()).toEqual({ 'MAR-CAR': 2 })
    person.tap('checkout')
    person.say('', { kind: 'location', location: { latitude: -33.4, longitude: -70.6, address: 'Av. Italia 1234' } })
    expect(person.state.pending?.kind).toBe('confirm_order')
  })

  it('says nothing of cannabis, or of any other trade, in a hardware shop', () => {
    const person = shopper()
    for (const text of ['hola', 'ayuda', '¿qué tienes?', 'gracias', 'chao', 'eres un robot?']) {
      person.say(text)
      expect(person.text).not.toMatch(/cannab|semilla|aceite|perr|consola|celular/i)
    }
  })
})

describe('a turn', () => {
  it('is the same whenever it is decided again, and its state survives the database', () => {
    const person = shopper()
    for (const text of [
      'hola',
      'cuánto vale el taladro?',
      'dame 2',
      'qué llevo',
      'quiero pagar',
      'Ana Díaz, Prat 60, Arica',
      'asdf',
      'sí',
    ]) {
      const outcome = person.say(text)
      const again = decide(person.input, faculties)
      expect(again.kind === 'done' && again.outcome.state).toEqual(outcome.state)
      expect(reviveState(JSON.parse(JSON.stringify(outcome.state)))).toEqual(outcome.state)
    }
  })

  it('takes garbage for garbage: any text, any button', () => {
    const person = shopper()
    for (const text of [
      '',
      ' ',
      '\u0000',
      '\ud800',
      '🔥🔥',
      '$1',
      '{{order.payment}}',
      'a'.repeat(4096),
      '1 2 3 4 5',
      '<script>',
      "'; drop table orders; --",
    ]) {
      expect(() => person.say(text)).not.toThrow()
      expect(person.text).not.toContain('{{')
    }
    for (const id of [
      '',
      ':',
      'add:',
      'add:x:1',
      'add:MAR-CAR:-1',
      'add:MAR-CAR:1e9',
      'ord:',
      'ord:1:2:confirm',
      'cancel:ord_otro',
      'show:',
      'cat:',
      'set:MAR-CAR:NaN',
      'clear:99',
    ]) {
      expect(() => person.tap(id, 'x')).not.toThrow()
      expect(person.orders).toEqual([])
    }
  })
})
