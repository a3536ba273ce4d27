import { sql, type RawBuilder } from 'kysely'
import type { Store } from '../../store/store.ts'

const DAY_MS = 86_400_000
/** Meta delivers again for seven days, so what is younger must be known. */
export const LEAST_KEEP_MS = 8 * DAY_MS
const KEEP_MS = 9 * DAY_MS
/** Rows a statement: acks and turns wait for none of them longer than some milliseconds. */
const BATCH = 500
/** Statements a run and table; a daemon that was off for weeks works the rest off in further runs. */
const MOST_BATCHES = 40

export interface Tidied {
  removed: number
  expired: number
  /** True where the run ended before the work did. */
  more: boolean
}

/**
 * Removes what the pipeline needs no more: messages done, bubbles at their end and their receipts, once nothing can be
 * delivered again. Parked messages and dead letters stay as long as those, for an operator to see. What still waits for
 * a shopper to write, and is past its deadline, ends as `dropped`. Small batches, each a transaction of its own.
 */
export async function tidyPipeline(
  deps: { store: Store; now: () => number },
  options: { keepMs?: number; batch?: number } = {},
): Promise<Tidied> {
  const now = deps.now()
  const before = now - Math.max(LEAST_KEEP_MS, options.keepMs ?? KEEP_MS)
  const batch = options.batch ?? BATCH
  const run = (build: (limit: number) => RawBuilder<unknown>) => inBatches(deps.store, batch, build)
  const expired = await run(
    (limit) => sql`UPDATE outbox SET status = 'dropped', error_class = 'expired', error_code = 'expired'
      WHERE status = 'waiting' AND id IN (SELECT id FROM outbox
        WHERE status IN ('queued','sending','waiting') AND status = 'waiting' AND deadline <= ${now} LIMIT ${limit})`,
  )
  const parts = [
    await run(
      (limit) => sql`DELETE FROM inbox WHERE status <> 'pending' AND id IN (SELECT id FROM inbox
        WHERE received_at < ${before} AND status <> 'pending' ORDER BY received_at LIMIT ${limit})`,
    ),
    await run(
      (limit) => sql`DELETE FROM outbox WHERE status IN ('sent','dead','dropped') AND id IN (SELECT id FROM outbox
        WHERE created_at < ${before} AND status IN ('sent','dead','dropped') ORDER BY created_at LIMIT ${limit})`,
    ),
    await run(
      (limit) => sql`DELETE FROM receipt WHERE (provider, provider_key) IN (SELECT provider, provider_key FROM receipt
        WHERE received_at < ${before} LIMIT ${limit})`,
    ),
  ]
  return {
    removed: parts.reduce((sum, part) => sum + part.rows, 0),
    expired: expired.rows,
    more: [expired, ...parts].some((part) => part.more),
  }
}

async function inBatches(
  store: Store,
  batch: number,
  build: (limit: number) => RawBuilder<unknown>,
): Promise<{ rows: number; more: boolean }> {
  let rows = 0
  for (let round = 0; round < MOST_BATCHES; round++) {
    const { numAffectedRows } = await store.transaction((trx) => build(batch).execute(trx))
    const count = Number(numAffectedRows ?? 0n)
    rows += count
    if (count < batch) return { rows, more: false }
  }
  return { rows, more: true }
}
