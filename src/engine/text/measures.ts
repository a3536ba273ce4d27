import { isNumberWord, readNumber } from './numbers.ts'
import type { Token } from './tokens.ts'

export type Dimension =
  | 'mass'
  | 'volume'
  | 'length'
  | 'power'
  | 'charge'
  | 'data'
  | 'frequency'
  | 'voltage'
  | 'percent'
  | 'count'
  | 'screen'
  | 'age'
  | 'bed'
  | 'people'
  | 'stroke'
  | 'door'
  | 'drawer'
  | 'size'

/** A size said or printed: "15kg", "30 ml", "10 mil mAh", `55"`, "talla M", "medio tera". */
export interface Measure {
  dimension: Dimension
  /** In the dimension's base: g, ml, mm, W, mAh, GB, Hz, V, %, units, inches, months, bed widths, people, strokes, doors, drawers; 0 for lettered sizes. */
  value: number
  /** The number as it was said or printed, in its own unit: 15 of "15 kg"; 0 for lettered sizes. */
  amount: number
  /** The lower end of a range, as `value` and `amount` of its upper one: "4,5 a 10 kg". */
  least: { value: number; amount: number } | null
  /** Lettered or numbered clothes sizes: "m", "xl", "38". */
  label: string | null
  /** Token positions, `to` exclusive. */
  from: number
  to: number
}

type Unit = readonly [Dimension, number]

/** Unit words and what one of them is in the dimension's base. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({
    'mass 0.001': 'mg miligramo miligramos',
    'mass 1': 'g gr grs gms gramo gramos',
    'mass 1000': 'k ks kg kgs kilo kilos kilogramo kilogramos',
    'mass 453.6': 'lb lbs libra libras',
    'volume 1': 'ml mililitro mililitros cc',
    'volume 10': 'cl',
    'volume 1000': 'l lt lts ltr litro litros',
    'volume 3785': 'galon galones',
    'length 1': 'mm milimetro milimetros',
    'length 10': 'cm cms centimetro centimetros',
    'length 1000': 'm mt mts mtr metro metros',
    'screen 1': 'pulgada pulgadas pulg " ” ″',
    'power 1': 'w watt watts vatio vatios',
    'power 1000': 'kw kilowatt kilowatts',
    'charge 1': 'mah',
    'data 1': 'gb giga gigas gigabyte gigabytes gigabit',
    'data 0.001': 'mb mega megas',
    'data 1024': 'tb tera teras terabyte terabytes',
    'frequency 1': 'hz hertz',
    'frequency 1000000': 'mhz',
    'voltage 1': 'v volt volts voltios',
    'percent 1': '% porciento',
    'count 1': 'un und unid unids unidad unidades pcs piezas pz pares hojas capsulas comprimidos',
    'age 1': 'mes meses',
    'age 12': 'ano anos anito anitos',
    'bed 1': 'plaza plazas',
    'people 1': 'persona personas porcion porciones comensales invitados puestos',
    'stroke 1': 't tiempos',
    'door 1': 'puerta puertas',
    'drawer 1': 'cajones',
  }).flatMap(([unit, words]) => {
    const [dimension, factor] = unit.split(' ')
    return words.split(' ').map((word) => [word, [dimension as Dimension, Number(factor)]] as const)
  }),
)

/** Half of what: "medio tera", "medio kilo", "media hora" is none. */
const HALVES = new Set(['medio', 'media'])
/** A tera and its half are sold as round figures, not as powers of two. */
const ROUND_DATA: ReadonlyMap<number, number> = new Map([
  [1000, 1024],
  [500, 512],
  [2000, 2048],
  [4000, 4096],
])

const LETTER_SIZES = new Set(['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', '2xl', '3xl', '4xl'])
const SIZE_NAMES: Readonly<Record<string, string>> = {
  chica: 's',
  chico: 's',
  small: 's',
  mediana: 'm',
  mediano: 'm',
  medium: 'm',
  grande: 'l',
  large: 'l',
}
const SIZE_WORDS = new Set(['talla', 'tallas', 'talle', 'size', 'numero', 'nro'])

