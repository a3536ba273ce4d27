import type { Selectable } from 'kysely'
import type { Discount, DiscountScope } from '../engine/commerce/discounts.ts'
import type { EpochMs } from '../engine/types.ts'
import { fromJson, toJson } from './json.ts'
import type { DiscountTable } from './schema.ts'
import type { Db } from './store.ts'
import { updateTenant } from './tenants.ts'

/** A shop's discounts; without `all`, those that can still count some day. */
export async function loadDiscounts(db: Db, tenantId: string, options: { all?: boolean } = {}): Promise<Discount[]> {
  let query = db.selectFrom('discount').selectAll().where('tenant_id', '=', tenantId).orderBy('id')
  if (options.all !== true) query = query.where('status', '=', 'active')
  return (await query.execute()).map(toDiscount)
}

/** How often this shopper used each discount, by id; what was given back does not count. */
export async function contactUses(db: Db, tenantId: string, contactId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('discount_use')
    .select((row) => ['discount_id', row.fn.countAll<number>().as('uses')])
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .groupBy('discount_id')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.discount_id, row.uses]))
}

export async function insertDiscount(db: Db, tenantId: string, discount: Discount, now: EpochMs): Promise<void> {
  await db
    .insertInto('discount')
    .values({
      tenant_id: tenantId,
      id: discount.id,
      name: discount.name,
      code: discount.code,
      kind: discount.kind,
      value: discount.value,
      scope: toJson(discount.scope),
      minimum: discount.minimum,
      stackable: discount.stackable ? 1 : 0,
      usage_limit: discount.usageLimit,
      usage_per_contact: discount.usagePerContact,
      starts_at: discount.startsAt,
      ends_at: discount.endsAt,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/** By id, code or name; null where there is none. */
export async function findDiscount(db: Db, tenantId: string, wanted: string): Promise<Discount | null> {
  const row = await db
    .selectFrom('discount')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('id', '=', wanted), eb('code', '=', wanted), eb('name', '=', wanted)]))
    .executeTakeFirst()
  return row ? toDiscount(row) : null
}

export async function disableDiscount(db: Db, tenantId: string, id: string, now: EpochMs): Promise<void> {
  await db
    .updateTable('discount')
    .set({ status: 'disabled', updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/**
 * Counts an order's use of a discount, within the discount's limit. False where the limit was reached meanwhile:
 * the conditional UPDATE decides, so that the last coupon goes to one of two shoppers who confirm at once. The last use
 * moves the shop's version: daemons then stop offering it.
 */
export async function useDiscount(
  trx: Db,
  use: { tenantId: string; discountId: string; orderId: string; contactId: string; amount: number; at: EpochMs },
): Promise<boolean> {
  const counted = await trx
    .updateTable('discount')
    .set((row) => ({ used: row('used', '+', 1) }))
    .where('tenant_id', '=', use.tenantId)
    .where('id', '=', use.discountId)
    .where((row) => row.or([row('usage_limit', 'is', null), row('used', '<', row.ref('usage_limit'))]))
    .returning(['used', 'usage_limit'])
    .executeTakeFirst()
  if (counted === undefined) return false
  if (counted.used === counted.usage_limit) await updateTenant(trx, use.tenantId, {}, use.at)
  await trx
    .insertInto('discount_use')
    .values({
      tenant_id: use.tenantId,
      discount_id: use.discountId,
      order_id: use.orderId,
      contact_id: use.contactId,
      amount: use.amount,
      at: use.at,
    })
    .execute()
  return true
}

/** An order that came to nothing gives its coupons back. Once: the rows go, and only rows that went are counted. */
export async function giveBackDiscounts(trx: Db, tenantId: string, orderId: string, now: EpochMs): Promise<void> {
  const uses = await trx
    .deleteFrom('discount_use')
    .where('tenant_id', '=', tenantId)
    .where('order_id', '=', orderId)
    .returning('discount_id')
    .execute()
  for (const { discount_id } of uses) {
    const counted = await trx
      .updateTable('discount')
      .set((row) => ({ used: row('used', '-', 1) }))
      .where('tenant_id', '=', tenantId)
      .where('id', '=', discount_id)
      .where('used', '>', 0)
      .returning(['used', 'usage_limit'])
      .executeTakeFirst()
    if (counted !== undefined && counted.used + 1 === counted.usage_limit) {
      await updateTenant(trx, tenantId, {}, now)
    }
  }
}

function toDiscount(row: Selectable<DiscountTable>): Discount {
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    kind: row.kind,
    value: row.value,
    scope: fromJson<DiscountScope>(row.scope),
    minimum: row.minimum,
    stackable: row.stackable === 1,
    usageLimit: row.usage_limit,
    usagePerContact: row.usage_per_contact,
    used: row.used,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    active: row.status === 'active',
  }
}
