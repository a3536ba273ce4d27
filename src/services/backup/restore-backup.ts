import { chmodSync, closeSync, constants, copyFileSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import { migrate, migrationFiles, migrationStatus } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Schema } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { resetSequences, tablesInOrder } from '../../store/tables.ts'
import type { BackupFormat } from './create-backup.ts'
import { runPgRestore } from './pg-tools.ts'
import { readDump, readHeader } from './portable.ts'
import type { DumpRow } from './portable.ts'

/** Values in one INSERT: SQLite takes 32,766 parameters, Postgres 65,535. */
const MAX_PARAMETERS = 30_000

/**
 * Fills an empty database from a backup, whole or not at all. A portable dump goes into either database.
 * Throws `restore_not_empty` (65), `backup_newer` (78), `backup_kind` (65) or `backup_damaged` (65).
 */
export async function restoreBackup(file: string, url: string, now: number): Promise<{ format: BackupFormat }> {
  const format = backupFormat(file)
  if (format === 'sqlite') restoreSqlite(file, url)
  else if (format === 'pg_dump') await restorePgDump(file, url)
  else await withStore(url, (store) => restoreDump(file, store, now))
  return { format }
}

/** What the file is, by its first bytes. Throws `backup_not_found` (66) or `backup_damaged` (65). */
export function backupFormat(file: string): BackupFormat {
  if (!existsSync(file)) {
    throw new BotctlError('backup_not_found', `there is no file ${file}`, { exit: EXIT.notFound })
  }
  const start = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, start, 0, 16, 0)
  closeSync(handle)
  if (start.toString('latin1').startsWith('SQLite format 3')) return 'sqlite'
  if (start.toString('latin1').startsWith('PGDMP')) return 'pg_dump'
  if (start[0] === 0x1f && start[1] === 0x8b) return 'portable'
  throw new BotctlError('backup_damaged', 'this file is no backup of botctl', { exit: EXIT.badData })
}

function restoreSqlite(file: string, url: string): void {
  if (!url.startsWith('sqlite:') || url === 'sqlite::memory:') {
    throw new BotctlError('backup_kind', 'a copy of a SQLite file goes into a SQLite database only', {
      hint: 'make the backup with --portable to move it to Postgres',
      exit: EXIT.badData,
    })
  }
  const target = url.slice('sqlite:'.length)
  mkdirSync(dirname(target), { recursive: true })
  try {
    copyFileSync(file, target, constants.COPYFILE_EXCL)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    throw notEmpty(target)
  }
  chmodSync(target, 0o600)
}

async function restorePgDump(file: string, url: string): Promise<void> {
  await withStore(url, async (store) => {
    if (store.dialect !== 'postgres') {
      throw new BotctlError('backup_kind', 'a dump of pg_dump goes into a Postgres database only', {
        exit: EXIT.badData,
      })
    }
    await requireEmpty(store)
  })
  await runPgRestore(url, file)
}

async function restoreDump(file: string, store: Store, now: number): Promise<void> {
  await requireEmpty(store)
  const { migrations } = await readHeader(file)
  const unknown = migrations.filter((name) => !migrationFiles(store).includes(name))
  if (unknown.length > 0) throw newer(unknown)
  try {
    // The schema as it was when the dump was made, its rows, then what was added since: data migrations see the rows.
    await migrate(store, { now, only: migrations })
    await store.transaction(async (trx) => {
      const load = createLoader(trx, store)
      await readDump(file, { header: () => Promise.resolve(), table: load.table, row: load.row })
      await load.flush()
      await resetSequences(store, trx)
    })
    await migrate(store, { now })
  } catch (error) {
    await emptyAgain(store)
    throw error
  }
}

function createLoader(trx: Transaction<Schema>, store: Store) {
  let name = ''
  let columns: string[] = []
  let rows: DumpRow[] = []
  async function flush(): Promise<void> {
    if (rows.length === 0) return
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`))
    // Ids that the database makes must come in as they were: other rows and providers know them.
    const own = store.dialect === 'postgres' ? sql`OVERRIDING SYSTEM VALUE` : sql``
    await sql`INSERT INTO ${sql.table(name)} (${names}) ${own} VALUES ${values}`.execute(trx)
    rows = []
  }
  return {
    flush,
    async table(next: string, nextColumns: string[]) {
      await flush()
      name = next
      columns = nextColumns
    },
    async row(values: DumpRow) {
      rows.push(values)
      if ((rows.length + 1) * columns.length > MAX_PARAMETERS || rows.length >= 1000) await flush()
    },
  }
}

async function requireEmpty(store: Store): Promise<void> {
  const { applied, unknown } = await migrationStatus(store)
  if (applied.length > 0 || unknown.length > 0) throw notEmpty(store.label)
}

/** A restore that failed leaves the database as empty as it found it. */
async function emptyAgain(store: Store): Promise<void> {
  if (store.dialect === 'sqlite') await sql`PRAGMA foreign_keys = OFF`.execute(store.db)
  const cascade = store.dialect === 'postgres' ? sql`CASCADE` : sql``
  for (const name of [...(await tablesInOrder(store)).toReversed(), 'schema_migration']) {
    await sql`DROP TABLE IF EXISTS ${sql.table(name)} ${cascade}`.execute(store.db)
  }
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function notEmpty(where: string): BotctlError {
  return new BotctlError('restore_not_empty', `there is a database already: ${where}`, {
    hint: 'restore into a new one with --database-url, look at it, then set DATABASE_URL to it',
    exit: EXIT.badData,
  })
}

function newer(unknown: string[]): BotctlError {
  return new BotctlError('backup_newer', `the backup was made by a newer botctl (${unknown.join(', ')})`, {
    hint: 'upgrade botctl first',
    exit: EXIT.configuration,
  })
}
