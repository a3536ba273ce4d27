import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Discount, DiscountScope } from './discounts.ts'
import { priceCart, unitPrice, type PricedProduct, type PricingRequest } from './pricing.ts'
import type { ShippingZone } from './shipping.ts'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000

const products = new Map<string, PricedProduct>(
  [
    { sku: 'BRW', name: 'Brownie', category: 'Comestibles', price: 4990, salePrice: null },
    { sku: 'OIL', name: 'Aceite', category: 'Aceites', price: 29_990, salePrice: 24_990 },
    { sku: 'PAP', name: 'Papelillos', category: 'Accesorios', price: 1000, salePrice: null },
  ].map((product) => [product.sku, { ...product, saleFrom: null, saleUntil: null }]),
)

function discount(changes: Partial<Discount>): Discount {
  return {
    id: 'dsc_a',
    name: 'Promo',
    code: null,
    kind: 'percent',
    value: 10,
    scope: { on: 'all' },
    minimum: 0,
    stackable: false,
    usageLimit: null,
    usagePerContact: null,
    used: 0,
    startsAt: null,
    endsAt: null,
    active: true,
    ...changes,
  }
}

function zone(changes: Partial<ShippingZone>): ShippingZone {
  return {
    id: 'z',
    name: 'Zona',
    comunas: [],
    regions: [],
    price: 3990,
    freeFrom: null,
    days: null,
    position: 0,
    ...changes,
  }
}

function price(changes: Partial<PricingRequest>) {
  return priceCart({
    items: [{ sku: 'BRW', quantity: 2 }],
    products,
    discounts: [],
    coupon: null,
    contactUses: {},
    zones: [],
    destination: null,
    now: NOW,
    ...changes,
  })
}

/** A stackable coupon joins the set; between differently scoped discounts, rounding may move a peso a discount. */
function slack(changes: { discounts: readonly Discount[] }): number {
  return changes.discounts.length
}

describe('what one unit costs', () => {
  const product = { price: 10_000, salePrice: 8000, saleFrom: NOW, saleUntil: NOW + HOUR }

  it('is the sale price from its first moment until just before its last', () => {
    expect(unitPrice(product, NOW - 1)).toBe(10_000)
    expect(unitPrice(product, NOW)).toBe(8000)
    expect(unitPrice(product, NOW + HOUR - 1)).toBe(8000)
    expect(unitPrice(product, NOW + HOUR)).toBe(10_000)
  })

  it('is never raised by a sale', () => {
    expect(unitPrice({ ...product, salePrice: 12_000 }, NOW)).toBe(10_000)
  })

  it('is the sale price for as long as no date ends it', () => {
    expect(unitPrice({ price: 100, salePrice: 90, saleFrom: null, saleUntil: null }, NOW)).toBe(90)
  })
})

describe('a cart', () => {
  it('adds up its lines at the sale price and keeps the list price beside it', () => {
    const cart = price({
      items: [
        { sku: 'BRW', quantity: 2 },
        { sku: 'OIL', quantity: 1 },
      ],
    })
    expect(cart.subtotal).toBe(34_970)
    expect(cart.total).toBe(34_970)
    expect(cart.lines[1]).toMatchObject({ listPrice: 29_990, unitPrice: 24_990 })
  })

  it('counts a SKU that is there twice once, with both quantities', () => {
    const cart = price({
      items: [
        { sku: 'BRW', quantity: 1 },
        { sku: 'BRW', quantity: 2 },
      ],
    })
    expect(cart.lines).toHaveLength(1)
    expect(cart.subtotal).toBe(3 * 4990)
  })

  it('leaves out what is not sold, and says so', () => {
    const cart = price({ items: [{ sku: 'NOPE', quantity: 1 }] })
    expect(cart).toMatchObject({ lines: [], subtotal: 0, total: 0 })
    expect(cart.notes).toContainEqual({ note: 'unknown_product', sku: 'NOPE' })
  })

  it.each([0, -3, Number.NaN, Infinity, 0.5])('counts a quantity of %s for nothing', (quantity) => {
    expect(price({ items: [{ sku: 'BRW', quantity }] }).total).toBe(0)
  })
})

