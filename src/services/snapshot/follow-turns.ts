import { setTimeout as wait } from 'node:timers/promises'
import { readTail, type TailFacts } from '../../store/snapshot.ts'
import type { TenantScope } from '../../store/scope.ts'
import type { Db } from '../../store/store.ts'
import { toTailRow } from './tail-row.ts'
import type { TailRow } from './types.ts'

/** Twice a second feels live, and is two look-ups at the end of an index. */
const POLL_MS = 500
const BATCH = 500
/** Ids are given when a turn is written and seen when it is committed: one may appear behind a later one this long. */
const LATE_MS = 5000

/** The newest turns, then each new one as it is committed, until `signal`. A database that is away is waited for. */
export async function* followTurns(
  deps: { db: Db; now: () => number },
  query: { tenantId: TenantScope; lines: number; follow: boolean },
  signal: AbortSignal,
): AsyncGenerator<TailRow> {
  const { tenantId } = query
  const first = (await readTail(deps.db, { tenantId, limit: Math.max(1, query.lines) })).toReversed()
  const seen = new Map<number, number>(first.map((row) => [row.id, row.at]))
  let highest = first.at(-1)?.id ?? 0
  if (query.lines > 0) for (const row of first) yield toTailRow(row)
  while (query.follow && !signal.aborted) {
    await wait(POLL_MS, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    const rows = await newRows(deps.db, { tenantId, after: floor(seen, highest, deps.now()) })
    for (const row of rows) {
      if (seen.has(row.id)) continue
      seen.set(row.id, row.at)
      highest = Math.max(highest, row.id)
      yield toTailRow(row)
    }
    forget(seen, highest, deps.now())
  }
}

/** Where to look again: behind the oldest that is young enough to have a late neighbour. */
function floor(seen: ReadonlyMap<number, number>, highest: number, now: number): number {
  let lowest = highest
  for (const [id, at] of seen) if (now - at < LATE_MS && id < lowest) lowest = id - 1
  return lowest
}

function forget(seen: Map<number, number>, highest: number, now: number): void {
  for (const [id, at] of seen) if (now - at >= LATE_MS && id < highest) seen.delete(id)
}

async function newRows(db: Db, query: { tenantId: TenantScope; after: number }): Promise<TailFacts[]> {
  try {
    return await readTail(db, { ...query, limit: BATCH })
  } catch {
    // Away for now; what is committed meanwhile is found when it is back.
    return []
  }
}
