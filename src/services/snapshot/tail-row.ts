import type { TailFacts } from '../../store/snapshot.ts'
import { maskText, maskWho } from './mask.ts'
import { replyText } from './reply-text.ts'
import type { TailRow } from './types.ts'

/** A turn as the live tail shows it: numbers, addresses and documents masked. */
export function toTailRow(row: TailFacts): TailRow {
  const reply = replyText(row.replies)
  return {
    id: row.id,
    at: row.at,
    tenant: row.tenant,
    conversation: row.conversation,
    who: maskWho(row.phone, row.userId),
    author: row.author,
    text: maskText(row.text),
    reply: reply === null ? null : maskText(reply),
    intent: row.intent,
    confidence: row.confidence,
    latencyMs: row.latencyMs === null ? null : Math.round(row.latencyMs * 10) / 10,
  }
}
