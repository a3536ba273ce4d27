import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sendJson, startFake } from '../support/fake-provider.ts'
import type { FakeServer } from '../support/fake-provider.ts'
import { metaBody, metaText, metaValue, signedMeta } from '../support/meta.ts'
import { openProgram } from '../support/program.ts'
import type { Program, Served } from '../support/program.ts'

// A shop's way to WhatsApp from the operator's side: connect, check, receive, remove. The providers are fakes on loopback.
// A command starts in a quarter of a second, and in seconds on a machine that runs all suites at once.
vi.setConfig({ testTimeout: 120_000 })

let program: Program
let served: Served
let providers: FakeServer
beforeAll(async () => {
  providers = await startFake((request, response) => {
    if (request.url.includes('/messages')) return sendJson(response, 200, { messages: [{ id: 'wamid.OUT' }] })
    if (request.headers.authorization === 'Bearer EAAG-token') {
      return sendJson(response, 200, { health_status: { can_send_message: 'AVAILABLE' } })
    }
    if (request.url.includes('/Accounts/AC01')) return sendJson(response, 200, { status: 'active' })
    return sendJson(response, 401, { error: { code: 190, message: 'bad token' } })
  })
  program = await openProgram('sqlite')
  program.env.META_GRAPH_URL = providers.url
  program.env.TWILIO_API_URL = providers.url
  for (const [file, secret] of [
    ['token', 'EAAG-token\n'],
    ['app', 'app-secret'],
    ['auth', 'twilio-token'],
  ] as const) {
    writeFileSync(join(program.folder, file), secret)
  }
  await program.run(['migrate'])
  await program.run(['tenant', 'create', '--name', 'Acme', '--slug', 'acme'])
  served = await program.serve()
})
afterAll(async () => {
  await program.remove()
  await providers.close()
})
const add = [
  'channel',
  'add',
  'meta',
  '--tenant',
  'acme',
  '--phone-number-id',
  '106540352242922',
  '--token-file',
  'token',
  '--app-secret-file',
  'app',
  '--json',
]

it('connects Meta while the daemon runs, with the URL to configure and a verify token', async () => {
  const added = await program.run(add)
  expect(added.code).toBe(0)
  expect(added.json).toMatchObject({
    tenant: 'acme',
    account: 'own',
    created: true,
    webhook_url: expect.stringMatching(/\/webhook\/meta$/),
  })
  const { verify_token } = added.json as { verify_token: string }
  // The daemon sees the channel within a second.
  const query = `hub.mode=subscribe&hub.challenge=42&hub.verify_token=${verify_token}`
  await expect
    .poll(async () => (await fetch(`${served.url}/webhook/meta?${query}`)).status, { timeout: 5000 })
    .toBe(200)
})

it("a signed message is stored, answered through the shop's token, and never twice", async () => {
  const now = Math.floor(Date.now() / 1000)
  const message = signedMeta(
    metaBody(metaValue({ messages: [metaText('wamid.J1', '56912345678', 'hola', now)] })),
    'app-secret',
  )
  const send = async () =>
    (await fetch(`${served.url}/webhook/meta`, { method: 'POST', headers: message.headers, body: message.payload }))
      .status
  expect(await send()).toBe(200)
  const sent = () =>
    providers.heard.filter(
      (heard) => heard.body.includes('"to":"+56912345678"') && !heard.body.includes('"status":"read"'),
    )
  await expect.poll(() => sent().length, { timeout: 10_000 }).toBeGreaterThan(0)
  const first = sent().length
  expect(sent()[0]?.headers.authorization).toBe('Bearer EAAG-token')
  expect(await send()).toBe(200)
  const forged = await fetch(`${served.url}/webhook/meta`, {
    method: 'POST',
    headers: { ...message.headers, 'x-hub-signature-256': 'sha256=00' },
    body: message.payload,
  })
  expect(forged.status).toBe(401)
  expect(sent()).toHaveLength(first)
})

