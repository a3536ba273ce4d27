import { BotctlError, EXIT } from '../../errors.ts'
import { findOrderByNumber, type Order } from '../../store/orders.ts'
import type { Db } from '../../store/store.ts'
import { requireTenant, type Tenant } from '../../store/tenants.ts'

/** An order of that shop. Throws `tenant_not_found` or `order_not_found`, exit 66. */
export async function requireOrder(
  db: Db,
  wanted: { tenant: string; number: string },
): Promise<{ tenant: Tenant; order: Order }> {
  const tenant = await requireTenant(db, wanted.tenant)
  // "#1042" and "1042" are the same order to whoever copies it from a chat.
  const order = await findOrderByNumber(db, tenant.id, wanted.number.trim().replace(/^#/, ''))
  if (order !== null) return { tenant, order }
  throw new BotctlError('order_not_found', 'that shop has no order of that number', {
    hint: 'botctl order list --tenant SLUG shows its orders',
    exit: EXIT.notFound,
  })
}
