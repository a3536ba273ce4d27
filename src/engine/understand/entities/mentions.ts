import { priceLimits } from '../../catalog/limits.ts'
import { classOf } from '../../catalog/words.ts'
import type { CatalogEvidence } from '../../catalog/types.ts'
import { isNumberWord } from '../../text/numbers.ts'
import { LOOKS } from '../../text/looks.ts'
import { measures } from '../../text/measures.ts'
import type { Token } from '../../text/tokens.ts'
import { isCommonGood } from '../goods.ts'
import type { Mention } from '../types.ts'
import { INDEFINITE, readCounts } from './counts.ts'
import type { Count } from './counts.ts'
import { contentOf, isContainer, isContent, rangeHas } from './mention-words.ts'
import type { Part } from './mention-words.ts'

export interface Quantities {
  mentions: Mention[]
  quantity: number | null
  quantityChange: number | null
  /** A number said before the first mention that is none of its own: "2 y un rodillo". */
  besides: number | null
}

const CONNECTORS = new Set(['y', 'e', 'con', 'mas', 'tambien', 'ademas', '+', '&', 'and'])

const ARTICLES = new Set(['el', 'la', 'los', 'las', 'su', 'sus', 'del', 'al', 'lo', 'this', 'the', 'o', 'os', 'as'])

/** Units that count pieces rather than measure them: "2 unidades", "3 pares". */
const PIECES = new Set('un und unid unids unidad unidades pcs piezas pz pares'.split(' '))

/** Behind a number or at the head of what is said, and not how some other thing comes ("3 cajas de té"). */
function isCountedHead(list: readonly Token[], at: number, text: string, covered: readonly number[]): boolean {
  const [before, next, far] = [list[at - 1], list[at + 1], list[at + 2]]
  // "los vasos, 2 sets": how many of what was named before the comma.
  const number = list[at - 1]?.start ?? 0
  const container = isContainer(list[at]?.text ?? '')
  const goods = list.some((each, place) => place < at - 1 && (covered.includes(place) || isContent(each)))
  if (container && goods && /,\s*$/.test(text.slice(0, number))) return false
  const counted = before?.kind === 'number' || isNumberWord(before?.text ?? '') || /^un[oa]s?$/.test(before?.text ?? '')
  const opens = (before === undefined || CONNECTORS.has(before.text)) && !next?.joined && next?.kind === 'number'
  // "tiras para el glucómetro"
  if (container && /^(?:para|pa|pal)$/.test(next?.text ?? '')) return true
  // "los lentes y el mantel"
  const together = list.some(
    (each, place) => each.text === 'y' && place > at && ARTICLES.has(list[place + 1]?.text ?? ''),
  )
  if (together && ARTICLES.has(before?.text ?? '') && next?.text === 'y') return true
  // "el fernet y las papas"
  const joined = list[at - 2]?.text === 'y' && ARTICLES.has(before?.text ?? '')
  if (joined && covered.some((place) => place < at - 2) && (next === undefined || next.kind === 'sign')) return true
  const wraps = /^(?:de|del|con)$/.test(next?.text ?? '') && far?.kind !== 'number' && far?.kind !== 'mixed'
  return (counted || opens) && !wraps
}

const DOING = /^[a-z]{3,}(?:ar|er|ir)(?:l[aeo]s?|me|te|se)?$/

const OF_ONESELF = /^(?:mido|peso|calzo)$/

/** A stop, and then what is asked or wanted. */
const GOES_ON = /^(?:\s+(?:j[aeo]){2,}\w*)?\s*[.,!…]+\s*(?:y|ya|pero|bueno|ok|entonces)\s/iu

const PORTIONS = /^porcion(?:es)?$/
/** "dame 2 porciones" counts them; "de 20 porciones" is a cake for so many. */
const FEW_PORTIONS = 6

/** Units that are goods as well: "2 cajones" are drums, "de 2 cajones" is a chest. */
const GOODS_TOO = new Set('hojas cajones puertas capsulas comprimidos'.split(' '))

function opensAPart(before: Token | undefined): boolean {
  return (
    before === undefined ||
    CONNECTORS.has(before.text) ||
    (before.kind === 'word' &&
      classOf(before.norm) === 'stop' &&
      !/^(?:de|del|con|en|el|la|los|las)$/.test(before.text))
  )
}

/**
 * Products mentioned and how many of each. Sizes and capacities ("de 15 kilos", "100w", "10 mil") belong to the product;
 * a number at the head of its part ("2 brownies"), or alone at its end ("la llevo, 1"), counts.
 */
