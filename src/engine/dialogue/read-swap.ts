import { quantityOf } from '../commerce/cart.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { spellOutPor } from '../text/shorthand.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { lineFor, lineMeant } from './line-meant.ts'
import { resolveMention } from './resolve.ts'
import { kindred } from './show-products.ts'
import { findProduct, findProducts, type Talk } from './talk.ts'
import { siblingMeant } from './sibling-meant.ts'
import { TELLS_NUMBER } from './change-quantity.ts'

/** "El de la talla 6 cámbielo por la 8, que el niño está grandote": which goes, and what comes. */
const THAT_FOR =
  /^(?:(?:no|ya|oye|mejor)[ ,]+)*(?:el|la|los|las) (?:de (?:la |el |los |las )?|del )?(\S.{1,30}?),? c[aá]mbi\p{L}*?(?:lo|la|los|las|melo|mela) por (?:el|la|los|las|un|una) (\S.{0,30}?)(?:,\s*\S.*)?[\s.!]*$/iu

const RATHER_THAN =
  /^(?:(?:no|ya|mejor|oye|bueno)[ ,]+)*(?:p[oó]n(?:me|le|ga|game)?|dame|deme|quiero|llevo|agr[eé]ga?(?:me)?)\s+(?:(?:el|la|los|las)\s+)?(\S.{1,40}?) en (?:vez|lugar) de (?:el|la|los|las)\s+(?!\d)(\p{L}.{2,40}?)[\s.!]*$/iu

/** "cámbialo al de 2 plazas, me compré cama nueva" */
const INTO_THAT =
  /\bc[aá]mbi\p{L}*?(?:lo|la|los|las) a(?:l| la| los| las) (?:de|del) (\S.{0,40}?)(?:[,.;]\s*\S.*)?[\s.!]*$/iu

/** "cámbielo por el de 3 kilos": what goes is what came last. */
export function readExchange(written: string): { out: string; in: string } | null {
  const text = spellOutPor(written)
  const that = THAT_FOR.exec(text)
  if (that?.[1] !== undefined && that[2] !== undefined) return { out: that[1], in: that[2] }
  // "deja la café y saca la negra"
  const leave =
    /\bd[eé]j[ae]\p{L}*\s+(?:el|la|los|las)\s+(\S.{1,40}?)\s+y\s+(?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr)\p{L}*\s+(?:el|la|los|las)\s+(\S.{1,40}?)[\s.!?]*$/iu.exec(
      text,
    )
  if (leave?.[1] !== undefined && leave[2] !== undefined) return { out: leave[2], in: leave[1] }
  const match =
    /\bc[aá]mbi\w*?(?:lo|la|los|las|melo|mela)\s+por\s+(?:(?:el|la|los|las|un|una)\s+)?(.{2,60}?)[\s.!?]*$/iu.exec(text)
  if (match?.[1] !== undefined) return { out: '', in: match[1] }
  const into = INTO_THAT.exec(text)?.[1]
  if (into !== undefined) return { out: '', in: into }
  // "pon dos azules en vez de las grises"
  const rather = RATHER_THAN.exec(text)
  if (rather?.[1] !== undefined && rather[2] !== undefined) return { out: rather[2], in: rather[1] }
  // "saca el queso y ponle un yogur": one goes, the other comes.
  const turn =
    /\b(?:saca|s[aá]que|quita|quite|elimina|borra)\w*\s+(?:el|la|los|las)\s+(.{2,40}?)\s+y\s+(?:pon|agr[eé]g|ech|[eé]ch|sum|dame|deme)\w*\s+(?:el|la|los|las|un|una)\s+(.{2,40}?)[\s.!?]*$/iu.exec(
      text,
    )
  return turn?.[1] === undefined || turn[2] === undefined ? null : { out: turn[1], in: turn[2] }
}

const REFUSED =
  /^(?:(?:ya|no|pucha|chuta|ok|entonces|mejor)[ ,.]+)*(?:el|la|los|las|es[eao]s?)\s+(.{2,40}?)\s+no[ ,.;]+(?:sino |mejor |prefiero |dame |deme |quiero |ponme )*(?:el|la|los|las|un|una)\s+(.{2,40}?)(?:\s+(?:mejor|porfa|por favor))?[\s.!]*$/iu

