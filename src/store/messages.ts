import { sql } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import type { Db } from './store.ts'
import { wakeDaemons } from './wake.ts'

/** A message that did not find its way: an inbound one set aside (`parked`), or a bubble given up on (`dead`). */
export interface StuckMessage {
  /** `in:<id>` or `ob_…`. */
  id: string
  direction: 'in' | 'out'
  tenant: string
  conversationId: string
  attempts: number
  /** Why: an error's class and code, never what was said. */
  reason: string
  at: EpochMs
}

/** Both kinds, newest first. */
export async function listStuck(db: Db, filter: { tenantId?: string | null; limit: number }): Promise<StuckMessage[]> {
  let parked = db
    .selectFrom('inbox')
    .innerJoin('tenant', 'tenant.id', 'inbox.tenant_id')
    .select(['inbox.id', 'tenant.slug', 'inbox.conversation_id', 'inbox.attempts', 'inbox.error', 'inbox.received_at'])
    .where('inbox.status', '=', 'parked')
    .orderBy('inbox.id', 'desc')
    .limit(filter.limit)
  let dead = db
    .selectFrom('outbox')
    .innerJoin('tenant', 'tenant.id', 'outbox.tenant_id')
    .select([
      'outbox.opaque_id',
      'tenant.slug',
      'outbox.conversation_id',
      'outbox.attempts',
      'outbox.error_class',
      'outbox.error_code',
      'outbox.created_at',
    ])
    .where('outbox.status', '=', 'dead')
    .orderBy('outbox.created_at', 'desc')
    .limit(filter.limit)
  if (filter.tenantId) {
    parked = parked.where('inbox.tenant_id', '=', filter.tenantId)
    dead = dead.where('outbox.tenant_id', '=', filter.tenantId)
  }
  const [inbound, outbound] = [await parked.execute(), await dead.execute()]
  return [
    ...inbound.map((row) => ({
      id: `in:${row.id}`,
      direction: 'in' as const,
      tenant: row.slug,
      conversationId: row.conversation_id,
      attempts: row.attempts,
      reason: row.error ?? 'unknown',
      at: row.received_at,
    })),
    ...outbound.map((row) => ({
      id: row.opaque_id,
      direction: 'out' as const,
      tenant: row.slug,
      conversationId: row.conversation_id,
      attempts: row.attempts,
      reason: [row.error_class, row.error_code].filter((part) => part !== null).join(' ') || 'unknown',
      at: row.created_at,
    })),
  ]
    .sort((a, b) => b.at - a.at)
    .slice(0, filter.limit)
}

/** The shop that a message of either kind belongs to. */
export async function findStuckTenant(db: Db, id: string): Promise<string | null> {
  const inbox = inboxId(id)
  const row =
    inbox === null
      ? await db.selectFrom('outbox').select('tenant_id').where('opaque_id', '=', id).executeTakeFirst()
      : await db.selectFrom('inbox').select('tenant_id').where('id', '=', inbox).executeTakeFirst()
  return row?.tenant_id ?? null
}

/**
 * Puts a stuck message back: a parked one is handled again, a dead bubble is sent again under a fresh id, as the old one
 * may have a failure on record that would answer for it. False where there is no such stuck message.
 */
export async function retryStuck(db: Db, id: string, now: EpochMs): Promise<boolean> {
  const inbox = inboxId(id)
  if (inbox !== null) {
    const key = await db
      .updateTable('inbox')
      .set({ status: 'pending', attempts: 0, error: null })
      .where('id', '=', inbox)
      .where('status', '=', 'parked')
      .returning(['tenant_id as tenantId', 'conversation_id as conversationId'])
      .executeTakeFirst()
    if (key) await wakeDaemons(db, { type: 'conversation', key })
    return key !== undefined
  }
  const key = await db
    .updateTable('outbox')
    .set({
      status: 'queued',
      opaque_id: createId('ob'),
      attempts: 0,
      receipt: 0,
      provider_message_id: null,
      sent_at: null,
      error_class: null,
      error_code: null,
      error_detail: null,
      next_at: now,
    })
    .where('opaque_id', '=', id)
    .where('status', '=', 'dead')
    .returning(['tenant_id as tenantId', 'conversation_id as conversationId'])
    .executeTakeFirst()
  if (key) await wakeDaemons(db, { type: 'conversation', key })
  return key !== undefined
}

/** Gives up for good on a message that is stuck or still waiting. False where there is nothing to give up. */
export async function dropStuck(db: Db, id: string, now: EpochMs): Promise<boolean> {
  const inbox = inboxId(id)
  if (inbox !== null) {
    const result = await db
      .updateTable('inbox')
      .set({ status: 'done', done_at: now, error: sql<string>`coalesce(error, 'dropped')` })
      .where('id', '=', inbox)
      .where('status', 'in', ['parked', 'pending'])
      .executeTakeFirst()
    return result.numUpdatedRows > 0n
  }
  const result = await db
    .updateTable('outbox')
    .set({ status: 'dropped' })
    .where('opaque_id', '=', id)
    .where('status', 'in', ['dead', 'queued', 'waiting'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function inboxId(id: string): number | null {
  const match = /^in:(\d{1,15})$/.exec(id)
  return match ? Number(match[1]) : null
}
