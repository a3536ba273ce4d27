import type { Token } from './tokens.ts'

/** A number as shoppers say it, in digits or words. */
export interface NumberSpan {
  value: number
  /** Token positions, `to` exclusive. */
  from: number
  to: number
  /** Said in words ("dos"), where "un/una" may be an article. */
  words: boolean
}

const UNITS: Readonly<Record<string, number>> = {
  cero: 0,
  un: 1,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintiun: 21,
  veintiuno: 21,
  veintiuna: 21,
  veintidos: 22,
  veintitres: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiseis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
}
const TENS: Readonly<Record<string, number>> = {
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
}
const HUNDREDS: Readonly<Record<string, number>> = {
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  trescientas: 300,
  cuatrocientos: 400,
  cuatrocientas: 400,
  quinientos: 500,
  quinientas: 500,
  seiscientos: 600,
  seiscientas: 600,
  setecientos: 700,
  setecientas: 700,
  ochocientos: 800,
  ochocientas: 800,
  novecientos: 900,
  novecientas: 900,
}

const NUMBER_WORDS = new Set(['mil', ...Object.keys(UNITS), ...Object.keys(TENS), ...Object.keys(HUNDREDS)])

/** Whether a number may start with this word. */
export function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word)
}

/** The number that starts at token `at`, or null: "2", "10.000", "10 mil", "treinta y dos", "ciento veinte mil". */
export function readNumber(list: readonly Token[], at: number): NumberSpan | null {
  const first = list[at]
  if (!first) return null
  if (first.kind === 'number') {
    const thousands = list[at + 1]?.text === 'mil'
    const value = first.value ?? 0
    return thousands
      ? { value: value * 1000, from: at, to: at + 2, words: false }
      : { value, from: at, to: at + 1, words: false }
  }
  return NUMBER_WORDS.has(first.text) ? readWords(list, at) : null
}

/** Every number of a message, left to right, none overlapping. */
export function numbersOf(list: readonly Token[]): NumberSpan[] {
  const found: NumberSpan[] = []
  for (let at = 0; at < list.length; at++) {
    const span = readNumber(list, at)
    if (!span) continue
    found.push(span)
    at = span.to - 1
  }
  return found
}

function readWords(list: readonly Token[], from: number): NumberSpan | null {
  const head = belowThousand(list, from)
  const thousand = list[head?.to ?? from]?.text === 'mil'
  if (!thousand) return head && { value: head.value, from, to: head.to, words: true }
  const after = (head?.to ?? from) + 1
  const tail = belowThousand(list, after)
  return { value: (head?.value ?? 1) * 1000 + (tail?.value ?? 0), from, to: tail?.to ?? after, words: true }
}

/** "ciento veinte", "treinta y dos", "quince": hundreds, then tens and units or one word below thirty. */
function belowThousand(list: readonly Token[], from: number): { value: number; to: number } | null {
  let at = from
  let value = look(HUNDREDS, list[at]) ?? 0
  if (value > 0) at++
  const tens = look(TENS, list[at])
  if (tens !== null) {
    value += tens
    at++
    const unit = list[at]?.text === 'y' ? look(UNITS, list[at + 1]) : null
    if (unit !== null && unit > 0 && unit < 10) {
      value += unit
      at += 2
    }
  } else {
    const unit = look(UNITS, list[at])
    if (unit !== null) {
      value += unit
      at++
    }
  }
  return at === from ? null : { value, to: at }
}

function look(words: Readonly<Record<string, number>>, token: Token | undefined): number | null {
  return token !== undefined && Object.hasOwn(words, token.text) ? (words[token.text] ?? null) : null
}
