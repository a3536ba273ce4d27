import type { ChannelAccount, ChannelProvider, SendResult } from '../../channels/port.ts'
import type { Log } from '../../log.ts'
import type { BubbleUpdate, Settlement, UnsentBubble } from '../../store/outbox.ts'
import type { PipelineStore } from '../../store/pipeline.ts'
import type { DatabaseHealth } from '../database-errors.ts'
import type { Meter } from '../meter.ts'
import type { Slot } from '../slot.ts'
import type { Tuning } from '../tuning.ts'
import { createBuckets } from './buckets.ts'
import { decide } from './policy.ts'
import type { ChannelDirectory } from './port.ts'

export interface DeliverDeps {
  store: Pick<PipelineStore, 'outbox' | 'receipts' | 'leases'>
  /** Joins the settlements of other conversations in one transaction. */
  settle(settlement: Settlement): Promise<boolean>
  directory: ChannelDirectory
  health: Pick<DatabaseHealth, 'reachableSince'>
  /** The last word of a shopper on being written to. */
  isOptedOut(tenantId: string, contactId: string): Promise<boolean>
  now: () => number
  random: () => number
  sleep(ms: number): Promise<void>
  meter: Meter
  log: Log
  tuning: Tuning
}

/** A bubble in hand. `fresh`: this daemon committed it a moment ago as `sending` and has not tried yet. */
export interface Bubble extends UnsentBubble {
  fresh: boolean
}

export interface Delivery {
  /** Bubbles that stay, in order; empty where all found their end. */
  rest: Bubble[]
  /** The rest may go on then; null where nothing is known, or nothing is left. */
  blockedUntil: number | null
  lost: boolean
  released: boolean
}

/** What one bubble came to; `blocked` holds back all after it. */
interface Outcome {
  update: BubbleUpdate | null
  blocked: boolean
  until: number | null
  lost?: boolean
}

// Meta, per shopper: one message every 6 seconds, and up to 45 at once.
const PAIR = { everyMs: 6000, burst: 45 }
// Meta and Twilio, per number: 80 a second.
const NUMBER = { everyMs: 1000 / 80, burst: 80 }
const WINDOW_MS = 24 * 3600 * 1000
/** Waiting for the number's turn happens in place up to this; longer waits give the lease back. */
const PATIENCE_MS = 2000
const SLOW_DOWN_MS = 1000

/**
 * Sends a conversation's bubbles one after the other: each waits for the result of the one before. Each result is on
 * disk, under the fence, before the next one goes out.
 */
