import type { DueJob } from '../../daemon/timers/port.ts'
import { fromJson } from '../json.ts'
import type { JobStore } from '../jobs.ts'
import type { SqliteStore } from './open.ts'
import { numbered, type Write } from './writer.ts'

export function sqliteJobs({ raw }: SqliteStore, write: Write): JobStore {
  const claim = raw.prepare(
    `UPDATE job SET locked_by = ?1, locked_until = ?2, attempts = attempts + 1 WHERE id IN (
       SELECT id FROM job WHERE status = 'pending' AND run_at <= ?3 AND (locked_until IS NULL OR locked_until <= ?3)
         AND kind IN (SELECT value FROM json_each(?4)) ORDER BY run_at LIMIT ?5)
     RETURNING id, tenant_id AS tenantId, kind, key, payload, attempts AS attempt`,
  )
  const finish = raw.prepare('DELETE FROM job WHERE id = ? AND locked_by = ?')
  const reschedule = raw.prepare(
    `UPDATE job SET run_at = ?1, error = ?2, locked_by = NULL, locked_until = NULL,
       attempts = CASE WHEN ?2 IS NULL THEN 0 ELSE attempts END WHERE id = ?3 AND locked_by = ?4`,
  )
  const bury = raw.prepare(
    "UPDATE job SET status = 'dead', error = ?, locked_by = NULL, locked_until = NULL WHERE id = ? AND locked_by = ?",
  )
  return {
    claim: (kinds, owner, now, until, limit) =>
      write(() =>
        (
          claim.all(numbered(owner, until, now, JSON.stringify(kinds), limit)) as Array<DueJob & { payload: string }>
        ).map((row) => ({
          ...row,
          payload: fromJson<unknown>(row.payload),
        })),
      ),
    finish: (job, owner) => write(() => void finish.run(job.id, owner)),
    reschedule: (job, owner, runAt, error) => write(() => void reschedule.run(numbered(runAt, error, job.id, owner))),
    bury: (job, owner, error) => write(() => void bury.run(error, job.id, owner)),
  }
}
