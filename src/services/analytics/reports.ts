import * as facts from '../../store/analytics.ts'
import type { Store } from '../../store/store.ts'
import { maskText } from '../snapshot/mask.ts'

/** What every report is over. Times in epoch ms, `until` not included. */
export interface ReportQuery extends facts.Span {
  /** In which days are cut: the shop's own, or Chile's over several. */
  timezone: string
}

/** Below this the bot asks back or offers a person: the same line that the engine draws. */
export const UNSURE_BELOW = 0.5
const RESPONSE_SAMPLES = 200_000
const UNANSWERED_SAMPLES = 5000

export interface ConversationsReport {
  conversations: number
  turns: number
  operator_messages: number
  turns_per_conversation: number | null
  average_confidence: number | null
  average_latency_ms: number | null
  sources: { local: number; model: number }
  by_day: Array<{ day: string; turns: number; new_conversations: number }>
}

export async function reportConversations(store: Store, query: ReportQuery): Promise<ConversationsReport> {
  const [totals, turns, fresh] = await Promise.all([
    facts.readTurnTotals(store.db, query),
    facts.readTurnsByHour(store.db, query),
    facts.readNewConversationsByHour(store.db, query),
  ])
  const days = new Map<string, { day: string; turns: number; new_conversations: number }>()
  const dayOf = dayNamer(query.timezone)
  const at = (hour: number) => {
    const day = dayOf(hour * 3_600_000)
    const known = days.get(day) ?? { day, turns: 0, new_conversations: 0 }
    days.set(day, known)
    return known
  }
  for (const row of turns) at(row.hour).turns += row.n
  for (const row of fresh) at(row.hour).new_conversations += row.n
  return {
    conversations: totals.conversations,
    turns: totals.turns,
    operator_messages: totals.operator,
    turns_per_conversation: totals.conversations === 0 ? null : round(totals.turns / totals.conversations),
    average_confidence: totals.confidence === null ? null : round(totals.confidence, 3),
    average_latency_ms: totals.latency === null ? null : round(totals.latency),
    sources: { local: totals.turns - totals.model, model: totals.model },
    by_day: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)),
  }
}

export interface IntentRow {
  intent: string
  count: number
  share: number
  conversations: number
  average_confidence: number | null
  unsure: number
}

export async function reportIntents(store: Store, query: ReportQuery): Promise<IntentRow[]> {
  const rows = await facts.readIntents(store.db, query, UNSURE_BELOW)
  const total = rows.reduce((sum, row) => sum + row.n, 0)
  return rows.map((row) => ({
    intent: row.intent,
    count: row.n,
    share: round(row.n / total, 4),
    conversations: row.conversations,
    average_confidence: row.confidence === null ? null : round(row.confidence, 3),
    unsure: row.unsure,
  }))
}

export interface FunnelRow {
  step: 'chat' | 'cart' | 'link' | 'paid'
  conversations: number
  /** Of those who chatted, and of the step before. */
  share: number | null
  from_previous: number | null
}

export async function reportFunnel(store: Store, query: ReportQuery): Promise<FunnelRow[]> {
  const funnel = await facts.readFunnel(store.db, query)
  const steps = ['chat', 'cart', 'link', 'paid'] as const
  return steps.map((step, index) => {
    const before = steps[index - 1]
    return {
      step,
      conversations: funnel[step],
      share: funnel.chat === 0 ? null : round(funnel[step] / funnel.chat, 4),
      from_previous: before === undefined || funnel[before] === 0 ? null : round(funnel[step] / funnel[before], 4),
    }
  })
}

export interface ProductRow {
  tenant: string
  sku: string
  name: string
  shown: number
  ordered: number
  paid: number
  revenue: number
}

