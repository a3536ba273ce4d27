import type { Store } from '../../store/store.ts'
import { createTurns, type TurnsDeps } from '../turns/create-turns.ts'
import { createTester } from '../turns/test-message.ts'
import type { TurnDocument } from '../turns/types.ts'
import type { Labelled, LabelledConversation } from './read-labelled.ts'
import { missed, scoreMessages, type MessageScore } from './score.ts'
import { scratchCopy } from './scratch-copy.ts'

export interface Evaluation {
  messages: MessageScore | null
  conversations: {
    conversations: number
    succeeded: number
    rate: number
    failures: Array<{ id: string; turn: number; text: string; faults: string[] }>
  } | null
  latencyMs: { p50: number; p95: number; p99: number }
}

/**
 * Plays labelled messages and conversations through the real engine, on copies of the shops in memory: nothing is
 * written to the real database and nobody's stock is reserved. Every message is of a shopper of its own.
 */
export async function evaluate(deps: TurnsDeps & { store: Store }, labelled: Labelled): Promise<Evaluation> {
  const slugs = [...new Set([...labelled.messages, ...labelled.conversations].map((each) => each.tenant))]
  const store = await scratchCopy(deps.store, slugs, deps.now())
  try {
    const { drive } = await createTurns({ ...deps, store })
    const test = createTester({ store, drive, now: deps.now })
    const latencies: number[] = []
    let shopper = 0
    // Numbers that no operator assigns, one a message or conversation.
    const nextShopper = (): string => `+569${String(10_000_000 + shopper++)}`
    const play = async (tenant: string, from: string, text: string): Promise<TurnDocument> => {
      const answer = await test({ tenant, from, text })
      latencies.push(answer.latency_ms)
      return answer
    }
    const pairs: Array<{ label: Labelled['messages'][number]; answer: TurnDocument }> = []
    for (const label of labelled.messages)
      pairs.push({ label, answer: await play(label.tenant, nextShopper(), label.text) })
    const failures: NonNullable<Evaluation['conversations']>['failures'] = []
    for (const conversation of labelled.conversations) {
      const from = nextShopper()
      const failure = await playConversation(conversation, (text) => play(conversation.tenant, from, text))
      if (failure) failures.push(failure)
    }
    const played = labelled.conversations.length
    return {
      messages: pairs.length === 0 ? null : scoreMessages(pairs),
      conversations:
        played === 0
          ? null
          : {
              conversations: played,
              succeeded: played - failures.length,
              rate: (played - failures.length) / played,
              failures,
            },
      latencyMs: percentiles(latencies),
    }
  } finally {
    await store.close()
  }
}

/** The first turn that misses what is expected, or null. All turns are played, so that latency counts them. */
async function playConversation(
  conversation: LabelledConversation,
  play: (text: string) => Promise<TurnDocument>,
): Promise<{ id: string; turn: number; text: string; faults: string[] } | null> {
  let first: { id: string; turn: number; text: string; faults: string[] } | null = null
  for (const [at, turn] of conversation.turns.entries()) {
    const faults = missed(turn.expect, await play(turn.user))
    if (faults.length > 0) first ??= { id: conversation.id, turn: at + 1, text: turn.user, faults }
  }
  return first
}

function percentiles(values: number[]): Evaluation['latencyMs'] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
