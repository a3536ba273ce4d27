import { BotctlError, EXIT } from '../errors.ts'
import type { Store } from './store.ts'

/**
 * Opens the database that `url` names: `sqlite:PATH`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
 * `create: false` makes no SQLite file: one that is not there is as an empty database. Each driver is loaded only where it is used.
 */
export async function openStore(url: string, options: { poolSize?: number; create?: boolean } = {}): Promise<Store> {
  if (url.startsWith('sqlite:')) {
    const { openSqlite } = await import('./sqlite/open.ts')
    return openSqlite(url.slice('sqlite:'.length), options.create === undefined ? {} : { create: options.create })
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('./postgres/open.ts')
    return openPostgres(url, options.poolSize === undefined ? {} : { max: options.poolSize })
  }
  throw new BotctlError('database_url_unknown', 'DATABASE_URL is neither sqlite: nor postgres://', {
    hint: 'use sqlite:PATH, sqlite::memory: or postgres://user:password@host/database',
    exit: EXIT.configuration,
  })
}
