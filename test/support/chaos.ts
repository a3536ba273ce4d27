import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { CHAOS_SECRETS, createDaemonProcess, type DaemonProcess } from './daemon-process.ts'
import { type FakeMeta, type FakeMetaOptions, metaText, sign, startFakeMeta } from './fake-meta.ts'
import { addShop } from './pipeline.ts'

export interface ChaosOptions {
  databaseUrl: string
  /** Messages in all, over all shoppers. */
  messages: number
  shoppers: number
  tenants?: number
  replicas?: number
  /** Share of messages that the provider delivers twice. */
  redeliver?: number
  tune?: string
  provider?: Omit<FakeMetaOptions, 'appSecret'>
  /** What happens while messages flow: called once for each of `events` equal steps of the way. */
  events?: number
  onEvent?: (world: ChaosWorld, index: number) => Promise<void>
  /** Nobody writes while so many wait for an answer: people do, and a machine that falls behind stays within its times. */
  unanswered?: number
  /** How long the drain may take after the last message. */
  drainMs?: number
  seed?: number
  env?: Record<string, string>
  prelude?: string
  /** The program of each replica, where it is not today's. */
  entries?: string[]
  /** Changes the database before the daemons start. */
  prepare?: (store: Store) => Promise<void>
}

export interface ChaosWorld {
  daemons: DaemonProcess[]
  meta: FakeMeta
  store: Store
  random: () => number
  acked: () => number
}

/** What the run came to. All but the first five lines must be zero. */
export interface ChaosReport {
  acked: number
  replies: number
  seconds: number
  /** Connections that the provider cut after it had accepted. */
  cut: number
  /** The longest that a callback took to be acknowledged: near `ambiguousMs` the machine was too slow for the run's times. */
  slowestCallbackMs: number
  lost: number
  lostBecause?: string[]
  twice: number
  /** Of those, sent again although a callback about the first was taken before: never the machine's fault. */
  twiceKnown: number
  outOfOrder: number
  wrongTenant: number
  /** Acknowledged and not in the inbox, or in the inbox and never acknowledged. */
  inboxMismatch: number
  /** D16. */
  pending: number
  unsent: number
  leases: number
  /** Answers that a webhook must never get. */
  badAnswers: number
}

/** The lines of a report that must be zero. */
export function faults(report: ChaosReport): Record<string, number | string[]> {
  const {
    acked: _acked,
    replies: _replies,
    seconds: _seconds,
    cut: _cut,
    slowestCallbackMs: _slowest,
    ...rest
  } = report
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count !== 0))
}

/**
 * Production's wait for callbacks: a whole run loads the machine so that seconds pass between a daemon and the provider
 * beside it, as they do over a bad line.
 */
export const WHOLE_TUNE = 'leaseMs=3000,ambiguousMs=15000,sweepMs=250'
/** Short waits, so that a crash is survived within seconds; for runs that leave the machine room to keep them. */
export const CHAOS_TUNE = 'leaseMs=3000,ambiguousMs=8000,sweepMs=250'

