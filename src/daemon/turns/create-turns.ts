import type { Log } from '../../log.ts'
import type { ConversationKey, Lease, Work } from '../../store/leases.ts'
import type { PipelineStore } from '../../store/pipeline.ts'
import { createBatcher } from '../batcher.ts'
import { isDatabaseAway, type DatabaseHealth } from '../database-errors.ts'
import type { Slot } from '../slot.ts'
import type { Tuning } from '../tuning.ts'
import { createReadyQueue } from './ready-queue.ts'
import { createWorkConversation, type WorkConversationDeps } from './work-conversation.ts'

export interface TurnsDeps extends Omit<WorkConversationDeps, 'release' | 'draining' | 'open'> {
  store: PipelineStore
  /** `dmn_…`, written into the leases. */
  owner: string
  health: DatabaseHealth
  now: () => number
  log: Log
  tuning: Tuning
}

export interface Turns {
  start(): void
  /** Begins nothing new, waits for what is under way, gives the rest back. Resolves within `drainMs`. */
  stop(): Promise<void>
  /** Conversations that may have work. Never wrong to call, never needed: the sweeper finds everything. */
  hint(keys: ConversationKey[]): void
  /** Something may have been missed: look at everything now, not at the next sweep. */
  wake(): void
  counts(): { active: number; waiting: number }
}

/** One claim statement takes so many leases at most. */
const CLAIM_SIZE = 200
/** A lease held elsewhere is mostly freed within milliseconds: look again this often, for this long. */
const RETRY_MS = 25
const RETRY_TIMES = 40
/** After the database failed under a conversation. */
const AWAY_MS = 1000
const SWEEP_PER_TENANT = 200
const SWEEP_DUE = 1000

