import { DEFAULT_LIMIT } from '../catalog/search.ts'
import type { CatalogEvidence, CatalogHit, CatalogQuery } from '../catalog/types.ts'
import type { Effect } from '../commerce/effects.ts'
import { priceCart, unitPrice, type PricedCart } from '../commerce/pricing.ts'
import { money, plain } from '../reply/format.ts'
import { createVoice, vary, type Voice } from '../reply/voice.ts'
import type { Referent } from '../referents/types.ts'
import type { Faculties, TurnFacts, TurnInput, ShopFacts, TurnTrace } from '../turn-types.ts'
import type { CatalogProduct, InboundMessage, Intent, ListRow, OrderFacts, Pesos, ReplyButton } from '../types.ts'
import type { Understanding } from '../understand/types.ts'
import { copyState, type ConversationState, type Pending } from './state.ts'

/**
 * One turn being thought through: what is known, the state as it will be, and what will be said. Topics read it and
 * write to it; `decide` makes it and turns it into an outcome. It never leaves the call that made it.
 */
export interface Talk {
  readonly shop: ShopFacts
  readonly facts: TurnFacts
  readonly input: TurnInput
  readonly faculties: Faculties
  voice: Voice
  readonly message: InboundMessage
  text: string
  u: Understanding
  intent: Intent
  state: ConversationState
  effects: Effect[]
  mode: { mode: 'bot' | 'waiting' | 'human'; reason: string | null } | null
  /** SKUs shown, best first. */
  shown: string[]
  /** Paragraphs of the one bubble. */
  parts: string[]
  buttons: ReplyButton[]
  rows: { button: string; title: string; rows: ListRow[] } | null
  link: { title: string; url: string } | null
  image: string | null
  /** The open question was dealt with or put again: nothing to come back to. */
  settled: boolean
  silent: boolean
  trace: TurnTrace
  amounts: Set<number>
  quotes: string[]
  links: Set<string>
  evidence: Map<string, CatalogEvidence>
  /** What the catalog found for each query of this turn. */
  searches: Map<string, CatalogHit[]>
  /** The likeliest product by the words and the table that were ranked. */
  referents: Map<string, Referent | null>
  /** What a rule found the message to point at; the topics look no further. */
  picked: CatalogProduct[]
  /** A model's checked prose for this turn. */
  prose: string | null
  /** Where a model's help would be worth its price: why. */
  wantsProse: boolean
}

export function createTalk(input: TurnInput, faculties: Faculties, message: InboundMessage, text: string): Talk {
  return {
    shop: input.shop,
    facts: input.facts,
    input,
    faculties,
    voice: createVoice(input.shop.profile, input.state.speech.speaks),
    message,
    text,
    u: NOTHING_UNDERSTOOD,
    intent: 'out_of_scope',
    state: copyState(input.state),
    effects: [],
    mode: null,
    shown: [],
    parts: [],
    buttons: [],
    rows: null,
    link: null,
    image: null,
    settled: false,
    silent: false,
    trace: { because: [], seen: [], guard: [] },
    amounts: new Set(),
    quotes: [],
    links: new Set(),
    evidence: new Map(),
    searches: new Map(),
    referents: new Map(),
    picked: [],
    prose: null,
    wantsProse: false,
  }
}

export const NOTHING_UNDERSTOOD: Understanding = {
  intent: 'out_of_scope',
  confidence: 0,
  alternatives: [],
  entities: {
    mentions: [],
    quantity: null,
    quantityChange: null,
    ordinal: null,
    minPrice: null,
    maxPrice: null,
    superlative: null,
    anaphora: null,
    not: [],
    swap: null,
    name: null,
    address: null,
    comuna: null,
    region: null,
    email: null,
    rut: null,
    rutInvalid: false,
    phone: null,
    coupon: null,
    orderNumber: null,
    delivery: null,
    language: 'es',
  },
  because: [],
}

export function say(talk: Talk, text: string): void {
  if (text !== '') talk.parts.push(text)
}

/** What is only pleasant: a shop that wants its answers short leaves it out. */
export function sayKindly(talk: Talk, text: string): void {
  if (talk.voice.chatty) say(talk, text)
}

/** Says what the shop wrote itself; its amounts and links are its own. */
export function quote(talk: Talk, text: string): string {
  talk.quotes.push(text)
  return text
}

