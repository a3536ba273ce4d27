import type { Customer, Delivery } from '../commerce/effects.ts'
import { EMPTY_CART, type Cart } from '../commerce/cart.ts'
import type { EpochMs, Intent, Pesos } from '../types.ts'
import { SPANISH, type Speech } from '../understand/language.ts'
import type { Asked, CheckoutField } from '../understand/types.ts'

/** The question that the bot left open, with what it needs to act on the answer. */
export type Pending =
  | { kind: 'add_to_cart'; skus: string[]; quantity: number }
  | {
      kind: 'which_product'
      skus: string[]
      quantity: number | null
      purpose: 'buy' | 'swap' | 'remove' | 'quantity'
      out?: string
    }
  | { kind: 'quantity'; sku: string; most: number }
  | { kind: 'checkout_field'; field: CheckoutField }
  | { kind: 'confirm_order'; cartVersion: number; total: Pesos }
  | { kind: 'confirm_clear'; cartVersion: number }
  | { kind: 'confirm_cancel'; orderId: string }
  /** `before`: the question that stood open when the voice note came; its answer may be in it. */
  | { kind: 'confirm_transcript'; text: string; before: Pending | null }
  | { kind: 'start_checkout' }
  | { kind: 'human_offer' }
  | { kind: 'alternative'; skus: string[] }
  | { kind: 'age'; message: string }
  /** What would be kept stands here until the answer, and goes with any other. `at`: when it was asked. */
  | { kind: 'remember_data'; customer: Customer; delivery: Delivery; at: EpochMs }
  | { kind: 'reminders'; at: EpochMs }

export interface CheckoutDraft {
  /** The shopper asked to pay and has neither finished nor left. */
  active: boolean
  customer: Customer
  delivery: Delivery | null
  /** Remembered data was filled in once; what the shopper changed since is not filled in again. */
  recalled?: true
  /** The way to pay that was chosen; absent: the shop's first. */
  payment?: string
}

/**
 * Everything the engine remembers between two messages. Plain JSON: it is stored as such, and a turn that is played
 * again starts from the same bytes.
 */
export interface ConversationState {
  v: 1
  cart: Cart
  pending: Pending | null
  /** How often the open question was put. */
  asked: number
  /** SKUs as last listed, in the order shown. */
  listed: string[]
  /** False once one product was shown by itself: a bare "2" is a number of it, and no longer a place in the list. */
  listFresh: boolean
  /** SKUs talked about, the latest first: what "ese", "la otra" and "los dos" point at. */
  focus: string[]
  /** The cart line that changed last: what "que sean 3" means. */
  lastLine: string | null
  checkout: CheckoutDraft
  coupon: string | null
  /** The most that the shopper said to spend: what "por esa plata" means. */
  budget: Pesos | null
  /** Messages in a row that were not understood. */
  lost: number
  /** What the shopper looked for that the shop does not carry. */
  missed: string | null
  lastIntent: Intent | null
  greetedAt: EpochMs | null
  turns: number
  /** Said to be of age, where the shop asks. */
  ofAge: boolean | null
  /** A complaint or return under way, so that its details are not taken for a purchase. */
  issue: 'complaint' | 'return' | null
  /** The language that the shopper writes, and is answered in. */
  speech: Speech
  /** How often consent was asked for, by purpose: a question that is not answered is not put for ever. */
  offers: { remember: number; reminders: number }
}

export function initialState(): ConversationState {
  return {
    v: 1,
    cart: EMPTY_CART,
    pending: null,
    asked: 0,
    listed: [],
    listFresh: false,
    focus: [],
    lastLine: null,
    checkout: { active: false, customer: {}, delivery: null },
    coupon: null,
    budget: null,
    lost: 0,
    missed: null,
    lastIntent: null,
    greetedAt: null,
    turns: 0,
    ofAge: null,
    issue: null,
    speech: SPANISH,
    offers: { remember: 0, reminders: 0 },
  }
}

/** The stored state, or a fresh one where there is none or it is of a version this engine does not know. */
export function reviveState(stored: unknown): ConversationState {
  if (typeof stored !== 'object' || stored === null || (stored as { v?: unknown }).v !== 1) return initialState()
  const fresh = initialState()
  const state = copyState(stored) as Partial<ConversationState>
  return { ...fresh, ...state, checkout: { ...fresh.checkout, ...state.checkout } }
}

/** A deep copy of plain JSON; structuredClone takes six times as long over all that it can do beyond. */
export function copyState<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyState) as T
  const copy: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) copy[key] = copyState(part)
  return copy as T
}

/** What the open question is called where understanding takes context. */
export function askedOf(state: ConversationState): { asked: Asked; field: CheckoutField | null } {
  const pending = state.pending
  if (!pending) return { asked: 'nothing', field: null }
  return { asked: pending.kind, field: pending.kind === 'checkout_field' ? pending.field : null }
}