/** What was shown, ordered and paid; what earned most first. */
export async function reportProducts(store: Store, query: ReportQuery): Promise<ProductRow[]> {
  const [sold, shown] = await Promise.all([
    facts.readSoldProducts(store.db, query),
    facts.readShownProducts(store, query),
  ])
  const rows = new Map<string, ProductRow>()
  for (const row of shown)
    rows.set(`${row.tenant} ${row.sku}`, {
      tenant: row.tenant,
      sku: row.sku,
      name: row.name ?? row.sku,
      shown: row.shown,
      ordered: 0,
      paid: 0,
      revenue: 0,
    })
  for (const row of sold) {
    const key = `${row.tenant} ${row.sku}`
    rows.set(key, { ...row, shown: rows.get(key)?.shown ?? 0 })
  }
  return [...rows.values()].sort((a, b) => b.revenue - a.revenue || b.ordered - a.ordered || b.shown - a.shown)
}

export interface ResponseRow {
  /** An intent, or `all`. */
  intent: string
  turns: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
  max_ms: number
  model_share: number
}

/** The engine's time a turn, in all and by intent, the slowest first. */
export async function reportResponseTimes(store: Store, query: ReportQuery): Promise<ResponseRow[]> {
  const turns = await facts.readResponseTimes(store.db, query, RESPONSE_SAMPLES)
  if (turns.length === 0) return []
  const groups = new Map<string, typeof turns>()
  for (const turn of turns) {
    const intent = turn.intent ?? 'none'
    const group = groups.get(intent)
    if (group === undefined) groups.set(intent, [turn])
    else group.push(turn)
  }
  const row = (intent: string, group: typeof turns): ResponseRow => {
    const sorted = group.map((turn) => turn.ms).sort((a, b) => a - b)
    const quantile = (q: number): number => round(sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? 0)
    return {
      intent,
      turns: group.length,
      p50_ms: quantile(0.5),
      p95_ms: quantile(0.95),
      p99_ms: quantile(0.99),
      max_ms: quantile(1),
      model_share: round(group.filter((turn) => turn.source === 'model').length / group.length, 4),
    }
  }
  const byIntent = [...groups].map(([intent, group]) => row(intent, group)).sort((a, b) => b.p95_ms - a.p95_ms)
  return [row('all', turns), ...byIntent]
}

export interface UnansweredRow {
  tenant: string
  /** As written by whoever wrote it last; personal data masked. */
  text: string
  count: number
  intent: string | null
  lowest_confidence: number | null
  last_at: number
  conversation: string
}

/** What shoppers said that the bot was not made for or was unsure of: what to teach it next. The most frequent first. */
export async function reportUnanswered(store: Store, query: ReportQuery): Promise<UnansweredRow[]> {
  const turns = await facts.readUnanswered(store.db, query, UNSURE_BELOW, UNANSWERED_SAMPLES)
  const rows = new Map<string, UnansweredRow>()
  for (const turn of turns) {
    const key = `${turn.tenant} ${fold(turn.text)}`
    const known = rows.get(key)
    if (known === undefined) {
      rows.set(key, {
        tenant: turn.tenant,
        text: maskText(turn.text),
        count: 1,
        intent: turn.intent,
        lowest_confidence: turn.confidence === null ? null : round(turn.confidence, 3),
        last_at: turn.at,
        conversation: turn.conversation,
      })
      continue
    }
    known.count += 1
    if (turn.confidence !== null)
      known.lowest_confidence = round(Math.min(known.lowest_confidence ?? 1, turn.confidence), 3)
  }
  return [...rows.values()].sort((a, b) => b.count - a.count || b.last_at - a.last_at)
}

export interface CostRow {
  tenant: string
  model: string
  purpose: string
  calls: number
  failed: number
  input_tokens: number
  output_tokens: number
  /** Millionths of a US dollar. */
  cost_micros: number
  average_latency_ms: number
}

export async function reportCost(store: Store, query: ReportQuery): Promise<CostRow[]> {
  const rows = await facts.readCost(store.db, query)
  return rows.map((row) => ({
    tenant: row.tenant,
    model: row.model,
    purpose: row.purpose,
    calls: row.calls,
    failed: row.failed,
    input_tokens: row.inputTokens,
    output_tokens: row.outputTokens,
    cost_micros: row.costMicros,
    average_latency_ms: round(row.latency),
  }))
}

function round(value: number, digits = 1): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

/** Epoch ms → `2026-11-18` on the wall clock there. */
function dayNamer(timezone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' })
  return (at) => format.format(at)
}

/** Case, accents and what is not a letter or digit aside: three spellings of one question are one question. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
