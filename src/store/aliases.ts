import type { Db } from './store.ts'

/**
 * The name that a conversation goes by, for an id seen before: the phone of the contact that the alias belongs to, else
 * that contact's own id. Null where the alias is new.
 */
export async function findAliasOwner(db: Db, tenantId: string, alias: string): Promise<string | null> {
  const row = await db
    .selectFrom('contact_alias')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.tenant_id', '=', 'contact_alias.tenant_id')
        .onRef('contact.id', '=', 'contact_alias.contact_id'),
    )
    .select(['contact.phone', 'contact.user_id'])
    .where('contact_alias.tenant_id', '=', tenantId)
    .where('contact_alias.alias', '=', alias)
    .executeTakeFirst()
  return row?.phone ?? row?.user_id ?? null
}
