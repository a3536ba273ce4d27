import type { Sender } from '../channels/port.ts'
import type { EpochMs, InboundMessage } from '../engine/types.ts'
import type { UnsentBubble } from './outbox.ts'

export interface ConversationKey {
  tenantId: string
  conversationId: string
}

/** The right to work on one conversation until `until`. Every write is refused where the fence has moved on. */
export interface Lease extends ConversationKey {
  fence: number
  until: EpochMs
}

export interface PendingMessage {
  id: number
  channelId: string | null
  kind: 'message' | 'echo'
  body: { sender: Sender; message: InboundMessage }
  /** Failed tries so far. */
  attempts: number
  receivedAt: EpochMs
}

/** What there is to do in a leased conversation, oldest first. */
export interface Work {
  lease: Lease
  messages: PendingMessage[]
  bubbles: UnsentBubble[]
}

export interface LeaseStore {
  /**
   * Takes the leases that are free, expired, or `owner`'s own from an attempt that was given up. `keys` must not hold a
   * conversation that this process is working on.
   */
  claim(keys: ConversationKey[], owner: string, now: EpochMs, until: EpochMs): Promise<Lease[]>
  /**
   * Reads the work of conversations just claimed. A statement of its own: in one with the claim, the snapshot would be
   * older than the lease and finished rows would come back. A paused shop's messages wait; its bubbles still go out.
   */
  open(leases: Lease[]): Promise<Work[]>
  /** Answers the leases that still hold, with their new `until`. */
  renew(leases: Lease[], until: EpochMs): Promise<Lease[]>
  /** Frees leases and moves their fence, or a renewal under way would revive them. With `until` nobody gets them before. */
  release(leases: Lease[], until?: EpochMs): Promise<void>
  /** Frees what daemons with this prefix left behind; only where it is certain that none of them lives (SQLite's lock). */
  freeOrphans(ownerPrefix: string): Promise<number>
}
