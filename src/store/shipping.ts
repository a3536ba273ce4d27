import type { ShippingZone } from '../engine/commerce/shipping.ts'
import type { EpochMs } from '../engine/types.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './store.ts'

/** A shop's zones, in the order in which they are tried. */
export async function loadZones(db: Db, tenantId: string): Promise<ShippingZone[]> {
  const rows = await db
    .selectFrom('shipping_zone')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    comunas: fromJson<string[]>(row.comunas),
    regions: fromJson<string[]>(row.regions),
    price: row.price,
    freeFrom: row.free_from,
    days: row.days,
    position: row.position,
  }))
}

export async function insertZone(db: Db, tenantId: string, zone: ShippingZone, now: EpochMs): Promise<void> {
  await db
    .insertInto('shipping_zone')
    .values({
      tenant_id: tenantId,
      id: zone.id,
      name: zone.name,
      comunas: toJson(zone.comunas),
      regions: toJson(zone.regions),
      price: zone.price,
      free_from: zone.freeFrom,
      days: zone.days,
      position: zone.position,
      created_at: now,
    })
    .execute()
}

/** False where there is none of that id. */
export async function deleteZone(db: Db, tenantId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('shipping_zone')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
