import { sql } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import type { Db } from './store.ts'

/**
 * The conversation of the shopper whom a business-scoped id names: by the id the contact carries now, or one it had.
 * The oldest where there are several, so that every daemon finds the same. Null where the id is new to the shop.
 */
export async function findConversationByUserId(db: Db, tenantId: string, userId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT conversation.id FROM (
      SELECT id FROM contact WHERE tenant_id = ${tenantId} AND user_id = ${userId}
      UNION
      SELECT contact_id FROM contact_alias WHERE tenant_id = ${tenantId} AND alias = ${userId}
    ) AS person
    JOIN conversation ON conversation.tenant_id = ${tenantId} AND conversation.contact_id = person.id
    ORDER BY conversation.created_at, conversation.id LIMIT 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Another number or id of a shopper, and the conversation it leads to. */
export interface AliasRow {
  tenantId: string
  alias: string
  conversationId: string
  at: EpochMs
}

/** Aliases written since a moment, oldest first, at most `limit`: aliases are few, so a daemon can know them all. */
export async function readAliases(db: Db, since: EpochMs, limit: number): Promise<AliasRow[]> {
  const { rows } = await sql<AliasRow>`
    SELECT a.tenant_id AS "tenantId", a.alias, a.created_at AS at,
      (SELECT c.id FROM conversation c WHERE c.tenant_id = a.tenant_id AND c.contact_id = a.contact_id
        ORDER BY c.created_at, c.id LIMIT 1) AS "conversationId"
    FROM contact_alias a WHERE a.created_at >= ${since} ORDER BY a.created_at LIMIT ${limit}`.execute(db)
  return rows.filter((row) => row.conversationId !== null)
}

/** The conversation that a number leads to which is not its own; null where it is nobody's alias. */
export async function findConversationByAlias(db: Db, tenantId: string, alias: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM contact_alias a JOIN conversation c ON c.tenant_id = a.tenant_id AND c.contact_id = a.contact_id
    WHERE a.tenant_id = ${tenantId} AND a.alias = ${alias} ORDER BY c.created_at, c.id LIMIT 1`.execute(db)
  return rows[0]?.id ?? null
}
