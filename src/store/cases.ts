import { sql } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import { storableText } from './json.ts'
import type { SupportCaseTable } from './schema.ts'
import { int, only, type TenantScope } from './scope.ts'
import type { Db } from './store.ts'

export interface NewCase {
  tenantId: string
  kind: SupportCaseTable['kind']
  conversationId: string | null
  contactId: string | null
  orderId: string | null
  /** The facts gathered, in a sentence or two. */
  summary: string
  /** One source opens one case, whatever is retried. */
  source: string
}

/** Something that needs a person. False where that source opened one before. */
export async function openCase(db: Db, request: NewCase, now: EpochMs): Promise<boolean> {
  const result = await db
    .insertInto('support_case')
    .values({
      tenant_id: request.tenantId,
      id: createId('cas'),
      kind: request.kind,
      conversation_id: request.conversationId,
      contact_id: request.contactId,
      order_id: request.orderId,
      summary: storableText(request.summary),
      source: request.source,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** As much as a person reads before they call; what comes after it stands in the conversation. */
const LONGEST = 2000

/** Adds to the conversation's latest open complaint or return; false where there is none. */
export async function noteCase(
  db: Db,
  key: { tenantId: string; conversationId: string },
  text: string,
): Promise<boolean> {
  const open = await db
    .selectFrom('support_case')
    .select(['id', 'summary'])
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .where('kind', 'in', ['complaint', 'return'])
    .where('status', '=', 'open')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (open === undefined) return false
  await db
    .updateTable('support_case')
    .set({ summary: storableText(`${open.summary}\n${text}`.slice(0, LONGEST)) })
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', open.id)
    .execute()
  return true
}

export type CaseKind = SupportCaseTable['kind']

/** An open or closed case with what a person needs to find its people: all of it in one row. */
export interface CaseRow {
  tenantId: string
  tenant: string
  id: string
  kind: CaseKind
  status: 'open' | 'closed'
  summary: string
  conversationId: string | null
  contactId: string | null
  order: string | null
  createdAt: EpochMs
  closedAt: EpochMs | null
  closedBy: string | null
}

/** The oldest first: they have waited longest. `after` is where the page before ended. */
export async function pageCases(
  db: Db,
  query: {
    tenantId: TenantScope
    status?: 'open' | 'closed' | undefined
    kind?: CaseKind | undefined
    after?: { at: number; id: string } | null
    limit: number
  },
): Promise<CaseRow[]> {
  const { after } = query
  const { rows } = await sql<CaseRow>`
    ${SELECT}
    WHERE ${only('c.tenant_id', query.tenantId)}
      AND ${query.status === undefined ? sql`1 = 1` : sql`c.status = ${query.status}`}
      AND ${query.kind === undefined ? sql`1 = 1` : sql`c.kind = ${query.kind}`}
      AND ${
        after
          ? sql`(c.created_at > ${int(after.at)} OR (c.created_at = ${int(after.at)} AND c.id > ${after.id}))`
          : sql`1 = 1`
      }
    ORDER BY c.created_at, c.id LIMIT ${int(query.limit)}`.execute(db)
  return rows
}

export async function findCase(db: Db, id: string, tenantId: TenantScope): Promise<CaseRow | null> {
  const { rows } = await sql<CaseRow>`${SELECT} WHERE c.id = ${id} AND ${only('c.tenant_id', tenantId)}`.execute(db)
  return rows[0] ?? null
}

/** False where somebody closed it before. */
export async function closeCase(
  db: Db,
  wanted: { tenantId: string; id: string; by: string },
  now: EpochMs,
): Promise<boolean> {
  const result = await db
    .updateTable('support_case')
    .set({ status: 'closed', closed_at: now, closed_by: wanted.by })
    .where('tenant_id', '=', wanted.tenantId)
    .where('id', '=', wanted.id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

const SELECT = sql`
  SELECT c.tenant_id AS "tenantId", t.slug AS tenant, c.id, c.kind, c.status, c.summary,
    c.conversation_id AS "conversationId", c.contact_id AS "contactId", o.number AS "order",
    c.created_at AS "createdAt", c.closed_at AS "closedAt", c.closed_by AS "closedBy"
  FROM support_case c JOIN tenant t ON t.id = c.tenant_id
  LEFT JOIN orders o ON o.tenant_id = c.tenant_id AND o.id = c.order_id`
