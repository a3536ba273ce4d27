import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

export type Dialect = 'sqlite' | 'postgres'

/** A query runs on the pool or inside a transaction; repositories take either. */
export type Db = Kysely<Schema> | Transaction<Schema>

/**
 * An open database. Repositories (one file an aggregate, beside this one) are functions over `db`;
 * what must differ by dialect lives in sqlite/ and postgres/ with the same file set.
 */
export interface Store {
  readonly dialect: Dialect
  readonly db: Kysely<Schema>
  /**
   * Runs `work` in one transaction: BEGIN IMMEDIATE on SQLite (one writer, so never await anything but the database
   * inside), READ COMMITTED on Postgres. Retries serialization failures and deadlocks three times.
   */
  transaction<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>
  /** Where the database is, with no password in it. */
  readonly label: string
  close(): Promise<void>
}
