import type { ConversationKey } from '../../store/leases.ts'

export interface ReadyQueue {
  /** No-op where it waits already. */
  push(key: ConversationKey): void
  /** The next `limit` conversations, one a shop in turn; shops at their cap are passed over. */
  take(limit: number): ConversationKey[]
  /** A conversation taken earlier is no longer being worked on. */
  done(key: ConversationKey): void
  readonly waiting: number
}

/**
 * Who is next. Round robin over shops: one shop's flood makes its own shoppers wait and nobody else's. `perTenant` caps
 * what one shop may have under way, so that a burst never finds every place taken by one shop's slow turns.
 */
export function createReadyQueue(options: { perTenant: number }): ReadyQueue {
  // Map keeps insertion order: the first shop is next, and goes to the end when it was served.
  const shops = new Map<string, Map<string, ConversationKey>>()
  const active = new Map<string, number>()
  let waiting = 0

  function takeOne(): ConversationKey | undefined {
    for (const [tenantId, queue] of shops) {
      if ((active.get(tenantId) ?? 0) >= options.perTenant) continue
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