/** "no, los pañales son G, cámbialos" */
const IS_RATHER =
  /^[^,]{0,20}?\bno\b[^,]{0,10},\s*(?:el|la|los|las)\s+(\p{L}{3,})\s+(?:es|son|era|eran)\s+(?:de |talla |en |la |el |los |las )?(.{1,30}?)(?:,\s*c[aá]mbi\p{L}*)?[\s.!]*$/iu

/** "la huincha mejor la de 8 metros" */
const RATHER_THE =
  /^(?:(?:ya|no|pucha|chuta|ok|entonces|y)[ ,.]+)*(?:el|la|los|las)\s+(\p{L}{3,}(?: \p{L}+)?)[ ,]+mejor\s+(?:que sea |dame |deme |ponme )?(?:el|la|los|las)\s+(.{2,40}?)(?:\s+(?:porfa|por favor))?[\s.!]*$/iu

const CHANGE_IT = /[,.;\s]+c[aá]mbi(?:a|e)(?:me|melo|mela|melos|melas|lo|la|los|las)(?: por es[eao]s?)?[\s.!]*$/iu

/** "medí mal, son de 70, cámbialos": what its last words pick of the kind that was put in last takes its place. */
export function readChangeIt(talk: Talk): { out: string; in: CatalogProduct } | null {
  const last = lineFor(talk)
  const before = last === null ? undefined : findProduct(talk, last)
  if (!before || !CHANGE_IT.test(talk.text)) return null
  const clause =
    talk.text
      .replace(CHANGE_IT, '')
      .split(/[,.;]+(?!\d)/)
      .at(-1) ?? ''
  const words = clause.replace(/^\s*(?:no )?(?:son|es|eran?) (?:de |la |el |los |las |talla )?/i, '')
  const other = siblingMeant(talk, before, words)
  return other ? { out: '', in: other } : null
}

const CHANGE_TO =
  /\bc[aá]mbi(?:a|e)(?:me)? (?:es[aeo]s?|el|la|los|las) (\p{L}{3,}(?: \p{L}+)?) (?:a|en) ((?:la |el )?(?:talla|n[uú]mero|color|tama[nñ]o) \S.{0,20})$/iu

/** "el overol cámbialo a talla M" */
const TO_ANOTHER =
  /^(?:(?:ya|no|oye|y|mejor)[ ,]+)*(?:el|la|los|las) (\p{L}{3,}(?: \p{L}+)?),? c[aá]mbi(?:a|e)(?:me)?(?:lo|la|los|las) (?:a|en|por) ((?:la |el |de )?(?:talla|n[uú]mero|color|tama[nñ]o|una? talla) \S.{0,20})$/iu

/** "cámbiame esas mallas a talla S": the same thing in another size or look. */
export function readOtherLook(talk: Talk): { out: string; in: CatalogProduct } | null {
  const text = talk.text.replace(/[\s.!]+$/, '')
  const [, out = '', words = ''] = CHANGE_TO.exec(text) ?? TO_ANOTHER.exec(text) ?? []
  const sku = out === '' ? null : lineMeant(talk, out)
  const before = sku === null ? undefined : findProduct(talk, sku)
  const other = before ? siblingMeant(talk, before, words) : null
  return other ? { out, in: other } : null
}

/** "la roja no, la azul", with the red one in the cart: the blue one takes its place. */
export function readRefusal(talk: Talk): { out: string; in: string } | null {
  const [, out, into] =
    REFUSED.exec(talk.text) ??
    RATHER_THE.exec(talk.text) ??
    (talk.state.checkout.active ? null : IS_RATHER.exec(talk.text)) ??
    []
  const sku = out === undefined || into === undefined ? null : lineMeant(talk, out)
  if (sku === null || out === undefined || into === undefined) return null
  // "no, los cascos son 12": a number of them, where none of the kind is told by it.
  const before = findProduct(talk, sku)
  if (/^\d{1,3}$/.test(into) && (!before || !isNumbered(siblingMeant(talk, before, into), into))) return null
  return { out, in: into }
}

/** The number stands in its name: it is a size, and not how many. */
function isNumbered(product: CatalogProduct | null, number: string): boolean {
  return product !== null && tokens(product.name).some((token) => token.value === Number(number))
}

