import type { Transaction } from 'kysely'
import type { Effect, EffectContext } from '../engine/commerce/effects.ts'
import { moneyTerms, reservationMs } from '../engine/commerce/terms.ts'
import type { EffectsOutcome, TurnDocument } from '../services/turns/types.ts'
import { noteCase, openCase } from './cases.ts'
import { closeOrder } from './close-order.ts'
import { consentTo, recordConsent } from './consent.ts'
import { setJob } from './jobs.ts'
import { fromJson, storableText, toJson } from './json.ts'
import { addOrderEvent, lockOrder, type Order } from './orders.ts'
import { listPayments, startPayment } from './payments.ts'
import { recordRequestOnce } from './privacy-requests.ts'
import { placeOrder } from './place-order.ts'
import { inSavepoint } from './savepoint.ts'
import type { Schema } from './schema.ts'
import type { Db } from './store.ts'

/** What one effect came to; a conflict undoes them all. */
type Step = { order: Order | null } | { conflict: string }

/**
 * Makes the function that does what a turn asked for: money, stock and rights, inside the turn's transaction. All of a
 * turn's effects or none: on a conflict nothing is left of them and the transaction can go on. Every effect may come
 * twice and counts once.
 */
export function createApplyEffects(deps: {
  /** PUBLIC_URL, or the daemon's own address: where local payment links lead. */
  baseUrl: string
}) {
  return async function applyEffects(
    trx: Transaction<Schema>,
    context: EffectContext,
    effects: Effect[],
  ): Promise<EffectsOutcome> {
    if (effects.length === 0) return { outcome: 'applied', order: null }
    const result = await inSavepoint(trx, async () => {
      let order: Order | null = null
      for (const effect of inOrder(effects)) {
        const step = await applyOne(trx, context, effect, deps.baseUrl)
        if ('conflict' in step) return { keep: false, conflict: step.conflict, order: null }
        order = step.order ?? order
      }
      return { keep: true, conflict: null, order }
    })
    if (result.conflict !== null) return { outcome: 'conflict', reason: result.conflict }
    return { outcome: 'applied', order: result.order === null ? null : orderDocument(result.order) }
  }
}

/** An order as the outside contract has it. */
export function orderDocument(order: Order): NonNullable<TurnDocument['order']> {
  return {
    number: order.number,
    status: order.status,
    items: order.items.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unit_price: unitPrice })),
    subtotal: order.subtotal,
    shipping: order.shipping,
    total: order.total,
    payment_url: order.paymentUrl,
  }
}

/** Consent first: what it allows may come in the same turn. */
function inOrder(effects: readonly Effect[]): Effect[] {
  return [
    ...effects.filter((effect) => effect.type === 'consent'),
    ...effects.filter((effect) => effect.type !== 'consent'),
  ]
}

// oxlint-disable-next-line typescript/consistent-return -- the switch is exhaustive, which the compiler checks
async function applyOne(trx: Db, context: EffectContext, effect: Effect, baseUrl: string): Promise<Step> {
  switch (effect.type) {
    case 'place_order': {
      const placed = await placeOrder(trx, context, effect, baseUrl)
      return placed.outcome === 'conflict' ? { conflict: placed.reason } : { order: placed.order }
    }
    case 'cancel_order':
      return cancelOrder(trx, context, effect)
    case 'request_cancellation':
      return requestCancellation(trx, context, effect)
    case 'renew_payment':
      return renewPayment(trx, context, effect.orderId, baseUrl)
    case 'check_payment':
      return checkPayment(trx, context, effect.orderId)
    case 'consent':
      await recordConsent(trx, context, { ...effect, at: context.now })
      if (effect.purpose === 'remember_data' && !effect.granted) await forgetCustomer(trx, context)
      return { order: null }
    case 'remember_customer':
      await rememberCustomer(trx, context, effect)
      return { order: null }
    case 'privacy_request':
      await recordRequestOnce(trx, {
        ...context,
        kind: effect.kind,
        requestedAt: context.now,
        doneAt: null,
        proof: effect.proof,
      })
      return { order: null }
    case 'hand_over':
      await handOver(trx, context, effect.reason)
      await openCase(
        trx,
        { ...caseOf(context), kind: 'hand_over', orderId: null, summary: effect.summary, source: caseKey(context) },
        context.now,
      )
      return { order: null }
    case 'note_case': {
      const noted = await noteCase(trx, caseOf(context), effect.text)
      if (noted) return { order: null }
      return openOwnCase(trx, context, { ...effect, type: 'open_case', summary: effect.text })
    }
    case 'open_case':
      return openOwnCase(trx, context, effect)
  }
}

