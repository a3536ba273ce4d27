import { priceCart, unitPrice } from '../../engine/commerce/pricing.ts'
import type { Customer, Delivery } from '../../engine/commerce/effects.ts'
import { countUnits } from '../../engine/commerce/cart.ts'
import { initialState, reviveState, type ConversationState } from '../../engine/dialogue/state.ts'
import { wordsOf } from '../../engine/dialogue/media.ts'
import { fillSlots } from '../../engine/reply/slots.ts'
import type { CatalogIndex } from '../../engine/catalog/types.ts'
import type { Faculties, TurnFacts, TurnInput, TurnOutcome } from '../../engine/turn-types.ts'
import type { OrderFacts, Reply } from '../../engine/types.ts'
import { decide } from '../../engine/turn.ts'
import { contactId } from '../../ids.ts'
import { TAKEOVER_MS } from '../conversations/conversations.ts'
import { contactUses } from '../../store/discounts.ts'
import { openFacts, type FactsKey, type FactsRow, type FactsStore } from '../../store/facts.ts'
import { fromJson } from '../../store/json.ts'
import { loadOrderFacts } from '../../store/orders.ts'
import type { Store } from '../../store/store.ts'
import type { AskedModel, ModelDesk } from './ask-model.ts'
import type { Shop, Shops } from './shops.ts'
import { CONTEXT_MS, hearOwner, noteIdentity, personOf } from './note-turn.ts'
import { recordTrace, type RecordedModel } from './trace.ts'
import type { TurnDocument, TurnRequest, TurnResult, TurnRunner, TurnWrites } from './types.ts'

/** While one read is on its way to the database the next gathers; more at once only makes each of them smaller. */
const READS_AT_ONCE = 2

/** A shop's catalog: `get` may be a moment old, `refresh` is what the database holds now. */
export interface Catalogs {
  get(tenantId: string, version?: number): Promise<CatalogIndex>
  refresh(tenantId: string): Promise<CatalogIndex>
}

export interface TurnDeps {
  store: Store
  now: () => number
  faculties: Faculties
  catalogs: Catalogs
  shops: Shops
  /** Absent where no model is configured: everything still sells. */
  desk?: ModelDesk | undefined
}

export interface BatchTurnRunner extends TurnRunner {
  /** Turns of different conversations, with one read of their facts for all. */
  runMany(requests: readonly TurnRequest[]): Promise<TurnResult[]>
}

/**
 * Decides turns: loads what the engine must know, calls it, asks the model where the engine wants to, and says what is
 * to be written. Reads only. Calls that arrive together (the daemon's many conversations) share their reads.
 */
