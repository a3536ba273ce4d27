import { expect, it } from 'vitest'
import { textRow } from '../../../test/support/pipeline.ts'
import { silentLog } from '../../log.ts'
import type { PendingMessage } from '../../store/leases.ts'
import { createMeter } from '../meter.ts'
import type { Slot } from '../slot.ts'
import { DEFAULT_TUNING } from '../tuning.ts'
import { createTakeTurn, type TakeTurnDeps } from './take-turn.ts'

/** A turn whose runner throws what no one knows, on a database that has been away since then, or is there. */
async function fail(awaySince: number | null): Promise<{ outcome: string; held: number }> {
  let held = 0
  const deps = {
    store: { turns: { fail: () => Promise.resolve((held += 1) > 0) } },
    runner: { run: () => Promise.reject(new TypeError('the socket was taken from under me')) },
    health: { awaySince: () => awaySince },
    meter: createMeter({ now: Date.now, conversations: () => ({ active: 0, waiting: 0 }) }),
    log: silentLog,
    now: Date.now,
    random: () => 0,
    tuning: DEFAULT_TUNING,
  } as unknown as TakeTurnDeps
  const slot: Slot = {
    lease: { tenantId: 'shop', conversationId: 'c', fence: 1, until: 0 },
    dirty: false,
    lost: false,
  }
  const row = textRow('shop', '+56911111111', '1', 'hola', 'ch')
  const message = { id: 1, kind: 'message', channelId: null, attempts: 0, receivedAt: 0, body: row.body }
  const taken = createTakeTurn(deps)(slot, [message as unknown as PendingMessage], {
    blockedUntil: null,
    mayRelease: () => true,
  })
  const outcome = await taken.then(
    (done) => done.outcome,
    () => 'given up',
  )
  return { outcome, held }
}

it('holds an error that nobody knows against the message, where the database is there', async () => {
  expect(await fail(null)).toEqual({ outcome: 'failed', held: 1 })
})

it('holds nothing against a message that fails while the database is away, whatever the driver says', async () => {
  expect(await fail(Date.now())).toEqual({ outcome: 'given up', held: 0 })
})
