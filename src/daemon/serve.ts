import { hostname } from 'node:os'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMediaFetcher } from '../channels/media.ts'
import { classifyMetaError } from '../channels/meta/errors.ts'
import { META_GRAPH_URL, META_GRAPH_VERSION } from '../channels/meta/send.ts'
import type { Channel, ChannelProvider } from '../channels/port.ts'
import { createRequester } from '../channels/request.ts'
import { classifyTwilioError } from '../channels/twilio/errors.ts'
import type { Config } from '../config.ts'
import { BotctlError } from '../errors.ts'
import { conversationId, createId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets.ts'
import { chooseTestTenant } from '../services/channels/choose-test-tenant.ts'
import { createDirectory, type Directory } from '../services/channels/directory.ts'
import { environmentAccounts } from '../services/channels/environment.ts'
import { createChannels } from '../services/channels/open-channels.ts'
import { createReadiness } from '../services/health/check-readiness.ts'
import { takeSnapshot } from '../services/snapshot/take-snapshot.ts'
import { createDrive, type Drive } from '../services/turns/drive.ts'
import type { VoiceSource } from '../services/turns/hear-voice.ts'
import type { TurnRunner } from '../services/turns/types.ts'
import { storableText } from '../store/json.ts'
import { requireMigrated } from '../store/migrate.ts'
import { freeTimers } from '../store/jobs.ts'
import { openPipeline } from '../store/pipeline.ts'
import type { Store } from '../store/store.ts'
import { createDebounce } from './channel-settings.ts'
import { createDaemon, type Daemon } from './create-daemon.ts'
import { isDatabaseAway } from './database-errors.ts'
import { createHttp, type Routes } from './http/app.ts'
import type { PlayTestTurn } from './http/test-webhook.ts'
import type { ChannelDirectory } from './outbox/port.ts'
import type { Tuning } from './tuning.ts'
import type { ApplyEffects } from './turns/port.ts'

export interface ServeDeps {
  store: Store
  config: Config
  secrets: SecretBox
  version: string
  now: () => number
  random: () => number
  log: Log
  tuning: Tuning
  runner: TurnRunner
  /** The runner that hears voice notes through this daemon's channels; absent: `runner`. */
  listening?: (voice: VoiceSource) => TurnRunner
  applyEffects: ApplyEffects
  /** Plays a turn for the test webhook; made from the runner where none is given. */
  drive?: Drive
  /** Routes of other rooms: payments, API, back office. Given the daemon's parts that they may use. */
  routes: readonly Routes[]
  /** Handlers for timers, by kind. */
  registerJobs(daemon: Daemon): void
  host: string
  port: number
  testWebhook: boolean
}

export interface Server {
  /** `http://127.0.0.1:9001` */
  url: string
  /** Drains at most `drainMs`, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>
}

/** How often to look for a database that was away at the start. */
const DATABASE_POLL_MS = 1000

/**
 * Starts the daemon: the HTTP edge at once, the work as soon as the database is there. A database that is away, at the
 * start or later, means 503 and never the end of the process; one that misses migrations is refused (exit 78).
 */
export async function startServer(deps: ServeDeps): Promise<Server> {
  const { store, config, log, now } = deps
  const unlock = await lockSqlite(store)
  let stopped: Promise<void> | null = null
  const stopping = new AbortController()
  try {
    const reachable = await databaseReady(store)
    const directory = createDirectory({
      store,
      secrets: deps.secrets,
      environment: environmentAccounts(config),
      now,
      onUnreadable: (channel) => log.error('channel_secret_unreadable', { channel }),
    })
    const requester = createRequester()
    const identity = {
      id: createId('dmn'),
      host: hostname(),
      pid: process.pid,
      version: deps.version,
      startedAt: now(),
    }
    const pipeline = await openPipeline(store)
    // Alone on this file, by the lock: whatever a daemon before us held, nobody holds now.
    if (store.dialect === 'sqlite') {
      await pipeline.leases.freeOrphans('dmn_')
      await freeTimers(store.db)
    }
    const daemon = createDaemon({
      ...deps,
      runner: deps.listening?.(voiceSource(config, directory)) ?? deps.runner,
      pipeline,
      identity,
      directory: channelDirectory(directory, createChannels(config, requester)),
      debounceMs: createDebounce({ store, now }),
    })
    deps.registerJobs(daemon)
    let url = ''
    const { app } = createHttp({
      inbox: daemon.inbox,
      directory,
      now,
      version: deps.version,
      publicUrls: () => (config.publicUrl === null ? [url] : [config.publicUrl]),
      testWebhook: {
        open: deps.testWebhook,
        token: config.testWebhookToken,
        play: playTestTurn(deps),
        chooseTenant: (wanted) => chooseTestTenant({ db: store.db }, wanted),
      },
      checkReadiness: createReadiness({ store, now }),
      takeSnapshot: () => takeSnapshot({ db: store.db }, { now: now() }),
      routes: deps.routes,
      onBug: (error, route) => log.error('http_bug', { route, error }),
    })
    url = await listen(app, deps.host, deps.port)
    let started: Promise<void> = Promise.resolve()
    if (reachable) await daemon.start()
    else started = waitForDatabase(store, log, stopping.signal).then((ready) => (ready ? daemon.start() : undefined))
    log.info('daemon_started', {
      daemon: identity.id,
      host: deps.host,
      port: Number(new URL(url).port),
      pid: process.pid,
      version: deps.version,
      database: store.label,
    })

    async function stopNow(): Promise<void> {
      stopping.abort()
      await started
      log.info('daemon_stopping', { daemon: identity.id })
      // The edge closes its door and lets requests under way finish; the work drains beside it.
      await Promise.all([within(deps.tuning.drainMs, app.close()), daemon.stop()])
      await within(1000, requester.close())
      unlock()
      log.info('daemon_stopped', { daemon: identity.id })
    }
    return { url, stop: () => (stopped ??= stopNow()) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function lockSqlite(store: Store): Promise<() => void> {
  if (store.dialect !== 'sqlite') return () => {}
  const { lockForDaemon } = await import('../store/sqlite/daemon-lock.ts')
  const lock = lockForDaemon(store.label.slice('sqlite:'.length))
  return lock.release
}

/** False where the database does not answer yet; throws where it never will as it is. */
async function databaseReady(store: Store): Promise<boolean> {
  try {
    await requireMigrated(store)
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  }
}

async function waitForDatabase(store: Store, log: Log, signal: AbortSignal): Promise<boolean> {
  log.warn('database_away', { database: store.label })
  while (!signal.aborted) {
    try {
      if (await databaseReady(store)) {
        log.info('database_back', { database: store.label })
        return true
      }
    } catch (error) {
      // It came up without our tables: /ready says so, and a migration may be on its way.
      log.error('database_not_ready', { database: store.label, error })
    }
    await sleep(DATABASE_POLL_MS, undefined, { signal }).catch(() => {})
  }
  return false
}

/** A voice note has a shopper waiting for it: what does not arrive in eight seconds is asked for in writing. */
const VOICE_FETCH_MS = 8000

function voiceSource(config: Config, directory: Directory): VoiceSource {
  const fetch = createMediaFetcher({
    graphUrl: config.metaGraphUrl ?? META_GRAPH_URL,
    graphVersion: config.metaGraphVersion ?? META_GRAPH_VERSION,
    twilioUrl: config.twilioApiUrl,
    deadlineMs: VOICE_FETCH_MS,
  })
  return { account: (channelId) => directory.account(channelId), fetch }
}

function channelDirectory(directory: Directory, channels: Record<ChannelProvider, Channel>): ChannelDirectory {
  return {
    account: (channelId) => directory.account(channelId),
    channel: (provider) => channels[provider],
    classify: (provider, code) => (provider === 'twilio' ? classifyTwilioError(code) : classifyMetaError(code)),
  }
}

function playTestTurn(deps: ServeDeps): PlayTestTurn {
  const drive = deps.drive ?? createDrive(deps)
  return ({ tenantId, from, text }) =>
    drive.turn({
      tenantId,
      conversationId: conversationId(tenantId, from),
      channelId: null,
      sender: { phone: from, userId: null, name: null },
      messages: [{ id: createId('msg'), at: deps.now(), kind: 'text', text: storableText(text) }],
    })
}

const LISTEN_HINTS = {
  EADDRINUSE: 'another program may have it: choose another with --port, or stop that one',
  EACCES: 'ports below 1024 are for root: choose another with --port, and let a proxy listen on 443',
  EADDRNOTAVAIL: 'this machine has no such address: choose another with --host',
}

function listen(app: ReturnType<typeof createHttp>['app'], host: string, port: number): Promise<string> {
  return app.listen({ host, port }).catch((cause: unknown) => {
    throw cannotListen(host, port, cause)
  })
}

/**
 * Throws `port_unavailable` (69) where nobody could listen there now. For who has much to do, and something to print,
 * before the daemon itself finds out.
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (cause) => reject(cannotListen(host, port, cause)))
    probe.listen({ host, port }, () => probe.close(() => resolve()))
  })
}

function cannotListen(host: string, port: number, cause: unknown): unknown {
  const { code } = cause as { code?: string }
  if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return cause
  return new BotctlError('port_unavailable', `cannot listen on ${host} port ${port}: ${code}`, {
    hint: LISTEN_HINTS[code],
    exit: 69,
    cause,
  })
}

async function within(ms: number, work: PromiseLike<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => {})])
  timer.abort()
}
