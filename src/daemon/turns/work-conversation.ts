import type { Log } from '../../log.ts'
import type { Lease, PendingMessage, Work } from '../../store/leases.ts'
import type { Meter } from '../meter.ts'
import type { Bubble, Delivery } from '../outbox/deliver.ts'
import type { Slot } from '../slot.ts'
import type { Tuning } from '../tuning.ts'
import type { Taken, TakeOptions } from './take-turn.ts'

export interface WorkConversationDeps {
  /** What there is to do in a leased conversation, read again; joins those of other conversations. */
  open(lease: Lease): Promise<Work>
  takeTurn(slot: Slot, messages: PendingMessage[], options: TakeOptions): Promise<Taken>
  deliver(slot: Slot, bubbles: Bubble[], mayRelease: () => boolean): Promise<Delivery>
  /** Gives a lease back; joins those of other conversations. `until` keeps everybody away so long. */
  release(slot: Slot, until?: number): Promise<void>
  /** Milliseconds of silence that end a burst on this channel; 0: each message is a turn of its own. */
  debounceMs(channelId: string | null): Promise<number>
  /** True while the daemon is stopping: finish what is begun, begin nothing. */
  draining(): boolean
  now: () => number
  meter: Meter
  log: Log
  tuning: Tuning
}

/** A burst that never ends is answered after so many times its debounce. */
const LONGEST_BURST = 4

/**
 * Works on one leased conversation until nothing is left to do in it: replies that are due go out before the next
 * message is read, messages in the order they came, one turn after the other. Answers when the next look is worth it,
 * where it knows.
 */
export function createWorkConversation(deps: WorkConversationDeps) {
  const { now, meter } = deps

  return async function workConversation(slot: Slot, work: Work): Promise<void> {
    let messages = work.messages
    let bubbles: Bubble[] = work.bubbles.map((bubble) => ({ ...bubble, fresh: false }))
    let blockedUntil: number | null = null
    let receivedAt: number | null = null
    const idle = (): boolean => messages.length === 0 && !slot.dirty

    for (;;) {
      if (slot.lost) return
      if (bubbles.length > 0 && blockedUntil === null) {
        const delivery = await deps.deliver(slot, bubbles, () => idle() || deps.draining())
        if (delivery.lost || delivery.released) {
          if (!delivery.lost && delivery.rest.length === 0) meterReply(receivedAt)
          return
        }
        if (delivery.rest.length === 0) meterReply(receivedAt)
        bubbles = delivery.rest
        blockedUntil = delivery.blockedUntil
        continue
      }
      if (deps.draining()) return deps.release(slot)
      if (messages.length > 0) {
        const waitUntil = await burstUntil(messages)
        if (waitUntil !== null) return deps.release(slot, waitUntil)
        const burst = nextTurn(messages, (await deps.debounceMs(messages[0]?.channelId ?? null)) > 0)
        const taken = await deps.takeTurn(slot, burst, {
          blockedUntil,
          mayRelease: () => messages.length === burst.length && !slot.dirty && bubbles.length === 0,
        })
        // A parked message frees the lease too: what comes after it is found by whoever looks next.
        if (taken.outcome !== 'committed') {
          if (taken.outcome === 'failed' && taken.parked) slot.dirty = true
          return
        }
        if (taken.released) return
        messages = messages.slice(burst.length)
        receivedAt = burst[0]?.receivedAt ?? null
        bubbles = [...bubbles, ...taken.bubbles.map((bubble) => ({ ...bubble, fresh: bubble.status === 'sending' }))]
        continue
      }
      if (!slot.dirty) return deps.release(slot)
      slot.dirty = false
      const again = await deps.open(slot.lease)
      messages = again.messages
      // Those in hand know more than their rows (`fresh`); rows that others added come behind them.
      const known = new Set(bubbles.map((bubble) => bubble.id))
      for (const row of again.bubbles) if (!known.has(row.id)) bubbles.push({ ...row, fresh: false })
      if (messages.length === 0 && (bubbles.length === 0 || blockedUntil !== null)) return deps.release(slot)
    }
  }

  function meterReply(receivedAt: number | null): void {
    if (receivedAt !== null) meter.time('reply', now() - receivedAt)
  }

  /** Null: take them now. Else the shopper may still be typing: nobody looks before then. */
  async function burstUntil(messages: PendingMessage[]): Promise<number | null> {
    const quiet = await deps.debounceMs(messages[0]?.channelId ?? null)
    if (quiet === 0) return null
    const first = messages[0] as PendingMessage
    const last = messages.at(-1) as PendingMessage
    const until = Math.min(last.receivedAt + quiet, first.receivedAt + quiet * LONGEST_BURST)
    return until > now() ? until : null
  }
}

/** After a failure one at a time, so that the message to blame is found; echoes are never mixed with a shopper's words. */
function nextTurn(messages: PendingMessage[], bursts: boolean): PendingMessage[] {
  const [first] = messages
  if (!first) return []
  if (!bursts || first.attempts > 0) return [first]
  const end = messages.findIndex((message) => message.kind !== first.kind || message.attempts > 0)
  return end === -1 ? messages : messages.slice(0, end)
}
