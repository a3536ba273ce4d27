import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper, type ShopperOptions } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { Effect } from '../commerce/effects.ts'
import type { Faculties } from '../turn-types.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const shopper = (options: Partial<ShopperOptions> = {}): Shopper =>
  createShopper({ faculties, products: HARDWARE, ...options })

const CAMILA = 'Camila Rojas, Av. Italia 1234, Ñuñoa'

/** Right after an order. */
function bought(options: Partial<ShopperOptions> = {}): Shopper {
  const person = shopper(options)
  buy(person)
  person.say(CAMILA)
  person.say('confirmo')
  expect(person.orders).toHaveLength(1)
  return person
}

function buy(person: Shopper): void {
  person.tap('add:MAR-CAR:1')
  person.tap('checkout')
}

const consents = (person: Shopper): Effect[] => person.last.effects.filter((effect) => effect.type === 'consent')
const titles = (person: Shopper): string[] =>
  person.last.replies.flatMap((reply) => (reply.type === 'buttons' ? reply.buttons.map((each) => each.title) : []))

describe('consent to be remembered', () => {
  it('is asked for once the order is placed, with what would be kept', () => {
    const person = bought()
    expect(person.text).toContain('¿Guardo tu nombre y dirección para tu próxima compra?')
    expect(titles(person)).toEqual(['Sí, guárdalos', 'No, gracias'])
  })

  it('is a row with its proof, and the next checkout offers what was kept', () => {
    const person = bought()
    person.say('sí, guárdalos porfa')
    expect(consents(person)).toEqual([
      { type: 'consent', purpose: 'remember_data', granted: true, proof: person.input.messages[0]?.id },
    ])
    expect(person.last.effects).toContainEqual({
      type: 'remember_customer',
      customer: { name: 'Camila Rojas' },
      delivery: { method: 'delivery', address: 'Av. Italia 1234', comuna: 'Ñuñoa' },
    })
    buy(person)
    expect(person.text).toContain('¿Lo enviamos a *Av. Italia 1234, Ñuñoa* como la otra vez?')
    expect(titles(person)).toContain('Otra dirección')
    person.say('sí')
    expect(person.orders).toHaveLength(2)
    expect(person.text).not.toContain('¿Guardo')
  })

  it('lets every answer be corrected, and keeps the correction', () => {
    const person = bought()
    person.tap('remember:yes')
    buy(person)
    person.say('no, la dirección es Los Aromos 455, Maipú')
    expect(person.text).toContain('Despacho a: Los Aromos 455, Maipú')
    expect(person.text).not.toContain('como la otra vez')
    person.say('confirmo')
    expect(person.last.effects).toContainEqual(
      expect.objectContaining({
        type: 'remember_customer',
        delivery: expect.objectContaining({ address: 'Los Aromos 455', comuna: 'Maipú' }) as unknown,
      }),
    )
  })

  it('lets another address be asked for, and does not put the old one back', () => {
    const person = bought()
    person.tap('remember:yes')
    buy(person)
    person.tap('edit:address')
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'address' })
    person.say('pagar')
    expect(person.text).not.toContain('Av. Italia')
  })

  for (const no of ['no', 'no gracias', 'nop', 'mejor no', 'no, no los guardes']) {
    it(`takes "${no}" for a no, and fills nothing in`, () => {
      const person = bought()
      person.say(no)
      expect(consents(person)).toMatchObject([{ purpose: 'remember_data', granted: false }])
      expect(JSON.stringify(person.state)).not.toContain('Italia')
      buy(person)
      expect(person.text).toContain('*nombre*')
      expect(person.text).not.toContain('Italia')
      person.say(CAMILA)
      person.say('confirmo')
      expect(person.text).not.toContain('¿Guardo')
    })
  }

  for (const other of ['gracias', 'ok gracias', 'perfecto', 'cuánto vale el alicate?', 'dame 2 martillos', 'hola']) {
    it(`goes on with "${other}", which is no consent, and keeps nothing`, () => {
      const person = bought()
      person.say(other)
      expect(consents(person)).toEqual([])
      expect(person.last.effects.filter((effect) => effect.type === 'remember_customer')).toEqual([])
      expect(JSON.stringify(person.state)).not.toContain('Italia')
      expect(person.text).not.toBe('')
      // A late yes answers nothing that is still open.
      person.say('sí')
      expect(consents(person)).toEqual([])
    })
  }

  it('is not read into a hurried second yes to the order, which was written before the question', () => {
    const person = bought()
    const before = person.input.messages[0]?.at ?? 0
    person.say('sí', { at: before - 1 })
    expect(consents(person)).toEqual([])
    expect(person.orders).toHaveLength(1)
    expect(person.text).toContain('ya está tomado')
    person.say('sí')
    expect(consents(person)).toMatchObject([{ purpose: 'remember_data', granted: true }])
  })

  it('is asked for twice at most', () => {
    const person = bought()
    for (const expected of [true, false]) {
      buy(person)
      person.say(CAMILA)
      person.say('confirmo')
      expect(person.text.includes('¿Guardo')).toBe(expected)
    }
  })

  it('is taken back in the shopper’s words at any time', () => {
    const person = bought()
    person.tap('remember:yes')
    person.say('olvida mis datos')
    expect(consents(person)).toMatchObject([{ purpose: 'remember_data', granted: false }])
    buy(person)
    expect(person.text).not.toContain('Italia')
  })

  it('speaks to a customer as usted', () => {
    const person = bought({ profile: { tone: 'formal' } })
    expect(person.text).toContain('¿Guardo su nombre y dirección')
  })
})

