import { readNumber } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { classOf } from './words.ts'
import type { Pesos } from '../types.ts'

/** What a message says about money: "menos de 20 lucas", "entre 10 y 15 mil", "como de 20 lucas". */
export interface PriceLimits {
  min: Pesos | null
  max: Pesos | null
  /** "unas 15 lucas", "tengo 40 lucas": near this, and not much above. */
  around: Pesos | null
  /** Token positions that said so. */
  positions: Set<number>
}

const AMOUNT_UNITS: Readonly<Record<string, number>> = {
  luca: 1000,
  lucas: 1000,
  lukas: 1000,
  luka: 1000,
  luquitas: 1000,
  mil: 1000,
  k: 1000,
  gamba: 100,
  gambas: 100,
  palo: 1_000_000,
  palos: 1_000_000,
  millon: 1_000_000,
  millones: 1_000_000,
  peso: 1,
  pesos: 1,
  clp: 1,
}

const MAX_CUES =
  /(?:menos de|hasta|maximo|max|tope|bajo|debajo de|no (?:me |se |nos )?(?:pasen?|supere)|no mas de|que no sea mas de|tengo|ando con|presupuesto|alcanza con|dispongo de|no exceda)\b/
const MIN_CUES = /(?:mas de|minimo|desde|arriba de|sobre)\b/
const NOT_MORE = /(?:no|ni) (?:\w+ ){0,3}mas de\b/
/** How many words before an amount may hold its cue: "que no me pase de las 20 lucas" has four between. */
const CUE_WORDS = 6
/** Above what is near enough to "como de 20 lucas". */
const AROUND = 1.15

/** Reads price limits. Only amounts with a money word, a $ or a thousands figure count: "2 brownies" is no price. */
export function priceLimits(list: readonly Token[]): PriceLimits {
  const limits: PriceLimits = { min: null, max: null, around: null, positions: new Set() }
  for (let at = 0; at < list.length; at++) {
    const amount = amountAt(list, at)
    if (!amount) continue
    const between = list[at - 1]?.text === 'entre' ? betweenAt(list, amount) : null
    if (between) {
      limits.min = between.low
      limits.max = between.high
      mark(limits, at - 1, between.to)
      at = between.to - 1
      continue
    }
    if (!amount.money) continue
    const cueFrom = Math.max(0, at - CUE_WORDS)
    const before = list
      .slice(cueFrom, at)
      .map((token) => token.norm)
      .join(' ')
    const after = list[amount.to]?.text
    if (MAX_CUES.test(before) || NOT_MORE.test(before) || after === 'maximo' || after === 'tope') {
      limits.max = amount.value
      if (/tengo|ando con|presupuesto|dispongo/.test(before)) limits.around = amount.value
      mark(limits, cueStart(list, at), amount.to)
    } else if (MIN_CUES.test(before)) {
      limits.min = amount.value
      mark(limits, cueStart(list, at), amount.to)
    } else {
      limits.around = amount.value
      limits.max = Math.round(amount.value * AROUND)
      mark(limits, at, amount.to)
    }
    at = amount.to - 1
  }
  return limits
}

interface Amount {
  value: number
  to: number
  money: boolean
}

/** "20 lucas", "$24.990", "veinte mil", "15k", "media luca" is none. */
function amountAt(list: readonly Token[], at: number): Amount | null {
  const token = list[at]
  if (!token) return null
  const glued = /^(\d+)(k|lucas?|mil)$/.exec(token.text)
  if (glued && token.kind === 'mixed') {
    // "15k" of food is kilos; of money it stands behind a cue, which the caller checks.
    return { value: Number(glued[1]) * 1000, to: at + 1, money: glued[2] !== 'k' || moneyCueBefore(list, at) }
  }
  const dollar = list[at - 1]?.text === '$'
  const number = readNumber(list, at)
  if (!number) return null
  const unit = list[number.to]?.text ?? ''
  const factor = Object.hasOwn(AMOUNT_UNITS, unit) ? (AMOUNT_UNITS[unit] ?? 1) : null
  const after = list[number.to + 1]
  // "2 palos selfie" are sticks; a million is asked for by itself.
  const sticks = /^palos?$/.test(unit) && after?.kind === 'word' && after.joined && classOf(after.norm) === 'content'
  if (factor !== null && unit !== 'k' && !sticks)
    return { value: Math.round(number.value * factor), to: number.to + 1, money: true }
  if (unit === 'k' && moneyCueBefore(list, at)) return { value: number.value * 1000, to: number.to + 1, money: true }
  const thousands =
    number.value >= 1000 && (dollar || /\./.test(token.raw) || moneyCueBefore(list, at) || number.to > at + 1)
  const capacity = /^(?:mah|btu|rpm|lumenes|dpi|ml|mg|gr?|k?w|hz)$/.test(unit)
  return { value: number.value, to: number.to, money: thousands && !capacity && (dollar || moneyCueBefore(list, at)) }
}

function moneyCueBefore(list: readonly Token[], at: number): boolean {
  const before = list
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.norm)
    .join(' ')
  return MAX_CUES.test(before) || MIN_CUES.test(before) || /\b(?:unas|unos|como de|cerca de|alrededor de)$/.test(before)
}

/** "entre 10 y 15 lucas": the money word of the second goes for both. */
function betweenAt(list: readonly Token[], first: Amount): { low: number; high: number; to: number } | null {
  if (list[first.to]?.text !== 'y' && list[first.to]?.text !== 'a') return null
  const second = amountAt(list, first.to + 1)
  if (!second) return null
  const low = first.value < 1000 && second.value >= 1000 ? first.value * 1000 : first.value
  if (!second.money && second.value < 1000) return null
  return low <= second.value ? { low, high: second.value, to: second.to } : null
}

const CUE_TOKENS = new Set(
  `menos de hasta se nos maximo max tope bajo debajo no pase pasen supere mas tengo ando con presupuesto desde sobre arriba que las los unas unos como me sea entre cerca alrededor minimo`.split(
    ' ',
  ),
)

function cueStart(list: readonly Token[], at: number): number {
  let start = at
  while (start > 0 && at - start < CUE_WORDS && CUE_TOKENS.has(list[start - 1]?.norm ?? '')) start--
  return start
}

function mark(limits: PriceLimits, from: number, to: number): void {
  for (let position = from; position < to; position++) limits.positions.add(position)
}
