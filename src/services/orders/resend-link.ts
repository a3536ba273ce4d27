import { renewAttempt } from '../../store/commerce.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper } from './tell-shopper.ts'
import { transferAccount } from '../payments/manage-accounts.ts'

/**
 * Sends an unpaid order's link again, or a new one where the last came to nothing; one that the provider must make first
 * follows by itself. An order that waits for a transfer has no link: its shopper reads the account's details again. Throws `order_status` (65).
 */
export function resendLink(
  deps: ChangeDeps & { baseUrl: string },
  wanted: { tenant: string; number: string },
): Promise<OrderChange & { payment_url: string | null }> {
  let url: string | null = null
  return changeOrder(deps, wanted, 'resend_link', async (trx, order) => {
    if (order.status !== 'pending_payment') throw wrongStatus(order, 'only an unpaid order has a link')
    const now = deps.now()
    if (order.paymentMethod === 'transfer') {
      const transfer = await transferAccount(trx, order.tenantId)
      const facts = transfer === null ? {} : { transfer }
      return { order, told: await tellShopper(trx, order, { kind: 'transfer', facts, key: `again:${now}`, now }) }
    }
    const renewed = await renewAttempt(trx, order, { baseUrl: deps.baseUrl, now })
    url = renewed.paymentUrl
    // A link that is still to be made is told when it is there.
    if (url === null) return { order: renewed, told: null }
    return { order: renewed, told: await tellShopper(trx, renewed, { kind: 'link', key: `again:${now}`, now }) }
  }).then((changed) => ({ ...changed, payment_url: url }))
}
