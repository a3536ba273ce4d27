import { noticeReply, type NoticeFacts, type NoticeKind } from '../../engine/commerce/notices.ts'
import { completeProfile } from '../../engine/reply/profile.ts'
import { moneyTerms } from '../../engine/commerce/terms.ts'
import { reviveState } from '../../engine/dialogue/state.ts'
import type { EpochMs } from '../../engine/types.ts'
import type { Language } from '../../engine/understand/language.ts'
import { fromJson } from '../../store/json.ts'
import { latestProfile } from '../../store/profiles.ts'
import { addOrderEvent, type Order } from '../../store/orders.ts'
import { enqueueBubble } from '../../store/outbox.ts'
import type { Db } from '../../store/store.ts'
import { noticeInVoice } from './notice-voice.ts'

export type Told =
  /** Goes out now, inside the 24 hours. */
  | 'queued'
  /** Outside of them, as the shop's template for this kind of notice. */
  | 'as_template'
  /** Outside of them, and the shop has no template for it, or for one before it: told when the shopper writes again. */
  | 'waits'
  /** Said before: a notice is told once. */
  | 'told_before'
  /** The shopper's conversation has no way out: a conversation from the terminal. */
  | 'no_channel'

/** WhatsApp's own: free text is for those who wrote within it. The outbox decides again when it sends. */
const WINDOW_MS = 24 * 3_600_000

/**
 * Queues a notice about an order, in the transaction that makes it true. The outbox decides at dispatch how it goes:
 * inside the 24 hours as text, after them as the shop's template for this kind of notice, and where the shop has none it
 * waits until the shopper writes.
 */
export async function tellShopper(
  trx: Db,
  order: Order,
  notice: { kind: NoticeKind; facts?: Partial<NoticeFacts>; key?: string; now: EpochMs },
): Promise<Told> {
  const { kind, now } = notice
  const conversation = await trx
    .selectFrom('conversation')
    .innerJoin('tenant', 'tenant.id', 'conversation.tenant_id')
    .leftJoin('channel', 'channel.id', 'conversation.channel_id')
    .leftJoin('conversation_context', (join) =>
      join
        .onRef('conversation_context.tenant_id', '=', 'conversation.tenant_id')
        .onRef('conversation_context.conversation_id', '=', 'conversation.id'),
    )
    .select([
      'conversation.channel_id as channel_id',
      'conversation.last_inbound_at as heard_at',
      'channel.provider as provider',
      'conversation_context.state as state',
      'tenant.settings as settings',
      'tenant.timezone as timezone',
    ])
    .where('conversation.tenant_id', '=', order.tenantId)
    .where('conversation.id', '=', order.conversationId)
    .executeTakeFirst()
  if (!conversation?.channel_id) return 'no_channel'
  const { state } = conversation
  const language = state === null ? 'es' : reviveState(fromJson<unknown>(state)).speech.speaks
  const facts: NoticeFacts = {
    number: order.number,
    total: order.total,
    items: order.items.map((item) => `${item.quantity} × ${item.name}`),
    pickup: order.delivery?.method === 'pickup',
    paymentUrl: order.paymentUrl,
    until: order.reservedUntil === null ? null : momentText(order.reservedUntil, conversation.timezone, language),
    tracking: order.tracking,
    ...notice.facts,
  }
  const terms = moneyTerms(fromJson<Record<string, unknown>>(conversation.settings))
  const template = terms.templates[kind]
  const profile = completeProfile((await latestProfile(trx, order.tenantId))?.body)
  const heldBack = await waitsAlready(trx, order)
  const queued = await enqueueBubble(
    trx,
    {
      tenantId: order.tenantId,
      conversationId: order.conversationId,
      channelId: conversation.channel_id,
      source: `order:${order.id}:${kind}${notice.key === undefined ? '' : `:${notice.key}`}`,
      class: 'notice',
      body: {
        reply: noticeInVoice(noticeReply(kind, facts, language), profile, language),
        ...(template === undefined
          ? {}
          : {
              template: {
                type: 'template' as const,
                name: template,
                language: 'es_CL',
                parameters: [order.customer.name?.split(' ')[0] ?? 'hola', order.number],
              },
            }),
      },
    },
    now,
  )
  if (!queued) return 'told_before'
  await addOrderEvent(trx, order, { kind: 'told', actor: 'system', body: { notice: kind }, at: now })
  const open =
    conversation.provider === 'local' || (conversation.heard_at !== null && now - conversation.heard_at < WINDOW_MS)
  if (open) return 'queued'
  return template === undefined || heldBack ? 'waits' : 'as_template'
}

/** Bubbles go in order: behind one that waits for the shopper to write, a template waits as well. */
async function waitsAlready(trx: Db, order: Order): Promise<boolean> {
  const waiting = await trx
    .selectFrom('outbox')
    .select('id')
    .where('tenant_id', '=', order.tenantId)
    .where('conversation_id', '=', order.conversationId)
    .where('status', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return waiting !== undefined
}

const MOMENTS: Readonly<Record<Language, readonly [locale: string, the: string, on: string]>> = {
  es: ['es-CL', 'el ', 'a las'],
  en: ['en-GB', '', 'at'],
  pt: ['pt-BR', '', 'às'],
}

/** "el martes 24 a las 18:30", on the shop's clock. */
function momentText(at: EpochMs, timezone: string, language: Language): string {
  const [locale, the, on] = MOMENTS[language]
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const day = new Intl.DateTimeFormat(locale, { timeZone: timezone, weekday: 'long', day: 'numeric' })
  return `${the}${day.format(at).replace(',', '')} ${on} ${clock.format(at)}`
}
