import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper, type ShopperOptions } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { Discount } from '../commerce/discounts.ts'
import type { Effect } from '../commerce/effects.ts'
import type { ShippingZone } from '../commerce/shipping.ts'
import { DEFAULT_PROFILE } from '../reply/profile.ts'
import type { Faculties } from '../turn-types.ts'
import type { CheckoutField } from '../understand/types.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const FLOW = { name: 'flow', label: 'tarjeta de débito o crédito', needsEmail: true }
const TRANSFER = { name: 'transfer', label: 'transferencia bancaria', needsEmail: false }
const CAMILA = 'Camila Rojas, Av. Italia 1234, Ñuñoa'

/** At the first question of a checkout. */
function paying(options: Partial<ShopperOptions> = {}): Shopper {
  const person = createShopper({ faculties, products: HARDWARE, ...options })
  person.tap('add:MAR-CAR:1')
  person.tap('checkout')
  return person
}

const wants = (required: CheckoutField[], pickup = false): Partial<ShopperOptions> => ({
  profile: { checkout: { required, pickup } },
})
const placed = (person: Shopper): Extract<Effect, { type: 'place_order' }> | undefined =>
  person.last.effects.find((effect) => effect.type === 'place_order')
const buttons = (person: Shopper): string[] =>
  person.last.replies.flatMap((reply) => (reply.type === 'buttons' ? reply.buttons.map((each) => each.id) : []))

describe('pick-up', () => {
  it('is said not to be had where the shop has none, in the checkout and before it', () => {
    const before = createShopper({ faculties, products: HARDWARE })
    before.say('puedo retirar en tienda?')
    expect(before.text).toContain('No tenemos retiro en tienda')
    const person = paying()
    person.say('lo paso a buscar')
    expect(person.text).toContain('No tenemos retiro en tienda')
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'address' })
    person.say(CAMILA)
    expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
  })

  it('takes no address and costs nothing where the shop has it', () => {
    const person = paying(wants(['address'], true))
    person.say('lo paso a buscar')
    expect(person.text).toContain('Retiro en tienda: sin costo')
    expect(person.text).not.toContain('No tenemos')
    person.say('confirmo')
    expect(placed(person)?.delivery).toEqual({ method: 'pickup' })
  })
})

describe('the way to pay', () => {
  const two = { shop: { payments: [FLOW, TRANSFER] } }

  it('is the first one, told with the other in the summary', () => {
    const person = paying(two)
    person.say(`${CAMILA}, camila@correo.cl`)
    expect(person.text).toContain('Pago: tarjeta de débito o crédito')
    expect(person.text).toContain('También puedes pagar con transferencia bancaria.')
    expect(buttons(person)).toContain('pay:transfer')
    person.say('confirmo')
    expect(placed(person)?.paymentMethod).toBe('flow')
  })

  it('changes with a button, and back', () => {
    const person = paying(two)
    person.say(`${CAMILA}, camila@correo.cl`)
    person.tap('pay:transfer')
    expect(person.text).toContain('Pago: transferencia bancaria')
    expect(buttons(person)).toContain('pay:flow')
    person.tap('pay:flow')
    expect(person.text).toContain('Pago: tarjeta')
    person.tap('pay:bitcoin')
    expect(person.text).toContain('Pago: tarjeta')
  })

  for (const words of [
    'con transferencia',
    'puedo pagar con transferencia?',
    'prefiero transferir',
    'mejor transferencia',
  ]) {
    it(`changes with "${words}", and the order follows`, () => {
      const person = paying(two)
      person.say(`${CAMILA}, camila@correo.cl`)
      person.say(words)
      expect(person.orders).toEqual([])
      expect(person.text).toContain('Pago: transferencia bancaria')
      person.say('sí')
      expect(placed(person)?.paymentMethod).toBe('transfer')
      expect(person.text).toContain('datos para transferir')
      expect(person.text).not.toContain('link')
    })
  }

  it('is taken from the yes itself', () => {
    const person = paying(two)
    person.say(`${CAMILA}, camila@correo.cl`)
    person.say('sí, con transferencia')
    expect(placed(person)?.paymentMethod).toBe('transfer')
  })

  it('without an e-mail leads to the one that needs none', () => {
    const person = paying(two)
    person.say(CAMILA)
    expect(person.text).toContain('*correo*')
    person.say('no tengo correo')
    expect(person.text).toContain('puedes pagar con transferencia bancaria')
    person.say('ya, con transferencia')
    expect(person.text).toContain('Pago: transferencia bancaria')
  })

  it('of an order that waits for a transfer, the account is sent again, and no link is spoken of', () => {
    const person = paying(two)
    person.say(`${CAMILA}, camila@correo.cl`)
    person.tap('pay:transfer')
    person.say('confirmo')
    for (const words of ['mándame el link', 'dame los datos para transferir', 'cómo pago mi pedido?']) {
      person.say(words)
      expect(person.last.effects).toContainEqual({ type: 'renew_payment', orderId: 'ord_1' })
      expect(person.text).toContain('los datos para transferir')
      expect(person.text).not.toContain('http')
    }
  })

  it('of an order that has its link, how to change it is told', () => {
    const person = paying(two)
    person.say(`${CAMILA}, camila@correo.cl`)
    person.say('confirmo')
    person.say('puedo pagar con transferencia?')
    expect(person.text).toContain('anula el pedido')
    expect(person.text).toContain('http')
  })

  it('is not spoken of where there is one', () => {
    const person = paying()
    person.say(CAMILA)
    expect(person.text).not.toContain('Pago:')
    expect(person.text).not.toContain('También puedes pagar')
  })
})

