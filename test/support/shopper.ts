import { buildCatalogIndex, withStock } from '../../src/engine/catalog/build-index.ts'
import type { CatalogIndex } from '../../src/engine/catalog/types.ts'
import { initialState, reviveState, type ConversationState } from '../../src/engine/dialogue/state.ts'
import { DEFAULT_PROFILE, type BotProfile } from '../../src/engine/reply/profile.ts'
import { fillSlots } from '../../src/engine/reply/slots.ts'
import { decide } from '../../src/engine/turn.ts'
import type {
  Faculties,
  ModelAnswer,
  ModelRequest,
  ShopFacts,
  TurnFacts,
  TurnInput,
  TurnOutcome,
} from '../../src/engine/turn-types.ts'
import type { CatalogProduct, InboundMessage, OrderFacts, Reply } from '../../src/engine/types.ts'

/** One shopper at one shop, in memory: the engine alone, with orders and stock as the store would keep them. */
export interface Shopper {
  say(text: string, extra?: Partial<InboundMessage>): TurnOutcome
  tap(id: string, title?: string): TurnOutcome
  readonly state: ConversationState
  readonly orders: OrderFacts[]
  readonly text: string
  readonly last: TurnOutcome
  cart(): Record<string, number>
  stock(sku: string): number
  /** So many of it are bought by others (or, below zero, arrive). */
  sell(sku: string, units: number): void
  /** The input of the last turn, to decide it again. */
  readonly input: TurnInput
}

export interface ShopperOptions {
  faculties: Faculties
  products: readonly CatalogProduct[]
  shop?: Partial<ShopFacts>
  profile?: Partial<BotProfile>
  facts?: Partial<TurnFacts>
  /** Answers what the engine asks; absent: no model. */
  model?: (request: ModelRequest) => ModelAnswer | null
}

export function createShopper(options: ShopperOptions): Shopper {
  let catalog: CatalogIndex = buildCatalogIndex(options.products)
  let state = initialState()
  let orders: OrderFacts[] = []
  let count = 0
  let mode: TurnFacts['mode'] = options.facts?.mode ?? 'bot'
  let optedOut = false
  const consents: TurnFacts['consents'] = { reminders: null, remember: null, ...options.facts?.consents }
  let remembered = options.facts?.remembered ?? null
  let last: TurnOutcome | undefined
  let input: TurnInput | undefined
  const shop: ShopFacts = {
    slug: 'tienda',
    name: 'Tienda de Prueba',
    type: 'other',
    phone: '+56911111111',
    open: true,
    profile: { ...DEFAULT_PROFILE, ...options.profile },
    payments: [{ name: 'local', label: 'link de pago', needsEmail: false }],
    zones: [],
    discounts: [],
    reminders: 2,
    withdrawalDays: 10,
    timezone: 'America/Santiago',
    hours: null,
    ...options.shop,
  }

  function send(message: InboundMessage): TurnOutcome {
    const base: TurnInput = {
      shop,
      catalog,
      // As it comes back from the database: plain JSON.
      state: reviveState(JSON.parse(JSON.stringify(state))),
      messages: [message],
      facts: {
        now: 1_800_000_000_000 + count * 60_000,
        orders,
        contactUses: {},
        profileName: null,
        ...options.facts,
        mode,
        optedOut,
        consents: { ...consents },
        remembered: consents.remember === true ? remembered : null,
      },
      ...(options.model ? { model: 'available' as const } : {}),
    }
    input = base
    let step = decide(base, options.faculties)
    if (step.kind === 'ask') step = decide({ ...base, model: options.model?.(step.request) ?? null }, options.faculties)
    if (step.kind === 'ask') throw new Error('asked twice')
    const outcome = step.outcome
    let placed: OrderFacts | null = null
    for (const effect of outcome.effects) {
      if (effect.type === 'place_order') {
        placed = {
          id: `ord_${orders.length + 1}`,
          number: String(1001 + orders.length),
          status: 'pending_payment',
          items: effect.items,
          subtotal: effect.subtotal,
          discount: effect.discount,
          shipping: effect.shipping,
          total: effect.total,
          paymentUrl:
            effect.paymentMethod === 'transfer' ? null : `http://127.0.0.1:9001/pay/local/lp_${orders.length + 1}`,
          paymentMethod: effect.paymentMethod,
          placedAt: base.facts.now,
          deliveredAt: null,
        }
        for (const item of effect.items) move(item.sku, -item.quantity)
        orders = orders.toSpliced(0, 0, placed)
      }
      if (effect.type === 'cancel_order') {
        for (const order of orders.filter((each) => each.id === effect.orderId))
          for (const item of order.items) move(item.sku, item.quantity)
        orders = orders.map((order) => (order.id === effect.orderId ? { ...order, status: 'cancelled' } : order))
      }
      if (effect.type === 'consent') {
        if (effect.purpose === 'messages') optedOut = !effect.granted
        else consents[effect.purpose === 'reminders' ? 'reminders' : 'remember'] = effect.granted
      }
      if (effect.type === 'remember_customer') remembered = { customer: effect.customer, delivery: effect.delivery }
    }
    if (outcome.mode) mode = outcome.mode.mode
    state = outcome.state
    last = { ...outcome, replies: fillSlots(outcome.replies, placed) }
    return last
  }

  function move(sku: string, by: number): void {
    const product = catalog.bySku.get(sku)
    if (product) catalog = withStock(catalog, [{ sku, stock: product.stock + by }])
  }

  return {
    say: (text, extra = {}) =>
      send({ id: `m${++count}`, at: 1_800_000_000_000 + count * 60_000, kind: 'text', text, ...extra }),
    tap: (id, title = '') =>
      send({ id: `m${++count}`, at: 1_800_000_000_000 + count * 60_000, kind: 'choice', text: title, choiceId: id }),
    get state() {
      return state
    },
    get orders() {
      return orders
    },
    get text() {
      return (last?.replies ?? []).map((reply: Reply) => reply.text).join('\n')
    },
    get last() {
      if (!last) throw new Error('nothing was said yet')
      return last
    },
    get input() {
      if (!input) throw new Error('nothing was said yet')
      return input
    },
    cart: () => Object.fromEntries(state.cart.lines.map((line) => [line.sku, line.quantity])),
    stock: (sku) => catalog.bySku.get(sku)?.stock ?? 0,
    sell: (sku, units) => move(sku, -units),
  }
}
