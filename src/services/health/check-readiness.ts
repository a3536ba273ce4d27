import { migrationStatus } from '../../store/migrate.ts'
import type { Store } from '../../store/store.ts'

export interface Readiness {
  ready: boolean
  /** Why not: stable words, each with what it means. */
  reasons: Array<{ code: string; message: string }>
}

/** A message that waits longer than this is not being worked on: providers and shoppers have given up by then. */
const QUEUE_AGE_MAX_MS = 120_000
/** A probe must answer before the prober's own limit, which is commonly five seconds. */
const DATABASE_DEADLINE_MS = 2000

/**
 * Whether this process should get traffic: the database answers, nothing is left to migrate, and the queue moves.
 * Never throws.
 */
export function createReadiness(deps: { store: Store; now: () => number }): () => Promise<Readiness> {
  // A schema that was complete once stays so: migrations only move forward while a daemon runs.
  let migrated = false

  async function check(): Promise<Readiness['reasons']> {
    const { store } = deps
    if (!migrated) {
      const status = await migrationStatus(store)
      if (status.pending.length > 0) {
        return [{ code: 'migrations_pending', message: 'the database misses migrations: run botctl migrate' }]
      }
      if (status.unknown.length > 0) {
        return [{ code: 'database_newer', message: 'the database was migrated by a newer botctl' }]
      }
      migrated = true
    }
    const row = await store.db
      .selectFrom('inbox')
      .innerJoin('tenant', 'tenant.id', 'inbox.tenant_id')
      .select((eb) => eb.fn.min('inbox.received_at').as('oldest'))
      .where('inbox.status', '=', 'pending')
      // A paused shop's messages wait on purpose.
      .where('tenant.status', '=', 'active')
      .executeTakeFirst()
    const oldest = row?.oldest ?? null
    if (oldest === null || deps.now() - oldest <= QUEUE_AGE_MAX_MS) return []
    return [{ code: 'queue_stuck', message: 'messages wait for more than two minutes' }]
  }

  return async () => {
    const away = { code: 'database_unavailable', message: 'the database does not answer' }
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Readiness['reasons']>((resolve) => {
      timer = setTimeout(() => resolve([away]), DATABASE_DEADLINE_MS)
    })
    const reasons = await Promise.race([check().catch(() => [away]), late])
    clearTimeout(timer)
    return { ready: reasons.length === 0, reasons }
  }
}
