import type { OrderStatus } from '../../engine/types.ts'
import type { Customer } from '../../engine/commerce/effects.ts'
import { fromJson } from '../../store/json.ts'
import type { Db } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import type { OrderRowDocument } from './order-document.ts'

export interface OrderFilter {
  tenant?: string | undefined
  status?: OrderStatus | undefined
  /** Placed at this moment or later. */
  since?: number | undefined
  page: number
  limit: number
}

/** Orders of a shop or of all, the latest first. Throws `tenant_not_found`, exit 66. */
export async function listOrders(
  deps: { db: Db },
  filter: OrderFilter,
): Promise<{ orders: OrderRowDocument[]; total: number; page: number; limit: number }> {
  const { db } = deps
  let query = db.selectFrom('orders').innerJoin('tenant', 'tenant.id', 'orders.tenant_id')
  if (filter.tenant !== undefined) {
    query = query.where('orders.tenant_id', '=', (await requireTenant(db, filter.tenant)).id)
  }
  if (filter.status !== undefined) query = query.where('orders.status', '=', filter.status)
  if (filter.since !== undefined) query = query.where('orders.placed_at', '>=', filter.since)
  const { n } = await query.select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await query
    .select((row) => [
      'orders.number',
      'orders.status',
      'orders.total',
      'orders.customer',
      'orders.payment_method',
      'orders.placed_at',
      'tenant.slug',
      row
        .selectFrom('order_item')
        .whereRef('order_item.tenant_id', '=', 'orders.tenant_id')
        .whereRef('order_item.order_id', '=', 'orders.id')
        .select((item) => item.fn.sum<number>('order_item.quantity').as('units'))
        .as('units'),
    ])
    .orderBy('orders.placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(filter.limit)
    .offset((filter.page - 1) * filter.limit)
    .execute()
  const orders = rows.map((row) => ({
    number: row.number,
    tenant: row.slug,
    status: row.status,
    total: row.total,
    items: row.units ?? 0,
    customer: fromJson<Customer>(row.customer).name ?? null,
    payment_method: row.payment_method,
    placed_at: new Date(row.placed_at).toISOString(),
  }))
  return { orders, total: n, page: filter.page, limit: filter.limit }
}
