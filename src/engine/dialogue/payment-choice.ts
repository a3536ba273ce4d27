import { foldPhrase } from '../text/fold.ts'
import type { PaymentMethod } from '../turn-types.ts'
import type { Talk } from './talk.ts'

/** How shoppers name each way to pay. */
const WORDS: Readonly<Record<string, RegExp>> = {
  transfer: /\b(?:transf\w*|deposit\w*|cuenta (?:rut|corriente|vista)|bank transfer)\b/,
  flow: /\b(?:tarjeta\w*|debito|credito|webpay|redcompra|flow|link|enlace|card|cartao|efectivo|servipag)\b/,
}

/** The way this order is paid: the one that was chosen, else the shop's first. */
export function paymentOf(talk: Talk): PaymentMethod | undefined {
  const { payments } = talk.shop
  return payments.find((each) => each.name === talk.state.checkout.payment) ?? payments[0]
}

/** The one way to pay that the message names, of those that the shop has; null for none or several. */
export function methodNamed(talk: Talk): PaymentMethod | null {
  const phrase = foldPhrase(talk.text)
  const named = talk.shop.payments.filter((each) => WORDS[each.name]?.test(phrase))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** True where the message chose another way to pay than the one that stood. */
export function takePayment(talk: Talk): boolean {
  const method = talk.shop.payments.length < 2 ? null : methodNamed(talk)
  if (method === null || method.name === paymentOf(talk)?.name) return false
  talk.state.checkout.payment = method.name
  return true
}
