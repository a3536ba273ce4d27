import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'

// int8 and numeric sums come as text by default; all our integers are far below 2^53.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20 || oid === 1700) return (value: string) => Number(value)
    return pg.types.getTypeParser(oid, format)
  },
}

export interface PostgresStore extends Store {
  readonly dialect: 'postgres'
  /** The pool itself, for named prepared statements on the hot path. Kysely shares it. */
  readonly pool: pg.Pool
}

/** Opens a pool. Connects lazily: the first query tells whether the server is there. */
export function openPostgres(
  url: string,
  options: { max?: number; onIdleError?: (error: Error) => void } = {},
): PostgresStore {
  const pool = new pg.Pool({
    connectionString: withScope(url),
    max: options.max ?? 10,
    types,
    // Statements that are issued together on one client go out together. Each still ends for itself: an error is its own.
    pipeline: true,
    // A server that is away must turn into a 503 before the provider gives up (15 s).
    connectionTimeoutMillis: 5000,
    application_name: 'botctl',
  })
  // A connection in use that the server cut rejects its query, and beyond that emits an error, which without a listener
  // would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  // An idle connection that the server cut must not end the process; the next query reconnects.
  pool.on('error', (error) => options.onIdleError?.(error))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    pool,
    db,
    label: withoutPassword(url),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(work)
        } catch (error) {
          const code = (error as { code?: string }).code
          // 40001 serialization failure, 40P01 deadlock: the loser simply runs again.
          if ((code !== '40001' && code !== '40P01') || attempt === 3) throw error
        }
      }
    },
    async close() {
      await db.destroy()
    },
  }
}

/**
 * Row-level security lets nobody see anything who has not said for whom they work. This process works for all shops: its
 * group commits mix them in one statement. `store/tenant-store.ts` narrows a connection where one shop is meant.
 */
function withScope(url: string): string {
  try {
    const parsed = new URL(url)
    const options = [parsed.searchParams.get('options'), '-c botctl.scope=system'].filter(Boolean).join(' ')
    parsed.searchParams.set('options', options)
    return parsed.toString()
  } catch {
    return url
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    if (parsed.password) parsed.password = '…'
    return decodeURI(parsed.toString())
  } catch {
    return 'postgres'
  }
}