/** The shopper's own order, its row taken; null for one that is not theirs, which is answered like one that is not there. */
async function lockOwn(trx: Db, context: EffectContext, orderId: string): Promise<Order | null> {
  const order = await lockOrder(trx, context.tenantId, orderId)
  return order?.contactId === context.contactId ? order : null
}

async function cancelOrder(
  trx: Db,
  context: EffectContext,
  effect: { orderId: string; reason: string },
): Promise<Step> {
  const order = await lockOwn(trx, context, effect.orderId)
  if (order === null) return { conflict: 'order_unknown' }
  if (order.status === 'cancelled') return { order }
  // Paid or expired since the turn was decided: the shopper must hear that instead.
  if (order.status !== 'pending_payment') return { conflict: 'order_moved' }
  await closeOrder(trx, order, {
    status: 'cancelled',
    actor: 'shopper',
    reason: storableText(effect.reason),
    now: context.now,
  })
  return { order: { ...order, status: 'cancelled', stockState: 'released', paymentUrl: null } }
}

/** A paid order is not cancelled by asking: a person decides, and the money goes back by a refund. */
async function requestCancellation(
  trx: Db,
  context: EffectContext,
  effect: { orderId: string; reason: string },
): Promise<Step> {
  const order = await lockOwn(trx, context, effect.orderId)
  if (order === null) return { conflict: 'order_unknown' }
  const opened = await openCase(
    trx,
    {
      ...caseOf(context),
      kind: 'cancellation',
      orderId: order.id,
      summary: effect.reason,
      source: `cancellation:${order.id}`,
    },
    context.now,
  )
  if (opened) {
    await addOrderEvent(trx, order, {
      kind: 'cancellation_requested',
      actor: 'shopper',
      body: { reason: storableText(effect.reason) },
      at: context.now,
    })
  }
  return { order }
}

/** The link that can be paid now: the one that is open, or a new attempt where the last one came to nothing. */
async function renewPayment(trx: Db, context: EffectContext, orderId: string, baseUrl: string): Promise<Step> {
  const order = await lockOwn(trx, context, orderId)
  if (order === null) return { conflict: 'order_unknown' }
  // Paid or closed: there is nothing to renew, and the order tells the shopper why.
  if (order.status !== 'pending_payment') return { order }
  await tellAccountAgain(trx, order, context.now)
  return { order: await renewAttempt(trx, order, { baseUrl, now: context.now }) }
}

/** A transfer that is open has no link to give: its account is told once more, by the job that told it first. */
async function tellAccountAgain(trx: Db, order: Order, now: number): Promise<void> {
  for (const payment of await listPayments(trx, order.tenantId, order.id)) {
    if (payment.provider !== 'transfer' || payment.status !== 'pending') continue
    if ((payment.expires_at ?? now + 1) <= now) continue
    await trx
      .updateTable('payment')
      .set({ status: 'creating', updated_at: now })
      .where('tenant_id', '=', order.tenantId)
      .where('id', '=', payment.id)
      .execute()
    const payload = { tenantId: order.tenantId, paymentId: payment.id }
    await setJob(trx, { tenantId: order.tenantId, kind: 'payment_create', key: payment.id, payload, runAt: now }, now)
  }
}

/**
 * Starts another attempt for an unpaid order whose row the caller holds. An attempt that is still open stays the only
 * one: two links that can both be paid are one payment too many.
 */
