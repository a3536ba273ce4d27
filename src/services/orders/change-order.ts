import type { Transaction } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import { lockOrder, type Order } from '../../store/orders.ts'
import type { Schema } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Tenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { requireOrder } from './find-order.ts'
import type { Told } from './tell-shopper.ts'

export interface OrderChange {
  number: string
  tenant: string
  status: string
  /** What the shopper hears of it, and when. */
  told: Told | null
}

export interface ChangeDeps {
  store: Store
  now: () => number
  /** `cli:<login>` or `user:<e-mail>`: written into timeline and audit log. */
  actor: string
}

/**
 * Changes an order under its lock, with an audit row in the same transaction. `change` answers the order as it is then,
 * and what the audit is to say beside its status: how much money. Notes and reasons may
 * name somebody: they stay with the order, where an erasure finds them.
 * Throws `order_not_found` (66) and whatever the change refuses with.
 */
export async function changeOrder(
  deps: ChangeDeps,
  wanted: { tenant: string; number: string },
  action: string,
  change: (
    trx: Transaction<Schema>,
    order: Order,
    tenant: Tenant,
  ) => Promise<{ order: Order; told: Told | null; audit?: Readonly<Record<string, unknown>> }>,
): Promise<OrderChange> {
  const { tenant, order: found } = await requireOrder(deps.store.db, wanted)
  return deps.store.transaction(async (trx) => {
    const order = await lockOrder(trx, tenant.id, found.id)
    const changed = await change(trx, order!, tenant)
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: `order.${action}`,
        object: found.number,
        before: { status: order!.status },
        after: { status: changed.order.status, ...changed.audit },
      },
      deps.now(),
    )
    return { number: found.number, tenant: tenant.slug, status: changed.order.status, told: changed.told }
  })
}

/** The order is not where it must be for this. Exit 65. */
export function wrongStatus(order: Order, hint: string): BotctlError {
  return new BotctlError('order_status', `the order is ${order.status.replace('_', ' ')}`, {
    hint,
    exit: EXIT.badData,
    details: { status: order.status },
  })
}
