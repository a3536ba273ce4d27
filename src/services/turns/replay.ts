import { withStock } from '../../engine/catalog/build-index.ts'
import { reviveState } from '../../engine/dialogue/state.ts'
import { decide } from '../../engine/turn.ts'
import type { Faculties, TurnInput, TurnOutcome } from '../../engine/turn-types.ts'
import type { Reply } from '../../engine/types.ts'
import { fromJson } from '../../store/json.ts'
import { findRecorded, readRecorded, type RecordedRow } from '../../store/conversations.ts'
import type { Store } from '../../store/store.ts'
import type { Catalogs } from './run-turn.ts'
import type { Shops } from './shops.ts'
import type { RecordedTurn } from './trace.ts'

export interface ReplayDeps {
  store: Store
  faculties: Faculties
  catalogs: Catalogs
  shops: Shops
}

export interface TurnDifference {
  conversation: string
  message: string
  text: string
  changes: Array<{ what: 'intent' | 'products' | 'cart' | 'order' | 'replies'; before: unknown; after: unknown }>
}

export interface ReplayReport {
  turns: number
  /** Turns whose intent, products, cart or order differ; wording alone is counted apart. */
  different: number
  reworded: number
  skipped: number
  differences: TurnDifference[]
}

/** As many turns as are kept in memory at once. */
const PAGE = 200

/**
 * Plays recorded turns against today's engine, catalog words and profile: with the state, the facts, the prices, the
 * stock and the model answers of then. Each turn starts from its own recorded state, so one difference is one difference.
 */
export async function replay(
  deps: ReplayDeps,
  query: { tenantId: string; conversationId?: string; since?: number },
): Promise<ReplayReport> {
  const report: ReplayReport = { turns: 0, different: 0, reworded: 0, skipped: 0, differences: [] }
  let after = 0
  for (;;) {
    const rows = await readRecorded(deps.store.db, { ...query, after, limit: PAGE })
    for (const row of rows) await replayRow(deps, query.tenantId, row, report)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return report
    after = last.id
  }
}

async function replayRow(deps: ReplayDeps, tenantId: string, row: RecordedRow, report: ReplayReport): Promise<void> {
  const recorded = row.trace === null ? null : fromJson<RecordedTurn>(row.trace)
  if (recorded?.v !== 1) {
    report.skipped += 1
    return
  }
  report.turns += 1
  const { outcome } = await playRecorded(deps, tenantId, recorded)
  const changes = compare(row, recorded, outcome)
  if (changes.some((change) => change.what !== 'replies')) report.different += 1
  else if (changes.length > 0) report.reworded += 1
  if (changes.length > 0) {
    report.differences.push({ conversation: row.conversationId, message: row.messageId, text: row.text, changes })
  }
}

/** One recorded turn, decided today. */
export async function playRecorded(
  deps: Omit<ReplayDeps, 'store'>,
  tenantId: string,
  recorded: RecordedTurn,
): Promise<{ outcome: TurnOutcome; input: TurnInput }> {
  const [shop, catalog] = await Promise.all([deps.shops.get(tenantId, 0), deps.catalogs.get(tenantId)])
  const then = recorded.seen.filter(([sku]) => catalog.bySku.has(sku))
  const input: TurnInput = {
    shop: shop.facts,
    catalog: withStock(
      catalog,
      then.map(([sku, price, stock]) => ({ sku, price, stock, salePrice: null })),
    ),
    state: reviveState(recorded.state),
    messages: recorded.messages,
    facts: recorded.facts,
    ...(recorded.model ? { model: 'available' as const } : {}),
  }
  let step = decide(input, deps.faculties)
  if (step.kind === 'ask') step = decide({ ...input, model: recorded.model?.answer ?? null }, deps.faculties)
  if (step.kind === 'ask') throw new Error('the engine asked twice')
  return { outcome: step.outcome, input }
}

function compare(row: RecordedRow, recorded: RecordedTurn, outcome: TurnOutcome): TurnDifference['changes'] {
  const changes: TurnDifference['changes'] = []
  const differ = (what: TurnDifference['changes'][number]['what'], before: unknown, after: unknown) => {
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ what, before, after })
  }
  differ('intent', row.intent, outcome.intent)
  differ('products', row.products, outcome.products)
  differ(
    'cart',
    recorded.cart,
    outcome.state.cart.lines.map((line) => [line.sku, line.quantity]),
  )
  differ(
    'order',
    recorded.effects,
    outcome.effects.map((effect) => effect.type),
  )
  differ('replies', words(fromJson<Reply[]>(row.replies)), words(outcome.replies))
  return changes
}

/** Texts without what only the commit knew: order numbers and links. */
function words(replies: readonly Reply[]): string[] {
  return replies.map((reply) =>
    reply.text
      .replace(
        /\{\{order\.[a-z]+\}\}|https?:\/\/\S+|\*\d{4,}\*|Paga aquí: ?|En un momento te mando el link de pago\./g,
        '',
      )
      .replace(/\*\*/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

export interface Explanation {
  message: string
  conversation: string
  text: string
  intent: string | null
  confidence: number | null
  source: string | null
  latency_ms: number | null
  alternatives: Array<{ intent: string; confidence: number }>
  entities: Record<string, unknown>
  because: string[]
  looked_at: Array<{ sku: string; price: number; stock: number }>
  guard: string[]
  model: RecordedTurn['model']
  cart_after: Array<{ sku: string; quantity: number }>
  effects: string[]
  replies: Reply[]
}

/** Why the bot said this: what it understood and how surely, what it looked at, what the guard did. Null: no such turn. */
export async function explain(deps: { store: Store }, key: string): Promise<Explanation | null> {
  const row = await findRecorded(deps.store.db, key)
  if (!row) return null
  const recorded = row.trace === null ? null : fromJson<RecordedTurn>(row.trace)
  return {
    message: row.messageId,
    conversation: row.conversationId,
    text: row.text,
    intent: row.intent,
    confidence: row.confidence,
    source: row.source,
    latency_ms: row.latencyMs,
    alternatives: recorded?.alternatives ?? [],
    entities: { ...recorded?.entities },
    because: recorded?.because ?? [],
    looked_at: (recorded?.seen ?? []).map(([sku, price, stock]) => ({ sku, price, stock })),
    guard: recorded?.guard ?? [],
    model: recorded?.model ?? null,
    cart_after: (recorded?.cart ?? []).map(([sku, quantity]) => ({ sku, quantity })),
    effects: recorded?.effects ?? [],
    replies: fromJson<Reply[]>(row.replies),
  }
}
