import { z } from 'zod'
import { BotctlError, EXIT } from '../../../errors.ts'
import { release, replyAsOperator, takeOver } from '../../../services/conversations/conversations.ts'
import { maskWho } from '../../../services/snapshot/mask.ts'
import { readConversationDetail } from '../../../services/snapshot/read-conversation.ts'
import { pageConversations } from '../../../store/api-lists.ts'
import { decodeCursor, pageOf, pageQuery, positionShape, tenantQuery, toPage } from './page.ts'
import { defineRoute, defineWrite, mayDo, type ApiRoute } from './route.ts'

const MODES = ['bot', 'waiting', 'human'] as const
const conversation = z.object({
  id: z.string(),
  who: z.string().describe('number or id of the shopper; masked for viewers'),
  name: z.string().nullable(),
  mode: z.enum(MODES),
  taken_by: z.string().nullable(),
  taken_until: z.iso.datetime().nullable(),
  cart_items: z.number(),
  last_message_at: z.string().nullable(),
})
const detail = conversation.extend({
  transcript: z.array(
    z.object({
      at: z.string(),
      from: z.enum(['shopper', 'bot', 'operator', 'owner', 'system']),
      text: z.string(),
      intent: z.string().nullable(),
      confidence: z.number().nullable(),
      latency_ms: z.number().nullable(),
      delivery: z.enum(['queued', 'sent', 'delivered', 'read', 'failed']).nullable(),
    }),
  ),
  cart: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.number(), unit_price: z.number() })),
  orders: z.array(z.object({ number: z.string(), status: z.string(), total: z.number() })),
})
const mode = z.object({
  conversation: z.string(),
  mode: z.enum(MODES),
  by: z.string().nullable(),
  until: z.string().nullable(),
})
const params = z.object({ slug: z.string().max(100), id: z.string().max(100) })

export const conversationRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/conversations',
    summary: 'Conversations, the newest first',
    role: 'viewer',
    query: z.strictObject({ ...tenantQuery, ...pageQuery, mode: z.enum(MODES).optional() }),
    response: pageOf(conversation.extend({ tenant: z.string() })),
    async handle({ store }, { scope, query, identity }) {
      const rows = await pageConversations(store.db, {
        tenantId: scope,
        mode: query.mode,
        after: decodeCursor(query.cursor, positionShape),
        limit: query.limit + 1,
      })
      const clear = mayDo(identity.user.role, 'agent')
      return toPage(
        rows,
        query.limit,
        (row) => ({
          tenant: row.tenant,
          id: row.id,
          who: clear ? (row.phone ?? row.userId ?? 'unknown') : maskWho(row.phone, row.userId),
          name: clear ? row.name : null,
          mode: row.mode,
          taken_by: row.takeoverBy,
          taken_until: iso(row.takeoverUntil),
          cart_items: row.cartItems ?? 0,
          last_message_at: iso(row.lastInboundAt),
        }),
        ({ at, id }) => ({ at, id }),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/conversations/:id',
    summary: 'One conversation with its newest hundred turns, cart and orders',
    role: 'viewer',
    params,
    response: detail,
    async handle({ store }, { tenant, params: { id }, identity }) {
      const clear = mayDo(identity.user.role, 'agent')
      const found = await readConversationDetail(store.db, { tenantId: tenant!.id, id, reveal: clear })
      if (found === null)
        throw new BotctlError('conversation_not_found', 'there is no conversation with that id', {
          exit: EXIT.notFound,
        })
      return {
        id: found.id,
        who: found.who,
        name: clear ? found.name : null,
        mode: found.mode,
        taken_by: found.takeoverBy,
        taken_until: iso(found.takeoverUntil),
        cart_items: found.cartItems,
        last_message_at: iso(found.lastInboundAt),
        transcript: found.transcript.map((entry) => ({
          at: new Date(entry.at).toISOString(),
          from: entry.from,
          text: entry.text,
          intent: entry.intent,
          confidence: entry.confidence,
          latency_ms: entry.latencyMs,
          delivery: entry.delivery,
        })),
        cart: found.cart.map((item) => ({
          sku: item.sku,
          name: item.name,
          quantity: item.quantity,
          unit_price: item.unitPrice,
        })),
        orders: found.orders.map(({ number, status, total }) => ({ number, status, total })),
      }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/conversations/:id/takeover',
    summary: 'Take a conversation over from the bot',
    role: 'agent',
    audit: 'conversation.takeover',
    params,
    response: mode,
    async handle(deps, { tenant, params: { id }, actor }) {
      const change = await takeOver(deps, { id, tenantId: tenant!.id, by: actor })
      return { data: toMode(change), object: id, after: { mode: change.mode } }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/conversations/:id/release',
    summary: 'Give a conversation back to the bot',
    role: 'agent',
    audit: 'conversation.release',
    params,
    response: mode,
    async handle(deps, { tenant, params: { id } }) {
      const change = await release(deps, { id, tenantId: tenant!.id })
      return { data: toMode(change), object: id, after: { mode: change.mode } }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/conversations/:id/reply',
    summary: 'Say something to the shopper',
    role: 'agent',
    audit: 'conversation.reply',
    params,
    body: z.strictObject({ text: z.string().min(1).max(4096) }),
    response: z.object({ conversation: z.string(), queued: z.boolean(), window_open: z.boolean() }),
    async handle(deps, { tenant, params: { id }, body, actor }) {
      const said = await replyAsOperator(deps, { id, tenantId: tenant!.id, by: actor, text: body.text })
      return {
        data: { conversation: said.conversation, queued: said.queued, window_open: said.windowOpen },
        object: id,
        // What was said stands in the conversation; here its length is enough.
        after: { characters: body.text.length },
      }
    },
  }),
]

function toMode(change: {
  conversation: string
  mode: (typeof MODES)[number]
  by: string | null
  until: number | null
}) {
  return { conversation: change.conversation, mode: change.mode, by: change.by, until: iso(change.until) }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
