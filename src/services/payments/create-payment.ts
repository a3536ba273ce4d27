import { BotctlError } from '../../errors.ts'
import type { CreatedPayment } from '../../payments/port.ts'
import { openCase } from '../../store/cases.ts'
import { renewAttempt } from '../../store/commerce.ts'
import { setJob } from '../../store/jobs.ts'
import { addOrderEvent, findOrder, lockOrder, type Order } from '../../store/orders.ts'
import { findPayment, type Payment } from '../../store/payments.ts'
import { tellShopper } from '../orders/tell-shopper.ts'
import { transferAccount } from './manage-accounts.ts'
import type { MoneyDeps } from './deps.ts'

/** Flow's own servers settle within this: before it, "no such order" may only mean "not yet". */
const SETTLING_MS = 5000
const RETRY_MS = 5000
/** A link that dies while the shopper types the card number is worse than a shelf that waits ten minutes more. */
const SHORTEST_LINK_MS = 10 * 60_000
const FIRST_POLL_MS = 30_000

/**
 * Makes the link of an attempt, after the order was committed. What was asked for is written down before the request
 * leaves: after a crash or a lost answer the provider is asked what it holds before anything is created again.
 * Answers when to try again, or null where nothing is left to do.
 */
export async function createPayment(
  deps: MoneyDeps,
  key: { tenantId: string; paymentId: string },
): Promise<number | null> {
  const payment = await findPayment(deps.store.db, key.tenantId, key.paymentId)
  if (payment === null || payment.status !== 'creating') return null
  const order = await findOrder(deps.store.db, payment.tenant_id, payment.order_id)
  if (order === null || order.status !== 'pending_payment') return null
  if (payment.provider === 'transfer') return offerTransfer(deps, order, payment)
  try {
    return await ask(deps, order, payment)
  } catch (error) {
    if (!(error instanceof BotctlError)) throw error
    if (error.code === 'payment_ambiguous' || error.code === 'payment_unavailable') {
      deps.log.warn('payment_create_again', { tenant: order.tenantId, order: order.id, reason: error.code })
      return deps.now() + RETRY_MS
    }
    await giveUp(deps, payment, error.code)
    return null
  }
}

async function ask(deps: MoneyDeps, order: Order, payment: Payment): Promise<number | null> {
  const { now } = deps
  const email = order.customer.email
  if (email === undefined || email === '') {
    await giveUp(deps, payment, 'email_missing')
    return null
  }
  const provider = await deps.providers.provider(payment.tenant_id, payment.provider)
  if (payment.reason === 'asked') {
    const held = await provider.fetchByReference(payment.reference)
    if (held !== null) {
      if (held.ref !== null && held.url !== null) {
        await adopt(deps, payment, { ref: held.ref, url: held.url, providerId: null })
      } else await supersede(deps, payment)
      return null
    }
    const settled = payment.updated_at + SETTLING_MS
    if (now() < settled) return settled
  }
  const until = Math.max(order.reservedUntil ?? 0, now() + SHORTEST_LINK_MS)
  const mine = await deps.store.transaction(async (trx) => {
    const locked = await lockOrder(trx, order.tenantId, order.id)
    if (locked?.status !== 'pending_payment') return false
    await trx
      .updateTable('orders')
      .set({ reserved_until: until })
      .where('tenant_id', '=', order.tenantId)
      .where('id', '=', order.id)
      .execute()
    const marked = await trx
      .updateTable('payment')
      .set({ reason: 'asked', expires_at: until, updated_at: now() })
      .where('tenant_id', '=', payment.tenant_id)
      .where('id', '=', payment.id)
      .where('status', '=', 'creating')
      // Whoever else runs this job at this moment has marked it: one request leaves, not two.
      .where((row) =>
        payment.reason === 'asked'
          ? row.and([row('reason', '=', 'asked'), row('updated_at', '=', payment.updated_at)])
          : row('reason', 'is', null),
      )
      .executeTakeFirst()
    return marked.numUpdatedRows > 0n
  })
  if (!mine) return now() + RETRY_MS
  const created = await provider.create({
    reference: payment.reference,
    amount: payment.amount,
    currency: 'CLP',
    subject: `Pedido ${order.number}`,
    email,
    timeoutSeconds: Math.ceil((until - now()) / 1000),
    confirmationUrl: `${deps.baseUrl}/webhook/flow`,
    returnUrl: `${deps.baseUrl}/pay/return`,
  })
  await adopt(deps, payment, created)
  return null
}