export function createDeliver(deps: DeliverDeps) {
  const { store, directory, now, meter, tuning } = deps
  const pairs = createBuckets(PAIR)
  const numbers = createBuckets(NUMBER)
  const circuits = new Map<string, number>()

  return async function deliver(slot: Slot, bubbles: Bubble[], mayRelease: () => boolean): Promise<Delivery> {
    for (const [index, bubble] of bubbles.entries()) {
      const outcome = await attempt(slot, bubble)
      if (outcome.lost || slot.lost)
        return { rest: bubbles.slice(index), blockedUntil: null, lost: true, released: false }
      const behind = bubbles.slice(index + 1)
      const updates = outcome.update ? [outcome.update] : []
      const waits = outcome.update?.status === 'waiting'
      if (waits) updates.push(...behind.map((row) => change(row, { status: 'waiting', errorClass: 'window' })))
      const released = (behind.length === 0 || outcome.blocked) && mayRelease()
      if (updates.length > 0 || released) {
        const delayRest = outcome.blocked && !waits ? outcome.until : null
        const held = await deps.settle({ lease: slot.lease, updates, delayRest, release: released })
        if (!held) return { rest: behind, blockedUntil: null, lost: true, released: false }
      }
      if (outcome.blocked) {
        const rest = waits ? [] : [{ ...bubble, ...pick(outcome.update), fresh: false }, ...behind]
        return { rest, blockedUntil: outcome.until, lost: false, released }
      }
      if (released) return { rest: [], blockedUntil: null, lost: false, released }
    }
    return { rest: [], blockedUntil: null, lost: false, released: false }
  }

  async function attempt(slot: Slot, bubble: Bubble): Promise<Outcome> {
    const at = now()
    if (!bubble.fresh && bubble.nextAt > at) return { update: null, blocked: true, until: bubble.nextAt }
    if (bubble.deadline !== null && bubble.deadline <= at) return end(bubble, 'dropped', 'expired', 'past its deadline')
    const unwanted = reasonNotToSend(bubble)
    if (unwanted) return end(bubble, 'dropped', unwanted, null)
    if (bubble.class === 'campaign' && bubble.contact !== null) {
      // Asked at the last moment: "BAJA" may have come since it was queued. What concerns the shopper's own order goes.
      const optedOut = await deps.isOptedOut(slot.lease.tenantId, bubble.contact.id)
      if (optedOut) return end(bubble, 'dropped', 'opted_out', null)
    }
    // `test-message` and the test webhook have no provider: what a person says there stands in the conversation, and is
    // no letter that was given up on. (A channel that was removed leaves its id.)
    if (bubble.channelId === null) return sent(bubble, `local.${bubble.opaqueId}`)
    const account = await directory.account(bubble.channelId)
    if (!account) return end(bubble, 'dead', 'channel_missing', 'the channel is gone or disabled')
    const closed = circuits.get(account.channelId) ?? 0
    if (closed > at) return hold(bubble, closed)
    if (windowClosed(bubble, account.provider, at)) {
      const { template } = bubble.body
      if (template === undefined) {
        return { update: change(bubble, { status: 'waiting', errorClass: 'window' }), blocked: true, until: null }
      }
      // The words on disk stay: should the shopper write first, they go instead.
      bubble.body = { reply: template }
    }
    const tried = bubble.status === 'sending' && !bubble.fresh
    const known = await resolve(bubble, account)
    if (known) return known
    const wait = await takeTurn(bubble, account)
    if (wait > 0) return hold(bubble, now() + wait)
    if (!(await stillMine(slot))) return { update: null, blocked: true, until: null, lost: true }
    if (!bubble.fresh) {
      // On disk before the request: after a crash the next owner must know that this one may have gone out.
      const trying = change(bubble, { status: 'sending', nextAt: now() + tuning.ambiguousMs })
      const held = await deps.settle({ lease: slot.lease, updates: [trying], delayRest: null, release: false })
      if (!held) return { update: null, blocked: true, until: null, lost: true }
    }
    // The number's turn and the disk may have taken seconds: the callback that was missing may have come meanwhile.
    const late = tried ? await proven(bubble) : null
    if (late) return late
    return conclude(bubble, account, await send(slot, bubble, account))
  }

  /** An earlier try may have arrived: a callback with our id, or the provider's own list, tells. */
  async function resolve(bubble: Bubble, account: ChannelAccount): Promise<Outcome | null> {
    if (bubble.status !== 'sending' || bubble.fresh) return null
    // Nobody took callbacks while we were down; give the provider as long to repeat them as it has otherwise.
    const earliest = deps.health.reachableSince() + tuning.ambiguousMs
    if (earliest > now()) return hold(bubble, earliest)
    const proof = await proven(bubble)
    if (proof) return proof
    const channel = directory.channel(account.provider)
    const found = await channel.lookUp?.(account, outgoing(bubble), bubble.createdAt)
    return found ? sent(bubble, found) : null
  }

  async function proven(bubble: Bubble): Promise<Outcome | null> {
    const proof = (await store.receipts.find([bubble.opaqueId])).get(bubble.opaqueId)
    return proof ? sent(bubble, proof.providerMessageId) : null
  }

  async function takeTurn(bubble: Bubble, account: ChannelAccount): Promise<number> {
    if (account.provider === 'local') return 0
    const pair = pairs.take(`${account.channelId} ${bubble.to.phone ?? bubble.to.userId ?? ''}`, now())
    if (pair > 0) return pair
    for (;;) {
      const wait = numbers.take(account.channelId, now())
      if (wait === 0 || wait > PATIENCE_MS) return wait
      await deps.sleep(wait)
    }
  }

  /** By this daemon's own clock first: it costs nothing, and a process that was stopped for a while finds out here. */
  async function stillMine(slot: Slot): Promise<boolean> {
    if (slot.lost) return false
    if (slot.lease.until - tuning.leaseMarginMs > now()) return true
    const [renewed] = await store.leases.renew([slot.lease], now() + tuning.leaseMs)
    if (renewed) slot.lease = renewed
    else slot.lost = true
    return renewed !== undefined
  }

  async function send(slot: Slot, bubble: Bubble, account: ChannelAccount): Promise<SendResult> {
    const startedAt = now()
    try {
      const notAfter = slot.lease.until - tuning.leaseMarginMs
      return await directory.channel(account.provider).send(account, { ...outgoing(bubble), notAfter })
    } catch (error) {
      // A channel reports what it knows; what it throws nobody knows, so it may have gone out.
      deps.log.error('send_broke', { channel: account.channelId, provider: account.provider, error })
      return {
        ok: false,
        class: 'ambiguous',
        code: 'exception',
        detail: error instanceof Error ? error.message : 'unknown',
      }
    } finally {
      meter.time('send', now() - startedAt)
    }
  }

  async function conclude(bubble: Bubble, account: ChannelAccount, result: SendResult): Promise<Outcome> {
    const attempts = bubble.attempts + 1
    if (result.ok) {
      meter.count('out')
      return sent({ ...bubble, attempts }, result.providerMessageId)
    }
    meter.count('failures')
    const at = now()
    const verdict = decide({
      class: result.class,
      attempts,
      ...(result.retryAfterMs === undefined ? {} : { retryAfterMs: result.retryAfterMs }),
      random: deps.random(),
      ambiguousMs: tuning.ambiguousMs,
    })
    const failure = {
      attempts,
      errorClass: result.class,
      errorCode: result.code,
      errorDetail: result.traceId ? `${result.detail} (${result.traceId})` : result.detail,
    }
    const level = verdict.action === 'retry' || verdict.action === 'resolve' ? 'info' : 'warn'
    deps.log[level]('send_failed', {
      channel: account.channelId,
      tenant: account.tenantId,
      provider: account.provider,
      kind: result.class,
      outcome: verdict.action,
      reason: result.code,
      attempts,
    })
    // What this try came to says nothing of an earlier one that may have arrived: such a bubble stays in doubt.
    const back = bubble.status === 'sending' && !bubble.fresh ? 'sending' : 'queued'
    if (result.class === 'rate') numbers.slow(account.channelId, at, SLOW_DOWN_MS)
    switch (verdict.action) {
      case 'retry':
        return held(bubble, { ...failure, status: back, nextAt: at + verdict.after })
      case 'resolve':
        return held(bubble, { ...failure, status: 'sending', nextAt: at + verdict.after })
      case 'wait':
        return { update: change(bubble, { ...failure, status: 'waiting' }), blocked: true, until: null }
      case 'block': {
        const until = at + verdict.after
        circuits.set(account.channelId, until)
        await store.outbox.blockChannel(account.channelId, until, `${result.class}: ${result.code}`, at)
        return held(bubble, { ...failure, status: back, nextAt: until })
      }
      case 'dead':
        if (verdict.unreachable && bubble.contact) {
          await store.outbox.markUnreachable(account.tenantId, bubble.contact.id, verdict.unreachable, at)
        }
        return { update: change(bubble, { ...failure, status: 'dead' }), blocked: false, until: null }
      default:
        return verdict satisfies never
    }
  }
}

