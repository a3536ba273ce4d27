import { classOf } from '../catalog/words.ts'
import { fold } from '../text/fold.ts'
import { measures, type Measure } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { headOf } from '../catalog/head-noun.ts'
import { note, priceOf, type Talk } from './talk.ts'

/** Words that say nothing about which one of a list is meant. */
const EMPTY = new Set(
  (
    'el la los las lo un una uno unos unas de del en con sin para por que y o a al me te se le mi su ' +
    'ese esa eso esos esas este esta estos estas aquel aquella dame deme quiero prefiero llevo elijo mejor entonces ' +
    'ya si no po pues porfa favor opcion numero nomas solo sola mas quedo tomo agrega ponme echame numero cual ' +
    'otro otra normal tiene trae cuanto vale sale cuesta precio es son sean'
  ).split(' '),
)

/**
 * Which of `products` the message points at: by ordinal, superlative, size, or words of their names. All that fit
 * equally well come back; an empty list where nothing in the message tells them apart.
 */
export function pickFrom(talk: Talk, products: readonly CatalogProduct[], text = talk.text): CatalogProduct[] {
  if (products.length === 0) return []
  const { ordinal, superlative } = talk.u.entities
  if (ordinal !== null) {
    const at = ordinal < 0 ? products.length + ordinal : ordinal - 1
    const product = products[at]
    return product ? [product] : []
  }
  if (products.length > 1 && /\b(?:el|la) otr[oa]\b/i.test(text)) {
    const others = products.filter((product) => product.sku !== talk.state.focus[0])
    if (others.length === 1) return others
  }
  if (superlative !== null) {
    const sorted = bySuperlative(talk, ofOneKind(products), superlative)
    if (sorted[0]) return [sorted[0]]
  }
  const loose = LOOSE.test(fold(text)) ? products.filter((product) => BY_THE_PIECE.test(fold(product.name))) : []
  if (loose.length === 1) return loose
  // "de los de -10": below zero, and no other ten.
  const below = /(?:^|\s)[-−](\d{1,2})\b/.exec(text)?.[1]
  const cold = below === undefined ? [] : products.filter((product) => new RegExp(`[-−]${below}\\b`).test(product.name))
  if (cold.length === 1) return cold
  const priced = byPrice(talk, products, text)
  if (priced.length === 1) return priced
  const lettered = byLetter(products, text)
  if (lettered.length > 0) return lettered
  const sized = byMeasure(products, text, countsIn(talk))
  if (sized.length > 0) {
    note(talk, `picked by size: ${sized.map((product) => product.sku).join(', ')}`)
    const told = sized.length > 1 ? byWords(sized, text) : []
    return told.length > 0 ? told : sized
  }
  const told = byWords(products, text === talk.text ? withoutCounts(text, countsIn(talk)) : text)
  if (told.length > 0) return told
  // "el power bank grande": no superlative, but of two it means one.
  const size = /\bgrand(?:es?|ot[ea]s?)\b/i.test(text)
    ? 'biggest'
    : /\b(?:chic[oa]s?|peque[ñn][oa]s?|chiquit\w+)\b/i.test(text)
      ? 'smallest'
      : null
  return size !== null && products.length > 1 ? bySuperlative(talk, products, size).slice(0, 1) : []
}

/** "el suelto", "por unidad": one by one, of what comes in packs as well. */
const LOOSE = /\b(?:suelt[oa]s?|por unidad|individual(?:es)?)\b/
const BY_THE_PIECE = /\((?:1 )?un(?:idad|\.)?\)|\b(?:unidad|individual|suelt[oa])\b/

/** The same by these words alone, whatever place or superlative the rest of the message names. */
export function pickByWords(talk: Talk, products: readonly CatalogProduct[], text: string): CatalogProduct[] {
  const entities = { ...talk.u.entities, ordinal: null, superlative: null }
  return pickFrom({ ...talk, u: { ...talk.u, entities } }, products, text)
}

/** Of a list, those that are of the kind it was asked for: what stands first, and most of it. "El betta más barato" is no food for bettas. */
export function ofOneKind(products: readonly CatalogProduct[]): readonly CatalogProduct[] {
  const [first] = products
  if (first === undefined) return products
  const named = products.filter((product) => headOf(product) === headOf(first))
  const pool = named.length > 1 ? named : products
  const shelved = pool.filter((product) => product.category === first.category)
  return shelved.length > 1 && shelved.length * 2 > pool.length ? shelved : pool
}

