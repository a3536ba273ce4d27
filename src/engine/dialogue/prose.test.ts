import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import { DEFAULT_PROFILE } from '../reply/profile.ts'
import type { Faculties, ModelAnswer, ModelRequest } from '../turn-types.ts'

const DRILL = HARDWARE.find((each) => /taladro/i.test(each.name))
let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

/** A shopper who asks what the drill's sheet does not tell, of a shop with a model that says `prose`. */
function asking(prose: string | null, profile: Partial<typeof DEFAULT_PROFILE.model> = {}) {
  const requests: ModelRequest[] = []
  const shopper = createShopper({
    faculties,
    products: HARDWARE,
    profile: { model: { ...DEFAULT_PROFILE.model, threshold: 0, ...profile } },
    model: (request): ModelAnswer => {
      requests.push(request)
      return { intent: 'product_info', confidence: 0.9, items: [{ sku: DRILL?.sku ?? '', quantity: null }], prose }
    },
  })
  shopper.say('cuánto sale el taladro?')
  shopper.say('qué tan silencioso es?')
  return { requests, text: shopper.text }
}

describe('a question that the sheet does not answer', () => {
  it('is put to the model for a sentence, with the sheet and without a price', () => {
    const { requests, text } = asking('Es de percusión, así que suena; sirve para concreto y madera.')
    expect(requests.map((request) => request.purpose)).toEqual(['prose'])
    expect(JSON.stringify(requests)).toContain(DRILL?.description)
    expect(JSON.stringify(requests)).not.toContain(String(DRILL?.price))
    expect(text).toContain('Es de percusión, así que suena')
    // The price beside it is ours.
    expect(text).toContain('$39.973')
  })

  it('is answered with the price and the stock that we hold where the model leaves them to us', () => {
    const { text } = asking(`Sale {{price:${DRILL?.sku}}} y es potente.`)
    expect(text).toContain('Sale $39.973 y es potente.')
  })

  it.each([
    'Cuesta $10.',
    'Llévalo en https://otro.example',
    'Te sale gratis',
    'Dura 99 horas',
    'Sale {{price:INVENTADO}}.',
  ])('is answered from the sheet where the model says "%s"', (prose) => {
    const { text } = asking(prose)
    expect(text).not.toContain(prose)
    expect(text).toContain('Taladro con percusión')
  })

  it('is answered from the sheet where the model has nothing, or the shop wants no prose', () => {
    expect(asking(null).text).toContain('Taladro con percusión')
    const off = asking('Suena.', { prose: false })
    expect(off.requests).toEqual([])
    expect(off.text).toContain('Taladro con percusión')
  })
})
