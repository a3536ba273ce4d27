import { moneyTerms } from '../../engine/commerce/terms.ts'
import { SAME_PHONE } from '../../engine/dialogue/checkout-details.ts'
import { withdrawalEnd } from '../../engine/hours/withdrawal-end.ts'
import type { Order, OrderEvent } from '../../store/orders.ts'
import type { Payment } from '../../store/payments.ts'
import type { Refund } from '../../store/refunds.ts'
import type { Tenant } from '../../store/tenants.ts'

/** An order in a list. */
export interface OrderRowDocument {
  number: string
  tenant: string
  status: string
  total: number
  items: number
  customer: string | null
  payment_method: string
  placed_at: string
}

/** An order with everything that a shop needs to fulfil it. Money in whole pesos, times in UTC. */
export interface OrderDocument {
  id: string
  number: string
  tenant: string
  status: string
  items: Array<{ sku: string; name: string; quantity: number; unit_price: number; amount: number }>
  subtotal: number
  discount: number
  shipping: number
  total: number
  customer: {
    name: string | null
    email: string | null
    rut: string | null
    phone: string | null
    notes: string | null
  }
  delivery: {
    method: string
    address: string | null
    comuna: string | null
    region: string | null
    /** The pin that the shopper shared. */
    location: { latitude: number; longitude: number } | null
  } | null
  payment_method: string
  payment_url: string | null
  /** The shopper's message that accepted total and terms. */
  accepted_message_id: string | null
  tracking: string | null
  reserved_until: string | null
  placed_at: string
  paid_at: string | null
  shipped_at: string | null
  delivered_at: string | null
  /** Until then the shopper may withdraw; null before delivery. */
  withdrawal_until: string | null
  payments: Array<{
    attempt: number
    provider: string
    reference: string
    status: string
    reason: string | null
    amount: number
    created_at: string
    settled_at: string | null
  }>
  refunds: Array<{ amount: number; reason: string; status: string; restocked: boolean; created_at: string }>
  timeline: Array<{ at: string; kind: string; actor: string; body: unknown }>
}

export function toOrderDocument(facts: {
  order: Order
  tenant: Pick<Tenant, 'slug' | 'settings' | 'timezone'>
  phone: string | null
  payments: readonly Payment[]
  refunds: readonly Refund[]
  events: readonly OrderEvent[]
}): OrderDocument {
  const { order, tenant } = facts
  const { customer, delivery } = order
  return {
    id: order.id,
    number: order.number,
    tenant: tenant.slug,
    status: order.status,
    items: order.items.map((item) => ({
      sku: item.sku,
      name: item.name,
      quantity: item.quantity,
      unit_price: item.unitPrice,
      amount: item.quantity * item.unitPrice,
    })),
    subtotal: order.subtotal,
    discount: order.discount,
    shipping: order.shipping,
    total: order.total,
    customer: {
      name: customer.name ?? null,
      email: customer.email ?? null,
      rut: customer.rut ?? null,
      phone: customer.phone === undefined || customer.phone === SAME_PHONE ? facts.phone : customer.phone,
      notes: customer.notes ?? null,
    },
    delivery:
      delivery === null
        ? null
        : {
            method: delivery.method,
            address: delivery.address ?? null,
            comuna: delivery.comuna ?? null,
            region: delivery.region ?? null,
            location: delivery.location ?? null,
          },
    payment_method: order.paymentMethod,
    payment_url: order.paymentUrl,
    accepted_message_id: order.acceptedMessageId,
    tracking: order.tracking,
    reserved_until: iso(order.reservedUntil),
    placed_at: new Date(order.placedAt).toISOString(),
    paid_at: iso(order.paidAt),
    shipped_at: iso(order.shippedAt),
    delivered_at: iso(order.deliveredAt),
    withdrawal_until: iso(
      order.deliveredAt === null
        ? null
        : withdrawalEnd(order.deliveredAt, moneyTerms(tenant.settings).withdrawalDays, tenant.timezone),
    ),
    payments: facts.payments.map((payment) => ({
      attempt: payment.attempt,
      provider: payment.provider,
      reference: payment.reference,
      status: payment.status,
      reason: payment.reason,
      amount: payment.amount,
      created_at: new Date(payment.created_at).toISOString(),
      settled_at: iso(payment.settled_at),
    })),
    refunds: facts.refunds.map((refund) => ({
      amount: refund.amount,
      reason: refund.reason,
      status: refund.status,
      restocked: refund.restocked === 1,
      created_at: new Date(refund.created_at).toISOString(),
    })),
    timeline: facts.events.map((event) => ({
      at: new Date(event.at).toISOString(),
      kind: event.kind,
      actor: event.actor,
      body: event.body,
    })),
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
