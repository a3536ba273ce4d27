import * as store from '../../store/snapshot-lists.ts'
import type { TenantScope } from '../../store/scope.ts'
import type { Db } from '../../store/store.ts'
import { maskText, maskWho } from './mask.ts'
import { bubbleText } from './reply-text.ts'
import type { ConversationRow, DeadLetterRow, OrderRow } from './source.ts'

/** A screen holds at most some sixty rows and a filter narrows them; two hundred is three screens to scroll. */
const LIST_LIMIT = 200

/** Conversations that wait for a person first, then those a person holds, then the newest. */
export async function listConversations(
  db: Db,
  query: { tenantId: TenantScope; limit?: number },
): Promise<ConversationRow[]> {
  const limit = query.limit ?? LIST_LIMIT
  const [attended, newest] = await Promise.all([
    store.readAttendedConversations(db, { tenantId: query.tenantId, limit }),
    store.readNewestConversations(db, { tenantId: query.tenantId, limit }),
  ])
  const seen = new Set<string>()
  return [...attended, ...newest]
    .filter((row) => {
      const key = `${row.tenantId} ${row.id}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, limit)
    .map((row) => toConversationRow(row, true))
}

export async function listOrders(
  db: Db,
  query: { tenantId: TenantScope; conversationId?: string; limit?: number },
): Promise<OrderRow[]> {
  const rows = await store.readOrders(db, { ...query, limit: query.limit ?? LIST_LIMIT })
  return rows.map(({ phone, userId, ...row }) => ({ ...row, items: row.items ?? 0, who: maskWho(phone, userId) }))
}

export async function listDeadLetters(
  db: Db,
  query: { tenantId: TenantScope; limit?: number },
): Promise<DeadLetterRow[]> {
  const rows = await store.readDeadLetters(db, { tenantId: query.tenantId, limit: query.limit ?? LIST_LIMIT })
  return rows.map(({ phone, userId, body, ...row }) => ({
    ...row,
    who: maskWho(phone, userId),
    text: maskText(bodyText(body)),
    errorDetail: row.errorDetail === null ? null : maskText(row.errorDetail),
  }))
}

/** `masked: false` only for someone who is going to answer this shopper. */
export function toConversationRow(row: store.ConversationFacts, masked: boolean): ConversationRow {
  const { phone, userId, lastText, ...rest } = row
  return {
    ...rest,
    name: row.name,
    cartItems: row.cartItems ?? 0,
    who: masked ? maskWho(phone, userId) : (phone ?? userId ?? 'unknown'),
    lastText: lastText === null ? null : masked ? maskText(lastText) : lastText,
  }
}

/** The words of an outbox row's body: `{ reply, replyTo? }`. */
export function bodyText(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const reply = typeof parsed === 'object' && parsed !== null && 'reply' in parsed ? parsed.reply : parsed
    return bubbleText(reply) ?? ''
  } catch {
    return ''
  }
}
