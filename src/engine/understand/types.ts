import type { Intent, Pesos } from '../types.ts'
import type { CatalogEvidence } from '../catalog/types.ts'

/** What the bot's last message asked, if anything. */
export type Asked =
  | 'nothing'
  | 'add_to_cart'
  | 'which_product'
  | 'quantity'
  | 'checkout_field'
  | 'confirm_order'
  | 'confirm_price'
  | 'confirm_clear'
  | 'confirm_cancel'
  | 'confirm_opt_out'
  | 'confirm_transcript'
  | 'start_checkout'
  | 'human_offer'
  | 'alternative'
  | 'age'
  | 'remember_data'
  | 'reminders'

export type CheckoutField = 'name' | 'delivery' | 'address' | 'comuna' | 'email' | 'rut' | 'phone' | 'notes'

export interface UnderstandContext {
  asked: Asked
  field: CheckoutField | null
  /** How many options were just listed; 0 for none. */
  listed: number
  /** A product was just talked about, so "ese" and "¿cuánto sale?" have something to point at. */
  focus: boolean
  /** How many products the cart holds. */
  cartLines: number
  /** How many were listed last, whether or not the list still answers "la segunda". */
  lastListed: number
  /** How many of the words asked stand on the sheet of what was just talked about. */
  onSheet: number
  /** An order was placed and is not yet delivered or closed. */
  openOrder: boolean
  evidence: CatalogEvidence
}

export interface Understanding {
  intent: Intent
  /** Calibrated: of a hundred messages with 0.8, eighty are right. */
  confidence: number
  alternatives: Array<{ intent: Intent; confidence: number }>
  entities: Entities
  /** Which rules fired and which features weighed most; for `conversation explain`. */
  because: string[]
}

/** One product mentioned, with what was said about it: "2 brownies", "el de 15 kilos", "una en rojo". */
export interface Mention {
  /** The words about the product, as written. */
  text: string
  quantity: number | null
  /** The kind is left out: "2 de queso", "una de 15". */
  headless?: true
  /** The number stood apart from these words: "excelente, llevo uno". */
  apart?: true
  /** Token positions in the folded message. */
  from: number
  to: number
}

export interface Entities {
  mentions: Mention[]
  /** A quantity with no product of its own ("mejor 3", "que sean dos", "dame 2"). */
  quantity: number | null
  /** A number with no product of its own, said before one that has: "2 y un rodillo", "dame uno y el casco". */
  besides?: number
  /** +1 one more, −1 one less, null absolute. */
  quantityChange: number | null
  /** "la segunda", "2", "el último" (−1). */
  ordinal: number | null
  minPrice: Pesos | null
  maxPrice: Pesos | null
  superlative: 'cheapest' | 'dearest' | 'best' | 'biggest' | 'smallest' | 'strongest' | null
  /** "ese", "esos", "lo", "la": points at what was shown. `all` for "esos", "los dos", "ambos". */
  anaphora: 'one' | 'all' | null
  /** Words ruled out: "sin azúcar", "no quiero aceites". */
  not: string[]
  /** "cambia X por Y". */
  swap: { out: string; in: string } | null
  name: string | null
  address: string | null
  comuna: string | null
  region: string | null
  email: string | null
  /** Normalised 12345678-K, check digit verified; `rutInvalid` says one was written but is wrong. */
  rut: string | null
  rutInvalid: boolean
  phone: string | null
  coupon: string | null
  orderNumber: string | null
  delivery: 'delivery' | 'pickup' | null
  language: 'es' | 'en' | 'pt' | 'ht'
}
