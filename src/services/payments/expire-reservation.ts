import { BotctlError } from '../../errors.ts'
import { closeOrder } from '../../store/close-order.ts'
import { findOrder, lockOrder } from '../../store/orders.ts'
import { listPayments } from '../../store/payments.ts'
import { tellShopper } from '../orders/tell-shopper.ts'
import type { MoneyDeps } from './deps.ts'
import { settlePayment } from './settle.ts'

/**
 * While the provider is away nobody knows whether the order was paid: the units wait this long for the answer. Longer
 * would empty a shelf over somebody else's outage; a payment that turns up later is still honoured or given back.
 */
const PROVIDER_AWAY_MS = 60 * 60_000
const ASK_AGAIN_MS = 60_000

/**
 * The reservation's time is over: the provider is asked once more, and an order that is still unpaid gives its units
 * back. Answers when to come again, or null where it is done.
 */
export async function expireReservation(
  deps: MoneyDeps,
  key: { tenantId: string; orderId: string },
): Promise<number | null> {
  const before = await findOrder(deps.store.db, key.tenantId, key.orderId)
  if (before === null || before.status !== 'pending_payment') return null
  if ((before.reservedUntil ?? 0) > deps.now()) return before.reservedUntil
  let away = false
  let disputed = false
  for (const payment of await listPayments(deps.store.db, key.tenantId, key.orderId)) {
    if (payment.status === 'failed' || payment.status === 'paid') continue
    try {
      const outcome = await settlePayment(deps, { tenantId: key.tenantId, paymentId: payment.id })
      disputed ||= outcome === 'mismatch'
    } catch (error) {
      if (!(error instanceof BotctlError)) throw error
      away = true
    }
  }
  if (away && deps.now() < (before.reservedUntil ?? 0) + PROVIDER_AWAY_MS) return deps.now() + ASK_AGAIN_MS
  return deps.store.transaction(async (trx) => {
    const order = await lockOrder(trx, key.tenantId, key.orderId)
    if (order === null || order.status !== 'pending_payment') return null
    const now = deps.now()
    // A coupon or a new link, found while we asked, made it longer.
    if ((order.reservedUntil ?? 0) > now) return order.reservedUntil
    await closeOrder(trx, order, { status: 'expired', actor: 'system', reason: 'unpaid', now })
    // Money came, only not what was asked for: a person has the case, and "no se te cobró nada" would be a lie.
    if (!disputed) await tellShopper(trx, order, { kind: 'expired', now })
    return null
  })
}