/** The link exists: it goes to the shopper, and the poller starts. */
async function adopt(deps: MoneyDeps, payment: Payment, created: CreatedPayment): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const order = await lockOrder(trx, payment.tenant_id, payment.order_id)
    if (order === null) return
    const moved = await trx
      .updateTable('payment')
      .set({ status: 'pending', reason: null, ref: created.ref, url: created.url, updated_at: now })
      .where('tenant_id', '=', payment.tenant_id)
      .where('id', '=', payment.id)
      .where('status', '=', 'creating')
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) {
      // Cancelled meanwhile. Nobody was given the link, but its token must be known should it ever be paid.
      await trx
        .updateTable('payment')
        .set({ ref: created.ref })
        .where('tenant_id', '=', payment.tenant_id)
        .where('id', '=', payment.id)
        .where('ref', 'is', null)
        .execute()
      return
    }
    await trx
      .updateTable('orders')
      .set({ payment_url: created.url, updated_at: now })
      .where('tenant_id', '=', order.tenantId)
      .where('id', '=', order.id)
      .where('status', '=', 'pending_payment')
      .execute()
    await addOrderEvent(trx, order, {
      kind: 'payment_created',
      actor: payment.provider,
      body: { attempt: payment.attempt, reference: payment.reference },
      at: now,
    })
    await tellShopper(trx, { ...order, paymentUrl: created.url }, { kind: 'link', key: payment.id, now })
    await setJob(
      trx,
      {
        tenantId: order.tenantId,
        kind: 'payment_poll',
        key: payment.id,
        payload: { tenantId: order.tenantId, paymentId: payment.id },
        runAt: now + FIRST_POLL_MS,
      },
      now,
    )
  })
}

/**
 * The provider made it, but its link was lost with the answer and is told only once: this attempt can never be paid by
 * anybody, and another one, with another reference, takes its place.
 */
async function supersede(deps: MoneyDeps, payment: Payment): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const order = await lockOrder(trx, payment.tenant_id, payment.order_id)
    const failed = await fail(trx, payment, 'link_lost', now)
    if (order?.status === 'pending_payment' && failed) await renewAttempt(trx, order, { baseUrl: deps.baseUrl, now })
  })
}

/** Trying again cannot help: the shopper is told, and a person takes over. */
async function giveUp(deps: MoneyDeps, payment: Payment, code: string): Promise<void> {
  const now = deps.now()
  deps.log.error('payment_create_failed', { tenant: payment.tenant_id, order: payment.order_id, reason: code })
  await deps.store.transaction(async (trx) => {
    const order = await lockOrder(trx, payment.tenant_id, payment.order_id)
    if (order === null || !(await fail(trx, payment, code, now))) return
    await addOrderEvent(trx, order, {
      kind: 'payment_failed',
      actor: payment.provider,
      body: { reason: code },
      at: now,
    })
    await openCase(
      trx,
      {
        tenantId: order.tenantId,
        kind: 'payment',
        conversationId: order.conversationId,
        contactId: order.contactId,
        orderId: order.id,
        summary: `No payment link could be made for order ${order.number}: ${code}.`,
        source: `no-link:${payment.id}`,
      },
      now,
    )
    await tellShopper(trx, order, { kind: 'payment_trouble', key: payment.id, now })
  })
}

async function fail(
  trx: Parameters<typeof lockOrder>[0],
  payment: Payment,
  reason: string,
  now: number,
): Promise<boolean> {
  const result = await trx
    .updateTable('payment')
    .set({ status: 'failed', reason, updated_at: now })
    .where('tenant_id', '=', payment.tenant_id)
    .where('id', '=', payment.id)
    .where('status', '=', 'creating')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A transfer needs no link, only the account. */
async function offerTransfer(deps: MoneyDeps, order: Order, payment: Payment): Promise<null> {
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const locked = await lockOrder(trx, order.tenantId, order.id)
    if (locked?.status !== 'pending_payment') return
    const moved = await trx
      .updateTable('payment')
      .set({ status: 'pending', updated_at: now })
      .where('tenant_id', '=', payment.tenant_id)
      .where('id', '=', payment.id)
      .where('status', '=', 'creating')
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    const transfer = await transferAccount(trx, order.tenantId)
    await tellShopper(trx, locked, {
      kind: 'transfer',
      ...(transfer === null ? {} : { facts: { transfer } }),
      // Told once each time it is asked for; a job that runs twice says it once.
      key: `${payment.id}:${payment.updated_at}`,
      now,
    })
  })
  return null
}
