import type { CatalogIndex, CatalogEvidence, CatalogHit, CatalogQuery } from './catalog/types.ts'
import type { Discount } from './commerce/discounts.ts'
import type { Customer, Delivery, Effect } from './commerce/effects.ts'
import type { ShippingZone } from './commerce/shipping.ts'
import type { ConversationState } from './dialogue/state.ts'
import type { OpeningHours } from './hours/opening.ts'
import type { Lookup, Referent, Table } from './referents/types.ts'
import type { BotProfile } from './reply/profile.ts'
import type { EpochMs, InboundMessage, Intent, OrderFacts, Reply } from './types.ts'
import type { Language } from './understand/language.ts'
import type { UnderstandContext, Understanding } from './understand/types.ts'

/** A way to pay at this shop. */
export interface PaymentMethod {
  /** The provider's name: local, flow, transfer. */
  name: string
  /** As shoppers know it: "Webpay (débito o crédito)". */
  label: string
  /** The provider refuses a payment without one. */
  needsEmail: boolean
}

/** What belongs to the shop and changes rarely; cached by tenant version. */
export interface ShopFacts {
  slug: string
  name: string
  type: string
  phone: string | null
  /** False while the operator has the shop paused: nothing is sold. */
  open: boolean
  profile: BotProfile
  payments: readonly PaymentMethod[]
  zones: readonly ShippingZone[]
  discounts: readonly Discount[]
  /** Reminders of a cart left behind that the shop sends at most; 0: none, and none are offered. */
  reminders: number
  /** Days to give an order back for no reason, from its delivery. */
  withdrawalDays: number
  /** IANA name: on which day something happened at the shop. */
  timezone: string
  /** When people are there; null where the shop set no hours, and then its own words are all there is. */
  hours: OpeningHours | null
}

/** What belongs to this shopper at this moment; recorded with the turn so that it can be played again. */
export interface TurnFacts {
  now: EpochMs
  mode: 'bot' | 'waiting' | 'human'
  /** This shopper's orders in this shop, the latest first; at most ten. */
  orders: readonly OrderFacts[]
  /** How often this shopper used each discount, by id. */
  contactUses: Readonly<Record<string, number>>
  optedOut: boolean
  /** The latest word on each; null where nothing was ever said. */
  consents: { reminders: boolean | null; remember: boolean | null }
  /** What the shopper agreed to have remembered. */
  remembered: { customer: Customer; delivery: Delivery | null } | null
  /** The name on the messenger profile; shown to nobody but the shopper. */
  profileName: string | null
}

/** The engine's faculties, made from trained models and a catalog; injected so that turns can be tested apart. */
export interface Faculties {
  understand(text: string, context: UnderstandContext): Understanding
  search(index: CatalogIndex, query: CatalogQuery): CatalogHit[]
  evidence(index: CatalogIndex, text: string): CatalogEvidence
  /** The products that words may point at, likeliest first. */
  referents(index: CatalogIndex, lookup: Lookup, table: Table): Referent[]
}

export interface TurnInput {
  shop: ShopFacts
  catalog: CatalogIndex
  state: ConversationState
  /** In order; several where a burst was taken as one. At least one. */
  messages: readonly InboundMessage[]
  facts: TurnFacts
  /** Absent: no model is there. Null: it was asked and there is no usable answer. */
  model?: ModelAnswer | null | 'available'
}

/** What a model is asked: the shopper's words in a role of their own, candidates that we supply, nothing personal. */
export interface ModelRequest {
  purpose: 'understand' | 'prose'
  text: string
  /** Short lines on where the conversation stands; no names, numbers or addresses of the shopper. */
  situation: string[]
  candidates: Array<{ sku: string; name: string; category: string; description: string }>
  /** The shop's own words that an answer may quote. */
  policies: string[]
  manner: string | null
  tone: BotProfile['tone']
  /** What the shopper writes, and is answered in. */
  language: Language
}

/** What a model may say. Everything in it is a proposal: SKUs must be among the candidates, numbers are never taken. */
export interface ModelAnswer {
  intent: Intent
  confidence: number
  items: Array<{ sku: string; quantity: number | null }>
  /** Text for the shopper, with {{price:SKU}} and {{stock:SKU}} for what we fill. Null: none. */
  prose: string | null
}

export interface TurnOutcome {
  state: ConversationState
  effects: Effect[]
  replies: Reply[]
  intent: Intent
  confidence: number
  source: 'local' | 'model'
  understanding: Understanding
  /** SKUs shown in the replies, best first. */
  products: string[]
  mode: { mode: 'bot' | 'waiting' | 'human'; reason: string | null } | null
  trace: TurnTrace
}

/** Why the bot said what it said; small, because every turn keeps one. */
export interface TurnTrace {
  /** Rules, candidates and decisions, in the order they came. */
  because: string[]
  /** Products that were looked at: [SKU, price paid now, stock]. */
  seen: Array<[string, number, number]>
  guard: string[]
}

export type TurnStep = { kind: 'ask'; request: ModelRequest } | { kind: 'done'; outcome: TurnOutcome }
