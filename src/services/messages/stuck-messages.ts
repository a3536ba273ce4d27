import { BotctlError, EXIT } from '../../errors.ts'
import { dropStuck, findStuckTenant, listStuck, retryStuck, type StuckMessage } from '../../store/messages.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'

export interface StuckMessageDocument {
  id: string
  direction: 'in' | 'out'
  tenant: string
  conversation: string
  attempts: number
  reason: string
  at: string
}

interface Deps {
  store: Store
  now: () => number
  /** Who asks, for the audit log. */
  actor: string
}

/** Messages set aside and bubbles given up on, newest first. Throws `tenant_not_found` (66). */
export async function listStuckMessages(
  deps: Pick<Deps, 'store'>,
  filter: { tenant?: string; limit: number },
): Promise<StuckMessageDocument[]> {
  const { db } = deps.store
  const tenant = filter.tenant === undefined ? null : await requireTenant(db, filter.tenant)
  return (await listStuck(db, { tenantId: tenant?.id ?? null, limit: filter.limit })).map(toDocument)
}

/** Tries a stuck message again; a running daemon takes it up within a second. Throws `message_not_stuck` (66). */
export async function retryStuckMessage(deps: Deps, id: string): Promise<{ id: string; status: 'queued' }> {
  await change(deps, id, 'message.retry', retryStuck)
  return { id, status: 'queued' }
}

/** Gives a message up for good. Throws `message_not_stuck` (66). */
export async function dropStuckMessage(deps: Deps, id: string): Promise<{ id: string; status: 'dropped' }> {
  await change(deps, id, 'message.drop', dropStuck)
  return { id, status: 'dropped' }
}

async function change(
  { store, now, actor }: Deps,
  id: string,
  action: string,
  apply: typeof retryStuck,
): Promise<void> {
  await store.transaction(async (trx) => {
    // Read before: a retried bubble has another id afterwards.
    const tenantId = await findStuckTenant(trx, id)
    if (tenantId === null || !(await apply(trx, id, now()))) {
      throw new BotctlError('message_not_stuck', 'there is no stuck message with that id', {
        hint: 'botctl message list shows them; somebody may have been faster',
        exit: EXIT.notFound,
      })
    }
    await recordAudit(trx, { tenantId, actor, action, object: id }, now())
  })
}

function toDocument(message: StuckMessage): StuckMessageDocument {
  const { conversationId, at, ...rest } = message
  return { ...rest, conversation: conversationId, at: new Date(at).toISOString() }
}
