import type { LogLine } from '../log.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './store.ts'

export interface StoredLogLine extends LogLine {
  id: number
}

export interface LogFilter {
  /** Tenant id. */
  tenant?: string | undefined
  conversation?: string | undefined
  /** pino's number: that level and above. */
  level?: number | undefined
  since?: number | undefined
  /** Lines after this id, for following. */
  after?: number | undefined
  limit: number
}

export async function insertLogLines(db: Db, lines: readonly LogLine[]): Promise<void> {
  if (lines.length === 0) return
  await db
    .insertInto('log_line')
    .values(
      lines.map((line) => ({
        at: line.at,
        level: line.level,
        tenant_id: line.tenant,
        conversation_id: line.conversation,
        code: line.code,
        body: toJson(line.body),
      })),
    )
    .execute()
}

/** The newest lines that match, oldest first. */
export async function readLogLines(db: Db, filter: LogFilter): Promise<StoredLogLine[]> {
  let query = db.selectFrom('log_line').selectAll().orderBy('id', 'desc').limit(filter.limit)
  if (filter.tenant !== undefined) query = query.where('tenant_id', '=', filter.tenant)
  if (filter.conversation !== undefined) query = query.where('conversation_id', '=', filter.conversation)
  if (filter.level !== undefined) query = query.where('level', '>=', filter.level)
  if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
  if (filter.after !== undefined) query = query.where('id', '>', filter.after)
  const rows = await query.execute()
  return rows.toReversed().map((row) => ({
    id: row.id,
    at: row.at,
    level: row.level,
    tenant: row.tenant_id,
    conversation: row.conversation_id,
    code: row.code,
    body: fromJson<Record<string, unknown>>(row.body),
  }))
}

export async function trimLogLines(db: Db, before: number): Promise<void> {
  await db.deleteFrom('log_line').where('at', '<', before).execute()
}

/** Lines a second that are kept for `botctl logs`; what is beyond stays on stdout only. */
const MOST_WAITING = 1000

/**
 * Keeps log lines in the database, so that `botctl logs` works from any machine and after a daemon's death. Lines wait
 * at most a second and are written together; a database that is away costs lines here, never a shopper's message.
 */
export function createLogSink(db: Db): { push(line: LogLine): void; stop(): Promise<void> } {
  let waiting: LogLine[] = []
  let writing: Promise<void> = Promise.resolve()
  const timer = setInterval(flush, 1000)
  timer.unref()
  return {
    push(line) {
      if (waiting.length < MOST_WAITING) waiting.push(line)
    },
    async stop() {
      clearInterval(timer)
      flush()
      await writing
    },
  }

  function flush(): void {
    if (waiting.length === 0) return
    const lines = waiting
    waiting = []
    writing = writing.then(() => insertLogLines(db, lines)).catch(() => {})
  }
}
