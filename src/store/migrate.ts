import { readFileSync, readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../errors.ts'
import type { Store } from './store.ts'

export interface MigrationStatus {
  applied: Array<{ name: string; appliedAt: number }>
  pending: string[]
  /** Applied, but unknown to this binary: the database is newer. */
  unknown: string[]
}

const folder = new URL('../../migrations/', import.meta.url)

function shipped(store: Store): string[] {
  return readdirSync(new URL(`${store.dialect}/`, folder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/** What is applied and what is missing; creates nothing. */
export async function migrationStatus(store: Store): Promise<MigrationStatus> {
  const names = shipped(store)
  const rows = await readApplied(store)
  const done = new Set(rows.map((row) => row.name))
  return {
    applied: rows.filter((row) => names.includes(row.name)),
    pending: names.filter((name) => !done.has(name)),
    unknown: rows.filter((row) => !names.includes(row.name)).map((row) => row.name),
  }
}

/** Applies what is missing, each file in a transaction of its own. Returns the names applied. */
export async function migrate(store: Store, options: { now: number }): Promise<string[]> {
  const status = await migrationStatus(store)
  refuseNewer(status)
  const applied: string[] = []
  for (const name of status.pending) {
    const text = readFileSync(new URL(`${store.dialect}/${name}`, folder), 'utf8')
    const ran = await applyOne(store, name, text, options.now)
    if (ran) applied.push(name)
  }
  return applied
}

/** Refuses a database that is behind or ahead of this binary, and names the command that mends it. Exit 78. */
export async function requireMigrated(store: Store): Promise<void> {
  const status = await migrationStatus(store)
  refuseNewer(status)
  if (status.pending.length === 0) return
  const fresh = status.applied.length === 0
  throw new BotctlError(
    fresh ? 'database_empty' : 'database_behind',
    fresh ? `the database is empty: ${store.label}` : `the database lacks ${status.pending.length} migrations`,
    {
      hint: fresh ? 'run botctl migrate (or botctl quickstart for a shop to try)' : 'run botctl migrate',
      exit: EXIT.configuration,
      details: { pending: status.pending },
    },
  )
}

function refuseNewer(status: MigrationStatus): void {
  if (status.unknown.length === 0) return
  throw new BotctlError(
    'database_newer',
    `the database has migrations that this botctl does not know: ${status.unknown.join(', ')}`,
    {
      hint: 'upgrade botctl, or restore a backup made with this version',
      exit: EXIT.configuration,
      details: { unknown: status.unknown },
    },
  )
}

async function readApplied(store: Store): Promise<Array<{ name: string; appliedAt: number }>> {
  const exists =
    store.dialect === 'sqlite'
      ? await sql<{ n: number }>`SELECT count(*) AS n FROM sqlite_master WHERE name = 'schema_migration'`.execute(
          store.db,
        )
      : await sql<{
          n: number
        }>`SELECT count(*) AS n FROM pg_tables WHERE tablename = 'schema_migration' AND schemaname = current_schema()`.execute(
          store.db,
        )
  if (Number(exists.rows[0]?.n ?? 0) === 0) return []
  const { rows } = await sql<{
    name: string
    appliedAt: number
  }>`SELECT name, applied_at AS "appliedAt" FROM schema_migration ORDER BY name`.execute(store.db)
  return rows
}

/** Returns false where another migrator was faster. */
async function applyOne(store: Store, name: string, text: string, now: number): Promise<boolean> {
  return store.transaction(async (trx) => {
    if (store.dialect === 'postgres') await sql`SELECT pg_advisory_xact_lock(7203971)`.execute(trx)
    await sql`CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)`.execute(
      trx,
    )
    const seen = await sql`SELECT 1 FROM schema_migration WHERE name = ${name}`.execute(trx)
    if (seen.rows.length > 0) return false
    for (const statement of statements(text)) await sql.raw(statement).execute(trx)
    await sql`INSERT INTO schema_migration (name, applied_at) VALUES (${name}, ${now})`.execute(trx)
    return true
  })
}

/** Our migrations end each statement with `;` at a line's end; bodies in $$ … $$ stay whole. */
function statements(text: string): string[] {
  const found: string[] = []
  let current = ''
  let quoted = false
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('--') && current.trim() === '') continue
    current += `${line}\n`
    if ((line.split('$$').length - 1) % 2 === 1) quoted = !quoted
    if (!quoted && line.trimEnd().endsWith(';')) {
      found.push(current.trim())
      current = ''
    }
  }
  if (current.trim() !== '') found.push(current.trim())
  return found
}
