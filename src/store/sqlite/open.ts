import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'

export interface SqliteStore extends Store {
  readonly dialect: 'sqlite'
  /**
   * The connection itself, for prepared statements on the hot path. Kysely shares it, so write with it only inside
   * `exclusive` or `transaction`: anywhere else the statement would join whatever transaction happens to be open.
   */
  readonly raw: Sqlite.Database
  /** Waits until no transaction of ours is open, then runs synchronous `work` in one BEGIN IMMEDIATE … COMMIT. */
  exclusive<T>(work: () => T): Promise<T>
}

// Kysely prepares a statement for each query it runs. A few hundred texts cover the whole program.
const CACHED_STATEMENTS = 500

/** Conversations and addresses: a new file is its owner's alone, and SQLite gives its journals the same rights. */
function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
}

/**
 * Opens a SQLite file, and creates it unless `create` is false: then a file that is not there is as an empty one.
 * `path` is a file path or `:memory:`.
 */
export function openSqlite(path: string, options: { create?: boolean } = {}): SqliteStore {
  let raw: Sqlite.Database
  try {
    const absent = path !== ':memory:' && options.create === false && !existsSync(path)
    if (path !== ':memory:' && !absent) createPrivately(path)
    raw = new Sqlite(absent ? ':memory:' : path)
    // Opening reads nothing; this does, and finds out here what is no database at all.
    raw.pragma('schema_version')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') {
      throw new BotctlError('database_foreign', `${path} is no SQLite database`, {
        hint: 'set DATABASE_URL to another path',
        exit: EXIT.configuration,
        cause: error,
      })
    }
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
  // 32 MB of pages in memory (the default is 2): the indexes of the hot tables stay there. A checkpoint every 16 MB of log
  // instead of every 4: each one costs two more waits for the disk.
  raw.pragma('cache_size = -32768')
  raw.pragma('wal_autocheckpoint = 4000')
  // A savepoint keeps the pages that change under it; in a temporary file (the default) that is a write a page, and more than
  // half of what an insert costs.
  raw.pragma('temp_store = MEMORY')
  // Commands write beside a running daemon; five seconds outlasts any of our transactions.
  raw.pragma('busy_timeout = 5000')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: cachingStatements(raw) }) })
  const begin = raw.prepare('BEGIN IMMEDIATE')
  const commit = raw.prepare('COMMIT')
  return {
    dialect: 'sqlite',
    raw,
    db,
    label: `sqlite:${path}`,
    // Kysely's driver hands its one connection to one transaction at a time, so transactions queue up here.
    transaction: (work) => db.transaction().execute(work),
    exclusive: (work) =>
      // Kysely lends its one connection to one borrower at a time; holding it keeps other transactions out.
      db.connection().execute(async () => {
        begin.run()
        try {
          const result = work()
          commit.run()
          return result
        } catch (error) {
          if (raw.inTransaction) raw.exec('ROLLBACK')
          throw error
        }
      }),
    async close() {
      await db.destroy()
    },
  }
}

/**
 * Kysely's driver says a plain `begin`, which takes the write lock only at the first write and then fails at once with
 * SQLITE_BUSY_SNAPSHOT where another process wrote in between; IMMEDIATE waits its turn instead.
 */
function cachingStatements(raw: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(text: string) {
      const known = statements.get(text)
      if (known) return known
      const statement = raw.prepare(text === 'begin' ? 'BEGIN IMMEDIATE' : text) as unknown as SqliteStatement
      // A reader may be in the middle of streaming; schema changes come once in a lifetime. Neither is worth keeping.
      if (statements.size < CACHED_STATEMENTS && !/^\s*(create|alter|drop|pragma)/i.test(text)) {
        statements.set(text, statement)
      }
      return statement
    },
    close: () => {
      raw.close()
    },
  }
}
