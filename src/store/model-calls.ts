import { sql } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import type { Store } from './store.ts'

/** Millionths of a US dollar: what the shop spends a day, on one shopper a day, and on one turn. */
export interface ModelLimits {
  dayMicros: number
  personMicros: number
  turnMicros: number
}

/**
 * Sets money aside for a model call before it is made: `worstMicros` counts against every limit until the true cost is
 * known, so that no number of daemons and no crash ever spends more. Null where one of them does not allow it. Without a
 * limit of their own, one shopper's flood would spend the day of all the others.
 */
export async function reserveModelCall(
  store: Store,
  call: {
    tenantId: string
    conversationId: string | null
    purpose: string
    model: string
    worstMicros: number
    turn: string | null
    limits: ModelLimits
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
    // A shopper has one conversation with a shop, whatever number or id the messages came under.
    const own = sql<boolean>`conversation_id = ${call.conversationId}`
    const { day, person, turn } = await trx
      .selectFrom('model_call')
      .select([
        sql<number>`coalesce(sum(cost_micros), 0)`.as('day'),
        sql<number>`coalesce(sum(CASE WHEN ${own} THEN cost_micros END), 0)`.as('person'),
        sql<number>`coalesce(sum(CASE WHEN ${own} AND turn = ${call.turn} THEN cost_micros END), 0)`.as('turn'),
      ])
      .where('tenant_id', '=', call.tenantId)
      .where('at', '>=', call.since)
      .executeTakeFirstOrThrow()
    const { limits, worstMicros } = call
    if (Number(day) + worstMicros > limits.dayMicros) return null
    if (call.conversationId !== null && Number(person) + worstMicros > limits.personMicros) return null
    if (Number(turn) + worstMicros > limits.turnMicros) return null
    const row = await trx
      .insertInto('model_call')
      .values({
        tenant_id: call.tenantId,
        conversation_id: call.conversationId,
        turn: call.turn,
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
