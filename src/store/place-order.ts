import { randomInt } from 'node:crypto'
import type { Effect, EffectContext } from '../engine/commerce/effects.ts'
import { priceCart, type PricedProduct } from '../engine/commerce/pricing.ts'
import { moneyTerms, reservationMs } from '../engine/commerce/terms.ts'
import { createId } from '../ids.ts'
import { sellOrder } from './close-order.ts'
import { contactUses, loadDiscounts, useDiscount } from './discounts.ts'
import { setJob } from './jobs.ts'
import { fromJson, storableText, toJson } from './json.ts'
import { addOrderEvent, findOrder, lockOrder, type Order } from './orders.ts'
import { startPayment } from './payments.ts'
import { loadZones } from './shipping.ts'
import { moveStock } from './stock.ts'
import type { Db } from './store.ts'

export type PlaceOrder = Extract<Effect, { type: 'place_order' }>

export type PlaceOutcome =
  | { outcome: 'placed' | 'already_placed'; order: Order }
  /** Nothing may be kept of what was written: the caller takes it back. */
  | { outcome: 'conflict'; reason: PlaceConflict }

/** Stable words: they reach logs and traces. */
export type PlaceConflict =
  | 'shop_paused'
  | 'empty_cart'
  | 'product_gone'
  | 'out_of_stock'
  | 'price_changed'
  | 'discount_changed'
  | 'undeliverable'
  | 'placed_already'

/** A product as read back from its locked row: from here to the commit nobody changes its price. */
type LockedProduct = PricedProduct & { id: string }

/**
 * Places the order that a shopper confirmed: units reserved, prices read again on the locked rows, and every peso
 * compared with what was shown. One order a conversation and cart version: a retry gets the order that is there.
 */
export async function placeOrder(
  trx: Db,
  context: EffectContext,
  effect: PlaceOrder,
  baseUrl: string,
): Promise<PlaceOutcome> {
  const { tenantId, now } = context
  const tenant = await trx
    .selectFrom('tenant')
    .select(['status', 'settings'])
    .where('id', '=', tenantId)
    .executeTakeFirst()
  if (tenant?.status !== 'active') return { outcome: 'conflict', reason: 'shop_paused' }
  const earlier = await findEarlier(trx, context, effect)
  if (earlier.order !== null) return { outcome: 'already_placed', order: earlier.order }

  const wanted = mergeItems(effect.items)
  if (wanted === null) return { outcome: 'conflict', reason: 'empty_cart' }
  const orderId = createId('ord')
  const reserved = await reserve(trx, { tenantId, orderId, wanted, now })
  if (!reserved.ok) return { outcome: 'conflict', reason: reserved.reason }
  const priced = await priceAgain(trx, context, effect, wanted, reserved.products)
  if (priced !== null) return { outcome: 'conflict', reason: priced }

  const life = reservationMs(moneyTerms(fromJson<Record<string, unknown>>(tenant.settings)), effect.paymentMethod)
  const reservedUntil = now + life
  const number = await insertOrder(trx, context, effect, {
    orderId,
    cartVersion: earlier.cartVersion,
    reservedUntil,
  })
  if (number === null) return { outcome: 'conflict', reason: 'placed_already' }
  await trx
    .insertInto('order_item')
    .values(
      effect.items.map((item) => ({
        tenant_id: tenantId,
        order_id: orderId,
        product_id: reserved.products.get(item.sku)!.id,
        sku: item.sku,
        name: reserved.products.get(item.sku)!.name,
        quantity: wanted.get(item.sku)!,
        unit_price: item.unitPrice,
      })),
    )
    .execute()
  for (const { id, amount } of effect.discounts) {
    const counted = await useDiscount(trx, {
      tenantId,
      discountId: id,
      orderId,
      contactId: context.contactId,
      amount,
      at: now,
    })
    if (!counted) return { outcome: 'conflict', reason: 'discount_changed' }
  }
  await addOrderEvent(
    trx,
    { tenantId, id: orderId },
    {
      kind: 'placed',
      actor: 'shopper',
      body: { total: effect.total, accepted: effect.acceptedMessageId, paymentMethod: effect.paymentMethod },
      at: now,
    },
  )
  // Whoever has just bought is not reminded to buy.
  await trx
    .updateTable('outbox')
    .set({ status: 'dropped', error_code: 'purchased' })
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', context.conversationId)
    .where('class', '=', 'campaign')
    .where('status', 'in', ['queued', 'waiting'])
    .execute()
  await collect(trx, { context, effect, orderId, number, reservedUntil, baseUrl })
  const order = await findOrder(trx, tenantId, orderId)
  return { outcome: 'placed', order: order! }
}