describe('what a shop asks for', () => {
  it('RUT: asked, its check digit tested, corrected, shown and ordered with', () => {
    const person = paying(wants(['address', 'rut']))
    person.say(CAMILA)
    expect(person.text).toContain('*RUT*')
    person.say('12.345.678-9')
    expect(person.text).toContain('no calza con su dígito verificador')
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'rut' })
    person.say('12.345.678-5')
    expect(person.text).toContain('RUT: 12.345.678-5')
    person.say('confirmo')
    expect(placed(person)?.customer.rut).toBe('12345678-5')
  })

  it('name, by itself and in one word', () => {
    const person = paying(wants(['address', 'name']))
    person.say('Av. Italia 1234, Ñuñoa')
    expect(person.text).toContain('¿A nombre de quién')
    person.say('Camila')
    expect(person.text).toContain('A nombre de: Camila')
  })

  it('name and street in one sentence', () => {
    const person = paying(wants(['address', 'name']))
    person.say('soy Marta Díaz y vivo en pasaje Los Aromos 455 depto 12, Maipú')
    expect(person.text).toContain('A nombre de: Marta Díaz')
    expect(person.text).toMatch(/Despacho a: pasaje Los Aromos 455 depto 12, Maipú$/m)
  })

  it('notes: kept as they were said', () => {
    const person = paying(wants(['address', 'notes']))
    person.say(CAMILA)
    expect(person.text).toContain('¿Alguna indicación')
    person.say('dejar con el conserje')
    expect(person.text).toContain('Indicaciones: dejar con el conserje')
    expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
    person.say('confirmo')
    expect(placed(person)?.customer.notes).toBe('dejar con el conserje')
  })

  for (const none of ['no', 'ninguna', 'no, gracias']) {
    it(`notes: "${none}" is an answer, and no end of the order`, () => {
      const person = paying(wants(['address', 'notes']))
      person.say(CAMILA)
      person.say(none)
      expect(person.state.pending?.kind).toBe('confirm_order')
      expect(person.text).not.toContain('en pausa')
    })
  }

  it('notes that nobody asked for are taken too', () => {
    const person = paying()
    person.say(CAMILA)
    for (const words of [
      'y que lo dejen en conserjería',
      'por favor dejar en conserjería',
      'dejar con el conserje',
      'tocar el timbre',
    ]) {
      person.say(words)
      expect(person.text).toContain(`Indicaciones: ${words}`)
      expect(person.text).toContain('A nombre de: Camila Rojas')
      expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
    }
    expect(person.orders).toEqual([])
  })

  it('a phone: this very one is one', () => {
    const person = paying(wants(['address', 'phone']))
    person.say(CAMILA)
    expect(person.text).toContain('*teléfono*')
    person.say('este mismo')
    expect(person.state.pending?.kind).toBe('confirm_order')
  })

  for (const written of ['+56 9 8888 7777', '98888 7777', '09-8888.7777', 'el +56988887777 porfa']) {
    it(`a phone: "${written}" is kept, shown, and no street`, () => {
      const person = paying(wants(['address', 'phone']))
      person.say(CAMILA)
      person.say(written)
      expect(person.text).toContain('Teléfono: +56988887777')
      expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
    })
  }

  it('an e-mail with words around it is no street', () => {
    const person = paying({ shop: { payments: [FLOW] } })
    person.say(CAMILA)
    person.say('el correo es camila@correo.cl porfa')
    expect(person.text).toContain('Correo: camila@correo.cl')
    expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
  })

  it('a location pin stands for the street, and the comuna is asked where the price needs it', () => {
    const location = { latitude: -33.45, longitude: -70.6 }
    const person = paying()
    person.say('', { kind: 'location', location: { ...location, address: 'Av. Grecia 900' } })
    expect(person.text).toContain('Despacho a: Av. Grecia 900')
    person.say('confirmo')
    expect(placed(person)?.delivery).toMatchObject({ method: 'delivery', location, address: 'Av. Grecia 900' })
    const zoned = paying({
      shop: {
        zones: [
          {
            id: 'z',
            name: 'Ñuñoa',
            comunas: ['Ñuñoa'],
            regions: [],
            price: 3000,
            freeFrom: null,
            days: null,
            position: 1,
          },
        ],
      },
    })
    zoned.say('', { kind: 'location', location })
    expect(zoned.text).toContain('comuna')
    zoned.say('Ñuñoa')
    expect(zoned.text).toContain('Envío: $3.000')
  })

  for (const words of [
    'Las Condes',
    'las condes',
    'en Las Condes',
    'es en las condes, porfa',
    'La Florida',
    'El Bosque',
  ]) {
    it(`the comuna alone: "${words}" leaves the street as it was`, () => {
      const zones = [{ id: 'z', name: 'RM', comunas: [], regions: ['Metropolitana'], price: 3000 }].map((zone) => ({
        ...zone,
        freeFrom: null,
        days: null,
        position: 1,
      }))
      const person = paying({ shop: { zones } })
      person.say('Camila Rojas, Av. Apoquindo 4500')
      expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'comuna' })
      person.say(words)
      expect(person.text).toMatch(/Despacho a: Av\. Apoquindo 4500, (?:Las Condes|La Florida|El Bosque)$/m)
    })
  }

  it('a pin is a place of its own: the comuna of the one before is not its, the one in its address is', () => {
    const zones = [{ id: 'z', name: 'Todo', comunas: [], regions: ['Metropolitana'], price: 3000 }].map((zone) => ({
      ...zone,
      freeFrom: null,
      days: null,
      position: 1,
    }))
    const pin = (address?: string) => ({
      kind: 'location' as const,
      location: { latitude: -33.45, longitude: -70.6, ...(address !== undefined && { address }) },
    })
    const person = paying({ shop: { zones } })
    person.say(CAMILA)
    expect(person.text).toContain('Despacho a: Av. Italia 1234, Ñuñoa')
    person.say('', pin('Av. Apoquindo 4500'))
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'comuna' })
    person.say('Las Condes')
    expect(person.text).toContain('Despacho a: Av. Apoquindo 4500, Las Condes')
    person.say('', pin('Av. Grecia 900, Peñalolén, Región Metropolitana'))
    expect(person.state.checkout.delivery).toMatchObject({ comuna: 'Peñalolén' })
    // A street that is typed afterwards is another place again; a flat's number is not.
    person.say('no, mándalo a Los Leones 1200, Providencia')
    expect(person.state.checkout.delivery).toEqual({
      method: 'delivery',
      address: 'Los Leones 1200',
      comuna: 'Providencia',
    })
    person.say('', pin())
    person.say('Ñuñoa')
    expect(person.text).toContain('Despacho a: Ubicación compartida, Ñuñoa')
    expect(person.state.checkout.delivery?.location).toBeDefined()
  })

  it('offers a person where the same is asked for the third time', () => {
    const person = paying(wants(['address', 'rut']))
    person.say(CAMILA)
    for (let n = 0; n < 3; n++) person.say('12.345.678-9')
    expect(buttons(person)).toContain('human')
  })
})

