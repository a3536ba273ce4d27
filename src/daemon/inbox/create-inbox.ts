import type { InboxRow, QuarantineRow, ReceiptRow, Stored, Inbox } from './port.ts'
import { createBatcher } from '../batcher.ts'
import { databaseUnavailable, type DatabaseHealth } from '../database-errors.ts'
import type { Meter } from '../meter.ts'
import type { ConversationKey } from '../../store/leases.ts'
import type { PipelineStore } from '../../store/pipeline.ts'

export interface InboxDeps {
  store: Pick<PipelineStore, 'inbox' | 'receipts'>
  now: () => number
  meter: Meter
  health: DatabaseHealth
  /** Told after the commit which conversations have new messages. A hint: the sweeper finds what it misses. */
  onMessages(keys: ConversationKey[]): void
  /** Told after the commit that there are receipts to carry over. */
  onReceipts(): void
}

// More rows in one insert bring nothing, and a failed one costs that many acks.
const ROWS_PER_COMMIT = 64
// Postgres: while one insert waits for its fsync the next is on its way. SQLite has one writer anyway.
const COMMITS_AT_ONCE = 2

/**
 * A database that hangs (a lock, a full disk that blocks) must be a 503 before the provider gives up by itself. What the
 * late insert then still stores is a duplicate when it is delivered again.
 */
const DEADLINE_MS = 8000

/** The durable inbox as the HTTP room sees it: rows that arrive together share one insert, and an answer follows its commit. */
export function createInbox(deps: InboxDeps): Inbox {
  const { store, now, meter, health } = deps

  function batched<Row>(write: (rows: Row[]) => Promise<Stored[]>): (rows: Row[]) => Promise<Stored[]> {
    return createBatcher<Row[], Stored[]>({
      max: ROWS_PER_COMMIT,
      concurrency: COMMITS_AT_ONCE,
      weigh: (rows) => rows.length,
      async run(groups) {
        let answers: Stored[]
        try {
          answers = await health.watch(withDeadline(write(groups.flat())))
        } catch (error) {
          // Whatever it was, nothing is stored: the provider must deliver again.
          throw databaseUnavailable(error)
        }
        let taken = 0
        return groups.map((rows) => answers.slice(taken, (taken += rows.length)))
      },
    })
  }

  const messages = batched<InboxRow>((rows) => store.inbox.append(rows, now()))
  const receipts = batched<ReceiptRow>((rows) => store.receipts.append(rows, now()))
  const strangers = batched<QuarantineRow>((rows) => store.inbox.quarantine(rows, now()))

  return {
    async append(rows) {
      if (rows.length === 0) return []
      const startedAt = now()
      const stored = await messages(rows)
      meter.time('ack', now() - startedAt)
      const fresh = rows.filter((_, index) => stored[index] === 'stored')
      meter.count('in', fresh.length)
      meter.count('duplicates', rows.length - fresh.length)
      if (fresh.length > 0) deps.onMessages(fresh)
      return stored
    },
    async appendReceipts(rows) {
      if (rows.length === 0) return []
      const stored = await receipts(rows)
      meter.count('receipts', stored.filter((answer) => answer === 'stored').length)
      deps.onReceipts()
      return stored
    },
    quarantine: async (rows) => (rows.length === 0 ? [] : strangers(rows)),
  }
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(databaseUnavailable(new Error('the insert took too long'))), DEADLINE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
