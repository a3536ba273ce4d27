import { closeOrder } from '../../store/close-order.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper } from './tell-shopper.ts'

/**
 * Calls an unpaid order off: its units go back on the shelf and the shopper is told. One that is cancelled already stays
 * so; one that is paid is refunded instead (`order_status`, exit 65).
 */
export function cancelOrder(
  deps: ChangeDeps,
  wanted: { tenant: string; number: string; reason: string },
): Promise<OrderChange> {
  return changeOrder(deps, wanted, 'cancel', async (trx, order) => {
    if (order.status === 'cancelled') return { order, told: null }
    if (order.status !== 'pending_payment') {
      throw wrongStatus(order, 'a paid order is given back with botctl order refund')
    }
    const now = deps.now()
    await closeOrder(trx, order, { status: 'cancelled', actor: deps.actor, reason: wanted.reason, now })
    const after = { ...order, status: 'cancelled' as const, paymentUrl: null }
    return { order: after, told: await tellShopper(trx, after, { kind: 'cancelled', now }) }
  })
}
