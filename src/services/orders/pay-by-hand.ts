import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import { sellOrder } from '../../store/close-order.ts'
import type { Order } from '../../store/orders.ts'
import { listPayments } from '../../store/payments.ts'
import { moveStock } from '../../store/stock.ts'
import type { Db } from '../../store/store.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper } from './tell-shopper.ts'

/**
 * An operator saw the money: a transfer on the account, cash at the counter. It is written down as an attempt of its
 * own, with who said so, and the order is sold like any other. An expired order is sold where its units are still there.
 * Throws `order_status` or `out_of_stock` (65).
 */
export function payByHand(
  deps: ChangeDeps,
  wanted: { tenant: string; number: string; note: string | null },
): Promise<OrderChange> {
  return changeOrder(deps, wanted, 'pay', async (trx, order) => {
    const now = deps.now()
    if (order.status !== 'pending_payment' && order.status !== 'expired') {
      throw wrongStatus(order, 'only an order that waits for its payment can be marked as paid')
    }
    if (order.status === 'expired') await reserveAgain(trx, order, now)
    const attempt = Math.max(0, ...(await listPayments(trx, order.tenantId, order.id)).map((each) => each.attempt)) + 1
    const id = createId('pay')
    await trx
      .insertInto('payment')
      .values({
        tenant_id: order.tenantId,
        id,
        order_id: order.id,
        attempt,
        provider: 'transfer',
        reference: `${order.number}-${attempt}-${id.slice(4, 16)}`,
        amount: order.total,
        status: 'paid',
        reason: wanted.note,
        created_at: now,
        settled_at: now,
        updated_at: now,
      })
      .execute()
    await trx
      .updateTable('payment')
      .set({ status: 'cancelled', updated_at: now })
      .where('tenant_id', '=', order.tenantId)
      .where('order_id', '=', order.id)
      .where('provider', '=', 'transfer')
      .where('status', 'in', ['creating', 'pending'])
      .execute()
    await sellOrder(trx, order, {
      actor: deps.actor,
      reason: 'paid_by_hand',
      body: { amount: order.total, by_hand: true, ...(wanted.note === null ? {} : { note: wanted.note }) },
      now,
    })
    // Whoever sent the proof is answered by this: their case asks for nothing more.
    await trx
      .updateTable('support_case')
      .set({ status: 'closed', closed_at: now, closed_by: deps.actor })
      .where('tenant_id', '=', order.tenantId)
      .where('order_id', '=', order.id)
      .where('kind', '=', 'transfer_proof')
      .where('status', '=', 'open')
      .execute()
    const after = { ...order, status: 'paid' as const, paymentUrl: null, reservedUntil: null }
    return {
      order: after,
      told: await tellShopper(trx, after, { kind: 'paid', now }),
      audit: { amount: order.total },
    }
  })
}

async function reserveAgain(trx: Db, order: Order, now: number): Promise<void> {
  const moved = await moveStock(trx, {
    tenantId: order.tenantId,
    orderId: order.id,
    move: 'reserve',
    items: order.items,
    reason: 'paid_by_hand',
    now,
  })
  if (moved.ok) return
  // Thrown inside the transaction: nothing of what was reserved before it stays.
  throw new BotctlError('out_of_stock', 'the reservation expired and not everything is in stock any more', {
    hint: 'give the money back, or stock up with botctl product update and try again',
    exit: EXIT.badData,
  })
}
