import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../../../test/support/money-world.ts'
import { brownies, browniesTimes, wipe } from '../../../test/support/shop.ts'
import type { EffectContext } from '../../engine/commerce/effects.ts'
import { findPaymentByRef } from '../../store/payments.ts'
import { plantMoneyJobs, pollPayment } from './jobs.ts'
import { reconcileDay } from './reconcile.ts'
import { settlePayment } from './settle.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const flowOrder = brownies({ paymentMethod: 'flow' })

describeStores('collecting through Flow', (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let acme: string
  let camila: EffectContext

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    camila = await world.shopper(acme, '+56911111111')
  })
  afterEach(async () => {
    await world.audit()
    await world.close()
    await wipe(database.store.db)
  })

  async function settleToken(token: string) {
    const payment = await findPaymentByRef(database.store.db, 'flow', token)
    return settlePayment(world.deps, { tenantId: payment!.tenant_id, paymentId: payment!.id })
  }

  async function stock() {
    const row = await database.store.db
      .selectFrom('product')
      .select(['available', 'reserved', 'sold'])
      .where('tenant_id', '=', acme)
      .where('sku', '=', 'BRW')
      .executeTakeFirstOrThrow()
    return [row.available, row.reserved, row.sold]
  }

  async function withLink(effect = flowOrder) {
    const order = await world.place(camila, effect)
    await world.runDue()
    return { order: await world.order(order), token: await world.token(order) }
  }

  it('creates the link after the order, with the reservation as its life, and sends it as a button', async () => {
    const { order, token } = await withLink()
    const payment = world.flow.payments.get(token)!
    expect(payment).toMatchObject({
      amount: 9980,
      currency: 'CLP',
      timeout: 1800,
      email: 'camila@correo.cl',
      subject: `Pedido ${order.number}`,
      urlConfirmation: 'http://127.0.0.1:9001/webhook/flow',
      urlReturn: 'http://127.0.0.1:9001/pay/return',
    })
    expect(payment.commerceOrder.length).toBeLessThanOrEqual(40)
    expect(order.paymentUrl).toContain(`token=${token}`)
    const bubble = await database.store.db.selectFrom('outbox').select('body').executeTakeFirstOrThrow()
    expect(JSON.parse(bubble.body)).toMatchObject({
      reply: { type: 'link', title: 'Pagar $9.980', url: order.paymentUrl },
    })
  })

  it('marks an order paid once, however often and at whatever moment Flow calls', async () => {
    const { order, token } = await withLink()
    expect(await settleToken(token)).toBe('pending')
    world.flow.pay(token)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => settleToken(token)))
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already_paid')).toHaveLength(19)
    expect(await world.order(order)).toMatchObject({ status: 'paid', paymentUrl: null })
    expect(await stock()).toEqual([8, 0, 2])
    expect((await world.events(order)).filter((kind) => kind === 'paid')).toHaveLength(1)
    expect((await world.notices(order)).filter((text) => text.startsWith('paid'))).toHaveLength(1)
  })

  it('finds a payment whose confirmation never came', async () => {
    const { order, token } = await withLink()
    await world.pass(3 * MINUTE)
    world.flow.pay(token)
    await world.pass(2 * MINUTE)
    expect((await world.order(order)).status).toBe('paid')
  })

  it.each([
    ['amount', { amount: 1 }],
    ['currency', { currency: 'USD' }],
    ['order', { commerceOrder: '9999-1-other' }],
  ])('pays nothing with another %s than was asked for, and opens one case', async (_, changes) => {
    const { order, token } = await withLink()
    world.flow.pay(token, changes)
    for (let n = 0; n < 3; n++) expect(await settleToken(token)).toBe('mismatch')
    expect((await world.order(order)).status).toBe('pending_payment')
    const cases = await database.store.db.selectFrom('support_case').select('kind').execute()
    expect(cases).toEqual([{ kind: 'payment' }])
    // Its time runs out like any other's, but nobody who paid is told that nothing was charged.
    await world.pass(HOUR)
    expect((await world.order(order)).status).toBe('expired')
    expect((await world.notices(order)).filter((text) => text.startsWith('expired'))).toEqual([])
  })

  it('gives the units back when nobody pays, and says so', async () => {
    const { order } = await withLink()
    await world.pass(29 * MINUTE)
    expect(await stock()).toEqual([8, 2, 0])
    await world.pass(2 * MINUTE)
    expect(await world.order(order)).toMatchObject({ status: 'expired', paymentUrl: null })
    expect(await stock()).toEqual([10, 0, 0])
    expect((await world.notices(order)).at(-1)).toContain('venció sin pago')
  })

  it('asks once more before it lets go: paid in the last second is paid', async () => {
    const { order, token } = await withLink()
    await database.store.db.deleteFrom('job').where('kind', '=', 'payment_poll').execute()
    await world.pass(29 * MINUTE)
    world.flow.pay(token)
    await world.pass(2 * MINUTE)
    expect((await world.order(order)).status).toBe('paid')
  })

  it('holds the units while Flow is away, and lets go after an hour of it', async () => {
    const { order } = await withLink()
    await database.store.db.deleteFrom('job').where('kind', '=', 'payment_poll').execute()
    for (let n = 0; n < 200; n++) world.flow.trouble('/payment/getStatus', 503)
    await world.pass(50 * MINUTE)
    expect((await world.order(order)).status).toBe('pending_payment')
    await world.pass(50 * MINUTE)
    expect((await world.order(order)).status).toBe('expired')
  })

  it('honours a payment after expiry where everything is still there', async () => {
    const { order, token } = await withLink()
    await world.pass(31 * MINUTE)
    expect((await world.order(order)).status).toBe('expired')
    world.flow.payments.get(token)!.timeout = null
    world.flow.pay(token)
    expect(await settleToken(token)).toBe('paid_late')
    expect((await world.order(order)).status).toBe('paid')
    expect(await stock()).toEqual([8, 0, 2])
    expect((await world.notices(order)).at(-1)).toContain('llegó después de la hora límite')
  })

  it('gives a late payment back where the units went to somebody else, and tells both', async () => {
    const { order, token } = await withLink()
    await world.pass(31 * MINUTE)
    expect((await world.order(order)).status).toBe('expired')
    const pedro = await world.shopper(acme, '+56922222222')
    await world.place(pedro, browniesTimes(9))
    world.flow.payments.get(token)!.timeout = null
    world.flow.pay(token)
    expect(await settleToken(token)).toBe('to_refund')
    expect((await world.order(order)).status).toBe('expired')
    expect((await world.notices(order)).at(-1)).toContain('no quedan todos los productos')
    await world.runDue()
    const refund = [...world.flow.refunds.values()][0]!
    expect(refund).toMatchObject({ amount: 9980, commerceTrxId: world.flow.payments.get(token)!.commerceOrder })
    world.flow.finishRefund(refund.token)
    await world.pass(2 * HOUR)
    expect((await world.notices(order)).at(-1)).toContain('está hecha')
    const cases = await database.store.db.selectFrom('support_case').select('kind').execute()
    expect(cases).toEqual([{ kind: 'refund' }])
  })

  it('gives back what is paid for an order that the shopper cancelled', async () => {
    const { order, token } = await withLink()
    await world.apply(camila, { type: 'cancel_order', orderId: order.id, reason: 'no' })
    world.flow.pay(token)
    expect(await settleToken(token)).toBe('to_refund')
    expect((await world.order(order)).status).toBe('cancelled')
    expect(await stock()).toEqual([10, 0, 0])
  })

  it('gives back the second of two payments for one order', async () => {
    const { order, token } = await withLink()
    await database.store.db
      .updateTable('payment')
      .set({ expires_at: world.clock.now - 1 })
      .execute()
    await world.apply(camila, { type: 'renew_payment', orderId: order.id })
    await world.runDue()
    const second = await world.token(order)
    expect(second).not.toBe(token)
    world.flow.pay(second)
    world.flow.pay(token)
    expect(await settleToken(second)).toBe('paid')
    expect(await settleToken(token)).toBe('to_refund')
    await world.runDue()
    expect(world.flow.refunds.size).toBe(1)
    world.flow.finishRefund([...world.flow.refunds.keys()][0]!)
    await world.pass(2 * HOUR)
    expect((await world.order(order)).status).toBe('paid')
  })

  it('says in plain words why a card was rejected, with a new link, and gives up after three', async () => {
    const { order, token } = await withLink()
    world.flow.reject(token, -8)
    await settleToken(token)
    await settleToken(token)
    await world.runDue()
    const notices = await world.notices(order)
    expect(notices.filter((text) => text.startsWith('rejected'))).toEqual([
      expect.stringContaining('la tarjeta está vencida'),
    ])
    expect(notices.filter((text) => text.startsWith('link'))).toHaveLength(2)
    expect(await stock()).toEqual([8, 2, 0])
    for (let n = 0; n < 2; n++) {
      world.flow.reject(await world.token(order))
      await settleToken(await world.token(order))
      await world.runDue()
    }
    expect((await world.order(order)).status).toBe('expired')
    expect(await stock()).toEqual([10, 0, 0])
    expect(world.flow.payments.size).toBe(3)
    // The last refusal is told as one, with its reason, and not as time that ran out.
    const last = (await world.notices(order)).at(-1)
    expect(last).toMatch(/^expired: ?.*El pago de tu pedido .* no pasó: el banco lo rechazó\..*último intento/)
  })

  it('pays an order by its second link after the first was rejected', async () => {
    const { order, token } = await withLink()
    world.flow.cancel(token)
    await settleToken(token)
    await world.runDue()
    world.flow.pay(await world.token(order))
    await settleToken(await world.token(order))
    expect((await world.order(order)).status).toBe('paid')
  })

  it('keeps the units for days once a cash coupon was issued', async () => {
    const { order, token } = await withLink()
    world.flow.issueCoupon(token)
    await settleToken(token)
    await settleToken(token)
    expect((await world.notices(order)).filter((text) => text.startsWith('cash'))).toHaveLength(1)
    await world.pass(40 * HOUR)
    expect((await world.order(order)).status).toBe('pending_payment')
    world.flow.pay(token)
    await world.pass(30 * HOUR)
    expect((await world.order(order)).status).toBe('paid')
  })

  it('gives the units back when the coupon was never paid', async () => {
    const { order, token } = await withLink()
    world.flow.issueCoupon(token)
    await settleToken(token)
    await world.pass(73 * HOUR)
    expect((await world.order(order)).status).toBe('expired')
  })

  it('looks up a create whose answer was lost, and never leaves two links that can be paid', async () => {
    world.flow.trouble('/payment/create', 'lose-reply')
    const order = await world.place(camila, flowOrder)
    await world.pass(20_000)
    expect(world.flow.calls.map((call) => call.path)).toContain('/payment/getStatusByCommerceId')
    const references = [...world.flow.payments.values()].map((each) => each.commerceOrder)
    expect(new Set(references).size).toBe(references.length)
    expect((await world.notices(order)).filter((text) => text.startsWith('link'))).toHaveLength(1)
    world.flow.pay(await world.token(order))
    await world.pass(5 * MINUTE)
    expect((await world.order(order)).status).toBe('paid')
  })

  it('creates once where the request itself was lost', async () => {
    world.flow.trouble('/payment/create', 'lose-request')
    const order = await world.place(camila, flowOrder)
    await world.pass(20_000)
    expect(world.flow.payments.size).toBe(1)
    expect((await world.order(order)).paymentUrl).not.toBeNull()
  })

  it('hands over where the keys are wrong: the shopper is told, and nothing is tried for ever', async () => {
    world.flow.trouble('/payment/create', 401)
    const broken = { ...world.deps, providers: { provider: () => world.deps.providers.provider('tnt_wrong', 'flow') } }
    const { createPayment } = await import('./create-payment.ts')
    const order = await world.place(camila, flowOrder)
    const payment = await database.store.db.selectFrom('payment').select('id').executeTakeFirstOrThrow()
    expect(await createPayment(broken, { tenantId: acme, paymentId: payment.id })).toBeNull()
    expect((await world.notices(order)).at(-1)).toContain('una persona de la tienda te escribe')
    expect(await world.events(order)).toContain('payment_failed')
  })

  it("ignores another shop's token, though it is paid", async () => {
    const bravo = await world.shop('bravo')
    const pedro = await world.shopper(bravo, '+56922222222')
    const { order } = await withLink()
    const other = await world.place(pedro, flowOrder)
    await world.runDue()
    // Bravo's paid token, planted as if it were Acme's.
    const stolen = await world.token(other)
    world.flow.pay(stolen)
    await database.store.db.updateTable('payment').set({ ref: stolen }).where('tenant_id', '=', acme).execute()
    const mine = await database.store.db
      .selectFrom('payment')
      .select('id')
      .where('tenant_id', '=', acme)
      .executeTakeFirstOrThrow()
    await expect(settlePayment(world.deps, { tenantId: acme, paymentId: mine.id })).rejects.toThrow()
    expect((await world.order(order)).status).toBe('pending_payment')
    // A shop's id with another shop's payment finds nothing.
    const theirs = await database.store.db
      .selectFrom('payment')
      .select('id')
      .where('tenant_id', '=', bravo)
      .executeTakeFirstOrThrow()
    expect(await settlePayment(world.deps, { tenantId: acme, paymentId: theirs.id })).toBe('unknown_payment')
  })

  it("lands each shop's pesos in its own account", async () => {
    const bravo = await world.shop('bravo')
    const pedro = await world.shopper(bravo, '+56922222222')
    const mine = await withLink()
    const theirs = await world.place(pedro, browniesTimes(3, { paymentMethod: 'flow' }))
    await world.runDue()
    expect(world.flow.payments.get(mine.token)).toMatchObject({ apiKey: 'KEY-acme', amount: 9980 })
    expect(world.flow.payments.get(await world.token(theirs))).toMatchObject({ apiKey: 'KEY-bravo', amount: 14_970 })
  })

  it('reconciles a day both ways', async () => {
    const { order, token } = await withLink()
    await database.store.db.deleteFrom('job').execute()
    world.flow.pay(token)
    const day = { tenantId: acme, provider: 'flow', date: '2026-11-23' }
    const foreign = await world.deps.providers.provider(acme, 'flow')
    const { ref } = await foreign.create({
      reference: 'otra-caja-1',
      amount: 500,
      currency: 'CLP',
      subject: 'x',
      email: 'a@b.cl',
      timeoutSeconds: 900,
      confirmationUrl: 'http://x',
      returnUrl: 'http://x',
    })
    world.flow.pay(ref)
    const first = await reconcileDay(world.deps, day)
    expect(first.findings.map((each) => each.finding).sort()).toEqual(['settled', 'unknown_here'])
    expect((await world.order(order)).status).toBe('paid')
    world.flow.payments.delete(token)
    const second = await reconcileDay(world.deps, day)
    expect(second.findings.map((each) => each.finding).sort()).toEqual(['unknown_here', 'unknown_there'])
  })

  it('sweeps every night: what no callback and no poll told is settled, and the rest becomes a case', async () => {
    const { order, token } = await withLink()
    await database.store.db.deleteFrom('job').execute()
    await plantMoneyJobs(database.store.db, world.clock.now)
    await plantMoneyJobs(database.store.db, world.clock.now)
    world.flow.pay(token)
    await world.pass(24 * HOUR)
    expect((await world.order(order)).status).toBe('paid')
    const cases = await database.store.db.selectFrom('support_case').select('summary').execute()
    expect(cases).toEqual([{ summary: expect.stringContaining('Reconciling 2026-11-23: settled') }])
    const jobs = await database.store.db.selectFrom('job').select('kind').orderBy('kind').execute()
    expect(jobs.map((job) => job.kind)).toEqual(['cart_reminders', 'payment_reconcile', 'retention'])
  })

  it('keeps polling a link whose order is gone, because it can still be paid', async () => {
    const { order } = await withLink()
    await world.apply(camila, { type: 'cancel_order', orderId: order.id, reason: 'no' })
    const payment = await database.store.db.selectFrom('payment').select('id').executeTakeFirstOrThrow()
    expect(await pollPayment(world.deps, { tenantId: acme, paymentId: payment.id })).toBeGreaterThan(world.clock.now)
  })
})
