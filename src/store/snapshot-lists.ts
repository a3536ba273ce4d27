import { type RawBuilder, sql } from 'kysely'
import type { CaseKind } from './cases.ts'
import { int, isOneShop, only, type TenantScope } from './scope.ts'
import type { Db } from './store.ts'

/** Rows for the dashboard's lists and for one conversation: bounded, by index, the newest first. */
export interface ConversationFacts {
  tenantId: string
  tenant: string
  id: string
  phone: string | null
  userId: string | null
  name: string | null
  mode: 'bot' | 'waiting' | 'human'
  modeReason: string | null
  modeSince: number | null
  takeoverBy: string | null
  takeoverUntil: number | null
  lastInboundAt: number | null
  updatedAt: number
  cartItems: number | null
  lastText: string | null
  lastIntent: string | null
}

const conversationColumns = sql`
  v.tenant_id AS "tenantId", t.slug AS tenant, v.id, c.phone, c.user_id AS "userId", c.name, v.mode,
  v.mode_reason AS "modeReason", v.mode_since AS "modeSince", v.takeover_by AS "takeoverBy",
  v.takeover_until AS "takeoverUntil",
  v.last_inbound_at AS "lastInboundAt", v.updated_at AS "updatedAt", x.cart_items AS "cartItems"`

const conversationJoins = sql`
  JOIN tenant t ON t.id = v.tenant_id
  LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
  LEFT JOIN conversation_context x ON x.tenant_id = v.tenant_id AND x.conversation_id = v.id`

