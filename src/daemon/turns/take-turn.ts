import type { Reply } from '../../engine/types.ts'
import { createId } from '../../ids.ts'
import type { Log } from '../../log.ts'
import { APOLOGY } from '../../services/turns/apology.ts'
import type { TurnDocument, TurnRequest, TurnResult, TurnRunner, TurnWrites } from '../../services/turns/types.ts'
import type { PendingMessage } from '../../store/leases.ts'
import type { NewBubble, UnsentBubble } from '../../store/outbox.ts'
import type { PipelineStore } from '../../store/pipeline.ts'
import type { CommitOutcome, TurnCommit } from '../../store/turns.ts'
import { isDatabaseAway, type DatabaseHealth } from '../database-errors.ts'
import type { Meter } from '../meter.ts'
import type { ChannelDirectory } from '../outbox/port.ts'
import type { Slot } from '../slot.ts'
import type { Tuning } from '../tuning.ts'
import type { ApplyEffects } from './port.ts'

export interface TakeTurnDeps {
  store: Pick<PipelineStore, 'turns'>
  /** Joins turns of other conversations in one transaction; rejects where this one failed. */
  commit(turn: TurnCommit): Promise<CommitOutcome>
  runner: TurnRunner
  /** Whether the database is away: what fails then is not held against the message. */
  health: Pick<DatabaseHealth, 'awaySince'>
  applyEffects: ApplyEffects
  directory: ChannelDirectory
  now: () => number
  random: () => number
  meter: Meter
  log: Log
  tuning: Tuning
}

export type Taken =
  | { outcome: 'committed'; bubbles: UnsentBubble[]; document: TurnDocument; released: boolean }
  /** The lease went elsewhere; nothing was written. */
  | { outcome: 'lost' }
  /** Written down as failed, and the lease given back. */
  | { outcome: 'failed'; parked: boolean; error: unknown }

export interface TakeOptions {
  /** When the bubbles may go at the earliest; null: at once, by whoever commits them. */
  blockedUntil: number | null
  /** Asked just before the commit: true frees the lease in it, where no bubble has to be sent. */
  mayRelease(): boolean
}

/** How replies leave: rendered for a provider, or told to whoever asked. */
interface Way {
  local: boolean
  render(reply: Reply): Reply[]
}

// Stock and prices move under a turn rarely; three decisions in a row on stale facts means something else is wrong.
const CONFLICT_TRIES = 3
/** A turn that has been thinking this long shows "typing"; most answer in a few milliseconds and would only flicker. */
const TYPING_AFTER_MS = 800
/** Kept in the database for operators: enough for a message and the place, never a whole dump. */
const ERROR_CHARS = 500

