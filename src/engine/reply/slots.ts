import type { Reply } from '../types.ts'
import type { Voice } from './voice.ts'

/**
 * What only the commit knows: the number and the payment link of an order that the turn asks to be placed.
 * Replies carry these slots and the transaction that places the order fills them.
 */
export const SLOT = {
  orderNumber: '{{order.number}}',
  /** A whole sentence: the link, or that it follows in a message of its own where the provider is asked afterwards. */
  orderPayment: '{{order.payment}}',
} as const

/** The sentence of `orderPayment` by manner and language: with a link, and while there is none. */
const PAYMENT: Readonly<Record<string, readonly [string, string]>> = {
  [SLOT.orderPayment]: ['Paga aquí:', 'En un momento te mando el link de pago.'],
  '{{order.payment.usted}}': ['Pague aquí:', 'En un momento le envío el link de pago.'],
  '{{order.payment.en}}': ['Pay here:', 'I will send you the payment link in a moment.'],
  '{{order.payment.pt}}': ['Pague aqui:', 'Em um momento mando o link de pagamento.'],
}

export interface PlacedOrder {
  number: string
  paymentUrl: string | null
}

/** The payment's slot, in this voice. */
export function paymentSlot(voice: Voice): string {
  return voice.t(SLOT.orderPayment, '{{order.payment.usted}}', {
    en: '{{order.payment.en}}',
    pt: '{{order.payment.pt}}',
  })
}

export function hasSlots(replies: readonly Reply[]): boolean {
  return replies.some((reply) => reply.text.includes('{{order.'))
}

/** The replies with their slots filled; the others come back as they are. */
export function fillSlots(replies: readonly Reply[], order: PlacedOrder | null): Reply[] {
  return replies.map((reply) => (reply.text.includes('{{order.') ? { ...reply, text: fill(reply.text, order) } : reply))
}

function fill(text: string, order: PlacedOrder | null): string {
  const numbered = text.replaceAll(SLOT.orderNumber, order?.number ?? '')
  return numbered.replaceAll(/\{\{order\.payment(?:\.\w+)?\}\}/g, (slot) => {
    const [withLink, without] = PAYMENT[slot] ?? PAYMENT[SLOT.orderPayment] ?? ['', '']
    return order?.paymentUrl ? `${withLink} ${order.paymentUrl}` : without
  })
}
