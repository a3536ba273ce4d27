import { z } from 'zod'
import { BotctlError, EXIT } from '../../../errors.ts'
import { cancelOrder } from '../../../services/orders/cancel-order.ts'
import { fulfilOrder } from '../../../services/orders/fulfil-order.ts'
import { payByHand } from '../../../services/orders/pay-by-hand.ts'
import { finishRefundByHand, refundOrder } from '../../../services/orders/refund-order.ts'
import { resendLink } from '../../../services/orders/resend-link.ts'
import { pageOrders } from '../../../store/api-lists.ts'
import { findOrder, findOrderByNumber, type Order } from '../../../store/orders.ts'
import type { Role } from '../../../store/users.ts'
import { decodeCursor, pageOf, pageQuery, positionShape, tenantQuery, toPage } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const STATUSES = [
  'pending_payment',
  'paid',
  'preparing',
  'shipped',
  'delivered',
  'cancelled',
  'expired',
  'refunded',
] as const

const order = z.object({
  number: z.string(),
  status: z.enum(STATUSES),
  conversation: z.string(),
  items: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.number(), unit_price: z.number() })),
  subtotal: z.number(),
  discount: z.number(),
  shipping: z.number(),
  total: z.number(),
  payment_method: z.string(),
  payment_url: z.string().nullable(),
  customer: z
    .object({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() })
    .nullable()
    .describe('null for viewers'),
  delivery: z
    .object({ method: z.string(), address: z.string().optional(), comuna: z.string().optional() })
    .nullable()
    .describe('null for viewers'),
  tracking: z.string().nullable(),
  placed_at: z.string(),
  paid_at: z.string().nullable(),
})

const orderParams = z.object({ slug: z.string().max(100), number: z.string().max(100) })
const orderChange = z.object({
  number: z.string(),
  status: z.string(),
  told: z.string().nullable().describe('what the shopper hears of it, and when'),
})

export const orderRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/orders',
    summary: 'Orders, the newest first',
    role: 'viewer',
    query: z.strictObject({ ...tenantQuery, ...pageQuery, status: z.enum(STATUSES).optional() }),
    response: pageOf(order.extend({ tenant: z.string() })),
    async handle({ store }, { scope, query, identity }) {
      const keys = await pageOrders(store.db, {
        tenantId: scope,
        status: query.status,
        after: decodeCursor(query.cursor, positionShape),
        limit: query.limit + 1,
      })
      const rows = await Promise.all(
        keys.map(async (key) => ({ ...key, order: await findOrder(store.db, key.tenantId, key.id) })),
      )
      return toPage(
        rows.flatMap((row) => (row.order === null ? [] : [{ ...row, order: row.order }])),
        query.limit,
        (row) => ({ tenant: row.tenant, ...toOrderDocument(row.order, identity.user.role) }),
        ({ at, id }) => ({ at, id }),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/orders/:number',
    summary: 'One order',
    role: 'viewer',
    params: orderParams,
    response: order,
    async handle({ store }, { tenant, params, identity }) {
      const found = await findOrderByNumber(store.db, tenant!.id, params.number)
      if (found === null)
        throw new BotctlError('order_not_found', 'there is no order with that number', { exit: EXIT.notFound })
      return toOrderDocument(found, identity.user.role)
    },
  }),
  ...(['preparing', 'shipped', 'delivered'] as const).map((step) =>
    defineWrite({
      method: 'POST',
      path: `/api/clients/:slug/orders/:number/${step}`,
      summary: `Take a paid order one step further: ${step}; the shopper is told`,
      role: 'operator',
      audit: null,
      params: orderParams,
      body: z.strictObject({ tracking: z.string().max(200).optional() }),
      response: orderChange,
      async handle(deps, { tenant, params, body, actor }) {
        const wanted = { tenant: tenant!.slug, number: params.number, step, tracking: body.tracking }
        return { data: await fulfilOrder({ ...deps, actor }, wanted), object: params.number }
      },
    }),
  ),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/orders/:number/cancel',
    summary: 'Call an unpaid order off: its units go back on the shelf, the shopper is told',
    role: 'operator',
    audit: null,
    params: orderParams,
    body: z.strictObject({ reason: z.string().max(200).default('shop') }),
    response: orderChange,
    async handle(deps, { tenant, params, body, actor }) {
      const wanted = { tenant: tenant!.slug, number: params.number, reason: body.reason }
      return { data: await cancelOrder({ ...deps, actor }, wanted), object: params.number }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/orders/:number/resend-link',
    summary: 'Send the payment link of an unpaid order again',
    role: 'agent',
    audit: null,
    params: orderParams,
    response: orderChange,
    async handle(deps, { tenant, params, actor }) {
      const wanted = { tenant: tenant!.slug, number: params.number }
      return { data: await resendLink({ ...deps, actor }, wanted), object: params.number }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/orders/:number/pay',
    summary: 'Somebody saw the money: a transfer or cash. Links are settled by asking the provider, never by hand',
    role: 'operator',
    audit: null,
    params: orderParams,
    body: z.strictObject({ note: z.string().max(300).optional().describe('where it can be found again') }),
    response: orderChange,
    async handle(deps, { tenant, params, body, actor }) {
      const wanted = { tenant: tenant!.slug, number: params.number, note: body.note ?? null }
      return { data: await payByHand({ ...deps, actor }, wanted), object: params.number }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/orders/:number/refund',
    summary: 'Give the money back, whole or in part, through whoever collected it',
    role: 'operator',
    audit: null,
    params: orderParams,
    body: z.strictObject({
      amount: z.number().int().min(1).optional().describe('pesos; without it everything that came'),
      reason: z.string().max(200).default('by the shop'),
      restock: z.boolean().optional().describe('the units go back on the shelf'),
    }),
    response: orderChange,
    async handle(deps, { tenant, params, body, actor }) {
      const wanted = { tenant: tenant!.slug, number: params.number, ...body }
      return { data: await refundOrder({ ...deps, actor }, wanted), object: params.number }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/orders/:number/refund-done',
    summary: 'The money went back by hand: completes the refunds that are open',
    role: 'operator',
    audit: null,
    params: orderParams,
    response: orderChange,
    async handle(deps, { tenant, params, actor }) {
      const wanted = { tenant: tenant!.slug, number: params.number }
      return { data: await finishRefundByHand({ ...deps, actor }, wanted), object: params.number }
    },
  }),
]

/** Who bought and where it goes is for those who fulfil orders. */
function toOrderDocument(found: Order, role: Role): z.input<typeof order> {
  const mayKnow = role !== 'viewer'
  const { name, email, phone } = found.customer
  return {
    number: found.number,
    status: found.status,
    conversation: found.conversationId,
    items: found.items.map((item) => ({
      sku: item.sku,
      name: item.name,
      quantity: item.quantity,
      unit_price: item.unitPrice,
    })),
    subtotal: found.subtotal,
    discount: found.discount,
    shipping: found.shipping,
    total: found.total,
    payment_method: found.paymentMethod,
    payment_url: mayKnow ? found.paymentUrl : null,
    customer: mayKnow ? { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) } : null,
    delivery:
      mayKnow && found.delivery !== null
        ? {
            method: found.delivery.method,
            ...(found.delivery.address && { address: found.delivery.address }),
            ...(found.delivery.comuna && { comuna: found.delivery.comuna }),
          }
        : null,
    tracking: found.tracking,
    placed_at: new Date(found.placedAt).toISOString(),
    paid_at: found.paidAt === null ? null : new Date(found.paidAt).toISOString(),
  }
}