/**
 * The order that this confirmation made before, if it did. A conversation that was forgotten starts its versions again:
 * then an old order has the number by chance, and the new one gets the next free.
 */
async function findEarlier(
  trx: Db,
  context: EffectContext,
  effect: PlaceOrder,
): Promise<{ order: Order | null; cartVersion: number }> {
  const row = await trx
    .selectFrom('orders')
    .select(['id', 'status', 'accepted_message_id'])
    .where('tenant_id', '=', context.tenantId)
    .where('conversation_id', '=', context.conversationId)
    .where('cart_version', '=', effect.cartVersion)
    .executeTakeFirst()
  if (row === undefined) return { order: null, cartVersion: effect.cartVersion }
  const order = await findOrder(trx, context.tenantId, row.id)
  if (order !== null && (row.accepted_message_id === effect.acceptedMessageId || isSame(order, effect))) {
    return { order, cartVersion: effect.cartVersion }
  }
  const highest = await trx
    .selectFrom('orders')
    .select((eb) => eb.fn.max<number>('cart_version').as('version'))
    .where('tenant_id', '=', context.tenantId)
    .where('conversation_id', '=', context.conversationId)
    .executeTakeFirst()
  return { order: null, cartVersion: (highest?.version ?? effect.cartVersion) + 1 }
}

/** A second "sí" to the same cart while its order waits to be paid is the same order, whichever message said it. */
function isSame(order: Order, effect: PlaceOrder): boolean {
  return (
    order.status === 'pending_payment' &&
    order.total === effect.total &&
    fingerprint(order.items) === fingerprint(effect.items)
  )
}

function fingerprint(items: ReadonlyArray<{ sku: string; quantity: number }>): string {
  return items
    .map((item) => `${item.sku}×${item.quantity}`)
    .sort()
    .join(' ')
}

/** Units by SKU; null where the cart is empty or holds what cannot be bought. Lines of one SKU must agree on the price. */
function mergeItems(items: PlaceOrder['items']): Map<string, number> | null {
  const wanted = new Map<string, number>()
  for (const { sku, quantity } of items) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0 || wanted.has(sku)) return null
    wanted.set(sku, quantity)
  }
  return wanted.size === 0 ? null : wanted
}

async function reserve(
  trx: Db,
  request: { tenantId: string; orderId: string; wanted: ReadonlyMap<string, number>; now: number },
): Promise<
  { ok: true; products: Map<string, LockedProduct> } | { ok: false; reason: 'product_gone' | 'out_of_stock' }
> {
  const { tenantId, wanted } = request
  const skus = [...wanted.keys()]
  const ids = await trx
    .selectFrom('product')
    .select(['id', 'sku'])
    .where('tenant_id', '=', tenantId)
    .where('sku', 'in', skus)
    .where('status', '=', 'active')
    .execute()
  if (ids.length !== skus.length) return { ok: false, reason: 'product_gone' }
  const moved = await moveStock(trx, {
    tenantId,
    orderId: request.orderId,
    move: 'reserve',
    items: ids.map(({ id, sku }) => ({ productId: id, quantity: wanted.get(sku)! })),
    reason: 'placed',
    now: request.now,
  })
  if (!moved.ok) return { ok: false, reason: 'out_of_stock' }
  // Read after the UPDATE took the rows: prices cannot move between here and the commit.
  const rows = await trx
    .selectFrom('product')
    .select(['id', 'sku', 'name', 'category', 'price', 'sale_price', 'sale_from', 'sale_until', 'status'])
    .where('tenant_id', '=', tenantId)
    .where('sku', 'in', skus)
    .execute()
  if (rows.some((row) => row.status !== 'active')) return { ok: false, reason: 'product_gone' }
  const products = new Map(
    rows.map((row) => [
      row.sku,
      {
        id: row.id,
        sku: row.sku,
        name: row.name,
        category: row.category,
        price: row.price,
        salePrice: row.sale_price,
        saleFrom: row.sale_from,
        saleUntil: row.sale_until,
      },
    ]),
  )
  return { ok: true, products }
}

