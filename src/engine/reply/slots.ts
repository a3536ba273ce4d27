import type { Reply } from '../types.ts'

/**
 * What only the commit knows: the number and the payment link of an order that the turn asks to be placed.
 * Replies carry these slots and the transaction that places the order fills them.
 */
export const SLOT = {
  orderNumber: '{{order.number}}',
  /** A whole sentence: the link, or that it follows in a message of its own where the provider is asked afterwards. */
  orderPayment: '{{order.payment}}',
} as const

export interface PlacedOrder {
  number: string
  paymentUrl: string | null
}

export function hasSlots(replies: readonly Reply[]): boolean {
  return replies.some((reply) => reply.text.includes('{{order.'))
}

/** The replies with their slots filled; the others come back as they are. */
export function fillSlots(replies: readonly Reply[], order: PlacedOrder | null): Reply[] {
  return replies.map((reply) => (reply.text.includes('{{order.') ? { ...reply, text: fill(reply.text, order) } : reply))
}

function fill(text: string, order: PlacedOrder | null): string {
  return text
    .replaceAll(SLOT.orderNumber, order?.number ?? '')
    .replaceAll(
      SLOT.orderPayment,
      order?.paymentUrl ? `Paga aquí: ${order.paymentUrl}` : 'En un momento te mando el link de pago.',
    )
}
