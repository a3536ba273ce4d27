import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import type { Db } from '../../store/store.ts'
import type { PaymentProvider, PaymentReport } from '../port.ts'

/**
 * A provider that keeps its books in our own database: for shops that have none yet, and for tests. What the test page
 * says is written there, and `settle` asks it like any other; nothing about an order is decided here.
 */
export function createLocal(deps: { db: Db; tenantId: string; baseUrl: string; now: () => number }): PaymentProvider {
  const { db, tenantId, now } = deps
  const book = () => db.selectFrom('local_payment').selectAll().where('tenant_id', '=', tenantId)

  return {
    name: 'local',

    async create(request) {
      const ref = createId('lp')
      await openLocalPayment(db, {
        tenantId,
        ref,
        reference: request.reference,
        amount: request.amount,
        expiresAt: now() + request.timeoutSeconds * 1000,
        now: now(),
      })
      return { ref, url: localPaymentUrl(deps.baseUrl, ref), providerId: null }
    },

    async fetch(ref) {
      const row = await book().where('ref', '=', ref).executeTakeFirst()
      if (row === undefined) throw new BotctlError('payment_rejected', 'there is no local payment of that token')
      return toReport(row)
    },

    async fetchByReference(reference) {
      const row = await book().where('reference', '=', reference).executeTakeFirst()
      if (row === undefined) return null
      return { ...toReport(row), ref: row.ref, url: localPaymentUrl(deps.baseUrl, row.ref) }
    },

    async listByDate(date) {
      const { chileDay } = await import('../flow/chile-time.ts')
      const rows = await book().orderBy('created_at').execute()
      return rows.filter((row) => chileDay(row.paid_at ?? row.created_at) === date).map((row) => toReport(row))
    },

    async refund(request) {
      const paid = await book().where('reference', '=', request.paymentReference).executeTakeFirst()
      if (paid?.state !== 'paid' || request.amount > paid.amount) {
        throw new BotctlError('payment_rejected', 'there is no such payment to give back')
      }
      const ref = createId('lr')
      await db
        .insertInto('local_refund')
        .values({
          ref,
          tenant_id: tenantId,
          reference: request.reference,
          payment_reference: request.paymentReference,
          amount: request.amount,
          created_at: now(),
        })
        .execute()
      return { ref, state: 'refunded' }
    },

    async refundState(ref) {
      const row = await db
        .selectFrom('local_refund')
        .select('ref')
        .where('tenant_id', '=', tenantId)
        .where('ref', '=', ref)
        .executeTakeFirst()
      if (row === undefined) throw new BotctlError('payment_rejected', 'there is no local refund of that token')
      return 'refunded'
    },
  }
}

export function localPaymentUrl(baseUrl: string, ref: string): string {
  return `${baseUrl}/pay/local/${ref}`
}

/** Opens the books for a link; the order that it belongs to does so in its own transaction. */
export async function openLocalPayment(
  db: Db,
  payment: { tenantId: string; ref: string; reference: string; amount: number; expiresAt: number; now: number },
): Promise<void> {
  await db
    .insertInto('local_payment')
    .values({
      ref: payment.ref,
      tenant_id: payment.tenantId,
      reference: payment.reference,
      amount: payment.amount,
      expires_at: payment.expiresAt,
      created_at: payment.now,
    })
    .execute()
}

export type LocalOutcome = 'paid' | 'rejected' | 'cancelled' | 'cash'

/** What a tester says happened to a link. Throws `payment_not_found`, `payment_link_expired` or `payment_link_used`. */
export async function playLocalPayment(db: Db, ref: string, outcome: LocalOutcome, now: number): Promise<void> {
  const change =
    outcome === 'cash'
      ? { awaiting_cash: 1 }
      : { state: outcome, paid_at: outcome === 'paid' ? now : null, reason: outcome === 'rejected' ? 'rejected' : null }
  const result = await db
    .updateTable('local_payment')
    .set(change)
    .where('ref', '=', ref)
    .where('state', '=', 'pending')
    // A coupon that was issued in time may be paid at the till later.
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now), row('awaiting_cash', '=', 1)]))
    .executeTakeFirst()
  if (result.numUpdatedRows > 0n) return
  const row = await db.selectFrom('local_payment').select('state').where('ref', '=', ref).executeTakeFirst()
  if (row === undefined) {
    throw new BotctlError('payment_not_found', 'there is no payment of that link', { exit: EXIT.notFound })
  }
  if (row.state !== 'pending') throw new BotctlError('payment_link_used', 'that link was used already')
  throw new BotctlError('payment_link_expired', 'that link can no longer be paid')
}

function toReport(row: {
  state: PaymentReport['state']
  amount: number
  currency: string
  reference: string
  awaiting_cash: number
  reason: string | null
  paid_at: number | null
}): PaymentReport {
  return {
    state: row.state,
    amount: row.amount,
    currency: row.currency,
    reference: row.reference,
    awaitingCash: row.state === 'pending' && row.awaiting_cash === 1,
    reason: row.reason,
    paidAt: row.paid_at,
    fee: null,
    raw: { state: row.state },
  }
}