describe('a correction', () => {
  const ALL = wants(['address', 'name', 'email', 'rut', 'phone'])
  const WHOLE = {
    name: 'Camila Rojas',
    email: 'camila@correo.cl',
    rut: '12345678-5',
    phone: '+56988887777',
  }
  /** At the summary, with everything given. */
  function summarized(): Shopper {
    const person = paying(ALL)
    person.say(CAMILA)
    for (const words of [WHOLE.email, WHOLE.rut, WHOLE.phone]) person.say(words)
    expect(person.state.pending?.kind).toBe('confirm_order')
    return person
  }

  const GIVEN: ReadonlyArray<readonly [string, Partial<typeof WHOLE>, string?]> = [
    ['cambia el correo a ana.rojas@gmail.com', { email: 'ana.rojas@gmail.com' }],
    ['no, el correo está malo, es ana@correo.cl', { email: 'ana@correo.cl' }],
    ['me equivoqué en el mail: ana@correo.cl', { email: 'ana@correo.cl' }],
    ['cambia mi rut por 11.111.111-1', { rut: '11111111-1' }],
    ['quiero corregir el rut, es 11111111-1', { rut: '11111111-1' }],
    ['cambia el teléfono por el +56 9 7777 6666', { phone: '+56977776666' }],
    ['cambia el nombre a Pedro Soto', { name: 'Pedro Soto' }],
    ['corrige el nombre, es Pedro', { name: 'Pedro' }],
    ['cambia la comuna a Providencia', {}, 'Av. Italia 1234, Providencia'],
    ['cambia la dirección a Los Leones 1200, Providencia', {}, 'Los Leones 1200, Providencia'],
    ['la dirección está mala, es Irarrázaval 2345', {}, 'Irarrázaval 2345, Ñuñoa'],
  ]
  for (const [words, changed, place = 'Av. Italia 1234, Ñuñoa'] of GIVEN) {
    it(`"${words}" changes that and nothing else`, () => {
      const person = summarized()
      person.say(words)
      expect(person.text).toContain(`Despacho a: ${place}`)
      expect(person.state.checkout.customer).toEqual({ ...WHOLE, ...changed })
      expect(person.state.pending?.kind).toBe('confirm_order')
    })
  }

  const ASKED: ReadonlyArray<readonly [string, CheckoutField]> = [
    ['cambiar rut', 'rut'],
    ['el correo está malo', 'email'],
    ['me equivoqué de nombre', 'name'],
    ['otra dirección', 'address'],
    ['mejor con otro correo', 'email'],
    ['quiero cambiar mi teléfono', 'phone'],
    ['cambia la dirección', 'address'],
    ['cambia la comuna', 'comuna'],
    ['cambiar el nombre y agregar 2 brownies', 'name'],
  ]
  for (const [words, field] of ASKED) {
    it(`"${words}" has it asked for again`, () => {
      const person = summarized()
      person.say(words)
      expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field })
      expect(person.state.checkout.customer).toEqual(WHOLE)
      expect(person.last.effects).toEqual([])
    })
  }

  it('of a RUT that does not fit is said, and asked again', () => {
    const person = summarized()
    person.say('cambia el rut a 12.345.678-9')
    expect(person.text).toContain('no calza con su dígito verificador')
    expect(person.state.pending).toMatchObject({ field: 'rut' })
    person.say('11.111.111-1')
    expect(person.text).toContain('RUT: 11.111.111-1')
  })

  it('after "Cambiar algo" is taken too, in as few words', () => {
    const person = summarized()
    person.tap(buttons(person).find((id) => id.endsWith(':edit')) ?? '')
    person.say('el correo')
    expect(person.state.pending).toMatchObject({ kind: 'checkout_field', field: 'email' })
    person.say('ana@correo.cl')
    expect(person.text).toContain('Correo: ana@correo.cl')
  })

  it('is none where products are exchanged', () => {
    const person = createShopper({ faculties, products: HARDWARE })
    person.tap('add:MAR-CAR:1')
    person.say('cambia el martillo por un serrucho')
    expect(person.state.checkout.active).toBe(false)
  })
})

