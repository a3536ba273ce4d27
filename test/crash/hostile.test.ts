import { spawn } from 'node:child_process'
import { once } from 'node:events'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { createDatabase } from '../support/databases.ts'
import { CHAOS_SECRETS, createDaemonProcess, type DaemonProcess } from '../support/daemon-process.ts'
import { CHAOS_TUNE, createClient, pause } from '../support/chaos.ts'
import { metaChange, metaMessage, metaText, startFakeMeta, type FakeMeta } from '../support/fake-meta.ts'
import { addShop } from '../support/pipeline.ts'

const DIALECTS = ['sqlite', 'postgres'] as const
const ANA = '+56911111111'
const LUZ = '+56922222222'

interface World {
  url: string
  store: Store
  meta: FakeMeta
  daemon: DaemonProcess
  post(body: string): Promise<number>
}

/** One shop, one real daemon, one fake Meta. */
async function withDaemon(dialect: (typeof DIALECTS)[number], work: (world: World) => Promise<void>): Promise<void> {
  const { url, drop } = await createDatabase(dialect)
  const store = await openStore(url)
  await migrate(store, { now: 0 })
  await addShop(store, 'shop', { id: 'ch', provider: 'meta', address: '1000' })
  const meta = await startFakeMeta({ appSecret: CHAOS_SECRETS.appSecret, callbacks: ['sent'] })
  const daemon = await createDaemonProcess({ databaseUrl: url, graphUrl: meta.url, tune: CHAOS_TUNE })
  const client = createClient([daemon], Math.random)
  try {
    await daemon.start()
    meta.callbackUrl = daemon.url
    await work({ url, store, meta, daemon, post: (body) => client.post(`${daemon.url}/webhook/meta`, body) })
  } finally {
    client.close()
    await daemon.signal('SIGKILL')
    await meta.close()
    await store.close()
    await drop()
  }
}

async function until(what: string, check: () => boolean | Promise<boolean>, ms = 90_000): Promise<void> {
  const deadline = Date.now() + ms
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await pause(20)
  }
}

async function quiet({ store }: World): Promise<boolean> {
  const { db } = store
  const [inbox] = await db
    .selectFrom('inbox')
    .select((row) => row.fn.countAll().as('n'))
    .where('status', '=', 'pending')
    .execute()
  const [outbox] = await db
    .selectFrom('outbox')
    .select((row) => row.fn.countAll().as('n'))
    .where('status', 'in', ['queued', 'sending', 'waiting'])
    .execute()
  const [lease] = await db
    .selectFrom('lease')
    .select((row) => row.fn.countAll().as('n'))
    .where('until', '>', Date.now())
    .execute()
  return [inbox, outbox, lease].every((row) => Number(row?.n) === 0)
}

function text(id: string, words: string, from = ANA): string {
  return metaText({ phoneNumberId: '1000', from, id: `wamid.${id}`, text: words })
}

const replies = ({ meta }: World): string[] => meta.sends.map((send) => send.text)

