import type { Intent } from '../types.ts'
import { buy } from './buy.ts'
import { changeQuantity } from './change-quantity.ts'
import { removeProduct } from './remove-product.ts'
import { note, type Talk } from './talk.ts'
import { understandTalk } from './understand-talk.ts'

/*
 * Messages that do two things to the cart: "saca la funda y pon 3 soportes". Each half is understood by itself, and what
 * goes goes first, so that the answer ends with what is wanted.
 */

/** The halves, each from its verb on. */
interface TwoActs {
  goes: string
  comes: string
}

const OUT =
  's[aá]c[ao]\\p{L}*|s[aá]que\\p{L}*|qu[ií]t[ae]\\p{L}*|elim[ií]n[ae]\\p{L}*|b[oó]rr[ae]\\p{L}*|b[oó]t[ae]\\p{L}*|ret[ií]r[ae]\\p{L}*'
const IN =
  'p[oó]n(?:e|me|le|ga|game|gale)?|agr[eé]g(?:a|ue)\\p{L}*|d[aeé]me|[eé]ch[ae]\\p{L}*|m[eé]t[ea](?:me|le)?|s[uú]m[ae]\\p{L}*|an[oó]t[ae]\\p{L}*|m[aá]nd[ae]me|que sean|d[eé]j[ae](?:me|le)?'
const NUMBER = '\\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce'
const AND = '(?:\\s*[,.;]+\\s*(?:y\\s+)?|\\s+y\\s+)(?:(?:mejor|despu[eé]s|tambi[eé]n|en su lugar)\\s+)?'

const GOES_FIRST = new RegExp(
  `(?:^|\\s)((?:${OUT})\\s+\\S.{1,60}?)${AND}((?:${IN})\\s+(?!solo|solamente)(?:(?:otr[oa]s?|tambi[eé]n)\\s+)?(?:${NUMBER})\\s+\\S.*)$`,
  'iu',
)
const COMES_FIRST = new RegExp(
  `(?:^|\\s)((?:${IN})\\s+(?:(?:otr[oa]s?)\\s+)?(?:${NUMBER})\\s+\\S.{1,60}?)${AND}((?:${OUT})\\s+\\S.*)$`,
  'iu',
)

/** Null: the message does one thing. */
export function readTwoActs(talk: Talk): TwoActs | null {
  if (talk.state.cart.lines.length === 0 || talk.text.includes('?')) return null
  const first = GOES_FIRST.exec(talk.text)
  if (first?.[1] !== undefined && first[2] !== undefined) return { goes: first[1], comes: first[2] }
  const last = COMES_FIRST.exec(talk.text)
  return last?.[1] !== undefined && last[2] !== undefined ? { goes: last[2], comes: last[1] } : null
}

const ORDERED_FIRST =
  /^((?:[^?¿]{0,40}?[,.]?\s*)?(?:me llevo|llevo|dame|deme|quiero|ponme|agr[eé]ga\p{L}*|an[oó]ta\p{L}*)\s+[^?¿.;]{2,60})[.;]\s*¿?[^?¿]{3,80}\?\s*$/iu

/** "ya, me llevo uno. ¿trae cargador o no?": the order, without the question behind it; null where there is none. */
export function orderBeforeQuestion(talk: Talk): string | null {
  return talk.intent === 'buy_product' ? (ORDERED_FIRST.exec(talk.text)?.[1] ?? null) : null
}

/** Buys what the order says; what is asked of it can be asked of it then. */
export function buyFirst(talk: Talk, order: string): void {
  const whole = talk.text
  note(talk, `orders "${order}", and asks something else`)
  hear(talk, order, 'buy_product')
  buy(talk)
  talk.text = whole
  talk.intent = 'buy_product'
}

/** Takes out the one and puts in the other; where nothing goes, what comes comes all the same. */
export function doBoth(talk: Talk, { goes, comes }: TwoActs): void {
  const whole = talk.text
  const said = talk.parts.length
  note(talk, `two acts: "${goes}" and "${comes}"`)
  hear(talk, goes, 'remove_from_cart')
  const { version } = talk.state.cart
  removeProduct(talk)
  // What is in the cart and whether that is all is said once, when both are done.
  if (talk.state.cart.version !== version) talk.parts.length = said + 1
  const intent = hear(talk, comes, 'buy_product')
  if (intent === 'change_quantity') changeQuantity(talk)
  else buy(talk)
  talk.text = whole
  talk.intent = intent === 'change_quantity' ? 'remove_from_cart' : 'buy_product'
}

function hear(talk: Talk, text: string, otherwise: Intent): Intent {
  talk.text = text
  talk.picked = []
  const u = understandTalk(talk)
  talk.u = { ...u, confidence: talk.u.confidence }
  talk.intent = u.intent === 'change_quantity' && otherwise === 'buy_product' ? u.intent : otherwise
  return talk.intent
}
