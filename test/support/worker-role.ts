import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { TestDatabase } from './databases.ts'

/**
 * The database as a role that is neither superuser nor owner, as in production: for it row-level security holds. On
 * SQLite the store itself.
 */
export async function openAsWorker(
  database: TestDatabase,
): Promise<{ store: Store; url: string; close(): Promise<void> }> {
  if (database.dialect === 'sqlite') return { store: database.store, url: database.url, close: async () => {} }
  const role = `w_${randomBytes(6).toString('hex')}`
  const { db } = database.store
  await sql.raw(`CREATE ROLE ${role} LOGIN PASSWORD 'w' NOSUPERUSER NOBYPASSRLS`).execute(db)
  await sql.raw(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`).execute(db)
  await sql.raw(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`).execute(db)
  const url = new URL(database.url)
  url.username = role
  url.password = 'w'
  const store = await openStore(url.toString())
  return {
    store,
    url: url.toString(),
    async close() {
      await store.close()
      await sql.raw(`DROP OWNED BY ${role}`).execute(db)
      await sql.raw(`DROP ROLE ${role}`).execute(db)
    },
  }
}
