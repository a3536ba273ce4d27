import { classOf } from '../catalog/words.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { measures } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { headOf } from '../catalog/head-noun.ts'
import { wordsOf } from './called-so.ts'
import { pickByWords } from './pick.ts'
import { productsOf, resolveMention, type Resolved } from './resolve.ts'
import { isCalled } from './subject.ts'
import { search, type Talk } from './talk.ts'

/*
 * What a number with a unit means: a dozen of what is sold by the dozen is one, two kilos of what is sold by the kilo are two,
 * and "2 cajas de 20 litros" may be boxes.
 */

const MANY =
  '(?:\\d{1,3}|un|una|medio|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) ?(?:kilos?|kgs?|litros?|lts?|metros?|mts?|galon(?:es)?)'

const AMOUNT = new RegExp(`^(?:${MANY} (?:de )?(\\S.*)|(\\S.*\\S) ${MANY})$`)

const AMOUNT_ALONE = new RegExp(`^${MANY}(?: (?:para|pa|pal) .*)?$`)

/** "…, 2 kilos", by itself: how much of what was named before it. */
export function isAmount(text: string): boolean {
  return AMOUNT_ALONE.test(foldPhrase(text))
}

const AS_GOOD = 0.06

/** "2 kilos de carne molida", where it is sold by the kilo: how much of it, and nothing else that weighs as much. */
export function byTheKilo(talk: Talk, text: string): Resolved | null {
  const match = AMOUNT.exec(foldPhrase(text))
  const bare = (match?.[1] ?? match?.[2])?.replace(/^(?:el|la|los|las) /, '')
  if (bare === undefined) return null
  const hits = search(talk, { text: bare, mode: 'named', limit: 10 })
  const [best] = hits
  const [asked] = measures(tokens(text))
  const sized = (product: CatalogProduct) =>
    measures(tokens(product.name)).some((each) => each.dimension === asked?.dimension && each.value === asked.value)
  const words = tokens(bare).flatMap((token) => (classOf(token.norm) === 'content' ? [token.norm] : []))
  // "una mezcla de canario de 5 kilos", which comes in that size as well.
  const comes = hits.some(
    (hit) =>
      best !== undefined && best.score - hit.score < AS_GOOD && isCalled(hit.product, words) && sized(hit.product),
  )
  if (comes) return null
  const plain = resolveMention(talk, bare)
  const found = productsOf(plain)
  // Where one of them comes in just that size, the size tells which.
  if (found.length === 0 || found.some(sized)) return null
  // "3 kilos de tomate": those by the kilo, and no tray of cherry tomatoes.
  const weighed = found.filter((product) => unitSoldIn(product)?.dimension === asked?.dimension)
  const [only] = weighed
  if (only === undefined) return null
  return weighed.length === found.length
    ? plain
    : weighed.length === 1
      ? { kind: 'one', product: only }
      : { kind: 'many', products: weighed, wide: found }
}

/** "una docena de huevos", where the shop sells them by the dozen: one of that, and not twelve. */
export function byTheDozen(
  talk: Talk,
  resolved: Resolved,
  quantity: number | null,
): { product: CatalogProduct; quantity: number } | null {
  if (quantity === null || quantity % 12 !== 0 || !/\bdocenas?\b/i.test(talk.text)) return null
  const dozens = productsOf(resolved).filter((product) =>
    /\bdocena\b|\b12 ?(?:un|und|unid|unidades|u)\b|\bx ?12\b/.test(fold(product.name)),
  )
  return dozens.length === 1 && dozens[0] ? { product: dozens[0], quantity: quantity / 12 } : null
}

/** "un par" of what comes in pairs is one of it: shoes, gloves, earrings. */
export function asPair(talk: Talk, product: CatalogProduct, quantity: number | null): number | null {
  if (quantity !== 2 || !/\bun par(?:cito)?\b/i.test(talk.text)) return quantity
  // "un par de pantuflas y 2 pares de calcetines"
  const pairs = /\b(?:2|dos) pares de (\p{L}+)/iu.exec(talk.text)?.[1]
  if (pairs !== undefined && wordsOf(product.name).has(stem(fold(pairs)))) return quantity
  const kinds = [product.category, ...product.tags].map((each) => fold(each))
  const shoe =
    kinds.some((each) => SHOES.test(each)) && measures(tokens(product.name)).some((size) => size.dimension === 'size')
  return shoe || PAIRED.test(fold(product.name)) || /\(par(?:es)?\)/.test(fold(product.name)) ? 1 : quantity
}

const SHOES = /^(?:zapat\w*|calzados?|bot(?:as?|ines|in)|sandalias?|sneakers?|tenis|pantuflas?|polainas?)\b/

const PAIRED =
  /^(?:par(?:es)? de|polaina\w*|zapat\w*|bot(?:as?|ines|in)\b|calceti\w+|media(?:s|\b)|panti\w*|guante\w*|aro(?:s|\b)|pendiente\w*|sandalia\w*|chala\w*|pantufla\w*|zueco\w*|taco(?:s|\b)|muletas?|esqui\w*|patin\w*|aletas|tobiller\w*|rodiller\w*|plantilla\w*|alpargata\w*|mocasin\w*|balerina\w*|hawaiana\w*)/

/** The unit of which it is sold one at a time: "1 kg", "(metro)", "por kilo"; null where it comes by the piece. */
function unitSoldIn(product: CatalogProduct): { dimension: string; value: number } | null {
  const bare =
    /(?:\(|\bpor (?:el )?|\bel |\bx )(metro|kilo|litro|kg|mt|lt)\b/.exec(fold(product.name))?.[1] ??
    /\b(?:se vende|precio|venta) por (metro|kilo|litro)\b/.exec(fold(product.description))?.[1]
  const [unit] = measures(tokens(bare === undefined ? product.name : `1 ${bare}`)).slice(-1)
  if (unit?.amount !== 1) return null
  const weighed = unit.dimension === 'mass' || unit.dimension === 'volume'
  return weighed || (unit.dimension === 'length' && bare !== undefined) ? unit : null
}

/** "longaniza, 2 kilos", of what is sold by the kilo: two of it. Null where the size says nothing of how many, or of fewer than `least`. */
export function byTheUnit(talk: Talk, product: CatalogProduct, text = talk.text, least = 2): number | null {
  if (talk.u.entities.mentions.length > 1 && text === talk.text) return null
  const own = unitSoldIn(product)
  if (own === null) return null
  const asked = measures(tokens(text)).find((each) => each.dimension === own.dimension)
  const units = asked === undefined ? 0 : asked.value / own.value
  return Number.isInteger(units) && units >= least && units <= 99 ? units : null
}

const SIZED_CONTAINER = /\b(?:\d{1,3}|un[oa]?s?|dos|tres|cuatro|el|la|los|las) (\p{L}{3,} (?:de|del) \d.{1,20})$/u

/** "2 cajas de 20 litros", where the shop sells a box of that size: the box, and no wrapping of what is talked about. */
export function sizedContainer(talk: Talk): CatalogProduct | null {
  const words = talk.u.entities.mentions.length === 0 ? SIZED_CONTAINER.exec(foldPhrase(talk.text))?.[1] : undefined
  if (words === undefined || measures(tokens(words)).length === 0) return null
  const head = stem(tokens(words)[0]?.norm ?? '')
  const called = search(talk, { text: words, mode: 'any', limit: 20 })
    .map((hit) => hit.product)
    .filter((product) => headOf(product) === head)
  const sized = pickByWords(talk, called, words)
  return sized.length === 1 ? (sized[0] ?? null) : null
}