/** Those that a person is awaited in or holds, the longest waiting first. */
export async function readAttendedConversations(
  db: Db,
  query: { tenantId: TenantScope; limit: number },
): Promise<ConversationFacts[]> {
  const { rows } = await sql<ConversationFacts>`
    SELECT ${conversationColumns}, ${lastTurn('text')} AS "lastText", ${lastTurn('intent')} AS "lastIntent"
    FROM conversation v ${conversationJoins}
    WHERE v.mode <> 'bot' AND ${only('v.tenant_id', query.tenantId)}
    ORDER BY CASE v.mode WHEN 'waiting' THEN 0 ELSE 1 END, v.mode_since LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export interface OpenCaseFacts {
  tenantId: string
  id: string
  conversation: string
  kind: CaseKind
  summary: string
  since: number
}

/** Open cases that came out of a conversation, the oldest first. */
export async function readOpenCases(
  db: Db,
  query: { tenantId: TenantScope; conversationId?: string; limit: number },
): Promise<OpenCaseFacts[]> {
  const { rows } = await sql<OpenCaseFacts>`
    SELECT tenant_id AS "tenantId", id, conversation_id AS conversation, kind, summary, created_at AS since
    FROM support_case
    WHERE status = 'open' AND conversation_id ${
      query.conversationId === undefined ? sql`IS NOT NULL` : sql`= ${query.conversationId}`
    } AND ${only('tenant_id', query.tenantId)}
    ORDER BY created_at, id LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

/** The conversations of these cases. */
export async function readConversationsOf(
  db: Db,
  cases: ReadonlyArray<{ tenantId: string; conversation: string }>,
): Promise<ConversationFacts[]> {
  if (cases.length === 0) return []
  const keys = sql.join(cases.map((one) => sql`(${one.tenantId}, ${one.conversation})`))
  const { rows } = await sql<ConversationFacts>`
    SELECT ${conversationColumns}, ${lastTurn('text')} AS "lastText", ${lastTurn('intent')} AS "lastIntent"
    FROM conversation v ${conversationJoins}
    WHERE (v.tenant_id, v.id) IN (VALUES ${keys})`.execute(db)
  return rows
}

/**
 * The newest conversations. Over all shops they are found through the newest turns: conversations have one index a shop,
 * and the end of the history's primary key is the one place where all shops' newest are together.
 */
export async function readNewestConversations(
  db: Db,
  query: { tenantId: TenantScope; limit: number },
): Promise<ConversationFacts[]> {
  const { tenantId } = query
  // Ten turns a conversation is more than the newest conversations have on a busy day.
  const picked = !isOneShop(tenantId)
    ? sql`SELECT tenant_id, conversation_id AS id, max(id) AS rank FROM (
          SELECT tenant_id, conversation_id, id FROM conversation_history WHERE ${only('tenant_id', tenantId)}
          ORDER BY id DESC LIMIT ${int(query.limit * 10)}
        ) AS newest GROUP BY tenant_id, conversation_id ORDER BY rank DESC LIMIT ${int(query.limit)}`
    : sql`SELECT tenant_id, id, updated_at AS rank FROM conversation
          WHERE ${only('tenant_id', tenantId)} ORDER BY updated_at DESC LIMIT ${int(query.limit)}`
  const { rows } = await sql<ConversationFacts>`
    SELECT ${conversationColumns}, ${lastTurn('text')} AS "lastText", ${lastTurn('intent')} AS "lastIntent"
    FROM (${picked}) AS p JOIN conversation v ON v.tenant_id = p.tenant_id AND v.id = p.id ${conversationJoins}
    ORDER BY p.rank DESC`.execute(db)
  return rows
}

export async function readConversation(
  db: Db,
  query: { tenantId: string; id: string },
): Promise<(ConversationFacts & { state: string | null }) | null> {
  const { rows } = await sql<ConversationFacts & { state: string | null }>`
    SELECT ${conversationColumns}, x.state, ${lastTurn('text')} AS "lastText", ${lastTurn('intent')} AS "lastIntent"
    FROM conversation v ${conversationJoins}
    WHERE v.tenant_id = ${query.tenantId} AND v.id = ${query.id}`.execute(db)
  return rows[0] ?? null
}

export interface TurnFacts {
  id: number
  at: number
  author: 'shopper' | 'operator' | 'owner' | 'system'
  text: string
  replies: string
  intent: string | null
  confidence: number | null
  source: string | null
  latencyMs: number | null
  trace: string | null
}

/** The newest turns of a conversation, newest first. */
export async function readTurns(
  db: Db,
  query: { tenantId: string; conversationId: string; limit: number; withTrace?: boolean },
): Promise<TurnFacts[]> {
  const { rows } = await sql<TurnFacts>`
    SELECT id, created_at AS at, author, text, replies, intent, confidence, source, latency_ms AS "latencyMs",
      ${query.withTrace ? sql`trace` : sql`NULL`} AS trace
    FROM conversation_history WHERE tenant_id = ${query.tenantId} AND conversation_id = ${query.conversationId}
    ORDER BY id DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export interface BubbleFacts {
  id: number
  source: string
  body: string
  status: string
  receipt: number
  errorCode: string | null
  errorDetail: string | null
  createdAt: number
}

/**
 * What we sent in these turns, oldest first: a turn and its bubbles are committed at one instant, and that has an index
 * where (shop, conversation) of sent rows has none.
 */
export async function readBubbles(
  db: Db,
  query: { tenantId: string; conversationId: string; times: number[] },
): Promise<BubbleFacts[]> {
  if (query.times.length === 0) return []
  const { rows } = await sql<BubbleFacts>`
    SELECT id, source, body, status, receipt, error_code AS "errorCode", error_detail AS "errorDetail",
      created_at AS "createdAt"
    FROM outbox WHERE created_at IN (${sql.join(query.times.map(int))})
      AND tenant_id = ${query.tenantId} AND conversation_id = ${query.conversationId}
    ORDER BY id`.execute(db)
  return rows
}

/**
 * What we sent outside of turns, oldest first: notices about the conversation's orders, which their timelines have the
 * moments of, and the cart reminders whose keys are given. Both are found by an index, as above.
 */
export async function readNotices(
  db: Db,
  query: { tenantId: string; conversationId: string; since: number; limit: number; reminders: string[] },
): Promise<BubbleFacts[]> {
  const { tenantId, conversationId } = query
  const told = await sql<{ at: number }>`
    SELECT DISTINCT e.at FROM order_event e JOIN orders o ON o.tenant_id = e.tenant_id AND o.id = e.order_id
    WHERE o.tenant_id = ${tenantId} AND o.conversation_id = ${conversationId} AND e.kind = 'told'
      AND e.at >= ${int(query.since)}
    ORDER BY e.at DESC LIMIT ${int(query.limit)}`.execute(db)
  const sent = await readBubbles(db, { tenantId, conversationId, times: told.rows.map((row) => Number(row.at)) })
  const notices = sent.filter((bubble) => bubble.source.startsWith('order:'))
  if (query.reminders.length === 0) return notices
  const { rows } = await sql<BubbleFacts>`
    SELECT id, source, body, status, receipt, error_code AS "errorCode", error_detail AS "errorDetail",
      created_at AS "createdAt"
    FROM outbox WHERE tenant_id = ${tenantId} AND source IN (${sql.join(query.reminders)})
      AND created_at >= ${int(query.since)}`.execute(db)
  return [...notices, ...rows].sort((a, b) => a.id - b.id)
}

export interface OrderFacts {
  tenantId: string
  tenant: string
  id: string
  number: string
  conversation: string
  status: string
  total: number
  items: number | null
  phone: string | null
  userId: string | null
  placedAt: number
  paidAt: number | null
  reservedUntil: number | null
}

export async function readOrders(
  db: Db,
  query: { tenantId: TenantScope; conversationId?: string; limit: number },
): Promise<OrderFacts[]> {
  const inConversation =
    query.conversationId === undefined ? sql`1 = 1` : sql`o.conversation_id = ${query.conversationId}`
  const { rows } = await sql<OrderFacts>`
    SELECT o.tenant_id AS "tenantId", t.slug AS tenant, o.id, o.number, o.conversation_id AS conversation, o.status, o.total,
      (SELECT sum(i.quantity) FROM order_item i WHERE i.tenant_id = o.tenant_id AND i.order_id = o.id) AS items,
      c.phone, c.user_id AS "userId", o.placed_at AS "placedAt", o.paid_at AS "paidAt", o.reserved_until AS "reservedUntil"
    FROM orders o JOIN tenant t ON t.id = o.tenant_id
    LEFT JOIN contact c ON c.tenant_id = o.tenant_id AND c.id = o.contact_id
    WHERE ${only('o.tenant_id', query.tenantId)} AND ${inConversation}
    ORDER BY o.placed_at DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export interface DeadLetterFacts {
  tenantId: string
  tenant: string
  id: number
  conversation: string
  phone: string | null
  userId: string | null
  body: string
  errorClass: string | null
  errorCode: string | null
  errorDetail: string | null
  attempts: number
  createdAt: number
}

export async function readDeadLetters(
  db: Db,
  query: { tenantId: TenantScope; limit: number },
): Promise<DeadLetterFacts[]> {
  const { rows } = await sql<DeadLetterFacts>`
    SELECT o.tenant_id AS "tenantId", t.slug AS tenant, o.id, o.conversation_id AS conversation, c.phone,
      c.user_id AS "userId", o.body, o.error_class AS "errorClass", o.error_code AS "errorCode",
      o.error_detail AS "errorDetail", o.attempts, o.created_at AS "createdAt"
    FROM outbox o JOIN tenant t ON t.id = o.tenant_id
    LEFT JOIN conversation v ON v.tenant_id = o.tenant_id AND v.id = o.conversation_id
    LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
    WHERE o.status = 'dead' AND ${only('o.tenant_id', query.tenantId)}
    ORDER BY o.created_at DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export async function readPrices(
  db: Db,
  query: { tenantId: string; skus: string[] },
): Promise<Array<{ sku: string; name: string; price: number }>> {
  if (query.skus.length === 0) return []
  return db
    .selectFrom('product')
    .select(['sku', 'name', 'price'])
    .where('tenant_id', '=', query.tenantId)
    .where('sku', 'in', query.skus)
    .execute()
}

/** A column of a conversation's newest turn; one index seek each. */
function lastTurn(column: 'text' | 'intent'): RawBuilder<unknown> {
  return sql`(SELECT h.${sql.ref(column)} FROM conversation_history h
    WHERE h.tenant_id = v.tenant_id AND h.conversation_id = v.id AND h.author = 'shopper' ORDER BY h.id DESC LIMIT 1)`
}