export function readQuantities(
  list: readonly Token[],
  evidence: Pick<CatalogEvidence, 'covered' | 'heads'>,
  text: string,
): Quantities {
  const known = new Set(evidence.covered)
  // "3 mallas de 1,5 m", "botella, 3 unidades": counted, an everyday word that a product's name begins with is that product.
  for (const at of evidence.heads) if (isCountedHead(list, at, text, evidence.covered)) known.add(at)
  const sized = new Set<number>()
  for (const measure of measures(list)) {
    const unit = list[measure.to - 1]?.text ?? ''
    if (measure.dimension === 'count' && PIECES.has(unit)) continue
    // "2 porciones de aros": how they come; "para 8 porciones" is how many they feed.
    const served = PORTIONS.test(unit) && (list[measure.to]?.text === 'de' || measure.value <= FEW_PORTIONS)
    if (served && opensAPart(list[measure.from - 1])) continue
    if (GOODS_TOO.has(unit) && opensAPart(list[measure.from - 1])) continue
    for (let at = measure.from; at < measure.to; at++) sized.add(at)
  }
  for (const [at, token] of list.entries()) {
    // "pincel nº 6", "al 10 por ciento"
    if (token.kind === 'number' && /^n[º°.]/iu.test(list[at - 1]?.raw ?? '')) sized.add(at)
    if (token.text === 'ciento' && list[at - 1]?.text === 'por' && list[at - 2]?.kind === 'number')
      for (const place of [at - 2, at - 1, at]) sized.add(place)
  }
  const money = priceLimits(list).positions
  const counts = readCounts(list, sized, money, known)
  const parts = splitParts(list, known, counts, sized, text)
  const mentions: Mention[] = []
  const loose: Count[] = []
  for (const part of parts) {
    const own = counts.filter((count) => count.from >= part.from && count.to <= part.to)
    const words = contentOf(list, part, own, known, sized, money, counts)
    if (words === null) {
      loose.push(...own)
      continue
    }
    // "mido 36": of the shopper, and no thing.
    if (OF_ONESELF.test(list[words.from]?.text ?? '') && words.to <= words.from + 3) continue
    // "qué vaina. ¿y la de cable?": an exclamation names nothing.
    const exclaimed =
      /^(?:que|q)$/.test(list[words.from - 1]?.text ?? '') && words.from <= 1 && words.to === words.from + 1
    const after = text.slice(list[words.to - 1]?.end)
    if (exclaimed && parts.length > 1 && /^\s*[.,!]/.test(after)) continue
    // "brígido. y el 13 a cuánto", "buu, y qué tallas quedan": a cry that no shop sells, before what is meant.
    const cry = words.from <= 1 && words.to === words.from + 1 && own.length === 0 && !known.has(words.from)
    if (cry && GOES_ON.test(after) && !isCommonGood(list[words.from]?.text ?? '')) continue
    // "no es para bailar nomás", "se echó a perder otro": what is done, and no thing.
    if (words.to === words.from + 1 && !known.has(words.from) && DOING.test(list[words.from]?.text ?? '')) {
      loose.push(...own)
      continue
    }
    const before = mentions.at(-1)
    const headless = isHeadless(list, words)
    if (before !== undefined && tellsWhich(list, part, words, before, text)) {
      before.text = textBetween(list, text, before.from, words.to)
      before.to = words.to
      before.quantity ??= own.find((each) => each.strong)?.value ?? null
      continue
    }
    // "un par", said before: the first strong count of the part, else the first article.
    const count = own.find((each) => each.strong && each.to <= words.to) ?? own.find((each) => each.strong) ?? own[0]
    mentions.push({
      text: inherited(list, words, own, mentions.at(-1)) + textBetween(list, text, words.from, words.to),
      quantity: count?.value ?? null,
      ...(count !== undefined && count.from >= words.to ? { apart: true as const } : {}),
      ...(headless ? { headless: true as const } : {}),
      from: words.from,
      to: words.to,
    })
  }
  // "la llevo, 1": a count with no goods of its own belongs to the one product of the message.
  const strong = loose.filter((count) => count.strong)
  const spare = strong[0] ?? loose[0]
  const only = mentions.length === 1 ? mentions[0] : undefined
  const first = mentions[0]
  const before = strong.find((count) => first !== undefined && count.to <= first.from)
  const joined =
    before !== undefined && first !== undefined && JOINED.test(textBetween(list, text, before.from, first.from))
  const besides = joined && before !== undefined ? before.value : null
  if (only && only.quantity === null && spare?.strong && besides === null) {
    only.quantity = spare.value
    only.apart = true
  }
  const quantity =
    mentions.length === 0 ? (spare?.value ?? null) : mentions.length === 1 ? (mentions[0]?.quantity ?? null) : null
  return { mentions, quantity, quantityChange: changeOf(list, quantity), besides }
}

