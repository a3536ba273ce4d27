import type { EpochMs } from '../engine/types.ts'
import { giveBackDiscounts } from './discounts.ts'
import { addOrderEvent, type Order } from './orders.ts'
import { moveStock } from './stock.ts'
import type { Db } from './store.ts'

/**
 * Ends an unpaid order: its units go back on the shelf and its coupons to the shopper, once. The caller holds the
 * order's row (`lockOrder`). Its links are dead for us; one that is paid all the same is dealt with by `settle`.
 */
export async function closeOrder(
  trx: Db,
  order: Order,
  close: { status: 'cancelled' | 'expired'; actor: string; reason: string; now: EpochMs },
): Promise<void> {
  const { now } = close
  if (order.stockState === 'reserved') {
    await moveStock(trx, {
      tenantId: order.tenantId,
      orderId: order.id,
      move: 'release',
      items: order.items,
      reason: close.status,
      now,
    })
  }
  await giveBackDiscounts(trx, order.tenantId, order.id, now)
  await trx
    .updateTable('orders')
    .set({
      status: close.status,
      stock_state: 'released',
      payment_url: null,
      reserved_until: null,
      closed_at: now,
      updated_at: now,
    })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  await trx
    .updateTable('payment')
    .set({ status: close.status, updated_at: now })
    .where('tenant_id', '=', order.tenantId)
    .where('order_id', '=', order.id)
    .where('status', 'in', ['creating', 'pending'])
    .execute()
  await addOrderEvent(trx, order, {
    kind: close.status,
    actor: close.actor,
    body: { reason: close.reason },
    at: now,
  })
}

/** Sells what the order reserved and marks it paid. The caller holds the row and knows that the money is there. */
export async function sellOrder(
  trx: Db,
  order: Order,
  sale: { actor: string; reason: string; body: unknown; now: EpochMs },
): Promise<void> {
  await moveStock(trx, {
    tenantId: order.tenantId,
    orderId: order.id,
    move: 'sell',
    items: order.items,
    reason: sale.reason,
    now: sale.now,
  })
  await trx
    .updateTable('orders')
    .set({
      status: 'paid',
      stock_state: 'sold',
      payment_url: null,
      reserved_until: null,
      paid_at: sale.now,
      closed_at: null,
      updated_at: sale.now,
    })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  await addOrderEvent(trx, order, { kind: 'paid', actor: sale.actor, body: sale.body, at: sale.now })
}
