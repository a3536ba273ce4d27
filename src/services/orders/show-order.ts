import { listOrderEvents } from '../../store/orders.ts'
import { listPayments } from '../../store/payments.ts'
import { listRefunds } from '../../store/refunds.ts'
import type { Db } from '../../store/store.ts'
import { requireOrder } from './find-order.ts'
import { toOrderDocument, type OrderDocument } from './order-document.ts'

/** One order with items, shopper, payment attempts and timeline. Throws `order_not_found`, exit 66. */
export async function showOrder(deps: { db: Db }, wanted: { tenant: string; number: string }): Promise<OrderDocument> {
  const { db } = deps
  const { tenant, order } = await requireOrder(db, wanted)
  const contact = await db
    .selectFrom('contact')
    .select('phone')
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', order.contactId)
    .executeTakeFirst()
  return toOrderDocument({
    order,
    tenant,
    phone: contact?.phone ?? null,
    payments: await listPayments(db, tenant.id, order.id),
    refunds: await listRefunds(db, tenant.id, order.id),
    events: await listOrderEvents(db, tenant.id, order.id),
  })
}