export async function renewAttempt(
  trx: Db,
  order: Order,
  options: { baseUrl: string; now: number; provider?: string },
): Promise<Order> {
  const { now } = options
  const payments = await listPayments(trx, order.tenantId, order.id)
  const open = payments.find(
    (payment) =>
      payment.status === 'creating' || (payment.status === 'pending' && (payment.expires_at ?? now + 1) > now),
  )
  if (open !== undefined) return order
  await trx
    .updateTable('payment')
    .set({ status: 'expired', updated_at: now })
    .where('tenant_id', '=', order.tenantId)
    .where('order_id', '=', order.id)
    .where('status', '=', 'pending')
    .execute()
  const tenant = await trx
    .selectFrom('tenant')
    .select('settings')
    .where('id', '=', order.tenantId)
    .executeTakeFirstOrThrow()
  const provider = options.provider ?? order.paymentMethod
  const life = reservationMs(moneyTerms(fromJson<Record<string, unknown>>(tenant.settings)), provider)
  // Never shorter than what was promised before; the units wait as long as the new link can be paid.
  const until = Math.max(order.reservedUntil ?? 0, now + life)
  const attempt = Math.max(0, ...payments.map((payment) => payment.attempt)) + 1
  const { url } = await startPayment(trx, {
    tenantId: order.tenantId,
    orderId: order.id,
    orderNumber: order.number,
    attempt,
    provider,
    amount: order.total,
    expiresAt: until,
    baseUrl: options.baseUrl,
    now,
  })
  await trx
    .updateTable('orders')
    .set({ payment_url: url, payment_method: provider, reserved_until: until, updated_at: now })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  await addOrderEvent(trx, order, { kind: 'payment_renewed', actor: 'system', body: { attempt }, at: now })
  return { ...order, paymentUrl: url, paymentMethod: provider, reservedUntil: until }
}

/** The shopper says it is paid. That proves nothing; it is a good moment to ask the provider. */
async function checkPayment(trx: Db, context: EffectContext, orderId: string): Promise<Step> {
  const order = await lockOwn(trx, context, orderId)
  if (order === null) return { conflict: 'order_unknown' }
  for (const payment of await listPayments(trx, order.tenantId, order.id)) {
    if (payment.provider === 'transfer' || payment.status === 'paid' || payment.status === 'failed') continue
    await setJob(
      trx,
      {
        tenantId: order.tenantId,
        kind: 'payment_poll',
        key: payment.id,
        payload: { tenantId: order.tenantId, paymentId: payment.id },
        runAt: context.now,
      },
      context.now,
    )
  }
  return { order }
}

/** Only with the shopper's word: without it the data lives in the order and nowhere else. */
async function rememberCustomer(
  trx: Db,
  context: EffectContext,
  effect: Extract<Effect, { type: 'remember_customer' }>,
): Promise<void> {
  if ((await consentTo(trx, context, 'remember_data')) !== true) return
  const data = { customer: effect.customer, delivery: effect.delivery, rememberedAt: context.now }
  await trx
    .updateTable('contact')
    .set({ data: storableText(toJson(data)), updated_at: context.now })
    .where('tenant_id', '=', context.tenantId)
    .where('id', '=', context.contactId)
    .execute()
}

/** The word was taken back: what was kept on it goes in the same breath. */
async function forgetCustomer(trx: Db, context: EffectContext): Promise<void> {
  await trx
    .updateTable('contact')
    .set({ data: '{}', updated_at: context.now })
    .where('tenant_id', '=', context.tenantId)
    .where('id', '=', context.contactId)
    .execute()
}

/** A conversation that a person already holds stays with that person. */
async function handOver(trx: Db, context: EffectContext, reason: string): Promise<void> {
  await trx
    .updateTable('conversation')
    .set({ mode: 'waiting', mode_reason: storableText(reason), mode_since: context.now, updated_at: context.now })
    .where('tenant_id', '=', context.tenantId)
    .where('id', '=', context.conversationId)
    .where('mode', '=', 'bot')
    .execute()
}

async function openOwnCase(
  trx: Db,
  context: EffectContext,
  effect: Extract<Effect, { type: 'open_case' }>,
): Promise<Step> {
  const order = effect.orderId === null ? null : await lockOwn(trx, context, effect.orderId)
  if (effect.orderId !== null && order === null) return { conflict: 'order_unknown' }
  const source = `${effect.kind}:${effect.orderId ?? ''}:${caseKey(context)}`
  await openCase(
    trx,
    { ...caseOf(context), kind: effect.kind, orderId: effect.orderId, summary: effect.summary, source },
    context.now,
  )
  if (order !== null) {
    await addOrderEvent(trx, order, { kind: effect.kind, actor: 'shopper', body: {}, at: context.now })
  }
  return { order }
}

function caseOf(context: EffectContext) {
  return { tenantId: context.tenantId, conversationId: context.conversationId, contactId: context.contactId }
}

/** One turn opens one case of a kind, however often it is retried: a turn's `now` is its own. */
function caseKey(context: EffectContext): string {
  return `${context.conversationId}:${context.now}`
}
