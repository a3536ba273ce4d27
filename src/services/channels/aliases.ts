import { LRUCache } from 'lru-cache'
import { findConversationByAlias, readAliases } from '../../store/aliases.ts'
import type { Db } from '../../store/store.ts'

/** Which conversation a number leads to that is not its own: the shopper had another number or id before. */
export interface Aliases {
  /** From memory, but where there are more aliases than it holds. */
  find(tenantId: string, alias: string): string | null | Promise<string | null>
  learn(tenantId: string, alias: string, conversationId: string): void
  /** Takes over what is new; called with the directory's stamp, at most twice a second. */
  refresh(): Promise<void>
}

/** Daemons' clocks differ, and a transaction commits after it took its time: look back so far. */
const OVERLAP_MS = 60_000
/** An alias that was erased is forgotten with the next full reading. */
const RELOAD_MS = 600_000
/** Where memory does not hold all, what is nobody's alias is asked again so often. */
const UNKNOWN_MS = 60_000

/**
 * People who changed their number are few: all of them fit in memory, so no message waits for a look-up. Where they do
 * not (`most`), unknown numbers are looked up, once a minute each.
 */
export function createAliases(deps: { db: Db; now: () => number; most: number }): Aliases {
  const { db, now, most } = deps
  const known = new LRUCache<string, { conversationId: string | null }>({ max: most })
  let since = 0
  let loadedAt = Number.NEGATIVE_INFINITY
  let overflow = false

  function find(tenantId: string, alias: string): string | null | Promise<string | null> {
    const entry = known.get(`${tenantId}:${alias}`)
    if (entry !== undefined) return entry.conversationId
    return overflow ? lookUp(tenantId, alias) : null
  }

  async function lookUp(tenantId: string, alias: string): Promise<string | null> {
    const conversationId = await findConversationByAlias(db, tenantId, alias)
    known.set(`${tenantId}:${alias}`, { conversationId }, conversationId === null ? { ttl: UNKNOWN_MS } : {})
    return conversationId
  }

  return {
    find,
    learn(tenantId, alias, conversationId) {
      known.set(`${tenantId}:${alias}`, { conversationId })
    },
    async refresh() {
      const at = now()
      const whole = at - loadedAt >= RELOAD_MS || at < loadedAt
      const rows = await readAliases(db, whole ? 0 : since, most)
      if (whole) {
        known.clear()
        loadedAt = at
        since = 0
        overflow = false
      }
      // A full page: there are more than memory holds, or than one reading brings.
      if (rows.length === most) overflow = true
      for (const row of rows) {
        known.set(`${row.tenantId}:${row.alias}`, { conversationId: row.conversationId })
        since = Math.max(since, row.at - OVERLAP_MS)
      }
    },
  }
}
