import type { Selectable } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import { localPaymentUrl, openLocalPayment } from '../payments/local/local.ts'
import { setJob } from './jobs.ts'
import type { PaymentTable } from './schema.ts'
import type { Db } from './store.ts'

export type Payment = Selectable<PaymentTable>

/**
 * A new attempt to collect for an order. Local links exist at once; all others are created by a job after the commit,
 * because a provider must never hold a payment for an order that was rolled back.
 */
export async function startPayment(
  trx: Db,
  request: {
    tenantId: string
    orderId: string
    orderNumber: string
    attempt: number
    provider: string
    amount: number
    expiresAt: EpochMs
    /** Where local links lead: PUBLIC_URL, or the daemon's own address. */
    baseUrl: string
    now: EpochMs
  },
): Promise<{ url: string | null; paymentId: string }> {
  const local = request.provider === 'local'
  const ref = local ? createId('lp') : null
  const url = ref === null ? null : localPaymentUrl(request.baseUrl, ref)
  const paymentId = createId('pay')
  const reference = paymentReference(request.orderNumber, request.attempt, paymentId)
  await trx
    .insertInto('payment')
    .values({
      tenant_id: request.tenantId,
      id: paymentId,
      order_id: request.orderId,
      attempt: request.attempt,
      provider: request.provider,
      reference,
      ref,
      url,
      amount: request.amount,
      status: local ? 'pending' : 'creating',
      created_at: request.now,
      expires_at: request.expiresAt,
      updated_at: request.now,
    })
    .execute()
  if (ref !== null) {
    await openLocalPayment(trx, { ...request, ref, reference })
  } else {
    const payload = { tenantId: request.tenantId, paymentId }
    await setJob(
      trx,
      { tenantId: request.tenantId, kind: 'payment_create', key: paymentId, payload, runAt: request.now },
      request.now,
    )
  }
  return { url, paymentId }
}

/** Ours at the provider: readable for whoever reconciles, unique per attempt over all shops, at most 40 characters. */
function paymentReference(orderNumber: string, attempt: number, paymentId: string): string {
  return `${orderNumber}-${attempt}-${paymentId.slice(4, 16)}`
}

export async function findPayment(db: Db, tenantId: string, paymentId: string): Promise<Payment | null> {
  const row = await db
    .selectFrom('payment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', paymentId)
    .executeTakeFirst()
  return row ?? null
}

/** The attempt that a provider's token belongs to; tokens are the provider's own, so the provider is part of the key. */
export async function findPaymentByRef(db: Db, provider: string, ref: string): Promise<Payment | null> {
  const row = await db
    .selectFrom('payment')
    .selectAll()
    .where('provider', '=', provider)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row ?? null
}

/** An order's attempts, the first one first. */
export async function listPayments(db: Db, tenantId: string, orderId: string): Promise<Payment[]> {
  return db
    .selectFrom('payment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('order_id', '=', orderId)
    .orderBy('attempt')
    .execute()
}