export function createTurnRunner(deps: TurnDeps): BatchTurnRunner {
  let facts: Promise<FactsStore> | undefined
  let waiting: Array<{ key: FactsKey; resolve: (row: FactsRow) => void; reject: (error: unknown) => void }> = []
  let reading = 0

  /** Whatever asks within one turn of the event loop, or while two reads are under way, is read in one statement. */
  function load(key: FactsKey): Promise<FactsRow> {
    return new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length === 1) setImmediate(() => void flush())
    })
  }

  async function flush(): Promise<void> {
    if (reading >= READS_AT_ONCE || waiting.length === 0) return
    const batch = waiting
    waiting = []
    reading += 1
    try {
      facts ??= openFacts(deps.store)
      const rows = await (await facts).load(batch.map((each) => each.key))
      batch.forEach((each, index) => {
        const row = rows[index]
        if (row) each.resolve(row)
        else each.reject(new Error('facts without a row'))
      })
    } catch (error) {
      for (const each of batch) each.reject(error)
    } finally {
      reading -= 1
      void flush()
    }
  }

  const run = async (request: TurnRequest): Promise<TurnResult> => {
    const clock = performance.now()
    const who = request.sender.phone ?? request.sender.userId ?? request.conversationId
    const row = await load({
      tenantId: request.tenantId,
      conversationId: request.conversationId,
      contactId: contactId(request.tenantId, who),
    })
    const now = deps.now()
    const state = stateOf(row, now)
    const [shop, catalog] = await Promise.all([
      deps.shops.get(request.tenantId, row.tenantVersion),
      // About to charge: then a quarter of a second old is too old, also where this turn lost a race and is run again.
      state.pending?.kind === 'confirm_order'
        ? deps.catalogs.refresh(request.tenantId)
        : deps.catalogs.get(request.tenantId, row.catalogVersion),
    ])
    const person = row.contactId ?? contactId(request.tenantId, who)
    if (request.kind === 'echo') return hearOwner({ request, person, shop: shop.facts, state, row, now })
    const spoken = request.messages.filter((message) => message.identity === undefined)
    if (spoken.length === 0) return noteIdentity({ request, person, shop: shop.facts, state, row, now })
    const [orders, uses] = await Promise.all([
      row.hasOrders ? loadOrderFacts(deps.store.db, request.tenantId, person) : [],
      row.hasOrders && shop.facts.discounts.length > 0 ? contactUses(deps.store.db, request.tenantId, person) : {},
    ])
    const input: TurnInput = {
      shop: shop.facts,
      catalog,
      state,
      messages: spoken,
      facts: turnFacts(row, request, orders, uses, now),
      ...(deps.desk && shop.facts.profile.model.enabled ? { model: 'available' as const } : {}),
    }
    const { outcome, model } = await decideWith(deps, request, shop, input)
    const latencyMs = performance.now() - clock
    return toResult({ request, row, person, shop, input, outcome, model, latencyMs })
  }

  return { run, runMany: (requests) => Promise.all(requests.map(run)) }
}

async function decideWith(
  deps: TurnDeps,
  request: TurnRequest,
  shop: Shop,
  input: TurnInput,
): Promise<{ outcome: TurnOutcome; model: RecordedModel | null }> {
  const first = decide(input, deps.faculties)
  if (first.kind === 'done') return { outcome: first.outcome, model: null }
  const asked: AskedModel = deps.desk
    ? await deps.desk.ask(request, shop.facts.profile, first.request)
    : { answer: null, outcome: 'failed', latencyMs: 0 }
  // Asked once, and no more: with an answer or without one the second step is the last.
  const second = decide({ ...input, model: asked.answer }, deps.faculties)
  if (second.kind === 'ask') throw new Error('the engine asked twice')
  return { outcome: second.outcome, model: { purpose: first.request.purpose, ...asked } }
}

function stateOf(row: FactsRow, now: number): ConversationState {
  if (row.state === null) return initialState()
  const state = reviveState(fromJson<unknown>(row.state))
  if (row.expiresAt > now) return state
  // Forgotten, but for the version: no old button may ever fit a new cart.
  const fresh = initialState()
  return { ...fresh, cart: { version: state.cart.version + 1, lines: [] }, ofAge: state.ofAge }
}

function turnFacts(
  row: FactsRow,
  request: TurnRequest,
  orders: OrderFacts[],
  uses: Record<string, number>,
  now: number,
): TurnFacts {
  // Data that was kept is used only while the word stands that it may be.
  const remembered =
    row.remember !== true || row.data === null || row.data === '{}'
      ? null
      : fromJson<{ customer?: Customer; delivery?: Delivery }>(row.data)
  // A takeover that nobody ended: after a working day the bot answers again rather than nobody.
  const until = row.takeoverUntil ?? (row.modeSince === null ? null : row.modeSince + TAKEOVER_MS)
  const takeoverOver = row.mode === 'human' && until !== null && until <= now
  return {
    now,
    mode: takeoverOver ? 'bot' : row.mode,
    orders,
    contactUses: uses,
    optedOut: row.granted === false,
    consents: { reminders: row.reminders, remember: row.remember },
    remembered: remembered?.customer ? { customer: remembered.customer, delivery: remembered.delivery ?? null } : null,
    profileName: row.name ?? request.sender.name,
  }
}

interface Decided {
  request: TurnRequest
  row: FactsRow
  person: string
  shop: Shop
  input: TurnInput
  outcome: TurnOutcome
  model: RecordedModel | null
  latencyMs: number
}