/**
 * Runs shoppers against real daemon processes while `onEvent` breaks things, then waits for quiet and compares three
 * ledgers: what was acknowledged, what the fake provider got, and what the database holds.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const startedAt = Date.now()
  const random = seeded(options.seed ?? 1)
  const tenants = options.tenants ?? 1
  const store = await openStore(options.databaseUrl)
  await migrate(store, { now: 0 })
  for (let tenant = 0; tenant < tenants; tenant++) {
    await addShop(store, `shop${tenant}`, { id: `ch${tenant}`, provider: 'meta', address: String(1000 + tenant) })
  }
  const meta = await startFakeMeta({
    appSecret: CHAOS_SECRETS.appSecret,
    callbacks: ['sent', 'delivered'],
    delayMs: [20, 60],
    random,
    ...options.provider,
  })
  await options.prepare?.(store)
  const daemons = await Promise.all(
    Array.from({ length: options.replicas ?? 1 }, (_, replica) =>
      createDaemonProcess({
        ...(options.entries?.[replica] === undefined ? {} : { entry: [options.entries[replica]] }),
        databaseUrl: options.databaseUrl,
        graphUrl: meta.url,
        tune: options.tune ?? CHAOS_TUNE,
        ...(options.env ? { env: options.env } : {}),
        ...(options.prelude ? { prelude: options.prelude } : {}),
      }),
    ),
  )
  const client = createClient(daemons, random)
  try {
    for (const daemon of daemons) await daemon.start()
    meta.callbackUrl = daemons[0]?.url ?? null
    const ledger = new Map<string, { tenant: number; shopper: string; index: number }>()
    const world: ChaosWorld = { daemons, meta, store, random, acked: () => ledger.size }
    const perShopper = Math.ceil(options.messages / options.shoppers)
    let nextEvent = 1
    let breaking: Promise<void> = Promise.resolve()
    const step = options.messages / ((options.events ?? 0) + 1)

    async function shopper(number: number): Promise<void> {
      const tenant = number % tenants
      const phone = `+569${String(10_000_000 + number)}`
      for (let index = 0; index < perShopper; index++) {
        const text = `t${tenant}-s${number}-${index}`
        while (ledger.size - meta.sends.length >= (options.unanswered ?? Infinity)) await pause(10)
        const body = metaText({ phoneNumberId: String(1000 + tenant), from: phone, id: `wamid.${text}`, text })
        await client.deliver(body)
        ledger.set(text, { tenant, shopper: phone, index })
        if (random() < (options.redeliver ?? 0)) {
          if (random() < 0.5) await client.deliver(body)
          else void pause(1500).then(() => client.deliver(body))
        }
        if (options.onEvent && nextEvent <= (options.events ?? 0) && ledger.size >= nextEvent * step) {
          const event = nextEvent
          nextEvent += 1
          breaking = breaking.then(() => options.onEvent?.(world, event))
        }
      }
    }
    await Promise.all(Array.from({ length: options.shoppers }, (_, number) => shopper(number)))
    await breaking
    await client.settled()
    await untilQuiet(world, ledger.size, options.drainMs ?? 120_000)
    return await compare(world, ledger, client.badAnswers(), startedAt)
  } catch (error) {
    const tails = daemons.map((daemon) => daemon.logTail().slice(-2000)).join('\n---\n')
    throw new Error(`chaos broke off: ${(error as Error).message}\n${tails}`, { cause: error })
  } finally {
    client.close()
    await Promise.all(
      daemons.map(async (daemon) => {
        await daemon.signal('SIGCONT')
        await daemon.signal('SIGKILL')
      }),
    )
    await meta.close()
    await store.close()
  }
}

/** Kills one at random without warning and starts it again. */
export async function killOne({ daemons, random, meta }: ChaosWorld): Promise<void> {
  // Somewhere within what it is doing, not always at the same step.
  await pause(random() * 30)
  const victim = daemons[Math.floor(random() * daemons.length)] as DaemonProcess
  await victim.signal('SIGKILL')
  const other = daemons.find((daemon) => daemon !== victim)
  if (other) meta.callbackUrl = other.url
  await victim.start()
}

/**
 * D15: a replica of the old release and one of today's share a database; each is stopped and started while messages flow.
 * Without an old program both are today's, and the tables have what a future release might add.
 */
export function runUpgrade(options: {
  databaseUrl: string
  messages: number
  seed: number
  oldEntry?: string
}): Promise<ChaosReport> {
  const { databaseUrl, messages, seed, oldEntry } = options
  return runChaos({
    databaseUrl,
    messages,
    shoppers: Math.max(1, Math.round(messages / 20)),
    replicas: 2,
    redeliver: 0.1,
    events: 4,
    seed,
    drainMs: 120_000,
    ...(oldEntry === undefined ? { prepare: addFutureColumns } : { entries: [oldEntry] }),
    async onEvent({ daemons, meta }, index) {
      const leaving = daemons[index % 2] as DaemonProcess
      meta.callbackUrl = (daemons[(index + 1) % 2] as DaemonProcess).url
      const code = await leaving.signal(index <= 2 ? 'SIGTERM' : 'SIGKILL')
      if (index <= 2 && code !== 0) throw new Error(`a release left with ${code}`)
      await leaving.start()
    },
  })
}