describe('consent to reminders', () => {
  const leaving = (options: Partial<ShopperOptions> = {}): Shopper => {
    const person = shopper(options)
    person.tap('add:MAR-CAR:1')
    return person
  }

  for (const words of [
    'lo voy a pensar',
    'después te aviso',
    'ya gracias, lo veo mañana',
    'mejor compro más tarde',
    'chao',
  ]) {
    it(`is asked for when a cart is left with "${words}"`, () => {
      const person = leaving()
      person.say(words)
      expect(person.text).toContain('¿Te recuerdo el carrito por aquí? Serían a lo más dos mensajes')
      expect(person.cart()).toEqual({ 'MAR-CAR': 1 })
      person.say('ya po')
      expect(consents(person)).toEqual([
        { type: 'consent', purpose: 'reminders', granted: true, proof: person.input.messages[0]?.id },
      ])
    })
  }

  it('is asked for once: a no is kept', () => {
    const person = leaving()
    person.say('lo voy a pensar')
    person.tap('remind:no')
    expect(consents(person)).toMatchObject([{ purpose: 'reminders', granted: false }])
    person.say('después te aviso')
    expect(person.text).not.toContain('¿Te recuerdo')
  })

  it('leaves the question and goes on where something else is said', () => {
    const person = leaving()
    person.say('lo voy a pensar')
    person.say('quiero pagar')
    expect(consents(person)).toEqual([])
    expect(person.text).toContain('*dirección*')
  })

  it('is not asked for with an empty cart, after an opt-out, or where the shop reminds nobody', () => {
    const empty = shopper()
    empty.say('lo voy a pensar')
    expect(empty.text).not.toContain('¿Te recuerdo')
    const out = leaving()
    out.say('BAJA')
    out.say('chao')
    expect(out.text).not.toContain('¿Te recuerdo')
    const never = leaving({ shop: { reminders: 0 } })
    never.say('lo voy a pensar')
    expect(never.text).not.toContain('¿Te recuerdo')
  })

  it('is taken back in the shopper’s words', () => {
    const person = leaving()
    person.say('lo voy a pensar')
    person.tap('remind:yes')
    person.say('no quiero recordatorios')
    expect(consents(person)).toMatchObject([{ purpose: 'reminders', granted: false }])
  })
})

describe('the rights over one’s data', () => {
  it('writes a request for a copy or an erasure down, with the message as its proof', () => {
    const person = shopper()
    person.say('quiero una copia de mis datos')
    expect(person.last.effects).toMatchObject([{ type: 'privacy_request', kind: 'export' }])
    person.say('borren todos mis datos')
    expect(person.last.effects).toContainEqual({
      type: 'privacy_request',
      kind: 'erase',
      proof: person.input.messages[0]?.id,
    })
    expect(person.text).toContain('30 días')
  })
})