describe('a coupon', () => {
  const discount = (over: Partial<Discount>): Discount => ({
    id: 'dsc_1',
    name: 'Primera compra',
    code: 'HOLA5',
    kind: 'amount',
    value: 500,
    scope: { on: 'all' },
    minimum: 0,
    stackable: false,
    usageLimit: null,
    usagePerContact: null,
    used: 0,
    startsAt: null,
    endsAt: null,
    active: true,
    ...over,
  })
  const holding = (...discounts: Discount[]): Shopper => {
    const person = createShopper({
      faculties,
      products: HARDWARE,
      shop: { discounts },
      facts: { contactUses: { dsc_used: 1 } },
    })
    person.tap('add:MAR-CAR:1')
    return person
  }

  it('that counts is said with what it takes off, and off the total', () => {
    const person = holding(discount({}))
    const before = /\$[\d.]+/.exec(person.text)?.[0]
    person.say('tengo el cupón hola5')
    expect(person.text).toContain('Apliqué el cupón *HOLA5*: −$500')
    expect(person.text).toContain('Descuento: −$500')
    expect(person.text).not.toContain(`*Total: ${before}*`)
  })

  const REFUSED: ReadonlyArray<readonly [string, Discount[], string]> = [
    ['below its minimum', [discount({ minimum: 50_000 })], 'vale desde $50.000 en productos'],
    ['used before by this shopper', [discount({ id: 'dsc_used', usagePerContact: 1 })], 'ya fue usado'],
    ['used up', [discount({ usageLimit: 3, used: 3 })], 'ya se agotó'],
    ['for other products', [discount({ scope: { on: 'products', skus: ['X'] } })], 'no corre para los productos'],
    ['not yet on', [discount({ startsAt: Number.MAX_SAFE_INTEGER })], 'todavía no está vigente'],
    ['over', [discount({ endsAt: 1 })], 'ya no está vigente'],
    ['disabled', [discount({ active: false })], 'ya no está vigente'],
    ['beaten by an offer', [discount({}), discount({ id: 'dsc_2', code: null, value: 900 })], 'no se suma'],
  ]
  for (const [why, discounts, words] of REFUSED) {
    it(`that is ${why} is refused in so many words, and again in the summary`, () => {
      const person = holding(...discounts)
      person.say('tengo el cupón hola5')
      expect(person.text).toContain(words)
      person.tap('checkout')
      person.say(CAMILA)
      expect(person.text).toContain('Resumen')
      expect(person.text).toContain(words)
    })
  }
})