export function createTurns(deps: TurnsDeps): Turns {
  const { store, owner, now, tuning, health, log } = deps
  const ready = createReadyQueue({
    perTenant: tuning.activePerTenant,
    perTenantAmongOthers: tuning.activeAmongOthers,
    now,
  })
  const active = new Map<string, Slot>()
  const retries = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  let claiming = 0
  let running = false
  let pumping = false
  let idle: (() => void) | null = null

  const releaseLease = createBatcher<{ lease: Lease; until: number }, void>({
    max: CLAIM_SIZE,
    concurrency: 2,
    async run(items) {
      const byTime = new Map<number, Lease[]>()
      for (const { lease, until } of items) byTime.set(until, [...(byTime.get(until) ?? []), lease])
      for (const [until, leases] of byTime) await health.watch(store.leases.release(leases, until))
      return items.map(() => undefined)
    },
  })
  const openAgain = createBatcher<Lease, Work>({
    max: CLAIM_SIZE,
    concurrency: 2,
    run: (leases) => health.watch(store.leases.open(leases)),
  })
  const workConversation = createWorkConversation({
    ...deps,
    open: openAgain,
    release: (slot, until = 0) => releaseLease({ lease: slot.lease, until }),
    draining: () => !running,
  })

  function hint(keys: readonly ConversationKey[]): void {
    for (const key of keys) {
      const slot = active.get(name(key))
      if (slot) slot.dirty = true
      else ready.push(key)
    }
    schedule()
  }

  function schedule(): void {
    if (pumping || !running) return
    pumping = true
    setImmediate(() => {
      pumping = false
      pump()
    })
  }

  function pump(): void {
    // Two claims at once: while one reads its work, the next is on its way. More only makes them smaller.
    while (running && claiming < 2 && ready.waiting > 0 && active.size < tuning.active) {
      const keys = ready.take(Math.min(CLAIM_SIZE, tuning.active - active.size))
      if (keys.length === 0) return
      void claim(keys)
    }
  }

  async function claim(keys: ConversationKey[]): Promise<void> {
    claiming += 1
    const slots = new Map<string, Slot>()
    for (const key of keys) {
      // Its place is taken before the lease: a hint that comes meanwhile must not claim the same conversation again.
      const slot: Slot = { lease: { ...key, fence: -1, until: 0 }, dirty: false, lost: false }
      slots.set(name(key), slot)
      active.set(name(key), slot)
    }
    try {
      const at = now()
      const leases = await health.watch(store.leases.claim(keys, owner, at, at + tuning.leaseMs))
      for (const lease of leases) {
        const slot = slots.get(name(lease))
        if (slot) slot.lease = lease
      }
      const works = leases.length === 0 ? [] : await health.watch(store.leases.open(leases))
      for (const work of works) {
        const slot = slots.get(name(work.lease)) as Slot
        slots.delete(name(work.lease))
        retries.delete(name(work.lease))
        void run(slot, work)
      }
      for (const [key, slot] of slots) heldElsewhere(key, slot)
    } catch (error) {
      for (const slot of slots.values()) giveUp(slot, error)
    } finally {
      claiming -= 1
      schedule()
    }
  }

  async function run(slot: Slot, work: Parameters<typeof workConversation>[1]): Promise<void> {
    try {
      await workConversation(slot, work)
      leave(slot)
      if (slot.dirty) hint([slot.lease])
    } catch (error) {
      giveUp(slot, error)
    }
  }

  function leave(slot: Slot): void {
    slot.lost = true
    active.delete(name(slot.lease))
    ready.done(slot.lease)
    if (active.size === 0) idle?.()
    schedule()
  }

  /** The lease runs out by itself; this daemon may take it again at once, as its owner. */
  function giveUp(slot: Slot, error: unknown): void {
    const level = isDatabaseAway(error) ? 'warn' : 'error'
    log[level]('conversation_given_up', {
      tenant: slot.lease.tenantId,
      conversation: slot.lease.conversationId,
      error,
    })
    leave(slot)
    later(AWAY_MS, slot.lease)
  }

  function heldElsewhere(key: string, slot: Slot): void {
    leave(slot)
    const tries = (retries.get(key) ?? 0) + 1
    if (tries > RETRY_TIMES) {
      retries.delete(key)
      return
    }
    retries.set(key, tries)
    later(RETRY_MS, slot.lease)
  }

  function later(ms: number, key: ConversationKey): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      hint([key])
    }, ms)
    timers.add(timer)
  }

  async function renew(): Promise<void> {
    const slots = [...active.values()].filter((slot) => slot.lease.fence >= 0)
    if (slots.length === 0) return
    const held = await health.watch(
      store.leases.renew(
        slots.map((slot) => slot.lease),
        now() + tuning.leaseMs,
      ),
    )
    const renewed = new Map(held.map((lease) => [name(lease), lease]))
    for (const slot of slots) {
      const lease = renewed.get(name(slot.lease))
      // A slot that was left meanwhile is out of `active`; its fence has moved and it needs nothing.
      if (lease && lease.fence === slot.lease.fence) slot.lease = lease
      else slot.lost = true
    }
  }

  async function sweep(): Promise<void> {
    const at = now()
    const [waiting, due] = await Promise.all([
      health.watch(store.inbox.waiting(at - tuning.sweepMs, at, SWEEP_PER_TENANT)),
      health.watch(store.outbox.due(at, SWEEP_DUE)),
    ])
    // Those in hand look after themselves: a hint would only make them look again.
    hint([...waiting, ...due].filter((key) => !active.has(name(key))))
  }

  function sweepNow(): void {
    void sweep().catch((error: unknown) => {
      log.warn('upkeep_failed', { kind: 'sweep', error })
    })
  }

  function every(ms: number, what: string, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
        .catch((error: unknown) => {
          log.warn('upkeep_failed', { kind: what, error })
        })
        .finally(() => {
          if (running || active.size > 0) every(ms, what, work)
        })
    }, ms)
    timers.add(timer)
  }

  return {
    start() {
      running = true
      every(tuning.sweepMs, 'sweep', async () => {
        if (running) await sweep()
      })
      every(tuning.leaseMs / 3, 'renew', renew)
      sweepNow()
    },
    async stop() {
      running = false
      if (active.size > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, tuning.drainMs)
          timers.add(timer)
          idle = resolve
        })
      }
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      const left = [...active.values()].filter((slot) => slot.lease.fence >= 0)
      for (const slot of left) slot.lost = true
      if (left.length === 0) return
      // The fence moves with it: whatever these turns still write is refused, and another daemon starts at once.
      await store.leases.release(left.map((slot) => slot.lease)).catch((error: unknown) => {
        log.warn('release_failed', { count: left.length, error })
      })
    },
    hint,
    wake() {
      if (running) sweepNow()
    },
    counts: () => ({ active: active.size, waiting: ready.waiting }),
  }
}

function name(key: ConversationKey): string {
  return `${key.tenantId} ${key.conversationId}`
}
