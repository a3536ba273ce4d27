import type { CheckoutField } from '../understand/types.ts'

/** What a shop says about itself; answers quote it word for word. */
export interface Policies {
  hours: string | null
  address: string | null
  contact: string | null
  shipping: string | null
  payment: string | null
  returns: string | null
  /** Boleta or factura, installation, anything that shoppers ask and the catalog does not tell. */
  other: string | null
}

/** A shop's voice and rules, versioned. Everything here is what the live bot uses. */
export interface BotProfile {
  /** Replaces the first sentence of a greeting; null: the house one, with the shop's name. */
  greeting: string | null
  /** Said when the shopper leaves. */
  closing: string | null
  /** `cercano` says tú, `formal` says usted. */
  tone: 'cercano' | 'formal'
  emojis: 'none' | 'some'
  /** `short` leaves out what is only pleasant. */
  length: 'short' | 'normal'
  policies: Policies
  termsUrl: string | null
  checkout: {
    /** An order is not placed without these. */
    required: CheckoutField[]
    pickup: boolean
  }
  /** Asked once and remembered; nothing is sold to who is not. Null: not asked. */
  minimumAge: number | null
  model: {
    enabled: boolean
    /** Below this calibrated confidence a configured model is asked. */
    threshold: number
    /** Also for questions that the product's own text does not answer. */
    prose: boolean
    /** A day's spending limit in millionths of a US dollar. */
    dailyBudgetMicros: number
    /** Of it, what one shopper may cost in a day: a flood from one must leave the others theirs. */
    personBudgetMicros: number
    /** And one turn, its voice notes included. */
    turnBudgetMicros: number
    /** What the shop wants the model to know about its manner; never its authority. */
    instructions: string | null
  }
}

export const DEFAULT_PROFILE: BotProfile = {
  greeting: null,
  closing: null,
  tone: 'cercano',
  emojis: 'some',
  length: 'normal',
  policies: {
    hours: null,
    address: null,
    contact: null,
    shipping: null,
    payment: null,
    returns: null,
    other: null,
  },
  termsUrl: null,
  // The name is asked for together with the address, but a parcel reaches a phone number too: it never blocks a sale.
  checkout: { required: ['address'], pickup: false },
  minimumAge: null,
  model: {
    enabled: true,
    threshold: 0.5,
    prose: true,
    dailyBudgetMicros: 1_000_000,
    personBudgetMicros: 250_000,
    // The longest voice note that is taken, and an answer to it.
    turnBudgetMicros: 150_000,
    instructions: null,
  },
}

/** A stored profile over the defaults: a field that a newer release added is at its default. */
export function completeProfile(body: unknown): BotProfile {
  if (typeof body !== 'object' || body === null) return DEFAULT_PROFILE
  const given = body as Partial<BotProfile>
  return {
    ...DEFAULT_PROFILE,
    ...given,
    policies: { ...DEFAULT_PROFILE.policies, ...given.policies },
    checkout: { ...DEFAULT_PROFILE.checkout, ...given.checkout },
    model: { ...DEFAULT_PROFILE.model, ...given.model },
  }
}
