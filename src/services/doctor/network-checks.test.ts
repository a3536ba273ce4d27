import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/databases.ts'
import { addShop, openEdge, TWILIO_NUMBER } from '../../../test/support/edge.ts'
import { startFakeFlow } from '../../../test/support/fake-flow.ts'
import { sendJson, startFake, type FakeServer, type Heard } from '../../../test/support/fake-provider.ts'
import { createSecretBox } from '../../secrets.ts'
import { runDoctor } from './run-doctor.ts'

/** What doctor finds outside: providers, Flow and certificates are real servers on loopback that are made ill in turn. */
const SECRET_KEY = 'a key for tests, long enough'
const NETWORK = new Set(['public_url', 'certificate', 'providers', 'flow', 'model'])
const DAY = 86_400_000

const boxOf = () => createSecretBox(SECRET_KEY)

let folder: string
let database: TestDatabase
let env: Record<string, string>
const cleanups: Array<() => unknown> = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'botctl-doctor-'))
  database = await openTestDatabase('sqlite')
  env = { HOME: folder, DATABASE_URL: database.url, SECRET_KEY }
  cleanups.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => database.remove(),
  )
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const found = async (now = Date.now()) =>
  (await runDoctor({ sources: { env, cwd: folder }, now: () => now, online: true })).findings.filter((finding) =>
    NETWORK.has(finding.check),
  )
const read = (file: string) => readFileSync(new URL(`../../../test/fixtures/tls/${file}`, import.meta.url), 'utf8')

