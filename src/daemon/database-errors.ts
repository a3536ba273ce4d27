import { BotctlError, EXIT } from '../errors.ts'

// PostgreSQL: connection exceptions, resources (disk full, too many connections), operator intervention (shutdown,
// cancelled statement), system error, read-only transaction, deadlock and serialization after their retries.
const POSTGRES = /^(08|53|57|58|25006|40P01|40001|55P03)/
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
// What pg throws without a code.
const PHRASES =
  /connection terminated|timeout exceeded when trying to connect|not queryable|connection error|cannot use a pool after/i

/** True where the database cannot do its work now and may later: the message is not to blame. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof BotctlError) {
    return error.code === 'database_unavailable' || (error.cause !== undefined && isDatabaseAway(error.cause))
  }
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (POSTGRES.test(code) || SQLITE.test(code) || NETWORK.has(code))) return true
  return PHRASES.test(error.message)
}

/** What the edge turns into 503 with `Retry-After`. */
export function databaseUnavailable(cause: unknown): BotctlError {
  return new BotctlError('database_unavailable', 'the database does not answer', {
    hint: 'see `botctl doctor`; the same request works once it is back',
    exit: EXIT.unavailable,
    cause,
  })
}

export interface DatabaseHealth {
  /** Since when it has been away; null while it answers. */
  awaySince(): number | null
  /** Since when this process can take what providers deliver: since it listens, or since the database's last return. */
  reachableSince(): number
  listening(): void
  /** Runs `work` and notes how it went; rejects with what it rejects with. */
  watch<T>(work: Promise<T>): Promise<T>
}

export function createDatabaseHealth(deps: {
  now: () => number
  onChange?: (away: boolean, error: unknown) => void
}): DatabaseHealth {
  let since: number | null = null
  let reachable = deps.now()
  return {
    awaySince: () => since,
    reachableSince: () => reachable,
    listening() {
      reachable = deps.now()
    },
    async watch(work) {
      try {
        const value = await work
        if (since !== null) {
          since = null
          reachable = deps.now()
          deps.onChange?.(false, null)
        }
        return value
      } catch (error) {
        if (isDatabaseAway(error) && since === null) {
          since = deps.now()
          deps.onChange?.(true, error)
        }
        throw error
      }
    },
  }
}
