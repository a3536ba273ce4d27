import { clip } from '../reply/format.ts'
import type { ModelRequest } from '../turn-types.ts'
import { findProducts, search, type Talk } from './talk.ts'

/** Enough for any kind of product that a shop lists, few enough for the model to weigh. */
const CANDIDATES = 12

/** What a model is told: no name, number, address or order of the shopper; no price and no stock. */
export function modelRequest(talk: Talk, purpose: ModelRequest['purpose']): ModelRequest {
  const found = search(talk, { text: talk.text, mode: 'any', limit: CANDIDATES }).map((hit) => hit.product)
  const about = findProducts(talk, [...talk.state.listed, ...talk.state.focus])
  const candidates = [
    ...new Map(
      [...(purpose === 'prose' ? about : found), ...found, ...about].map((product) => [product.sku, product]),
    ).values(),
  ]
  const { profile } = talk.shop
  return {
    purpose,
    text: mask(talk.text, talk),
    situation: [
      `open question: ${talk.state.pending?.kind ?? 'none'}`,
      `cart: ${talk.state.cart.lines.map((line) => `${line.quantity} x ${line.sku}`).join(', ') || 'empty'}`,
      `last listed: ${talk.state.listed.join(', ') || 'nothing'}`,
      `talking about: ${talk.state.focus[0] ?? 'nothing'}`,
      `previous intent: ${talk.state.lastIntent ?? 'none'}`,
    ],
    candidates: candidates.slice(0, CANDIDATES).map((product) => ({
      sku: product.sku,
      name: clip(product.name, 120),
      category: product.category,
      description: clip(product.description, 300),
    })),
    policies: Object.entries(profile.policies).flatMap(([key, value]) =>
      value === null ? [] : [`${key}: ${clip(value, 300)}`],
    ),
    manner: profile.model.instructions,
    tone: profile.tone,
    language: talk.state.speech.speaks,
  }
}

/** Personal data never leaves: pseudonyms stand in for e-mail, RUT, phone, names and streets that we recognised. */
function mask(text: string, talk: Talk): string {
  const { entities } = talk.u
  let masked = text
    .replace(/\S+@\S+\.\S+/g, '[correo]')
    .replace(/\b\d{1,2}\.?\d{3}\.?\d{3}-?[\dkK]\b/g, '[rut]')
    .replace(/(?:\+?56)?[\s-]?9[\s-]?\d{4}[\s-]?\d{4}\b/g, '[fono]')
    .replace(/\b(?:\d[ -]?){13,19}\b/g, '[tarjeta]')
  const own = [
    entities.name,
    entities.address,
    talk.state.checkout.customer.name,
    talk.state.checkout.delivery?.address,
  ]
  for (const [at, value] of own.entries()) {
    if (value !== null && value !== undefined && value.length > 2)
      masked = masked.replaceAll(value, at % 2 === 0 ? '[nombre]' : '[dirección]')
  }
  return clip(masked, 600)
}
