import type { ChannelProvider, SendErrorClass } from '../channels/port.ts'
import type { ReceiptRow, Stored } from '../daemon/inbox/port.ts'
import type { EpochMs } from '../engine/types.ts'

/** A failed status that reached a bubble: the error table decides what follows. */
export interface FailedReceipt {
  bubbleId: number
  tenantId: string
  conversationId: string
  provider: ChannelProvider
  attempts: number
  errorCode: string | null
  errorDetail: string | null
}

/** What to do with a bubble that the provider took and then could not deliver. */
export type Rejection =
  | { status: 'dead'; errorClass: SendErrorClass }
  /** Certainly not delivered, and worth another try: under a fresh id, or the old failure would answer for it. */
  | { status: 'queued'; errorClass: SendErrorClass; nextAt: EpochMs; opaqueId: string }

export interface ReceiptStore {
  append(rows: ReceiptRow[], now: EpochMs): Promise<Stored[]>
  /**
   * Carries new receipts over to their bubbles, only ever upwards in rank. Receipts for bubbles that are not there yet
   * stay new until `now − orphanAfter`, then they are left behind. `reject` decides about failures, in the same
   * transaction. Returns how many were settled and those that failed.
   */
  apply(
    limit: number,
    now: EpochMs,
    orphanAfter: number,
    reject: (failed: FailedReceipt) => Rejection,
  ): Promise<{ seen: number; failed: FailedReceipt[] }>
  /** The provider's message id that a callback told us for our own id: proof that an ambiguous send arrived. */
  find(opaqueIds: string[]): Promise<Map<string, { providerMessageId: string; failed: boolean }>>
}

/** Receipts only ever move up; `failed` counts only before anything was delivered. */
export const RECEIPT_RANK = { sent: 1, delivered: 2, read: 3, played: 4, failed: -1 } as const
