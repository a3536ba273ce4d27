import { sql } from 'kysely'
import type { Db } from './store.ts'

/**
 * Runs `work` so that it happens whole or not at all, inside a transaction that goes on either way: where it throws or
 * answers `keep: false`, everything it wrote is taken back. Both databases know savepoints by the same words.
 */
export async function inSavepoint<T extends { keep: boolean }>(trx: Db, work: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT botctl_step`.execute(trx)
  let result: T
  try {
    result = await work()
  } catch (error) {
    // Where the connection itself is gone there is nothing to roll back, and the first error is the one that tells.
    await rollBack(trx).catch(() => {})
    throw error
  }
  if (!result.keep) await rollBack(trx)
  else await sql`RELEASE SAVEPOINT botctl_step`.execute(trx)
  return result
}

async function rollBack(trx: Db): Promise<void> {
  await sql`ROLLBACK TO SAVEPOINT botctl_step`.execute(trx)
  await sql`RELEASE SAVEPOINT botctl_step`.execute(trx)
}
