import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresStore } from './postgres/open.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

/** What a connection is told before it may be used for some shops alone; see migrations/postgres/0005_isolation.sql. */
const NARROW = "SELECT set_config('botctl.scope', '', false), set_config('botctl.tenants', $1, false)"
const WIDEN = "SELECT set_config('botctl.scope', 'system', false), set_config('botctl.tenants', '', false)"

/**
 * The same database as if it held these shops alone: on Postgres every connection that it lends is narrowed by row-level
 * security first and widened again before anyone else gets it. On SQLite, and for a superuser, it is the store itself:
 * there the queries' own conditions are the only wall.
 */
export function tenantStore(store: Store, tenantIds: readonly string[]): Store {
  if (store.dialect === 'sqlite') return store
  const { pool } = store as PostgresStore
  // A comma would join two ids into a list; ours have none, and anything else must not widen the wall.
  const allowed = tenantIds.filter((id) => !id.includes(',')).join(',')
  const narrowed = {
    async connect() {
      const client = await pool.connect()
      try {
        await client.query(NARROW, [allowed])
      } catch (error) {
        client.release(true)
        throw error
      }
      return new Proxy(client, {
        get(target, key) {
          if (key === 'release') return () => void widen(target)
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? (value as () => unknown).bind(target) : value
        },
      })
    },
    async end() {},
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: narrowed as never }) })
  return {
    ...store,
    db,
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(work)
        } catch (error) {
          const { code } = error as { code?: string }
          // As in postgres/open.ts: the loser of a deadlock or a serialization failure simply runs again.
          if ((code !== '40001' && code !== '40P01') || attempt === 3) throw error
        }
      }
    },
    async close() {},
  }
}

/** Runs `work` with the store narrowed to one shop. */
export function withTenant<T>(store: Store, tenantId: string, work: (narrowed: Store) => Promise<T>): Promise<T> {
  return work(tenantStore(store, [tenantId]))
}

/** A connection that cannot be widened again is thrown away: the next user would see an empty database. */
async function widen(client: { query: (text: string) => Promise<unknown>; release: (destroy?: boolean) => void }) {
  try {
    await client.query(WIDEN)
    client.release()
  } catch {
    client.release(true)
  }
}
