import { type RawBuilder, sql } from 'kysely'
import { int, only, type TenantScope } from './scope.ts'
import type { Db, Store } from './store.ts'

/** Figures over a span of time. Not for a screen that asks every second: these walk all turns of the span. */
export interface Span {
  tenantId: TenantScope
  since: number
  until: number
}

export interface TurnTotals {
  turns: number
  conversations: number
  confidence: number | null
  latency: number | null
  model: number
  operator: number
}

export async function readTurnTotals(db: Db, span: Span): Promise<TurnTotals> {
  const { rows } = await sql<TurnTotals>`
    SELECT count(CASE WHEN author = 'shopper' THEN 1 END) AS turns,
      count(DISTINCT conversation_id) AS conversations,
      avg(confidence) AS confidence, avg(latency_ms) AS latency,
      count(CASE WHEN source = 'model' THEN 1 END) AS model,
      count(CASE WHEN author IN ('operator','owner') THEN 1 END) AS operator
    FROM conversation_history WHERE ${turnsOf(span)}`.execute(db)
  return rows[0] ?? { turns: 0, conversations: 0, confidence: null, latency: null, model: 0, operator: 0 }
}

/** Whole hours since the epoch → turns in it. Days are cut by the caller, who knows the time zone. */
export async function readTurnsByHour(db: Db, span: Span): Promise<Array<{ hour: number; n: number }>> {
  const { rows } = await sql<{ hour: number; n: number }>`
    SELECT created_at / 3600000 AS hour, count(*) AS n FROM conversation_history
    WHERE ${turnsOf(span)} AND author = 'shopper' GROUP BY 1 ORDER BY 1`.execute(db)
  return rows
}

export async function readNewConversationsByHour(db: Db, span: Span): Promise<Array<{ hour: number; n: number }>> {
  const { rows } = await sql<{ hour: number; n: number }>`
    SELECT created_at / 3600000 AS hour, count(*) AS n FROM conversation
    WHERE ${only('tenant_id', span.tenantId)} AND created_at >= ${int(span.since)} AND created_at < ${int(span.until)}
    GROUP BY 1 ORDER BY 1`.execute(db)
  return rows
}

export interface IntentFacts {
  intent: string
  n: number
  confidence: number | null
  unsure: number
  conversations: number
}

/** `unsure` counts those below `sureFrom`. */
export async function readIntents(db: Db, span: Span, sureFrom: number): Promise<IntentFacts[]> {
  const { rows } = await sql<IntentFacts>`
    SELECT intent, count(*) AS n, avg(confidence) AS confidence,
      count(CASE WHEN confidence < ${sql.raw(String(sureFrom))} THEN 1 END) AS unsure,
      count(DISTINCT conversation_id) AS conversations
    FROM conversation_history WHERE ${turnsOf(span)} AND author = 'shopper' AND intent IS NOT NULL
    GROUP BY intent ORDER BY 2 DESC, 1`.execute(db)
  return rows
}

export interface FunnelFacts {
  chat: number
  cart: number
  link: number
  paid: number
}

/** Conversations that got this far: a cart counts where something was asked for, lies in one, or was ordered. */
export async function readFunnel(db: Db, span: Span): Promise<FunnelFacts> {
  const orders = sql`${only('tenant_id', span.tenantId)} AND placed_at >= ${int(span.since)} AND placed_at < ${int(span.until)}`
  const { rows } = await sql<FunnelFacts>`
    SELECT
      (SELECT count(DISTINCT conversation_id) FROM conversation_history WHERE ${turnsOf(span)} AND author = 'shopper') AS chat,
      (SELECT count(*) FROM (
        SELECT tenant_id, conversation_id FROM conversation_history
          WHERE ${turnsOf(span)} AND intent IN ('buy_product','change_quantity','checkout')
        UNION SELECT tenant_id, conversation_id FROM conversation_context
          WHERE cart_items > 0 AND cart_updated_at >= ${int(span.since)} AND cart_updated_at < ${int(span.until)}
            AND ${only('tenant_id', span.tenantId)}
        UNION SELECT tenant_id, conversation_id FROM orders WHERE ${orders}) AS carts) AS cart,
      (SELECT count(DISTINCT conversation_id) FROM orders WHERE ${orders}) AS link,
      (SELECT count(DISTINCT conversation_id) FROM orders WHERE ${orders} AND paid_at IS NOT NULL
        AND status NOT IN ('cancelled','refunded')) AS paid`.execute(db)
  return rows[0] ?? { chat: 0, cart: 0, link: 0, paid: 0 }
}

export interface SoldFacts {
  tenant: string
  sku: string
  name: string
  ordered: number
  paid: number
  revenue: number
}

