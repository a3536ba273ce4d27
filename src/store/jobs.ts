import type { DueJob } from '../daemon/timers/port.ts'
import type { EpochMs } from '../engine/types.ts'
import { toJson } from './json.ts'
import type { Db } from './store.ts'
import { wakeDaemons } from './wake.ts'

export interface JobStore {
  /** Leases what is due, oldest first, of the kinds that this process can run. */
  claim(kinds: string[], owner: string, now: EpochMs, until: EpochMs, limit: number): Promise<DueJob[]>
  /** Done: the row goes. Ignored where the lease was lost or the timer was set again meanwhile. */
  finish(job: DueJob, owner: string): Promise<void>
  /** Keeps the row for later: a repeating job, or a try that failed. */
  reschedule(job: DueJob, owner: string, runAt: EpochMs, error: string | null): Promise<void>
  bury(job: DueJob, owner: string, error: string): Promise<void>
}

/** Sets a timer, or moves it where it is set already. One that is due is run right after the commit (Postgres), or within a second. */
export async function setJob(
  db: Db,
  job: { tenantId: string | null; kind: string; key: string; payload: unknown; runAt: EpochMs },
  now: EpochMs,
): Promise<void> {
  await db
    .insertInto('job')
    .values({
      tenant_id: job.tenantId,
      kind: job.kind,
      key: job.key,
      payload: toJson(job.payload),
      run_at: job.runAt,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet((row) => ({
        payload: row.ref('excluded.payload'),
        run_at: row.ref('excluded.run_at'),
        attempts: 0,
        status: 'pending',
        // Whoever runs the old one must not remove the new one when it is done.
        locked_by: null,
        locked_until: null,
      })),
    )
    .execute()
  if (job.runAt <= now) await wakeDaemons(db, { type: 'timer' })
}

/** Frees what a dead daemon was running; only where it is certain that none lives (SQLite's lock). */
export async function freeTimers(db: Db): Promise<void> {
  await db.updateTable('job').set({ locked_by: null, locked_until: null }).where('locked_by', 'is not', null).execute()
}
