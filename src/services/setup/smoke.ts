import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { signMetaBody } from '../../channels/meta/signature.ts'
import type { Config } from '../../config.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { conversationId, createId } from '../../ids.ts'
import type { SecretBox } from '../../secrets.ts'
import { insertChannel } from '../../store/channels.ts'
import type { Store } from '../../store/store.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'
import { createTenantRemover } from '../tenants/delete-tenant.ts'

export interface SmokeStep {
  step: string
  ok: boolean
  /** From sending to the finished turn, for messages. */
  ms: number | null
  detail: string
}

/** A turn takes milliseconds; ten seconds are a daemon that is not working. */
const ANSWER_MS = 10_000
/**
 * WhatsApp allows free text for 24 hours after the shopper's last message, and the outbox decides that when it sends. Written
 * as if longer ago, the journey's replies are made, stored, and never leave for a provider.
 */
const WRITTEN_AGO_MS = 25 * 3_600_000
/** Daemons see a new channel within a second. */
const DIRECTORY_MS = 1500

/**
 * A signed journey through the running daemon, in a shop of its own that is removed afterwards: greeting, purchase, cart,
 * and a forged request that must be refused. No other shop, order or provider is touched.
 * Throws `daemon_unreachable`, exit 69.
 */
export function createSmoke(deps: { store: Store; config: Config; secrets: SecretBox; now: () => number }) {
  return async (url: string): Promise<{ ok: boolean; url: string; steps: SmokeStep[] }> => {
    await requireDaemon(url)
    const slug = `smoke-${randomBytes(6).toString('hex')}`
    const shop = await openShop(deps, slug)
    try {
      await sleep(DIRECTORY_MS)
      const steps = [await forged(url, shop)]
      for (const [text, intent] of [
        ['hola', 'greeting'],
        ['quiero 2 tazas de prueba', 'buy_product'],
        ['qué llevo', 'view_cart'],
      ] as const) {
        steps.push(await say(deps, url, shop, text, intent))
      }
      steps.push(await cartHolds(deps, shop))
      return { ok: steps.every((step) => step.ok), url, steps }
    } finally {
      await createTenantRemover(deps)(slug)
    }
  }
}

interface Shop {
  tenantId: string
  phoneNumberId: string
  appSecret: string
  shopper: string
}

async function requireDaemon(url: string): Promise<void> {
  const healthy = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  )
  if (healthy) return
  throw new BotctlError('daemon_unreachable', `no daemon answers at ${url}`, {
    hint: 'start it with botctl serve, or give its address with --url',
    exit: EXIT.unavailable,
  })
}

async function openShop(
  { store, secrets, now }: { store: Store; secrets: SecretBox; now: () => number },
  slug: string,
): Promise<Shop> {
  const tenant = await createTenantCreator({ store, now })({ name: 'Prueba', slug })
  const shop: Shop = {
    tenantId: tenant.id,
    // Longer than any id that Meta gives, so never a real one.
    phoneNumberId: `99${BigInt(`0x${randomBytes(10).toString('hex')}`)}`,
    appSecret: randomBytes(16).toString('hex'),
    shopper: '56900000001',
  }
  await store.db
    .insertInto('product')
    .values({
      tenant_id: tenant.id,
      id: createId('prd'),
      sku: 'TAZA',
      name: 'Taza de prueba',
      category: 'Tazas',
      price: 1990,
      stocked: 10,
      available: 10,
      created_at: now(),
      updated_at: now(),
    })
    .execute()
  const own = { token: randomBytes(16).toString('hex'), appSecret: shop.appSecret, verifyToken: slug }
  await insertChannel(store.db, {
    id: createId('chn'),
    tenantId: tenant.id,
    provider: 'meta',
    address: shop.phoneNumberId,
    displayNumber: null,
    secrets: secrets.sealJson(own, tenant.id),
    settings: {},
    createdAt: now(),
    updatedAt: now(),
  })
  return shop
}

async function forged(url: string, shop: Shop): Promise<SmokeStep> {
  const status = await post(url, shop, 'hola', `wamid.${randomBytes(12).toString('hex')}`, 'not-the-secret', 0)
  return { step: 'a forged message is refused', ok: status === 401, ms: null, detail: `answered ${status}` }
}

async function say(
  deps: { store: Store; now: () => number },
  url: string,
  shop: Shop,
  text: string,
  intent: string,
): Promise<SmokeStep> {
  const id = `wamid.${randomBytes(12).toString('hex')}`
  const started = performance.now()
  const status = await post(url, shop, text, id, shop.appSecret, deps.now() - WRITTEN_AGO_MS)
  const step = `"${text}" is answered`
  if (status !== 200) return { step, ok: false, ms: null, detail: `the webhook answered ${status}` }
  const turn = await waitForTurn(deps.store, shop, text)
  if (turn === null)
    return { step, ok: false, ms: null, detail: 'no answer: the daemon stored it and did not work on it' }
  return {
    step,
    ok: turn.intent === intent && turn.replies.length > 2,
    ms: Math.round(performance.now() - started),
    detail: `understood as ${turn.intent}`,
  }
}

async function waitForTurn(store: Store, shop: Shop, text: string) {
  const deadline = performance.now() + ANSWER_MS
  while (performance.now() < deadline) {
    const row = await store.db
      .selectFrom('conversation_history')
      .select(['intent', 'replies'])
      .where('tenant_id', '=', shop.tenantId)
      .where('text', '=', text)
      .executeTakeFirst()
    if (row) return row
    await sleep(50)
  }
  return null
}

async function cartHolds(deps: { store: Store }, shop: Shop): Promise<SmokeStep> {
  const row = await deps.store.db
    .selectFrom('conversation_context')
    .select('cart_items')
    .where('tenant_id', '=', shop.tenantId)
    .where('conversation_id', '=', conversationId(shop.tenantId, `+${shop.shopper}`))
    .executeTakeFirst()
  return {
    step: 'the cart is kept',
    ok: (row?.cart_items ?? 0) > 0,
    ms: null,
    detail: `${row?.cart_items ?? 0} in the cart`,
  }
}

/** One message as Meta sends it, signed. Resolves to the HTTP status. */
async function post(url: string, shop: Shop, text: string, id: string, secret: string, at: number): Promise<number> {
  const message = {
    from: shop.shopper,
    id,
    timestamp: String(Math.floor(at / 1000)),
    type: 'text',
    text: { body: text },
  }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '56900000000', phone_number_id: shop.phoneNumberId },
    contacts: [{ profile: { name: 'Prueba' }, wa_id: shop.shopper }],
    messages: [message],
  }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '0', changes: [{ field: 'messages', value }] }],
  })
  const response = await fetch(`${url}/webhook/meta`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signMetaBody(body, secret) },
    body,
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  await response.arrayBuffer()
  return response.status
}
