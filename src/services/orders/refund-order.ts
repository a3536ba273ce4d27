import { BotctlError, EXIT } from '../../errors.ts'
import type { Order } from '../../store/orders.ts'
import { listPayments } from '../../store/payments.ts'
import { completeRefund, listRefunds, moneyHeld, requestRefund } from '../../store/refunds.ts'
import type { Db } from '../../store/store.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper, type Told } from './tell-shopper.ts'

const REFUNDABLE = new Set(['paid', 'preparing', 'shipped', 'delivered'])

/**
 * Gives an order's money back, whole or in part, through whoever collected it; a timer asks the provider and sees it
 * through. The units go back on the shelf with a whole refund: by itself before the parcel left, else where asked for.
 * Throws `order_status`, `refund_amount` (65).
 */
export function refundOrder(
  deps: ChangeDeps,
  wanted: {
    tenant: string
    number: string
    amount?: number | undefined
    reason: string
    restock?: boolean | undefined
  },
): Promise<OrderChange> {
  return changeOrder(deps, wanted, 'refund', async (trx, order) => {
    if (!REFUNDABLE.has(order.status)) throw wrongStatus(order, 'only money that came can be given back')
    const now = deps.now()
    const { held } = await moneyHeld(trx, order)
    const amount = wanted.amount ?? held
    if (amount <= 0 || amount > held) {
      throw new BotctlError('refund_amount', `of this order ${held} pesos can be given back`, {
        hint: 'botctl order show lists what was paid and what is on its way back',
        details: { refundable: held },
      })
    }
    const whole = amount === held
    const restock = whole && (wanted.restock ?? (order.status === 'paid' || order.status === 'preparing'))
    for (const part of await split(trx, order, amount)) {
      await requestRefund(trx, {
        order,
        payment: part.payment,
        amount: part.amount,
        reason: wanted.reason,
        restock,
        actor: deps.actor,
        now,
      })
    }
    const told = await tellShopper(trx, order, {
      kind: 'refund_started',
      facts: { amount },
      key: String(now),
      now,
    })
    return { order, told, audit: { amount, restock } }
  })
}

/** Over the attempts that brought the money, the first one first: a provider gives back no more than it took. */
async function split(trx: Db, order: Order, amount: number) {
  const refunds = await listRefunds(trx, order.tenantId, order.id)
  const parts = []
  let left = amount
  for (const payment of await listPayments(trx, order.tenantId, order.id)) {
    if (payment.status !== 'paid' || left === 0) continue
    const gone = refunds
      .filter((refund) => refund.payment_id === payment.id && refund.status !== 'rejected')
      .reduce((total, refund) => total + refund.amount, 0)
    const part = Math.min(left, payment.amount - gone)
    if (part <= 0) continue
    parts.push({ payment, amount: part })
    left -= part
  }
  return parts
}

/**
 * The money went back by hand: a transfer, or a refund that the provider could not make. Completes what is open.
 * Throws `refund_none_open` (65).
 */
export function finishRefundByHand(deps: ChangeDeps, wanted: { tenant: string; number: string }): Promise<OrderChange> {
  return changeOrder(deps, wanted, 'refund_done', async (trx, order) => {
    const now = deps.now()
    const open = (await listRefunds(trx, order.tenantId, order.id)).filter(
      (refund) => refund.status === 'requested' || refund.status === 'pending',
    )
    if (open.length === 0) {
      throw new BotctlError('refund_none_open', 'no refund of this order is open', {
        hint: 'botctl order refund NUMBER --tenant SLUG asks for one',
        exit: EXIT.badData,
      })
    }
    let after: Order = order
    let told: Told | null = null
    for (const refund of open) {
      const completed = await completeRefund(trx, refund, now)
      if (completed === null) continue
      after = completed.order
      told = await tellShopper(trx, after, { kind: 'refunded', facts: { amount: refund.amount }, key: refund.id, now })
    }
    await trx
      .updateTable('support_case')
      .set({ status: 'closed', closed_at: now, closed_by: deps.actor })
      .where('tenant_id', '=', order.tenantId)
      .where('order_id', '=', order.id)
      .where('kind', '=', 'refund')
      .where('status', '=', 'open')
      .execute()
    const amount = open.reduce((total, refund) => total + refund.amount, 0)
    return { order: after, told, audit: { amount } }
  })
}
