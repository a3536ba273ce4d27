import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { TOO_MANY } from '../services/turns/apology.ts'
import type { TurnRunner } from '../services/turns/types.ts'
import { refusesReminders } from '../store/consent.ts'
import { beat, leave, type DaemonIdentity } from '../store/daemons.ts'
import { enqueueBubble, type Settlement } from '../store/outbox.ts'
import type { PipelineStore } from '../store/pipeline.ts'
import type { Store } from '../store/store.ts'
import type { Wake } from '../store/wake.ts'
import type { CommitOutcome, TurnCommit } from '../store/turns.ts'
import { createBatcher } from './batcher.ts'
import { createDatabaseHealth } from './database-errors.ts'
import { createInbox } from './inbox/create-inbox.ts'
import { limitSenders } from './inbox/limit-senders.ts'
import type { Inbox, InboxRow } from './inbox/port.ts'
import { createMeter } from './meter.ts'
import { createDeliver } from './outbox/deliver.ts'
import { createReceipts } from './outbox/create-receipts.ts'
import type { ChannelDirectory } from './outbox/port.ts'
import type { DaemonStats } from './stats.ts'
import { createTimers } from './timers/create-timers.ts'
import type { JobRegistry } from './timers/port.ts'
import type { Tuning } from './tuning.ts'
import { createTurns } from './turns/create-turns.ts'
import type { ApplyEffects } from './turns/port.ts'
import { createTakeTurn } from './turns/take-turn.ts'

export interface DaemonDeps {
  store: Store
  pipeline: PipelineStore
  identity: DaemonIdentity
  runner: TurnRunner
  applyEffects: ApplyEffects
  directory: ChannelDirectory
  /** Milliseconds of silence that end a burst on a channel; 0: none. */
  debounceMs(channelId: string | null): Promise<number>
  now: () => number
  random: () => number
  log: Log
  tuning: Tuning
}

/** The daemon without its HTTP edge: everything between a stored message and a delivered reply. */
export interface Daemon extends JobRegistry {
  inbox: Inbox
  stats(): DaemonStats
  /** Begins to work; the HTTP edge listens already. */
  start(): Promise<void>
  /** Begins nothing new and waits for what is under way, at most `drainMs`. */
  stop(): Promise<void>
}

/** Conversations that share one commit: a bad one costs that many a second try, and more bring nothing. */
const TURNS_PER_COMMIT = 64
/** Postgres: one group waits for its fsync while the next is written. SQLite has one writer anyway. */
const COMMITS_AT_ONCE = 3
const SETTLEMENTS_PER_COMMIT = 128
/** The dashboard calls a daemon dead after five missed beats. */
const BEAT_MS = 2000

export function createDaemon(deps: DaemonDeps): Daemon {
  const { store, pipeline, identity, now, random, log, tuning } = deps
  let state: DaemonStats['state'] = 'running'
  let beating: NodeJS.Timeout | null = null
  const health = createDatabaseHealth({
    now,
    onChange(away, error) {
      if (away) log.error('database_away', { database: store.label, error })
      else log.info('database_back', { database: store.label })
    },
  })
  const meter = createMeter({ now, conversations: () => turns.counts() })
  const commit = createBatcher<TurnCommit, CommitOutcome | { outcome: 'failed'; error: unknown }>({
    max: TURNS_PER_COMMIT,
    concurrency: COMMITS_AT_ONCE,
    run: (group) => health.watch(pipeline.turns.commit(group, now())),
  })
  const settle = createBatcher<Settlement, boolean>({
    max: SETTLEMENTS_PER_COMMIT,
    concurrency: COMMITS_AT_ONCE,
    run: (group) => health.watch(pipeline.outbox.settle(group, now())),
  })
  const takeTurn = createTakeTurn({
    ...deps,
    store: pipeline,
    health,
    meter,
    async commit(turn) {
      const outcome = await commit(turn)
      if (outcome.outcome === 'failed') throw outcome.error
      return outcome
    },
  })
  const deliver = createDeliver({
    ...deps,
    store: pipeline,
    settle,
    health,
    isOptedOut: (tenantId, contactId) => refusesReminders(deps.store.db, tenantId, contactId),
    meter,
    sleep: (ms) => sleep(ms),
  })
  const turns = createTurns({
    store: pipeline,
    owner: identity.id,
    takeTurn,
    deliver,
    debounceMs: deps.debounceMs,
    health,
    now,
    meter,
    log,
    tuning,
  })
  const receipts = createReceipts({ store: pipeline, directory: deps.directory, health, now, random, log })
  const timers = createTimers({
    store: pipeline,
    owner: identity.id,
    health,
    now,
    random,
    drainMs: tuning.drainMs,
    log,
  })
  const inbox = limitSenders(
    createInbox({
      store: pipeline,
      now,
      meter,
      health,
      onMessages: turns.hint,
      onReceipts: receipts.wake,
    }),
    { store: pipeline.inbox, health, now, onLimited: (row) => void tellLimited(row) },
  )

  /** Best effort: the messages themselves are on disk, and `message list` shows them. */
  async function tellLimited(row: InboxRow): Promise<void> {
    const { tenantId, conversationId, channelId, providerKey } = row
    log.warn('sender_limited', { tenant: tenantId, conversation: conversationId })
    const { phone, userId } = row.body.sender
    const body = { reply: TOO_MANY, to: { phone, userId } }
    const bubble = {
      tenantId,
      conversationId,
      channelId,
      source: `limited:${providerKey}`,
      class: 'reply',
      body,
    } as const
    await enqueueBubble(store.db, bubble, now()).catch((error: unknown) => {
      log.warn('sender_not_told', { tenant: tenantId, conversation: conversationId, error })
    })
  }
  let listening: ReturnType<PipelineStore['wake']['listen']> | null = null

  /** Of what others queued. What this daemon stores itself it knows already. */
  function hear(wake: Wake): void {
    if (wake.type === 'conversation') return turns.hint([wake.key])
    timers.wake()
    if (wake.type === 'all') turns.wake()
  }

  const stats = (): DaemonStats => meter.snapshot(state, health.awaySince())

  async function heartbeat(): Promise<void> {
    try {
      await health.watch(beat(store.db, identity, stats(), now()))
    } catch (error) {
      log.debug('beat_failed', { error })
    }
    if (beating !== null) beating = setTimeout(() => void heartbeat(), BEAT_MS)
  }

  return {
    inbox,
    stats,
    registerJob: timers.registerJob,
    async start() {
      health.listening()
      turns.start()
      receipts.start()
      timers.start()
      listening = pipeline.wake.listen(hear)
      beating = setTimeout(() => void heartbeat(), 0)
    },
    async stop() {
      state = 'draining'
      await Promise.all([listening?.stop(), turns.stop(), timers.stop()])
      await receipts.stop()
      if (beating !== null) clearTimeout(beating)
      beating = null
      meter.stop()
      await leave(store.db, identity.id, now()).catch((error: unknown) => {
        log.debug('beat_failed', { error })
      })
    },
  }
}
