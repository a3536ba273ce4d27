import { sql } from 'kysely'
import { int, only, type TenantScope } from './scope.ts'
import type { Db } from './store.ts'

/** Where a page ended: the sort value and the id of its last row. */
export interface Position {
  at: number
  id: string
}

/** Ids of a page of orders, newest first. */
export async function pageOrders(
  db: Db,
  query: { tenantId: TenantScope; status?: string | undefined; after: Position | null; limit: number },
): Promise<Array<{ tenantId: string; tenant: string; id: string; at: number }>> {
  const { rows } = await sql<{ tenantId: string; tenant: string; id: string; at: number }>`
    SELECT o.tenant_id AS "tenantId", t.slug AS tenant, o.id, o.placed_at AS at
    FROM orders o JOIN tenant t ON t.id = o.tenant_id
    WHERE ${only('o.tenant_id', query.tenantId)}
      AND ${query.status === undefined ? sql`1 = 1` : sql`o.status = ${query.status}`}
      AND ${behind('o.placed_at', 'o.id', query.after)}
    ORDER BY o.placed_at DESC, o.id DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export interface ConversationPageRow {
  tenant: string
  id: string
  phone: string | null
  userId: string | null
  name: string | null
  mode: 'bot' | 'waiting' | 'human'
  takeoverBy: string | null
  takeoverUntil: number | null
  cartItems: number | null
  lastInboundAt: number | null
  at: number
}

/** A page of conversations, the newest first. */
export async function pageConversations(
  db: Db,
  query: { tenantId: TenantScope; mode?: string | undefined; after: Position | null; limit: number },
): Promise<ConversationPageRow[]> {
  const { rows } = await sql<ConversationPageRow>`
    SELECT t.slug AS tenant, v.id, c.phone, c.user_id AS "userId", c.name, v.mode, v.takeover_by AS "takeoverBy", v.takeover_until AS "takeoverUntil",
      x.cart_items AS "cartItems", v.last_inbound_at AS "lastInboundAt", v.updated_at AS at
    FROM conversation v JOIN tenant t ON t.id = v.tenant_id
    LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
    LEFT JOIN conversation_context x ON x.tenant_id = v.tenant_id AND x.conversation_id = v.id
    WHERE ${only('v.tenant_id', query.tenantId)}
      AND ${query.mode === undefined ? sql`1 = 1` : sql`v.mode = ${query.mode}`}
      AND ${behind('v.updated_at', 'v.id', query.after)}
    ORDER BY v.updated_at DESC, v.id DESC LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

/** SKUs of a page of products in the order of shop and SKU; `q` looks into SKU, name and category. */
export async function pageProductKeys(
  db: Db,
  query: {
    tenantId: TenantScope
    q?: string | undefined
    status?: string | undefined
    after: { tenant: string; sku: string } | null
    limit: number
  },
): Promise<Array<{ tenantId: string; tenant: string; sku: string }>> {
  const wanted =
    query.q === undefined ? null : `%${query.q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ tenantId: string; tenant: string; sku: string }>`
    SELECT p.tenant_id AS "tenantId", t.slug AS tenant, p.sku FROM product p JOIN tenant t ON t.id = p.tenant_id
    WHERE ${only('p.tenant_id', query.tenantId)}
      AND ${query.status === undefined ? sql`1 = 1` : sql`p.status = ${query.status}`}
      AND ${
        wanted === null
          ? sql`1 = 1`
          : sql`(lower(p.sku) LIKE ${wanted} ESCAPE '\\' OR lower(p.name) LIKE ${wanted} ESCAPE '\\' OR lower(p.category) LIKE ${wanted} ESCAPE '\\')`
      }
      AND ${query.after === null ? sql`1 = 1` : sql`(t.slug > ${query.after.tenant} OR (t.slug = ${query.after.tenant} AND p.sku > ${query.after.sku}))`}
    ORDER BY t.slug, p.sku LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

function behind(at: string, id: string, after: Position | null) {
  if (after === null) return sql`1 = 1`
  return sql`(${sql.ref(at)} < ${int(after.at)} OR (${sql.ref(at)} = ${int(after.at)} AND ${sql.ref(id)} < ${after.id}))`
}
