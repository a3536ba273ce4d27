import type { InboxRow } from '../../src/daemon/inbox/port.ts'
import { contactId, conversationId, createId } from '../../src/ids.ts'
import type { NewBubble } from '../../src/store/outbox.ts'
import type { Store } from '../../src/store/store.ts'
import type { TurnWrites } from '../../src/services/turns/types.ts'

/** A shop with one channel, straight into the tables. */
export async function addShop(
  store: Store,
  tenantId: string,
  channel: { id: string; provider: 'meta' | 'twilio' | 'local'; address: string } | null = null,
): Promise<void> {
  await store.db
    .insertInto('tenant')
    .values({ id: tenantId, slug: tenantId, name: tenantId, type: 'other', phone: null, created_at: 0, updated_at: 0 })
    .execute()
  if (!channel) return
  await store.db
    .insertInto('channel')
    .values({ ...channel, tenant_id: tenantId, created_at: 0, updated_at: 0 })
    .execute()
}

/** A text from `phone`, as the HTTP room hands it over. */
export function textRow(
  tenantId: string,
  phone: string,
  key: string,
  text = 'hola',
  channelId: string | null = null,
): InboxRow {
  return {
    tenantId,
    providerKey: key,
    channelId,
    conversationId: conversationId(tenantId, phone),
    kind: 'message',
    body: {
      sender: { phone, userId: null, name: null },
      message: { id: key, at: 0, kind: 'text', text },
    },
  }
}

/** What a turn that answers `text` writes; enough for the store, with nothing decided by an engine. */
export function plainWrites(
  tenantId: string,
  phone: string,
  messageId: string,
  at: number,
  replies: string[],
): TurnWrites {
  return {
    tenantId,
    conversationId: conversationId(tenantId, phone),
    contact: { id: contactId(tenantId, phone), phone, userId: null, name: null },
    channelId: null,
    mode: null,
    lastInboundAt: at,
    context: { state: { last: messageId }, cartVersion: 0, cartItems: 0, cartUpdatedAt: null, expiresAt: at + 1000 },
    history: {
      messageId,
      text: messageId,
      replies: replies.map((text) => ({ type: 'text', text })),
      intent: 'greeting',
      confidence: 1,
      source: 'local',
      latencyMs: 1,
      products: [],
      trace: null,
    },
    replies: replies.map((text) => ({ reply: { type: 'text', text }, class: 'reply' })),
    effects: [],
    jobs: [],
  }
}

export function bubble(source: string, text = 'hola', status: NewBubble['status'] = 'sending', nextAt = 0): NewBubble {
  return {
    opaqueId: createId('ob'),
    source,
    channelId: null,
    class: 'reply',
    body: { reply: { type: 'text', text } },
    status,
    nextAt,
  }
}