function toResult(decided: Decided): TurnResult {
  const { request, row, person, input, outcome } = decided
  const now = input.facts.now
  const last = input.messages.at(-1)
  const text = input.messages
    .map(wordsOf)
    .filter((part) => part !== '')
    .join('\n')
  const cartChanged = outcome.state.cart.version !== input.state.cart.version
  const writes: TurnWrites = {
    tenantId: request.tenantId,
    conversationId: request.conversationId,
    ...personOf(request, person),
    channelId: request.channelId,
    // A takeover that ran out is over on disk too with the first word after it.
    mode: outcome.mode ?? (row.mode === 'human' && input.facts.mode === 'bot' ? { mode: 'bot', reason: null } : null),
    lastInboundAt: Math.max(...input.messages.map((message) => message.at)),
    context: {
      state: outcome.state,
      cartVersion: outcome.state.cart.version,
      cartItems: countUnits(outcome.state.cart),
      cartUpdatedAt: cartChanged ? now : row.cartUpdatedAt,
      expiresAt: now + CONTEXT_MS,
    },
    history: {
      messageId: last?.id ?? '',
      text,
      replies: outcome.replies,
      intent: outcome.intent,
      confidence: outcome.confidence,
      source: outcome.source,
      latencyMs: decided.latencyMs,
      products: outcome.products,
      trace: recordTrace(decided),
    },
    replies: outcome.replies.map((reply) => ({ reply, class: 'reply' as const })),
    effects: outcome.effects,
    jobs: [],
  }
  const document = toDocument(decided, text)
  const result: TurnResult = { writes, document }
  if (outcome.effects.length > 0) {
    result.finish = (applied) => {
      const order = applied.order
      const replies = fillSlots(outcome.replies, order && { number: order.number, paymentUrl: order.payment_url })
      return withReplies(writes, { ...document, order: order ?? document.order }, replies)
    }
  }
  return result
}

function withReplies(
  writes: TurnWrites,
  document: TurnDocument,
  replies: Reply[],
): Pick<TurnResult, 'writes' | 'document'> {
  return {
    writes: {
      ...writes,
      history: { ...writes.history, replies },
      replies: replies.map((reply) => ({ reply, class: 'reply' as const })),
    },
    document: { ...document, replies },
  }
}

function toDocument(decided: Decided, text: string): TurnDocument {
  const { request, shop, input, outcome } = decided
  const { now } = input.facts
  const priced = priceCart({
    items: outcome.state.cart.lines,
    products: input.catalog.bySku,
    discounts: shop.facts.discounts,
    coupon: outcome.state.coupon,
    contactUses: input.facts.contactUses,
    zones: shop.facts.zones,
    destination: outcome.state.checkout.delivery,
    now,
  })
  const order = input.facts.orders[0]
  return {
    tenant: shop.facts.slug,
    from: request.sender.phone ?? request.sender.userId ?? '',
    conversation: request.conversationId,
    text,
    intent: outcome.intent,
    confidence: Math.round(outcome.confidence * 1000) / 1000,
    source: outcome.source,
    products: outcome.products.flatMap((sku) => {
      const product = input.catalog.bySku.get(sku)
      return product ? [{ sku, name: product.name, price: unitPrice(product, now), stock: product.stock }] : []
    }),
    cart: {
      items: priced.lines.map((line) => ({
        sku: line.sku,
        name: line.name,
        quantity: line.quantity,
        unit_price: line.unitPrice,
      })),
      subtotal: priced.subtotal,
      total: priced.total,
    },
    order: order
      ? {
          number: order.number,
          status: order.status,
          items: order.items.map((item) => ({ sku: item.sku, quantity: item.quantity, unit_price: item.unitPrice })),
          subtotal: order.subtotal,
          shipping: order.shipping,
          total: order.total,
          payment_url: order.paymentUrl,
        }
      : null,
    replies: outcome.replies,
    latency_ms: Math.round(decided.latencyMs * 100) / 100,
  }
}
