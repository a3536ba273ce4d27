import { money } from '../engine/reply/format.ts'
import type { OrderChange } from '../services/orders/change-order.ts'
import type { OrderDocument, OrderRowDocument } from '../services/orders/order-document.ts'
import { facts, table } from './table.ts'

export function orderTable(listed: { orders: OrderRowDocument[]; total: number; page: number; limit: number }): string {
  if (listed.orders.length === 0) return 'no orders yet: botctl test-message "quiero comprar" --tenant SLUG makes one'
  const rows = table(listed.orders, [
    { header: 'NUMBER', value: (row) => row.number },
    { header: 'SHOP', value: (row) => row.tenant, max: 26 },
    { header: 'STATUS', value: (row) => row.status },
    { header: 'TOTAL', value: (row) => money(row.total), align: 'right' },
    { header: 'UNITS', value: (row) => row.items, align: 'right' },
    { header: 'SHOPPER', value: (row) => row.customer, max: 24 },
    { header: 'PAYS BY', value: (row) => row.payment_method },
    { header: 'PLACED', value: (row) => row.placed_at.slice(0, 16).replace('T', ' ') },
  ])
  const shown = (listed.page - 1) * listed.limit + listed.orders.length
  return shown < listed.total ? `${rows}\n${shown} of ${listed.total}; --page ${listed.page + 1} shows more` : rows
}

export function orderText(order: OrderDocument): string {
  const { customer, delivery } = order
  const items = table(order.items, [
    { header: 'SKU', value: (row) => row.sku },
    { header: 'PRODUCT', value: (row) => row.name, max: 44 },
    { header: 'QTY', value: (row) => row.quantity, align: 'right' },
    { header: 'EACH', value: (row) => money(row.unit_price), align: 'right' },
    { header: 'AMOUNT', value: (row) => money(row.amount), align: 'right' },
  ])
  const where =
    delivery === null ? null : [delivery.address, delivery.comuna, delivery.region].filter(Boolean).join(', ')
  const head = facts([
    ['order', `${order.number} (${order.tenant})`],
    ['status', order.status],
    ['shopper', [customer.name, customer.phone, customer.email, customer.rut].filter(Boolean).join(' · ')],
    ['delivery', delivery === null ? null : `${delivery.method}${where ? `: ${where}` : ''}`],
    ...(delivery?.location
      ? [['pin', `https://maps.google.com/?q=${delivery.location.latitude},${delivery.location.longitude}`] as const]
      : []),
    ['notes', customer.notes],
    ['subtotal', money(order.subtotal)],
    ['discount', order.discount === 0 ? null : `−${money(order.discount)}`],
    ['shipping', money(order.shipping)],
    ['total', money(order.total)],
    ['pays by', order.payment_method],
    ['link', order.payment_url],
    ['reserved until', order.reserved_until],
    ['accepted in', order.accepted_message_id],
    ['tracking', order.tracking],
    ['may withdraw until', order.withdrawal_until],
  ])
  const payments = table(order.payments, [
    { header: 'PAYMENT', value: (row) => row.reference },
    { header: 'BY', value: (row) => row.provider },
    { header: 'STATUS', value: (row) => row.status },
    { header: 'AMOUNT', value: (row) => money(row.amount), align: 'right' },
    { header: 'REASON', value: (row) => row.reason },
  ])
  const refunds =
    order.refunds.length === 0
      ? ''
      : `\n\n${table(order.refunds, [
          { header: 'REFUND', value: (row) => money(row.amount), align: 'right' },
          { header: 'STATUS', value: (row) => row.status },
          { header: 'BACK ON SHELF', value: (row) => (row.restocked ? 'yes' : 'no') },
          { header: 'REASON', value: (row) => row.reason },
        ])}`
  const timeline = order.timeline
    .map((event) => `${event.at.slice(0, 19).replace('T', ' ')}  ${event.kind}  ${event.actor}`)
    .join('\n')
  return `${head}\n\n${items}\n\n${payments}${refunds}\n\n${timeline}`
}

const TOLD: Record<NonNullable<OrderChange['told']>, string> = {
  queued: 'the shopper is told',
  as_template: "the shopper is told with the shop's template (the 24 hours are over)",
  waits:
    'the shopper hears it on writing again: the 24 hours are over, and the shop has no template for this or for a notice before it',
  told_before: 'the shopper was told before',
  no_channel: 'the shopper cannot be told: the conversation has no channel',
}

export function changeText(change: OrderChange): string {
  const told = change.told === null ? '' : `\n${TOLD[change.told]}`
  return `order ${change.number} is ${change.status.replace('_', ' ')}${told}`
}
