import { readFileSync, readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../errors.ts'
import type { Db, Store } from './store.ts'

export interface MigrationStatus {
  applied: Array<{ name: string; appliedAt: number }>
  pending: string[]
  /** Applied, but unknown to this binary: the database is newer. */
  unknown: string[]
}

export interface MigrateOptions {
  now: number
  /** Where the numbered files are, a folder a dialect; those shipped with botctl unless a test says otherwise. */
  folder?: URL
  /** Only these, for restoring an older dump; everything that is missing unless said. */
  only?: readonly string[]
  /** Told before each migration is applied. */
  onApply?: (name: string) => void
}

const INSUFFICIENT_PRIVILEGE = '42501'
const SHIPPED = new URL('../../migrations/', import.meta.url)

/** What is applied and what is missing; creates nothing and takes no lock. */
export async function migrationStatus(store: Store, folder: URL = SHIPPED): Promise<MigrationStatus> {
  const names = migrationFiles(store, folder)
  const rows = await readApplied(store)
  const done = new Set(rows.map((row) => row.name))
  return {
    applied: rows.filter((row) => names.includes(row.name)),
    pending: names.filter((name) => !done.has(name)),
    unknown: rows.filter((row) => !names.includes(row.name)).map((row) => row.name),
  }
}

/**
 * Applies what is missing, each file in a transaction of its own; a database that is current is not touched.
 * Several migrators wait for each other. Returns the names that this one applied.
 * Throws `database_newer` (78), `migration_refused` (77) where the database does not let its user make tables, or
 * `migration_failed` (70); both say where the database stands.
 */
export async function migrate(store: Store, options: MigrateOptions): Promise<string[]> {
  const folder = options.folder ?? SHIPPED
  const status = await migrationStatus(store, folder)
  refuseNewer(status)
  const pending = status.pending.filter((name) => options.only?.includes(name) ?? true)
  if (pending.length === 0) return []
  // A migration of a large table outlasts the five seconds that commands wait for each other on SQLite.
  if (store.dialect === 'sqlite') await sql`PRAGMA busy_timeout = 120000`.execute(store.db)
  const applied: string[] = []
  for (const name of pending) {
    options.onApply?.(name)
    const text = migrationText(store, name, folder)
    const ran = await applyOne(store, name, text, options.now).catch(async (cause: unknown) => {
      throw await failure(store, name, folder, cause)
    })
    if (ran) applied.push(name)
  }
  if (store.dialect === 'sqlite') await sql`PRAGMA busy_timeout = 5000`.execute(store.db)
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
    fresh ? `the database is empty: ${store.label}` : `the database lacks ${status.pending.join(', ')}`,
    {
      hint: fresh ? 'run botctl migrate (or botctl quickstart for shops to try)' : 'run botctl migrate',
      exit: EXIT.configuration,
      details: { pending: status.pending },
    },
  )
}

/** The numbered files of this dialect, in order. */
export function migrationFiles(store: Store, folder: URL = SHIPPED): string[] {
  return readdirSync(new URL(`${store.dialect}/`, folder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

export function migrationText(store: Store, name: string, folder: URL = SHIPPED): string {
  return readFileSync(new URL(`${store.dialect}/${name}`, folder), 'utf8')
}

/** Our migrations end each statement with `;` at a line's end; bodies in $$ … $$ stay whole. */
export function migrationStatements(text: string): string[] {
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
  if (!(await hasTable(store))) return []
  const { rows } = await sql<{
    name: string
    appliedAt: number
  }>`SELECT name, applied_at AS "appliedAt" FROM schema_migration ORDER BY name`.execute(store.db)
  return rows
}

async function hasTable(store: Store): Promise<boolean> {
  const query =
    store.dialect === 'sqlite'
      ? sql`SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'`
      : sql`SELECT 1 FROM pg_tables WHERE tablename = 'schema_migration' AND schemaname = current_schema()`
  return (await query.execute(store.db)).rows.length > 0
}

/** Returns false where another migrator was faster. */
async function applyOne(store: Store, name: string, text: string, now: number): Promise<boolean> {
  return store.transaction(async (trx) => {
    // BEGIN IMMEDIATE has the same effect on SQLite: the second migrator waits here and then finds nothing to do.
    if (store.dialect === 'postgres') await sql`SELECT pg_advisory_xact_lock(7203971)`.execute(trx)
    await sql`CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)`.execute(
      trx,
    )
    const seen = await sql`SELECT 1 FROM schema_migration WHERE name = ${name}`.execute(trx)
    if (seen.rows.length > 0) return false
    await runStatements(trx, text)
    await sql`INSERT INTO schema_migration (name, applied_at) VALUES (${name}, ${now})`.execute(trx)
    return true
  })
}

async function runStatements(trx: Db, text: string): Promise<void> {
  for (const statement of migrationStatements(text)) await sql.raw(statement).execute(trx)
}

async function failure(store: Store, name: string, folder: URL, cause: unknown): Promise<BotctlError> {
  const { applied, pending } = await migrationStatus(store, folder)
  const last = applied.at(-1)?.name ?? null
  if ((cause as { code?: string }).code === INSUFFICIENT_PRIVILEGE) {
    return new BotctlError(
      'migration_refused',
      `the database does not let this user make tables: ${(cause as Error).message}`,
      {
        // Since Postgres 15 a right on the database is none on its schema; owning the database is what is needed.
        hint: 'as its administrator: ALTER DATABASE name OWNER TO user (or GRANT ALL ON SCHEMA public TO user)',
        exit: EXIT.notAllowed,
        details: { failed: name, last, pending },
        cause,
      },
    )
  }
  return new BotctlError(
    'migration_failed',
    `migration ${name} failed and was undone: ${(cause as Error).message}. The database stands ${last === null ? 'empty' : `after ${last}`}`,
    {
      hint: 'nothing is half done: mend the cause and run botctl migrate again',
      exit: EXIT.bug,
      details: { failed: name, last, pending },
      cause,
    },
  )
}
