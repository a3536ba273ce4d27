import { setJob } from '../../store/jobs.ts'
import { findPaymentByRef } from '../../store/payments.ts'
import type { Db } from '../../store/store.ts'

/** Whose payment a token belongs to; null for one that we never gave. */
export interface Heard {
  tenantId: string
  kind: 'payment' | 'refund'
}

/**
 * Somebody says that something happened to a payment. That proves nothing, so nothing is changed: a timer that asks the
 * provider is set to now, and is on disk when this returns. However often it is said, it is one timer.
 */
export async function hearProvider(
  deps: { db: Db; now: () => number },
  provider: string,
  token: string,
): Promise<Heard | null> {
  const { db } = deps
  const now = deps.now()
  const payment = await findPaymentByRef(db, provider, token)
  if (payment !== null) {
    if (payment.status !== 'paid') {
      const payload = { tenantId: payment.tenant_id, paymentId: payment.id }
      await setJob(db, { tenantId: payment.tenant_id, kind: 'payment_poll', key: payment.id, payload, runAt: now }, now)
    }
    return { tenantId: payment.tenant_id, kind: 'payment' }
  }
  const refund = await db
    .selectFrom('refund')
    .select(['tenant_id', 'id', 'status'])
    .where('ref', '=', token)
    .where('status', '!=', 'requested')
    .executeTakeFirst()
  if (refund === undefined) return null
  if (refund.status === 'pending') {
    const payload = { tenantId: refund.tenant_id, refundId: refund.id }
    await setJob(db, { tenantId: refund.tenant_id, kind: 'refund_poll', key: refund.id, payload, runAt: now }, now)
  }
  return { tenantId: refund.tenant_id, kind: 'refund' }
}