/** "unos lápices de colores, los de 12", "la polera, la de talla M": which one of what was just said, and no other thing. */
function tellsWhich(list: readonly Token[], part: Part, words: Part, before: Mention, text: string): boolean {
  if (LOOK.test(list[words.from]?.text ?? '') && words.to === words.from + 1) {
    const told = list.slice(before.from, before.to).some((token) => LOOK.test(token.text))
    return !told && THEN_LOOK.test(text.slice(list[before.to - 1]?.end ?? 0, list[words.from]?.start))
  }
  const [first, second] = [list[part.from], list[part.from + 1]]
  if (first === undefined || second === undefined || words.from > part.from + 3) return false
  const size = /^(?:talla|numero|nro|aro|color|tamano|modelo)$/.test(first.text)
  const which = /^(?:el|la|los|las)$/.test(first.text) && /^(?:de|del|con|sin|en|talla|para|pa)$/.test(second.text)
  // "una silla de ruedas liviana, de aluminio"
  const made = /^(?:de|en)$/.test(first.text) && words.from <= part.from + 1 && before.quantity !== null
  return (size || which || made) && /^[^.;?!]{0,30},\s*$/.test(text.slice(list[before.to - 1]?.end ?? 0, first.start))
}

const LOOK = new RegExp(`^${LOOKS}$`)

/** "cuatro hondos, también blancos" */
const THEN_LOOK = /^\s*,\s*(?:tambi[eé]n\s+)?(?:en\s+)?$/i

const SIZED = /^(?:talla|tallas|numero|nro|aro|calce)$/

/** "2 de queso", "las de cóctel", "una de 15": what tells one of a kind apart, the kind left out. */
function isHeadless(list: readonly Token[], words: Part): boolean {
  const link = list[words.from - 1]
  const lead = list[words.from - 2]
  // "14 talla M"
  if (SIZED.test(list[words.from]?.text ?? '') && link?.kind === 'number') return true
  if (link === undefined || lead === undefined || !link.joined) return false
  // "2 de la negra"
  if (/^(?:la|los|las)$/.test(link.text) && lead.text === 'de') {
    const count = list[words.from - 3]
    if (count?.kind === 'number' || isNumberWord(count?.text ?? '')) return true
  }
  if (!/^(?:de|del|con|sin|en|talla)$/.test(link.text)) return false
  if (lead.text === 'de') return false
  return (
    lead.kind === 'number' ||
    /^(?:un|una|uno|unos|unas|el|la|los|las|otro|otra|dos|tres|cuatro|cinco|seis|ocho|diez|docena)$/.test(lead.text)
  )
}

/** Between a number and goods that are none of its: "2 y un …", "una, y el …", "dos cajas más una …". */
const JOINED =
  /^\S+(?:\s+(?!y\b|con\b)[\p{L}]{2,12}){0,4}\s*(?:,\s*(?:y|con|m[aá]s|tambi[eé]n)\b|\by\b(?:\s+(?:tambi[eé]n|adem[aá]s|aparte))?|\bcon\b|\bm[aá]s\b|\+|,)\s*(?:un|una|unos|unas|el|la|los|las|otr[oa]|dos|tres|cuatro|\d{1,3})\b/iu

const ORDER_VERBS = new Set(
  (
    'necesito necesitamos quiero queremos quisiera deseo dame deme denos ponme pongame agrega agregame agregue agregueme ' +
    'mandame mandeme anotame anoteme pedir pido encargar encargo queria querria gustaria sumame sumeme echame echeme vendeme vendame llevo llevamos'
  ).split(' '),
)

/** Fewer words before an order's verb are part of the order; more are what led up to it. */
const STORY_WORDS = 5

/** What else begins another thing: "y unas semillas", "y otra polera". */
const OPENERS = new Set(['unos', 'unas', 'otro', 'otra', 'otros', 'otras'])

const PRICED = /^(?:y|precios?|valor(?:es)?|cuanto|a|el|que|me)$/

