import { sql } from 'kysely'
import { int, isOneShop, only, type TenantScope } from './scope.ts'
import type { Db } from './store.ts'

/**
 * What the dashboard counts, once a second, beside a working daemon: each query walks a partial or covering index, or
 * the newest rows by primary key, so its cost follows what is going on now and not what the tables hold.
 * Constants of partial indexes stand in the text: a bound parameter would keep SQLite from using them.
 */
export interface ShopFacts {
  id: string
  slug: string
  name: string
  type: string
  status: 'active' | 'paused'
  timezone: string
}

export async function readShops(db: Db, tenantId: TenantScope): Promise<ShopFacts[]> {
  const { rows } = await sql<ShopFacts>`
    SELECT id, slug, name, type, status, timezone FROM tenant
    WHERE ${only('id', tenantId)} ORDER BY slug`.execute(db)
  return rows
}

export interface TenantCount {
  tenantId: string
  n: number
}

export interface TenantDepth extends TenantCount {
  oldest: number
}

/** Messages stored and not yet answered, with the oldest's time. */
export async function readInboxDepth(db: Db, tenantId: TenantScope): Promise<TenantDepth[]> {
  const { rows } = await sql<TenantDepth>`
    SELECT tenant_id AS "tenantId", count(*) AS n, min(received_at) AS oldest FROM inbox
    WHERE status = 'pending' AND ${only('tenant_id', tenantId)} GROUP BY tenant_id`.execute(db)
  return rows
}

/**
 * Replies decided and not yet accepted by a provider. What waits for its shopper to write again (the 24 hours are over) is
 * no part of the queue: nothing is late, and one parcel notice would keep the whole installation in alarm for days.
 */
export async function readOutboxDepth(db: Db, tenantId: TenantScope): Promise<TenantDepth[]> {
  const { rows } = await sql<TenantDepth>`
    SELECT tenant_id AS "tenantId", count(*) AS n, min(created_at) AS oldest FROM outbox
    WHERE status IN ('queued','sending') AND ${only('tenant_id', tenantId)} GROUP BY tenant_id`.execute(db)
  return rows
}

/** Cases that nobody has closed. */
export async function readCaseDepth(db: Db, tenantId: TenantScope): Promise<TenantDepth[]> {
  const { rows } = await sql<TenantDepth>`
    SELECT tenant_id AS "tenantId", count(*) AS n, min(created_at) AS oldest FROM support_case
    WHERE status = 'open' AND ${only('tenant_id', tenantId)} GROUP BY tenant_id`.execute(db)
  return rows
}

export async function readDeadLetterCounts(db: Db, tenantId: TenantScope): Promise<TenantCount[]> {
  const { rows } = await sql<TenantCount>`
    SELECT tenant_id AS "tenantId", count(*) AS n FROM outbox
    WHERE status = 'dead' AND ${only('tenant_id', tenantId)} GROUP BY tenant_id`.execute(db)
  return rows
}

/** Conversations that are not the bot's own, by mode. */
export async function readModes(
  db: Db,
  tenantId: TenantScope,
): Promise<Array<TenantCount & { mode: 'waiting' | 'human' }>> {
  const { rows } = await sql<TenantCount & { mode: 'waiting' | 'human' }>`
    SELECT tenant_id AS "tenantId", mode, count(*) AS n FROM conversation
    WHERE mode <> 'bot' AND ${only('tenant_id', tenantId)} GROUP BY tenant_id, mode`.execute(db)
  return rows
}

/** Whole seconds before `now` → how many messages arrived in it, for the last `seconds`. */
export async function readArrivals(
  db: Db,
  query: { tenantId: TenantScope; now: number; seconds: number },
): Promise<Array<{ second: number; n: number }>> {
  const from = query.now - query.seconds * 1000
  const { rows } = await sql<{ second: number; n: number }>`
    SELECT (received_at - ${int(from)}) / 1000 AS second, count(*) AS n FROM inbox
    WHERE received_at >= ${int(from)} AND received_at < ${int(query.now)} AND ${only('tenant_id', query.tenantId)}
    GROUP BY 1`.execute(db)
  return rows
}

/**
 * The same for bubbles that a provider took. They are found by when they were made (`sent_at` has no index, and the
 * daemon's hot path should not pay for one), so a bubble that waited longer than the window counts nowhere.
 */
export async function readDepartures(
  db: Db,
  query: { tenantId: TenantScope; now: number; seconds: number },
): Promise<Array<{ second: number; n: number }>> {
  const from = query.now - query.seconds * 1000
  const { rows } = await sql<{ second: number; n: number }>`
    SELECT (sent_at - ${int(from)}) / 1000 AS second, count(*) AS n FROM outbox
    WHERE created_at >= ${int(from)} AND sent_at >= ${int(from)} AND sent_at < ${int(query.now)}
      AND ${only('tenant_id', query.tenantId)}
    GROUP BY 1`.execute(db)
  return rows
}

