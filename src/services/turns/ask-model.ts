import type { ModelAnswer, ModelRequest } from '../../engine/turn-types.ts'
import type { BotProfile } from '../../engine/reply/profile.ts'
import type { Model, ModelUsage } from '../../models/port.ts'
import { closeModelCall, reserveModelCall } from '../../store/model-calls.ts'
import type { Store } from '../../store/store.ts'

/** A shopper waits for an answer; after two seconds the local one, which is there already, is the better service. */
const DEADLINE_MS = 2000
/** Nothing local stands in for a voice note, so it is worth a longer wait; what takes longer is asked for in writing. */
const TRANSCRIBE_MS = 10_000
/** Five failures in a row are an outage: stop paying two seconds a message for it. */
const FAILURES_TO_OPEN = 5
/** Long enough to spare a struggling server, short enough that nobody notices it is back. */
const OPEN_MS = 30_000
/** US dollars a million tokens: twice 4o-mini's list, so that a dearer model is not a surprise. */
const IN_PRICE = 0.6
const OUT_PRICE = 2.4
/** The rules and the schema around a request, and the longest answer that is asked for. */
const FRAME_TOKENS = 2500
const ANSWER_TOKENS = 400
/** Whisper's 0.006 US dollars a minute; no voice note is recorded with fewer bytes a second than this. */
const SECOND_MICROS = 100
const LEAST_BYTES_A_SECOND = 750
/** Eight minutes as WhatsApp records them. Longer ones are talks, not orders. */
const MOST_AUDIO_BYTES = 1024 * 1024
const DAY_MS = 86_400_000

type Outcome = 'answered' | 'garbage' | 'timeout' | 'failed' | 'open' | 'budget'

export interface AskedModel {
  answer: ModelAnswer | null
  outcome: Outcome
  latencyMs: number
}

interface Who {
  tenantId: string
  conversationId: string
  /** What the shopper sent, decided once or again: the turn is known by its first message. */
  messages: ReadonlyArray<{ id: string }>
}

export interface ModelDesk {
  ask(who: Who, profile: BotProfile, request: ModelRequest): Promise<AskedModel>
  /** The words of a voice note; null where there are none to be had in time and within the budget. */
  transcribe(who: Who, profile: BotProfile, audio: { bytes: Uint8Array; mimeType: string }): Promise<string | null>
}

interface Call<T> {
  who: Who
  profile: BotProfile
  purpose: string
  worstMicros: number
  deadlineMs: number
  work(signal: AbortSignal): Promise<{ outcome: 'answered' | 'garbage'; value: T; usage: ModelUsage }>
}

/** Stands between the turns and a model: deadline, circuit breaker, budgets a day, a person and a turn, and a row a call. */
export function createModelDesk(deps: {
  model: Model
  store: Store
  now: () => number
  deadlineMs?: number
}): ModelDesk {
  const { model, store, now } = deps
  const circuits = new Map<string, { failures: number; openUntil: number }>()

  async function call<T>(request: Call<T>): Promise<{ value: T | null; outcome: Outcome; latencyMs: number }> {
    const { purpose, worstMicros } = request
    // One that answers but cannot hear must not be left alone for it.
    const circuitName = purpose === 'transcribe' ? purpose : 'answer'
    const circuit = circuits.get(circuitName) ?? { failures: 0, openUntil: 0 }
    circuits.set(circuitName, circuit)
    const started = now()
    if (started < circuit.openUntil) return { value: null, outcome: 'open', latencyMs: 0 }
    await model.prepare?.()
    const id = await reserveModelCall(store, {
      tenantId: request.who.tenantId,
      conversationId: request.who.conversationId,
      turn: request.who.messages[0]?.id ?? null,
      purpose,
      model: model.name,
      worstMicros,
      limits: {
        dayMicros: request.profile.model.dailyBudgetMicros,
        personMicros: request.profile.model.personBudgetMicros,
        turnMicros: request.profile.model.turnBudgetMicros,
      },
      since: started - (started % DAY_MS),
      now: started,
    })
    if (id === null) return { value: null, outcome: 'budget', latencyMs: 0 }
    const signal = AbortSignal.timeout(request.deadlineMs)
    const clock = performance.now()
    const settle = (outcome: Outcome, usage: ModelUsage): Promise<void> => {
      const latencyMs = performance.now() - clock
      // A cost that nobody told is the worst one.
      return closeModelCall(store, id, { ...usage, outcome, costMicros: usage.costMicros ?? worstMicros, latencyMs })
    }
    let result: Awaited<ReturnType<Call<T>['work']>>
    try {
      // A model that ignores the signal must not hold the turn either.
      result = await Promise.race([request.work(signal), rejectOn(signal)])
    } catch {
      fail(circuit)
      const outcome = signal.aborted ? 'timeout' : 'failed'
      // After a time-out the provider may still charge: the worst case stays on the books. A refusal costs nothing.
      await settle(outcome, { inputTokens: 0, outputTokens: 0, costMicros: signal.aborted ? null : 0 })
      return { value: null, outcome, latencyMs: performance.now() - clock }
    }
    if (result.outcome === 'answered') circuit.failures = 0
    else fail(circuit)
    await settle(result.outcome, result.usage)
    return {
      value: result.outcome === 'answered' ? result.value : null,
      outcome: result.outcome,
      latencyMs: performance.now() - clock,
    }
  }

  function fail(circuit: { failures: number; openUntil: number }): void {
    circuit.failures += 1
    if (circuit.failures >= FAILURES_TO_OPEN) circuit.openUntil = now() + OPEN_MS
  }

  return {
    async ask(who, profile, request) {
      const { value, ...rest } = await call<ModelAnswer | null>({
        who,
        profile,
        purpose: request.purpose,
        worstMicros: worstCost(request),
        deadlineMs: deps.deadlineMs ?? DEADLINE_MS,
        async work(signal) {
          const result = await model.answer(request, signal)
          return { ...result, value: result.outcome === 'answered' ? result.answer : null }
        },
      })
      return { answer: value, ...rest }
    },
    async transcribe(who, profile, audio) {
      const { transcribe } = model
      if (transcribe === undefined || !profile.model.enabled || audio.bytes.byteLength > MOST_AUDIO_BYTES) return null
      const worstMicros = Math.ceil(audio.bytes.byteLength / LEAST_BYTES_A_SECOND) * SECOND_MICROS
      const { value } = await call({
        who,
        profile,
        purpose: 'transcribe',
        worstMicros,
        deadlineMs: deps.deadlineMs ?? TRANSCRIBE_MS,
        work: async (signal) => ({
          outcome: 'answered',
          value: await transcribe(audio, signal),
          // Whisper tells no price: what it can have been at most.
          usage: { inputTokens: 0, outputTokens: 0, costMicros: null },
        }),
      })
      return value
    },
  }
}

/** Millionths of a dollar that a request can cost at most: a token a byte of the shopper's words, one in two of ours. */
function worstCost(request: ModelRequest): number {
  const { text, ...ours } = request
  const tokens = FRAME_TOKENS + Buffer.byteLength(text) + Buffer.byteLength(JSON.stringify(ours)) / 2
  return Math.ceil(tokens * IN_PRICE + ANSWER_TOKENS * OUT_PRICE)
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('deadline')), { once: true })
  })
}
