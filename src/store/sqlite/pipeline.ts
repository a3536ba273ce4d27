import type { PipelineStore } from '../pipeline.ts'
import { sqliteInbox } from './inbox.ts'
import { sqliteJobs } from './jobs.ts'
import { sqliteLeases } from './leases.ts'
import type { SqliteStore } from './open.ts'
import { sqliteOutbox } from './outbox.ts'
import { sqliteReceipts } from './receipts.ts'
import { sqliteTurns } from './turns.ts'
import { sqliteWake } from './wake.ts'
import { createWriter } from './writer.ts'

export function sqlitePipeline(store: SqliteStore): PipelineStore {
  // One writer for all: acks, claims, commits and receipts of one event-loop turn share a transaction.
  const write = createWriter(store)
  return {
    inbox: sqliteInbox(store, write),
    leases: sqliteLeases(store, write),
    turns: sqliteTurns(store, write),
    outbox: sqliteOutbox(store, write),
    receipts: sqliteReceipts(store, write),
    jobs: sqliteJobs(store, write),
    wake: sqliteWake(),
  }
}
