import type { Store } from '../store/store.ts'
import { findChannel } from '../store/channels.ts'

/** Settings change a few times a year; five seconds later is at once. */
const LIFE_MS = 5000
const REMEMBERED = 1000
/** Longer than a minute is no burst any more, whatever a shop has set. */
const LONGEST_DEBOUNCE_MS = 60_000

/** Reads a channel's `debounce_ms`: how long a shopper must be silent before a burst is answered as one. */
export function createDebounce(deps: {
  store: Store
  now: () => number
}): (channelId: string | null) => Promise<number> {
  const known = new Map<string, { at: number; ms: number }>()
  return async (channelId) => {
    if (channelId === null) return 0
    const remembered = known.get(channelId)
    const at = deps.now()
    if (remembered && at - remembered.at < LIFE_MS) return remembered.ms
    const channel = await findChannel(deps.store.db, channelId)
    const value = channel?.settings.debounce_ms
    const ms = typeof value === 'number' && value > 0 ? Math.min(value, LONGEST_DEBOUNCE_MS) : 0
    if (known.size >= REMEMBERED) known.clear()
    known.set(channelId, { at, ms })
    return ms
  }
}