async function serveTls(name: 'self-signed' | 'expired'): Promise<string> {
  const server = createServer({ key: read(`${name}.key`), cert: read(`${name}.crt`) }, (_request, response) =>
    response.writeHead(200).end('ok'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('the certificate', () => {
  it('that no authority signed is called that, and not a firewall', async () => {
    env.PUBLIC_URL = await serveTls('self-signed')
    expect(await found()).toEqual([
      {
        check: 'certificate',
        level: 'problem',
        message: 'providers do not trust the certificate of 127.0.0.1 (DEPTH_ZERO_SELF_SIGNED_CERT)',
        remedy: expect.stringContaining('certbot --nginx'),
      },
    ])
  })

  it('that has expired, or will in days', async () => {
    env.PUBLIC_URL = await serveTls('expired')
    expect(await found()).toMatchObject([
      {
        check: 'certificate',
        level: 'problem',
        message: 'the certificate has expired',
        remedy: expect.stringMatching(/certbot renew/),
      },
    ])
    const before = getCACertificates('default')
    cleanups.push(() => setDefaultCACertificates(before))
    setDefaultCACertificates([...before, read('self-signed.crt')])
    env.PUBLIC_URL = await serveTls('self-signed')
    expect(await found()).toEqual([])
    // It ends on 1 January 2120.
    expect(await found(Date.UTC(2120, 0, 1) - 10 * DAY)).toMatchObject([
      { check: 'certificate', level: 'warning', message: 'the certificate ends in 10 days' },
    ])
  })

  it('of another name', async () => {
    const before = getCACertificates('default')
    cleanups.push(() => setDefaultCACertificates(before))
    setDefaultCACertificates([...before, read('self-signed.crt')])
    env.PUBLIC_URL = (await serveTls('self-signed')).replace('127.0.0.1', 'localhost')
    expect(await found()).toMatchObject([
      {
        check: 'certificate',
        message: expect.stringMatching(/localhost \(ERR_TLS_CERT_ALTNAME_INVALID\)/),
        remedy: expect.stringMatching(/for other names/),
      },
    ])
  })
})

describe('providers and the way in', () => {
  let answer: (request: Heard, response: ServerResponse) => void
  let providers: FakeServer
  let url: string

  const well = (request: Heard, response: ServerResponse): void => {
    if (request.url.includes('/subscribed_apps'))
      return sendJson(response, 200, { data: [{ whatsapp_business_api_data: { id: '1', name: 'bot' } }] })
    if (request.url.includes('/Senders'))
      return sendJson(response, 200, {
        senders: [
          { sender_id: 'whatsapp:+1', status: 'OFFLINE' },
          {
            sender_id: `whatsapp:${TWILIO_NUMBER}`,
            status: 'ONLINE',
            webhook: { callback_url: `${url}/webhook/twilio#rc=3&rp=all` },
          },
        ],
      })
    if (request.url.includes('/Accounts/')) return sendJson(response, 200, { status: 'active' })
    return sendJson(response, 200, {
      health_status: {
        can_send_message: 'AVAILABLE',
        entities: [{ entity_type: 'WABA', id: '1022', can_send_message: 'AVAILABLE' }],
      },
    })
  }

  beforeEach(async () => {
    answer = well
    providers = await startFake((request, response) => answer(request, response))
    const edge = await openEdge(database.store, { http: { publicUrls: () => [url] } })
    await edge.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(edge.app.server.address() as AddressInfo).port}`
    cleanups.push(
      () => providers.close(),
      () => edge.app.close(),
    )
    Object.assign(env, { META_GRAPH_URL: providers.url, TWILIO_API_URL: providers.url, PUBLIC_URL: url })
  })
  const withMeta = (secrets?: Record<string, string>) =>
    addShop(
      { store: database.store, secrets: boxOf() },
      { slug: 'acme', meta: { address: '106540352242922', ...(secrets && { secrets }) } },
    )
  const withTwilio = () => addShop({ store: database.store, secrets: boxOf() }, { slug: 'acme', twilio: {} })

  it('are well: nothing is found, and nothing is stored by the knocks', async () => {
    await withMeta()
    await addShop({ store: database.store, secrets: boxOf() }, { slug: 'bravo', twilio: {} })
    expect(await found()).toEqual([])
    expect(providers.heard.map((heard) => heard.url)).toContainEqual(expect.stringContaining('/1022/subscribed_apps'))
    expect(await database.store.db.selectFrom('inbox').select('id').execute()).toEqual([])
    expect(await database.store.db.selectFrom('quarantine').select('id').execute()).toEqual([])
  })

  const faults: Record<string, [() => unknown, RegExp, RegExp]> = {
    'a token that Meta refuses': [
      async () => {
        await withMeta()
        answer = (_request, response) => sendJson(response, 401, { error: { code: 190, message: 'expired' } })
      },
      /meta of acme: Meta refuses the access token/,
      /botctl channel add meta --tenant acme --phone-number-id 106540352242922 --token-file/,
    ],
    'a number that Meta blocks': [
      async () => {
        await withMeta()
        answer = (request, response) =>
          request.url.includes('subscribed_apps')
            ? well(request, response)
            : sendJson(response, 200, { health_status: { can_send_message: 'BLOCKED' } })
      },
      /Meta blocks sending/,
      /meta\.md/,
    ],
    'an account that no app is subscribed to': [
      async () => {
        await withMeta()
        answer = (request, response) =>
          request.url.includes('subscribed_apps') ? sendJson(response, 200, { data: [] }) : well(request, response)
      },
      /no app is subscribed to the WhatsApp account 1022/,
      /meta\.md/,
    ],
    'Meta out of reach': [
      async () => {
        await withMeta()
        env.META_GRAPH_URL = 'http://127.0.0.1:1'
      },
      /Meta is out of reach/,
      /meta\.md/,
    ],
    'a token that Twilio refuses': [
      async () => {
        await withTwilio()
        answer = (_request, response) => sendJson(response, 401, {})
      },
      /twilio of acme: Twilio refuses/,
      /botctl channel add twilio --tenant acme --number \+56223456789 --auth-token-file/,
    ],
    'a sender whose messages go elsewhere': [
      async () => {
        await withTwilio()
        answer = (request, response) =>
          request.url.includes('/Senders')
            ? sendJson(response, 200, {
                senders: [
                  {
                    sender_id: `whatsapp:${TWILIO_NUMBER}`,
                    status: 'ONLINE',
                    webhook: { callback_url: 'https://old.example.cl/twilio' },
                  },
                ],
              })
            : well(request, response)
      },
      /Twilio sends messages to https:\/\/old\.example\.cl\/twilio and not to http/,
      /twilio\.md/,
    ],
    'a sender that is offline': [
      async () => {
        await withTwilio()
        answer = (request, response) =>
          request.url.includes('/Senders')
            ? sendJson(response, 200, {
                senders: [
                  {
                    sender_id: `whatsapp:${TWILIO_NUMBER}`,
                    status: 'OFFLINE',
                    webhook: { callback_url: `${url}/webhook/twilio` },
                  },
                ],
              })
            : well(request, response)
      },
      /sender is OFFLINE at Twilio/,
      /twilio\.md/,
    ],
    'a daemon that Twilio would be refused by': [
      async () => {
        await withTwilio()
        // Another name for the same machine: what Twilio would sign is not what the daemon was started with.
        env.PUBLIC_URL = url.replace('127.0.0.1', 'localhost')
        answer = (request, response) =>
          request.url.includes('/Senders') ? sendJson(response, 200, { senders: [] }) : well(request, response)
      },
      /our own signature was refused \(401\): PUBLIC_URL/,
      /set PUBLIC_URL .* then: botctl channel verify/,
    ],
    'something else behind the public URL, which lets everything in': [
      async () => {
        await withMeta()
        const other = await startFake((_request, response) => response.writeHead(200).end())
        cleanups.push(() => other.close())
        env.PUBLIC_URL = other.url
      },
      /a forged signature was answered with 200 and not 401/,
      /check the proxy/,
    ],
  }
  for (const [name, [plant, message, remedy]] of Object.entries(faults))
    it(`finds ${name}, and what mends it`, async () => {
      await plant()
      const findings = await found()
      expect(new Set(findings.map((finding) => finding.check))).toEqual(new Set(['providers']))
      expect(findings[0]).toMatchObject({
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      })
      expect(JSON.stringify(findings)).not.toMatch(/EAAG|0123456789abcdef/)
    })

  it('a public URL that leads to a proxy without a daemon', async () => {
    const proxy = await startFake((_request, response) => response.writeHead(502).end())
    cleanups.push(() => proxy.close())
    env.PUBLIC_URL = proxy.url
    expect(await found()).toMatchObject([
      {
        check: 'public_url',
        message: expect.stringMatching(/answers 502/),
        remedy: expect.stringMatching(/nginx\.conf/),
      },
    ])
  })
})

describe('Flow', () => {
  it('refuses the keys of the environment, of one shop, or is away; and is told apart', async () => {
    const flow = await startFakeFlow({ accounts: { good: 'secret' } })
    cleanups.push(() => flow.close())
    Object.assign(env, { FLOW_API_URL: flow.url, FLOW_API_KEY: 'good', FLOW_SECRET_KEY: 'secret' })
    const tenantId = await addShop({ store: database.store, secrets: boxOf() }, { slug: 'acme' })
    const keep = (keys: { apiKey: string; secretKey: string }) =>
      database.store.db
        .insertInto('payment_account')
        .values({
          tenant_id: tenantId,
          provider: 'flow',
          environment: 'sandbox',
          secrets: boxOf().sealJson(keys, tenantId),
          created_at: 1,
          updated_at: 1,
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'provider']).doUpdateSet({ secrets: boxOf().sealJson(keys, tenantId) }),
        )
        .execute()
    await keep({ apiKey: 'good', secretKey: 'secret' })
    expect(await found()).toEqual([])
    await keep({ apiKey: 'good', secretKey: 'another' })
    expect(await found()).toMatchObject([
      {
        check: 'flow',
        message: 'Flow refuses the keys of acme',
        remedy: expect.stringContaining('botctl payment add flow --tenant acme'),
      },
    ])
    env.FLOW_API_KEY = 'nobody'
    expect((await found()).map((finding) => finding.message)).toEqual([
      'Flow refuses our keys',
      'Flow refuses the keys of acme',
    ])
    env.FLOW_API_URL = 'http://127.0.0.1:1/api'
    expect((await found())[0]).toMatchObject({ check: 'flow', message: 'Flow is out of reach' })
    expect(JSON.stringify(await found())).not.toContain('another')
  })
})
