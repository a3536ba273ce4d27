import type { DueJob } from '../../daemon/timers/port.ts'
import { fromJson } from '../json.ts'
import type { JobStore } from '../jobs.ts'
import type { PostgresStore } from './open.ts'
import { onPool } from './statements.ts'

const CLAIM = {
  name: 'job-claim',
  text: `UPDATE job SET locked_by = $1, locked_until = $2, attempts = attempts + 1 WHERE id IN (
      SELECT id FROM job WHERE status = 'pending' AND run_at <= $3 AND (locked_until IS NULL OR locked_until <= $3)
        AND kind = ANY ($4::text[]) ORDER BY run_at LIMIT $5 FOR UPDATE SKIP LOCKED)
    RETURNING id, tenant_id AS "tenantId", kind, key, payload, attempts AS attempt`,
}
const FINISH = { name: 'job-finish', text: 'DELETE FROM job WHERE id = $1 AND locked_by = $2' }
const RESCHEDULE = {
  name: 'job-reschedule',
  text: `UPDATE job SET run_at = $1, error = $2::text, locked_by = NULL, locked_until = NULL,
    attempts = CASE WHEN $2::text IS NULL THEN 0 ELSE attempts END WHERE id = $3 AND locked_by = $4`,
}
const BURY = {
  name: 'job-bury',
  text: "UPDATE job SET status = 'dead', error = $1, locked_by = NULL, locked_until = NULL WHERE id = $2 AND locked_by = $3",
}

export function postgresJobs({ pool }: PostgresStore): JobStore {
  const run = onPool(pool)
  return {
    async claim(kinds, owner, now, until, limit) {
      const rows = await run<Omit<DueJob, 'payload'> & { payload: string }>(CLAIM, [owner, until, now, kinds, limit])
      return rows.map((row) => ({ ...row, payload: fromJson<unknown>(row.payload) }))
    },
    async finish(job, owner) {
      await run(FINISH, [job.id, owner])
    },
    async reschedule(job, owner, runAt, error) {
      await run(RESCHEDULE, [runAt, error, job.id, owner])
    },
    async bury(job, owner, error) {
      await run(BURY, [error, job.id, owner])
    },
  }
}
