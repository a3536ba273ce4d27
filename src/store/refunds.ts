import type { Selectable } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import { setJob } from './jobs.ts'
import { addOrderEvent, lockOrder, type Order } from './orders.ts'
import type { Payment } from './payments.ts'
import type { RefundTable } from './schema.ts'
import { moveStock } from './stock.ts'
import type { Db } from './store.ts'

export type Refund = Selectable<RefundTable>

/** Writes down that money goes back, and sets the job that asks the provider for it. */
export async function requestRefund(
  trx: Db,
  request: {
    order: Order
    /** The attempt whose money goes back; null where it came outside of any. */
    payment: Payment | null
    amount: number
    reason: string
    /** The units go back on the shelf once it is refunded. */
    restock: boolean
    actor: string
    now: EpochMs
  },
): Promise<string> {
  const { order, now } = request
  const id = createId('ref')
  await trx
    .insertInto('refund')
    .values({
      tenant_id: order.tenantId,
      id,
      order_id: order.id,
      payment_id: request.payment?.id ?? null,
      reference: `${order.number}-r-${id.slice(4, 16)}`,
      amount: request.amount,
      reason: request.reason,
      status: 'requested',
      restock: request.restock ? 1 : 0,
      actor: request.actor,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await addOrderEvent(trx, order, {
    kind: 'refund_requested',
    actor: request.actor,
    body: { amount: request.amount, reason: request.reason },
    at: now,
  })
  await setJob(
    trx,
    {
      tenantId: order.tenantId,
      kind: 'refund_create',
      key: id,
      payload: { tenantId: order.tenantId, refundId: id },
      runAt: now,
    },
    now,
  )
  return id
}

export async function findRefund(db: Db, tenantId: string, refundId: string): Promise<Refund | null> {
  const row = await db
    .selectFrom('refund')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', refundId)
    .executeTakeFirst()
  return row ?? null
}

export async function listRefunds(db: Db, tenantId: string, orderId: string): Promise<Refund[]> {
  return db
    .selectFrom('refund')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('order_id', '=', orderId)
    .orderBy('created_at')
    .execute()
}

/** What the shop holds of an order's money: paid, less what went or is on its way back. */
export async function moneyHeld(
  db: Db,
  order: { tenantId: string; id: string },
): Promise<{ paid: number; held: number }> {
  const paid = await db
    .selectFrom('payment')
    .select((row) => row.fn.sum<number>('amount').as('amount'))
    .where('tenant_id', '=', order.tenantId)
    .where('order_id', '=', order.id)
    .where('status', '=', 'paid')
    .executeTakeFirst()
  const back = await db
    .selectFrom('refund')
    .select((row) => row.fn.sum<number>('amount').as('amount'))
    .where('tenant_id', '=', order.tenantId)
    .where('order_id', '=', order.id)
    .where('status', '!=', 'rejected')
    .executeTakeFirst()
  const total = paid?.amount ?? 0
  return { paid: total, held: total - (back?.amount ?? 0) }
}

const FULFILLED = ['paid', 'preparing', 'shipped', 'delivered'] as const

/**
 * The money is back with the shopper. An order of which nothing is held any more is refunded, and its units go back on
 * the shelf where that was asked for. False where it was done before.
 */
export async function completeRefund(
  trx: Db,
  refund: Refund,
  now: EpochMs,
): Promise<{ order: Order; done: boolean } | null> {
  const order = await lockOrder(trx, refund.tenant_id, refund.order_id)
  if (order === null) return null
  const moved = await trx
    .updateTable('refund')
    .set({ status: 'refunded', updated_at: now })
    .where('tenant_id', '=', refund.tenant_id)
    .where('id', '=', refund.id)
    .where('status', 'in', ['requested', 'pending'])
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return { order, done: false }
  await addOrderEvent(trx, order, {
    kind: 'refunded',
    actor: refund.actor,
    body: { amount: refund.amount, reason: refund.reason },
    at: now,
  })
  const { held } = await moneyHeld(trx, order)
  const outstanding = (await listRefunds(trx, order.tenantId, order.id)).some(
    (each) => each.status === 'requested' || each.status === 'pending',
  )
  if (!(FULFILLED as readonly string[]).includes(order.status) || held > 0 || outstanding) return { order, done: true }
  const restock = refund.restock === 1 && order.stockState === 'sold'
  if (restock) {
    await moveStock(trx, {
      tenantId: order.tenantId,
      orderId: order.id,
      move: 'restock',
      items: order.items,
      reason: refund.reason,
      now,
    })
    await trx
      .updateTable('refund')
      .set({ restocked: 1 })
      .where('tenant_id', '=', refund.tenant_id)
      .where('id', '=', refund.id)
      .execute()
  }
  await trx
    .updateTable('orders')
    .set({
      status: 'refunded',
      stock_state: restock ? 'released' : order.stockState,
      closed_at: now,
      updated_at: now,
    })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  return { order: { ...order, status: 'refunded' }, done: true }
}