describe('a yes too many', () => {
  it('is about the order that stands, and fills no second cart', () => {
    const person = paying()
    person.say(CAMILA)
    for (const words of ['sí', 'sí', 'sí', 'sí', 'confirmo']) person.say(words)
    expect(person.orders).toHaveLength(1)
    expect(person.text).toContain('ya está tomado')
    expect(person.cart()).toEqual({})
  })
})

describe('who loses the last one to somebody else', () => {
  function loser(sku: string): Shopper {
    const person = createShopper({ faculties, products: HARDWARE })
    person.tap(`add:${sku}:1`)
    person.tap('checkout')
    person.say(CAMILA)
    person.sell(sku, person.stock(sku))
    person.say('confirmo')
    expect(person.text).toContain('se agotó')
    expect(person.cart()).toEqual({})
    expect(person.orders).toEqual([])
    return person
  }

  it('is shown what there is instead, and a yes is about that', () => {
    const person = loser('ATO-12')
    expect(person.text).toContain('Te puede servir:')
    expect(person.text).toContain('Taladro percutor')
    person.say('sí')
    expect(person.text).not.toContain('Atornillador')
    expect(Object.keys(person.cart())).not.toContain('ATO-12')
  })

  it('is never offered the one that is gone', () => {
    const person = loser('PIN-BL1')
    person.say('sí')
    expect(person.text).not.toMatch(/[Aa]grego \*Pintura látex blanca/)
  })
})