async function addFutureColumns({ db }: Store): Promise<void> {
  for (const table of [
    'inbox',
    'outbox',
    'lease',
    'contact',
    'conversation',
    'conversation_context',
    'receipt',
    'daemon',
  ]) {
    await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN future TEXT DEFAULT 'x'`.execute(db)
  }
}

async function untilQuiet({ store, meta }: ChaosWorld, expected: number, ms: number): Promise<void> {
  const deadline = Date.now() + ms
  for (;;) {
    const left = await backlog(store).catch(() => null)
    if (left && left.pending === 0 && left.unsent === 0 && left.leases === 0 && meta.sends.length >= expected) return
    // What is missing then is in the report.
    if (Date.now() > deadline) return
    await pause(50)
  }
}

/**
 * D16. A sweeper's look holds a lease for milliseconds, late redeliveries cause one; what is really left stays.
 * `inDoubtMs`: how long a send that a kill left in doubt waits for its callback; before that is over it is not left over.
 */
export async function leftover(
  store: Store,
  inDoubtMs = 0,
): Promise<{ pending: number; unsent: number; leases: number }> {
  const deadline = Date.now() + 5000 + inDoubtMs
  for (;;) {
    const left = await backlog(store)
    if (left.pending + left.unsent + left.leases === 0 || Date.now() > deadline) return left
    await pause(20)
  }
}

async function backlog(store: Store): Promise<{ pending: number; unsent: number; leases: number }> {
  const { db } = store
  const count = (rows: Array<{ n: number | string | bigint }>): number => Number(rows[0]?.n ?? 0)
  const [pending, unsent, leases] = await Promise.all([
    db
      .selectFrom('inbox')
      .select((row) => row.fn.countAll().as('n'))
      .where('status', '=', 'pending')
      .execute(),
    db
      .selectFrom('outbox')
      .select((row) => row.fn.countAll().as('n'))
      .where('status', 'in', ['queued', 'sending', 'waiting'])
      .execute(),
    db
      .selectFrom('lease')
      .select((row) => row.fn.countAll().as('n'))
      .where('until', '>', Date.now())
      .execute(),
  ])
  return { pending: count(pending), unsent: count(unsent), leases: count(leases) }
}

/** What the inbox says of messages that got no answer: without it a loss that comes once in a dozen runs is never understood. */
async function fateOf({ store }: ChaosWorld, texts: readonly string[]): Promise<string[]> {
  const rows = await store.db.selectFrom('inbox').select(['provider_key', 'status', 'attempts', 'error']).execute()
  return texts.slice(0, 5).map((text) => {
    const row = rows.find((each) => each.provider_key.endsWith(text))
    return row ? `${row.status}, ${row.attempts} attempts, ${row.error ?? 'no error'}` : 'not stored'
  })
}

async function compare(
  world: ChaosWorld,
  ledger: Map<string, { tenant: number; shopper: string; index: number }>,
  badAnswers: number,
  startedAt: number,
): Promise<ChaosReport> {
  const seen = new Map<string, number>()
  const last = new Map<string, number>()
  const reported = new Map<string, number>()
  let outOfOrder = 0
  let wrongTenant = 0
  let twiceKnown = 0
  let slowestCallbackMs = 0
  for (const send of world.meta.sends) {
    if (send.askedAt > (reported.get(send.text) ?? Infinity)) twiceKnown += 1
    if (send.reportedAt !== null) {
      reported.set(send.text, Math.min(send.reportedAt, reported.get(send.text) ?? Infinity))
      slowestCallbackMs = Math.max(slowestCallbackMs, send.reportedAt - send.at)
    }
    const text = send.text.replace(/^eco /, '')
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    const entry = ledger.get(text)
    if (!entry) continue
    if (send.phoneNumberId !== String(1000 + entry.tenant) || send.to !== entry.shopper) wrongTenant += 1
    if (times > 1) continue
    if (entry.index < (last.get(entry.shopper) ?? -1)) outOfOrder += 1
    last.set(entry.shopper, Math.max(entry.index, last.get(entry.shopper) ?? -1))
  }
  const rows = await world.store.db.selectFrom('inbox').select(['provider_key', 'tenant_id']).execute()
  const stored = new Set(rows.map((row) => row.provider_key.replace(/^.*wamid\./, '')))
  for (const row of rows) {
    const entry = ledger.get(row.provider_key.replace(/^.*wamid\./, ''))
    if (entry && row.tenant_id !== `shop${entry.tenant}`) wrongTenant += 1
  }
  const gone = [...ledger.keys()].filter((text) => !seen.has(text))
  return {
    acked: ledger.size,
    replies: world.meta.sends.length,
    cut: world.meta.cut,
    slowestCallbackMs,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    lost: gone.length,
    ...(gone.length > 0 ? { lostBecause: await fateOf(world, gone) } : {}),
    twice: [...seen.values()].filter((times) => times > 1).length,
    twiceKnown,
    outOfOrder,
    wrongTenant,
    inboxMismatch:
      [...ledger.keys()].filter((text) => !stored.has(text)).length +
      Math.abs(rows.length - stored.size) +
      Math.max(0, rows.length - ledger.size),
    ...(await leftover(world.store)),
    badAnswers,
  }
}

/** Delivers as a provider does: again and again, to any replica, until somebody says 200. */
export function createClient(daemons: ReadonlyArray<{ url: string }>, random: () => number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const open = new Set<Promise<void>>()
  let bad = 0
  let closed = false

  async function deliver(body: string): Promise<void> {
    const work = attempt(body)
    open.add(work)
    try {
      await work
    } finally {
      open.delete(work)
    }
  }

  async function attempt(body: string): Promise<void> {
    for (let tries = 1; !closed; tries++) {
      const target = daemons[Math.floor(random() * daemons.length)] as { url: string }
      const status = await post(`${target.url}/webhook/meta`, body).catch(() => 0)
      if (status === 200) return
      // Nobody there, or 503: deliver again. Anything else is a fault of ours.
      if (status !== 0 && status !== 503) bad += 1
      await pause(Math.min(200, 20 * tries))
    }
  }

  function post(url: string, body: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const call = request(
        url,
        {
          method: 'POST',
          agent,
          timeout: 30_000,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-hub-signature-256': sign(CHAOS_SECRETS.appSecret, body),
          },
        },
        (response) => {
          response.resume()
          response.on('end', () => resolve(response.statusCode ?? 0))
          response.on('error', reject)
        },
      )
      call.on('timeout', () => call.destroy(new Error('timeout')))
      call.on('error', reject)
      call.end(body)
    })
  }

  return {
    deliver,
    post,
    badAnswers: () => bad,
    async settled() {
      while (open.size > 0) await Promise.all(open)
    },
    close() {
      closed = true
      agent.destroy()
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** The same run for the same seed, as far as the machine allows (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
