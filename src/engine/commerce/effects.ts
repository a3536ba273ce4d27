import type { EpochMs, OrderItem, Pesos } from '../types.ts'

/**
 * What a turn wants done to money, stock and rights. The engine only asks; `store/commerce.ts` applies these inside the
 * turn's own transaction, reads prices and stock again there, and answers `conflict` where they moved, so that the turn
 * is decided again on today's facts.
 */
export type Effect =
  | {
      type: 'place_order'
      /** One order per conversation and cart version, whatever is retried. */
      cartVersion: number
      items: OrderItem[]
      subtotal: Pesos
      discount: Pesos
      shipping: Pesos
      total: Pesos
      /** Ids of the discounts that made up `discount`. */
      discounts: Array<{ id: string; amount: Pesos }>
      customer: Customer
      delivery: Delivery
      paymentMethod: string
      /** The shopper's message that said yes: the proof of acceptance. */
      acceptedMessageId: string
    }
  | { type: 'cancel_order'; orderId: string; reason: string }
  | { type: 'request_cancellation'; orderId: string; reason: string }
  /** A fresh link for an unpaid order: a new payment attempt. */
  | { type: 'renew_payment'; orderId: string }
  /** The shopper says it is paid: ask the provider now, believe nothing. */
  | { type: 'check_payment'; orderId: string }
  | { type: 'consent'; purpose: ConsentPurpose; granted: boolean; proof: string }
  | { type: 'remember_customer'; customer: Customer; delivery: Delivery | null }
  /** A right of Ley 21.719: the shop answers within thirty days. */
  | { type: 'privacy_request'; kind: 'export' | 'erase'; proof: string }
  | { type: 'hand_over'; reason: string; summary: string }
  /** More of what a shopper told: to the case that is open, else a new one. */
  | { type: 'note_case'; kind: 'complaint' | 'return'; orderId: string | null; text: string }
  | { type: 'open_case'; kind: 'complaint' | 'return' | 'transfer_proof'; orderId: string | null; summary: string }

export type ConsentPurpose = 'messages' | 'reminders' | 'remember_data'

export interface Customer {
  name?: string
  email?: string
  rut?: string
  phone?: string
  notes?: string
}

export interface Delivery {
  method: 'delivery' | 'pickup'
  address?: string
  comuna?: string
  region?: string
  location?: { latitude: number; longitude: number }
}

export interface EffectContext {
  tenantId: string
  conversationId: string
  contactId: string
  now: EpochMs
}
