import { CompiledQuery, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Schema } from '../schema.ts'

/** A statement that the server prepares once a connection, under its name. */
export interface Statement {
  name: string
  text: string
}

/** Runs a statement on the pool, on one client inside a transaction, or inside a Kysely transaction. */
export type Run = <Row>(statement: Statement, values: unknown[]) => Promise<Row[]>

export function onPool(pool: pg.Pool): Run {
  return async <Row>(statement: Statement, values: unknown[]) =>
    (await pool.query({ name: statement.name, text: statement.text, values })).rows as Row[]
}

export function onClient(client: pg.PoolClient): Run {
  return async <Row>(statement: Statement, values: unknown[]) =>
    (await client.query({ name: statement.name, text: statement.text, values })).rows as Row[]
}

export function onTransaction(trx: Transaction<Schema>): Run {
  let before: Promise<unknown> = Promise.resolve()
  return <Row>(statement: Statement, values: unknown[]) => {
    // In the order of asking, as on a client; Kysely promises nothing about two queries at once. After one that failed
    // no other may run: the transaction is being rolled back by then.
    const rows = before.then(async () => {
      const result = await trx.executeQuery(CompiledQuery.raw(statement.text, values))
      return result.rows as Row[]
    })
    rows.catch(() => {})
    before = rows
    return rows
  }
}

/** One client, one transaction. A client whose rollback fails is broken and leaves the pool. */
export async function inTransaction<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(onClient(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure as Error
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Columns for `unnest`: one array a column instead of one parameter a value keeps the statement's text the same. */
export function columns<Row>(rows: readonly Row[], ...pick: Array<(row: Row) => unknown>): unknown[][] {
  return pick.map((column) => rows.map(column))
}
