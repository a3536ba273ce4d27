import { sql } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import type { Store } from './store.ts'

/**
 * Sets money aside for a model call before it is made: `worstMicros` counts against the day's limit until the true cost
 * is known, so that no number of daemons and no crash ever spends more. Null where the limit does not allow it.
 */
export async function reserveModelCall(
  store: Store,
  call: {
    tenantId: string
    conversationId: string | null
    purpose: string
    model: string
    worstMicros: number
    limitMicros: number
    since: EpochMs
    now: EpochMs
  },
): Promise<number | null> {
  return store.transaction(async (trx) => {
    // The tenant's row is the lock: two daemons count one after the other.
    await trx
      .updateTable('tenant')
      .set((tenant) => ({ updated_at: tenant.ref('updated_at') }))
      .where('id', '=', call.tenantId)
      .execute()
    const spent = await trx
      .selectFrom('model_call')
      .select((call) => call.fn.coalesce(call.fn.sum<number>('cost_micros'), sql<number>`0`).as('total'))
      .where('tenant_id', '=', call.tenantId)
      .where('at', '>=', call.since)
      .executeTakeFirstOrThrow()
    if (spent.total + call.worstMicros > call.limitMicros) return null
    const row = await trx
      .insertInto('model_call')
      .values({
        tenant_id: call.tenantId,
        conversation_id: call.conversationId,
        purpose: call.purpose,
        model: call.model,
        outcome: 'reserved',
        cost_micros: call.worstMicros,
        latency_ms: 0,
        at: call.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

/** What the call came to. A call that was never charged (no connection) costs nothing. */
export async function closeModelCall(
  store: Store,
  id: number,
  result: { outcome: string; inputTokens: number; outputTokens: number; costMicros: number; latencyMs: number },
): Promise<void> {
  await store.transaction((trx) =>
    trx
      .updateTable('model_call')
      .set({
        outcome: result.outcome,
        input_tokens: result.inputTokens,
        output_tokens: result.outputTokens,
        cost_micros: result.costMicros,
        latency_ms: result.latencyMs,
      })
      .where('id', '=', id)
      .execute(),
  )
}
