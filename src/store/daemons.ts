import type { DaemonStats } from '../daemon/stats.ts'
import type { EpochMs } from '../engine/types.ts'
import { toJson } from './json.ts'
import type { Db } from './store.ts'

export interface DaemonIdentity {
  id: string
  host: string
  pid: number
  version: string
  startedAt: EpochMs
}

/** A week of dead daemons is enough to tell what happened; older rows go. */
const KEEP_DEAD_MS = 7 * 24 * 3600 * 1000

/** Writes this daemon's heartbeat row. */
export async function beat(db: Db, daemon: DaemonIdentity, stats: DaemonStats, now: EpochMs): Promise<void> {
  await db
    .insertInto('daemon')
    .values({
      id: daemon.id,
      host: daemon.host,
      pid: daemon.pid,
      version: daemon.version,
      started_at: daemon.startedAt,
      beat_at: now,
      stats: toJson(stats),
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ beat_at: row.ref('excluded.beat_at'), stats: row.ref('excluded.stats') })),
    )
    .execute()
}

/** A clean goodbye: nobody waits for its next beat. Those who left before it go, and so do the long dead. */
export async function leave(db: Db, id: string, now: EpochMs): Promise<void> {
  await db.updateTable('daemon').set({ stopped_at: now, beat_at: now }).where('id', '=', id).execute()
  await db
    .deleteFrom('daemon')
    .where('id', '<>', id)
    .where((row) => row.or([row('stopped_at', 'is not', null), row('beat_at', '<', now - KEEP_DEAD_MS)]))
    .execute()
}
