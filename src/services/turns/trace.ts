import type { ConversationState } from '../../engine/dialogue/state.ts'
import type { ModelAnswer, TurnFacts, TurnInput, TurnOutcome } from '../../engine/turn-types.ts'
import type { InboundMessage } from '../../engine/types.ts'
import type { Understanding } from '../../engine/understand/types.ts'
import type { AskedModel } from './ask-model.ts'

export type RecordedModel = AskedModel & { purpose: string }

/**
 * What `conversation_history.trace` holds: all that is needed to play the turn again and to explain it. Facts that
 * most shoppers do not have (orders, remembered data) are left out where they are empty: a plain turn is under 2 KB.
 */
export interface RecordedTurn {
  v: 1
  messages: InboundMessage[]
  state: ConversationState
  facts: TurnFacts
  profile: number
  shop: number
  intent: string
  confidence: number
  alternatives: Array<{ intent: string; confidence: number }>
  entities: Partial<Understanding['entities']>
  because: string[]
  /** [SKU, price then, stock then] of every product that was looked at. */
  seen: Array<[string, number, number]>
  guard: string[]
  cart: Array<[string, number]>
  effects: string[]
  model: { purpose: string; outcome: string; latencyMs: number; answer: ModelAnswer | null } | null
  latencyMs: number
}

export function recordTrace(decided: {
  input: TurnInput
  outcome: TurnOutcome
  shop: { version: number; profileVersion: number }
  model: RecordedModel | null
  latencyMs: number
}): RecordedTurn {
  const { input, outcome, shop, model } = decided
  return {
    v: 1,
    messages: [...input.messages],
    state: input.state,
    facts: input.facts,
    profile: shop.profileVersion,
    shop: shop.version,
    intent: outcome.intent,
    confidence: round(outcome.confidence),
    alternatives: outcome.understanding.alternatives
      .slice(0, 3)
      .map((each) => ({ intent: each.intent, confidence: round(each.confidence) })),
    entities: Object.fromEntries(
      Object.entries(outcome.understanding.entities).filter(
        ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
      ),
    ),
    because: outcome.trace.because,
    seen: outcome.trace.seen,
    guard: outcome.trace.guard,
    cart: outcome.state.cart.lines.map((line) => [line.sku, line.quantity]),
    effects: outcome.effects.map((effect) => effect.type),
    model: model && {
      purpose: model.purpose,
      outcome: model.outcome,
      latencyMs: round(model.latencyMs),
      answer: model.answer,
    },
    latencyMs: round(decided.latencyMs),
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
