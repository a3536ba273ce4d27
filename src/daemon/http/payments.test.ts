import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import fc from 'fast-check'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../../../test/support/money-world.ts'
import { brownies, wipe } from '../../../test/support/shop.ts'
import type { EffectContext } from '../../engine/commerce/effects.ts'
import type { Order } from '../../store/orders.ts'
import { answerErrors } from './errors.ts'
import { registerPayments } from './payments.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

describeStores('payment routes', (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let app: FastifyInstance
  let acme: string
  let camila: EffectContext
  const bugs: unknown[] = []

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    camila = await world.shopper(acme, '+56911111111')
    app = await serve(true)
  })
  afterEach(async () => {
    expect(bugs).toEqual([])
    await app.close()
    await world.audit()
    await world.close()
    await wipe(database.store.db)
  })

  async function serve(testMode: boolean) {
    const made = fastify()
    answerErrors(made, (error) => bugs.push(error))
    await made.register(async (scope) => registerPayments(scope, { ...world.deps, testMode }))
    return made
  }

  const confirm = (token: string) =>
    app.inject({ method: 'POST', url: '/webhook/flow', headers: FORM, payload: `token=${encodeURIComponent(token)}` })

  async function withLink(): Promise<{ order: Order; token: string }> {
    const order = await world.place(camila, brownies({ paymentMethod: 'flow' }))
    await world.runDue()
    return { order, token: await world.token(order) }
  }

  it('a confirmation is answered 200 with its timer on disk, and asks Flow itself', async () => {
    const { order, token } = await withLink()
    world.flow.pay(token)
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token)))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 200))
    expect((await world.order(order)).status).toBe('pending_payment')
    await world.runDue()
    expect((await world.order(order)).status).toBe('paid')
    expect((await world.events(order)).filter((kind) => kind === 'paid')).toHaveLength(1)
  })

  it('a confirmation of a payment that Flow calls unpaid pays nothing', async () => {
    const { order, token } = await withLink()
    await confirm(token)
    await world.runDue()
    expect((await world.order(order)).status).toBe('pending_payment')
  })

  it('a forged token is answered 200, changes nothing, and is limited', async () => {
    const { order } = await withLink()
    const before = await database.store.db.selectFrom('job').selectAll().orderBy('id').execute()
    const codes = new Set<number>()
    for (let n = 0; n < 80; n++) codes.add((await confirm(`FORGED${n}`)).statusCode)
    expect([...codes]).toEqual([200, 429])
    expect(await database.store.db.selectFrom('job').selectAll().orderBy('id').execute()).toEqual(before)
    expect((await world.order(order)).status).toBe('pending_payment')
    world.clock.now += 10_000
    expect((await confirm('FORGED')).statusCode).toBe(200)
  })

  it('a replayed confirmation of a paid order sets no timer and pays nothing again', async () => {
    const { order, token } = await withLink()
    world.flow.pay(token)
    await confirm(token)
    await world.runDue()
    await database.store.db.deleteFrom('job').execute()
    await confirm(token)
    expect(await database.store.db.selectFrom('job').selectAll().execute()).toEqual([])
    expect((await world.notices(order)).filter((text) => text.startsWith('paid'))).toHaveLength(1)
  })

  it('the way back says nothing about the payment, and causes the same question', async () => {
    const { order, token } = await withLink()
    world.flow.pay(token)
    await database.store.db.updateTable('tenant').set({ phone: '+56 2 2345 6789', name: '<b>Acme</b> & Co' }).execute()
    for (const inject of [
      { method: 'GET' as const, url: `/pay/return?token=${token}` },
      { method: 'POST' as const, url: '/pay/return', headers: FORM, payload: `token=${token}` },
    ]) {
      const answer = await app.inject(inject)
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain('Estamos confirmando')
      expect(answer.body).toContain('https://wa.me/56223456789')
      expect(answer.body).toContain('&lt;b&gt;Acme&lt;/b&gt; &amp; Co')
      expect(answer.body).not.toContain(order.number)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    }
    expect((await world.order(order)).status).toBe('pending_payment')
    await world.runDue()
    expect((await world.order(order)).status).toBe('paid')
  })

  it('a forged return shows the same page without a shop, and pays nothing', async () => {
    const { order } = await withLink()
    for (const url of ['/pay/return', '/pay/return?token=x', `/pay/return?token=${order.id}&status=2&paid=true`]) {
      const answer = await app.inject({ method: 'GET', url })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('wa.me')
    }
    await world.runDue()
    expect((await world.order(order)).status).toBe('pending_payment')
  })

  it('a tester on this machine says what happened to a local link', async () => {
    const order = await world.place(camila, brownies())
    const path = new URL(order.paymentUrl!).pathname
    const page = await app.inject({ method: 'GET', url: path })
    expect(page.body).toContain('value="paid"')
    expect(page.body).toContain('$9.980')
    const paid = await app.inject({ method: 'POST', url: path, headers: FORM, payload: 'outcome=paid' })
    expect([paid.statusCode, paid.headers.location]).toEqual([303, path])
    expect((await world.order(order)).status).toBe('paid')
    expect((await app.inject({ method: 'GET', url: path })).body).toContain('Pago recibido')
    const again = await app.inject({ method: 'POST', url: path, headers: FORM, payload: 'outcome=rejected' })
    expect(again.statusCode).toBe(409)
    expect((await world.order(order)).status).toBe('paid')
  })

  it('a local link shows no buttons and takes no word for it in production, through a proxy, or from another site', async () => {
    const order = await world.place(camila, brownies())
    const path = new URL(order.paymentUrl!).pathname
    const production = await serve(false)
    expect((await production.inject({ method: 'GET', url: path })).body).not.toContain('<button')
    for (const [server, headers] of [
      [production, {}],
      [app, { 'x-forwarded-for': '203.0.113.9' }],
      [app, { origin: 'https://evil.example' }],
      [app, { host: 'rebound.example:9001' }],
      [app, { origin: 'null' }],
    ] as const) {
      const answer = await server.inject({
        method: 'POST',
        url: path,
        headers: { ...FORM, ...headers },
        payload: 'outcome=paid',
      })
      expect(answer.statusCode).toBe(404)
    }
    await production.close()
    expect((await world.order(order)).status).toBe('pending_payment')
  })

  it('a confirmation while the database is away is answered 503, to come again', async () => {
    const made = fastify()
    answerErrors(made, (error) => bugs.push(error))
    const away = new Proxy(world.deps.store.db, {
      get() {
        throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
      },
    })
    const store = { ...world.deps.store, db: away }
    await made.register(async (scope) => registerPayments(scope, { ...world.deps, store, testMode: false }))
    const answer = await made.inject({ method: 'POST', url: '/webhook/flow', headers: FORM, payload: 'token=ABC' })
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
    await made.close()
  })

  it('a wrong outcome is refused, and a token of nobody is not there', async () => {
    const order = await world.place(camila, brownies())
    const path = new URL(order.paymentUrl!).pathname
    const wrong = await app.inject({ method: 'POST', url: path, headers: FORM, payload: 'outcome=free' })
    expect(wrong.statusCode).toBe(400)
    for (const url of ['/pay/local/lp_00000000000000000000', '/pay/local/x', '/pay/local/%00']) {
      expect((await app.inject({ method: 'GET', url })).statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  it('no input gives a 500', async () => {
    const payload = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(
        'token=',
        'token=%00',
        'token=%ff%fe',
        'token[]=a&token[]=b',
        '{"token":"x"}',
        'token='.padEnd(9000, 'x'),
      ),
      fc.string({ unit: 'binary' }).map((text) => `token=${encodeURIComponent(text.toWellFormed())}`),
    )
    const type = fc.constantFrom(
      undefined,
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'image/png',
      '///',
    )
    const url = fc.constantFrom(
      '/webhook/flow',
      '/pay/return',
      '/pay/return?token[]=1',
      '/pay/local/lp_x',
      '/pay/local/%F0%9F',
    )
    await fc.assert(
      fc.asyncProperty(
        url,
        type,
        payload,
        fc.constantFrom('POST' as const, 'GET' as const),
        async (to, contentType, body, method) => {
          const answer = await app.inject({
            method,
            url: to,
            ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
            ...(method === 'POST' ? { payload: body } : {}),
          })
          expect(answer.statusCode).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
  })
})
