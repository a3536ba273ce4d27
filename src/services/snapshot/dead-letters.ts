import { BotctlError, EXIT } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'

export interface DeadLetterDeps {
  store: Store
  now: () => number
  actor: string
}

/** Puts a reply that was given up on back into the queue, as if it had never been tried. Throws `letter_not_found` (66). */
export async function retryDeadLetter(deps: DeadLetterDeps, wanted: { tenantId: string; id: number }): Promise<void> {
  await move(deps, wanted, 'message.retry', {
    status: 'queued',
    attempts: 0,
    next_at: deps.now(),
    error_class: null,
    error_code: null,
    error_detail: null,
    // It missed its own deadline long ago; whoever tries again means now.
    deadline: null,
  })
}

/** Gives a reply up for good: it leaves the dead letters and is never sent. Throws `letter_not_found` (66). */
export async function dropDeadLetter(deps: DeadLetterDeps, wanted: { tenantId: string; id: number }): Promise<void> {
  await move(deps, wanted, 'message.drop', { status: 'dropped' })
}

async function move(
  deps: DeadLetterDeps,
  wanted: { tenantId: string; id: number },
  action: string,
  set: {
    status: 'queued' | 'dropped'
    attempts?: number
    next_at?: number
    error_class?: null
    error_code?: null
    error_detail?: null
    deadline?: null
  },
): Promise<void> {
  await deps.store.transaction(async (trx) => {
    const changed = await trx
      .updateTable('outbox')
      .set(set)
      .where('tenant_id', '=', wanted.tenantId)
      .where('id', '=', wanted.id)
      // Someone else may have been faster: what is no longer dead must not be sent twice.
      .where('status', '=', 'dead')
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n)
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
        object: String(wanted.id),
        before: { status: 'dead' },
        after: { status: set.status },
      },
      deps.now(),
    )
  })
}