/**
 * "mejor en 39", "no, la de 15", "no, la otra": another of the kind that was put in the cart last takes its place.
 * Returns what to swap, or null where the message is no such correction.
 */
export function readCorrection(talk: Talk): { out: string; in: CatalogProduct } | null {
  const last = lineFor(talk)
  // "no, los cascos son 12": how many.
  if (/\b(?:son|eran) \d{1,3}$/.test(foldPhrase(talk.text))) return null
  if (talk.state.pending?.kind === 'confirm_order' || TELLS_NUMBER.test(foldPhrase(talk.text))) return null
  // "mejor una de 24 y una de 28": two things and how many of each.
  if (talk.u.entities.mentions.filter((mention) => mention.quantity !== null).length > 1) return null
  const text = fold(talk.text)
  const [other] = talk.picked
  if (other && last !== null && last === talk.state.focus[0] && /^(?:no|nop|nopo|mejor)\b/.test(text))
    return { out: last, in: other }
  // "ya no quiero el acondicionador" takes it out, and wants nothing in its place.
  if (/\bno (?:quiero|llevo|me llevo|voy a llevar)\b/.test(text)) return null
  // "uy no, el combo ya trae bebida. sácame las latas"
  if (/\b(?:sac|saqu|quit|elimin|borr)[aeoi]\w*\b/.test(text)) return null
  const rest = CORRECTS.exec(text)?.[2]
  // The line that changed last, then the others: "no, mejor la de 15" is no candle.
  const lines = talk.state.cart.lines.map((line) => line.sku).toReversed()
  for (const sku of new Set(last === null ? lines : [last, ...lines])) {
    const before = findProduct(talk, sku)
    const found = before && rest !== undefined ? correctionOf(talk, before, text, rest) : null
    if (found !== null) return found
  }
  return null
}

function correctionOf(
  talk: Talk,
  before: CatalogProduct,
  text: string,
  rest: string,
): { out: string; in: CatalogProduct } | null {
  // "mejor la cortina plateada", with the golden one in the cart: named whole, and another of its kind.
  const whole = resolveMention(talk, rest)
  if (
    whole.kind === 'one' &&
    whole.product.sku !== before.sku &&
    quantityOf(talk.state.cart, whole.product.sku) === 0
  ) {
    const same = kindred(talk, before).some((product) => product.sku === whole.product.sku)
    if (same && !/\?/.test(text)) return { out: before.sku, in: whole.product }
  }
  const held = !LETTER.test(rest) && lineMeant(talk, rest) !== null
  if (/\?/.test(text) || (held && !/\d|otr[oa]/.test(rest))) return null
  if (/^otr[oa]\b/.test(rest)) {
    const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
    const others = findProducts(talk, listed).filter((product) => product.sku !== before.sku)
    return others.length === 1 && others[0] ? { out: before.sku, in: others[0] } : null
  }
  const sibling = siblingMeant(talk, before, rest)
  const there = sibling !== null && quantityOf(talk.state.cart, sibling.sku) > 0
  return sibling && sibling.sku !== before.sku && !there ? { out: before.sku, in: sibling } : null
}

/** "talla M": a size by itself names no line. */
const LETTER = /^(?:x{0,3}[sl]|m)$/

const CORRECTS =
  /^(?:(?:no|pucha|chuta|ay|uy|ah|ya|epa|ups|oye|oiga|mire|perdon|disculpe?|oh|sabes que|sabi que|sabes q|sabi q|sabe que|sabe|mentiras?|espera|espere|entonces|me equivoque|(?:esta |sale |es )?(?:muy|mucho|mas|que|tan|re|demasiado) (?:car[oa]s?|grandes?|chic[oa]s?|plata))[ ,.]+)*(no[ ,.]+|mejor |no[ ,.]+mejor |que sean? |quise decir |quiero decir |digo |(?:es|era|son|eran) (?=(?:el|la|los|las) )|perdon[ ,.]+|entonces (?=(?:el|la) otr))(?:(?:dame|quiero|prefiero|ponme|deme) )?(?:(?:en|el|la|los|las|un|una|de|del|talla)(?: (?:de|del|en|talla))*) (?!verdad\b|realidad\b|serio\b)(.+?)(?:[ ,]+(?:mejor|porfa|por favor|entonces|pues|po|nomas|c[a]mbi\w+))*[ .!]*$/
