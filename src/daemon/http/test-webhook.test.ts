import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { addShop, openEdge } from '../../../test/support/edge.ts'
import type { Edge } from '../../../test/support/edge.ts'
import type { TurnDocument } from '../../services/turns/types.ts'
import { chooseTestTenant } from '../../services/channels/choose-test-tenant.ts'
import { isLoopback } from './test-webhook.ts'
import type { TestWebhookDeps } from './test-webhook.ts'

let database: TestDatabase
const edges: Edge[] = []
const played: unknown[] = []

/** What the engine would say: the shape is the contract's, the words are the input's. */
async function play(input: { tenantId: string; from: string; text: string }): Promise<TurnDocument> {
  played.push(input)
  return {
    tenant: input.tenantId.replace('ten_', ''),
    from: input.from,
    conversation: 'cnv_1',
    text: input.text,
    intent: 'greeting',
    confidence: 0.9,
    source: 'local',
    products: [],
    cart: { items: [], subtotal: 0, total: 0 },
    order: null,
    replies: [
      { type: 'text', text: '¡Hola!' },
      {
        type: 'buttons',
        text: '¿Qué buscas?',
        buttons: [
          { id: 'a', title: 'Aceites' },
          { id: 'b', title: 'Flores' },
        ],
      },
    ],
    latency_ms: 1,
  }
}

async function edge(options: Partial<TestWebhookDeps>): Promise<Edge> {
  const { store } = database
  const chooseTenant: TestWebhookDeps['chooseTenant'] = (wanted) => chooseTestTenant({ db: store.db }, wanted)
  const one = await openEdge(store, {
    http: { testWebhook: { open: false, token: null, play, chooseTenant, ...options } },
  })
  edges.push(one)
  return one
}

beforeAll(async () => {
  database = await openTestDatabase('sqlite')
  const first = await edge({})
  await addShop(first, { slug: 'acme', phone: '+56950915617' })
  await addShop(first, { slug: 'bravo' })
})
afterAll(async () => {
  for (const one of edges) {
    expect(one.bugs).toEqual([])
    await one.app.close()
  }
  await database.remove()
})

const HOLA = '{"telefono": "+56950915617", "mensaje": "hola"}'
const local = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:9001', 'content-type': 'application/json' } }

it('a database that is away is a 503 with the time to ask again, whichever route asked it', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
  const { app } = await edge({ open: true, play: () => Promise.reject(away) })
  const answer = await app.inject({ method: 'POST', url: '/webhook', ...local, payload: HOLA })
  expect([answer.statusCode, answer.json(), answer.headers['retry-after']]).toMatchObject([
    503,
    { error: { code: 'database_unavailable' } },
    '5',
  ])
})

describe('who may use it', () => {
  it('nobody where it is closed, whatever they say', async () => {
    const { app } = await edge({})
    for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: 'Bearer x' }]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/webhook',
        ...local,
        headers: { ...local.headers, ...headers },
        payload: HOLA,
      })
      expect(answer.statusCode).toBe(404)
    }
  })

  it('this machine where --test-webhook opens it: not a proxy on it, not a page in a browser, not a rebound name', async () => {
    const { app } = await edge({ open: true })
    const send = async (more: { remoteAddress?: string; headers?: Record<string, string> }): Promise<number> => {
      const answer = await app.inject({
        method: 'POST',
        url: '/webhook',
        remoteAddress: more.remoteAddress ?? '127.0.0.1',
        headers: { ...local.headers, ...more.headers },
        payload: HOLA,
      })
      return answer.statusCode
    }
    expect(await send({})).toBe(200)
    expect(await send({ remoteAddress: '::1', headers: { host: '[::1]:9001' } })).toBe(200)
    expect(await send({ headers: { origin: 'http://localhost:3000' } })).toBe(200)
    expect(await send({ remoteAddress: '10.0.0.7' })).toBe(404)
    expect(await send({ headers: { 'x-forwarded-for': '203.0.113.9' } })).toBe(404)
    expect(await send({ headers: { host: 'evil.example' } })).toBe(404)
    expect(await send({ headers: { origin: 'https://evil.example' } })).toBe(404)
    expect(await send({ headers: { origin: 'null' } })).toBe(404)
  })

  it('anyone with the token, nobody with another', async () => {
    const { app } = await edge({ token: 'tok-123' })
    const send = async (authorization: string): Promise<number> => {
      const headers = { ...local.headers, authorization }
      return (
        await app.inject({ method: 'POST', url: '/webhook', remoteAddress: '203.0.113.9', headers, payload: HOLA })
      ).statusCode
    }
    expect(await send('Bearer tok-123')).toBe(200)
    expect(await send('bearer tok-123')).toBe(200)
    for (const wrong of ['Bearer tok-124', 'Bearer tok-1234', 'Basic tok-123', 'tok-123', ''])
      expect(await send(wrong)).toBe(404)
  })

  it('knows a loopback address', () => {
    for (const yes of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', 'localhost'])
      expect([yes, isLoopback(yes)]).toEqual([yes, true])
    for (const no of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.cl', '1270.0.1', ''])
      expect([no, isLoopback(no)]).toEqual([no, false])
  })
})