/** Cuts the message where it goes on to another product. */
/** "cinco kilos de malta pale ale un kilo de malta caramelo", in one breath: another amount, and goods behind it. */
function weighsAnew(
  list: readonly Token[],
  at: number,
  from: number,
  known: ReadonlySet<number>,
  sized: ReadonlySet<number>,
): boolean {
  const [before, number, unit, of] = [list[at - 1], list[at], list[at + 1], list[at + 2]]
  if (!number || !unit || of?.text !== 'de' || /^(?:de|del|con|por|para|pa|en|a|y|o)$/.test(before?.text ?? ''))
    return false
  const counts = number.kind === 'number' || isNumberWord(number.text) || /^un[oa]?$/.test(number.text)
  const amounts = isContainer(unit.text) || (sized.has(at + 1) && unit.kind === 'word')
  const counted = list.slice(from, at - 1).some((token, place) => token.kind === 'number' || sized.has(from + place))
  return counts && amounts && counted && rangeHas(known, at + 3, at + 5)
}

function splitParts(
  list: readonly Token[],
  known: ReadonlySet<number>,
  counts: readonly Count[],
  sized: ReadonlySet<number>,
  text: string,
): Part[] {
  const parts: Part[] = []
  let from = 0
  const heads = new Set(counts.map((count) => count.from))
  const cut = (at: number, next: number) => {
    if (at > from) parts.push({ from, to: at })
    from = next
  }
  for (let at = 1; at < list.length; at++) {
    const token = list[at]
    const before = list[at - 1]
    if (!token || !before) continue
    const gap = text.slice(before.end, token.start)
    if (/[;.\n¿?!:]/.test(gap) || token.text === '?' || token.text === '!') {
      cut(at, token.kind === 'sign' && token.text !== '+' ? at + 1 : at)
      continue
    }
    const sawGoods = rangeHas(known, from, at)
    if (sawGoods && weighsAnew(list, at, from, known, sized)) {
      cut(at, at)
      continue
    }
    // "te cuento que me cambié de casa y necesito dos veladores": the order begins at its verb.
    if (ORDER_VERBS.has(token.text)) {
      const opens = heads.has(at + 1) || ARTICLES.has(list[at + 1]?.text ?? '')
      const ordered = list.slice(0, at).some((each) => ORDER_VERBS.has(each.text))
      const uncounted = heads.has(at + 1) && !counts.some((count) => count.strong && count.to <= at)
      const told = at - from >= STORY_WORDS && (!ordered || uncounted)
      if ((!sawGoods && opens) || (told && rangeHas(known, at + 1, list.length))) {
        if (told) parts.length = 0
        from = at + 1
        continue
      }
    }
    // "de litro y medio" is one size.
    if (sized.has(at) && sized.has(at - 1) && CONNECTORS.has(token.text)) continue
    if (CONNECTORS.has(token.text)) {
      const next = list[at + 1]
      // "precio del pouf y de la estantería"
      const further = /^del?$/.test(next?.text ?? '') ? list[at + 2] : undefined
      const ofAnother =
        further !== undefined &&
        PRICED.test(list[0]?.text ?? '') &&
        (next?.text === 'del' || ARTICLES.has(further.text)) &&
        rangeHas(known, at + 2, at + 4)
      // "2 kilos de marraqueta y 1 kilo de hallulla"
      const weighs =
        sized.has(at + 1) &&
        sized.has(at + 2) &&
        (next?.kind === 'number' || isNumberWord(next?.text ?? '') || /^medio$/.test(next?.text ?? ''))
      const opens =
        next !== undefined &&
        (ofAnother ||
          weighs ||
          heads.has(at + 1) ||
          ARTICLES.has(next.text) ||
          INDEFINITE.has(next.text) ||
          OPENERS.has(next.text))
      const goodsAfter = rangeHas(known, at + 1, list.length)
      // "torta con crema" names one thing; "un cooler con dos vasos" two.
      const lone = !sawGoods && counts.some((count) => count.strong && count.from >= from && count.to === at)
      // "1 de 25 y 1 de 15"
      const again =
        heads.has(at + 1) &&
        /^del?$/.test(list[at + 2]?.text ?? '') &&
        counts.some((count) => count.from >= from && count.to < at)
      // "uno 28 y uno 30"
      const sizes =
        heads.has(at + 1) &&
        list[at + 2]?.kind === 'number' &&
        counts.some((count) => count.to === at - 1 && count.value === 1)
      const joins = token.text === 'con' ? heads.has(at + 1) || (lone && ARTICLES.has(next?.text ?? '')) : true
      // "dame uno y el casco": the number before counts what was being talked about.
      const counted =
        opens && goodsAfter && !sawGoods && counts.some((count) => count.strong && count.from >= from && count.to <= at)
      // "la carpa, la luz y unas semillas": in a list, what the catalog does not know is a thing as well.
      const listed = parts.length > 0 && opens && goodsAfter && list.slice(from, at).some((each) => isContent(each))
      if (
        joins &&
        (listed ||
          again ||
          sizes ||
          (sawGoods && goodsAfter && (opens || known.has(at + 1))) ||
          (opens && heads.has(at + 1) && (sawGoods || goodsAfter)) ||
          counted)
      )
        cut(at, at + 1)
      continue
    }
    if (gap.includes(',') && ((sawGoods && rangeHas(known, at, list.length)) || heads.has(at))) cut(at, at)
    // "2 panes 3 queques": a new count after goods begins a new part.
    else if (
      heads.has(at) &&
      sawGoods &&
      rangeHas(known, at + 1, endOfPhrase(list, at + 1)) &&
      counts.some((count) => count.from === at && count.strong) &&
      counts.some((count) => count.from < at && count.from >= from)
    )
      cut(at, at)
  }
  if (from < list.length) parts.push({ from, to: list.length })
  return parts
}

