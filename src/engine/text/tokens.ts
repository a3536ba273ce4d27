import { fold } from './fold.ts'
import { expandShorthand } from './shorthand.ts'

export interface Token {
  /** As written. */
  raw: string
  /** Folded: lower case, no accents, no elongations. */
  text: string
  /** The first word of its long form ("q" → "que", "pal" → "para"); `text` where there is none. */
  norm: string
  /** Where it stands in the text, UTF-16 units. */
  start: number
  end: number
  /** Where it stands among the tokens. */
  position: number
  kind: 'word' | 'number' | 'mixed' | 'emoji' | 'sign'
  /** The number's value, for `number` only: "24.990" is 24990, "2,5" is 2.5. */
  value: number | null
  /** Nothing but blanks lies between this token and the one before (a comma or a full stop does not count as blank). */
  joined: boolean
}

/*
 * In order: fractions of an inch or a gallon; numbers with thousands or decimals; letters and digits in one ("a15", "60x60", "ñandú"), with an inner
 * apostrophe ("spider's"); the signs that mean something to a shop; emoji, the rarest and the slowest to recognise.
 */
const TOKEN =
  /(?<![\d/.,])[1-9]\/(?:2|3|4|8|16)(?![\d/])|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+[.,]\d+(?!\d)|[\p{L}\p{N}\p{M}]+(?:['’´][\p{L}]+)*|[$%"”″&+#?!]|(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}]|\u200D|\uFE0F)*/gu

/** At most this many tokens of a message are looked at: a shopper's need fits, a pasted novel costs nothing. */
export const MAX_TOKENS = 400

/** Splits a message into folded words, numbers, emoji and signs, each with its place. Pure; never throws. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let last = 0
  for (const match of text.toWellFormed().matchAll(TOKEN)) {
    if (found.length === MAX_TOKENS) break
    const raw = match[0]
    const start = match.index
    const { text: folded, norm, kind, value } = lexemeOf(raw === 'i' && isAnd(text, start) ? 'y' : raw)
    found.push({
      raw,
      text: folded,
      norm,
      start,
      end: start + raw.length,
      position: found.length,
      kind,
      value,
      joined: found.length > 0 && (start === last || text.slice(last, start).trim() === ''),
    })
    last = start + raw.length
  }
  return found
}

/** "tomate i cebolla", "i un iluminador": "y", spelt by ear; no English "I want". */
function isAnd(text: string, at: number): boolean {
  const rest = text.slice(at + 1, at + 24)
  return at === 0
    ? /^ (?:un[oa]?s?|el|las?|los|dos|tres|\d|q|que|cu[aá]nt\w*|a|tb|tambi[eé]n|tienen?|mejor|otr[oa])\b/.test(rest)
    : /^ (?!(?:want|need|would|have|am|can|could|like|was|will|did|get|take|just|do|don|think|see|love|order|only)\b)[\p{L}\d]/u.test(
        rest,
      )
}

/** "24.990" → 24990, "2,5" → 2.5, "2.5" → 2.5: a dot before three digits groups thousands, as Chile writes. */
export function numberValue(text: string): number {
  const [above, below] = text.split('/')
  if (above !== undefined && below !== undefined) return Number(above) / Number(below)
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return Number(text.replace(',', '.'))
}

const FRACTIONS: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' }

type Lexeme = Pick<Token, 'text' | 'norm' | 'kind' | 'value'>

/** A shop's words come back thousands of times: each spelling is read once. Emptied when full, so memory is bounded. */
const lexemes = new Map<string, Lexeme>()
const LEXEMES_REMEMBERED = 50_000

function lexemeOf(raw: string): Lexeme {
  const known = lexemes.get(raw)
  if (known) return known
  // `4½"`, "1¼": as 4.5 and 1.25 are said.
  const half = /^(\d{1,3})([½¼¾])$/.exec(raw)
  const text = half ? `${half[1] ?? ''}.${FRACTIONS[half[2] ?? ''] ?? ''}` : fold(raw).replace(/['’´]/g, '')
  const kind = kindOf(text, raw)
  const lexeme: Lexeme = {
    text,
    // "qeso": phones drop the u that nobody hears.
    norm:
      kind === 'word'
        ? participle((expandShorthand(text).split(' ')[0] ?? text).replace(/q(?=[ei][a-z])/, 'qu'), raw)
        : text,
    kind,
    value: kind === 'number' ? numberValue(text) : null,
  }
  if (lexemes.size >= LEXEMES_REMEMBERED) lexemes.clear()
  // A pasted wall without blanks is no word: remembering it would only hold memory.
  if (raw.length <= 40) lexemes.set(raw, lexeme)
  return lexeme
}

/** "rosao", "quemaos": the d that nobody says. Portuguese writes its own with a tilde. */
function participle(word: string, raw: string): string {
  return SAID_SHORT.test(word) && !raw.includes('ã') ? word.replace(/ao(s?)$/, 'ado$1') : word
}

const SAID_SHORT = /^(?!cacaos?$|bacalaos?$|curacao$|callao$|bilbao$|balao$|chocolao$)[a-z]{3,}aos?$/

function kindOf(folded: string, raw: string): Token['kind'] {
  if (/^\d[\d.,]*$|^\d\/\d{1,2}$/.test(folded)) return 'number'
  if (/^[$%"”″&+#?!]$/.test(raw)) return 'sign'
  if (!/[\p{L}\p{N}]/u.test(folded)) return 'emoji'
  return /\p{N}/u.test(folded) ? 'mixed' : 'word'
}
