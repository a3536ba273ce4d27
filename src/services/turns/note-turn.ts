import { countUnits } from '../../engine/commerce/cart.ts'
import { wordsOf } from '../../engine/dialogue/media.ts'
import type { ConversationState } from '../../engine/dialogue/state.ts'
import type { ShopFacts } from '../../engine/turn-types.ts'
import { contactId } from '../../ids.ts'
import type { FactsRow } from '../../store/facts.ts'
import { TAKEOVER_MS } from '../conversations/conversations.ts'
import type { TurnDocument, TurnRequest, TurnResult, TurnWrites } from './types.ts'

/** The guide's thirty days: what a shopper was doing a month ago is no context any more. */
export const CONTEXT_MS = 30 * 86_400_000

interface Noted {
  request: TurnRequest
  person: string
  shop: ShopFacts
  state: ConversationState
  row: FactsRow
  now: number
}

/**
 * The owner wrote from the phone itself: kept in the history, answered by nobody. A person leads from here on, until it
 * is released or for eight hours, and what the bot had still to say is dropped.
 */
export function hearOwner(noted: Noted): TurnResult {
  const { request, now } = noted
  const text = request.messages.map((message) => wordsOf(message) || `[${message.kind}]`).join('\n')
  return note(noted, {
    author: 'owner',
    text,
    mode: { mode: 'human', reason: 'owner', takeover: { by: 'owner', until: now + TAKEOVER_MS } },
    withdraw: true,
  })
}

/** The shopper has another number or id from now on: nobody said anything, and nothing is answered. */
export function noteIdentity(noted: Noted): TurnResult {
  return note(noted, { author: 'system', text: 'number or id changed', mode: null })
}

/** Who the shopper is now, and the other names under which they are the same person. */
export function personOf(request: TurnRequest, person: string): Pick<TurnWrites, 'contact' | 'aliases'> {
  const { tenantId, sender } = request
  const identity = request.messages.findLast((message) => message.identity !== undefined)?.identity
  const phone = identity?.phone ?? sender.phone
  const userId = identity?.userId ?? sender.userId
  // The contact's own id finds its present business-scoped one; a number leads here by itself only where it began here.
  const names = identity ? [phone, userId, sender.phone, sender.userId] : [phone]
  const aliases = [...new Set(names)].filter(
    (name) => name !== null && contactId(tenantId, name) !== person,
  ) as string[]
  return {
    contact: { id: person, phone, userId, name: sender.name },
    ...(aliases.length === 0 ? {} : { aliases }),
  }
}

function note(
  noted: Noted,
  said: Pick<TurnWrites, 'mode' | 'withdraw'> & { author: 'owner' | 'system'; text: string },
): TurnResult {
  const { request, person, shop, state, row, now } = noted
  const { author, text, ...rest } = said
  const writes: TurnWrites = {
    tenantId: request.tenantId,
    conversationId: request.conversationId,
    ...personOf(request, person),
    channelId: request.channelId,
    ...rest,
    lastInboundAt: null,
    context: {
      state,
      cartVersion: state.cart.version,
      cartItems: countUnits(state.cart),
      cartUpdatedAt: row.cartUpdatedAt,
      // What the shopper did is no younger for it; a conversation that begins so gets its full time.
      expiresAt: row.expiresAt > now ? row.expiresAt : now + CONTEXT_MS,
    },
    history: {
      author,
      messageId: request.messages.at(-1)?.id ?? '',
      text,
      replies: [],
      intent: null,
      confidence: null,
      source: null,
      latencyMs: null,
      products: [],
      trace: null,
    },
    replies: [],
    effects: [],
    jobs: [],
  }
  return { writes, document: documentOf(noted, text, shop) }
}

function documentOf({ request }: Noted, text: string, shop: ShopFacts): TurnDocument {
  return {
    tenant: shop.slug,
    from: request.sender.phone ?? request.sender.userId ?? '',
    conversation: request.conversationId,
    text,
    intent: 'out_of_scope',
    confidence: 0,
    source: 'local',
    products: [],
    cart: { items: [], subtotal: 0, total: 0 },
    order: null,
    replies: [],
    latency_ms: 0,
  }
}