/** One of several wordings, by message. */
export function oneOf(talk: Talk, ...options: [string, ...string[]]): string {
  return vary(talk.message.id + String(talk.state.turns), options)
}

export function note(talk: Talk, because: string): void {
  if (talk.trace.because.length < 24) talk.trace.because.push(because)
}

/** An amount for the shopper's eyes, vouched for: it comes from the store or the pricing function. */
export function peso(talk: Talk, amount: Pesos): string {
  talk.amounts.add(amount)
  return money(amount)
}

/** What one unit costs now. */
export function priceOf(talk: Talk, product: CatalogProduct): Pesos {
  return unitPrice(product, talk.facts.now)
}

export function findProduct(talk: Talk, sku: string): CatalogProduct | undefined {
  return talk.input.catalog.bySku.get(sku)
}

export function findProducts(talk: Talk, skus: readonly string[]): CatalogProduct[] {
  return skus.flatMap((sku) => findProduct(talk, sku) ?? [])
}

export function search(talk: Talk, query: CatalogQuery): CatalogHit[] {
  // Rule after rule asks what the same words are: the catalog stands still within a turn, so it is asked once.
  // What is left out is the same question as its usual value said.
  const key = JSON.stringify({ ...query, mode: query.mode ?? 'any', limit: query.limit ?? DEFAULT_LIMIT })
  const known = talk.searches.get(key)
  if (known) return [...known]
  const hits = talk.faculties.search(talk.input.catalog, query)
  talk.searches.set(key, hits)
  note(
    talk,
    `search ${query.mode ?? 'any'} "${query.text.slice(0, 60)}" → ${hits
      .slice(0, 4)
      .map((hit) => `${hit.product.sku} ${hit.score.toFixed(2)} ${hit.by}`)
      .join(', ')}`,
  )
  return [...hits]
}

/** What the catalog makes of some words; looked up once a turn. */
export function evidenceOf(talk: Talk, text: string): CatalogEvidence {
  const known = talk.evidence.get(text)
  if (known) return known
  const evidence = talk.faculties.evidence(talk.input.catalog, text)
  talk.evidence.set(text, evidence)
  return evidence
}

/** Marks products as shown, best first, and as what "ese" points at. */
export function show(talk: Talk, products: readonly CatalogProduct[]): void {
  for (const product of products) {
    if (!talk.shown.includes(product.sku)) talk.shown.push(product.sku)
    if (!talk.trace.seen.some(([sku]) => sku === product.sku) && talk.trace.seen.length < 24) {
      talk.trace.seen.push([product.sku, priceOf(talk, product), product.stock])
    }
    talk.quotes.push(product.name)
  }
}

/** One product came into view. The list that it was picked from stays in mind: "la segunda" still means its second. */
export function spotlight(talk: Talk, sku: string): void {
  if (!talk.state.listed.includes(sku)) talk.state.listed = [sku]
  talk.state.listFresh = false
  focusOn(talk, [sku])
}

/** What "ese" and "¿cuánto sale?" point at from now on: the latest first, a few turns deep. */
export function focusOn(talk: Talk, skus: readonly string[]): void {
  talk.state.focus = [...new Set([...skus, ...talk.state.focus])].slice(0, 6)
}

export function nameOf(talk: Talk, product: CatalogProduct): string {
  talk.quotes.push(product.name)
  return plain(product.name)
}

/** Leaves a question open; the one before is forgotten. */
export function ask(talk: Talk, pending: Pending): void {
  const same = talk.state.pending?.kind === pending.kind
  talk.state.asked = same ? talk.state.asked + 1 : 1
  talk.state.pending = pending
  talk.settled = true
}

export function settle(talk: Talk): void {
  talk.state.pending = null
  talk.state.asked = 0
  talk.settled = true
}

export function priceTalk(talk: Talk): PricedCart {
  return priceCart({
    items: talk.state.cart.lines,
    products: talk.input.catalog.bySku,
    discounts: talk.shop.discounts,
    coupon: talk.state.coupon,
    contactUses: talk.facts.contactUses,
    zones: talk.shop.zones,
    destination: talk.state.checkout.delivery,
    now: talk.facts.now,
  })
}

/** Orders that still may be paid, changed or received, the latest first. */
export function openOrders(talk: Talk): OrderFacts[] {
  return talk.facts.orders.filter((order) => ['pending_payment', 'paid', 'preparing', 'shipped'].includes(order.status))
}
