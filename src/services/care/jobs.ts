import type { JobRegistry } from '../../daemon/timers/port.ts'
import type { Log } from '../../log.ts'
import { setJob } from '../../store/jobs.ts'
import { trimLogLines } from '../../store/logs.ts'
import type { Store } from '../../store/store.ts'
import { cleanupContexts } from './cleanup-contexts.ts'
import { tidyPipeline } from './tidy-pipeline.ts'

const DAY_MS = 86_400_000
/** Long enough to look into last week's incident, short enough not to become an archive. */
const KEEP_LOGS_MS = 14 * DAY_MS

const SOON_MS = 5000

/** What the daemon tidies once a day, whichever daemon gets to it. Call before the timers start. */
export function registerCareJobs(registry: JobRegistry, deps: { store: Store; now: () => number; log: Log }): void {
  registry.registerJob('context_cleanup', async () => {
    const { removed } = await cleanupContexts({ db: deps.store.db, now: deps.now })
    deps.log.info('contexts_cleaned', { count: removed })
    return { again: deps.now() + DAY_MS }
  })
  registry.registerJob('log_cleanup', async () => {
    await trimLogLines(deps.store.db, deps.now() - KEEP_LOGS_MS)
    return { again: deps.now() + DAY_MS }
  })
  registry.registerJob('pipeline_cleanup', async () => {
    const { removed, expired, more } = await tidyPipeline(deps)
    deps.log.info('pipeline_tidied', { count: removed + expired })
    // A backlog is worked off in pieces: one job must not outlive its lease.
    return { again: deps.now() + (more ? SOON_MS : DAY_MS) }
  })
}

/** Puts the timers where they are not yet; called at each start, and an existing timer keeps its time. */
export async function scheduleCareJobs(deps: { store: Store; now: () => number }): Promise<void> {
  for (const kind of ['context_cleanup', 'log_cleanup', 'pipeline_cleanup']) {
    const there = await deps.store.db.selectFrom('job').select('id').where('kind', '=', kind).executeTakeFirst()
    if (there === undefined) {
      await setJob(deps.store.db, { tenantId: null, kind, key: kind, payload: {}, runAt: deps.now() }, deps.now())
    }
  }
}