/** Whoever wears it says so of shoes. */
export const WEARS = /^(?:calzo|calza|calzan|calzando)$/
/** "N°", "Nº", "n.": read with what stands behind it. */
const NUMERO = /^n[º°.]?$/i
/** Shoes and clothes by number. */
const LEAST_SIZE = 14
const MOST_SIZE = 60

/** The sizes of a text, left to right. A bare "k" is kilos: a caller that expects money looks at the token. */
export function measures(list: readonly Token[]): Measure[] {
  const found: Measure[] = []
  const letters = new Set(
    list.filter((token) => token.kind === 'word' && LETTER_SIZES.has(token.text)).map((token) => token.text),
  )
  for (let at = 0; at < list.length; at++) {
    const token = list[at]!
    // "2 petos M y 2 L": where two of the letters stand, they are sizes, and no metres and litres.
    if (letters.size > 1 && LETTER_SIZES.has(token.text)) {
      found.push({ dimension: 'size', value: 0, amount: 0, least: null, label: token.text, from: at, to: at + 1 })
      continue
    }
    if (token.kind === 'word' && !mayStart(token.text)) continue
    const measure =
      glued(list, at) ??
      sized(list, at) ??
      served(list, at) ??
      (letters.size > 1 && LETTER_SIZES.has(list[at + 1]?.text ?? '') ? null : counted(list, at)) ??
      halved(list, at) ??
      single(list, at)
    if (!measure) continue
    found.push({ ...measure, least: leastOf(list, measure) })
    at = Math.max(at, measure.to - 1)
  }
  return found
}

/** Most words of a description start no size: one look-up tells. */
function mayStart(word: string): boolean {
  return (
    isNumberWord(word) ||
    UNITS.has(word) ||
    SIZE_WORDS.has(word) ||
    word === 'n' ||
    word === 'no' ||
    LETTER_SIZES.has(word) ||
    HALVES.has(word) ||
    word === 'cuarto'
  )
}

/** "15kg", "100w", "1tb", "m3" is none. */
function glued(list: readonly Token[], at: number): Measure | null {
  const token = list[at]
  if (token?.kind !== 'mixed') return null
  const match = /^(\d+(?:[.,]\d+)?)([a-z]+)$/.exec(token.text)
  const unit = match ? UNITS.get(match[2] ?? '') : undefined
  if (!match || !unit) return null
  return make(unit, Number((match[1] ?? '').replace(',', '.')), at, at + 1)
}

/** "talla M", "talla 38", "número 42", "N° 42", "calzo 43", and a lone "XL". */
function sized(list: readonly Token[], at: number): Measure | null {
  const token = list[at]
  if (!token) return null
  const shoe = WEARS.test(list[at - 1]?.text ?? '') ? readNumber(list, at) : null
  if (shoe && shoe.value >= LEAST_SIZE && shoe.value <= MOST_SIZE)
    return {
      dimension: 'size',
      value: shoe.value,
      amount: shoe.value,
      least: null,
      label: `${shoe.value}`,
      from: at,
      to: shoe.to,
    }
  if (SIZE_WORDS.has(token.text) || NUMERO.test(token.raw)) {
    const next = list[at + 1]
    if (!next) return null
    const label = SIZE_NAMES[next.text] ?? next.text
    const plausible =
      LETTER_SIZES.has(label) || (next.kind === 'number' && (next.value ?? 0) > 0 && (next.value ?? 0) <= MOST_SIZE)
    // "número 2" picks from a list: only clothes' numbers count, and those start at 14.
    if (!plausible || (token.text.startsWith('n') && (next.value ?? 0) < LEAST_SIZE)) return null
    const number = next.value ?? 0
    return { dimension: 'size', value: number, amount: number, least: null, label, from: at, to: at + 2 }
  }
  if (LETTER_SIZES.has(token.text) && (token.text.length >= 2 || isLoneLetter(list, at))) {
    return { dimension: 'size', value: 0, amount: 0, least: null, label: token.text, from: at, to: at + 1 }
  }
  return null
}

/** "en L", "Polera negra M": a letter by itself, behind "en" or written large. */
function isLoneLetter(list: readonly Token[], at: number): boolean {
  const [before, token] = [list[at - 1], list[at]]
  if (before === undefined || token === undefined || before.kind === 'number') return false
  if (before.text === 'en') return true
  const raised = token.raw !== token.raw.toLowerCase() && before.raw !== before.raw.toUpperCase()
  return raised && list[at + 1] === undefined
}

