import type { ModelAnswer, ModelRequest } from '../../engine/turn-types.ts'
import type { BotProfile } from '../../engine/reply/profile.ts'
import type { Model } from '../../models/port.ts'
import { closeModelCall, reserveModelCall } from '../../store/model-calls.ts'
import type { Store } from '../../store/store.ts'

/** A shopper waits for an answer; after two seconds the local one, which is there already, is the better service. */
const DEADLINE_MS = 2000
/** Five failures in a row are an outage: stop paying two seconds a message for it. */
const FAILURES_TO_OPEN = 5
/** Long enough to spare a struggling server, short enough that nobody notices it is back. */
const OPEN_MS = 30_000
/** What a call can cost at most: 3,000 tokens in, 400 out, at 0.60 and 2.40 US dollars a million (twice 4o-mini's list). */
const WORST_MICROS = 3000 * 0.6 + 400 * 2.4
const DAY_MS = 86_400_000

export interface AskedModel {
  answer: ModelAnswer | null
  outcome: 'answered' | 'garbage' | 'timeout' | 'failed' | 'open' | 'budget'
  latencyMs: number
}

export interface ModelDesk {
  ask(
    who: { tenantId: string; conversationId: string },
    profile: BotProfile,
    request: ModelRequest,
  ): Promise<AskedModel>
}

/** Stands between the turns and a model: deadline, circuit breaker, a shop's budget a day, and a row of every call. */
export function createModelDesk(deps: {
  model: Model
  store: Store
  now: () => number
  deadlineMs?: number
}): ModelDesk {
  const { model, store, now } = deps
  let failures = 0
  let openUntil = 0

  return {
    async ask(who, profile, request) {
      const started = now()
      if (started < openUntil) return { answer: null, outcome: 'open', latencyMs: 0 }
      const id = await reserveModelCall(store, {
        ...who,
        purpose: request.purpose,
        model: model.name,
        worstMicros: WORST_MICROS,
        limitMicros: profile.model.dailyBudgetMicros,
        since: started - (started % DAY_MS),
        now: started,
      })
      if (id === null) return { answer: null, outcome: 'budget', latencyMs: 0 }
      const signal = AbortSignal.timeout(deps.deadlineMs ?? DEADLINE_MS)
      const clock = performance.now()
      const close = (outcome: string, usage = { inputTokens: 0, outputTokens: 0, costMicros: WORST_MICROS }) =>
        closeModelCall(store, id, { outcome, ...usage, latencyMs: performance.now() - clock })
      try {
        // A model that ignores the signal must not hold the turn either.
        const result = await Promise.race([model.answer(request, signal), rejectOn(signal)])
        failures = 0
        await close(result.outcome, result.usage)
        return {
          answer: result.outcome === 'answered' ? result.answer : null,
          outcome: result.outcome,
          latencyMs: performance.now() - clock,
        }
      } catch {
        failures += 1
        if (failures >= FAILURES_TO_OPEN) openUntil = now() + OPEN_MS
        const outcome = signal.aborted ? 'timeout' : 'failed'
        // After a time-out the provider may still charge: the worst case stays on the books. A refusal costs nothing.
        await close(outcome, signal.aborted ? undefined : { inputTokens: 0, outputTokens: 0, costMicros: 0 })
        return { answer: null, outcome, latencyMs: performance.now() - clock }
      }
    },
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('deadline')), { once: true })
  })
}
