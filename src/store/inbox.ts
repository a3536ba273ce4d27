import type { InboxRow, QuarantineRow, Stored } from '../daemon/inbox/port.ts'
import type { EpochMs } from '../engine/types.ts'
import type { ConversationKey } from './leases.ts'

/** The durable inbox. Each call is one transaction; it resolves after the commit. */
export interface InboxStore {
  /** One row an update, unique on (tenant, provider key). Answers in the order given. */
  append(rows: InboxRow[], now: EpochMs): Promise<Stored[]>
  /** As `append`, but parked with this reason: kept and known, and answered only where an operator says so. */
  setAside(rows: InboxRow[], reason: string, now: EpochMs): Promise<Stored[]>
  quarantine(rows: QuarantineRow[], now: EpochMs): Promise<Stored[]>
  /**
   * Conversations with a pending message received before `before` and no running lease: what a crash left, and what
   * another process stored. At most `perTenant` a shop, so that one shop's flood never hides another's message.
   */
  waiting(before: EpochMs, now: EpochMs, perTenant: number): Promise<ConversationKey[]>
  /** Pending rows, parked rows, and when the oldest pending one was received. */
  depth(): Promise<{ pending: number; parked: number; oldest: EpochMs | null }>
}
