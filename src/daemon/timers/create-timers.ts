import { BotctlError, EXIT } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { PipelineStore } from '../../store/pipeline.ts'
import { isDatabaseAway, type DatabaseHealth } from '../database-errors.ts'
import type { DueJob, JobHandler, JobRegistry } from './port.ts'

export interface Timers extends JobRegistry {
  start(): void
  /** A timer may be due: look now. Never needed, as it is looked for every second. */
  wake(): void
  /** Waits for the jobs under way, at most `drainMs`. */
  stop(): Promise<void>
}

/** Timers are minutes and hours: a second late is on time. */
const POLL_MS = 1000
/** Jobs call payment providers; more at once would starve the shoppers' turns. */
const AT_ONCE = 8
/**
 * A handler has this long; afterwards another daemon may run the job again, which handlers must not mind. Providers are
 * given 12 s a call; after a crash a shopper waits this long for a payment link, so no longer than that needs.
 */
const LEASE_MS = 60_000
const TRIES = 10

/** Runs jobs when they are due. What a handler throws is tried again with backoff, ten times over about five hours. */
export function createTimers(deps: {
  store: Pick<PipelineStore, 'jobs'>
  owner: string
  health: DatabaseHealth
  now: () => number
  random: () => number
  drainMs: number
  log: Log
}): Timers {
  const { store, owner, now, health, log } = deps
  const handlers = new Map<string, JobHandler>()
  const underWay = new Set<Promise<void>>()
  let running = false
  let again = false
  let timer: NodeJS.Timeout | null = null

  async function poll(): Promise<void> {
    let full = false
    timer = null
    again = false
    try {
      const free = AT_ONCE - underWay.size
      if (free > 0 && handlers.size > 0) {
        const at = now()
        const jobs = await health.watch(store.jobs.claim([...handlers.keys()], owner, at, at + LEASE_MS, free))
        full = jobs.length === free
        for (const job of jobs) {
          const work = run(job).finally(() => underWay.delete(work))
          underWay.add(work)
        }
      }
    } catch (error) {
      log.warn('upkeep_failed', { kind: 'timers', error })
    }
    if (full) await Promise.race(underWay)
    if (running) timer = setTimeout(() => void poll(), full || again ? 0 : POLL_MS)
  }

  async function run(job: DueJob): Promise<void> {
    try {
      const handler = handlers.get(job.kind) as JobHandler
      const again = await handler(job)
      if (again) await store.jobs.reschedule(job, owner, again.again, null)
      else await store.jobs.finish(job, owner)
    } catch (error) {
      await settleFailure(job, error).catch((failure: unknown) => {
        // Its lease runs out, and it is due again.
        log.warn('job_unsettled', { kind: job.kind, error: failure })
      })
    }
  }

  async function settleFailure(job: DueJob, error: unknown): Promise<void> {
    const dead = job.attempt >= TRIES && !isDatabaseAway(error)
    log[dead ? 'error' : 'warn']('job_failed', {
      kind: job.kind,
      ...(job.tenantId === null ? {} : { tenant: job.tenantId }),
      attempts: job.attempt,
      outcome: dead ? 'dead' : 'retry',
      error,
    })
    const reason = error instanceof BotctlError ? error.code : error instanceof Error ? error.name : 'unknown'
    if (dead) return store.jobs.bury(job, owner, reason)
    const wait = Math.min(3_600_000, 10_000 * 2 ** (job.attempt - 1)) * (0.75 + deps.random() / 2)
    return store.jobs.reschedule(job, owner, now() + Math.round(wait), reason)
  }

  return {
    registerJob(kind, handler) {
      if (handlers.has(kind)) {
        throw new BotctlError('job_kind_taken', `two handlers for jobs of kind ${kind}`, { exit: EXIT.bug })
      }
      handlers.set(kind, handler)
    },
    start() {
      running = true
      void poll()
    },
    wake() {
      again = true
      if (!running || timer === null) return
      clearTimeout(timer)
      void poll()
    },
    async stop() {
      running = false
      if (timer) clearTimeout(timer)
      let late: NodeJS.Timeout | undefined
      await Promise.race([
        Promise.allSettled(underWay),
        new Promise((resolve) => {
          late = setTimeout(resolve, deps.drainMs)
        }),
      ])
      clearTimeout(late)
    },
  }
}
