import { toJson } from '../../src/store/json.ts'
import type { Store } from '../../src/store/store.ts'

/** Rows for tests of what operators see, written straight into the tables: a shop, its shoppers, turns, orders. */
export async function seedShop(
  store: Store,
  shop: { id: string; slug?: string; name?: string; timezone?: string; status?: 'active' | 'paused'; at?: number },
): Promise<void> {
  const at = shop.at ?? 0
  await store.db
    .insertInto('tenant')
    .values({
      id: shop.id,
      slug: shop.slug ?? shop.id,
      name: shop.name ?? `Shop ${shop.id}`,
      type: 'other',
      phone: null,
      status: shop.status ?? 'active',
      timezone: shop.timezone ?? 'America/Santiago',
      created_at: at,
      updated_at: at,
    })
    .execute()
}

export async function seedConversation(
  store: Store,
  row: {
    tenant: string
    id: string
    phone?: string
    mode?: 'bot' | 'waiting' | 'human'
    at: number
    cartItems?: number
    state?: unknown
  },
): Promise<void> {
  await store.db
    .insertInto('contact')
    .values({
      tenant_id: row.tenant,
      id: `ctc_${row.id}`,
      phone: row.phone ?? '+56950915617',
      user_id: null,
      name: 'Ana Pérez',
      created_at: row.at,
      updated_at: row.at,
    })
    .execute()
  await store.db
    .insertInto('conversation')
    .values({
      tenant_id: row.tenant,
      id: row.id,
      contact_id: `ctc_${row.id}`,
      mode: row.mode ?? 'bot',
      mode_since: row.mode === undefined || row.mode === 'bot' ? null : row.at,
      last_inbound_at: row.at,
      last_outbound_at: row.at,
      created_at: row.at,
      updated_at: row.at,
    })
    .execute()
  await store.db
    .insertInto('conversation_context')
    .values({
      tenant_id: row.tenant,
      conversation_id: row.id,
      state: toJson(row.state ?? {}),
      cart_items: row.cartItems ?? 0,
      cart_updated_at: row.cartItems === undefined ? null : row.at,
      updated_at: row.at,
      expires_at: row.at + 86_400_000,
    })
    .execute()
}

export async function seedTurn(
  store: Store,
  row: {
    tenant: string
    conversation: string
    id: string
    text: string
    reply?: string
    intent?: string
    confidence?: number
    latencyMs?: number
    source?: string
    at: number
    author?: 'shopper' | 'operator' | 'owner' | 'system'
    products?: string[]
    trace?: unknown
  },
): Promise<void> {
  await store.db
    .insertInto('conversation_history')
    .values({
      tenant_id: row.tenant,
      conversation_id: row.conversation,
      message_id: row.id,
      author: row.author ?? 'shopper',
      text: row.text,
      replies: toJson(row.reply === undefined ? [] : [{ type: 'text', text: row.reply }]),
      intent: row.intent ?? null,
      confidence: row.confidence ?? null,
      source: row.source ?? 'local',
      latency_ms: row.latencyMs ?? null,
      products: toJson(row.products ?? []),
      trace: row.trace === undefined ? null : toJson(row.trace),
      created_at: row.at,
    })
    .execute()
}

export async function seedOrder(
  store: Store,
  row: {
    tenant: string
    id: string
    conversation: string
    status?: 'pending_payment' | 'paid' | 'cancelled' | 'refunded'
    total: number
    placedAt: number
    paidAt?: number
    items?: Array<{ sku: string; name: string; quantity: number; price: number }>
  },
): Promise<void> {
  await store.db
    .insertInto('orders')
    .values({
      tenant_id: row.tenant,
      id: row.id,
      number: row.id,
      conversation_id: row.conversation,
      contact_id: `ctc_${row.conversation}`,
      cart_version: row.placedAt,
      status: row.status ?? (row.paidAt === undefined ? 'pending_payment' : 'paid'),
      subtotal: row.total,
      total: row.total,
      customer: toJson({ name: 'Ana Pérez', email: 'ana@example.cl' }),
      payment_url: 'http://127.0.0.1/pay/x',
      placed_at: row.placedAt,
      paid_at: row.paidAt ?? null,
      updated_at: row.placedAt,
    })
    .execute()
  for (const item of row.items ?? []) {
    await store.db
      .insertInto('order_item')
      .values({
        tenant_id: row.tenant,
        order_id: row.id,
        product_id: `prd_${item.sku}`,
        sku: item.sku,
        name: item.name,
        quantity: item.quantity,
        unit_price: item.price,
      })
      .execute()
  }
}

export async function seedInbox(
  store: Store,
  row: { tenant: string; key: string; conversation: string; at: number; status?: 'pending' | 'done' | 'parked' },
): Promise<void> {
  await store.db
    .insertInto('inbox')
    .values({
      tenant_id: row.tenant,
      provider_key: row.key,
      conversation_id: row.conversation,
      body: '{}',
      status: row.status ?? 'pending',
      received_at: row.at,
    })
    .execute()
}

export async function seedBubble(
  store: Store,
  row: {
    tenant: string
    id: string
    conversation: string
    at: number
    text?: string
    source?: string
    status?: 'queued' | 'sending' | 'sent' | 'dead' | 'dropped' | 'waiting'
    receipt?: number
    sentAt?: number
    errorCode?: string
  },
): Promise<void> {
  await store.db
    .insertInto('outbox')
    .values({
      opaque_id: row.id,
      tenant_id: row.tenant,
      conversation_id: row.conversation,
      source: row.source ?? row.id,
      body: toJson({ type: 'text', text: row.text ?? 'hola' }),
      status: row.status ?? 'queued',
      receipt: row.receipt ?? 0,
      error_code: row.errorCode ?? null,
      next_at: row.at,
      created_at: row.at,
      sent_at: row.sentAt ?? null,
    })
    .execute()
}

export async function seedDaemon(
  store: Store,
  row: { id: string; beatAt: number; stoppedAt?: number; stats?: unknown; version?: string },
): Promise<void> {
  await store.db
    .insertInto('daemon')
    .values({
      id: row.id,
      host: 'bot-1',
      pid: 4242,
      version: row.version ?? '0.1.0',
      started_at: 0,
      beat_at: row.beatAt,
      stopped_at: row.stoppedAt ?? null,
      stats: toJson(row.stats ?? {}),
    })
    .execute()
}

export async function seedCase(
  store: Store,
  row: {
    tenant: string
    id: string
    conversation: string | null
    at: number
    kind?: 'complaint' | 'return'
    summary?: string
    status?: 'open' | 'closed'
  },
): Promise<void> {
  await store.db
    .insertInto('support_case')
    .values({
      tenant_id: row.tenant,
      id: row.id,
      kind: row.kind ?? 'return',
      conversation_id: row.conversation,
      contact_id: null,
      order_id: null,
      summary: row.summary ?? '',
      status: row.status ?? 'open',
      source: row.id,
      created_at: row.at,
    })
    .execute()
}
