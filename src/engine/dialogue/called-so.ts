import { CONTAINERS, classOf } from '../catalog/words.ts'
import { measures } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens, type Token } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { headOf } from '../catalog/head-noun.ts'

/*
 * Of several products that some words fit: the one that is called so, in full, plainly, or by what its name begins with.
 */

/** "la coca normal", "la barra sola": plain, as against what has something in it or on it. */
export const PLAIN =
  /\b(?:normal(?:es)?|comun(?:es)?|clasic[oa]s?|tradicional(?:es)?|sencill[oa]s?|sol[oa]s?$|corrientes?)\b/

/** Of several, the one with the shortest name; null where two are as short. */
export function shortestNamed(products: readonly CatalogProduct[]): CatalogProduct | null {
  const lengths = products.map((product) => tokens(product.name).length)
  const least = Math.min(...lengths)
  const shortest = products.filter((_, at) => lengths[at] === least)
  return products.length > 1 && shortest.length === 1 ? (shortest[0] ?? null) : null
}

/** "cebolla", of "Cebolla 1 kg" and "Cebolla morada 1 kg": the one whose words all the others' names hold too; null where there is none. */
export function plainest(products: readonly CatalogProduct[]): CatalogProduct | null {
  const bags = products.map((product) => new Set(bareName(product)))
  const plain = products.filter((_, at) =>
    bags.every(
      (other, place) =>
        place === at || ([...bags[at]!].every((word) => other.has(word)) && other.size > bags[at]!.size),
    ),
  )
  return products.length > 1 && plain.length === 1 ? (plain[0] ?? null) : null
}

/** The words of a name that are no sizes, units or grammar. */
export function bareName(product: CatalogProduct): string[] {
  const list = tokens(product.name)
  return outsideSizes(list)
    .filter(({ token, at }) => tells(list, at) && !UNIT.test(token.text))
    .map(({ token }) => stem(token.norm))
}

/** The words, each with its place, that are no part of a size. */
function outsideSizes(list: readonly Token[]): Array<{ token: Token; at: number }> {
  const sizes = measures(list)
  return list
    .map((token, at) => ({ token, at }))
    .filter(({ token, at }) => token.kind === 'word' && !sizes.some(({ from, to }) => at >= from && at < to))
}

/** A name of two words or more, every one of them among these stems: "almendras con chocolate". */
export function isSaidWhole(product: CatalogProduct, said: ReadonlySet<string>): boolean {
  const name = bareName(product)
  return name.length > 1 && name.every((word) => said.has(word))
}

/** "6 completos italianos", of a plain one and an XL: the one whose name is said in full. */
export function inFull(products: readonly CatalogProduct[], text: string): CatalogProduct | null {
  const said = new Set(tokens(text).map((token) => stem(token.norm)))
  const full = products.filter((product) => {
    const list = tokens(product.name)
    const words = outsideSizes(list).filter(({ token }) => classOf(token.norm) !== 'stop')
    const letters = measures(list).some((size) => size.dimension === 'size')
    return (
      words.length > 1 &&
      !letters &&
      said.has(headOf(product)) &&
      words.every(({ token }) => said.has(stem(token.norm)))
    )
  })
  return full.length === 1 ? (full[0] ?? null) : null
}

/** Of several that sound alike, the one whose name has every word as it was written; null where none is alone in that. */
export function inTheirOwnWords(
  products: readonly CatalogProduct[],
  text: string,
  fit: 'all' | 'bare' = 'bare',
): CatalogProduct | null {
  const words = tokens(text).filter(
    (token, at, list) => token.kind === 'word' && tells(list, at) && !UNIT.test(token.text),
  )
  const [only, ...more] = words
  if (only && more.length === 0)
    return fit === 'all' ? aloneInSaying(products, only) : calledNothingElse(products, only)
  if (words.length === 0) return null
  const said = new Set(words.map((word) => stem(word.norm)))
  const whole = products.filter((product) => {
    const own = wordsOf(product.name)
    return [...said].every((word) => own.has(word))
  })
  if (whole.length === 1) return whole[0] ?? null
  // "pollo trutro": what kind it is stands in its tags.
  const tagged = products.filter((product) => {
    const own = wordsOf(`${product.name} ${product.tags.join(' ')} ${product.category}`)
    return [...said].every((word) => own.has(word))
  })
  const telling = words.filter((word) => classOf(word.norm) === 'content')
  if (fit === 'all' && whole.length === 0 && tagged.length === 1 && telling.length > 1) return tagged[0] ?? null
  if (fit === 'all') return null
  // "empanada de pino" and "empanada de pino vegetariano": the one that is called just that.
  const bare = whole.filter((product) =>
    tokens(product.name).every(
      (token, at) =>
        at === 0 ||
        token.norm.length < 3 ||
        token.kind !== 'word' ||
        said.has(stem(token.norm)) ||
        classOf(token.norm) !== 'content',
    ),
  )
  // "Casillero Carmenere" is no plainer than "Casillero Cabernet": its words must all stand in the others' names, too.
  const [plain, ...rest] = bare
  if (!plain || rest.length > 0) return null
  const own = [...wordsOf(plain.name)].filter((word) => /^\p{L}{3}/u.test(word))
  return whole.every((product) => own.every((word) => wordsOf(product.name).has(word))) ? plain : null
}