/** Decides and commits one turn of a leased conversation. Rejects only where the database is away. */
export function createTakeTurn(deps: TakeTurnDeps) {
  const { store, now, meter, tuning } = deps

  return async function takeTurn(slot: Slot, messages: PendingMessage[], options: TakeOptions): Promise<Taken> {
    try {
      return await decideAndCommit(slot, messages, options)
    } catch (error) {
      // Whatever a driver throws while a server goes down, in words of its own: no message is parked for that.
      if (isDatabaseAway(error) || deps.health.awaySince() !== null) throw error
      return fail(slot, messages, error)
    }
  }

  async function decideAndCommit(slot: Slot, messages: PendingMessage[], options: TakeOptions): Promise<Taken> {
    const request = requestFor(slot, messages)
    for (let attempt = 1; attempt <= CONFLICT_TRIES; attempt++) {
      const startedAt = performance.now()
      const result = await withTyping(request, () => deps.runner.run(request))
      meter.time('turn', performance.now() - startedAt)
      const taken = await commit(slot, messages, result, options)
      if (taken) return taken
    }
    throw new Error('turn_conflict: prices, stock or the cart moved at every try')
  }

  /** Null on a conflict: decide again. */
  async function commit(
    slot: Slot,
    messages: PendingMessage[],
    result: TurnResult,
    options: TakeOptions,
  ): Promise<Taken | null> {
    const inboxIds = messages.map((message) => message.id)
    const prefix = `in:${inboxIds[0]}`
    // Looked up before the transaction: inside it SQLite's one connection is taken.
    const way = await wayOut(result.writes.channelId)
    let final: Pick<TurnResult, 'writes' | 'document'> = result
    let bubbles = bubblesOf(result.writes, prefix, way, options)
    const mayRelease = (): boolean => bubbles.every((bubble) => bubble.status === 'sent') && options.mayRelease()
    let released = false
    let outcome: CommitOutcome | { outcome: 'declined' }
    if (result.writes.effects.length === 0) {
      released = mayRelease()
      outcome = await deps.commit({ lease: slot.lease, inboxIds, writes: result.writes, bubbles, release: released })
    } else {
      const { effects, contact, tenantId, conversationId } = result.writes
      const context = { tenantId, conversationId, contactId: contact.id, now: now() }
      outcome = await store.turns.commitAlone(slot.lease, inboxIds, context.now, async (trx) => {
        const applied = await deps.applyEffects(trx, context, effects)
        if (applied.outcome === 'conflict') return null
        if (result.finish) {
          final = result.finish(applied)
          bubbles = bubblesOf(final.writes, prefix, way, options)
        }
        released = mayRelease()
        return { writes: final.writes, bubbles, release: released }
      })
    }
    if (outcome.outcome === 'declined') return null
    if (outcome.outcome === 'lost') return { outcome: 'lost' }
    meter.count('turns')
    const ids = outcome.bubbleIds
    const unsent = bubbles.flatMap((bubble, index) => toUnsent(bubble, ids[index], final, now()))
    return { outcome: 'committed', bubbles: unsent, document: final.document, released }
  }

  async function wayOut(channelId: string | null): Promise<Way> {
    const account = channelId === null ? null : await deps.directory.account(channelId)
    if (channelId === null || account?.provider === 'local') return { local: true, render: (reply) => [reply] }
    // A channel that is gone: the bubbles are kept as they are, and end as dead letters that an operator can see.
    const render = account ? deps.directory.channel(account.provider).render : (reply: Reply) => [reply]
    return { local: false, render }
  }

  /** One row a request to the provider, so that a retry resumes at the part that failed. */
  function bubblesOf(writes: TurnWrites, prefix: string, way: Way, options: TakeOptions): NewBubble[] {
    const at = now()
    return writes.replies
      .flatMap((entry) => way.render(entry.reply).map((reply) => ({ reply, class: entry.class })))
      .map((entry, index) => ({
        opaqueId: createId('ob'),
        source: `${prefix}:${index}`,
        channelId: writes.channelId,
        class: entry.class,
        body: { reply: entry.reply },
        // The terminal or the HTTP answer that asked is the delivery; nothing is left to send.
        status: way.local ? 'sent' : options.blockedUntil === null ? 'sending' : 'queued',
        nextAt: options.blockedUntil ?? at + tuning.ambiguousMs,
      }))
  }

  async function fail(slot: Slot, messages: PendingMessage[], error: unknown): Promise<Taken> {
    const first = messages[0] as PendingMessage
    const attempts = first.attempts + 1
    const parked = attempts >= tuning.turnTries
    const { tenantId, conversationId } = slot.lease
    deps.log[parked ? 'error' : 'warn']('turn_failed', {
      tenant: tenantId,
      conversation: conversationId,
      attempts,
      outcome: parked ? 'parked' : 'retry',
      error,
    })
    const { phone, userId } = first.body.sender
    // The owner's own words are never answered, not even with an apology.
    const notice: NewBubble | null =
      parked && first.kind !== 'echo'
        ? {
            opaqueId: createId('ob'),
            source: `in:${first.id}:sorry`,
            channelId: first.channelId,
            class: 'reply',
            body: { reply: APOLOGY, to: { phone, userId } },
            status: 'queued',
            nextAt: now(),
          }
        : null
    // 0.2, 0.4, 0.8, 1.6 s: a shopper waits three seconds for the apology, and a hiccup has had time to pass.
    const retryAt = parked ? 0 : now() + Math.round(200 * 2 ** (attempts - 1) * (0.75 + deps.random() / 2))
    const inboxIds = messages.map((message) => message.id)
    const held = await store.turns.fail(
      { lease: slot.lease, inboxIds, error: describe(error), parked, notice, retryAt },
      now(),
    )
    return held ? { outcome: 'failed', parked, error } : { outcome: 'lost' }
  }

  /** Best effort, in process: at worst nobody sees "typing". */
  async function withTyping<T>(request: TurnRequest, work: () => Promise<T>): Promise<T> {
    const { channelId } = request
    const last = request.messages.at(-1)
    if (channelId === null || !last || request.kind === 'echo') return work()
    const timer = setTimeout(() => {
      void deps.directory
        .account(channelId)
        .then((account) => account && deps.directory.channel(account.provider).acknowledge(account, last.id))
        .catch(() => {})
    }, TYPING_AFTER_MS)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
    }
  }
}

function requestFor(slot: Slot, messages: PendingMessage[]): TurnRequest {
  const last = messages.at(-1) as PendingMessage
  return {
    tenantId: slot.lease.tenantId,
    conversationId: slot.lease.conversationId,
    channelId: last.channelId,
    sender: last.body.sender,
    messages: messages.map((message) => message.body.message),
    ...(last.kind === 'echo' ? { kind: 'echo' as const } : {}),
  }
}

function toUnsent(
  bubble: NewBubble,
  id: number | undefined,
  final: Pick<TurnResult, 'writes'>,
  at: number,
): UnsentBubble[] {
  if (id === undefined || bubble.status === 'sent') return []
  const { contact, lastInboundAt } = final.writes
  return [
    {
      id,
      opaqueId: bubble.opaqueId,
      channelId: bubble.channelId,
      class: bubble.class,
      body: bubble.body,
      status: bubble.status,
      attempts: 0,
      errorClass: null,
      nextAt: bubble.nextAt,
      deadline: null,
      createdAt: at,
      to: { phone: contact.phone, userId: contact.userId },
      contact: { id: contact.id, blockedAt: null, unreachableReason: null },
      lastInboundAt,
    },
  ]
}

function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.slice(0, ERROR_CHARS)
}
