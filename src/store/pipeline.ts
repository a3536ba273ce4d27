import type { InboxStore } from './inbox.ts'
import type { JobStore } from './jobs.ts'
import type { LeaseStore } from './leases.ts'
import type { OutboxStore } from './outbox.ts'
import type { PostgresStore } from './postgres/open.ts'
import type { ReceiptStore } from './receipts.ts'
import type { SqliteStore } from './sqlite/open.ts'
import type { Store } from './store.ts'
import type { TurnStore } from './turns.ts'
import type { WakeStore } from './wake.ts'

/** The pipeline's own port to the database: few statements, prepared once, the same meaning on both databases. */
export interface PipelineStore {
  inbox: InboxStore
  leases: LeaseStore
  turns: TurnStore
  outbox: OutboxStore
  receipts: ReceiptStore
  jobs: JobStore
  wake: WakeStore
}

/** Each dialect is loaded only where it is used. */
export async function openPipeline(store: Store): Promise<PipelineStore> {
  if (store.dialect === 'sqlite') {
    const { sqlitePipeline } = await import('./sqlite/pipeline.ts')
    return sqlitePipeline(store as SqliteStore)
  }
  const { postgresPipeline } = await import('./postgres/pipeline.ts')
  return postgresPipeline(store as PostgresStore)
}