describe('discounts', () => {
  it('take a percentage off in whole pesos, rounded half up once', () => {
    // 9.980 × 10 % = 998; 1.000 × 12 % of 1.005 …: 15 % of 4.990 is 748,5 → 749
    expect(price({ discounts: [discount({})] }).discount).toBe(998)
    expect(price({ items: [{ sku: 'BRW', quantity: 1 }], discounts: [discount({ value: 15 })] }).discount).toBe(749)
  })

  it('take an amount off, and never more than there is', () => {
    expect(price({ discounts: [discount({ kind: 'amount', value: 2000 })] }).total).toBe(7980)
    expect(price({ discounts: [discount({ kind: 'amount', value: 1_000_000 })] }).total).toBe(0)
  })

  it('on a category cover its products only, whatever its accents and case', () => {
    const cart = price({
      items: [
        { sku: 'BRW', quantity: 1 },
        { sku: 'PAP', quantity: 1 },
      ],
      discounts: [discount({ value: 50, scope: { on: 'category', categories: ['COMESTIBLÉS'] } })],
    })
    expect(cart.discount).toBe(2495)
    expect(cart.lines.map((line) => line.discount)).toEqual([2495, 0])
  })

  it('come off the sale price', () => {
    const cart = price({ items: [{ sku: 'OIL', quantity: 1 }], discounts: [discount({ value: 10 })] })
    expect(cart.total).toBe(24_990 - 2499)
  })

  it('that stack count together: percentages first, then amounts', () => {
    const cart = price({
      items: [{ sku: 'PAP', quantity: 10 }],
      discounts: [
        discount({ id: 'dsc_a', kind: 'amount', value: 1000, stackable: true }),
        discount({ id: 'dsc_b', value: 10, stackable: true }),
        discount({ id: 'dsc_c', value: 10, stackable: true }),
      ],
    })
    expect(cart.discounts.map((each) => [each.id, each.amount])).toEqual([
      ['dsc_b', 1000],
      ['dsc_c', 900],
      ['dsc_a', 1000],
    ])
    expect(cart.total).toBe(7100)
  })

  it('that do not stack count alone, and the shopper gets whichever saves most', () => {
    const both = [discount({ id: 'dsc_a', value: 10, stackable: true }), discount({ id: 'dsc_b', value: 20 })]
    expect(price({ discounts: both }).discounts.map((each) => each.id)).toEqual(['dsc_b'])
  })

  it('with a code count only if the code was brought, however it was typed', () => {
    const coupon = discount({ code: 'VERANO-10' })
    expect(price({ discounts: [coupon] }).discount).toBe(0)
    expect(price({ discounts: [coupon], coupon: ' verano 10 ' }).discount).toBe(998)
  })

  it.each([
    [{ code: 'X', active: false }, 'unknown_coupon'],
    [{ code: 'X', startsAt: NOW + 1 }, 'not_started'],
    [{ code: 'X', endsAt: NOW }, 'ended'],
    [{ code: 'X', usageLimit: 5, used: 5 }, 'used_up'],
    [{ code: 'X', usagePerContact: 1 }, 'used_by_you'],
    [{ code: 'X', minimum: 9981 }, 'below_minimum'],
    [{ code: 'X', scope: { on: 'products', skus: ['OIL'] } as DiscountScope }, 'nothing_eligible'],
  ])('say why a coupon does not count: %j is %s', (changes, reason) => {
    const cart = price({ discounts: [discount(changes)], coupon: 'x', contactUses: { dsc_a: 1 } })
    expect(cart.discount).toBe(0)
    expect(cart.notes).toContainEqual(expect.objectContaining({ note: 'coupon_refused', reason }))
  })

  it('say so where another one is better than the coupon', () => {
    const cart = price({
      discounts: [discount({ id: 'dsc_a', value: 30 }), discount({ id: 'dsc_b', code: 'X', value: 5 })],
      coupon: 'X',
    })
    expect(cart.notes).toContainEqual({ note: 'coupon_refused', reason: 'another_is_better' })
    expect(cart.discount).toBe(2994)
  })

  it('count the coupon on a tie', () => {
    const cart = price({ discounts: [discount({ id: 'dsc_a' }), discount({ id: 'dsc_b', code: 'X' })], coupon: 'X' })
    expect(cart.discounts.map((each) => each.id)).toEqual(['dsc_b'])
    expect(cart.notes).not.toContainEqual(expect.objectContaining({ note: 'coupon_refused' }))
  })
})

