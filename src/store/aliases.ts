import { sql } from 'kysely'
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
