import { renewAttempt } from '../../store/commerce.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper } from './tell-shopper.ts'

/**
 * Sends an unpaid order's link again, or a new one where the last came to nothing; one that the provider must make first
 * follows by itself. Throws `order_status` (65).
 */
export function resendLink(
  deps: ChangeDeps & { baseUrl: string },
  wanted: { tenant: string; number: string },
): Promise<OrderChange & { payment_url: string | null }> {
  let url: string | null = null
  return changeOrder(deps, wanted, 'resend_link', async (trx, order) => {
    if (order.status !== 'pending_payment') throw wrongStatus(order, 'only an unpaid order has a link')
    const now = deps.now()
    const renewed = await renewAttempt(trx, order, { baseUrl: deps.baseUrl, now })
    url = renewed.paymentUrl
    // A link that is still to be made is told when it is there.
    if (url === null) return { order: renewed, told: null }
    return { order: renewed, told: await tellShopper(trx, renewed, { kind: 'link', key: `again:${now}`, now }) }
  }).then((changed) => ({ ...changed, payment_url: url }))
}
