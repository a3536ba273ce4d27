import type { SendErrorClass } from '../channels/port.ts'
import type { EpochMs, Reply } from '../engine/types.ts'
import { createId } from '../ids.ts'
import { toJson } from './json.ts'
import type { ConversationKey, Lease } from './leases.ts'
import type { Db } from './store.ts'
import { wakeDaemons } from './wake.ts'

export type BubbleClass = 'reply' | 'notice' | 'campaign' | 'operator'

export interface Template {
  type: 'template'
  name: string
  language: string
  parameters: string[]
}

/** What `outbox.body` holds: one bubble as the channel can carry it. */
export interface BubbleBody {
  reply: Reply | Template
  replyTo?: string
  /** What goes instead where the 24 hours are over; without one the bubble waits until the shopper writes. */
  template?: Template
  /** Where there is no contact to look up yet: somebody whose very first message could not be handled. */
  to?: { phone: string | null; userId: string | null }
}

export interface NewBubble {
  /** `ob_…`, echoed by the provider. */
  opaqueId: string
  /** Unique within a shop: one source never produces its bubbles twice. */
  source: string
  channelId: string | null
  class: BubbleClass
  body: BubbleBody
  /** `sending`: whoever commits it sends it at once; after a crash it counts as perhaps sent. */
  status: 'queued' | 'sending' | 'sent'
  nextAt: EpochMs
}

export interface UnsentBubble {
  id: number
  opaqueId: string
  channelId: string | null
  class: BubbleClass
  body: BubbleBody
  status: 'queued' | 'sending' | 'waiting'
  attempts: number
  errorClass: SendErrorClass | null
  nextAt: EpochMs
  deadline: EpochMs | null
  createdAt: EpochMs
  to: { phone: string | null; userId: string | null }
  contact: { id: string; blockedAt: EpochMs | null; unreachableReason: string | null } | null
  lastInboundAt: EpochMs | null
}

/** A bubble's new state after an attempt, or after a decision not to try. */
export interface BubbleUpdate {
  id: number
  status: 'queued' | 'sending' | 'waiting' | 'sent' | 'dead' | 'dropped'
  attempts: number
  nextAt: EpochMs
  providerMessageId: string | null
  errorClass: SendErrorClass | 'expired' | null
  errorCode: string | null
  errorDetail: string | null
}

export interface Settlement {
  lease: Lease
  updates: BubbleUpdate[]
  /** Later bubbles of the conversation wait at least this long too: order within a conversation. */
  delayRest: EpochMs | null
  release: boolean
}

export interface OutboxStore {
  /** Writes what became of bubbles, guarded by the fence, and frees leases. False where the lease was lost. */
  settle(settlements: Settlement[], now: EpochMs): Promise<boolean[]>
  /** Conversations with a bubble that is due and no running lease. */
  due(now: EpochMs, limit: number): Promise<ConversationKey[]>
  depth(): Promise<{ unsent: number; dead: number; oldest: EpochMs | null }>
  markUnreachable(tenantId: string, contactId: string, reason: string, now: EpochMs): Promise<void>
  /** Opens a channel's circuit: nothing is sent through it before `until`. */
  blockChannel(channelId: string, until: EpochMs, reason: string, now: EpochMs): Promise<void>
}

/**
 * What the bot had still to say is not said once a person leads. Notices about an order go: they are true whoever leads.
 * Answers how many were dropped.
 */
export async function withdrawBubbles(db: Db, key: ConversationKey): Promise<number> {
  const result = await db
    .updateTable('outbox')
    .set({ status: 'dropped', error_class: null, error_code: 'withdrawn' })
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .where('status', 'in', ['queued', 'waiting'])
    .where('class', 'in', ['reply', 'campaign'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/**
 * Puts a bubble into the outbox from outside a turn: a notice about an order, an operator's words. A daemon sends it right
 * after the commit (Postgres), or within half a second (SQLite). False where the same `source` was there already.
 */
export async function enqueueBubble(
  db: Db,
  bubble: ConversationKey & {
    channelId?: string | null
    /** The notice's own key, such as `order:<id>:paid`. */
    source: string
    class: BubbleClass
    body: BubbleBody
    /** Not sent after this; null keeps it for ever. */
    deadline?: EpochMs | null
  },
  now: EpochMs,
): Promise<boolean> {
  const result = await db
    .insertInto('outbox')
    .values({
      opaque_id: createId('ob'),
      tenant_id: bubble.tenantId,
      conversation_id: bubble.conversationId,
      channel_id: bubble.channelId ?? null,
      source: bubble.source,
      class: bubble.class,
      body: toJson(bubble.body),
      next_at: now,
      deadline: bubble.deadline ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doNothing())
    .executeTakeFirst()
  const queued = (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  if (queued) await wakeDaemons(db, { type: 'conversation', key: bubble })
  return queued
}
