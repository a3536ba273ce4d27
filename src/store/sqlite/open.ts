import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'

export interface SqliteStore extends Store {
  readonly dialect: 'sqlite'
  /** The connection itself, for prepared statements on the hot path. Kysely shares it. */
  readonly raw: Sqlite.Database
}

/** Opens (and creates) a SQLite file. `path` is a file path or `:memory:`. */
export function openSqlite(path: string): SqliteStore {
  let raw: Sqlite.Database
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    raw = new Sqlite(path)
  } catch (error) {
    throw new BotctlError('database_unavailable', `cannot open the SQLite file ${path}: ${(error as Error).message}`, {
      hint: 'check that the folder exists and may be written, or set DATABASE_URL to another path',
      exit: EXIT.unavailable,
      cause: error,
    })
  }
  raw.pragma('journal_mode = WAL')
  // FULL: an acknowledged message survives a power cut, not just a crash of this process.
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  // Commands write beside a running daemon; five seconds outlasts any of our transactions.
  raw.pragma('busy_timeout = 5000')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) })
  return {
    dialect: 'sqlite',
    raw,
    db,
    label: `sqlite:${path}`,
    // Kysely's driver hands its one connection to one transaction at a time, so transactions queue up here.
    transaction: (work) => db.transaction().execute(work),
    async close() {
      await db.destroy()
    },
  }
}
