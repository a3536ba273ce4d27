import { sql } from 'kysely'
import { moneyTerms, type MoneyTerms } from '../../engine/commerce/terms.ts'
import { completeProfile } from '../../engine/reply/profile.ts'
import { createVoice } from '../../engine/reply/voice.ts'
import { latestProfile } from '../../store/profiles.ts'
import { consentTo, isOptedOut } from '../../store/consent.ts'
import { fromJson } from '../../store/json.ts'
import { enqueueBubble } from '../../store/outbox.ts'
import type { Db, Store } from '../../store/store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Nobody wants to be reminded of a cart of last week. */
const OLDEST_MS = 3 * DAY_MS
/** Ten to eight in the shop's zone: a message outside of it is a nuisance. */
const MORNING = 10
const EVENING = 20
/** Who wrote within the hour is still shopping. */
const IDLE_MS = HOUR_MS
/** What was not sent by then would come at another hour of the day, or after the purchase. */
const DEADLINE_MS = 2 * HOUR_MS

interface Waiting {
  tenant_id: string
  conversation_id: string
  cart_version: number
  cart_items: number
  cart_updated_at: number | null
  contact_id: string
  channel_id: string | null
  provider: string | null
  last_inbound_at: number | null
}

/**
 * Reminds shoppers of the cart they left: at most twice, a day apart, with their consent, in daytime, and never after a
 * purchase. Answers how many reminders were queued.
 */
export async function remindCarts(deps: { store: Store; now: () => number }): Promise<number> {
  const { db } = deps.store
  const now = deps.now()
  let queued = 0
  const shops = await db
    .selectFrom('tenant')
    .select(['id', 'name', 'settings', 'timezone'])
    .where('status', '=', 'active')
    .execute()
  for (const shop of shops) {
    const terms = moneyTerms(fromJson<Record<string, unknown>>(shop.settings))
    const hour = hourIn(shop.timezone, now)
    if (terms.reminders === 0 || hour < MORNING || hour >= EVENING) continue
    for (const cart of await waitingCarts(db, { tenantId: shop.id, now, hours: terms.reminderHours })) {
      const reminded = await deps.store.transaction((trx) => remind(trx, cart, { name: shop.name, terms, now }))
      if (reminded) queued += 1
    }
  }
  return queued
}

async function waitingCarts(
  db: Db,
  { tenantId, now, hours }: { tenantId: string; now: number; hours: number },
): Promise<Waiting[]> {
  return (
    db
      .selectFrom('conversation_context as context')
      .innerJoin('conversation', (join) =>
        join
          .onRef('conversation.tenant_id', '=', 'context.tenant_id')
          .onRef('conversation.id', '=', 'context.conversation_id'),
      )
      .leftJoin('channel', 'channel.id', 'conversation.channel_id')
      .select([
        'context.tenant_id',
        'context.conversation_id',
        'context.cart_version',
        'context.cart_items',
        'context.cart_updated_at',
        'conversation.contact_id',
        'conversation.channel_id',
        'conversation.last_inbound_at',
        'channel.provider',
      ])
      .where('context.tenant_id', '=', tenantId)
      .where('context.cart_items', '>', 0)
      .where('context.cart_updated_at', '<=', now - hours * HOUR_MS)
      .where('context.cart_updated_at', '>=', now - OLDEST_MS)
      // A person has the conversation: the shop does not talk past them.
      .where('conversation.mode', '=', 'bot')
      .where('conversation.channel_id', 'is not', null)
      .where((eb) => eb.or([eb('last_inbound_at', 'is', null), eb('last_inbound_at', '<=', now - IDLE_MS)]))
      .execute()
  )
}

async function remind(
  trx: Db,
  cart: Waiting,
  shop: { name: string; terms: MoneyTerms; now: number },
): Promise<boolean> {
  const { now, terms } = shop
  const who = { tenantId: cart.tenant_id, contactId: cart.contact_id }
  if ((await consentTo(trx, who, 'reminders')) !== true) return false
  if (await isOptedOut(trx, who.tenantId, who.contactId)) return false
  if (await boughtSince(trx, cart)) return false
  const key = `reminder:${cart.conversation_id}:`
  const sent = await trx
    .selectFrom('outbox')
    .select(['source', 'created_at'])
    .where('tenant_id', '=', cart.tenant_id)
    .where('conversation_id', '=', cart.conversation_id)
    .where(sql<boolean>`source LIKE ${`${key}%`}`)
    .orderBy('created_at', 'desc')
    .execute()
  const last = sent[0]?.created_at ?? null
  if (last !== null && now - last < DAY_MS) return false
  const ofCart = sent.filter((row) => row.source.startsWith(`${key}${cart.cart_version}:`)).length
  if (ofCart >= terms.reminders) return false
  const open = cart.provider === 'local' || (cart.last_inbound_at !== null && now - cart.last_inbound_at < DAY_MS)
  const name = terms.templates.cart
  // Outside the 24 hours only a template may go; without one the shopper is left in peace.
  if (!open && name === undefined) return false
  const profile = completeProfile((await latestProfile(trx, cart.tenant_id))?.body)
  return enqueueBubble(
    trx,
    {
      tenantId: cart.tenant_id,
      conversationId: cart.conversation_id,
      channelId: cart.channel_id,
      source: `${key}${cart.cart_version}:${ofCart + 1}`,
      class: 'campaign',
      body: {
        reply: {
          type: 'buttons',
          text: createVoice(profile).t(
            `Te quedó el carrito a medias en ${shop.name}. ¿Lo retomamos? Si no quieres estos recordatorios, escribe BAJA.`,
            `Le quedó el carrito a medias en ${shop.name}. ¿Lo retomamos? Si no quiere estos recordatorios, escriba BAJA.`,
          ),
          buttons: [{ id: 'cart:resume', title: 'Seguir comprando' }],
        },
        ...(name === undefined
          ? {}
          : { template: { type: 'template' as const, name, language: 'es_CL', parameters: [shop.name] } }),
      },
      deadline: now + DEADLINE_MS,
    },
    now,
  )
}

async function boughtSince(trx: Db, cart: Waiting): Promise<boolean> {
  const order = await trx
    .selectFrom('orders')
    .select('id')
    .where('tenant_id', '=', cart.tenant_id)
    .where('contact_id', '=', cart.contact_id)
    .where('placed_at', '>=', cart.cart_updated_at ?? 0)
    .limit(1)
    .executeTakeFirst()
  return order !== undefined
}

function hourIn(timezone: string, at: number): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(at)
  return Number(text)
}
