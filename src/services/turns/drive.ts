import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import type { Lease } from '../../store/leases.ts'
import { openPipeline, type PipelineStore } from '../../store/pipeline.ts'
import type { Store } from '../../store/store.ts'
import type { ApplyEffects } from '../../daemon/turns/port.ts'
import type { TurnDocument, TurnRequest, TurnResult, TurnRunner } from './types.ts'

/** As long as a daemon's own lease: a turn takes milliseconds, and a killed command must not block anybody for long. */
const LEASE_MS = 15_000
/** A daemon works on the same conversation: its turn is over in milliseconds, or its lease in seconds. */
const WAIT_MS = 20_000
const RETRY_MS = 25
/** Facts that move three times between decision and commit are a fault, not bad luck. */
const TRIES = 4

export interface Drive {
  /** One turn, to the end: decided, its effects applied, everything written. Nothing is sent. */
  turn(request: TurnRequest): Promise<TurnDocument>
}

/**
 * Plays turns without a provider: under the same lease, through the same runner and the same commit as the daemon's,
 * but for the bubbles, which go to whoever asked.
 */
export function createDrive(deps: {
  store: Store
  runner: TurnRunner
  applyEffects: ApplyEffects
  now: () => number
}): Drive {
  const owner = `drive:${createId('drv')}`
  let opened: Promise<PipelineStore> | undefined

  return {
    async turn(request) {
      opened ??= openPipeline(deps.store)
      const pipeline = await opened
      for (let attempt = 1; attempt <= TRIES; attempt++) {
        const lease = await claim(pipeline, request)
        const document = await attemptTurn(pipeline, lease, request)
        if (document) return document
      }
      throw new BotctlError('turn_conflict', 'prices or stock kept changing while the turn was decided', {
        hint: 'try again',
        exit: EXIT.tryAgain,
      })
    },
  }

  async function claim(pipeline: PipelineStore, request: TurnRequest): Promise<Lease> {
    const key = { tenantId: request.tenantId, conversationId: request.conversationId }
    const deadline = performance.now() + WAIT_MS
    for (;;) {
      const now = deps.now()
      const [lease] = await pipeline.leases.claim([key], owner, now, now + LEASE_MS)
      if (lease) return lease
      if (performance.now() > deadline) {
        throw new BotctlError('conversation_busy', 'another process is working on this conversation', {
          hint: 'try again in a moment',
          exit: EXIT.tryAgain,
        })
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }

  /** Null where the facts moved: the caller decides anew. */
  async function attemptTurn(
    pipeline: PipelineStore,
    lease: Lease,
    request: TurnRequest,
  ): Promise<TurnDocument | null> {
    let result: TurnResult
    try {
      result = await deps.runner.run(request)
    } catch (error) {
      await pipeline.leases.release([lease])
      throw error
    }
    const now = deps.now()
    if (result.writes.effects.length === 0) {
      const [outcome] = await pipeline.turns.commit(
        [{ lease, inboxIds: [], writes: result.writes, bubbles: [], release: true }],
        now,
      )
      if (outcome?.outcome === 'failed') throw outcome.error
      return outcome?.outcome === 'committed' ? result.document : null
    }
    let document = result.document
    const { contact } = result.writes
    const outcome = await pipeline.turns.commitAlone(lease, [], now, async (trx) => {
      const context = { tenantId: lease.tenantId, conversationId: lease.conversationId, contactId: contact.id, now }
      const applied = await deps.applyEffects(trx, context, result.writes.effects)
      if (applied.outcome === 'conflict') return null
      const finished = result.finish?.(applied) ?? result
      document = finished.document
      return { writes: finished.writes, bubbles: [], release: true }
    })
    if (outcome.outcome === 'committed') return document
    await pipeline.leases.release([lease])
    return null
  }
}
