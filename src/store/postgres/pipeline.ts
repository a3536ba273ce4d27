import type { PipelineStore } from '../pipeline.ts'
import { postgresInbox } from './inbox.ts'
import { postgresJobs } from './jobs.ts'
import { postgresLeases } from './leases.ts'
import type { PostgresStore } from './open.ts'
import { postgresOutbox } from './outbox.ts'
import { postgresReceipts } from './receipts.ts'
import { postgresTurns } from './turns.ts'
import { postgresWake } from './wake.ts'

export function postgresPipeline(store: PostgresStore): PipelineStore {
  return {
    inbox: postgresInbox(store),
    leases: postgresLeases(store),
    turns: postgresTurns(store),
    outbox: postgresOutbox(store),
    receipts: postgresReceipts(store),
    jobs: postgresJobs(store),
    wake: postgresWake(store),
  }
}
