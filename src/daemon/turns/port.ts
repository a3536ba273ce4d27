import type { Transaction } from 'kysely'
import type { Effect, EffectContext } from '../../engine/commerce/effects.ts'
import type { EffectsOutcome } from '../../services/turns/types.ts'
import type { Schema } from '../../store/schema.ts'

/** `store/commerce.applyEffects`: money, stock and rights, inside the turn's transaction. */
export type ApplyEffects = (
  trx: Transaction<Schema>,
  context: EffectContext,
  effects: Effect[],
) => Promise<EffectsOutcome>
