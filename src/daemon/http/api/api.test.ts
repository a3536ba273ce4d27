import fastify, { type FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../../test/support/databases.ts'
import { openAsWorker } from '../../../../test/support/worker-role.ts'
import { seedBubble, seedConversation, seedOrder, seedShop, seedTurn } from '../../../../test/support/operators.ts'
import { createSecretBox } from '../../../secrets.ts'
import { silentLog } from '../../../log.ts'
import { createLogins, type Logins } from '../../../services/users/log-in.ts'
import { openCase } from '../../../store/cases.ts'
import { createDiscount } from '../../../services/discounts/manage-discounts.ts'
import { addZone } from '../../../services/shipping/manage-zones.ts'
import { createUser } from '../../../services/users/manage-users.ts'
import { createTokens } from '../../../services/users/tokens.ts'
import type { Role } from '../../../store/users.ts'
import { registerAuth } from '../auth/register-auth.ts'
import { answerErrors } from '../errors.ts'
import { registerApi } from './register-api.ts'
import { mayDo, type ApiRoute } from './route.ts'
import { API_ROUTES } from './routes.ts'

const PASSWORD = 'caballo grapa pila correcta'
/** In no answer and no audit row, whatever was asked. */
const CREDENTIAL = 'credencial-que-nadie-debe-leer-0123'
const NOW = Date.UTC(2026, 10, 18, 18)
const ROLES = ['owner', 'operator', 'agent', 'viewer'] as const
/** Stands only in the other shop's rows: wherever it shows up, something leaked. */
const CANARY = 'CANARY-of-the-other-shop'

describeStores('the API', (open) => {
  let database: TestDatabase
  let app: FastifyInstance
  let logins: Logins
  let worker: Awaited<ReturnType<typeof openAsWorker>>
  let clock = NOW
  const bugs: unknown[] = []
  const tokens = {} as Record<Role, string>
  let userId = ''
  const letters = { mine: 0, theirs: 0 }
  const things = { mine: {}, theirs: {} } as Record<'mine' | 'theirs', Record<string, string>>

  beforeAll(async () => {
    database = await open()
    const { store } = database
    for (const [tenant, canary] of [
      ['mine', 'propio'],
      ['theirs', CANARY],
    ] as const) {
      await seedShop(store, { id: `t_${tenant}`, slug: tenant, name: `Tienda ${canary}` })
      for (let index = 0; index < 3; index++) {
        await seedConversation(store, {
          tenant: `t_${tenant}`,
          id: `cnv_${tenant}_${index}`,
          phone: `+5695091561${index}`,
          at: NOW - index * 1000,
          cartItems: 1,
        })
        await seedTurn(store, {
          tenant: `t_${tenant}`,
          conversation: `cnv_${tenant}_${index}`,
          id: `m${index}`,
          text: `hola ${canary}`,
          reply: `buenas ${canary}`,
          intent: index === 0 ? 'out_of_scope' : 'greeting',
          confidence: 0.9,
          latencyMs: 2,
          products: [`SKU-${canary}`],
          at: NOW - index * 1000,
        })
        await seedOrder(store, {
          tenant: `t_${tenant}`,
          id: `N-${canary}-${index}`,
          conversation: `cnv_${tenant}_${index}`,
          total: 1000,
          placedAt: NOW - index * 1000,
          paidAt: NOW,
          items: [{ sku: `SKU-${canary}`, name: `Producto ${canary}`, quantity: 1, price: 1000 }],
        })
      }
      await store.db
        .insertInto('product')
        .values(
          [1, 2, 3].map((n) => ({
            tenant_id: `t_${tenant}`,
            id: `p${n}`,
            sku: `SKU-${canary}-${n}`,
            name: `Producto ${canary}`,
            price: 1000,
            stocked: 5,
            available: 5,
            created_at: 0,
            updated_at: 0,
          })),
        )
        .execute()
      await seedBubble(store, {
        tenant: `t_${tenant}`,
        id: `ob_${tenant}`,
        conversation: `cnv_${tenant}_0`,
        at: NOW,
        status: 'dead',
        text: canary,
      })
      await openCase(
        store.db,
        {
          tenantId: `t_${tenant}`,
          kind: 'complaint',
          conversationId: `cnv_${tenant}_0`,
          contactId: null,
          orderId: null,
          summary: canary,
          source: 'test',
        },
        NOW,
      )
      await store.db
        .updateTable('support_case')
        .set({ id: `cas_${tenant}` })
        .where('tenant_id', '=', `t_${tenant}`)
        .execute()
      const by = { store, now: () => NOW, actor: 'cli:x' }
      const reduction = await createDiscount(by, { tenant, name: `Rebaja ${canary}`, percent: 5 })
      const zone = await addZone(by, {
        tenant,
        name: `Zona ${canary}`,
        comunas: ['Providencia'],
        regions: [],
        price: 1990,
      })
      await store.db
        .insertInto('channel')
        .values({
          id: `chn_${tenant}`,
          tenant_id: `t_${tenant}`,
          provider: 'meta',
          address: canary,
          created_at: 0,
          updated_at: 0,
        })
        .execute()
      things[tenant] = { discount: reduction.id, zone: zone.id, channel: `chn_${tenant}`, case: `cas_${tenant}` }
      await store.db
        .insertInto('audit')
        .values({ tenant_id: `t_${tenant}`, actor: 'cli:x', action: 'tenant.create', object: canary, at: NOW })
        .execute()
      await store.db
        .insertInto('model_call')
        .values({ tenant_id: `t_${tenant}`, purpose: canary, model: 'm', outcome: 'ok', latency_ms: 1, at: NOW })
        .execute()
    }
    // As the outbox writes them.
    const body = JSON.stringify({ reply: { type: 'text', text: 'hola' } })
    await store.db.updateTable('outbox').set({ body }).where('tenant_id', '=', 't_mine').execute()
    // The app runs as the daemon should in production: no superuser, so that the second wall holds, too.
    worker = await openAsWorker(database)
    logins = createLogins({
      store: worker.store,
      now: () => clock,
      tokens: createTokens({ key: randomBytes(32), now: () => clock }),
    })
    app = fastify()
    answerErrors(app, (error) => bugs.push(error))
    registerAuth(app, { logins })
    registerApi(app, {
      store: worker.store,
      now: () => clock,
      log: silentLog,
      logins,
      version: '0.1.0',
      baseUrl: 'http://127.0.0.1',
      secrets: createSecretBox(randomBytes(32).toString('hex')),
      environment: { meta: { address: null, secrets: {} }, twilio: { address: null, secrets: {} } },
    })
    await app.ready()
    for (const shop of ['mine', 'theirs'] as const) {
      const row = await store.db
        .selectFrom('outbox')
        .select('id')
        .where('opaque_id', '=', `ob_${shop}`)
        .executeTakeFirst()
      letters[shop] = row?.id ?? 0
    }
    const spare = await createUser(
      { store, now: () => clock, actor: 'cli:test' },
      { email: 'spare@example.cl', name: '', role: 'viewer', tenants: ['mine'], password: PASSWORD },
    )
    userId = spare.id
    for (const role of ROLES) {
      const email = `${role}@example.cl`
      await createUser(
        { store, now: () => clock, actor: 'cli:test' },
        { email, name: role, role, tenants: role === 'owner' ? [] : ['mine'], password: PASSWORD },
      )
      tokens[role] = await logIn(email)
    }
  })
  afterAll(async () => {
    expect(bugs).toEqual([])
    await app.close()
    await worker.close()
    await database.remove()
  })

  async function logIn(email: string): Promise<string> {
    const answer = await app.inject({ method: 'POST', url: '/auth/login', payload: { email, password: PASSWORD } })
    expect(answer.statusCode).toBe(200)
    return (answer.json() as { access_token: string }).access_token
  }

  /** Real ids of one shop in a route's path, and a body that the route accepts. */
  function requestFor(route: ApiRoute, shop: 'mine' | 'theirs', whose: 'mine' | 'theirs') {
    const canary = whose === 'mine' ? 'propio' : CANARY
    const conversation = whose === 'mine' ? 'cnv_mine_0' : 'cnv_theirs_0'
    const url = route.path
      .replace(':slug', shop)
      .replace(':sku', `SKU-${canary}-1`)
      .replace(':number', `N-${canary}-0`)
      .replace(':letter', String(letters[whose]))
      .replace(/:(discount|zone|channel|case)\b/, (_, kind: string) => things[whose][kind] ?? '')
      .replace(':id', route.path.startsWith('/api/users') ? userId : conversation)
    const person = { contact: `ctc_${conversation}` }
    const own: Record<string, object> = {
      'POST /api/clients': { name: 'Otra', slug: 'otra' },
      'PATCH /api/clients/:slug': { name: 'Nuevo nombre' },
      'PATCH /api/clients/:slug/settings': { changes: { reservation_minutes: '45' } },
      'PATCH /api/clients/:slug/products/:sku': { price: 2000 },
      'POST /api/clients/:slug/products/import': {
        catalog: `sku,name,price,stock\nSKU-${canary}-2,Producto ${canary},1500,5\n`,
      },
      'POST /api/clients/:slug/conversations/:id/reply': { text: 'hola' },
      'POST /api/clients/:slug/discounts': { name: 'Cyber', percent: 10 },
      'POST /api/clients/:slug/shipping-zones': { name: 'Norte', comunas: ['Arica'], price: 5990 },
      'POST /api/clients/:slug/channels/meta': {
        phone_number_id: '1055',
        credentials: { access: CREDENTIAL, app: CREDENTIAL, verify: CREDENTIAL },
      },
      'POST /api/clients/:slug/channels/twilio': {
        number: '+56223456789',
        credentials: { account_sid: 'AC1', auth: CREDENTIAL },
      },
      'POST /api/clients/:slug/privacy-requests': { ...person, kind: 'export' },
      'POST /api/clients/:slug/privacy/export': person,
      // Who waits for goods is not forgotten: refused, each time.
      'POST /api/clients/:slug/privacy/erase': { contact: `ctc_cnv_${whose}_2` },
      'POST /api/clients/:slug/privacy/block': person,
      'POST /api/users': { email: 'otra@example.cl', role: 'viewer', tenants: ['mine'], password: PASSWORD },
      'PATCH /api/users/:id': { name: 'Otro' },
      'POST /api/users/:id/password': { password: PASSWORD },
    }
    const body = route.body === undefined ? undefined : (own[`${route.method} ${route.path}`] ?? {})
    const confirmed = route.method === 'DELETE' && route.path === '/api/clients/:slug' ? `?confirm=${shop}` : ''
    return { method: route.method, url: `${url}${confirmed}`, ...(body !== undefined && { payload: body }) }
  }

  const send = (token: string | null, request: { method: string; url: string; payload?: object }) =>
    app.inject({
      ...(request as { method: 'GET'; url: string }),
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    })

  async function counts() {
    const { db } = database.store
    const tables = ['outbox', 'users', 'stock_movement', 'conversation_history'] as const
    const found: Record<string, unknown> = {}
    for (const table of tables)
      found[table] = (
        await db
          .selectFrom(table)
          .select((row) => row.fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n
    found['theirs'] = await db.selectFrom('product').selectAll().where('tenant_id', '=', 't_theirs').execute()
    found['their letters'] = await db.selectFrom('outbox').selectAll().where('tenant_id', '=', 't_theirs').execute()
    found['their orders'] = await db.selectFrom('orders').selectAll().where('tenant_id', '=', 't_theirs').execute()
    found['their shop'] = await db.selectFrom('tenant').selectAll().where('id', '=', 't_theirs').execute()
    found['their talks'] = await db.selectFrom('conversation').selectAll().where('tenant_id', '=', 't_theirs').execute()
    for (const table of ['channel', 'discount', 'shipping_zone', 'support_case', 'contact', 'privacy_request'] as const)
      found[`their ${table}`] = await db.selectFrom(table).selectAll().where('tenant_id', '=', 't_theirs').execute()
    found['shops'] = await db.selectFrom('tenant').select('id').execute()
    return found
  }

  it('lets nobody in without a good token (every route)', async () => {
    const before = await counts()
    for (const route of API_ROUTES)
      for (const header of [undefined, 'Bearer', 'Bearer x', 'Basic eA==', `Bearer ${tokens.owner}x`, 'Bearer null']) {
        const request = requestFor(route, 'mine', 'mine')
        const answer = await app.inject({
          ...(request as { method: 'GET'; url: string }),
          headers: header === undefined ? {} : { authorization: header },
        })
        expect([route.path, header, answer.statusCode]).toEqual([route.path, header, 401])
      }
    expect(await counts()).toEqual(before)
  })

  it('walks every route as every role against every mixture of own and foreign ids: no leak, no write', async () => {
    const before = await counts()
    let attempts = 0
    for (const role of ['operator', 'agent', 'viewer'] as const)
      for (const route of API_ROUTES) {
        const allowed = mayDo(role, route.role)
        const hasShop = route.path.includes(':slug')
        const variants: Array<{ method: string; url: string; payload?: object }> = hasShop
          ? [
              requestFor(route, 'theirs', 'theirs'),
              requestFor(route, 'theirs', 'mine'),
              ...(namesThing(route) ? [requestFor(route, 'mine', 'theirs')] : []),
              ...['t_theirs', 'THEIRS', 'theirs%00', '..%2Ftheirs', 'theirs%20', '*', '%25', "'--", 'nope'].map(
                (slug) => {
                  const request = requestFor(route, 'mine', 'theirs')
                  return { ...request, url: request.url.replace('/mine', `/${slug}`) }
                },
              ),
            ]
          : route.query !== undefined && 'tenant' in route.query.shape
            ? ['theirs', 't_theirs', 'nope', 'theirs%00', "' OR 1=1 --"].map((slug) => {
                const request = requestFor(route, 'mine', 'mine')
                return { ...request, url: `${request.url}?tenant=${slug}` }
              })
            : []
        for (const request of variants) {
          attempts += 1
          const answer = await send(tokens[role], request)
          expect([role, request.method, request.url, answer.statusCode]).toEqual([
            role,
            request.method,
            request.url,
            allowed ? 404 : 403,
          ])
          expect(answer.body).not.toContain(CANARY)
        }
        // And what is theirs must not be in what is ours, nor in a list of all.
        if (route.method !== 'GET') continue
        attempts += 1
        const own = await send(tokens[role], requestFor(route, 'mine', 'mine'))
        expect([role, route.path, own.statusCode]).toEqual([role, route.path, allowed ? 200 : 403])
        expect(own.body).not.toContain(CANARY)
        expect(own.body).not.toContain('theirs')
      }
    expect(attempts).toBeGreaterThanOrEqual(1000)
    expect(await counts()).toEqual(before)
  })

  /** True where the request names something beside the shop, which may then be the other shop's. */
  function namesThing(route: ApiRoute): boolean {
    return route.path.replace(':slug', '').includes(':') || route.path.includes('/privacy')
  }

  it('lets each role do what it may on its own shop, and writes down who did what', async () => {
    for (const route of API_ROUTES.filter(
      (one) => (one.method === 'POST' || one.method === 'PATCH') && one.path.includes(':slug'),
    ))
      for (const role of ['viewer', 'agent', 'operator', 'owner'] as const) {
        const answer = await send(tokens[role], requestFor(route, 'mine', 'mine'))
        // A second agent cannot take what the first one holds: that, too, is a right answer.
        // Nor does a zone overlap itself, nor is anyone forgotten who waits for goods.
        // Nor does an order go the same way twice, nor is a letter dead after it was retried: 400 and 404 then.
        const once = /takeover$|orders|dead-letters|shipping-zones|privacy/.test(route.path)
          ? [200, 400, 403, 404]
          : [200]
        const expected = mayDo(role, route.role) ? once : [403]
        expect([role, route.path, expected.includes(answer.statusCode), answer.statusCode]).toEqual([
          role,
          route.path,
          true,
          answer.statusCode,
        ])
      }
    const log = await database.store.db
      .selectFrom('audit')
      .selectAll()
      .where('actor', '=', 'user:operator@example.cl')
      .execute()
    expect(log.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['tenant.update', 'product.update', 'conversation.reply', 'conversation.release']),
    )
    const change = log.find((entry) => entry.action === 'product.update')
    expect(change).toMatchObject({ tenant_id: 't_mine', object: 'SKU-propio-1' })
    expect(
      await database.store.db.selectFrom('product').select('price').where('tenant_id', '=', 't_theirs').execute(),
    ).toEqual([1000, 1000, 1000].map((price) => ({ price })))
  })

  it('keeps what is sealed out of every answer and every row but its own', async () => {
    const rows = await database.store.db.selectFrom('audit').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(CREDENTIAL)
    const channels = await send(tokens.operator, { method: 'GET', url: '/api/channels?limit=1' })
    const page = channels.json() as { items: Array<{ tenant: string; account: string }>; next_cursor: string | null }
    expect(page.items).toHaveLength(1)
    const rest = await send(tokens.operator, { method: 'GET', url: `/api/channels?cursor=${page.next_cursor}` })
    const all = [...page.items, ...rest.json().items]
    expect(all.map((each) => each.tenant)).toEqual(all.map(() => 'mine'))
    expect(all.filter((each) => each.account === 'own')).toHaveLength(2)
    expect(channels.body + rest.body).not.toContain(CREDENTIAL)
    const [stored] = await database.store.db
      .selectFrom('channel')
      .select('secrets')
      .where('address', '=', '1055')
      .execute()
    expect(stored?.secrets).toBeTruthy()
    expect(stored?.secrets).not.toContain(CREDENTIAL)
  })

  it('opens, sets up, sells in and removes a shop, each step once and written down', async () => {
    const steps: ReadonlyArray<readonly [method: string, path: string, payload: object | undefined, action: string]> = [
      ['POST', '/api/clients', { name: 'Cuarta', slug: 'cuarta' }, 'tenant.create'],
      ['PATCH', '/api/clients/cuarta', { type: 'pets', phone: '+56912340009' }, 'tenant.update'],
      ['PATCH', '/api/clients/cuarta', { status: 'paused' }, 'tenant.update'],
      ['PATCH', '/api/clients/cuarta/settings', { changes: { reminders: '0' } }, 'tenant.settings'],
      [
        'POST',
        '/api/clients/cuarta/products/import',
        { catalog: 'sku,name,price,stock\nA,Taza,1990,4\n' },
        'product.import',
      ],
      ['POST', '/api/clients/cuarta/discounts', { name: 'Cyber', code: 'CYBER', percent: 10 }, 'discount.create'],
      ['POST', '/api/clients/cuarta/discounts/CYBER/disable', undefined, 'discount.disable'],
      ['POST', '/api/clients/cuarta/shipping-zones', { name: 'Todo', price: 3990, free_from: 30_000 }, 'shipping.add'],
      ['DELETE', '/api/clients/cuarta/shipping-zones/Todo', undefined, 'shipping.remove'],
      ['DELETE', '/api/clients/cuarta?confirm=cuarta', undefined, 'tenant.delete'],
    ]
    for (const [method, url, payload, action] of steps) {
      const answer = await send(tokens.owner, { method, url, ...(payload && { payload }) })
      expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, ''])
      const last = await database.store.db.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirst()
      expect([url, last?.action, last?.actor]).toEqual([url, action, 'user:owner@example.cl'])
    }
    expect((await send(tokens.owner, { method: 'GET', url: '/api/clients/cuarta' })).statusCode).toBe(404)
    const wrong = await send(tokens.owner, { method: 'DELETE', url: '/api/clients/mine?confirm=theirs' })
    expect([wrong.statusCode, wrong.json()]).toEqual([
      400,
      { error: expect.objectContaining({ code: 'not_confirmed' }) },
    ])
  })

  it('takes a catalog as a whole or not at all', async () => {
    const bad = { catalog: 'sku,name,price,stock\nB-1,Taza,1990,4\nB-2,,x,1\n' }
    const url = '/api/clients/mine/products/import'
    const refused = await send(tokens.operator, { method: 'POST', url, payload: bad })
    expect(refused.json()).toMatchObject({ written: false, created: 0 })
    expect(refused.json().rejected.length).toBeGreaterThan(0)
    expect((await send(tokens.viewer, { method: 'GET', url: '/api/clients/mine/products/B-1' })).statusCode).toBe(404)
    const huge = { catalog: 'x'.repeat(5 * 1024 * 1024) }
    expect((await send(tokens.operator, { method: 'POST', url, payload: huge })).statusCode).toBe(413)
  })

  it('shows an owner every shop', async () => {
    const answer = await send(tokens.owner, { method: 'GET', url: '/api/clients' })
    expect(answer.json().items.map((shop: { slug: string }) => shop.slug)).toEqual(['mine', 'theirs'])
    expect((await send(tokens.owner, { method: 'GET', url: '/api/orders?tenant=theirs' })).body).toContain(CANARY)
  })

  it('refuses unknown and privileged fields on every write', async () => {
    const before = await counts()
    for (const route of API_ROUTES.filter((one) => one.body !== undefined))
      for (const extra of [
        { id: 'x' },
        { tenant_id: 't_theirs' },
        { slug: 'theirs' },
        { password_hash: 'x' },
        { token_epoch: 9 },
        { available: 99 },
        { created_at: 0 },
        { __proto__polluted: true },
      ]) {
        // What a route does take is neither.
        if (Object.keys(extra).some((field) => field in (route.body?.shape ?? {}))) continue
        const request = requestFor(route, 'mine', 'mine')
        const answer = await send(tokens.owner, { ...request, payload: { ...request.payload, ...extra } })
        expect([route.path, Object.keys(extra), answer.statusCode]).toEqual([route.path, Object.keys(extra), 400])
      }
    expect(await counts()).toEqual(before)
  })

  it('answers nonsense with 400 and never with 500', async () => {
    for (const route of API_ROUTES) {
      const request = requestFor(route, 'mine', 'mine')
      const bad: Array<{ method: string; url: string; payload?: object }> = [
        { ...request, url: `${request.url}?limit=0` },
        { ...request, url: `${request.url}?limit=1e9&cursor=%00` },
        { ...request, url: `${request.url}?days=-1` },
        { ...request, url: `${request.url}?tenant=mine&tenant=theirs` },
        { ...request, url: `${request.url}?cursor=${Buffer.from('{"at":"x"}').toString('base64url')}` },
        ...(route.body === undefined
          ? []
          : [[], {}, { name: { $ne: 1 } }, { name: ['x'] }, { text: 7 }, { text: 'a\u0000b', name: 'a\u0000b' }].map(
              (payload) => ({ ...request, payload }),
            )),
      ]
      for (const one of bad) {
        const answer = await send(tokens.owner, one)
        expect([one.url, [200, 400, 404, 409].includes(answer.statusCode), answer.statusCode]).toEqual([
          one.url,
          true,
          answer.statusCode,
        ])
      }
    }
  })

  it('pages through everything once', async () => {
    for (const path of ['/api/products', '/api/orders', '/api/conversations']) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const url: string = `${path}?tenant=mine&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`
        const page = (await send(tokens.viewer, { method: 'GET', url })).json() as {
          items: Array<Record<string, unknown>>
          next_cursor: string | null
        }
        seen.push(...page.items.map((item) => String(item['sku'] ?? item['number'] ?? item['id'])))
        cursor = page.next_cursor
      } while (cursor !== null)
      expect(new Set(seen).size).toBe(3)
      expect(seen).toHaveLength(3)
    }
  })

  it('keeps numbers, names and addresses from viewers, and secrets from everyone', async () => {
    for (const path of [
      '/api/orders',
      '/api/conversations',
      '/api/clients/mine/conversations/cnv_mine_1',
      '/api/clients/mine/orders/N-propio-1',
    ]) {
      const viewer = await send(tokens.viewer, { method: 'GET', url: path })
      expect(viewer.body).not.toMatch(/\+5695091|Ana Pérez|ana@example/)
      const agent = await send(tokens.agent, { method: 'GET', url: path })
      expect(agent.body).toMatch(/\+5695091|Ana Pérez/)
    }
    for (const route of API_ROUTES.filter((one) => one.method === 'GET')) {
      const answer = await send(tokens.owner, requestFor(route, 'mine', 'mine'))
      expect(answer.body).not.toMatch(/argon2|password|secret|token_epoch/)
    }
  })

  it('describes itself, route by route', async () => {
    const answer = await app.inject({ method: 'GET', url: '/docs/json' })
    const document = answer.json() as { openapi: string; paths: Record<string, Record<string, unknown>> }
    expect(document.openapi).toBe('3.1.0')
    for (const route of API_ROUTES)
      expect(document.paths[route.path.replaceAll(/:([a-z]+)/g, '{$1}')]).toHaveProperty(route.method.toLowerCase())
    for (const path of [
      '/api/clients',
      '/api/products',
      '/api/orders',
      '/api/conversations',
      '/api/ai-analytics/conversation-stats',
      '/api/ai-analytics/intent-analysis',
      '/auth/login',
    ])
      expect(document.paths).toHaveProperty([path])
  })

  it('logs in with email or username, and is throttled', async () => {
    clock += 61_000
    const attempt = (payload: object) => app.inject({ method: 'POST', url: '/auth/login', payload })
    expect((await attempt({ username: 'owner', password: PASSWORD })).json()).toMatchObject({
      token_type: 'bearer',
      expires_in: 900,
    })
    expect((await attempt({ username: 'a\u0000\ud800', password: '\u0000' })).statusCode).toBe(401)
    clock += 61_000
    for (const payload of [{}, { email: 'owner@example.cl' }, { email: 7, password: 'x' }, []])
      expect((await attempt(payload)).statusCode).toBe(400)
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++)
      statuses.push((await attempt({ email: 'owner@example.cl', password: 'no' })).statusCode)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    clock += 61_000
    const session = (await attempt({ email: 'owner@example.cl', password: PASSWORD })).json() as {
      refresh_token: string
    }
    const fresh = await app.inject({
      method: 'POST',
      url: '/auth/refresh',
      payload: { refresh_token: session.refresh_token },
    })
    expect(fresh.json()).toMatchObject({ token_type: 'bearer' })
    const again = await app.inject({
      method: 'POST',
      url: '/auth/refresh',
      payload: { refresh_token: session.refresh_token },
    })
    expect(again.statusCode).toBe(401)
  })
})

it('counts guesses by the address that the proxy saw, and believes nobody else', async () => {
  const { clientAddress } = await import('../auth/register-auth.ts')
  const of = (ip: string, forwarded?: string) =>
    clientAddress({ ip, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })
  expect(of('127.0.0.1', '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9')
  expect(of('203.0.113.9', '6.6.6.6')).toBe('203.0.113.9')
  expect(of('127.0.0.1', 'nonsense')).toBe('127.0.0.1')
  expect(of('127.0.0.1')).toBe('127.0.0.1')
})