/** Where what stands next to each other ends: at the next word that joins another thing, or at a stop. */
function endOfPhrase(list: readonly Token[], from: number): number {
  let at = from
  while (at < list.length && list[at]?.joined === true && !CONNECTORS.has(list[at]?.text ?? '')) at++
  return at
}

/** "6 empanadas de pino y 4 de queso": the second part means the same thing as the first. */
function inherited(list: readonly Token[], words: Part, counts: readonly Count[], before: Mention | undefined): string {
  const count = counts.find((each) => each.to === words.from - 1)
  if (!before || !count || list[words.from - 1]?.text !== 'de') return ''
  // "uno de manzana y uno de frambuesa": neither part says of what.
  if (/^(?:de|del)$/.test(list[before.from - 1]?.text ?? '') || list[before.from - 2]?.text === 'de') return ''
  const head = list.slice(before.from, before.to).find((token) => token.kind === 'word' && !isContainer(token.text))
  return head ? `${head.raw} de ` : ''
}

/** "que sean 2", "mejor 4, se echó a perder otro", "bájalo a uno, el otro portón tiene chapa": the number is all there shall be. */
const THE_WHOLE =
  /\b(?:que sean|sean|son|eran|serian|quiero) (?:\d|dos|tres|cuatro|cinco|seis)|\b(?:mejor|o sea|digo) (?:\d{1,3}|dos|tres|cuatro|cinco|seis)(?! mas)\b|\b(?:baj|sub|dej)\w* (?:\S+ )?(?:a|en) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)\b/

/** "una más", "otro", "agrega 2 más": +; "saca una", "una menos": −; null where the number is the whole. */
function changeOf(list: readonly Token[], quantity: number | null): number | null {
  const words = list.map((token) => token.text).join(' ')
  // "que sean 2, el otro es para mi hermano": the number is the whole.
  if (THE_WHOLE.test(words)) return null
  if (
    /(?<!\b(?:el|la|los|las) )\b(?:otr[oa](?! de \d)|un[oa]? mas|1 mas)\b/.test(words) &&
    !/\botr[oa]s? (?:cosa|dia|vez|color|talla|marca|modelo)/.test(words)
  )
    return quantity === null || /\bun[oa]? mas|otr[oa]\b/.test(words) ? 1 : quantity
  const more =
    /\b(\d{1,3}|dos|tres|cuatro|cinco) mas\b|^(?:(?:ya|y|ok|tambien|ponle|ponme|agrega|agregale|agregame|suma|sumale|dame|deme|echale) )*(?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco) (?:\S+ ){1,3}mas$/.exec(
      words,
    )
  if (more && !/\bno mas\b/.test(words)) return quantity
  const less = /\b(?:(\d{1,3}|un[oa]?|dos|tres) menos|menos (?:un[oa]|1|dos|2))\b/.exec(words)
  if (less) return -(quantity ?? 1)
  // "2 filtros menos"
  if (
    quantity !== null &&
    /^(?:(?:ya|no|ok|y) )*(?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco) (?:\S+ ){1,3}menos$/.test(words)
  )
    return -quantity
  return null
}

function textBetween(list: readonly Token[], text: string, from: number, to: number): string {
  const first = list[from]
  const last = list[to - 1]
  return first && last ? text.slice(first.start, last.end) : ''
}
