import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../../../test/support/money-world.ts'
import { brownies, browniesTimes, wipe } from '../../../test/support/shop.ts'
import type { EffectContext } from '../../engine/commerce/effects.ts'
import { SAME_PHONE } from '../../engine/dialogue/checkout-details.ts'
import { openCase } from '../../store/cases.ts'
import type { Order } from '../../store/orders.ts'
import { readConversationDetail } from '../snapshot/read-conversation.ts'
import { cancelOrder } from './cancel-order.ts'
import type { ChangeDeps } from './change-order.ts'
import { fulfilOrder } from './fulfil-order.ts'
import { listOrders } from './list-orders.ts'
import { payByHand } from './pay-by-hand.ts'
import { finishRefundByHand, refundOrder } from './refund-order.ts'
import { resendLink } from './resend-link.ts'
import { showOrder } from './show-order.ts'

const HOUR = 3_600_000

describeStores('what operators do to orders', (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let acme: string
  let camila: EffectContext
  let deps: ChangeDeps

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    camila = await world.shopper(acme, '+56911111111')
    deps = { store: database.store, now: world.deps.now, actor: 'cli:ana' }
  })
  afterEach(async () => {
    await world.audit()
    await world.close()
    await wipe(database.store.db)
  })

  const of = (order: Order) => ({ tenant: 'acme', number: order.number })
  const place = (effect = brownies()) => world.place(camila, effect)
  async function paid(effect = brownies({ paymentMethod: 'flow' })) {
    const order = await place(effect)
    await world.runDue()
    world.flow.pay(await world.token(order))
    await world.pass(60_000)
    return order
  }
  async function openCases(order: Order) {
    const rows = await database.store.db
      .selectFrom('support_case')
      .select('kind')
      .where('order_id', '=', order.id)
      .where('status', '=', 'open')
      .execute()
    return rows.map((row) => row.kind)
  }
  async function stock() {
    const row = await database.store.db
      .selectFrom('product')
      .select(['available', 'reserved', 'sold'])
      .where('sku', '=', 'BRW')
      .executeTakeFirstOrThrow()
    return [row.available, row.reserved, row.sold]
  }

  it('show it whole: items, shopper, address, attempts, timeline', async () => {
    const order = await paid()
    expect(await showOrder({ db: database.store.db }, of(order))).toMatchObject({
      number: order.number,
      tenant: 'acme',
      status: 'paid',
      items: [{ sku: 'BRW', quantity: 2, unit_price: 4990, amount: 9980 }],
      customer: { name: 'Camila Rojas', phone: '+56911111111' },
      delivery: { method: 'delivery', comuna: 'Ñuñoa' },
      accepted_message_id: 'msg_yes',
      payments: [{ attempt: 1, provider: 'flow', status: 'paid', amount: 9980 }],
      timeline: expect.arrayContaining([expect.objectContaining({ kind: 'placed', actor: 'shopper' })]),
    })
  })

  it("answer another shop's number like one that is not there", async () => {
    const order = await place()
    await world.shop('bravo')
    await expect(showOrder({ db: database.store.db }, { tenant: 'bravo', number: order.number })).rejects.toMatchObject(
      {
        code: 'order_not_found',
        exit: 66,
      },
    )
    for (const change of [cancelOrder, payByHand, refundOrder, finishRefundByHand]) {
      await expect(
        change(deps, { tenant: 'bravo', number: order.number, reason: 'x', note: null }),
      ).rejects.toMatchObject({ code: 'order_not_found' })
    }
    expect((await world.order(order)).status).toBe('pending_payment')
  })

  it('list them by shop and status, the latest first', async () => {
    const first = await place()
    world.clock.now += 1000
    const second = await place(browniesTimes(3, { cartVersion: 2 }))
    await cancelOrder(deps, { ...of(first), reason: 'x' })
    const { db } = database.store
    const all = await listOrders({ db }, { page: 1, limit: 50 })
    expect(all.orders.map((row) => row.number)).toEqual([second.number, first.number])
    expect(all.orders[0]).toMatchObject({ items: 3, customer: 'Camila Rojas', total: 14_970 })
    const open = await listOrders({ db }, { tenant: 'acme', status: 'pending_payment', page: 1, limit: 50 })
    expect(open).toMatchObject({ total: 1, orders: [{ number: second.number }] })
  })

  it('cancel what is unpaid, once, and tell the shopper; refuse what is paid', async () => {
    const order = await place()
    expect(await cancelOrder(deps, { ...of(order), reason: 'x' })).toMatchObject({
      status: 'cancelled',
      told: 'queued',
    })
    expect(await cancelOrder(deps, { ...of(order), reason: 'x' })).toMatchObject({ status: 'cancelled', told: null })
    expect(await stock()).toEqual([10, 0, 0])
    const bought = await paid(brownies({ paymentMethod: 'flow', cartVersion: 2 }))
    await expect(cancelOrder(deps, { ...of(bought), reason: 'x' })).rejects.toMatchObject({
      code: 'order_status',
      exit: 65,
    })
  })

  it('take a paid order to its shopper step by step, each told once, and never back', async () => {
    const order = await paid()
    await expect(
      fulfilOrder(deps, { ...of(await place(brownies({ cartVersion: 2 }))), step: 'shipped' }),
    ).rejects.toMatchObject({
      code: 'order_status',
    })
    expect(await fulfilOrder(deps, { ...of(order), step: 'preparing' })).toMatchObject({ told: 'queued' })
    expect(await fulfilOrder(deps, { ...of(order), step: 'preparing' })).toMatchObject({ told: null })
    await fulfilOrder(deps, { ...of(order), step: 'shipped', tracking: 'https://envio.cl/1' })
    await fulfilOrder(deps, { ...of(order), step: 'delivered' })
    await expect(fulfilOrder(deps, { ...of(order), step: 'preparing' })).rejects.toMatchObject({ code: 'order_status' })
    const notices = await world.notices(order)
    expect(notices.map((text) => text.split(':')[0])).toEqual(['link', 'paid', 'preparing', 'shipped', 'delivered'])
    expect(notices[3]).toContain('https://envio.cl/1')
    expect(notices[4]).toContain('10 días para arrepentirte')
    const conversation = await readConversationDetail(database.store.db, {
      tenantId: acme,
      id: camila.conversationId,
      reveal: true,
    })
    // Whoever takes the conversation over sees what the shopper was told.
    expect(conversation?.transcript.map((entry) => [entry.from, entry.text.split(/[:.!]/)[0]])).toEqual([
      ['bot', expect.stringContaining('está reservado')],
      ['bot', expect.stringContaining('Recibimos tu pago')],
      ['bot', expect.stringContaining('Estamos preparando')],
      ['bot', expect.stringContaining('va en camino')],
      ['bot', expect.stringContaining('figura como entregado')],
    ])
    const shown = await showOrder({ db: database.store.db }, of(order))
    // Noon of the 23rd: ten whole days later is the midnight that ends the 3rd, in Santiago.
    expect(shown).toMatchObject({ withdrawal_until: '2026-12-04T02:59:59.999Z' })
  })

  it('keep and tell a tracking number that comes after the parcel left, once', async () => {
    const order = await paid()
    await fulfilOrder(deps, { ...of(order), step: 'shipped' })
    const late = { ...of(order), step: 'shipped' as const, tracking: 'https://envio.cl/8812' }
    expect(await fulfilOrder(deps, late)).toMatchObject({ status: 'shipped', told: 'queued' })
    expect(await fulfilOrder(deps, late)).toMatchObject({ told: null })
    expect(await fulfilOrder(deps, { ...of(order), step: 'shipped' })).toMatchObject({ told: null })
    expect(await showOrder({ db: database.store.db }, of(order))).toMatchObject({ tracking: 'https://envio.cl/8812' })
    const notices = await world.notices(order)
    expect(notices.map((text) => text.split(':')[0])).toEqual(['link', 'paid', 'shipped', 'shipped'])
    expect(notices[3]).toContain('https://envio.cl/8812')
  })

  it('show the pin that was shared, and the number behind "este mismo"', async () => {
    const location = { latitude: -33.45, longitude: -70.6 }
    const order = await place(
      brownies({
        customer: { name: 'Camila', phone: SAME_PHONE },
        delivery: { method: 'delivery', address: 'Ubicación compartida', location },
      }),
    )
    const shown = await showOrder({ db: database.store.db }, of(order))
    expect(shown.delivery).toMatchObject({ location })
    expect(shown.customer.phone).toMatch(/^\+56/)
  })

  it('say how the shopper hears of it outside the 24 hours', async () => {
    const order = await paid()
    await database.store.db.updateTable('channel').set({ provider: 'meta' }).execute()
    world.clock.now += 25 * HOUR
    expect(await fulfilOrder(deps, { ...of(order), step: 'preparing' })).toMatchObject({ told: 'waits' })
    await database.store.db
      .updateTable('tenant')
      .set({
        settings: JSON.stringify({
          money: { templates: { shipped: 'pedido_en_camino', delivered: 'pedido_entregado' } },
        }),
      })
      .execute()
    expect(await fulfilOrder(deps, { ...of(order), step: 'shipped' })).toMatchObject({ told: 'as_template' })
    const bubble = await database.store.db
      .selectFrom('outbox')
      .select('body')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(bubble.body)).toMatchObject({
      template: { name: 'pedido_en_camino', language: 'es_CL', parameters: ['Camila', order.number] },
    })
    // Bubbles go in order: what stands behind a notice that waits is not promised as a template.
    await database.store.db.updateTable('outbox').set({ status: 'waiting' }).execute()
    expect(await fulfilOrder(deps, { ...of(order), step: 'delivered' })).toMatchObject({ told: 'waits' })
  })

  it('mark a transfer as paid, audited with who said so', async () => {
    const order = await place(brownies({ paymentMethod: 'transfer' }))
    await world.runDue()
    await openCase(
      database.store.db,
      {
        tenantId: acme,
        kind: 'transfer_proof',
        conversationId: camila.conversationId,
        contactId: camila.contactId,
        orderId: order.id,
        summary: 'Dice que transfirió',
        source: 'msg_1',
      },
      world.deps.now(),
    )
    expect(await openCases(order)).toEqual(['transfer_proof'])
    expect(await payByHand(deps, { ...of(order), note: 'Banco de Chile 8812' })).toMatchObject({ status: 'paid' })
    await expect(payByHand(deps, { ...of(order), note: null })).rejects.toMatchObject({ code: 'order_status' })
    expect(await stock()).toEqual([8, 0, 2])
    expect(await openCases(order)).toEqual([])
    const audit = await database.store.db.selectFrom('audit').select(['actor', 'action', 'object', 'after']).execute()
    expect(audit).toEqual([{ actor: 'cli:ana', action: 'order.pay', object: order.number, after: expect.anything() }])
    expect(JSON.parse(audit[0]!.after!)).toEqual({ status: 'paid', amount: order.total })
  })

  it('tell the account to whoever transfers', async () => {
    const settings = {
      account: {
        holder: 'Acme SpA',
        rut: '76.123.456-0',
        bank: 'BancoEstado',
        accountType: 'Cuenta vista',
        accountNumber: '123',
        email: null,
      },
    }
    await database.store.db
      .insertInto('payment_account')
      .values({
        tenant_id: acme,
        provider: 'transfer',
        secrets: null,
        settings: JSON.stringify(settings),
        created_at: 0,
        updated_at: 0,
      })
      .execute()
    const order = await place(brownies({ paymentMethod: 'transfer' }))
    await world.runDue()
    const [text] = await world.notices(order)
    expect(text).toMatch(/transfiere \*\$9\.980\*[\s\S]+76\.123\.456-0[\s\S]+Cuenta vista 123/)
    // Asked for again: the same account, and no other attempt.
    const attempts = () => database.store.db.selectFrom('payment').select(['id', 'status']).execute()
    const before = await attempts()
    const again = await resendLink({ ...deps, baseUrl: 'http://127.0.0.1:9001' }, of(order))
    expect(again).toMatchObject({ payment_url: null, told: 'queued' })
    expect(await attempts()).toEqual(before)
    expect((await world.notices(order)).filter((notice) => notice.includes('Cuenta vista 123'))).toHaveLength(2)
    // By the shopper, in the chat: once for each time they ask.
    for (const times of [3, 4]) {
      world.clock.now += 60_000
      await world.apply(camila, { type: 'renew_payment', orderId: order.id })
      await world.runDue()
      await world.runDue()
      expect((await world.notices(order)).filter((notice) => notice.includes('Cuenta vista 123'))).toHaveLength(times)
    }
    expect(await attempts()).toEqual(before)
    await world.pass(47 * HOUR - 2 * 60_000)
    expect((await world.order(order)).status).toBe('pending_payment')
    await world.pass(2 * HOUR)
    expect((await world.order(order)).status).toBe('expired')
  })

  it('mark an expired order as paid only where everything is still there', async () => {
    const order = await place()
    await world.pass(HOUR)
    const pedro = await world.shopper(acme, '+56922222222')
    const taken = await world.place(pedro, browniesTimes(9))
    await expect(payByHand(deps, { ...of(order), note: null })).rejects.toMatchObject({ code: 'out_of_stock' })
    await world.apply(pedro, { type: 'cancel_order', orderId: taken.id, reason: 'x' })
    expect(await payByHand(deps, { ...of(order), note: null })).toMatchObject({ status: 'paid' })
  })

  it('give all the money back, and the units where the parcel has not left', async () => {
    const order = await paid()
    expect(await refundOrder(deps, { ...of(order), reason: 'sin stock' })).toMatchObject({
      status: 'paid',
      told: 'queued',
    })
    await expect(refundOrder(deps, { ...of(order), reason: 'otra vez' })).rejects.toMatchObject({
      code: 'refund_amount',
    })
    await world.runDue()
    expect((await world.order(order)).status).toBe('paid')
    world.flow.finishRefund([...world.flow.refunds.keys()][0]!)
    await world.pass(2 * HOUR)
    expect((await world.order(order)).status).toBe('refunded')
    expect(await stock()).toEqual([10, 0, 0])
  })

  it('give a part back and keep the order', async () => {
    const order = await paid()
    await fulfilOrder(deps, { ...of(order), step: 'delivered' })
    await expect(refundOrder(deps, { ...of(order), amount: 9981, reason: 'x' })).rejects.toMatchObject({
      code: 'refund_amount',
    })
    await refundOrder(deps, { ...of(order), amount: 4990, reason: 'una mala' })
    await world.runDue()
    world.flow.finishRefund([...world.flow.refunds.keys()][0]!)
    await world.pass(2 * HOUR)
    expect((await world.order(order)).status).toBe('delivered')
    await refundOrder(deps, { ...of(order), reason: 'y la otra' })
    await world.runDue()
    world.flow.finishRefund([...world.flow.refunds.keys()][1]!)
    await world.pass(2 * HOUR)
    expect((await world.order(order)).status).toBe('refunded')
    // Delivered goods are with the shopper until somebody says otherwise.
    expect(await stock()).toEqual([8, 0, 2])
  })

  it('never ask for a refund twice where its answer was lost: a person looks, and says when it is done', async () => {
    const order = await paid()
    world.flow.trouble('/refund/create', 'lose-reply')
    await refundOrder(deps, { ...of(order), reason: 'x' })
    await world.pass(5 * HOUR)
    expect(world.flow.refunds.size).toBe(1)
    const cases = await database.store.db.selectFrom('support_case').select(['kind', 'status']).execute()
    expect(cases).toEqual([{ kind: 'refund', status: 'open' }])
    expect(await finishRefundByHand(deps, of(order))).toMatchObject({ status: 'refunded' })
    await expect(finishRefundByHand(deps, of(order))).rejects.toMatchObject({ code: 'refund_none_open' })
    expect((await database.store.db.selectFrom('support_case').select('status').executeTakeFirstOrThrow()).status).toBe(
      'closed',
    )
  })

  it('send the open link again, and make a new one where it came to nothing', async () => {
    const order = await place()
    const resend = { ...deps, baseUrl: 'http://127.0.0.1:9001' }
    const again = await resendLink(resend, of(order))
    expect(again).toMatchObject({ payment_url: order.paymentUrl, told: 'queued' })
    await database.store.db.updateTable('payment').set({ status: 'rejected' }).execute()
    const fresh = await resendLink(resend, of(order))
    expect(fresh.payment_url).not.toBe(order.paymentUrl)
    await world.apply(camila, { type: 'cancel_order', orderId: order.id, reason: 'x' })
    await expect(resendLink(resend, of(order))).rejects.toMatchObject({ code: 'order_status' })
  })
})
