import type { Db } from './store.ts'

/** Which shop a shopper talks to on a number that several shops share. */
export interface Route {
  phone: string
  tenantId: string
  tenant: string
  createdAt: number
}

/** The tenant id, or null where the shopper is not pinned. */
export async function findRoute(db: Db, phone: string): Promise<string | null> {
  const row = await db.selectFrom('route').select('tenant_id').where('phone', '=', phone).executeTakeFirst()
  return row?.tenant_id ?? null
}

/** Pins a shopper to a shop; an earlier pin is replaced. Returns the shop before, or null. */
export async function upsertRoute(
  db: Db,
  route: { phone: string; tenantId: string },
  now: number,
): Promise<string | null> {
  const before = await findRoute(db, route.phone)
  await db
    .insertInto('route')
    .values({ phone: route.phone, tenant_id: route.tenantId, created_at: now })
    .onConflict((oc) => oc.column('phone').doUpdateSet({ tenant_id: route.tenantId, created_at: now }))
    .execute()
  return before
}

/** False where there was none. */
export async function deleteRoute(db: Db, phone: string): Promise<boolean> {
  const result = await db.deleteFrom('route').where('phone', '=', phone).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function listRoutes(db: Db, tenantId?: string): Promise<Route[]> {
  let query = db
    .selectFrom('route')
    .innerJoin('tenant', 'tenant.id', 'route.tenant_id')
    .select(['route.phone', 'route.tenant_id', 'route.created_at', 'tenant.slug'])
    .orderBy('tenant.slug')
    .orderBy('route.phone')
  if (tenantId !== undefined) query = query.where('route.tenant_id', '=', tenantId)
  const rows = await query.execute()
  return rows.map((row) => ({
    phone: row.phone,
    tenantId: row.tenant_id,
    tenant: row.slug,
    createdAt: row.created_at,
  }))
}
