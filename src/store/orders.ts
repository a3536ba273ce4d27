import type { Selectable } from 'kysely'
import type { Customer, Delivery } from '../engine/commerce/effects.ts'
import type { EpochMs, OrderFacts, OrderStatus } from '../engine/types.ts'
import { fromJson, toJson } from './json.ts'
import type { OrderItemTable, OrdersTable } from './schema.ts'
import type { Db } from './store.ts'

export type OrderRow = Selectable<OrdersTable>
export type OrderItemRow = Selectable<OrderItemTable>

/** An order with what the shop needs to fulfil it. */
export interface Order {
  tenantId: string
  id: string
  number: string
  conversationId: string
  contactId: string
  status: OrderStatus
  stockState: 'reserved' | 'sold' | 'released'
  items: Array<{ productId: string; sku: string; name: string; quantity: number; unitPrice: number }>
  subtotal: number
  discount: number
  shipping: number
  total: number
  currency: string
  customer: Customer
  delivery: Delivery | null
  discounts: Array<{ id: string; amount: number }>
  paymentMethod: string
  paymentUrl: string | null
  acceptedMessageId: string | null
  tracking: string | null
  reservedUntil: EpochMs | null
  placedAt: EpochMs
  paidAt: EpochMs | null
  shippedAt: EpochMs | null
  deliveredAt: EpochMs | null
  closedAt: EpochMs | null
}

/**
 * Takes the order's row for the rest of the transaction: whoever else wants to pay, cancel or expire it waits. Written
 * as an UPDATE that changes nothing, because that locks the row on both databases.
 */
export async function lockOrder(trx: Db, tenantId: string, orderId: string): Promise<Order | null> {
  const row = await trx
    .updateTable('orders')
    .set((order) => ({ updated_at: order.ref('updated_at') }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', orderId)
    .returningAll()
    .executeTakeFirst()
  return row ? withItems(trx, row) : null
}

export async function findOrder(db: Db, tenantId: string, orderId: string): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  return row ? withItems(db, row) : null
}

export async function findOrderByNumber(db: Db, tenantId: string, number: string): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? withItems(db, row) : null
}

/** This shopper's own orders in this shop, the latest first. */
export async function loadOrderFacts(db: Db, tenantId: string, contactId: string, limit = 10): Promise<OrderFacts[]> {
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const items = await db
    .selectFrom('order_item')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(
      'order_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('sku')
    .execute()
  return rows.map((row) =>
    orderFacts(
      toOrder(
        row,
        items.filter((item) => item.order_id === row.id),
      ),
    ),
  )
}

export function orderFacts(order: Order): OrderFacts {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    items: order.items.map(({ sku, name, quantity, unitPrice }) => ({ sku, name, quantity, unitPrice })),
    subtotal: order.subtotal,
    discount: order.discount,
    shipping: order.shipping,
    total: order.total,
    paymentUrl: order.paymentUrl,
    paymentMethod: order.paymentMethod,
    placedAt: order.placedAt,
    deliveredAt: order.deliveredAt,
  }
}

export interface OrderEvent {
  kind: string
  actor: string
  body: unknown
  at: EpochMs
}

/** One line of the order's timeline. */
export async function addOrderEvent(db: Db, order: { tenantId: string; id: string }, event: OrderEvent): Promise<void> {
  await db
    .insertInto('order_event')
    .values({
      tenant_id: order.tenantId,
      order_id: order.id,
      kind: event.kind,
      actor: event.actor,
      body: toJson(event.body ?? {}),
      at: event.at,
    })
    .execute()
}

export async function listOrderEvents(db: Db, tenantId: string, orderId: string): Promise<OrderEvent[]> {
  const rows = await db
    .selectFrom('order_event')
    .select(['kind', 'actor', 'body', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map(({ kind, actor, body, at }) => ({ kind, actor, body: fromJson<unknown>(body), at }))
}

async function withItems(db: Db, row: OrderRow): Promise<Order> {
  const items = await db
    .selectFrom('order_item')
    .selectAll()
    .where('tenant_id', '=', row.tenant_id)
    .where('order_id', '=', row.id)
    .orderBy('sku')
    .execute()
  return toOrder(row, items)
}

export function toOrder(row: OrderRow, items: readonly OrderItemRow[]): Order {
  const delivery = fromJson<Delivery | Record<string, never>>(row.delivery)
  return {
    tenantId: row.tenant_id,
    id: row.id,
    number: row.number,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    status: row.status,
    stockState: row.stock_state,
    items: items.map((item) => ({
      productId: item.product_id,
      sku: item.sku,
      name: item.name,
      quantity: item.quantity,
      unitPrice: item.unit_price,
    })),
    subtotal: row.subtotal,
    discount: row.discount,
    shipping: row.shipping,
    total: row.total,
    currency: row.currency,
    customer: fromJson<Customer>(row.customer),
    delivery: 'method' in delivery ? (delivery as Delivery) : null,
    discounts: fromJson<Array<{ id: string; amount: number }>>(row.discounts),
    paymentMethod: row.payment_method,
    paymentUrl: row.payment_url,
    acceptedMessageId: row.accepted_message_id,
    tracking: row.tracking,
    reservedUntil: row.reserved_until,
    placedAt: row.placed_at,
    paidAt: row.paid_at,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    closedAt: row.closed_at,
  }
}
