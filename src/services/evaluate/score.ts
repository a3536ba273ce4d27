import { fold } from '../../engine/text/fold.ts'
import { INTENTS } from '../../engine/types.ts'
import type { TurnDocument } from '../turns/types.ts'
import type { Expectation, LabelledMessage } from './read-labelled.ts'

export interface MessageScore {
  messages: number
  accuracy: number
  /** Mean F1 over the intents that are there, each counting the same. */
  macroF1: number
  /** Of the messages that want products: our first one, or one of our first three, is among them. */
  hitAt1: number | null
  hitAt3: number | null
  /** Of the messages that want none among those that ask for goods: we showed none. */
  emptyKeptEmpty: number | null
  /** Expected calibration error over ten bins. */
  calibrationError: number
  confusions: Array<{ expected: string; got: string; count: number; example: string }>
}

/** Intents that ask for goods: there an empty list is a statement ("we do not carry that"). */
const ASKS_FOR_GOODS = new Set([
  'browse_category',
  'recommend',
  'product_info',
  'price_query',
  'stock_query',
  'buy_product',
])
const BINS = 10
const WORST = 15

/** Scores answers to labelled messages; pure. */
export function scoreMessages(pairs: ReadonlyArray<{ label: LabelledMessage; answer: TurnDocument }>): MessageScore {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, right: 0, sure: 0 }))
  const counts = new Map(INTENTS.map((intent) => [intent, { right: 0, said: 0, meant: 0 }]))
  const wrong = new Map<string, { count: number; example: string }>()
  const hits = { wanted: 0, first: 0, third: 0, none: 0, kept: 0 }
  let right = 0
  for (const { label, answer } of pairs) {
    const good = label.intent === answer.intent
    right += Number(good)
    const bin = bins[Math.min(BINS - 1, Math.floor(answer.confidence * BINS))]
    if (bin) {
      bin.count += 1
      bin.right += Number(good)
      bin.sure += answer.confidence
    }
    tally(counts.get(label.intent), 'meant')
    tally(counts.get(answer.intent), 'said')
    if (good) tally(counts.get(label.intent), 'right')
    else {
      const key = `${label.intent}\t${answer.intent}`
      const seen = wrong.get(key) ?? { count: 0, example: label.text }
      wrong.set(key, { ...seen, count: seen.count + 1 })
    }
    const shown = answer.products.map((product) => product.sku)
    if (label.products.length > 0) {
      hits.wanted += 1
      hits.first += Number(shown[0] !== undefined && label.products.includes(shown[0]))
      hits.third += Number(shown.slice(0, 3).some((sku) => label.products.includes(sku)))
    } else if (ASKS_FOR_GOODS.has(label.intent)) {
      hits.none += 1
      hits.kept += Number(shown.length === 0)
    }
  }
  const present = [...counts.values()].filter((count) => count.meant > 0)
  return {
    messages: pairs.length,
    accuracy: ratio(right, pairs.length) ?? 0,
    macroF1:
      present.reduce((sum, count) => sum + (2 * count.right) / Math.max(1, count.said + count.meant), 0) /
      Math.max(1, present.length),
    hitAt1: ratio(hits.first, hits.wanted),
    hitAt3: ratio(hits.third, hits.wanted),
    emptyKeptEmpty: ratio(hits.kept, hits.none),
    calibrationError: bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.sure), 0) / Math.max(1, pairs.length),
    confusions: [...wrong]
      .map(([key, { count, example }]) => ({
        expected: key.split('\t')[0] ?? '',
        got: key.split('\t')[1] ?? '',
        count,
        example,
      }))
      .sort((a, b) => b.count - a.count)
      .slice(0, WORST),
  }
}

/** What of an expectation a turn misses, in words; empty where it holds. Texts are compared without accents and case. */
export function missed(expect: Expectation, answer: TurnDocument): string[] {
  const faults: string[] = []
  if (expect.intent && !expect.intent.includes(answer.intent))
    faults.push(`intent ${answer.intent}, not ${expect.intent.join(' or ')}`)
  const shown = new Set(answer.products.map((product) => product.sku))
  const lacking = (expect.products_include ?? []).filter((sku) => !shown.has(sku))
  if (lacking.length > 0) faults.push(`does not show ${lacking.join(', ')}`)
  if (expect.cart) {
    const cart = Object.fromEntries(answer.cart.items.map((item) => [item.sku, item.quantity]))
    if (sorted(cart) !== sorted(expect.cart)) faults.push(`cart ${sorted(cart)}, not ${sorted(expect.cart)}`)
  }
  if (expect.order_status !== undefined && answer.order?.status !== expect.order_status) {
    faults.push(`order ${answer.order?.status ?? 'none'}, not ${expect.order_status}`)
  }
  const said = fold(answer.replies.map((reply) => JSON.stringify(reply)).join('\n'))
  for (const part of expect.reply_includes ?? []) if (!said.includes(fold(part))) faults.push(`does not say "${part}"`)
  for (const part of expect.reply_excludes ?? []) if (said.includes(fold(part))) faults.push(`says "${part}"`)
  return faults
}

function tally(
  count: { right: number; said: number; meant: number } | undefined,
  what: 'right' | 'said' | 'meant',
): void {
  if (count) count[what] += 1
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function sorted(cart: Record<string, number>): string {
  return JSON.stringify(Object.entries(cart).sort(([a], [b]) => (a < b ? -1 : 1)))
}
