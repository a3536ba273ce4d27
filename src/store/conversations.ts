import type { EpochMs } from '../engine/types.ts'
import { fromJson, storableText } from './json.ts'
import type { Db } from './store.ts'

export interface Conversation {
  tenantId: string
  id: string
  contactId: string
  channelId: string | null
  mode: 'bot' | 'waiting' | 'human'
  takeoverBy: string | null
  takeoverUntil: EpochMs | null
  lastInboundAt: EpochMs | null
}

/** By its id alone: ids are made of the shop and the person, so they say which shop. */
export async function findConversation(db: Db, id: string, tenantId?: string): Promise<Conversation | null> {
  let query = db.selectFrom('conversation').selectAll().where('id', '=', id)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    tenantId: row.tenant_id,
    id: row.id,
    contactId: row.contact_id,
    channelId: row.channel_id,
    mode: row.mode,
    takeoverBy: row.takeover_by,
    takeoverUntil: row.takeover_until,
    lastInboundAt: row.last_inbound_at,
  }
}

export async function setConversationMode(
  db: Db,
  key: { tenantId: string; id: string },
  mode: { mode: Conversation['mode']; reason: string | null; by: string | null; until: EpochMs | null },
  now: EpochMs,
): Promise<void> {
  await db
    .updateTable('conversation')
    .set({
      mode: mode.mode,
      mode_reason: mode.reason,
      mode_since: now,
      takeover_by: mode.by,
      takeover_until: mode.until,
      updated_at: now,
    })
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.id)
    .execute()
}

/** Something said outside a turn: by an operator, or by the shop's owner from the phone. */
export async function addSaying(
  db: Db,
  saying: {
    tenantId: string
    conversationId: string
    messageId: string
    author: 'operator' | 'owner' | 'system'
    text: string
    now: EpochMs
  },
): Promise<void> {
  await db
    .insertInto('conversation_history')
    .values({
      tenant_id: saying.tenantId,
      conversation_id: saying.conversationId,
      message_id: saying.messageId,
      author: saying.author,
      text: storableText(saying.text),
      created_at: saying.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'message_id']).doNothing())
    .execute()
}

export interface RecordedRow {
  id: number
  conversationId: string
  messageId: string
  text: string
  replies: string
  intent: string | null
  confidence: number | null
  source: string | null
  latencyMs: number | null
  products: string[]
  /** JSON of a RecordedTurn; null for turns that were not recorded. */
  trace: string | null
  at: EpochMs
}

/** Turns as they were recorded, oldest first: of one conversation, or of a shop since a moment. */
export async function readRecorded(
  db: Db,
  query: {
    tenantId: string
    conversationId?: string
    messageId?: string
    since?: EpochMs
    after?: number
    limit: number
  },
): Promise<RecordedRow[]> {
  let select = db
    .selectFrom('conversation_history')
    .selectAll()
    .where('tenant_id', '=', query.tenantId)
    .where('author', '=', 'shopper')
    .orderBy('id')
    .limit(query.limit)
  if (query.conversationId !== undefined) select = select.where('conversation_id', '=', query.conversationId)
  if (query.messageId !== undefined) select = select.where('message_id', '=', query.messageId)
  if (query.since !== undefined) select = select.where('created_at', '>=', query.since)
  if (query.after !== undefined) select = select.where('id', '>', query.after)
  const rows = await select.execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    text: row.text,
    replies: row.replies,
    intent: row.intent,
    confidence: row.confidence,
    source: row.source,
    latencyMs: row.latency_ms,
    products: fromJson<string[]>(row.products),
    trace: row.trace,
    at: row.created_at,
  }))
}

/** A recorded message by the shop's own id of it or its number in the history; null where there is none. */
export async function findRecorded(db: Db, key: string): Promise<(RecordedRow & { tenantId: string }) | null> {
  const number = /^\d+$/.test(key) ? Number(key) : -1
  const row = await db
    .selectFrom('conversation_history')
    .selectAll()
    .where((where) => where.or([where('message_id', '=', key), where('id', '=', number)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const [recorded] = await readRecorded(db, { tenantId: row.tenant_id, messageId: row.message_id, limit: 1 })
  return recorded ? { ...recorded, tenantId: row.tenant_id } : null
}
