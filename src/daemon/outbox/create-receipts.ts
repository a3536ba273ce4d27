import { createId } from '../../ids.ts'
import type { Log } from '../../log.ts'
import type { PipelineStore } from '../../store/pipeline.ts'
import type { FailedReceipt, Rejection } from '../../store/receipts.ts'
import type { DatabaseHealth } from '../database-errors.ts'
import { decide } from './policy.ts'
import type { ChannelDirectory } from './port.ts'

export interface Receipts {
  start(): void
  stop(): Promise<void>
  /** New receipts are stored: carry them over now. */
  wake(): void
}

const BATCH = 500
/** Without a hint: what another daemon stored and died before carrying over. */
const POLL_MS = 1000
/** Callbacks come within minutes of a send; one without a bubble after this belongs to somebody else's message. */
const ORPHAN_MS = 10 * 60_000

/** Carries stored receipts over to their bubbles, apart from the ack: those rows the workers write too. */
export function createReceipts(deps: {
  store: Pick<PipelineStore, 'receipts'>
  directory: Pick<ChannelDirectory, 'classify'>
  health: DatabaseHealth
  now: () => number
  random: () => number
  log: Log
}): Receipts {
  let running = false
  let wanted = false
  let working: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null

  function reject(failed: FailedReceipt): Rejection {
    const at = deps.now()
    const errorClass = deps.directory.classify(failed.provider, failed.errorCode ?? '')
    const verdict = decide({
      // The provider says that it was not delivered, so nothing is ambiguous about it.
      class: errorClass === 'ambiguous' ? 'transient' : errorClass,
      attempts: Math.max(1, failed.attempts),
      random: deps.random(),
      ambiguousMs: 0,
    })
    deps.log.warn('delivery_failed', {
      tenant: failed.tenantId,
      conversation: failed.conversationId,
      provider: failed.provider,
      kind: errorClass,
      outcome: verdict.action,
      reason: failed.errorCode ?? 'unknown',
    })
    if (verdict.action !== 'retry') return { status: 'dead', errorClass }
    return { status: 'queued', errorClass, nextAt: at + verdict.after, opaqueId: createId('ob') }
  }

  async function work(): Promise<void> {
    try {
      do {
        wanted = false
        const { seen } = await deps.health.watch(deps.store.receipts.apply(BATCH, deps.now(), ORPHAN_MS, reject))
        if (seen === BATCH) wanted = true
      } while (wanted && running)
    } catch (error) {
      deps.log.warn('upkeep_failed', { kind: 'receipts', error })
    } finally {
      working = null
      if (running) {
        timer = setTimeout(wake, POLL_MS)
      }
    }
  }

  function wake(): void {
    wanted = true
    if (!running || working) return
    if (timer) clearTimeout(timer)
    working = work()
  }

  return {
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      if (timer) clearTimeout(timer)
      await working
    },
    wake,
  }
}
