import type { Sender } from '../../channels/port.ts'
import type { Effect } from '../../engine/commerce/effects.ts'
import type { EpochMs, InboundMessage, Intent, Reply } from '../../engine/types.ts'

/** Messages of one conversation, in order; more than one where a burst was taken as one. */
export interface TurnRequest {
  tenantId: string
  conversationId: string
  channelId: string | null
  sender: Sender
  messages: InboundMessage[]
  /** `echo`: the owner wrote these from the phone itself. Keep them in the history, answer nothing, let the person lead. */
  kind?: 'echo'
}

/** All that a turn writes, in one transaction. Made by `run-turn`, applied by the store. */
export interface TurnWrites {
  tenantId: string
  conversationId: string
  contact: { id: string; phone: string | null; userId: string | null; name: string | null }
  channelId: string | null
  /** Other numbers and ids this shopper has or had: whoever writes under one goes on in this conversation. */
  aliases?: string[]
  /** With `takeover`, a person leads until then; who has the conversation already keeps it. */
  mode: {
    mode: 'bot' | 'waiting' | 'human'
    reason: string | null
    takeover?: { by: string; until: EpochMs }
  } | null
  /** Drops what the bot has queued and not begun to send: a person speaks now. Notices about orders stay. */
  withdraw?: true
  /** Null where the shopper did not write: neither the 24 hours nor what waits for them are touched. */
  lastInboundAt: EpochMs | null
  context: {
    state: unknown
    /** The version of the context that was read; the write is a conflict where it moved. */
    cartVersion: number
    cartItems: number
    cartUpdatedAt: EpochMs | null
    expiresAt: EpochMs
  }
  history: {
    /** Absent: the shopper. */
    author?: 'owner' | 'system'
    messageId: string
    text: string
    replies: Reply[]
    intent: Intent | null
    confidence: number | null
    source: 'local' | 'model' | null
    latencyMs: number | null
    products: string[]
    trace: unknown
  }
  replies: Array<{ reply: Reply; class: 'reply' | 'notice' }>
  effects: Effect[]
  jobs: Array<{ kind: string; key: string; payload: unknown; runAt: EpochMs }>
}

/** One turn as JSON: contract section 3. */
export interface TurnDocument {
  tenant: string
  from: string
  conversation: string
  text: string
  intent: Intent
  confidence: number
  source: 'local' | 'model'
  products: Array<{ sku: string; name: string; price: number; stock: number }>
  cart: {
    items: Array<{ sku: string; name: string; quantity: number; unit_price: number }>
    subtotal: number
    total: number
  }
  order: null | {
    number: string
    status: string
    items: Array<{ sku: string; quantity: number; unit_price: number }>
    subtotal: number
    shipping: number
    total: number
    payment_url: string | null
  }
  replies: Reply[]
  latency_ms: number
}

/** What `store/commerce.applyEffects` did, inside the turn's transaction. */
export type EffectsOutcome =
  | { outcome: 'applied'; order: TurnDocument['order'] }
  /** Prices, stock or the cart moved since the turn was decided: decide again on today's facts. */
  | { outcome: 'conflict'; reason: string }

export interface TurnResult {
  writes: TurnWrites
  document: TurnDocument
  /**
   * Called inside the transaction, after the effects and before the replies are stored: puts in what only the store knows
   * (an order's number, its payment link). Synchronous; leave it out where the turn has no effects.
   */
  finish?(applied: Extract<EffectsOutcome, { outcome: 'applied' }>): Pick<TurnResult, 'writes' | 'document'>
}

/** Decides one turn. Reads, never writes: what it wants written is in the result. `run-turn.ts` makes one. */
export interface TurnRunner {
  run(request: TurnRequest): Promise<TurnResult>
}