it('verify asks the provider and knocks at the public URL, signed and forged', async () => {
  const env = { PUBLIC_URL: served.url }
  const good = await program.run(['channel', 'verify', 'meta', '--tenant', 'acme', '--json'], { env })
  expect([good.code, good.json]).toMatchObject([
    0,
    {
      ok: true,
      checks: [
        { name: 'credentials', ok: true },
        { name: 'webhook', ok: true },
      ],
    },
  ])

  const twilio = [
    'channel',
    'add',
    'twilio',
    '--tenant',
    'acme',
    '--number',
    '+56223456789',
    '--account-sid',
    'AC01',
    '--auth-token-file',
    '-',
  ]
  expect((await program.run([...twilio, '--json'], { input: 'twilio-token\n' })).code).toBe(0)
  await expect
    .poll(async () => (await program.run(['channel', 'verify', 'twilio', '--json'], { env })).json, {
      timeout: 15_000,
      interval: 500,
    })
    .toMatchObject({ ok: true })

  const elsewhere = await program.run(['channel', 'verify', 'meta', '--json'], {
    env: { PUBLIC_URL: 'http://127.0.0.1:9' },
  })
  expect([elsewhere.code, elsewhere.json]).toMatchObject([1, { ok: false, checks: [{ ok: true }, { ok: false }] }])
  const replaced = await program.run([...add.slice(0, -4), 'auth', '--app-secret-file', 'app', '--json'])
  expect(replaced.json).toMatchObject({ created: false })
  const refused = await program.run(['channel', 'verify', 'meta', '--json'], { env })
  expect([refused.code, refused.json]).toMatchObject([
    1,
    { checks: [{ name: 'credentials', ok: false }, { ok: true }] },
  ])
})

it('lists, removes, and says where it cannot', async () => {
  const list = await program.run(['channel', 'list', '--tenant', 'acme', '--json'])
  expect(list.json).toMatchObject([{ provider: 'local' }, { provider: 'meta' }, { provider: 'twilio' }])
  expect(list.stdout).not.toMatch(/EAAG|app-secret|twilio-token/)
  expect((await program.run(['channel', 'remove', 'twilio', '--tenant', 'acme', '--json'])).json).toMatchObject({
    removed: true,
  })
  for (const [args, code, word] of [
    [['channel', 'remove', 'twilio', '--json'], 66, 'channel_not_found'],
    [['channel', 'add', 'twilio', '--tenant', 'acme', '--number', '+56223456789', '--json'], 78, 'credentials_missing'],
    [['channel', 'add', 'meta', '--tenant', 'nobody', '--phone-number-id', '1', '--json'], 66, 'tenant_not_found'],
    [
      ['channel', 'add', 'meta', '--tenant', 'acme', '--phone-number-id', '1', '--token-file', 'gone', '--json'],
      66,
      'secret_unreadable',
    ],
    [
      [
        'channel',
        'add',
        'meta',
        '--tenant',
        'acme',
        '--phone-number-id',
        '1',
        '--token-file',
        '-',
        '--app-secret-file',
        '-',
        '--json',
      ],
      64,
      'stdin_twice',
    ],
    [['tenant', 'route', '+56912345678', '--json'], 64, 'tenant_required'],
    [['tenant', 'route', 'x', '--tenant', 'acme', '--json'], 65, 'phone_invalid'],
  ] as const) {
    const ran = await program.run([...args])
    expect([args.join(' '), ran.code, ran.json]).toMatchObject([args.join(' '), code, { error: { code: word } }])
  }
})

it('pins a shopper', async () => {
  expect((await program.run(['tenant', 'route', '+56912345678', '--tenant', 'acme', '--json'])).json).toEqual({
    phone: '+56912345678',
    tenant: 'acme',
    before: null,
  })
  expect((await program.run(['tenant', 'route', '--json'])).json).toEqual([{ phone: '+56912345678', tenant: 'acme' }])
})