/** Sorted by what a superlative asks: price, or the first size in the name. */
export function bySuperlative(
  talk: Talk,
  products: readonly CatalogProduct[],
  superlative: NonNullable<Talk['u']['entities']['superlative']>,
): CatalogProduct[] {
  const stocked = products.filter((product) => product.stock > 0)
  const pool = stocked.length > 0 ? stocked : [...products]
  const price = (product: CatalogProduct) => priceOf(talk, product)
  if (superlative === 'cheapest') return pool.toSorted((a, b) => price(a) - price(b))
  if (superlative === 'dearest') return pool.toSorted((a, b) => price(b) - price(a))
  if (superlative === 'biggest' || superlative === 'smallest') {
    const sign = superlative === 'biggest' ? -1 : 1
    // A4 is bigger than A5; what has no such size is another thing.
    const sheets = pool.flatMap((product) => {
      const size = /\bA([0-7])\b/.exec(product.name)?.[1]
      return size === undefined ? [] : [{ product, size: Number(size) }]
    })
    if (sheets.length > 1) return sheets.toSorted((a, b) => -sign * (a.size - b.size)).map((each) => each.product)
    const sized = pool.map((product) => ({ product, size: mainMeasure(product) }))
    if (sized.every((each) => each.size !== null)) {
      return sized.toSorted((a, b) => sign * ((a.size ?? 0) - (b.size ?? 0))).map((each) => each.product)
    }
    const lettered = pool.map((product) => ({ product, size: letterSize(product) }))
    if (lettered.every((each) => each.size >= 0)) {
      return lettered.toSorted((a, b) => sign * (a.size - b.size)).map((each) => each.product)
    }
    return superlative === 'biggest'
      ? pool.toSorted((a, b) => price(b) - price(a))
      : pool.toSorted((a, b) => price(a) - price(b))
  }
  return pool
}

/** "add 2" says how many: that a sheet holds a 2 as well tells nothing. */
function withoutCounts(text: string, counts: ReadonlySet<number>): string {
  if (counts.size === 0) return text
  return text.replace(
    /(?<!\b(?:en|de|del|el|la|talla|aro|calce|n[uú]mero|nro|n°) )(?<![\d\p{L}])\d{1,3}(?![\d\p{L}]| ?(?:k?g|ml|l|cm|mm|m|w|gb|tb)\b)/giu,
    (digits) => (counts.has(Number(digits)) ? ' ' : digits),
  )
}

/** Numbers that say how many: "dame 2" is no two-kilo bag. */
function countsIn(talk: Talk): Set<number> {
  const { quantity, mentions } = talk.u.entities
  return new Set([quantity, ...mentions.map((mention) => mention.quantity)].flatMap((each) => each ?? []))
}

/** Products whose size is the one asked for, or whose range holds it; the name counts before the description. */
function byMeasure(products: readonly CatalogProduct[], text: string, counts: ReadonlySet<number>): CatalogProduct[] {
  // "el de kilo"
  const whole = /\b(?:de|del|el|la) (kilo|litro|metro)\b(?! y medio)/i.exec(text)?.[1]
  const asked = sizesOf(whole === undefined ? text : `1 ${whole}`)
  const bare =
    asked.length > 0
      ? []
      : [
          ...tokens(text).flatMap((token) => (token.value === null || counts.has(token.value) ? [] : [token.value])),
          ...(/\b(?:un|de|el) cuarto\b(?! de)/i.test(text) ? [0.25] : []),
        ]
  if (asked.length === 0 && bare.length === 0) return []
  const fits = (source: string) =>
    sizesOf(source).some((has) =>
      asked.length > 0
        ? asked.some((want) => want.dimension === has.dimension && within(want.value, has))
        : bare.some((value) => value === (has.least ?? has).amount || value === Math.floor(has.amount)),
    )
  const byName = products.filter((product) => fits(product.name))
  if (byName.length > 1 && asked.length === 1) {
    // "la de 220", of 140 x 220 and 220 x 220: the one that is so all over, else the one whose first size it is.
    const numbers = (product: CatalogProduct) =>
      sizesOf(product.name).filter((has) => has.dimension === asked[0]?.dimension)
    const meets = (has: Measure) => asked.some((want) => within(want.value, has))
    const whole = byName.filter((product) => numbers(product).every(meets))
    return whole.length > 0 ? whole : firstOf(byName, (product) => numbers(product).slice(0, 1).some(meets))
  }
  if (byName.length > 1 && bare.length === 1) {
    const dimensions = (product: CatalogProduct) => tokens(product.name).flatMap((token) => token.value ?? [])
    const whole = byName.filter((product) => dimensions(product).every((value) => bare.includes(value)))
    return whole.length > 0 ? whole : byName
  }
  if (byName.length > 0) return byName
  return products.filter((product) => fits(product.description))
}

const OF_PRICE =
  /\b(?:el|la|los|las) (?:que|q) (?:sale|vale|cuesta|esta a|salen|valen|cuestan)n? (?:a )?\$? ?(\d[\d.]*)( ?(?:lucas?|mil))?|\b(?:el|la|los|las) de \$? ?(\d[\d.]*)( ?(?:lucas?|mil))/