export async function readSoldProducts(db: Db, span: Span): Promise<SoldFacts[]> {
  const { rows } = await sql<SoldFacts>`
    SELECT t.slug AS tenant, i.sku, max(i.name) AS name, sum(i.quantity) AS ordered,
      sum(CASE WHEN o.paid_at IS NOT NULL AND o.status NOT IN ('cancelled','refunded') THEN i.quantity ELSE 0 END) AS paid,
      sum(CASE WHEN o.paid_at IS NOT NULL AND o.status NOT IN ('cancelled','refunded') THEN i.quantity * i.unit_price ELSE 0 END) AS revenue
    FROM orders o JOIN order_item i ON i.tenant_id = o.tenant_id AND i.order_id = o.id JOIN tenant t ON t.id = o.tenant_id
    WHERE ${only('o.tenant_id', span.tenantId)} AND o.placed_at >= ${int(span.since)} AND o.placed_at < ${int(span.until)}
    GROUP BY t.slug, i.sku ORDER BY 6 DESC, 4 DESC LIMIT 1000`.execute(db)
  return rows
}

/** How often each product was shown in a reply. */
export async function readShownProducts(
  store: Store,
  span: Span,
): Promise<Array<{ tenant: string; sku: string; name: string | null; shown: number }>> {
  // Each dialect has its own way to unfold a list, and its own name for what comes out.
  const unfolded =
    store.dialect === 'sqlite'
      ? sql`json_each(h.products) AS e`
      : sql`json_array_elements_text(h.products::json) AS e(value)`
  const { rows } = await sql<{ tenant: string; sku: string; name: string | null; shown: number }>`
    SELECT t.slug AS tenant, e.value AS sku, max(p.name) AS name, count(*) AS shown
    FROM conversation_history h CROSS JOIN ${unfolded}
    JOIN tenant t ON t.id = h.tenant_id
    LEFT JOIN product p ON p.tenant_id = h.tenant_id AND p.sku = e.value
    WHERE ${turnsOf(span, 'h.')} AND h.products <> '[]'
    GROUP BY t.slug, e.value ORDER BY 4 DESC LIMIT 1000`.execute(store.db)
  return rows
}

/** The newest turns' times, at most `limit`: enough for honest quantiles of any span. */
export async function readResponseTimes(
  db: Db,
  span: Span,
  limit: number,
): Promise<Array<{ intent: string | null; source: string | null; ms: number }>> {
  const { rows } = await sql<{ intent: string | null; source: string | null; ms: number }>`
    SELECT intent, source, latency_ms AS ms FROM conversation_history
    WHERE ${turnsOf(span)} AND author = 'shopper' AND latency_ms IS NOT NULL
    ORDER BY created_at DESC LIMIT ${int(limit)}`.execute(db)
  return rows
}

export interface UnansweredFacts {
  tenant: string
  conversation: string
  text: string
  intent: string | null
  confidence: number | null
  at: number
}

/** Messages that the bot was not made for, or was unsure of; the newest first. */
export async function readUnanswered(
  db: Db,
  span: Span,
  unsureBelow: number,
  limit: number,
): Promise<UnansweredFacts[]> {
  const { rows } = await sql<UnansweredFacts>`
    SELECT t.slug AS tenant, h.conversation_id AS conversation, h.text, h.intent, h.confidence, h.created_at AS at
    FROM conversation_history h JOIN tenant t ON t.id = h.tenant_id
    WHERE ${turnsOf(span, 'h.')} AND h.author = 'shopper' AND h.text <> ''
      AND (h.intent = 'out_of_scope' OR h.confidence < ${sql.raw(String(unsureBelow))})
    ORDER BY h.created_at DESC LIMIT ${int(limit)}`.execute(db)
  return rows
}

export interface CostFacts {
  tenant: string
  model: string
  purpose: string
  calls: number
  failed: number
  inputTokens: number
  outputTokens: number
  costMicros: number
  latency: number
}

export async function readCost(db: Db, span: Span): Promise<CostFacts[]> {
  const { rows } = await sql<CostFacts>`
    SELECT t.slug AS tenant, m.model, m.purpose, count(*) AS calls,
      sum(CASE WHEN m.outcome = 'ok' THEN 0 ELSE 1 END) AS failed,
      sum(m.input_tokens) AS "inputTokens", sum(m.output_tokens) AS "outputTokens", sum(m.cost_micros) AS "costMicros",
      avg(m.latency_ms) AS latency
    FROM model_call m JOIN tenant t ON t.id = m.tenant_id
    WHERE ${only('m.tenant_id', span.tenantId)} AND m.at >= ${int(span.since)} AND m.at < ${int(span.until)}
    GROUP BY t.slug, m.model, m.purpose ORDER BY 8 DESC, 4 DESC`.execute(db)
  return rows
}

/** Turns of the span by the index that begins with the shop, also where all shops are asked for. */
function turnsOf(span: Span, alias = ''): RawBuilder<unknown> {
  const tenant =
    span.tenantId === null
      ? sql`${sql.ref(`${alias}tenant_id`)} IN (SELECT id FROM tenant)`
      : only(`${alias}tenant_id`, span.tenantId)
  const at = sql.ref(`${alias}created_at`)
  return sql`${tenant} AND ${at} >= ${int(span.since)} AND ${at} < ${int(span.until)}`
}