/** The engine's time of the newest turns since `since`, at most `limit`, unsorted. */
export async function readLatencies(
  db: Db,
  query: { tenantId: TenantScope; since: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ ms: number | null; at: number }>`
    SELECT latency_ms AS ms, created_at AS at FROM conversation_history
    WHERE ${only('tenant_id', query.tenantId)} AND latency_ms IS NOT NULL
      AND ${query.tenantId === null ? sql`1 = 1` : sql`created_at >= ${int(query.since)}`}
    ORDER BY ${query.tenantId === null ? sql`id` : sql`created_at`} DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows.flatMap((row) => (row.at >= query.since && row.ms !== null ? [row.ms] : []))
}

export interface DeliveryFacts {
  status: string
  receipt: number
  errorCode: string | null
  createdAt: number
}

/** The newest bubbles, at most `limit`: how far they got and what went wrong. */
export async function readNewestBubbles(
  db: Db,
  query: { tenantId: TenantScope; since: number; limit: number },
): Promise<DeliveryFacts[]> {
  const { rows } = await sql<DeliveryFacts>`
    SELECT status, receipt, error_code AS "errorCode", created_at AS "createdAt" FROM outbox
    WHERE created_at >= ${int(query.since)} AND ${only('tenant_id', query.tenantId)}
    ORDER BY created_at DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export interface ErrorFacts {
  area: 'delivery' | 'turn' | 'model' | 'timer' | 'log'
  code: string
  n: number
  lastAt: number
}

/** What went wrong since `since`, wherever botctl writes it down. */
export async function readErrors(db: Db, query: { tenantId: TenantScope; since: number }): Promise<ErrorFacts[]> {
  const { tenantId } = query
  const since = int(query.since)
  const { rows } = await sql<ErrorFacts>`
    SELECT 'delivery' AS area, coalesce(error_code, error_class, 'unknown') AS code, count(*) AS n, max(created_at) AS "lastAt"
      FROM outbox WHERE status = 'dead' AND created_at >= ${since} AND ${only('tenant_id', tenantId)} GROUP BY 2
    UNION ALL
    SELECT 'model', outcome, count(*), max(at)
      FROM model_call WHERE at >= ${since} AND outcome NOT IN ('answered', 'reserved') AND ${only('tenant_id', tenantId)} GROUP BY 2
    UNION ALL
    SELECT 'timer', kind, count(*), max(run_at)
      FROM job WHERE status = 'dead' AND ${only('tenant_id', tenantId)} GROUP BY 2
    UNION ALL
    SELECT 'log', code, count(*), max(at)
      FROM log_line WHERE at >= ${since} AND level >= 50 AND ${only('tenant_id', tenantId)} GROUP BY 2`.execute(db)
  return rows
}

/** Messages whose handler gave up, since `since`. */
export async function readParked(db: Db, query: { tenantId: TenantScope }): Promise<TenantCount[]> {
  const { rows } = await sql<TenantCount>`
    SELECT tenant_id AS "tenantId", count(*) AS n FROM inbox
    WHERE status = 'parked' AND ${only('tenant_id', query.tenantId)} GROUP BY tenant_id`.execute(db)
  return rows
}

export interface ZoneDay {
  timezone: string
  /** When today began there. */
  since: number
  tenantId: TenantScope
}

/** Conversations that a shopper wrote in today, per shop of this time zone. */
export async function readChatsToday(db: Db, day: ZoneDay): Promise<TenantCount[]> {
  const { rows } = await sql<TenantCount>`
    SELECT t.id AS "tenantId", count(*) AS n
    FROM tenant t JOIN conversation c ON c.tenant_id = t.id AND c.last_inbound_at >= ${int(day.since)}
    WHERE t.timezone = ${day.timezone} AND ${only('t.id', day.tenantId)} GROUP BY t.id`.execute(db)
  return rows
}

/** Conversations with something in the cart since this morning, ordered or not. */
export async function readCartsToday(db: Db, day: ZoneDay): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (
      SELECT x.tenant_id, x.conversation_id FROM conversation_context x JOIN tenant t ON t.id = x.tenant_id
      WHERE x.cart_items > 0 AND x.cart_updated_at >= ${int(day.since)}
        AND t.timezone = ${day.timezone} AND ${only('t.id', day.tenantId)}
      UNION
      SELECT o.tenant_id, o.conversation_id FROM orders o JOIN tenant t ON t.id = o.tenant_id
      WHERE o.placed_at >= ${int(day.since)} AND t.timezone = ${day.timezone} AND ${only('t.id', day.tenantId)}
    ) AS carts`.execute(db)
  return rows[0]?.n ?? 0
}

export interface SalesFacts {
  tenantId: string
  orders: number
  conversations: number
}

export async function readOrdersToday(db: Db, day: ZoneDay): Promise<SalesFacts[]> {
  const { rows } = await sql<SalesFacts>`
    SELECT o.tenant_id AS "tenantId", count(*) AS orders, count(DISTINCT o.conversation_id) AS conversations
    FROM orders o JOIN tenant t ON t.id = o.tenant_id
    WHERE o.placed_at >= ${int(day.since)} AND t.timezone = ${day.timezone} AND ${only('t.id', day.tenantId)}
    GROUP BY o.tenant_id`.execute(db)
  return rows
}

export interface RevenueFacts {
  tenantId: string
  paid: number
  conversations: number
  revenue: number
}

/** What was paid today; money given back is not revenue. */
export async function readRevenueToday(db: Db, day: ZoneDay): Promise<RevenueFacts[]> {
  const { rows } = await sql<RevenueFacts>`
    SELECT o.tenant_id AS "tenantId", count(*) AS paid, count(DISTINCT o.conversation_id) AS conversations,
      sum(o.total) AS revenue
    FROM orders o JOIN tenant t ON t.id = o.tenant_id
    WHERE o.paid_at IS NOT NULL AND o.paid_at >= ${int(day.since)} AND o.status NOT IN ('cancelled','refunded')
      AND t.timezone = ${day.timezone} AND ${only('t.id', day.tenantId)}
    GROUP BY o.tenant_id`.execute(db)
  return rows
}

export interface ModelFacts {
  calls: number
  failed: number | null
  inputTokens: number | null
  outputTokens: number | null
  costMicros: number | null
}

export async function readModelUse(db: Db, query: { tenantId: TenantScope; since: number }): Promise<ModelFacts> {
  const { rows } = await sql<ModelFacts>`
    SELECT count(*) AS calls, sum(CASE WHEN outcome = 'ok' THEN 0 ELSE 1 END) AS failed,
      sum(input_tokens) AS "inputTokens", sum(output_tokens) AS "outputTokens", sum(cost_micros) AS "costMicros"
    FROM model_call WHERE at >= ${int(query.since)} AND ${only('tenant_id', query.tenantId)}`.execute(db)
  return rows[0] ?? { calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 }
}

export interface DaemonFacts {
  id: string
  host: string
  pid: number
  version: string
  startedAt: number
  beatAt: number
  stoppedAt: number | null
  stats: string
}

export async function readDaemons(db: Db): Promise<DaemonFacts[]> {
  const { rows } = await sql<DaemonFacts>`
    SELECT id, host, pid, version, started_at AS "startedAt", beat_at AS "beatAt", stopped_at AS "stoppedAt", stats
    FROM daemon ORDER BY CASE WHEN stopped_at IS NULL THEN 0 ELSE 1 END, beat_at DESC LIMIT 50`.execute(db)
  return rows
}

export interface TailFacts {
  id: number
  at: number
  tenant: string
  conversation: string
  phone: string | null
  userId: string | null
  author: 'shopper' | 'operator' | 'owner' | 'system'
  text: string
  replies: string
  intent: string | null
  confidence: number | null
  latencyMs: number | null
}

/** The newest turns, newest first; or with `after`, those behind that id, oldest first. */
export async function readTail(
  db: Db,
  query: { tenantId: TenantScope; limit: number; after?: number },
): Promise<TailFacts[]> {
  const behind =
    query.after !== undefined
      ? sql`h.id > ${int(query.after)}`
      : query.tenantId === null || isOneShop(query.tenantId)
        ? sql`1 = 1`
        : // Some quiet shops among many busy ones: no further back than this, however few there are.
          sql`h.id > (SELECT max(id) - 50000 FROM conversation_history)`
  // One shop's rows hang together in an index of their own; all shops' newest are the primary key's end.
  const newest = isOneShop(query.tenantId) ? sql`h.created_at DESC, h.id DESC` : sql`h.id DESC`
  const order = query.after === undefined ? newest : sql`h.id`
  const { rows } = await sql<TailFacts>`
    SELECT h.id, h.created_at AS at, t.slug AS tenant, h.conversation_id AS conversation, c.phone, c.user_id AS "userId",
      h.author, h.text, h.replies, h.intent, h.confidence, h.latency_ms AS "latencyMs"
    FROM conversation_history h
    JOIN tenant t ON t.id = h.tenant_id
    LEFT JOIN conversation v ON v.tenant_id = h.tenant_id AND v.id = h.conversation_id
    LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
    WHERE ${only('h.tenant_id', query.tenantId)} AND ${behind}
    ORDER BY ${order} LIMIT ${int(query.limit)}`.execute(db)
  return rows
}
