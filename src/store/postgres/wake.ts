import pg from 'pg'
import { readWake, WAKE_CHANNEL, type WakeStore } from '../wake.ts'
import type { PostgresStore } from './open.ts'

/** A server that restarts is back within seconds; longer waits would only make the first reply after it slower. */
const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 5000

/**
 * LISTEN on a connection of its own, as those of the pool change hands. It comes back by itself when it breaks, and each
 * time it does, everything is looked at once: what was said meanwhile nobody heard.
 */
export function postgresWake({ pool }: PostgresStore): WakeStore {
  return {
    listen(hear) {
      let stopped = false
      let retryMs = FIRST_RETRY_MS
      let client: pg.Client | null = null
      let timer: NodeJS.Timeout | null = null

      async function connect(): Promise<void> {
        timer = null
        const { connectionString, connectionTimeoutMillis } = pool.options
        const mine = new pg.Client({
          connectionString,
          connectionTimeoutMillis,
          // Nothing is ever asked on it again, so a connection that broke silently would never be noticed.
          keepAlive: true,
          keepAliveInitialDelayMillis: 10_000,
          application_name: 'botctl wake',
        })
        client = mine
        let over = false
        const again = (): void => {
          if (over) return
          over = true
          mine.end().catch(() => {})
          if (stopped) return
          timer = setTimeout(() => void connect(), retryMs)
          retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2)
        }
        mine.on('error', again)
        mine.on('end', again)
        mine.on('notification', ({ payload }) => hear(readWake(payload)))
        try {
          await mine.connect()
          await mine.query(`LISTEN ${WAKE_CHANNEL}`)
          retryMs = FIRST_RETRY_MS
          if (!stopped) hear({ type: 'all' })
        } catch {
          again()
        }
      }

      void connect()
      return {
        async stop() {
          stopped = true
          if (timer !== null) clearTimeout(timer)
          // A server that does not answer any more must not hold up the end.
          await client?.end().catch(() => {})
        },
      }
    },
  }
}