describe('shipping', () => {
  const zones = [
    zone({ id: 'rm', regions: ['Metropolitana'], price: 3990, freeFrom: 20_000 }),
    zone({ id: 'near', comunas: ['Ñuñoa', 'Providencia'], price: 1990, position: 5 }),
    zone({ id: 'rest', price: 6990, position: 9 }),
  ]

  it.each([
    [{ comuna: 'nunoa' }, 1990],
    [{ comuna: 'Maipú' }, 3990],
    [{ region: 'RM' }, 3990],
    [{ comuna: 'Viña' }, 6990],
    [{ comuna: 'Punta Arenas', region: 'Magallanes' }, 6990],
  ])('to %j costs %i', (place, cost) => {
    expect(price({ zones, destination: { method: 'delivery', ...place } }).shipping).toBe(cost)
  })

  it('is free from an amount, before discounts, so that a coupon never makes a cart dearer', () => {
    const items = [{ sku: 'PAP', quantity: 20 }]
    const destination = { method: 'delivery', comuna: 'Maipú' } as const
    const without = price({ items, zones, destination })
    const with10 = price({ items, zones, destination, discounts: [discount({})] })
    expect(without.shipping).toBe(0)
    expect(with10).toMatchObject({ shipping: 0, total: 18_000 })
  })

  it('tells how much is missing for it to be free', () => {
    const cart = price({ zones, destination: { method: 'delivery', comuna: 'Maipú' } })
    expect(cart.notes).toContainEqual({ note: 'free_shipping_at', missing: 20_000 - 9980 })
  })

  it('is not charged while the place is unknown, and the total says so', () => {
    const cart = price({ zones })
    expect(cart).toMatchObject({ shipping: 0, total: 9980, quote: { state: 'unknown' } })
    expect(cart.notes).toContainEqual({ note: 'shipping_unknown' })
  })

  it('to a place outside every zone is refused, not given away', () => {
    const cart = price({ zones: zones.slice(0, 2), destination: { method: 'delivery', comuna: 'Temuco' } })
    expect(cart.quote.state).toBe('undeliverable')
    expect(cart.notes).toContainEqual({ note: 'undeliverable' })
  })

  it('is nothing for whoever picks up, and for shops without zones', () => {
    expect(price({ zones, destination: { method: 'pickup' } })).toMatchObject({
      shipping: 0,
      quote: { state: 'pickup' },
    })
    expect(price({ destination: { method: 'delivery', comuna: 'Arica' } }).quote.state).toBe('unpriced')
  })
})

