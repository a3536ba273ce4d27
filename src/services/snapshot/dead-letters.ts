import { BotctlError, EXIT } from '../../errors.ts'
import { dropStuck, retryStuck } from '../../store/messages.ts'
import type { Db, Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'

export interface DeadLetterDeps {
  store: Store
  now: () => number
  actor: string
}

/** Puts a reply that was given up on back into the queue, as if it had never been tried. Throws `letter_not_found` (66). */
export async function retryDeadLetter(deps: DeadLetterDeps, wanted: { tenantId: string; id: number }): Promise<void> {
  await move(deps, wanted, 'message.retry', 'queued', async (trx, opaqueId) => {
    // It missed its own deadline long ago; whoever tries again means now.
    await trx.updateTable('outbox').set({ deadline: null }).where('opaque_id', '=', opaqueId).execute()
    return retryStuck(trx, opaqueId, deps.now())
  })
}

/** Gives a reply up for good: it leaves the dead letters and is never sent. Throws `letter_not_found` (66). */
export async function dropDeadLetter(deps: DeadLetterDeps, wanted: { tenantId: string; id: number }): Promise<void> {
  await move(deps, wanted, 'message.drop', 'dropped', (trx, opaqueId) => dropStuck(trx, opaqueId, deps.now()))
}

/** By shop and row, as screens and the API name it; what is no longer dead must not be sent twice. */
async function move(
  deps: DeadLetterDeps,
  wanted: { tenantId: string; id: number },
  action: string,
  status: 'queued' | 'dropped',
  apply: (trx: Db, opaqueId: string) => Promise<boolean>,
): Promise<void> {
  await deps.store.transaction(async (trx) => {
    const letter = await trx
      .selectFrom('outbox')
      .select('opaque_id')
      .where('tenant_id', '=', wanted.tenantId)
      .where('id', '=', wanted.id)
      .where('status', '=', 'dead')
      .executeTakeFirst()
    if (letter === undefined || !(await apply(trx, letter.opaque_id)))
      throw new BotctlError('letter_not_found', 'this dead letter is not there any more', {
        hint: 'someone retried or dropped it',
        exit: EXIT.notFound,
      })
    await recordAudit(
      trx,
      {
        tenantId: wanted.tenantId,
        actor: deps.actor,
        action,
        object: letter.opaque_id,
        before: { status: 'dead' },
        after: { status },
      },
      deps.now(),
    )
  })
}
