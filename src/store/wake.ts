import { PostgresAdapter, sql } from 'kysely'
import type { ConversationKey } from './leases.ts'
import type { Db } from './store.ts'

/** What a daemon is told about: a conversation with something to send or answer, a timer that is due, or anything at all. */
export type Wake = { type: 'conversation'; key: ConversationKey } | { type: 'timer' } | { type: 'all' }

export interface WakeStore {
  /**
   * Tells what other processes queued, moments after their commit, until `stop`. Never needed: what is missed, and on
   * SQLite everything, is found by polling within a second.
   */
  listen(hear: (wake: Wake) => void): { stop(): Promise<void> }
}

/** Postgres' channel of notifications. Daemons of another release may listen too: new meanings need a new name. */
export const WAKE_CHANNEL = 'botctl_wake'
const TIMER = 'timer'

/**
 * Says at the commit that there is work. For what is queued beside the messages' way (an operator's words, notices,
 * timers): a notifying transaction holds a lock of the whole server while it commits, which acknowledgements and plain
 * turns must never wait for. Does nothing on SQLite, where the one daemon polls.
 */
export async function wakeDaemons(db: Db, wake: Exclude<Wake, { type: 'all' }>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  const text = wake.type === 'timer' ? TIMER : `${wake.key.tenantId} ${wake.key.conversationId}`
  await sql`SELECT pg_notify(${WAKE_CHANNEL}, ${text})`.execute(db)
}

/** What nobody understands wakes everything: at worst a look that finds nothing. */
export function readWake(text: string | undefined): Wake {
  if (text === TIMER) return { type: 'timer' }
  const [tenantId, conversationId, more] = (text ?? '').split(' ')
  if (!tenantId || !conversationId || more !== undefined) return { type: 'all' }
  return { type: 'conversation', key: { tenantId, conversationId } }
}
