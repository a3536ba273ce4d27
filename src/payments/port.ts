import type { EpochMs, Pesos } from '../engine/types.ts'

/** What a provider says of a payment. Only `settle` may act on it. */
export interface PaymentReport {
  state: 'pending' | 'paid' | 'rejected' | 'cancelled' | 'unknown'
  amount: Pesos
  currency: string
  /** Our reference of the attempt, as the provider holds it. */
  reference: string
  /** True where a cash coupon was issued: the shopper may still pay it days later. */
  awaitingCash: boolean
  /** Stable word for why it was rejected, where the provider tells. */
  reason: string | null
  paidAt: EpochMs | null
  fee: Pesos | null
  raw: unknown
}

export interface PaymentRequest {
  /** Unique per attempt, at most 40 characters. */
  reference: string
  amount: Pesos
  currency: 'CLP'
  subject: string
  email: string
  /** How long the link may be paid, in seconds: the reservation's life. */
  timeoutSeconds: number
  confirmationUrl: string
  returnUrl: string
}

export interface CreatedPayment {
  /** The provider's token. */
  ref: string
  url: string
  providerId: string | null
}

export type RefundState = 'pending' | 'refunded' | 'rejected'

/**
 * A way to collect. No adapter settles anything: it creates, tells and refunds.
 * Errors are BotctlError with code `payment_rejected` (final), `payment_unavailable` (try again),
 * `payment_credentials` (stop and alert) or `payment_ambiguous` (sent, answer lost: look up before creating again).
 */
export interface PaymentProvider {
  readonly name: string
  create(request: PaymentRequest): Promise<CreatedPayment>
  fetch(ref: string): Promise<PaymentReport>
  /** Null where the provider holds nothing under that reference. */
  fetchByReference(reference: string): Promise<(PaymentReport & { ref: string | null; url: string | null }) | null>
  /** Every payment of a day in the provider's zone, for reconciliation. */
  listByDate(date: string): Promise<PaymentReport[]>
  refund(request: RefundRequest): Promise<{ ref: string; state: RefundState }>
  refundState(ref: string): Promise<RefundState>
}

export interface RefundRequest {
  /** Ours, unique per refund, at most 40 characters. */
  reference: string
  amount: Pesos
  /** Who gets the money back: the provider writes to them. */
  email: string
  /** Our reference of the payment that is given back, as in `PaymentRequest`. */
  paymentReference: string
  callbackUrl: string
}