/** "10 kilos de cebolla", beside red onions: the one that is called onion and nothing else. */
function calledNothingElse(products: readonly CatalogProduct[], word: Token): CatalogProduct | null {
  const said = stem(word.norm)
  const [plain, ...more] = products.filter((product) =>
    tokens(product.name).every(
      (token, at) =>
        (at === 0 && stem(token.norm) === said) || (at > 0 && (token.kind !== 'word' || UNIT.test(token.text))),
    ),
  )
  return plain && more.length === 0 && products.every((product) => headOf(product) === said) ? plain : null
}

const UNIT = /^(?:kg|k|g|gr|kilo|kilos|litro|litros|lt|l|ml|cc|un|und|unidad|unidades|malla|bolsa|bandeja|atado)$/

/** "el carmenere", which is one red wine's name and makes others likely: the one that is called so. */
function aloneInSaying(products: readonly CatalogProduct[], word: Token): CatalogProduct | null {
  const said = stem(word.norm)
  const named = products.filter((product) => wordsOf(product.name).has(said))
  const told = products.filter((product) =>
    wordsOf(`${product.name} ${product.tags.join(' ')} ${product.description}`).has(said),
  )
  return named.length === 1 && told.length === 1 ? (named[0] ?? null) : null
}

/**
 * Of equals, those that the words name rather than contain: "brownies" is the brownie and not the box of four, "ryzen 5"
 * the processor and not the computer built with it.
 */
export function mostCentral(products: readonly CatalogProduct[], text: string): CatalogProduct[] {
  const words = wordsOf(text)
  const wrapped = tokens(text).some((token) => CONTAINERS.has(stem(token.norm)))
  const loose = wrapped ? [] : products.filter((product) => !CONTAINERS.has(headOf(product)))
  const pool = loose.length > 0 ? loose : [...products]
  const places = pool.map((product) => ({ product, place: firstPlace(product, words) }))
  const first = Math.min(...places.map((each) => each.place))
  return places.filter((each) => each.place === first).map((each) => each.product)
}

/** All of their names hold the first telling word. */
export function saysAlike(products: readonly CatalogProduct[], text: string): boolean {
  const word = stem(
    tokens(text).find((token) => token.kind === 'word' && classOf(token.norm) === 'content')?.norm ?? '',
  )
  return products.every((product) => wordsOf(product.name).has(word))
}

function isBeforeTheHead(token: Token, words: ReadonlySet<string>): boolean {
  const own = stem(token.norm)
  return token.kind === 'word' && classOf(token.norm) === 'soft' && !CONTAINERS.has(own) && !words.has(own)
}

/** Behind a dash stands who made it, and how far back does not matter. */
export function firstPlace(product: CatalogProduct, words: ReadonlySet<string>): number {
  const parts = product.name.split(/\s[-–—|]\s/)
  for (const [part, text] of parts.entries()) {
    // "Mini bombín portátil" begins with what it is, as "Bombín de piso" does.
    const list = tokens(text)
    const head = list.findIndex((token) => !isBeforeTheHead(token, words))
    const at = list
      .slice(Math.max(0, head))
      .findIndex((token) => words.has(token.kind === 'word' ? stem(token.norm) : token.text))
    if (at >= 0) return part === 0 ? at : BEHIND
  }
  return Number.MAX_SAFE_INTEGER
}

const BEHIND = 100

/** The telling words: "de" stands in every other name. */
export function wordsOf(text: string): Set<string> {
  const telling = tokens(text).filter((token, at, list) => token.kind !== 'word' || tells(list, at))
  return new Set(telling.map((token) => (token.kind === 'word' ? stem(token.norm) : token.text)))
}

/** "taza de té": behind "de", or with its accent, it is a drink. */
export function tells(list: readonly Token[], at: number): boolean {
  const token = list[at]!
  if (token.text === 'te' && (/^té$/i.test(token.raw) || list[at - 1]?.text === 'de')) return true
  return classOf(token.norm) !== 'stop'
}

/** Of several, the one whose name shares most words with `before`; null where none is alone in that. */
export function mostLike(products: readonly CatalogProduct[], before: CatalogProduct): CatalogProduct | null {
  const own = new Set(tokens(before.name).map((token) => stem(token.norm)))
  return sharesMost(
    products,
    ({ name }) => tokens(name).filter((token) => classOf(token.norm) === 'content' && own.has(stem(token.norm))).length,
    2,
  )
}

/** The one that shares more than any other, and `least` at the least; null where there is none. */
export function sharesMost(
  products: readonly CatalogProduct[],
  shared: (product: CatalogProduct) => number,
  least = 1,
): CatalogProduct | null {
  const counts = products.map(shared)
  const most = Math.max(...counts)
  const best = products.filter((_, at) => counts[at] === most)
  return most >= least && best.length === 1 ? (best[0] ?? null) : null
}
