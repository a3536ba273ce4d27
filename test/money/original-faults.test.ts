import fastify from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { answerErrors } from '../../src/daemon/http/errors.ts'
import { registerPayments } from '../../src/daemon/http/payments.ts'
import type { Effect, EffectContext } from '../../src/engine/commerce/effects.ts'
import { createSecretBox } from '../../src/secrets.ts'
import { createPaymentDirectory } from '../../src/services/payments/directory.ts'
import { addFlow } from '../../src/services/payments/manage-accounts.ts'
import { isOptedOut } from '../../src/store/consent.ts'
import { loadOrderFacts } from '../../src/store/orders.ts'
import { describeStores, type TestDatabase } from '../support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../support/money-world.ts'
import { brownies, browniesTimes, wipe } from '../support/shop.ts'

/**
 * The faults of the system that botctl replaces, as far as they touch money, stock, consent and other shops' data. Each
 * test is named after one of them, and shows that it cannot happen here.
 */
describeStores("the original's faults", (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let acme: string
  let bravo: string
  let camila: EffectContext

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    bravo = await world.shop('bravo')
    camila = await world.shopper(acme, '+56911111111')
  })
  afterEach(async () => {
    await world.audit()
    await world.close()
    await wipe(database.store.db)
  })

  async function stock(tenantId = acme) {
    const row = await database.store.db
      .selectFrom('product')
      .select(['available', 'reserved', 'sold'])
      .where('tenant_id', '=', tenantId)
      .where('sku', '=', 'BRW')
      .executeTakeFirstOrThrow()
    return [row.available, row.reserved, row.sold]
  }
  async function http() {
    const app = fastify()
    answerErrors(app, () => {})
    await app.register(async (scope) => registerPayments(scope, { ...world.deps, testMode: false }))
    return app
  }
  const linked = async (who = camila) => {
    const order = await world.place(who, brownies({ paymentMethod: 'flow' }))
    await world.runDue()
    return { order, token: await world.token(order) }
  }

  it('2. forged payments: one GET marks any order of any tenant paid', async () => {
    const { order, token } = await linked()
    const app = await http()
    for (const url of [
      `/pay/return?token=${token}&status=2`,
      `/pay/return?token=${token}&pagado=true&order=${order.number}`,
      `/pay/return?commerceOrder=${order.number}&status=2`,
      `/pay/local/${token}`,
    ]) {
      await app.inject({ method: 'GET', url })
      await app.inject({ method: 'POST', url, payload: `token=${token}&status=2&amount=9980` })
    }
    await app.inject({ method: 'POST', url: '/webhook/flow', payload: `token=${token}&status=2` })
    await world.pass(60_000)
    expect((await world.order(order)).status).toBe('pending_payment')
    await app.close()
  })

  it('3. real payments not recorded: the confirmation is always rejected, paid only if the browser returns', async () => {
    const first = await linked()
    world.flow.pay(first.token)
    const app = await http()
    const answer = await app.inject({
      method: 'POST',
      url: '/webhook/flow',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `token=${first.token}`,
    })
    expect(answer.statusCode).toBe(200)
    await world.runDue()
    expect((await world.order(first.order)).status).toBe('paid')
    // And with neither confirmation nor return.
    const pedro = await world.shopper(acme, '+56922222222')
    const second = await linked(pedro)
    world.flow.pay(second.token)
    await world.pass(60_000)
    expect((await world.order(second.order)).status).toBe('paid')
    await app.close()
  })

  it("4. all tenants' money to one Flow account, per-tenant keys ignored", async () => {
    const secrets = createSecretBox('a-key-for-tests')
    const deps = {
      store: database.store,
      now: world.deps.now,
      actor: 'cli:ana',
      environment: { flowApiUrl: world.flow.url, flowApiKey: 'KEY-acme', flowSecretKey: 'secret-acme' },
      secrets: async () => secrets,
      baseUrl: 'http://127.0.0.1:9001',
    }
    await addFlow(deps, { tenant: 'bravo', environment: 'production', apiKey: 'KEY-bravo', secretKey: 'secret-bravo' })
    const directory = createPaymentDirectory(deps)
    const request = {
      amount: 1000,
      currency: 'CLP' as const,
      subject: 'x',
      email: 'a@b.cl',
      timeoutSeconds: 900,
      confirmationUrl: 'http://x',
      returnUrl: 'http://x',
    }
    const inBravo = await (await directory.provider(bravo, 'flow')).create({ ...request, reference: 'b-1' })
    const inAcme = await (await directory.provider(acme, 'flow')).create({ ...request, reference: 'a-1' })
    expect(world.flow.payments.get(inBravo.ref)?.apiKey).toBe('KEY-bravo')
    // Acme has no account of its own: the environment's.
    expect(world.flow.payments.get(inAcme.ref)?.apiKey).toBe('KEY-acme')
    const stored = await database.store.db.selectFrom('payment_account').selectAll().execute()
    expect(JSON.stringify(stored)).not.toMatch(/KEY-bravo|secret-bravo/)
    // A sealed account copied to another shop does not open there.
    await database.store.db.updateTable('payment_account').set({ tenant_id: acme }).execute()
    await expect(directory.provider(acme, 'flow')).rejects.toMatchObject({ code: 'secret_unreadable' })
  })

  it('6. wrong price charged: somebody else made the price, sale price and discounts ignored', async () => {
    const oil = (unitPrice: number): Effect =>
      brownies({
        items: [{ sku: 'OIL', name: 'Aceite', quantity: 1, unitPrice }],
        subtotal: unitPrice,
        total: unitPrice,
      })
    for (const wrong of [1, 29_990, 25_000]) {
      expect(await world.apply(camila, oil(wrong))).toEqual({ outcome: 'conflict', reason: 'price_changed' })
    }
    expect(await world.apply(camila, oil(24_990))).toMatchObject({ order: { total: 24_990 } })
  })

  it('9. order and stock not atomic: partial failures keep stock and create ghost orders', async () => {
    const effect = brownies({
      items: [
        { sku: 'BRW', name: 'Brownie', quantity: 1, unitPrice: 4990 },
        { sku: 'PAP', name: 'Papelillos', quantity: 99, unitPrice: 1000 },
      ],
      subtotal: 103_990,
      total: 103_990,
    })
    for (let n = 0; n < 3; n++) {
      expect(await world.apply(camila, effect)).toEqual({ outcome: 'conflict', reason: 'out_of_stock' })
    }
    expect(await stock()).toEqual([10, 0, 0])
    expect(await loadOrderFacts(database.store.db, acme, camila.contactId)).toEqual([])
    for (const table of ['order_item', 'payment', 'stock_movement', 'job'] as const) {
      expect(await database.store.db.selectFrom(table).selectAll().execute()).toEqual([])
    }
  })

  it('9. three times "si": three orders, three units gone', async () => {
    for (const id of ['a', 'b', 'c']) await world.apply(camila, browniesTimes(1, { acceptedMessageId: id }))
    expect(await stock()).toEqual([9, 1, 0])
    expect(await loadOrderFacts(database.store.db, acme, camila.contactId)).toHaveLength(1)
  })

  it('9. cancel never restores stock', async () => {
    const order = await world.place(camila, brownies())
    expect(await stock()).toEqual([8, 2, 0])
    await world.apply(camila, { type: 'cancel_order', orderId: order.id, reason: 'cancelar' })
    expect(await stock()).toEqual([10, 0, 0])
  })

  it("10. pending-order lock-in: the shopper sees the other shop's order number", async () => {
    const order = await world.place(camila, brownies())
    const inBravo = await world.shopper(bravo, '+56911111111')
    expect(inBravo.contactId).not.toBe(camila.contactId)
    expect(await loadOrderFacts(database.store.db, bravo, inBravo.contactId)).toEqual([])
    expect(await loadOrderFacts(database.store.db, bravo, camila.contactId)).toEqual([])
    for (const type of ['cancel_order', 'renew_payment', 'check_payment', 'request_cancellation'] as const) {
      expect(await world.apply(inBravo, { type, orderId: order.id, reason: 'x' })).toMatchObject({
        outcome: 'conflict',
      })
    }
    expect((await world.order(order)).status).toBe('pending_payment')
    expect(await world.apply(inBravo, brownies())).toMatchObject({ outcome: 'applied' })
  })

  it('14. unsolicited messages: an opted-out shopper is known as such, by the last word', async () => {
    const say = (granted: boolean, proof: string): Effect => ({ type: 'consent', purpose: 'messages', granted, proof })
    await world.apply(camila, say(false, 'BAJA'))
    expect(await isOptedOut(database.store.db, acme, camila.contactId)).toBe(true)
    const inBravo = await world.shopper(bravo, '+56911111111')
    expect(await isOptedOut(database.store.db, bravo, inBravo.contactId)).toBe(false)
  })

  it('one message from the wrong number on every page refresh after payment: told once, by the own shop', async () => {
    const { order, token } = await linked()
    world.flow.pay(token)
    const app = await http()
    for (let n = 0; n < 5; n++) {
      await app.inject({ method: 'GET', url: `/pay/return?token=${token}` })
      await world.runDue()
    }
    const bubbles = await database.store.db
      .selectFrom('outbox')
      .select('channel_id')
      .where('source', '=', `order:${order.id}:paid`)
      .execute()
    expect(bubbles).toEqual([{ channel_id: `chn_${acme}` }])
    await app.close()
  })

  it('global sequential order ids: a number tells neither the next one nor how much is sold', async () => {
    const numbers: number[] = []
    for (let n = 0; n < 5; n++) {
      const shopper = await world.shopper(acme, `+5693333333${n}`)
      numbers.push(Number((await world.place(shopper, browniesTimes(1))).number))
    }
    expect(new Set(numbers).size).toBe(5)
    const steps = numbers.slice(1).map((number, index) => number - numbers[index]!)
    expect(steps.every((by) => by === 1)).toBe(false)
    expect(numbers.every((number) => number >= 1000 && number <= 9999)).toBe(true)
  })
})
