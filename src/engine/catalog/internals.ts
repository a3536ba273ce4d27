import type { CatalogProduct } from '../types.ts'
import type { CatalogIndex } from './types.ts'

/** Where in a product a word stands, as bits: a word may stand in several places. */
export const FIELD = {
  head: 1,
  name: 2,
  /** In the name behind "para", "con", "de": says what it goes with, not what it is. */
  nameAfter: 4,
  alias: 8,
  tag: 16,
  category: 32,
  attribute: 64,
  description: 128,
  /** The first of the tags: shops put the kind there. */
  firstTag: 256,
  /** Far back in the name: of "Control DualSense blanco PS5" it says what it is for. */
  tail: 512,
  /** One of several kinds that a category names: "Carga y cables". */
  sharedCategory: 1024,
} as const

/** How many combinations of places there are. */
const MASKS = 2048

/** How much a match in each place says about what the product is. */
const WEIGHTS: ReadonlyArray<readonly [number, number]> = [
  [FIELD.head, 1],
  [FIELD.name, 0.97],
  [FIELD.firstTag, 0.97],
  [FIELD.tail, 0.9],
  [FIELD.alias, 0.97],
  [FIELD.nameAfter, 0.88],
  [FIELD.tag, 0.88],
  [FIELD.category, 0.88],
  [FIELD.sharedCategory, 0.75],
  [FIELD.attribute, 0.85],
  [FIELD.description, 0.45],
]

/** The strength of each combination of places. */
export const STRENGTH: Float32Array = Float32Array.from({ length: MASKS }, (_, mask) => {
  let best = 0
  let places = 0
  for (const [bit, weight] of WEIGHTS) {
    if ((mask & bit) === 0) continue
    places++
    best = Math.max(best, weight)
  }
  // A word that stands in the name and among the tags is surer than one in the name alone.
  return places > 1 ? Math.min(1.05, best + 0.02 * (places - 1)) : best
})

export const NAMED = FIELD.head | FIELD.name | FIELD.nameAfter | FIELD.tail | FIELD.alias
export const KIND = FIELD.head | FIELD.tag | FIELD.firstTag | FIELD.category | FIELD.sharedCategory | FIELD.alias
export const STRONG = NAMED | KIND | FIELD.attribute

/** "4,5 a 10 kg", "hasta 25 kg", "desde los 7 años": what a product is for, as a span. */
export interface ProductRange {
  doc: number
  dimension: string
  min: number
  max: number
  strong: boolean
}

/** For words that class products: a category or a first noun says what a thing is, a mention elsewhere much less. */
export const KIND_STRENGTH: Float32Array = Float32Array.from({ length: MASKS }, (_, mask) => {
  if (mask === 0) return 0
  if ((mask & (FIELD.category | FIELD.head)) !== 0) return 1
  if ((mask & FIELD.firstTag) !== 0) return 0.97
  if ((mask & (FIELD.tag | FIELD.alias)) !== 0) return 0.9
  if ((mask & FIELD.name) !== 0) return 0.85
  if ((mask & (FIELD.tail | FIELD.nameAfter | FIELD.attribute | FIELD.sharedCategory)) !== 0) return 0.75
  return 0.25
})

/** One cell a product; `touched` says which are in use. */
export interface Scratch {
  score: Float32Array
  named: Float32Array
  kind: Float32Array
  front: Uint8Array
  units: Int32Array
  best: Float32Array
  bestMask: Uint16Array
  bestWay: Uint8Array
  /** Products of the unit at hand, and of all units so far. */
  touched: Int32Array
  rows: Int32Array
}

export interface Internals {
  products: CatalogProduct[]
  /** Term → its number. Words are stems; numbers are `#15`; sizes are `mass:15000`. */
  terms: Map<string, number>
  names: string[]
  /** Postings of term t: `docs` and `masks` from `offsets[t]` to `offsets[t + 1]`. */
  offsets: Uint32Array
  docs: Uint32Array
  masks: Uint16Array
  /** How many products each term names, classes or describes by an attribute. */
  strong: Uint32Array
  /** Terms sorted, for clippings ("vapo"). */
  sorted: string[]
  /** Sound → terms. */
  sounds: Map<string, number[]>
  /** First letter and length → terms, for slips. */
  shapes: Map<string, number[]>
  /** Families ("vaporiz") → terms. */
  roots: Map<string, number[]>
  /** Dimension ("size", "mass") → the terms of its sizes. */
  sizes: Map<string, number[]>
  ranges: ProductRange[]
  /** How many words a product's name has: unmatched ones cost a little. */
  nameLengths: Uint8Array
  /** 1 for terms that class products: a category's, or the first noun of several names. */
  kinds: Uint8Array
  /** SKU, folded and without signs → product. */
  skus: Map<string, number>
  /** Category → its products; "" holds those of none. */
  shelves: ReadonlyMap<string, readonly number[]>
  /** SKU as it is → product. */
  places: Map<string, number>
  /** Working space of `rank`, made at the first search. Searches are synchronous, so one is enough. */
  scratch: Scratch | null
}

export function internalsOf(index: CatalogIndex): Internals {
  return index.internals as Internals
}

/** How many products hold a term. */
export function frequencyOf(internals: Internals, term: number): number {
  return internals.offsets[term + 1]! - internals.offsets[term]!
}

/** Where a term stands in a product; 0 where it does not. Postings are in product order. */
export function maskOf(internals: Internals, term: number, doc: number): number {
  const end = internals.offsets[term + 1]!
  let low = internals.offsets[term]!
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (internals.docs[middle]! < doc) low = middle + 1
    else high = middle
  }
  return low < end && internals.docs[low] === doc ? internals.masks[low]! : 0
}
