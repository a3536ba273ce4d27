import type { ConversationKey } from '../../store/leases.ts'
import { createBuckets } from '../outbox/buckets.ts'

export interface ReadyQueue {
  /** No-op where it waits already. */
  push(key: ConversationKey): void
  /** The next `limit` conversations, one a shop in turn; shops at their cap are passed over. */
  take(limit: number): ConversationKey[]
  /** A conversation taken earlier is no longer being worked on. */
  done(key: ConversationKey): void
  readonly waiting: number
}

/** A shop that had a message so recently is about: its next one should find a daemon that is not full of another's. */
const ABOUT_MS = 5000

/**
 * So many conversations of one shop waiting are a flood. Beside others it is worked off no faster than its number may send:
 * answers made sooner would wait in the outbox, and cost the others the processor. The burst is what may gather between
 * two looks of the sweeper, which is who comes back to it when nothing else happens.
 */
const FLOOD = 200
const FLOOD_PACE = { everyMs: 1000 / 80, burst: 40 }

/**
 * Who is next. Round robin over shops: one shop's flood makes its own shoppers wait and nobody else's. `perTenant` caps
 * what one shop may have under way, so that a burst never finds every place taken by one shop's slow turns; while other
 * shops are about, `perTenantAmongOthers` does: whoever comes waits behind all that was begun before.
 */
export function createReadyQueue(options: {
  perTenant: number
  perTenantAmongOthers: number
  now: () => number
}): ReadyQueue {
  // Map keeps insertion order: the first shop is next, and goes to the end when it was served.
  const shops = new Map<string, Map<string, ConversationKey>>()
  const active = new Map<string, number>()
  const pace = createBuckets(FLOOD_PACE)
  let waiting = 0
  // The two shops that were heard last: enough to know, of any shop, when another was.
  let last = { tenantId: '', at: Number.NEGATIVE_INFINITY }
  let lastOther = last

  function heard(tenantId: string): void {
    if (tenantId !== last.tenantId) lastOther = last
    last = { tenantId, at: options.now() }
  }

  /** Whether another of this shop's conversations may begin now. */
  function mayBegin(tenantId: string, queued: number): boolean {
    const at = options.now()
    const other = last.tenantId === tenantId ? lastOther : last
    const underWay = active.get(tenantId) ?? 0
    if (at - other.at >= ABOUT_MS) return underWay < options.perTenant
    return underWay < options.perTenantAmongOthers && (queued < FLOOD || pace.take(tenantId, at) === 0)
  }

  function takeOne(): ConversationKey | undefined {
    for (const [tenantId, queue] of shops) {
      if (!mayBegin(tenantId, queue.size)) continue
      const [first] = queue.values()
      if (!first) continue
      queue.delete(first.conversationId)
      shops.delete(tenantId)
      if (queue.size > 0) shops.set(tenantId, queue)
      active.set(tenantId, (active.get(tenantId) ?? 0) + 1)
      waiting -= 1
      return first
    }
    return undefined
  }

  return {
    push({ tenantId, conversationId }) {
      heard(tenantId)
      let queue = shops.get(tenantId)
      if (!queue) {
        queue = new Map()
        shops.set(tenantId, queue)
      }
      if (queue.has(conversationId)) return
      queue.set(conversationId, { tenantId, conversationId })
      waiting += 1
    },
    take(limit) {
      const taken: ConversationKey[] = []
      while (taken.length < limit) {
        const key = takeOne()
        if (!key) break
        taken.push(key)
      }
      return taken
    },
    done({ tenantId }) {
      const left = (active.get(tenantId) ?? 0) - 1
      if (left > 0) active.set(tenantId, left)
      else active.delete(tenantId)
    },
    get waiting() {
      return waiting
    },
  }
}