describe.each(DIALECTS)('what providers and shoppers do to a daemon (%s)', { timeout: 240_000 }, (dialect) => {
  it('D6, D7, D14: redelivery, batches of every shape, and a message that breaks its handler', () =>
    withDaemon(dialect, async (world) => {
      const { store, meta, post } = world
      // D6: at once, and when it was answered, and eight days later.
      const hello = text('a', 'uno')
      expect(await Promise.all([post(hello), post(hello), post(hello)])).toEqual([200, 200, 200])
      await until('it is answered', () => quiet(world).then((done) => done && meta.sends.length === 1))
      const eightDays = 8 * 86_400_000
      await store.db
        .updateTable('inbox')
        .set((row) => ({ received_at: row('received_at', '-', eightDays), done_at: row('done_at', '-', eightDays) }))
        .execute()
      expect(await post(hello)).toBe(200)

      // D7: five messages a webhook as entries, as changes, as messages, mixed with statuses; none may be dropped.
      const shapes = ['entries', 'changes', 'messages'] as const
      const status = { id: 'wamid.strange', status: 'delivered', timestamp: '1', recipient_id: '56911111111' }
      for (const shape of shapes) {
        const five = Array.from({ length: 5 }, (_, index) =>
          metaMessage({ from: LUZ, id: `wamid.${shape}.${index}`, text: `${shape} ${index}` }),
        )
        const changes = shape === 'messages' ? [metaChange('1000', five)] : five.map((one) => metaChange('1000', [one]))
        const statuses = metaChange('1000', [], [status])
        const entry =
          shape === 'entries'
            ? [...changes.map((change) => ({ id: '1', changes: [change] })), { id: '1', changes: [statuses] }]
            : [{ id: '1', changes: [statuses, ...changes] }]
        expect(await post(JSON.stringify({ object: 'whatsapp_business_account', entry }))).toBe(200)
      }
      await until('all fifteen are answered', () => meta.sends.length >= 16)

      // D14: parked with its error, the person told once, the next message answered, others unaffected.
      expect(await post(text('v1', 'veneno'))).toBe(200)
      expect(await post(text('v2', 'después'))).toBe(200)
      expect(await post(text('v3', 'otra persona', LUZ))).toBe(200)
      await until('the next message is answered', () => replies(world).includes('eco después'))
      await until('all is quiet', () => quiet(world))
      const parked = await store.db
        .selectFrom('inbox')
        .select(['error', 'attempts'])
        .where('status', '=', 'parked')
        .execute()
      expect(parked).toEqual([{ error: 'Error: this message breaks its handler', attempts: 5 }])
      expect(replies(world).filter((words) => words.startsWith('Disculpa'))).toHaveLength(1)
      expect(replies(world)).toContain('eco otra persona')

      const expected = shapes.flatMap((shape) => Array.from({ length: 5 }, (_, index) => `eco ${shape} ${index}`))
      expect(replies(world).filter((words) => expected.includes(words))).toEqual(expected)
      expect(replies(world).filter((words) => words === 'eco uno')).toHaveLength(1)
    }))

  it('D13: answers 503 and never 200 while nothing can be written, and goes on by itself afterwards', () =>
    withDaemon(dialect, async (world) => {
      const { post, meta, daemon, url } = world
      expect(await post(text('before', 'antes'))).toBe(200)
      await until('it is answered', () => quiet(world))
      const pid = daemon.pid()
      const release = dialect === 'sqlite' ? lockFile(url) : await makeReadOnly(url)
      expect(await post(text('during', 'durante'))).toBe(503)
      await release()
      await until('it is taken again', async () => (await post(text('during', 'durante'))) === 200)
      await until('it is answered once', () => replies(world).includes('eco durante'))
      await until('all is quiet', () => quiet(world))
      expect(replies(world).filter((words) => words === 'eco durante')).toHaveLength(1)
      expect(meta.sends).toHaveLength(2)
      expect(daemon.pid()).toBe(pid)
      expect(daemon.alive()).toBe(true)
    }))
})

it('refuses a second daemon on the same SQLite file, and says why', { timeout: 120_000 }, () =>
  withDaemon('sqlite', async ({ url, meta }) => {
    const second = await createDaemonProcess({ databaseUrl: url, graphUrl: meta.url })
    await expect(second.start()).rejects.toThrow(/another daemon is running/)
  }),
)

it('D13: a full disk is a 503, and room on it is enough to go on (SQLite)', { timeout: 240_000 }, async () => {
  const { url, drop } = await createDatabase('sqlite')
  const store = await openStore(url)
  await migrate(store, { now: 0 })
  await addShop(store, 'shop', { id: 'ch', provider: 'meta', address: '1000' })
  const meta = await startFakeMeta({ appSecret: CHAOS_SECRETS.appSecret })
  // A limit on the size of a file is as good as a full disk: writes beyond it fail, and it can be lifted while it runs.
  const daemon = await createDaemonProcess({
    databaseUrl: url,
    graphUrl: meta.url,
    tune: CHAOS_TUNE,
    prelude: "trap '' XFSZ",
  })
  const client = createClient([daemon], Math.random)
  const post = (body: string): Promise<number> => client.post(`${daemon.url}/webhook/meta`, body)
  try {
    await daemon.start()
    expect(await post(text('a', 'antes'))).toBe(200)
    await limitFileSize(daemon.pid(), '4096')
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => post(text(`f${index}`, `lleno ${index}`))),
    )
    expect(new Set(answers)).toEqual(new Set([503]))
    await limitFileSize(daemon.pid(), 'unlimited')
    await until('it is taken again', async () => (await post(text('f0', 'lleno 0'))) === 200)
    await until('it is answered', () => meta.sends.some((send) => send.text === 'eco lleno 0'))
    expect(daemon.alive()).toBe(true)
  } finally {
    client.close()
    await daemon.signal('SIGKILL')
    await meta.close()
    await store.close()
    await drop()
  }
})

/** Another process holds the one writer for longer than anybody waits. */
function lockFile(url: string): () => Promise<void> {
  const blocker = new Sqlite(url.slice('sqlite:'.length))
  blocker.exec('BEGIN IMMEDIATE')
  return async () => {
    blocker.exec('ROLLBACK')
    blocker.close()
  }
}

/** As after a failover to a standby. */
async function makeReadOnly(url: string): Promise<() => Promise<void>> {
  const name = new URL(url).pathname.slice(1)
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.toString() })
  await client.connect()
  const set = async (value: string): Promise<void> => {
    await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  }
  await set('on')
  return async () => {
    await set('off')
    await client.end()
  }
}

async function limitFileSize(pid: number, bytes: string): Promise<void> {
  const child = spawn('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error('prlimit failed')
}
