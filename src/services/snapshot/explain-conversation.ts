import { readTurns } from '../../store/snapshot-lists.ts'
import type { Db } from '../../store/store.ts'
import { maskText } from './mask.ts'
import { replyText } from './reply-text.ts'

/** The newest turns' reasons are enough to see what went wrong; `conversation explain` has all. */
const TURNS = 5

/** Why the bot answered as it did, the newest turn first, as lines for reading; personal data masked. */
export async function explainConversation(
  db: Db,
  query: { tenantId: string; conversationId: string },
): Promise<string[]> {
  const turns = await readTurns(db, { ...query, limit: TURNS * 2, withTrace: true })
  const said = turns.filter((turn) => turn.author === 'shopper').slice(0, TURNS)
  if (said.length === 0) return ['nothing was said in this conversation yet']
  return said.flatMap((turn) => {
    const confidence = turn.confidence === null ? '' : ` with ${Math.round(turn.confidence * 100)} %`
    return [
      `“${maskText(turn.text)}”`,
      `  taken for ${turn.intent ?? 'nothing'}${confidence}, decided ${turn.source === 'model' ? 'by the language model' : 'locally'}`,
      ...traceLines(turn.trace).map((line) => `  ${maskText(line)}`),
      `  answered: ${maskText(replyText(turn.replies) ?? 'nothing').replaceAll('\n', ' ⏎ ')}`,
      '',
    ]
  })
}

/** What a trace tells in words: which rules and features spoke, and what else it might have been. */
function traceLines(trace: string | null): string[] {
  if (trace === null) return []
  let parsed: unknown
  try {
    parsed = JSON.parse(trace)
  } catch {
    return []
  }
  const because = find(parsed, 'because')
  const alternatives = find(parsed, 'alternatives')
  const lines: string[] = []
  if (Array.isArray(because)) for (const reason of because.slice(0, 8)) lines.push(`because ${String(reason)}`)
  if (Array.isArray(alternatives) && alternatives.length > 0) {
    const others = alternatives.slice(0, 3).flatMap((other: unknown) => {
      const { intent, confidence } = (other ?? {}) as { intent?: unknown; confidence?: unknown }
      return typeof intent === 'string' && typeof confidence === 'number'
        ? [`${intent} ${Math.round(confidence * 100)} %`]
        : []
    })
    if (others.length > 0) lines.push(`it might have been ${others.join(', ')}`)
  }
  return lines
}

/** The first value under `name`, wherever the trace has it: its layout belongs to the turn's own service. */
function find(value: unknown, name: string, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > 5) return undefined
  if (name in value) return (value as Record<string, unknown>)[name]
  for (const inner of Object.values(value)) {
    const found = find(inner, name, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
