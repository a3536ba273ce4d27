import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../test/support/databases.ts'
import { createEchoRunner } from '../../test/support/echo-runner.ts'
import { addShop, textRow } from '../../test/support/pipeline.ts'
import type { Channel, OutgoingBubble, SendResult } from '../channels/port.ts'
import { createId } from '../ids.ts'
import { silentLog } from '../log.ts'
import type { TurnRunner } from '../services/turns/types.ts'
import { setJob } from '../store/jobs.ts'
import { listStuck, retryStuck } from '../store/messages.ts'
import { openStore } from '../store/open.ts'
import { enqueueBubble } from '../store/outbox.ts'
import { openPipeline, type PipelineStore } from '../store/pipeline.ts'
import { createDebounce } from './channel-settings.ts'
import { createDaemon, type Daemon } from './create-daemon.ts'
import { DEFAULT_TUNING } from './tuning.ts'
import type { ApplyEffects } from './turns/port.ts'

const ANA = '+56911111111'
const LUZ = '+56922222222'
const HOUR = 3_600_000

describeStores('a daemon', (open, dialect) => {
  let database: TestDatabase
  let pipeline: PipelineStore
  let daemon: Daemon | null = null
  let sends: OutgoingBubble[] = []
  /** What the provider answers next; accepts where nothing is said. */
  let answers: SendResult[] = []
  let skew = 0
  const now = (): number => Date.now() + skew

  beforeEach(async () => {
    database = await open()
    pipeline = await openPipeline(database.store)
    await addShop(database.store, 'shop', { id: 'ch', provider: 'meta', address: '1' })
    sends = []
    answers = []
    skew = 0
  })
  afterEach(async () => {
    await daemon?.stop()
    daemon = null
    await database.remove()
  })

  async function start(
    options: {
      runner?: TurnRunner
      applyEffects?: ApplyEffects
      ambiguousMs?: number
      sweepMs?: number
      lookUp?(bubble: OutgoingBubble): Promise<string | null>
    } = {},
  ): Promise<Daemon> {
    const channel: Channel = {
      provider: 'meta',
      render: (reply) => [reply],
      async send(_account, bubble) {
        sends.push(bubble)
        return answers.shift() ?? { ok: true, providerMessageId: `wamid.${bubble.opaqueId}` }
      },
      ...(options.lookUp ? { lookUp: (_account, bubble) => options.lookUp?.(bubble) ?? Promise.resolve(null) } : {}),
      acknowledge: () => Promise.resolve(),
      verify: () => Promise.resolve({ ok: true, findings: [] }),
    }
    daemon = createDaemon({
      store: database.store,
      pipeline,
      identity: { id: createId('dmn'), host: 'h', pid: 1, version: '0', startedAt: now() },
      runner: options.runner ?? createEchoRunner(now),
      applyEffects: options.applyEffects ?? (() => Promise.resolve({ outcome: 'applied', order: null })),
      directory: {
        account: async (channelId) => ({ channelId, tenantId: 'shop', provider: 'meta', address: '1', secrets: {} }),
        channel: () => channel,
        classify: () => 'undeliverable',
      },
      debounceMs: createDebounce({ store: database.store, now }),
      now,
      random: () => 0,
      log: silentLog,
      tuning: { ...DEFAULT_TUNING, sweepMs: options.sweepMs ?? 20, ambiguousMs: options.ambiguousMs ?? 50 },
    })
    await daemon.start()
    return daemon
  }

  const say = async (key: string, text: string, phone = ANA): Promise<void> => {
    await daemon?.inbox.append([textRow('shop', phone, key, text, 'ch')])
  }
  const texts = (): string[] => sends.map((bubble) => ('text' in bubble.reply ? (bubble.reply.text ?? '') : ''))
  const outbox = () =>
    database.store.db
      .selectFrom('outbox')
      .select(['status', 'attempts', 'error_class', 'error_code', 'next_at'])
      .orderBy('id')
      .execute()

  async function until(check: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 10_000
    while (!(await check())) {
      if (Date.now() > deadline) throw new Error(`waited in vain: ${JSON.stringify([texts(), await outbox()])}`)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
    }
  }
  const statuses = async (): Promise<string> => (await outbox()).map((row) => row.status).join()

  it('answers each message once, in order, and counts what it did', async () => {
    const { stats } = await start()
    await Promise.all(['1', '2', '3'].map((word) => say(word, word)))
    await say('1', '1')
    await until(async () => (await statuses()) === 'sent,sent,sent')
    expect(texts()).toEqual(['eco 1', 'eco 2', 'eco 3'])
    expect(stats()).toMatchObject({ state: 'running', totals: { in: 3, duplicates: 1, turns: 3, out: 3, failures: 0 } })
  })

  it('tries a refused bubble again, and the ones behind it wait for it', async () => {
    answers = [{ ok: false, class: 'transient', code: '131000', detail: 'x', retryAfterMs: 60_000 }]
    await start()
    await say('1', 'uno')
    await until(async () => (await outbox())[0]?.attempts === 1)
    await say('2', 'dos')
    await until(async () => (await statuses()) === 'queued,queued')
    expect(texts()).toEqual(['eco uno'])
    skew = 61_000
    await until(async () => (await statuses()) === 'sent,sent')
    expect(texts()).toEqual(['eco uno', 'eco uno', 'eco dos'])
  })

  it('does not send again what a callback says has arrived', async () => {
    answers = [{ ok: false, class: 'ambiguous', code: 'cut', detail: 'x' }]
    const { inbox } = await start({ ambiguousMs: 200 })
    await say('1', 'uno')
    await until(async () => (await outbox())[0]?.attempts === 1)
    const status = {
      providerMessageId: 'wamid.9',
      opaqueId: sends[0]?.opaqueId ?? '',
      state: 'sent' as const,
      at: 1,
      errorCode: null,
      errorDetail: null,
    }
    await inbox.appendReceipts([{ provider: 'meta', providerKey: 'k', status }])
    await until(async () => (await statuses()) === 'sent')
    expect(sends).toHaveLength(1)
  })

  it('does not send again what a callback said has arrived while it was being prepared', async () => {
    answers = [{ ok: false, class: 'ambiguous', code: 'cut', detail: 'x' }]
    await start({
      ambiguousMs: 50,
      async lookUp({ opaqueId }) {
        // The last thing that is asked before the number's turn and the disk are waited for: too late for this callback.
        const status = {
          providerMessageId: 'wamid.9',
          opaqueId,
          state: 'sent' as const,
          at: 1,
          errorCode: null,
          errorDetail: null,
        }
        await pipeline.receipts.append([{ provider: 'meta', providerKey: 'k', status }], now())
        return null
      },
    })
    await say('1', 'uno')
    await until(async () => (await statuses()) === 'sent')
    expect(sends).toHaveLength(1)
  })

  it('keeps in mind that a send may have arrived, also where the next try was refused', async () => {
    answers = [
      { ok: false, class: 'ambiguous', code: 'cut', detail: 'x' },
      { ok: false, class: 'transient', code: '131000', detail: 'x', retryAfterMs: 60_000 },
    ]
    await start({ ambiguousMs: 50 })
    await say('1', 'uno')
    await until(async () => (await outbox())[0]?.attempts === 2)
    expect(await outbox()).toMatchObject([{ status: 'sending', error_class: 'transient' }])
    const opaqueId = sends[0]?.opaqueId ?? ''
    const status = {
      providerMessageId: 'wamid.9',
      opaqueId,
      state: 'sent' as const,
      at: 1,
      errorCode: null,
      errorDetail: null,
    }
    await pipeline.receipts.append([{ provider: 'meta', providerKey: 'k', status }], now())
    skew = 61_000
    await until(async () => (await statuses()) === 'sent')
    expect(sends).toHaveLength(2)
  })

  it('sends an ambiguous one again, under the same id, where no callback came', async () => {
    answers = [{ ok: false, class: 'ambiguous', code: 'cut', detail: 'x' }]
    await start()
    await say('1', 'uno')
    await until(async () => (await statuses()) === 'sent')
    expect(sends).toHaveLength(2)
    expect(sends[0]?.opaqueId).toBe(sends[1]?.opaqueId)
  })

  it('keeps a dead letter with its reason, and goes on with the next bubble', async () => {
    answers = [{ ok: false, class: 'bad_request', code: '131009', detail: 'too long' }]
    await start()
    await say('1', 'uno')
    await say('2', 'dos')
    await until(async () => (await statuses()) === 'dead,sent')
    expect((await outbox())[0]).toMatchObject({ error_class: 'bad_request', error_code: '131009', attempts: 1 })
  })

  it('opens the circuit of a channel whose token is refused, and writes it where operators look', async () => {
    answers = [{ ok: false, class: 'auth', code: '190', detail: 'expired' }]
    await start()
    await say('1', 'uno')
    await until(async () => (await outbox())[0]?.error_class === 'auth')
    await say('2', 'dos', LUZ)
    await until(async () => (await statuses()) === 'queued,queued')
    expect(sends).toHaveLength(1)
    const [channel] = await database.store.db
      .selectFrom('channel')
      .select(['blocked_until', 'blocked_reason'])
      .execute()
    expect(channel).toMatchObject({ blocked_reason: 'auth: 190' })
    skew = 6 * 60_000
    await until(async () => (await statuses()) === 'sent,sent')
  })

  it('holds a notice back outside the 24 hours, and sends it when the shopper writes again', async () => {
    await start()
    await say('1', 'uno')
    await until(async () => (await statuses()) === 'sent')
    skew = 25 * HOUR
    const { conversationId } = textRow('shop', ANA, '')
    const body = { reply: { type: 'text' as const, text: 'tu pedido va en camino' } }
    await enqueueBubble(
      database.store.db,
      { tenantId: 'shop', conversationId, source: 'n', class: 'notice', body },
      now(),
    )
    await until(async () => (await statuses()) === 'sent,waiting')
    expect(sends).toHaveLength(1)
    await say('2', 'dos')
    await until(async () => (await statuses()) === 'sent,sent,sent')
    expect(texts().sort()).toEqual(['eco dos', 'eco uno', 'tu pedido va en camino'])
  })

  it('decides again on fresh facts where an effect conflicts', async () => {
    const echo = createEchoRunner(now)
    let runs = 0
    let tries = 0
    await start({
      runner: {
        async run(request) {
          runs += 1
          const result = await echo.run(request)
          result.writes.effects = [{ type: 'cancel_order', orderId: 'o', reason: 'r' }]
          return { ...result, finish: () => result }
        },
      },
      async applyEffects() {
        tries += 1
        return tries === 1 ? { outcome: 'conflict', reason: 'stock' } : { outcome: 'applied', order: null }
      },
    })
    await say('1', 'uno')
    await until(async () => (await statuses()) === 'sent')
    expect([runs, tries, texts()]).toEqual([2, 2, ['eco uno']])
  })

  it('takes a burst as one turn where the channel says so', async () => {
    await database.store.db.updateTable('channel').set({ settings: '{"debounce_ms":400}' }).execute()
    const { inbox } = await start()
    const rows = ['quiero', 'dos', 'poleras'].map((word) => textRow('shop', ANA, word, word, 'ch'))
    await Promise.all(rows.map((row) => inbox.append([row])))
    await until(async () => (await statuses()) === 'sent')
    expect(texts()).toEqual(['eco quiero + dos + poleras'])
  })

  it('keeps the messages of a paused shop until it resumes', async () => {
    await database.store.db.updateTable('tenant').set({ status: 'paused' }).execute()
    const { stats } = await start()
    await say('1', 'uno')
    await until(() => stats().conversations.active === 0 && stats().conversations.waiting === 0)
    expect(await pipeline.inbox.depth()).toMatchObject({ pending: 1 })
    expect(sends).toEqual([])
    await database.store.db.updateTable('tenant').set({ status: 'active' }).execute()
    await until(async () => (await statuses()) === 'sent')
  })

  it('runs timers when they are due, again after a failure, and repeats what wants to be repeated', async () => {
    const ran: number[] = []
    const started = await start()
    started.registerJob('flaky', async (job) => {
      ran.push(job.attempt)
      if (job.attempt === 1) throw new Error('not yet')
    })
    expect(() => started.registerJob('flaky', () => Promise.resolve())).toThrow(/two handlers/)
    await setJob(database.store.db, { tenantId: null, kind: 'flaky', key: 'k', payload: null, runAt: now() }, now())
    await until(() => ran.length === 1)
    skew = 60_000
    await until(() => ran.length === 2)
    await until(async () => (await database.store.db.selectFrom('job').select('id').execute()).length === 0)
    expect(ran).toEqual([1, 2])
  })

  it.runIf(dialect === 'postgres')(
    'is woken by what others queue, with no sweep, also after its line was cut',
    async () => {
      await start({ sweepMs: 10 * 60_000 })
      await say('1', 'uno')
      await until(async () => (await statuses()) === 'sent')
      // Another program: what it queues no hint of this process announces.
      const cli = await openStore(database.url)
      const { conversationId } = textRow('shop', ANA, '')
      const queue = (text: string) =>
        enqueueBubble(
          cli.db,
          {
            tenantId: 'shop',
            conversationId,
            source: text,
            class: 'operator',
            body: { reply: { type: 'text', text } },
          },
          now(),
        )
      const lines = () =>
        sql<{ pid: number; query: string }>`SELECT pid, query FROM pg_stat_activity
        WHERE application_name = 'botctl wake' AND datname = current_database()`.execute(cli.db)
      try {
        await until(async () => (await lines()).rows[0]?.query.startsWith('LISTEN') ?? false)
        await queue('dos')
        await until(async () => (await statuses()) === 'sent,sent')
        // Cut, and queued before it is back: the daemon looks at everything once it listens again.
        await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'botctl wake' AND datname = current_database()`.execute(cli.db)
        await queue('tres')
        await until(async () => (await statuses()) === 'sent,sent,sent')
        await until(async () => (await lines()).rows[0]?.query.startsWith('LISTEN') ?? false)
        await queue('cuatro')
        await until(async () => (await statuses()) === 'sent,sent,sent,sent')
      } finally {
        await cli.close()
      }
      expect(texts()).toEqual(['eco uno', 'dos', 'tres', 'cuatro'])
    },
  )

  it('sets aside what one sender writes too fast, says so once, and answers everybody else', async () => {
    await start()
    const flood = Array.from({ length: 130 }, (_, n) => textRow('shop', ANA, `f${n}`, `f${n}`, 'ch'))
    await daemon?.inbox.append(flood)
    await daemon?.inbox.append(flood)
    await say('luz', 'uno', LUZ)
    await until(() => texts().includes('eco uno'))
    await until(() => texts().some((text) => text.startsWith('Me llegaron muchísimos mensajes')))
    const rows = await database.store.db.selectFrom('inbox').select(['status', 'error']).execute()
    expect(rows).toHaveLength(131)
    expect(rows.filter((row) => row.error === 'sender_limited' && row.status === 'parked')).toHaveLength(30)
    const told = await database.store.db
      .selectFrom('outbox')
      .select('id')
      .where('source', 'like', 'limited:%')
      .execute()
    expect(told).toHaveLength(1)
    const [stuck] = await listStuck(database.store.db, { limit: 1 })
    expect(stuck).toMatchObject({ direction: 'in', reason: 'sender_limited' })
    await retryStuck(database.store.db, stuck?.id ?? '', now())
    await until(async () => (await listStuck(database.store.db, { limit: 100 })).length === 29)
  })

  it('says goodbye when it stops, and leaves no lease; of goodbyes the last is kept', async () => {
    const started = await start()
    await say('1', 'uno')
    await until(async () => (await database.store.db.selectFrom('daemon').select('id').execute()).length === 1)
    await started.stop()
    expect(await database.store.db.selectFrom('lease').select('until').where('until', '>', now()).execute()).toEqual([])
    const left = () => database.store.db.selectFrom('daemon').select(['id', 'stopped_at']).execute()
    const [first, ...none] = await left()
    expect([typeof first?.stopped_at, none]).toEqual(['number', []])
    const next = await start()
    await until(async () => (await left()).length === 2)
    await next.stop()
    expect((await left()).map((row) => row.id)).not.toContain(first?.id)
    expect(await left()).toHaveLength(1)
  })
})