describe("the guide's curl lines", () => {
  const post = async (payload: string, headers: Record<string, string> = {}, url = '/webhook') => {
    const { app } = edges.at(-1) ?? (await edge({ open: true }))
    return app.inject({ method: 'POST', url, ...local, headers: { ...local.headers, ...headers }, payload })
  }
  beforeAll(async () => {
    await edge({ open: true })
  })

  it('answers with the turn, and its replies as one text that can be answered by number', async () => {
    const answer = await post(HOLA)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      tenant: 'acme',
      from: '+56950915617',
      text: 'hola',
      intent: 'greeting',
      respuesta: '¡Hola!\n\n¿Qué buscas?\n\n1. Aceites\n2. Flores\n\nResponde con el número de tu opción.',
    })
  })

  it('takes JSON that curl -d calls a form, a real form, and JSON of no type', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post(HOLA, form)).statusCode).toBe(200)
    expect((await post('telefono=%2B56950915617&mensaje=hola', form)).statusCode).toBe(200)
    expect((await post(HOLA, { 'content-type': 'text/plain' })).statusCode).toBe(200)
  })

  it('chooses the shop: slug in the path, tenant in the body, the number; asks where nothing says', async () => {
    expect((await post(HOLA, {}, '/webhook/bravo')).json()).toMatchObject({ tenant: 'bravo' })
    expect((await post('{"telefono":"+56911111111","mensaje":"x","tenant":"bravo"}')).json()).toMatchObject({
      tenant: 'bravo',
    })
    const unclear = await post('{"telefono":"+56911111111","mensaje":"x"}')
    expect([unclear.statusCode, unclear.json()]).toMatchObject([400, { error: { code: 'tenant_needed' } }])
    const missing = await post(HOLA, {}, '/webhook/nobody')
    expect([missing.statusCode, missing.json()]).toMatchObject([404, { error: { code: 'tenant_not_found' } }])
  })

  it.each([
    ['not JSON', 'hola'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no number', '{"mensaje":"x"}'],
    ['a number as a number', '{"telefono":56950915617,"mensaje":"x"}'],
    ['no phone', '{"telefono":"abc","mensaje":"x"}'],
    ['no text', '{"telefono":"+56950915617"}'],
    ['text that is none', '{"telefono":"+56950915617","mensaje":{"a":1}}'],
    ['a text of 100,000', `{"telefono":"+56950915617","mensaje":"${'x'.repeat(100_000)}"}`],
    ['a tenant that is none', '{"telefono":"+56950915617","mensaje":"x","tenant":7}'],
    ['nothing', ''],
  ])('400 for %s', async (_, payload) => {
    const answer = await post(payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({
      error: {
        code: expect.any(String),
        message: expect.any(String),
        hint: expect.toBeOneOf([null, expect.any(String)]),
      },
    })
  })

  it('hands the engine clean text', async () => {
    await post('{"telefono":"9 5091 5617","mensaje":"a\\u0000b\\ud800"}')
    expect(played.at(-1)).toEqual({ tenantId: 'ten_acme', from: '+56950915617', text: 'ab\ufffd' })
  })
})