/** "15 kilos", "2,5 kg", "10 mil mah", "kilo y medio" (by `halved`), "quince kilos". */
function counted(list: readonly Token[], at: number): Measure | null {
  const number = readNumber(list, at)
  if (!number) return null
  const unit = unitAt(list, number.to)
  if (!unit) return null
  const half = list[number.to + 1]?.text === 'y' && HALVES.has(list[number.to + 2]?.text ?? '')
  return make(unit, number.value + (half ? 0.5 : 0), at, number.to + (half ? 3 : 1))
}

/** "torta para quince": people, where nothing else is counted. */
function served(list: readonly Token[], at: number): Measure | null {
  const before = list[at - 1]?.text
  const number = before === 'para' || before === 'pa' ? readNumber(list, at) : null
  if (!number || !Number.isInteger(number.value) || number.value < 2 || number.value > MOST_SERVED) return null
  const next = list[number.to]
  const ends = next === undefined || !next.joined || ENDS_SERVED.test(next.text)
  return ends ? make(['people', 1], number.value, at, number.to) : null
}

const MOST_SERVED = 500
const ENDS_SERVED = /^(?:porfa|por|cuanto|que|q|hay|tiene[ns]?|teni|entonces|sin|con|me|se|ya)$/

/** "medio tera", "medio kilo", "un cuarto de kilo", "litro y medio". */
function halved(list: readonly Token[], at: number): Measure | null {
  const word = list[at]?.text ?? ''
  if (HALVES.has(word)) {
    const unit = unitAt(list, at + 1)
    return unit && unit[0] !== 'age' && unit[0] !== 'count' ? make(unit, 0.5, at, at + 2) : null
  }
  if (word === 'cuarto' && list[at + 1]?.text === 'de') {
    const unit = unitAt(list, at + 2)
    return unit ? make(unit, 0.25, at, at + 3) : null
  }
  const unit = word.length > 2 ? UNITS.get(word) : undefined
  if (unit && list[at + 1]?.text === 'y' && HALVES.has(list[at + 2]?.text ?? '')) return make(unit, 1.5, at, at + 3)
  return null
}

const SINGLE = new Set(['kilo', 'litro', 'galon', 'tera'])
const BEFORE_SINGLE = new Set(['de', 'precio', 'por', 'el', 'x', 'cada'])

/** "la de kilo", "precio kilo de miel": one of the unit, and nobody says the one. */
function single(list: readonly Token[], at: number): Measure | null {
  const word = list[at]?.text ?? ''
  const unit = SINGLE.has(word) && BEFORE_SINGLE.has(list[at - 1]?.text ?? '') ? UNITS.get(word) : undefined
  const half = list[at + 1]?.text === 'y' && HALVES.has(list[at + 2]?.text ?? '')
  return unit && !half && list[at - 2]?.text !== 'cuarto' ? make(unit, 1, at, at + 1) : null
}

/** The lower end of "4,5 a 10 kg", "2 y 4 kg", "10-15 kg": a number right before, and no unit of its own. */
function leastOf(list: readonly Token[], upper: Measure): Measure['least'] {
  if (upper.amount === 0) return null
  const before = list[upper.from - 1]
  const first = list[upper.from]
  const linked = before?.text === 'a' || before?.text === 'y'
  const dashed = before !== undefined && first !== undefined && !first.joined && first.start === before.end + 1
  const lower = linked ? list[upper.from - 2] : dashed ? before : undefined
  if (lower?.kind !== 'number' || lower.value === null) return null
  return { value: round((lower.value * upper.value) / upper.amount), amount: lower.value }
}

function unitAt(list: readonly Token[], at: number): Unit | undefined {
  const token = list[at]
  if (!token) return undefined
  if (token.kind !== 'word' && token.kind !== 'sign') return undefined
  return UNITS.get(token.text)
}

function make(unit: Unit, amount: number, from: number, to: number): Measure {
  const value = amount * unit[1]
  return {
    dimension: unit[0],
    value: unit[0] === 'data' ? (ROUND_DATA.get(value) ?? value) : round(value),
    amount,
    least: null,
    label: null,
    from,
    to,
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
