import * as store from '../../store/snapshot-lists.ts'
import type { TenantScope } from '../../store/scope.ts'
import type { Db } from '../../store/store.ts'
import { maskText, maskWho } from './mask.ts'
import { bubbleText } from './reply-text.ts'
import type { ConversationRow, DeadLetterRow, OrderRow } from './source.ts'

/** A screen holds at most some sixty rows and a filter narrows them; two hundred is three screens to scroll. */
const LIST_LIMIT = 200

/** Those that wait for a person first, then those a person holds, those with an open case, and the newest. */
export async function listConversations(
  db: Db,
  query: { tenantId: TenantScope; limit?: number },
): Promise<ConversationRow[]> {
  const limit = query.limit ?? LIST_LIMIT
  const [attended, cases, newest] = await Promise.all([
    store.readAttendedConversations(db, { tenantId: query.tenantId, limit }),
    store.readOpenCases(db, { tenantId: query.tenantId, limit }),
    store.readNewestConversations(db, { tenantId: query.tenantId, limit }),
  ])
  const casesOf = Map.groupBy(cases, (one) => `${one.tenantId} ${one.conversation}`)
  const order = [...casesOf.keys()]
  const place = (row: store.ConversationFacts): number => order.indexOf(`${row.tenantId} ${row.id}`)
  const withCases = (await store.readConversationsOf(db, cases)).toSorted((a, b) => place(a) - place(b))
  const seen = new Set<string>()
  return [...attended, ...withCases, ...newest]
    .filter((row) => {
      const key = `${row.tenantId} ${row.id}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, limit)
    .map((row) => toConversationRow(row, casesOf.get(`${row.tenantId} ${row.id}`) ?? [], true))
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
export function toConversationRow(
  row: store.ConversationFacts,
  cases: readonly store.OpenCaseFacts[],
  masked: boolean,
): ConversationRow {
  const { phone, userId, lastText, ...rest } = row
  return {
    ...rest,
    name: row.name,
    cartItems: row.cartItems ?? 0,
    who: masked ? maskWho(phone, userId) : (phone ?? userId ?? 'unknown'),
    lastText: lastText === null ? null : masked ? maskText(lastText) : lastText,
    cases: cases.map(({ id, kind, summary, since }) => ({
      id,
      kind,
      since,
      summary: masked ? maskText(summary) : summary,
    })),
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
