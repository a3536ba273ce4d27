import type { Transaction } from 'kysely'
import { moneyTerms, type MoneyTerms } from '../../engine/commerce/terms.ts'
import type { EpochMs } from '../../engine/types.ts'
import type { PaymentReport } from '../../payments/port.ts'
import { openCase } from '../../store/cases.ts'
import { closeOrder, sellOrder } from '../../store/close-order.ts'
import { renewAttempt } from '../../store/commerce.ts'
import { fromJson, toJson } from '../../store/json.ts'
import { addOrderEvent, lockOrder, type Order } from '../../store/orders.ts'
import { findPayment, listPayments, type Payment } from '../../store/payments.ts'
import { requestRefund } from '../../store/refunds.ts'
import { inSavepoint } from '../../store/savepoint.ts'
import type { Schema } from '../../store/schema.ts'
import { moveStock } from '../../store/stock.ts'
import { tellShopper } from '../orders/tell-shopper.ts'
import type { MoneyDeps } from './deps.ts'

export type Settlement =
  | 'unknown_payment'
  /** The provider holds nothing under our reference: the link was never made. */
  | 'not_created'
  | 'pending'
  | 'awaiting_cash'
  | 'paid'
  | 'already_paid'
  /** Paid after its reservation expired, and everything was still there. */
  | 'paid_late'
  /** The money came, but there is no order to pay with it: it goes back. */
  | 'to_refund'
  | 'rejected'
  /** What the provider reports is not what we asked for: nothing is paid, a person looks. */
  | 'mismatch'

/**
 * The only way an order becomes paid. Asks the provider about one attempt, then, holding the order's row, does what the
 * answer means, once: callbacks, returns, polls and sweeps all end here and may come in any number and order.
 * Throws what the provider throws where it gives no answer; then nothing has changed.
 */
export async function settlePayment(
  deps: MoneyDeps,
  key: { tenantId: string; paymentId: string },
): Promise<Settlement> {
  const payment = await findPayment(deps.store.db, key.tenantId, key.paymentId)
  if (payment === null) return 'unknown_payment'
  if (payment.status === 'paid') return 'already_paid'
  // Nobody can be asked about a transfer: an operator sees it on the account.
  if (payment.provider === 'transfer') return 'pending'
  const provider = await deps.providers.provider(payment.tenant_id, payment.provider)
  const report =
    payment.ref === null ? await provider.fetchByReference(payment.reference) : await provider.fetch(payment.ref)
  if (report === null) return 'not_created'
  return deps.store.transaction((trx) => applyReport(trx, deps, payment, report))
}

type Trx = Transaction<Schema>
type Applying = Pick<MoneyDeps, 'now' | 'baseUrl' | 'log'>

async function applyReport(trx: Trx, deps: Applying, seen: Payment, report: PaymentReport): Promise<Settlement> {
  const now = deps.now()
  const order = await lockOrder(trx, seen.tenant_id, seen.order_id)
  // Read again under the lock: what was seen before it may be old.
  const payment = await findPayment(trx, seen.tenant_id, seen.id)
  if (order === null || payment === null) return 'unknown_payment'
  if (payment.status === 'paid') return 'already_paid'
  if (report.state === 'paid') {
    if (!isOurs(payment, report)) return refuseMismatch(trx, deps, order, payment, report)
    return takeMoney(trx, order, payment, report, now)
  }
  if (report.state === 'rejected' || report.state === 'cancelled') {
    return takeRejection(trx, deps, order, payment, report, now)
  }
  if (report.state === 'pending' && report.awaitingCash && payment.awaiting_cash === 0) {
    return awaitCash(trx, order, payment, now)
  }
  return report.awaitingCash ? 'awaiting_cash' : 'pending'
}

function isOurs(payment: Payment, report: PaymentReport): boolean {
  return (
    report.amount === payment.amount && report.currency === payment.currency && report.reference === payment.reference
  )
}

async function refuseMismatch(
  trx: Trx,
  deps: Applying,
  order: Order,
  payment: Payment,
  report: PaymentReport,
): Promise<Settlement> {
  const now = deps.now()
  const opened = await openCase(
    trx,
    {
      ...about(order),
      kind: 'payment',
      summary: `The provider reports ${report.amount} ${report.currency} for attempt ${payment.reference}; the order expects ${payment.amount} ${payment.currency}. Nothing was marked as paid.`,
      source: `mismatch:${payment.id}`,
    },
    now,
  )
  if (opened) {
    deps.log.error('payment_mismatch', { tenant: order.tenantId, order: order.id })
    await addOrderEvent(trx, order, {
      kind: 'payment_mismatch',
      actor: payment.provider,
      body: { expected: payment.amount, reported: report.amount, currency: report.currency },
      at: now,
    })
  }
  return 'mismatch'
}

