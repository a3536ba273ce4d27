import { BotctlError } from '../../errors.ts'
import { openCase } from '../../store/cases.ts'
import { setJob } from '../../store/jobs.ts'
import { addOrderEvent, findOrder } from '../../store/orders.ts'
import { findPayment } from '../../store/payments.ts'
import { completeRefund, findRefund, type Refund } from '../../store/refunds.ts'
import { tellShopper } from '../orders/tell-shopper.ts'
import type { MoneyDeps } from './deps.ts'

/** Flow gives money back within days: asking hourly finds out soon enough, and a month is longer than any of them. */
const ASK_EVERY_MS = 60 * 60_000
const GIVE_UP_MS = 30 * 24 * 60 * 60_000
const RETRY_MS = 60_000

type RefundKey = { tenantId: string; refundId: string }

/**
 * Asks the provider to give money back. A refund has no look-up by our reference, so one whose answer was lost is never
 * sent again by itself: twice the money is worse than a person looking. Answers when to try again, or null.
 */
export async function createRefund(deps: MoneyDeps, key: RefundKey): Promise<number | null> {
  const refund = await findRefund(deps.store.db, key.tenantId, key.refundId)
  if (refund === null || refund.status !== 'requested') return null
  const order = await findOrder(deps.store.db, refund.tenant_id, refund.order_id)
  const payment =
    refund.payment_id === null ? null : await findPayment(deps.store.db, refund.tenant_id, refund.payment_id)
  if (order === null) return null
  if (payment === null || payment.provider === 'transfer') {
    await byHand(deps, refund, 'transfer')
    return null
  }
  const provider = await deps.providers.provider(refund.tenant_id, payment.provider)
  if (!(await markAsked(deps, refund))) {
    // It was asked for before, and whoever asked never wrote down the answer.
    await byHand(deps, refund, 'answer_lost')
    return null
  }
  try {
    const made = await provider.refund({
      reference: refund.reference,
      amount: refund.amount,
      email: order.customer.email ?? '',
      paymentReference: payment.reference,
      callbackUrl: `${deps.baseUrl}/webhook/flow`,
    })
    await deps.store.transaction(async (trx) => {
      const now = deps.now()
      await trx
        .updateTable('refund')
        .set({ status: 'pending', ref: made.ref, updated_at: now })
        .where('tenant_id', '=', refund.tenant_id)
        .where('id', '=', refund.id)
        .execute()
      await setJob(
        trx,
        { tenantId: refund.tenant_id, kind: 'refund_poll', key: refund.id, payload: key, runAt: now },
        now,
      )
    })
    return null
  } catch (error) {
    if (!(error instanceof BotctlError)) throw error
    if (error.code === 'payment_unavailable') {
      await unmarkAsked(deps, refund)
      return deps.now() + RETRY_MS
    }
    await byHand(deps, refund, error.code)
    return null
  }
}

/** Asks what became of a refund. Answers when to ask again, or null where it found its end. */
export async function pollRefund(deps: MoneyDeps, key: RefundKey): Promise<number | null> {
  const refund = await findRefund(deps.store.db, key.tenantId, key.refundId)
  if (refund === null || refund.status !== 'pending' || refund.ref === null) return null
  const payment =
    refund.payment_id === null ? null : await findPayment(deps.store.db, refund.tenant_id, refund.payment_id)
  if (payment === null) return null
  const now = deps.now()
  const provider = await deps.providers.provider(refund.tenant_id, payment.provider)
  const state = await provider.refundState(refund.ref)
  if (state === 'refunded') {
    await finishRefund(deps, refund)
    return null
  }
  if (state === 'rejected' || now > refund.created_at + GIVE_UP_MS) {
    await byHand(deps, refund, state === 'rejected' ? 'rejected' : 'no_answer')
    return null
  }
  return now + ASK_EVERY_MS
}

/** The money is back: order, units and shopper follow, once. */
export async function finishRefund(deps: MoneyDeps, refund: Refund): Promise<void> {
  await deps.store.transaction(async (trx) => {
    const now = deps.now()
    const completed = await completeRefund(trx, refund, now)
    if (completed === null || !completed.done) return
    await tellShopper(trx, completed.order, {
      kind: 'refunded',
      facts: { amount: refund.amount },
      key: refund.id,
      now,
    })
  })
}

/** `requested` with an empty ref becomes `requested` with `asked` in it: a second run sees that a request may have left. */
async function markAsked(deps: MoneyDeps, refund: Refund): Promise<boolean> {
  const result = await deps.store.db
    .updateTable('refund')
    .set({ ref: 'asked', updated_at: deps.now() })
    .where('tenant_id', '=', refund.tenant_id)
    .where('id', '=', refund.id)
    .where('status', '=', 'requested')
    .where('ref', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

async function unmarkAsked(deps: MoneyDeps, refund: Refund): Promise<void> {
  await deps.store.db
    .updateTable('refund')
    .set({ ref: null })
    .where('tenant_id', '=', refund.tenant_id)
    .where('id', '=', refund.id)
    .where('ref', '=', 'asked')
    .execute()
}

/** A person gives the money back and says so with `order refund NUMBER --done`. */
async function byHand(deps: MoneyDeps, refund: Refund, why: string): Promise<void> {
  const order = await findOrder(deps.store.db, refund.tenant_id, refund.order_id)
  if (order === null) return
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const opened = await openCase(
      trx,
      {
        tenantId: order.tenantId,
        kind: 'refund',
        conversationId: order.conversationId,
        contactId: order.contactId,
        orderId: order.id,
        summary: `${refund.amount} CLP of order ${order.number} must be given back by hand (${why}).`,
        source: `refund-by-hand:${refund.id}`,
      },
      now,
    )
    if (!opened) return
    await addOrderEvent(trx, order, { kind: 'refund_by_hand', actor: 'system', body: { why }, at: now })
    if (why !== 'transfer') {
      await tellShopper(trx, order, { kind: 'refund_rejected', facts: { amount: refund.amount }, key: refund.id, now })
    }
  })
}
