import type { ChannelProvider, DeliveryStatus, Sender } from '../../channels/port.ts'
import type { InboundMessage } from '../../engine/types.ts'

/** One inbound message, placed: which shop, which conversation. */
export interface InboxRow {
  tenantId: string
  /** `meta:<wamid>`, `twilio:<MessageSid>` …: the dedupe key within a shop. */
  providerKey: string
  channelId: string | null
  conversationId: string
  /** `echo`: the owner wrote from the phone itself. */
  kind: 'message' | 'echo'
  body: { sender: Sender; message: InboundMessage }
}

/** One status callback. `providerKey` is unique per (message, state). */
export interface ReceiptRow {
  provider: ChannelProvider
  providerKey: string
  status: DeliveryStatus
}

/** Signed, but for nobody we know or not to be parsed: kept raw for an operator. */
export interface QuarantineRow {
  provider: ChannelProvider
  providerKey: string
  reason: string
  address: string | null
  body: string
}

export type Stored = 'stored' | 'duplicate'

/**
 * What the HTTP room may do with the inbox. Each promise resolves after the commit, with one answer a row in the order
 * given, and never before. Where the database is away it rejects with `database_unavailable` (status 503): answer 503
 * with `Retry-After`, and the provider delivers again.
 */
export interface Inbox {
  append(rows: InboxRow[]): Promise<Stored[]>
  appendReceipts(rows: ReceiptRow[]): Promise<Stored[]>
  quarantine(rows: QuarantineRow[]): Promise<Stored[]>
}