async function takeMoney(
  trx: Trx,
  order: Order,
  payment: Payment,
  report: PaymentReport,
  now: EpochMs,
): Promise<Settlement> {
  await trx
    .updateTable('payment')
    .set({
      status: 'paid',
      reason: null,
      fee: report.fee,
      raw: toJson(report.raw),
      settled_at: report.paidAt ?? now,
      updated_at: now,
    })
    .where('tenant_id', '=', payment.tenant_id)
    .where('id', '=', payment.id)
    .execute()
  const sale = {
    actor: payment.provider,
    body: { amount: payment.amount, reference: payment.reference, attempt: payment.attempt },
    now,
  }
  if (order.status === 'pending_payment') {
    await sellOrder(trx, order, { ...sale, reason: 'paid' })
    await tellShopper(trx, order, { kind: 'paid', now })
    return 'paid'
  }
  if (order.status === 'expired' && (await reserveAgain(trx, order, now))) {
    await sellOrder(trx, order, { ...sale, reason: 'paid_late', body: { ...sale.body, late: true } })
    await tellShopper(trx, order, { kind: 'late_paid', now })
    await openCase(
      trx,
      {
        ...about(order),
        kind: 'payment',
        summary: `Order ${order.number} was paid after its reservation had expired. Everything was still in stock, so it is confirmed.`,
        source: `late:${payment.id}`,
      },
      now,
    )
    return 'paid_late'
  }
  const why = order.status === 'expired' ? 'late' : order.status === 'cancelled' ? 'cancelled' : 'paid_twice'
  await giveBack(trx, order, payment, why, now)
  return 'to_refund'
}

/** All of it or nothing: a late payment never sells half an order, and never what another shopper holds. */
async function reserveAgain(trx: Trx, order: Order, now: EpochMs): Promise<boolean> {
  const result = await inSavepoint(trx, async () => {
    const moved = await moveStock(trx, {
      tenantId: order.tenantId,
      orderId: order.id,
      move: 'reserve',
      items: order.items,
      reason: 'late_payment',
      now,
    })
    return { keep: moved.ok }
  })
  return result.keep
}

async function giveBack(
  trx: Trx,
  order: Order,
  payment: Payment,
  why: 'late' | 'cancelled' | 'paid_twice',
  now: EpochMs,
): Promise<void> {
  await addOrderEvent(trx, order, {
    kind: 'paid_without_order',
    actor: payment.provider,
    body: { amount: payment.amount, reference: payment.reference, why },
    at: now,
  })
  await requestRefund(trx, {
    order,
    payment,
    amount: payment.amount,
    reason: why,
    restock: false,
    actor: 'system',
    now,
  })
  await tellShopper(trx, order, {
    kind: 'refund_started',
    facts: { amount: payment.amount, reason: why },
    key: payment.id,
    now,
  })
  await openCase(
    trx,
    {
      ...about(order),
      kind: 'refund',
      summary: `${payment.amount} CLP came for order ${order.number} (${why}) and there is nothing to give for it: it is being refunded.`,
      source: `refund:${payment.id}`,
    },
    now,
  )
}

/** Final at the provider: that link is dead. The shopper hears why, and gets another while there are tries left. */
async function takeRejection(
  trx: Trx,
  deps: Applying,
  order: Order,
  payment: Payment,
  report: PaymentReport,
  now: EpochMs,
): Promise<Settlement> {
  if (payment.status === 'rejected') return 'rejected'
  const reason = report.state === 'cancelled' ? 'cancelled' : (report.reason ?? 'rejected')
  await trx
    .updateTable('payment')
    .set({ status: 'rejected', reason, raw: toJson(report.raw), updated_at: now })
    .where('tenant_id', '=', payment.tenant_id)
    .where('id', '=', payment.id)
    .execute()
  await addOrderEvent(trx, order, {
    kind: 'payment_rejected',
    actor: payment.provider,
    body: { reason, attempt: payment.attempt },
    at: now,
  })
  if (order.status !== 'pending_payment') return 'rejected'
  const payments = await listPayments(trx, order.tenantId, order.id)
  const open = payments.some((each) => each.status === 'creating' || each.status === 'pending')
  if (open) return 'rejected'
  const tries = payments.filter((each) => each.status === 'rejected').length
  if (tries >= (await termsOf(trx, order.tenantId)).paymentAttempts) {
    await closeOrder(trx, order, { status: 'expired', actor: 'system', reason: 'payment_rejected', now })
    await tellShopper(trx, order, { kind: 'expired', facts: { reason }, now })
    return 'rejected'
  }
  const renewed = await renewAttempt(trx, order, { baseUrl: deps.baseUrl, now })
  await tellShopper(trx, renewed, { kind: 'rejected', facts: { reason }, key: payment.id, now })
  return 'rejected'
}

/** A coupon for the till was issued: the units wait as long as it can be paid. */
async function awaitCash(trx: Trx, order: Order, payment: Payment, now: EpochMs): Promise<Settlement> {
  const until = now + (await termsOf(trx, order.tenantId)).cashHours * 3_600_000
  await trx
    .updateTable('payment')
    .set({ awaiting_cash: 1, expires_at: until, updated_at: now })
    .where('tenant_id', '=', payment.tenant_id)
    .where('id', '=', payment.id)
    .execute()
  if (order.status !== 'pending_payment') return 'awaiting_cash'
  const reservedUntil = Math.max(order.reservedUntil ?? 0, until)
  await trx
    .updateTable('orders')
    .set({ reserved_until: reservedUntil, updated_at: now })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  await addOrderEvent(trx, order, { kind: 'awaiting_cash', actor: payment.provider, body: { until }, at: now })
  await tellShopper(trx, { ...order, reservedUntil }, { kind: 'cash', key: payment.id, now })
  return 'awaiting_cash'
}

async function termsOf(trx: Trx, tenantId: string): Promise<MoneyTerms> {
  const tenant = await trx.selectFrom('tenant').select('settings').where('id', '=', tenantId).executeTakeFirstOrThrow()
  return moneyTerms(fromJson<Record<string, unknown>>(tenant.settings))
}

function about(order: Order) {
  return {
    tenantId: order.tenantId,
    conversationId: order.conversationId,
    contactId: order.contactId,
    orderId: order.id,
  }
}