/** "la que sale 7.490", "el de 20 lucas": the one at that price; lucas are round. */
function byPrice(talk: Talk, products: readonly CatalogProduct[], text: string): CatalogProduct[] {
  const match = OF_PRICE.exec(fold(text))
  const digits = match?.[1] ?? match?.[3]
  if (digits === undefined) return []
  const round = (match?.[2] ?? match?.[4]) !== undefined
  const amount = Number(digits.replaceAll('.', '')) * (round ? 1000 : 1)
  if (amount < 200) return []
  return products.filter((product) => Math.abs(priceOf(talk, product) - amount) <= (round ? amount * 0.03 : 0))
}

/** Those that fit so, where any does; else all. */
function firstOf(products: CatalogProduct[], fits: (product: CatalogProduct) => boolean): CatalogProduct[] {
  const own = products.filter(fits)
  return own.length > 0 ? own : products
}

/** Sizes that are measured; those of clothes are told apart by `byLetter` and by their names. */
function sizesOf(text: string): Measure[] {
  return measures(tokens(text)).filter((measure) => measure.dimension !== 'size')
}

function within(value: number, has: Measure): boolean {
  return has.least === null ? value === has.value : value >= has.least.value && value <= has.value
}

/** By how many of the message's telling words a product's own words hold; a word all of them hold tells nothing. */
export function byWords(products: readonly CatalogProduct[], text: string): CatalogProduct[] {
  const words = tokens(text)
    .filter(
      (token) => token.kind !== 'sign' && token.kind !== 'emoji' && !EMPTY.has(token.norm) && !EMPTY.has(token.text),
    )
    .map((token) => ({
      word: token.kind === 'word' ? stem(plainForm(token.norm)) : token.text,
      // What shoppers wrap their wishes in may be part of a name, and tells nothing where a sheet says it.
      carrier: token.kind === 'word' && classOf(token.norm) === 'stop',
    }))
  if (words.length === 0) return []
  const bags = products.map((product) => ({
    product,
    name: bagOf(product.name),
    rest: bagOf(
      `${product.aliases.join(' ')} ${product.tags.join(' ')} ${Object.values(product.attributes).join(' ')} ${product.description}`,
    ),
  }))
  const scored = bags.map(({ product, name, rest }) => ({
    product,
    score: words.reduce((sum, { word, carrier }) => sum + (name.has(word) ? 2 : !carrier && rest.has(word) ? 1 : 0), 0),
  }))
  const best = Math.max(...scored.map((each) => each.score))
  if (best === 0) return []
  const winners = scored.filter((each) => each.score === best).map((each) => each.product)
  return winners.length === products.length && products.length > 1 ? [] : winners
}

function bagOf(text: string): Set<string> {
  return new Set(tokens(text).map((token) => (token.kind === 'word' ? stem(plainForm(token.norm)) : token.text)))
}

/** "ositos" are bears. */
function plainForm(word: string): string {
  return word.length > 5 ? word.replace(/(?<=[bcdfghjklmnprstvz])it([ao]s?)$/, '$1') : word
}

function mainMeasure(product: CatalogProduct): number | null {
  return sizesOf(product.name).at(-1)?.value ?? null
}

const LETTERS = ['xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl']

function letterSize(product: CatalogProduct): number {
  const size = /\b(xs|s|m|l|xl|xxl|xxxl)\s*$|\btalla (xs|s|m|l|xl|xxl|xxxl)\b/.exec(fold(product.name))
  // "Cama nido S 50 cm": a capital letter by itself, wherever it stands.
  const letter = size?.[1] ?? size?.[2] ?? /(?:^|\s)(XS|S|M|L|XL|XXL|XXXL)(?=\s|$)/.exec(product.name)?.[1]
  return LETTERS.indexOf(letter?.toLowerCase() ?? '')
}

/** "en L", "la M", "talla xl": those of that size, where the names have sizes. */
export function byLetter(products: readonly CatalogProduct[], text: string): CatalogProduct[] {
  const said =
    /(?:^|\b(?:en|talla|la|el|una?|las|los|de) )(xs|s|m|l|xl|xxl|xxxl)(?=$|[\s.,!?])/.exec(fold(text).trim())?.[1] ??
    /\b(XS|S|M|L|XL|XXL)\b/.exec(text)?.[1]?.toLowerCase()
  if (said === undefined) return []
  const sized = products.filter((product) => letterSize(product) === LETTERS.indexOf(said))
  if (sized.length < 2) return sized
  const told = byWords(sized, text)
  return told.length > 0 ? told : sized
}
