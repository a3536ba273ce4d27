import type { EpochMs } from '../engine/types.ts'
import { createId } from '../ids.ts'
import { storableText } from './json.ts'
import type { SupportCaseTable } from './schema.ts'
import type { Db } from './store.ts'

export interface NewCase {
  tenantId: string
  kind: SupportCaseTable['kind']
  conversationId: string | null
  contactId: string | null
  orderId: string | null
  /** The facts gathered, in a sentence or two. */
  summary: string
  /** One source opens one case, whatever is retried. */
  source: string
}

/** Something that needs a person. False where that source opened one before. */
export async function openCase(db: Db, request: NewCase, now: EpochMs): Promise<boolean> {
  const result = await db
    .insertInto('support_case')
    .values({
      tenant_id: request.tenantId,
      id: createId('cas'),
      kind: request.kind,
      conversation_id: request.conversationId,
      contact_id: request.contactId,
      order_id: request.orderId,
      summary: storableText(request.summary),
      source: request.source,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
