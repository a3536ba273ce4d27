import * as store from '../../store/snapshot-lists.ts'
import type { Db } from '../../store/store.ts'
import { maskText } from './mask.ts'
import { bodyText, listOrders, toConversationRow } from './read-lists.ts'
import { bubbleText } from './reply-text.ts'
import type { ConversationDetail, TranscriptEntry } from './source.ts'

/** What fits in an operator's head before they answer; the rest is `conversation show`. */
const TURNS = 100

/** A conversation with its transcript, delivery ticks, cart and orders; null where there is none. */
export async function readConversationDetail(
  db: Db,
  query: { tenantId: string; id: string; reveal: boolean },
): Promise<ConversationDetail | null> {
  const conversation = await store.readConversation(db, query)
  if (conversation === null) return null
  const key = { tenantId: query.tenantId, conversationId: query.id }
  const turns = await store.readTurns(db, { ...key, limit: TURNS })
  const cart = cartOf(conversation.state)
  // Before the oldest turn that is shown nothing of its time is.
  const since = turns.length < TURNS ? 0 : (turns.at(-1)?.at ?? 0)
  const [bubbles, notices, orders, cases, prices] = await Promise.all([
    store.readBubbles(db, { ...key, times: turns.map((turn) => turn.at) }),
    store.readNotices(db, { ...key, since, limit: TURNS, reminders: reminderKeys(query.id, conversation.state) }),
    listOrders(db, { ...key, limit: 10 }),
    store.readOpenCases(db, { ...key, limit: 10 }),
    store.readPrices(db, { tenantId: query.tenantId, skus: cart.map((line) => line.sku) }),
  ])
  const { state: _, ...row } = conversation
  return {
    ...toConversationRow(row, cases, !query.reveal),
    transcript: toTranscript(turns.toReversed(), bubbles, notices, query.reveal),
    cart: cart.map((line) => {
      const product = prices.find((price) => price.sku === line.sku)
      return { ...line, name: product?.name ?? line.sku, unitPrice: product?.price ?? 0 }
    }),
    orders,
    masked: !query.reveal,
  }
}

/** The link, "va en camino", a reminder: whoever takes the conversation over must know what the shopper has read. */
function toTranscript(
  turns: store.TurnFacts[],
  bubbles: store.BubbleFacts[],
  notices: store.BubbleFacts[],
  reveal: boolean,
): TranscriptEntry[] {
  const show = (text: string): string => (reveal ? text : maskText(text))
  const byTime = new Map<number, store.BubbleFacts[]>()
  const apart = new Set(notices.map((notice) => notice.id))
  for (const bubble of bubbles) {
    if (!apart.has(bubble.id)) byTime.set(bubble.createdAt, [...(byTime.get(bubble.createdAt) ?? []), bubble])
  }
  const blank = { intent: null, confidence: null, source: null, latencyMs: null, delivery: null, error: null }
  const told = notices.map((notice): TranscriptEntry => {
    const text = show(bodyText(notice.body))
    return { ...blank, id: 0, at: notice.createdAt, from: 'bot', text, ...fate(notice) }
  })
  const said = turns.flatMap((turn) => {
    const sent = byTime.get(turn.at) ?? []
    const entries: TranscriptEntry[] = []
    if (turn.author === 'shopper')
      entries.push({
        ...blank,
        id: turn.id,
        at: turn.at,
        from: 'shopper',
        text: show(turn.text),
        intent: turn.intent,
        confidence: turn.confidence,
        source: turn.source,
        latencyMs: turn.latencyMs,
      })
    else {
      const first = sent[0]
      entries.push({ ...blank, id: turn.id, at: turn.at, from: turn.author, text: show(turn.text), ...fate(first) })
    }
    if (turn.author !== 'shopper') return entries
    const replies = sent.length > 0 ? sent.map((bubble) => bodyText(bubble.body)) : recordedReplies(turn.replies)
    replies.forEach((text, index) => {
      entries.push({ ...blank, id: turn.id, at: turn.at, from: 'bot', text: show(text), ...fate(sent[index]) })
    })
    return entries
  })
  return [...said, ...told].sort((a, b) => a.at - b.at)
}

/** How many carts back a reminder is still shown. */
const REMINDED_CARTS = 10

/** The keys that `remindCarts` gives its bubbles: two a cart at most, a cart a version. */
function reminderKeys(conversationId: string, state: string | null): string[] {
  const version = cartVersion(state)
  return Array.from({ length: Math.min(version + 1, REMINDED_CARTS) }, (_, back) => version - back).flatMap((each) =>
    [1, 2].map((n) => `reminder:${conversationId}:${each}:${n}`),
  )
}

function cartVersion(state: string | null): number {
  try {
    const { cart } = JSON.parse(state ?? '{}') as { cart?: { version?: unknown } }
    return typeof cart?.version === 'number' && cart.version >= 0 ? Math.trunc(cart.version) : 0
  } catch {
    return 0
  }
}

/** How far a bubble got. */
function fate(bubble: store.BubbleFacts | undefined): Pick<TranscriptEntry, 'delivery' | 'error'> {
  if (bubble === undefined) return { delivery: null, error: null }
  const error = bubble.errorDetail ?? bubble.errorCode
  if (bubble.status === 'dead' || bubble.receipt < 0) return { delivery: 'failed', error }
  if (bubble.receipt >= 3) return { delivery: 'read', error: null }
  if (bubble.receipt === 2) return { delivery: 'delivered', error: null }
  if (bubble.status === 'sent') return { delivery: 'sent', error: null }
  return { delivery: 'queued', error }
}

function recordedReplies(replies: string): string[] {
  try {
    const parsed: unknown = JSON.parse(replies)
    return Array.isArray(parsed) ? parsed.flatMap((reply) => bubbleText(reply) ?? []) : []
  } catch {
    return []
  }
}

/** The engine's state is its own; all that is read here is `cart.lines[].{sku, quantity}`. */
function cartOf(state: string | null): Array<{ sku: string; quantity: number }> {
  if (state === null) return []
  try {
    const parsed = JSON.parse(state) as { cart?: { lines?: Array<{ sku?: unknown; quantity?: unknown }> } } | null
    return (parsed?.cart?.lines ?? []).flatMap((line) =>
      typeof line.sku === 'string' && typeof line.quantity === 'number'
        ? [{ sku: line.sku, quantity: line.quantity }]
        : [],
    )
  } catch {
    return []
  }
}
