import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../test/support/databases.ts'
import { brownies, browniesTimes, NOON, plantShop, plantShopper, wipe } from '../../test/support/shop.ts'
import type { Effect, EffectContext } from '../engine/commerce/effects.ts'
import type { Discount } from '../engine/commerce/discounts.ts'
import { createApplyEffects } from './commerce.ts'
import { isOptedOut } from './consent.ts'
import { contactUses, insertDiscount, loadDiscounts } from './discounts.ts'
import { loadOrderFacts } from './orders.ts'
import { insertZone } from './shipping.ts'
import { findStockFaults } from './stock.ts'

const HALF_HOUR = 30 * 60_000

describeStores('effects on money, stock and rights', (open) => {
  let database: TestDatabase
  let tenantId: string
  let camila: EffectContext
  const applyEffects = createApplyEffects({ baseUrl: 'http://127.0.0.1:9001' })

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    tenantId = await plantShop(database.store.db, 'acme')
    camila = await plantShopper(database.store.db, tenantId, '+56911111111')
  })
  afterEach(async () => {
    expect(await findStockFaults(database.store.db)).toEqual([])
    await wipe(database.store.db)
  })

  function apply(context: EffectContext, ...effects: Effect[]) {
    return database.store.transaction((trx) => applyEffects(trx, context, effects))
  }

  async function place(context: EffectContext, effect = brownies()) {
    const applied = await apply(context, effect)
    if (applied.outcome !== 'applied' || applied.order === null) throw new Error(JSON.stringify(applied))
    const [order] = await loadOrderFacts(database.store.db, tenantId, context.contactId)
    return order!
  }

  async function stockOf(sku: string) {
    const row = await database.store.db
      .selectFrom('product')
      .select(['available', 'reserved', 'sold'])
      .where('tenant_id', '=', tenantId)
      .where('sku', '=', sku)
      .executeTakeFirstOrThrow()
    return [row.available, row.reserved, row.sold]
  }

  async function jobs() {
    const rows = await database.store.db.selectFrom('job').select(['kind', 'run_at']).orderBy('kind').execute()
    return rows.map((row) => [row.kind, row.run_at - NOON])
  }

  it('keep what is told later with the case that is open, and open another where a person closed it', async () => {
    const order = await place(camila)
    const cases = () =>
      database.store.db
        .selectFrom('support_case')
        .select(['kind', 'summary', 'order_id', 'status'])
        .orderBy('created_at')
        .execute()
    await apply(camila, { type: 'open_case', kind: 'complaint', orderId: order.id, summary: 'llegó roto' })
    const more: Effect = { type: 'note_case', kind: 'complaint', orderId: order.id, text: 'el mango partido' }
    await apply({ ...camila, now: NOON + 1000 }, more)
    expect(await cases()).toEqual([
      { kind: 'complaint', summary: 'llegó roto\nel mango partido', order_id: order.id, status: 'open' },
    ])
    for (let n = 0; n < 12; n++) await apply({ ...camila, now: NOON + 2000 + n }, { ...more, text: 'x'.repeat(400) })
    expect((await cases())[0]?.summary).toHaveLength(2000)
    await database.store.db.updateTable('support_case').set({ status: 'closed' }).execute()
    await apply({ ...camila, now: NOON + 9000 }, more)
    expect((await cases()).map(({ status, summary }) => [status, summary])[1]).toEqual(['open', 'el mango partido'])
  })

  it('place an order with its prices, its reserved units, its link and its clock', async () => {
    const applied = await apply(camila, brownies())
    expect(applied).toEqual({
      outcome: 'applied',
      order: {
        number: expect.stringMatching(/^\d{4}$/),
        status: 'pending_payment',
        items: [{ sku: 'BRW', quantity: 2, unit_price: 4990 }],
        subtotal: 9980,
        shipping: 0,
        total: 9980,
        payment_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9001\/pay\/local\/lp_[a-z0-9]{20}$/),
      },
    })
    expect(await stockOf('BRW')).toEqual([8, 2, 0])
    expect(await jobs()).toEqual([['reservation_expire', HALF_HOUR]])
  })

  it('leave a link of another provider to a job that runs after the commit', async () => {
    const applied = await apply(camila, brownies({ paymentMethod: 'flow' }))
    expect(applied).toMatchObject({ order: { payment_url: null } })
    expect(await jobs()).toEqual([
      ['payment_create', 0],
      ['reservation_expire', HALF_HOUR],
    ])
  })

  it('make one order of three times "sí", each in a message of its own', async () => {
    const numbers = new Set<string>()
    for (const id of ['msg_1', 'msg_2', 'msg_3', 'msg_3']) {
      const applied = await apply(camila, brownies({ acceptedMessageId: id }))
      if (applied.outcome === 'applied') numbers.add(applied.order!.number)
    }
    expect(numbers.size).toBe(1)
    expect(await stockOf('BRW')).toEqual([8, 2, 0])
    expect(await loadOrderFacts(database.store.db, tenantId, camila.contactId)).toHaveLength(1)
  })

  it('make one order of two confirmations that arrive at the same moment', async () => {
    const both = await Promise.all([apply(camila, brownies()), apply(camila, brownies())])
    expect(both).toContainEqual(expect.objectContaining({ outcome: 'applied' }))
    expect(await loadOrderFacts(database.store.db, tenantId, camila.contactId)).toHaveLength(1)
    expect(await stockOf('BRW')).toEqual([8, 2, 0])
  })

  it('place a new order where a forgotten conversation starts its cart versions again', async () => {
    const first = await place(camila)
    const second = await place({ ...camila, now: NOON + 1 }, browniesTimes(3, { acceptedMessageId: 'msg_later' }))
    expect(second.number).not.toBe(first.number)
    expect(await stockOf('BRW')).toEqual([5, 5, 0])
  })

  it.each([
    ['the price went up', { price: 5990 }, 'price_changed'],
    ['the price went down', { price: 3990 }, 'price_changed'],
    ['a sale began', { sale_price: 4000 }, 'price_changed'],
    ['the product is gone', { status: 'inactive' as const }, 'product_gone'],
    ['one unit is left', { available: 1, stocked: 1 }, 'out_of_stock'],
  ])('write nothing where %s since the shopper was asked', async (_, change, reason) => {
    await database.store.db.updateTable('product').set(change).where('sku', '=', 'BRW').execute()
    expect(await apply(camila, brownies())).toEqual({ outcome: 'conflict', reason })
    const [available] = await stockOf('BRW')
    expect(available).toBe('available' in change ? change.available : 10)
    expect(await loadOrderFacts(database.store.db, tenantId, camila.contactId)).toEqual([])
    expect(await jobs()).toEqual([])
  })

  it('undo a turn as a whole and let its transaction go on', async () => {
    await database.store.transaction(async (trx) => {
      const applied = await applyEffects(trx, camila, [
        { type: 'consent', purpose: 'messages', granted: false, proof: 'msg_1' },
        browniesTimes(999),
      ])
      expect(applied).toEqual({ outcome: 'conflict', reason: 'out_of_stock' })
      await trx.updateTable('tenant').set({ name: 'still alive' }).execute()
    })
    expect(await isOptedOut(database.store.db, tenantId, camila.contactId)).toBe(false)
    const tenant = await database.store.db.selectFrom('tenant').select('name').executeTakeFirstOrThrow()
    expect(tenant.name).toBe('still alive')
  })

  it.each([
    ['a price of its own', { items: [{ sku: 'BRW', name: 'Brownie', quantity: 2, unitPrice: 1 }] }],
    ['a total of its own', { total: 1 }],
    ['a discount of its own', { discount: 9979, total: 1 }],
    ['a discount that is not there', { discounts: [{ id: 'dsc_nope', amount: 9979 }], discount: 9979, total: 1 }],
    ['a shipping of its own', { shipping: 1, total: 9981 }],
    ['a negative quantity', { items: [{ sku: 'BRW', name: 'Brownie', quantity: -2, unitPrice: 4990 }] }],
    ['half a unit', { items: [{ sku: 'BRW', name: 'Brownie', quantity: 0.5, unitPrice: 4990 }] }],
    ['nothing', { items: [] }],
    [
      'the same product twice',
      { items: [1, 1].map((quantity) => ({ sku: 'BRW', name: 'x', quantity, unitPrice: 4990 })) },
    ],
  ])('refuse an effect that brings %s', async (_, changes) => {
    expect(await apply(camila, brownies(changes))).toMatchObject({ outcome: 'conflict' })
    expect(await stockOf('BRW')).toEqual([10, 0, 0])
  })

  it('refuse a SKU of another shop, though both shops have one of that name', async () => {
    const other = await plantShop(database.store.db, 'other')
    await database.store.db.deleteFrom('product').where('tenant_id', '=', tenantId).where('sku', '=', 'PAP').execute()
    const effect = brownies({
      items: [{ sku: 'PAP', name: 'Papelillos', quantity: 1, unitPrice: 1000 }],
      subtotal: 1000,
      total: 1000,
    })
    expect(await apply(camila, effect)).toEqual({ outcome: 'conflict', reason: 'product_gone' })
    const row = await database.store.db
      .selectFrom('product')
      .select('available')
      .where('tenant_id', '=', other)
      .where('sku', '=', 'PAP')
      .executeTakeFirstOrThrow()
    expect(row.available).toBe(3)
  })

  it('sell the last three units to three of ten shoppers who confirm at once', async () => {
    const shoppers: EffectContext[] = []
    for (let n = 0; n < 10; n++) shoppers.push(await plantShopper(database.store.db, tenantId, `+5692222222${n}`))
    const effect = brownies({
      items: [{ sku: 'PAP', name: 'Papelillos', quantity: 1, unitPrice: 1000 }],
      subtotal: 1000,
      total: 1000,
    })
    const outcomes = await Promise.all(shoppers.map((shopper) => apply(shopper, effect)))
    expect(outcomes.filter((each) => each.outcome === 'applied')).toHaveLength(3)
    expect(outcomes.filter((each) => each.outcome === 'conflict' && each.reason === 'out_of_stock')).toHaveLength(7)
    expect(await stockOf('PAP')).toEqual([0, 3, 0])
  })

  it('give the units back, once, however often a cancel comes', async () => {
    const order = await place(camila)
    const cancel: Effect = { type: 'cancel_order', orderId: order.id, reason: 'me arrepentí' }
    for (let n = 0; n < 3; n++) {
      expect(await apply(camila, cancel)).toMatchObject({ outcome: 'applied', order: { status: 'cancelled' } })
    }
    expect(await stockOf('BRW')).toEqual([10, 0, 0])
  })

  it("answer another shopper's order like one that is not there", async () => {
    const order = await place(camila)
    const pedro = await plantShopper(database.store.db, tenantId, '+56933333333')
    for (const type of ['cancel_order', 'request_cancellation', 'renew_payment', 'check_payment'] as const) {
      expect(await apply(pedro, { type, orderId: order.id, reason: 'x' })).toEqual({
        outcome: 'conflict',
        reason: 'order_unknown',
      })
    }
    const [after] = await loadOrderFacts(database.store.db, tenantId, camila.contactId)
    expect(after?.status).toBe('pending_payment')
  })

  it('offer the open link again, and a new one only where it came to nothing', async () => {
    const order = await place(camila)
    const renew: Effect = { type: 'renew_payment', orderId: order.id }
    expect(await apply(camila, renew)).toMatchObject({ order: { payment_url: order.paymentUrl } })
    await database.store.db.updateTable('payment').set({ status: 'rejected' }).execute()
    const renewed = await apply({ ...camila, now: NOON + 60_000 }, renew)
    expect(renewed).toMatchObject({ order: { payment_url: expect.stringContaining('/pay/local/lp_') } })
    expect(renewed).not.toMatchObject({ order: { payment_url: order.paymentUrl } })
    const attempts = await database.store.db
      .selectFrom('payment')
      .select(['attempt', 'reference'])
      .orderBy('attempt')
      .execute()
    expect(attempts.map((each) => each.attempt)).toEqual([1, 2])
    expect(new Set(attempts.map((each) => each.reference)).size).toBe(2)
  })

  it('ask the provider, and pay nothing, where the shopper says that it is paid', async () => {
    const order = await place(camila)
    expect(await apply(camila, { type: 'check_payment', orderId: order.id })).toMatchObject({
      order: { status: 'pending_payment' },
    })
    expect(await jobs()).toContainEqual(['payment_poll', 0])
  })

  it('hold prices to the discounts and zones of the moment of placing', async () => {
    const half: Discount = {
      id: 'dsc_half',
      name: 'Mitad',
      code: 'MITAD',
      kind: 'percent',
      value: 50,
      scope: { on: 'all' },
      minimum: 0,
      stackable: false,
      usageLimit: 1,
      usagePerContact: 1,
      used: 0,
      startsAt: null,
      endsAt: null,
      active: true,
    }
    await insertDiscount(database.store.db, tenantId, half, NOON)
    await insertZone(
      database.store.db,
      tenantId,
      { id: 'z1', name: 'RM', comunas: [], regions: ['RM'], price: 3990, freeFrom: null, days: null, position: 0 },
      NOON,
    )
    const discounted = brownies({
      discount: 4990,
      discounts: [{ id: 'dsc_half', amount: 4990 }],
      shipping: 3990,
      total: 9980 - 4990 + 3990,
    })
    const order = await place(camila, discounted)
    expect(order).toMatchObject({ discount: 4990, shipping: 3990, total: 8980 })
    expect(await contactUses(database.store.db, tenantId, camila.contactId)).toEqual({ dsc_half: 1 })

    const pedro = await plantShopper(database.store.db, tenantId, '+56933333333')
    expect(await apply(pedro, discounted)).toEqual({ outcome: 'conflict', reason: 'discount_changed' })
    await apply(camila, { type: 'cancel_order', orderId: order.id, reason: 'x' })
    expect((await loadDiscounts(database.store.db, tenantId))[0]?.used).toBe(0)
    expect(await apply(pedro, discounted)).toMatchObject({ outcome: 'applied' })
    const far = brownies({ delivery: { method: 'delivery', address: 'x', comuna: 'Arica' }, cartVersion: 9 })
    expect(await apply(pedro, far)).toEqual({ outcome: 'conflict', reason: 'undeliverable' })
  })

  it('mark an order for nothing as paid when it is placed', async () => {
    await database.store.db.updateTable('product').set({ price: 0 }).where('sku', '=', 'BRW').execute()
    const free = brownies({
      items: [{ sku: 'BRW', name: 'Brownie', quantity: 1, unitPrice: 0 }],
      subtotal: 0,
      total: 0,
    })
    expect(await apply(camila, free)).toMatchObject({ order: { status: 'paid', payment_url: null } })
    expect(await stockOf('BRW')).toEqual([9, 0, 1])
  })

  it('keep consent as a ledger: the last word counts, every word stays', async () => {
    const say = (granted: boolean, proof: string): Effect => ({ type: 'consent', purpose: 'messages', granted, proof })
    await apply(camila, say(false, 'msg_baja'))
    expect(await isOptedOut(database.store.db, tenantId, camila.contactId)).toBe(true)
    await apply(camila, say(true, 'msg_alta'))
    expect(await isOptedOut(database.store.db, tenantId, camila.contactId)).toBe(false)
    const rows = await database.store.db.selectFrom('consent').select('proof').orderBy('id').execute()
    expect(rows.map((row) => row.proof)).toEqual(['msg_baja', 'msg_alta'])
  })

  it('remember a shopper only with consent', async () => {
    const remember: Effect = { type: 'remember_customer', customer: { name: 'Camila' }, delivery: null }
    const data = async () =>
      (await database.store.db.selectFrom('contact').select('data').executeTakeFirstOrThrow()).data
    await apply(camila, remember)
    expect(await data()).toBe('{}')
    await apply(camila, remember, { type: 'consent', purpose: 'remember_data', granted: true, proof: 'msg_ok' })
    expect(JSON.parse(await data())).toMatchObject({ customer: { name: 'Camila' } })
  })

  it('hand a conversation over with its facts, and never take it from the person who has it', async () => {
    await apply(camila, { type: 'hand_over', reason: 'asked', summary: 'Quiere hablar con alguien' })
    const conversation = () =>
      database.store.db.selectFrom('conversation').select(['mode', 'mode_reason']).executeTakeFirstOrThrow()
    expect(await conversation()).toEqual({ mode: 'waiting', mode_reason: 'asked' })
    await database.store.db.updateTable('conversation').set({ mode: 'human' }).execute()
    await apply(camila, { type: 'hand_over', reason: 'again', summary: 'x' })
    expect(await conversation()).toEqual({ mode: 'human', mode_reason: 'asked' })
    expect(await database.store.db.selectFrom('support_case').select(['kind', 'status']).execute()).toEqual([
      { kind: 'hand_over', status: 'open' },
    ])
  })
})