/** Null where today's price is to the peso what the shopper confirmed. */
async function priceAgain(
  trx: Db,
  context: EffectContext,
  effect: PlaceOrder,
  wanted: ReadonlyMap<string, number>,
  products: ReadonlyMap<string, LockedProduct>,
): Promise<PlaceConflict | null> {
  const discounts = await loadDiscounts(trx, context.tenantId)
  const brought = discounts.find((each) => each.code !== null && effect.discounts.some(({ id }) => id === each.id))
  const cart = priceCart({
    items: [...wanted].map(([sku, quantity]) => ({ sku, quantity })),
    products,
    discounts,
    coupon: brought?.code ?? null,
    contactUses: await contactUses(trx, context.tenantId, context.contactId),
    zones: await loadZones(trx, context.tenantId),
    destination: effect.delivery,
    now: context.now,
  })
  if (cart.quote.state === 'undeliverable') return 'undeliverable'
  const shown = new Map(effect.items.map((item) => [item.sku, item.unitPrice]))
  const same =
    cart.lines.every((line) => line.unitPrice === shown.get(line.sku)) &&
    cart.subtotal === effect.subtotal &&
    cart.shipping === effect.shipping
  if (!same) return 'price_changed'
  if (cart.discount !== effect.discount || cart.total !== effect.total) return 'discount_changed'
  return discountsPrint(cart.discounts) === discountsPrint(effect.discounts) ? null : 'discount_changed'
}

function discountsPrint(discounts: ReadonlyArray<{ id: string; amount: number }>): string {
  return discounts
    .map(({ id, amount }) => `${id}:${amount}`)
    .sort()
    .join(' ')
}

/** Inserts the order under a number that is free, and answers it; null where this cart was placed a moment ago. */
async function insertOrder(
  trx: Db,
  context: EffectContext,
  effect: PlaceOrder,
  order: { orderId: string; cartVersion: number; reservedUntil: number },
): Promise<string | null> {
  for (;;) {
    const number = await freeNumber(trx, context.tenantId)
    const result = await trx
      .insertInto('orders')
      .values({
        tenant_id: context.tenantId,
        id: order.orderId,
        number,
        conversation_id: context.conversationId,
        contact_id: context.contactId,
        cart_version: order.cartVersion,
        status: 'pending_payment',
        subtotal: effect.subtotal,
        discount: effect.discount,
        shipping: effect.shipping,
        total: effect.total,
        customer: storableText(toJson(effect.customer)),
        delivery: storableText(toJson(effect.delivery)),
        discounts: toJson(effect.discounts),
        payment_method: effect.paymentMethod,
        accepted_message_id: effect.acceptedMessageId,
        reserved_until: order.reservedUntil,
        placed_at: context.now,
        updated_at: context.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) return number
    const rival = await trx
      .selectFrom('orders')
      .select('id')
      .where('tenant_id', '=', context.tenantId)
      .where('conversation_id', '=', context.conversationId)
      .where('cart_version', '=', order.cartVersion)
      .executeTakeFirst()
    if (rival !== undefined) return null
  }
}

/**
 * Short enough to be said aloud, drawn at random: a number tells neither how much the shop sells nor who else bought.
 * Four digits while most of them are free, then five, then six.
 */
async function freeNumber(trx: Db, tenantId: string): Promise<string> {
  for (let digits = 4; ; digits = Math.min(digits + 1, 9)) {
    const drawn = Array.from({ length: 8 }, () => String(randomInt(10 ** (digits - 1), 10 ** digits)))
    const taken = await trx
      .selectFrom('orders')
      .select('number')
      .where('tenant_id', '=', tenantId)
      .where('number', 'in', drawn)
      .execute()
    // Half of the draws taken means that the shop has outgrown so many digits.
    if (taken.length > 4) continue
    const free = drawn.find((number) => !taken.some((row) => row.number === number))
    if (free !== undefined) return free
  }
}

/** Starts collecting, and the clock that gives the units back. An order for nothing is paid as it is placed. */
async function collect(
  trx: Db,
  request: {
    context: EffectContext
    effect: PlaceOrder
    orderId: string
    number: string
    reservedUntil: number
    baseUrl: string
  },
): Promise<void> {
  const { context, effect, orderId } = request
  const { tenantId, now } = context
  if (effect.total === 0) {
    const order = await lockOrder(trx, tenantId, orderId)
    await sellOrder(trx, order!, { actor: 'system', reason: 'nothing_to_pay', body: { amount: 0 }, now })
    return
  }
  const { url } = await startPayment(trx, {
    tenantId,
    orderId,
    orderNumber: request.number,
    attempt: 1,
    provider: effect.paymentMethod,
    amount: effect.total,
    expiresAt: request.reservedUntil,
    baseUrl: request.baseUrl,
    now,
  })
  if (url !== null) {
    await trx
      .updateTable('orders')
      .set({ payment_url: url })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', orderId)
      .execute()
  }
  await setJob(
    trx,
    {
      tenantId,
      kind: 'reservation_expire',
      key: orderId,
      payload: { tenantId, orderId },
      runAt: request.reservedUntil,
    },
    now,
  )
}
