import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import type { Db } from './store.ts'

export type RequestKind = 'export' | 'erase' | 'block'

/** Ley 21.719: the shop answers within thirty calendar days. */
const ANSWER_MS = 30 * 24 * 3_600_000

interface NewPrivacyRequest {
  tenantId: string
  contactId: string
  kind: RequestKind
  /** When the shopper asked. */
  requestedAt: EpochMs
  doneAt: EpochMs | null
  /** What shows that it was asked or done, with nothing personal in it. */
  proof: string | null
}

/** Writes a request down with its deadline; `doneAt` where it is answered in the same breath. */
export async function recordRequest(db: Db, request: NewPrivacyRequest): Promise<{ id: string; due_at: string }> {
  const id = createId('prv')
  const due = request.requestedAt + ANSWER_MS
  await db
    .insertInto('privacy_request')
    .values({
      tenant_id: request.tenantId,
      id,
      contact_id: request.contactId,
      kind: request.kind,
      requested_at: request.requestedAt,
      due_at: due,
      done_at: request.doneAt,
      proof: request.proof,
    })
    .execute()
  return { id, due_at: new Date(due).toISOString() }
}

/** Asked again while it waits is the same request: its thirty days began with the first. */
export async function recordRequestOnce(db: Db, request: NewPrivacyRequest): Promise<void> {
  const open = await db
    .selectFrom('privacy_request')
    .select('id')
    .where('tenant_id', '=', request.tenantId)
    .where('contact_id', '=', request.contactId)
    .where('kind', '=', request.kind)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (open === undefined) await recordRequest(db, request)
}