describe('whatever is in the cart', () => {
  const sku = fc.constantFrom('BRW', 'OIL', 'PAP', 'NOPE')
  const items = fc.array(fc.record({ sku, quantity: fc.integer({ min: -2, max: 5000 }) }), { maxLength: 6 })
  const scope: fc.Arbitrary<DiscountScope> = fc.oneof(
    fc.constant<DiscountScope>({ on: 'all' }),
    fc.record({ on: fc.constant('products' as const), skus: fc.array(sku, { maxLength: 3 }) }),
    fc.record({
      on: fc.constant('category' as const),
      categories: fc.array(fc.constantFrom('Comestibles', 'aceites', 'Accesorios'), { maxLength: 2 }),
    }),
  )
  const discounts = fc
    .array(
      fc.record({
        kind: fc.constantFrom('percent' as const, 'amount' as const),
        value: fc.integer({ min: 1, max: 100_000 }),
        scope,
        minimum: fc.integer({ min: 0, max: 60_000 }),
        stackable: fc.boolean(),
        code: fc.constantFrom(null, 'A', 'B'),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((changes, index) => discount({ id: `dsc_${index}`, ...changes })))
  const zones = fc
    .array(
      fc.record({
        price: fc.integer({ min: 0, max: 20_000 }),
        freeFrom: fc.option(fc.integer({ min: 0, max: 100_000 })),
        regions: fc.constantFrom<string[]>([], ['Metropolitana']),
      }),
      { maxLength: 3 },
    )
    .map((all) => all.map((changes, index) => zone({ id: `z${index}`, ...changes })))
  const request = fc.record({
    items,
    discounts,
    zones,
    coupon: fc.constantFrom(null, 'A', 'b', 'zzz'),
    destination: fc.constantFrom(
      null,
      { method: 'pickup' } as const,
      { method: 'delivery', comuna: 'Ñuñoa' } as const,
      { method: 'delivery', comuna: 'Temuco' } as const,
    ),
  })

  it('it adds up in whole pesos, and nothing is ever negative', () => {
    fc.assert(
      fc.property(request, (changes) => {
        const cart = price(changes)
        for (const amount of [cart.subtotal, cart.discount, cart.shipping, cart.total]) {
          expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
        }
        expect(cart.total).toBe(cart.subtotal - cart.discount + cart.shipping)
        expect(cart.discount).toBeLessThanOrEqual(cart.subtotal)
        expect(cart.lines.reduce((total, line) => total + line.amount, 0)).toBe(cart.subtotal)
        expect(cart.lines.reduce((total, line) => total + line.discount, 0)).toBe(cart.discount)
        for (const line of cart.lines) {
          expect(line.amount).toBe(line.quantity * line.unitPrice)
          expect(line.discount).toBeGreaterThanOrEqual(0)
          expect(line.discount).toBeLessThanOrEqual(line.amount)
        }
        expect(cart.discounts.every((each) => each.amount > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('the order in which discounts and zones are listed makes no difference', () => {
    fc.assert(
      fc.property(request, (changes) => {
        const other = { ...changes, discounts: changes.discounts.toReversed(), zones: changes.zones.toReversed() }
        expect(price(other)).toEqual(price(changes))
      }),
    )
  })

  it('bringing a coupon never makes it dearer', () => {
    fc.assert(
      fc.property(request, (changes) => {
        expect(price(changes).total).toBeLessThanOrEqual(price({ ...changes, coupon: null }).total + slack(changes))
      }),
      { numRuns: 500 },
    )
  })

  it('stays exact for carts of billions of pesos', () => {
    const big = new Map(products)
    big.set('BIG', {
      sku: 'BIG',
      name: 'x',
      category: 'c',
      price: 999_999_999,
      salePrice: null,
      saleFrom: null,
      saleUntil: null,
    })
    big.set('BIG2', {
      sku: 'BIG2',
      name: 'x',
      category: 'c',
      price: 777_777_777,
      salePrice: null,
      saleFrom: null,
      saleUntil: null,
    })
    const cart = price({
      products: big,
      items: [
        { sku: 'BIG', quantity: 999 },
        { sku: 'BIG2', quantity: 998 },
      ],
      discounts: [discount({ value: 33 })],
    })
    expect(cart.lines[0]!.discount + cart.lines[1]!.discount).toBe(cart.discount)
    expect(cart.discount).toBe(Math.floor((cart.subtotal * 33 + 50) / 100))
  })
})
