import { sql } from 'kysely'
import { BotctlError, EXIT } from '../errors.ts'
import { openStore } from './open.ts'
import type { Store } from './store.ts'

/**
 * Opens the database and asks it one question, so that a server that is away, a wrong password or a missing database
 * is told as such (`database_unavailable`, exit 69) before any work begins.
 */
export async function connectStore(url: string, options: { poolSize?: number; create?: boolean } = {}): Promise<Store> {
  const store = await openStore(url, options)
  try {
    await sql`SELECT 1`.execute(store.db)
    return store
  } catch (cause) {
    await store.close().catch(() => {})
    throw unavailable(store.label, cause)
  }
}

function unavailable(label: string, cause: unknown): BotctlError {
  const { code } = cause as { code?: string }
  const [why, hint] = reason(code)
  return new BotctlError('database_unavailable', `the database does not let us in: ${why} (${label})`, {
    hint,
    exit: EXIT.unavailable,
    details: code === undefined ? {} : { code },
    cause,
  })
}

/** What went wrong in words, and what to do about it. */
function reason(code: string | undefined): [string, string] {
  if (code === '28P01' || code === '28000')
    return ['wrong user or password', 'check the user and password in DATABASE_URL']
  if (code === '3D000') return ['there is no database of that name', 'create it: createdb NAME, then botctl migrate']
  if (code === '53300') return ['it has no connection left', 'raise max_connections, or stop a client']
  if (code === 'ENOTFOUND') return ['there is no host of that name', 'check the host in DATABASE_URL']
  if (code === 'SQLITE_NOTADB') return ['the file is no SQLite database', 'set DATABASE_URL to another path']
  if (code?.startsWith('SQLITE_')) return [`SQLite says ${code}`, 'check that the file and its folder may be written']
  return ['nobody answers there', 'start it, or set DATABASE_URL to where it is; botctl doctor looks closer']
}