describe('shipping in the cart', () => {
  const zones: ShippingZone[] = [
    {
      id: 'z',
      name: 'Santiago',
      comunas: [],
      regions: ['Metropolitana'],
      price: 3990,
      freeFrom: 15_000,
      days: null,
      position: 1,
    },
  ]

  it('is left open before the address, then part of the total, and says what is missing for a free one', () => {
    const person = paying({ shop: { zones } })
    expect(person.text).toContain('dirección')
    person.say('qué llevo?')
    expect(person.text).toContain('(más envío)')
    person.say(CAMILA)
    expect(person.text).toContain('Envío: $3.990')
    expect(person.text).toMatch(/Con \$[\d.]+ más en productos tu envío es gratis/)
    const total = /\*Total: (\$[\d.]+)\*/.exec(person.text)?.[1]
    person.say('cuánto sería en total?')
    expect(person.text).toContain(`*Total: ${total}*`)
    expect(person.text).not.toContain('más envío')
  })

  it('reads as free where it is', () => {
    const person = createShopper({ faculties, products: HARDWARE, shop: { zones } })
    person.tap('add:MAR-CAR:2')
    person.tap('checkout')
    person.say(CAMILA)
    expect(person.text).toContain('Envío: gratis')
  })
})

describe('after the purchase', () => {
  const DAY = 24 * 3_600_000
  const NOW = Date.parse('2026-11-23T15:00:00Z')
  const order = (deliveredAt: number | null) => ({
    id: 'ord_1',
    number: 'A-1001',
    status: deliveredAt === null ? ('shipped' as const) : ('delivered' as const),
    items: [{ sku: 'MAR-CAR', name: 'Martillo', quantity: 1, unitPrice: 8990 }],
    subtotal: 8990,
    discount: 0,
    shipping: 0,
    total: 8990,
    paymentUrl: null,
    paymentMethod: 'flow',
    placedAt: NOW - 20 * DAY,
    deliveredAt,
  })
  const owner = (deliveredAt: number | null, days = 10) =>
    createShopper({
      faculties,
      products: HARDWARE,
      shop: { withdrawalDays: days },
      facts: { now: NOW, orders: [order(deliveredAt)] },
    })

  it('the ten days run from the delivery', () => {
    const person = owner(NOW - 3 * DAY)
    person.say('quiero devolver lo que compré')
    expect(person.text).toContain(
      'Recibiste tu pedido *A-1001* el 20 de noviembre: puedes arrepentirte hasta el 30 de noviembre.',
    )
  })

  it('a shop may give more of them', () => {
    const person = owner(NOW - 3 * DAY, 30)
    person.say('quiero devolver lo que compré')
    expect(person.text).toContain('hasta el 20 de diciembre')
  })

  it('once they are over it says so, and what stays', () => {
    const person = owner(NOW - 11 * DAY)
    person.say('me arrepentí, quiero devolverlo')
    expect(person.text).toContain('terminó el 22 de noviembre')
    expect(person.text).toContain('garantía legal')
  })

  it('of a parcel on its way no date is made up', () => {
    const person = owner(null)
    person.say('puedo devolver lo que compré?')
    expect(person.text).not.toContain('hasta el')
  })

  it('a complaint ends at a person, with what was told', () => {
    const person = owner(NOW - 3 * DAY)
    person.say('el martillo llegó roto, pésimo')
    expect(person.last.effects).toContainEqual(expect.objectContaining({ type: 'open_case', orderId: 'ord_1' }))
    person.say('el mango venía partido en dos')
    expect(person.last.effects).toContainEqual(
      expect.objectContaining({ type: 'note_case', text: 'el mango venía partido en dos', orderId: 'ord_1' }),
    )
    expect(person.last.effects).toContainEqual(expect.objectContaining({ type: 'hand_over' }))
    expect(person.last.mode).toMatchObject({ mode: 'waiting' })
  })

  it('a photo is part of it', () => {
    const person = owner(NOW - 3 * DAY)
    person.say('el martillo llegó roto, pésimo')
    person.say('', { kind: 'image', media: { id: 'm1' } })
    expect(person.last.effects).toContainEqual(expect.objectContaining({ type: 'note_case' }))
    expect(person.text).toContain('sumé la foto')
  })
})

it('the default profile asks for an address alone', () => {
  expect(DEFAULT_PROFILE.checkout).toEqual({ required: ['address'], pickup: false })
})