function outgoing(bubble: Bubble) {
  const { replyTo, to } = bubble.body
  const reply = withoutPicture(bubble)
  return { opaqueId: bubble.opaqueId, to: to ?? bubble.to, reply, ...(replyTo === undefined ? {} : { replyTo }) }
}

/** A picture that the provider could not fetch is not asked for again: its caption says the same in words. */
function withoutPicture({ body: { reply }, errorClass }: Bubble): Bubble['body']['reply'] {
  const refused = reply.type === 'image' && errorClass === 'media' && reply.text !== ''
  return refused ? { type: 'text', text: reply.text } : reply
}

/** A person who blocked the shop or cannot be reached gets answers to what they write, and nothing unasked. */
function reasonNotToSend(bubble: Bubble): string | null {
  if (bubble.class === 'reply' || bubble.class === 'operator' || !bubble.contact) return null
  if (bubble.contact.blockedAt !== null) return 'contact_blocked'
  return bubble.contact.unreachableReason
}

function windowClosed(bubble: Bubble, provider: ChannelProvider, at: number): boolean {
  if (provider === 'local' || bubble.body.reply.type === 'template' || bubble.body.to) return false
  return bubble.lastInboundAt === null || at - bubble.lastInboundAt >= WINDOW_MS
}

function change(bubble: Bubble, to: Partial<BubbleUpdate> & Pick<BubbleUpdate, 'status'>): BubbleUpdate {
  return {
    id: bubble.id,
    attempts: bubble.attempts,
    nextAt: bubble.nextAt,
    providerMessageId: null,
    errorClass: bubble.errorClass,
    errorCode: null,
    errorDetail: null,
    ...to,
  }
}

function sent(bubble: Bubble, providerMessageId: string): Outcome {
  return {
    update: change(bubble, { status: 'sent', providerMessageId, errorClass: null }),
    blocked: false,
    until: null,
  }
}

function end(bubble: Bubble, status: 'dead' | 'dropped', code: string, detail: string | null): Outcome {
  return {
    update: change(bubble, {
      status,
      errorClass: code === 'expired' ? 'expired' : null,
      errorCode: code,
      errorDetail: detail,
    }),
    blocked: false,
    until: null,
  }
}

function held(bubble: Bubble, to: Partial<BubbleUpdate> & Pick<BubbleUpdate, 'status' | 'nextAt'>): Outcome {
  return { update: change(bubble, to), blocked: true, until: to.nextAt }
}

/** Not tried: the row goes back as it was, for later. */
function hold(bubble: Bubble, until: number): Outcome {
  return held(bubble, { status: bubble.status === 'sending' && !bubble.fresh ? 'sending' : 'queued', nextAt: until })
}

function pick(update: BubbleUpdate | null): Partial<Pick<Bubble, 'status' | 'nextAt' | 'attempts'>> {
  if (!update || (update.status !== 'queued' && update.status !== 'sending')) return {}
  return { status: update.status, nextAt: update.nextAt, attempts: update.attempts }
}
