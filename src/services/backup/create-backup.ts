import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import { migrationStatus } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Db, Store } from '../../store/store.ts'
import { columnsOf, tablesInOrder } from '../../store/tables.ts'
import { canPgDump, runPgDump } from './pg-tools.ts'
import { createDumpWriter } from './portable.ts'
import type { DumpWriter } from './portable.ts'

export type BackupFormat = 'sqlite' | 'pg_dump' | 'portable'

export interface BackupResult {
  file: string
  format: BackupFormat
  bytes: number
}

/** Rows fetched at a time from a Postgres cursor: bounded memory whatever the size, and few round trips. */
const FETCH_ROWS = 2000

/**
 * Copies the database while it is in use, as it is at one moment, into a new file of its owner alone.
 * SQLite: a whole copy; Postgres: pg_dump where there is one as new as the server, else botctl's own dump.
 * Throws `backup_exists` or `backup_unwritable`, exit 65.
 */
export function createBackupMaker(deps: { store: Store; databaseUrl: string; now: () => number }) {
  return async (options: { folder: string; portable?: boolean }): Promise<BackupResult> => {
    const format = await chooseFormat(deps.store, options.portable ?? false)
    const file = join(options.folder, fileName(deps.now(), format))
    prepareFolder(options.folder, file)
    try {
      if (format === 'sqlite') await copySqlite(deps.store, file)
      else if (format === 'pg_dump') await runPgDump(deps.databaseUrl, file)
      else if (deps.store.dialect === 'sqlite') await dumpSqlite(deps.store, file, deps.now())
      else await dump(deps.store, file, deps.now())
    } catch (error) {
      // Half a backup is worse than none: someone might rely on it.
      rmSync(file, { force: true })
      throw error
    }
    return { file, format, bytes: statSync(file).size }
  }
}

async function chooseFormat(store: Store, portable: boolean): Promise<BackupFormat> {
  if (portable) return 'portable'
  if (store.dialect === 'sqlite') return 'sqlite'
  return (await canPgDump(store)) ? 'pg_dump' : 'portable'
}

const EXTENSIONS: Readonly<Record<BackupFormat, string>> = {
  sqlite: 'sqlite',
  pg_dump: 'pgdump',
  portable: 'dump.gz',
}

/** `botctl-20261122T193000Z.sqlite`: sorts by time, and the extension says what it is. */
function fileName(now: number, format: BackupFormat): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `botctl-${stamp}.${EXTENSIONS[format]}`
}

function prepareFolder(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new BotctlError('backup_unwritable', `cannot make the folder ${folder}`, {
      hint: 'give another with --output',
      exit: EXIT.badData,
      cause,
    })
  }
  if (existsSync(file)) {
    throw new BotctlError('backup_exists', `${file} is already there`, {
      hint: 'wait a second, or give another folder with --output',
      exit: EXIT.badData,
    })
  }
}

/**
 * VACUUM INTO reads one snapshot and blocks nobody under WAL. The page-by-page backup API begins anew with every write
 * of another process, so beside a busy daemon it might never end.
 */
async function copySqlite(store: Store, file: string): Promise<void> {
  const before = process.umask(0o077)
  try {
    await sql`VACUUM INTO ${file}`.execute(store.db)
  } finally {
    process.umask(before)
  }
  chmodSync(file, 0o600)
}

/** A dump of a copy: our transactions on SQLite hold the write lock, and reading all of it may take minutes. */
async function dumpSqlite(store: Store, file: string, now: number): Promise<void> {
  const copy = `${file}.copy`
  try {
    await copySqlite(store, copy)
    const frozen = await openStore(`sqlite:${copy}`)
    try {
      await dump(frozen, file, now)
    } finally {
      await frozen.close()
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
}

async function dump(store: Store, file: string, now: number): Promise<void> {
  const { applied } = await migrationStatus(store)
  const writer = await createDumpWriter(file, {
    format: 'botctl-dump',
    version: 1,
    createdAt: now,
    dialect: store.dialect,
    migrations: applied.map((row) => row.name),
  })
  // One snapshot for all tables, or an order may come without its items.
  const transaction =
    store.dialect === 'postgres'
      ? store.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      : store.db.transaction()
  await transaction.execute(async (trx) => {
    for (const table of await tablesInOrder(store, trx)) await dumpTable(store, trx, table, writer)
  })
  await writer.finish()
}

async function dumpTable(store: Store, trx: Db, table: string, writer: DumpWriter): Promise<void> {
  const columns = await columnsOf(store, trx, table)
  await writer.table(table, columns)
  const write = async (rows: Array<Record<string, unknown>>): Promise<void> => {
    for (const row of rows) await writer.row(columns.map((column) => row[column] ?? null))
  }
  if (store.dialect === 'sqlite') {
    for (let offset = 0; ; offset += FETCH_ROWS) {
      // rowid order is the table's own order, and inside one transaction it does not move.
      const { rows } = await sql<Record<string, unknown>>`
        SELECT * FROM ${sql.table(table)} ORDER BY rowid LIMIT ${FETCH_ROWS} OFFSET ${offset}`.execute(trx)
      await write(rows)
      if (rows.length < FETCH_ROWS) return
    }
  }
  await sql`DECLARE dump_cursor NO SCROLL CURSOR FOR SELECT * FROM ${sql.table(table)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`FETCH ${sql.lit(FETCH_ROWS)} FROM dump_cursor`.execute(trx)
    await write(rows)
    if (rows.length < FETCH_ROWS) break
  }
  await sql`CLOSE dump_cursor`.execute(trx)
}
