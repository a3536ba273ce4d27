import type { ConversationKey } from '../../store/leases.ts'
import type { InboxStore } from '../../store/inbox.ts'
import { createBatcher } from '../batcher.ts'
import { databaseUnavailable, type DatabaseHealth } from '../database-errors.ts'
import { createBuckets } from '../outbox/buckets.ts'
import type { Inbox, InboxRow, Stored } from './port.ts'

/**
 * WhatsApp lets a person send a hundred pictures at once, and nobody types faster than two messages a second for long.
 * More is a machine, and each of its messages would cost a turn and a reply that the provider throttles anyway.
 */
const SENDER = { everyMs: 500, burst: 100 }
/** Whoever writes too much is told once, and again only in another burst. */
const TELL = { everyMs: 10 * 60_000, burst: 1 }
const ROWS_PER_COMMIT = 64

/** Why such a row is parked: `message list` shows it, `message retry` has it answered after all. */
export const SENDER_LIMITED = 'sender_limited'

/**
 * Sets aside what one sender writes beyond that, per daemon: stored, acknowledged and deduplicated like the rest, but
 * parked instead of answered, so that nothing is lost and nobody else waits for it.
 */
export function limitSenders(
  inbox: Inbox,
  deps: {
    store: Pick<InboxStore, 'setAside'>
    health: DatabaseHealth
    now: () => number
    /** Told after the commit, once a burst: the shopper should know. */
    onLimited(row: InboxRow): void
  },
): Inbox {
  const { store, health, now } = deps
  const senders = createBuckets(SENDER)
  const told = createBuckets(TELL)
  const setAside = createBatcher<InboxRow[], Stored[]>({
    max: ROWS_PER_COMMIT,
    concurrency: 1,
    weigh: (rows) => rows.length,
    async run(groups) {
      try {
        const answers = await health.watch(store.setAside(groups.flat(), SENDER_LIMITED, now()))
        let taken = 0
        return groups.map((rows) => answers.slice(taken, (taken += rows.length)))
      } catch (error) {
        throw databaseUnavailable(error)
      }
    },
  })

  return {
    ...inbox,
    async append(rows) {
      const at = now()
      // The owner's own words from the phone are no shopper's.
      const over = rows.filter((row) => row.kind === 'message' && senders.take(nameOf(row), at) > 0)
      if (over.length === 0) return inbox.append(rows)
      const aside = new Set(over)
      const kept = rows.filter((row) => !aside.has(row))
      const [keptAnswers, asideAnswers] = await Promise.all([inbox.append(kept), setAside(over)])
      for (const [index, row] of over.entries()) {
        if (asideAnswers[index] === 'stored' && told.take(nameOf(row), at) === 0) deps.onLimited(row)
      }
      const answers = new Map<InboxRow, Stored | undefined>()
      for (const [index, row] of kept.entries()) answers.set(row, keptAnswers[index])
      for (const [index, row] of over.entries()) answers.set(row, asideAnswers[index])
      return rows.map((row) => answers.get(row) ?? 'duplicate')
    },
  }
}

function nameOf(key: ConversationKey): string {
  return `${key.tenantId} ${key.conversationId}`
}
