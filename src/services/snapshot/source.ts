import type { Snapshot } from './types.ts'

/** Something that needs a person: a complaint, a return, a proof of transfer. Its summary is masked like the texts. */
export interface OpenCase {
  id: string
  kind: string
  summary: string
  since: number
}

/**
 * A conversation in the list: those that wait for a person first, then those held, then those with an open case, then the
 * newest. Numbers and texts are masked.
 */
export interface ConversationRow {
  tenantId: string
  tenant: string
  id: string
  who: string
  name: string | null
  mode: 'bot' | 'waiting' | 'human'
  modeReason: string | null
  modeSince: number | null
  takeoverBy: string | null
  /** When the bot answers again by itself; null where nobody holds it. */
  takeoverUntil: number | null
  lastInboundAt: number | null
  updatedAt: number
  cartItems: number
  lastText: string | null
  lastIntent: string | null
  /** The oldest first. */
  cases: OpenCase[]
}

/** One conversation with all that helps to take it over. */
export interface ConversationDetail extends ConversationRow {
  transcript: TranscriptEntry[]
  cart: Array<{ sku: string; name: string; quantity: number; unitPrice: number }>
  orders: OrderRow[]
  /** False where personal data was asked for in clear. */
  masked: boolean
}

export interface TranscriptEntry {
  /** The turn's number; 0 for a notice, which no turn said. */
  id: number
  at: number
  from: 'shopper' | 'bot' | 'operator' | 'owner' | 'system'
  text: string
  intent: string | null
  confidence: number | null
  source: string | null
  latencyMs: number | null
  /** For what we said; null where it never went through an outbox. */
  delivery: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | null
  error: string | null
}

export interface OrderRow {
  tenantId: string
  tenant: string
  id: string
  number: string
  conversation: string
  status: string
  total: number
  items: number
  who: string
  placedAt: number
  paidAt: number | null
  reservedUntil: number | null
}

export interface DeadLetterRow {
  tenantId: string
  tenant: string
  id: number
  conversation: string
  who: string
  text: string
  errorClass: string | null
  errorCode: string | null
  errorDetail: string | null
  attempts: number
  createdAt: number
}

/** Where a screen gets its data. Every call throws where the database is away, and works again when it is back. */
export interface DashboardSource {
  snapshot(tenantId: string | null): Promise<Snapshot>
  conversations(tenantId: string | null): Promise<ConversationRow[]>
  conversation(tenantId: string, id: string, options: { reveal: boolean }): Promise<ConversationDetail | null>
  orders(tenantId: string | null): Promise<OrderRow[]>
  deadLetters(tenantId: string | null): Promise<DeadLetterRow[]>
  /** Why the bot said what it said last: lines for reading. */
  explain(tenantId: string, conversationId: string): Promise<string[]>
}

/** What can be done from a screen. Each resolves to a sentence that says what happened. */
export interface DashboardActions {
  takeOver(tenantId: string, conversationId: string): Promise<string>
  reply(tenantId: string, conversationId: string, text: string): Promise<string>
  release(tenantId: string, conversationId: string): Promise<string>
  retryDeadLetter(tenantId: string, id: number): Promise<string>
  dropDeadLetter(tenantId: string, id: number): Promise<string>
  pauseShop(tenantId: string): Promise<string>
  resumeShop(tenantId: string): Promise<string>
  closeCase(tenantId: string, id: string): Promise<string>
  resendPaymentLink(tenantId: string, orderId: string): Promise<string>
}
