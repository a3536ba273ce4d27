import { fold } from '../text/fold.ts'
import { measures } from '../text/measures.ts'
import { phonetic } from '../text/phonetic.ts'
import { root, stem } from '../text/stem.ts'
import { tokens, type Token } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { bySkuOf } from './by-sku.ts'
import { FIELD, internalsOf, STRONG, type Internals, type ProductRange } from './internals.ts'
import type { CatalogIndex } from './types.ts'
import { CONTAINERS } from './words.ts'

/** A description is read so far: the rest of a pasted essay would only blur what the product is. */
const DESCRIPTION_CHARACTERS = 600

/**
 * Indexes a shop's products, in the order given (the catalog's own order breaks ties). Linear in the text;
 * 50,000 products take a second or two. The products are kept by reference and never changed.
 */
export function buildCatalogIndex(products: readonly CatalogProduct[]): CatalogIndex {
  const postings = new Postings()
  const ranges: ProductRange[] = []
  const nameLengths = new Uint8Array(products.length)
  const skus = new Map<string, number>()
  const places = new Map<string, number>()
  const shelves = new Map<string, number[]>()
  for (const [doc, product] of products.entries()) {
    nameLengths[doc] = Math.min(255, addName(postings, ranges, doc, product.name))
    for (const alias of product.aliases) addField(postings, doc, FIELD.alias, alias)
    for (const [place, tag] of product.tags.entries()) {
      addField(postings, doc, place === 0 ? FIELD.firstTag : FIELD.tag, tag)
    }
    const shared = SEVERAL_KINDS.test(product.category)
    addField(postings, doc, shared ? FIELD.sharedCategory : FIELD.category, product.category)
    for (const key of Object.keys(product.attributes)) {
      const value = product.attributes[key] ?? ''
      if (value.length <= 80 && !value.includes('://')) addField(postings, doc, FIELD.attribute, value)
    }
    const list = tokens(product.description.slice(0, DESCRIPTION_CHARACTERS))
    addTokens(postings, doc, FIELD.description, list)
    addRanges(ranges, doc, list, false)
    skus.set(skuKey(product.sku), doc)
    places.set(product.sku, doc)
    const shelf = shelves.get(product.category)
    if (shelf) shelf.push(doc)
    else shelves.set(product.category, [doc])
  }
  const internals: Internals = {
    products: [...products],
    ...postings.finish(),
    ranges,
    nameLengths,
    skus,
    shelves,
    places,
    scratch: null,
  }
  return {
    size: products.length,
    categories: [...shelves].filter(([name]) => name !== '').map(([name, docs]) => ({ name, count: docs.length })),
    ...views(internals),
  }
}

/** What of a product may change without its words changing. */
export interface StockPatch {
  sku: string
  stock?: number
  price?: number
  salePrice?: number | null
  saleFrom?: number | null
  saleUntil?: number | null
}

/** The same index with other stock and prices: words stay, so nothing is rebuilt. Unknown SKUs are ignored. */
export function withStock(index: CatalogIndex, patches: readonly StockPatch[]): CatalogIndex {
  const internals = internalsOf(index)
  const products = [...internals.products]
  for (const { sku, ...patch } of patches) {
    const doc = internals.skus.get(skuKey(sku))
    const product = doc === undefined ? undefined : products[doc]
    if (doc !== undefined && product?.sku === sku) products[doc] = { ...product, ...patch }
  }
  return { ...index, ...views({ ...internals, products }) }
}

function views(internals: Internals): Pick<CatalogIndex, 'bySku' | 'inCategory' | 'internals'> {
  const { products, places, shelves } = internals
  return {
    bySku: bySkuOf(products, places),
    inCategory: (name) => (shelves.get(name) ?? []).map((doc) => products[doc]!),
    internals,
  }
}

/** "CBD-AC10" and "cbd ac10" are one SKU to a shopper. */
export function skuKey(sku: string): string {
  return fold(sku).replace(/[^\p{L}\p{N}]/gu, '')
}

/** "Carga y cables", "Aros, collares": what stands there is one or the other. */
const SEVERAL_KINDS = /\s(?:y|e|o|&)\s|[,/]/i
/** So many words of a name say what it is; those behind say which. */
const FRONT_WORDS = 3

const PREPOSITIONS = new Set(['para', 'con', 'sin', 'de', 'del', 'en', 'compatible', 'por'])

function addName(postings: Postings, ranges: ProductRange[], doc: number, name: string): number {
  const list = tokens(name)
  addTokens(postings, doc, FIELD.name, list)
  addRanges(ranges, doc, list, true)
  let after = false
  let head = true
  let words = 0
  for (const [at, token] of list.entries()) {
    if (token.kind === 'sign' || token.kind === 'emoji') continue
    if (PREPOSITIONS.has(token.text)) {
      if (!head) after = true
      continue
    }
    words++
    if (token.kind === 'mixed' && words > FRONT_WORDS) postings.demote(token.text, doc, FIELD.tail)
    if (token.kind !== 'word') continue
    const term = termOf(token.text)
    if (head) postings.add(term, doc, FIELD.head)
    else if (after) postings.demote(term, doc, FIELD.nameAfter)
    else if (words > FRONT_WORDS) postings.demote(term, doc, FIELD.tail)
    // "Caja de 4 brownies": the box is no kind of its own.
    if (!CONTAINERS.has(term) || at > 2) head = false
  }
  addInitials(postings, doc, list)
  return words
}

/** "Girl Scout Cookies" is "GSC" to those who buy it: the initials of three or four capitalised words side by side. */
function addInitials(postings: Postings, doc: number, list: readonly Token[]): void {
  let initials = ''
  for (const token of list) {
    if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.raw)) {
      initials = ''
      continue
    }
    initials += token.text[0] ?? ''
    if (initials.length >= 3) postings.add(initials.slice(-3), doc, FIELD.alias)
    if (initials.length >= 4) postings.add(initials.slice(-4), doc, FIELD.alias)
  }
}

function addField(postings: Postings, doc: number, field: number, text: string): void {
  addTokens(postings, doc, field, tokens(text))
}

function addTokens(postings: Postings, doc: number, field: number, list: readonly Token[]): void {
  for (const token of list) {
    if (token.kind === 'sign' || token.kind === 'emoji') continue
    if (token.kind === 'number') {
      postings.add(`#${token.value ?? 0}`, doc, field)
      continue
    }
    postings.add(termOf(token.text), doc, field)
    if (token.kind === 'mixed') for (const part of partsOf(token.text)) postings.add(part, doc, field)
  }
  for (const measure of measures(list)) {
    if (measure.dimension === 'count' && measure.value <= 1) continue
    postings.add(measureTerm(measure.dimension, measure.label ?? measure.value), doc, field)
  }
}

/** "128gb" is also 128; "60x60x140" also 60x60 and 60; "a15" stays whole: its 15 is part of a name. */
export function partsOf(mixed: string): string[] {
  const digits = /^(\d+(?:[.,]\d+)?)[a-z]{1,5}$/.exec(mixed)
  if (digits) return [`#${Number((digits[1] ?? '').replace(',', '.'))}`]
  if (/^\d+(?:x\d+)+$/.test(mixed)) {
    const sides = mixed.split('x')
    const parts = [...new Set(sides)].map((side) => `#${Number(side)}`)
    if (sides.length > 2) parts.push(`${sides[0]}x${sides[1]}`)
    return parts
  }
  // "WH-1000XM4" is "los XM4" to those who want them.
  const model = /^\d+([a-z]+\d+)$/.exec(mixed)
  return model ? [model[1] ?? ''] : []
}

export function measureTerm(dimension: string, value: number | string): string {
  return `${dimension}:${value}`
}

/** One stem a spelling, remembered: a catalog repeats its words thousands of times. */
const stems = new Map<string, string>()
const STEMS_REMEMBERED = 50_000

export function termOf(folded: string): string {
  const known = stems.get(folded)
  if (known !== undefined) return known
  if (stems.size >= STEMS_REMEMBERED) stems.clear()
  const term = stem(folded)
  stems.set(folded, term)
  return term
}

const HOLDS = new Set(['hasta', 'soporta', 'soportan', 'aguanta', 'resiste', 'maximo', 'max'])

/** "4,5 a 10 kg", "hasta 25 kg", "más de 2 kg", "desde los 7 años". */
function addRanges(ranges: ProductRange[], doc: number, list: readonly Token[], strong: boolean): void {
  for (const measure of measures(list)) {
    if (measure.dimension === 'size' || measure.dimension === 'percent' || measure.dimension === 'count') continue
    const { dimension, value } = measure
    const before = list[measure.from - 1]?.text
    const from = list[measure.from - 2]
    if (measure.least !== null) ranges.push({ doc, dimension, min: measure.least.value, max: value, strong })
    else if (HOLDS.has(before ?? '') || HOLDS.has(from?.text ?? ''))
      ranges.push({ doc, dimension, min: 0, max: value, strong })
    else if (
      before === 'desde' ||
      (before === 'los' && from?.text === 'desde') ||
      (before === 'de' && from?.text === 'mas')
    ) {
      ranges.push({ doc, dimension, min: value, max: Infinity, strong })
    }
  }
}

/** Gathers (term, product, places) and lays them out as flat arrays. */
class Postings {
  readonly terms = new Map<string, number>()
  private readonly names: string[] = []
  private termOfEntry = new Uint32Array(1 << 12)
  private docOfEntry = new Uint32Array(1 << 12)
  private maskOfEntry = new Uint16Array(1 << 12)
  private entries = 0
  /** The last entry of each term: products come in order, so a repeat within one is the last. */
  private readonly lastEntry: number[] = []

  add(term: string, doc: number, field: number): void {
    let id = this.terms.get(term)
    if (id === undefined) {
      id = this.names.length
      this.terms.set(term, id)
      this.names.push(term)
      this.lastEntry.push(-1)
    }
    const last = this.lastEntry[id] ?? -1
    if (last >= 0 && this.docOfEntry[last] === doc) {
      this.maskOfEntry[last]! |= field
      return
    }
    if (this.entries === this.termOfEntry.length) this.grow()
    this.termOfEntry[this.entries] = id
    this.docOfEntry[this.entries] = doc
    this.maskOfEntry[this.entries] = field
    this.lastEntry[id] = this.entries++
  }

  /** Marks a word of the name as one behind a preposition. */
  demote(term: string, doc: number, place: number): void {
    const id = this.terms.get(term)
    const last = id === undefined ? -1 : (this.lastEntry[id] ?? -1)
    if (last < 0 || this.docOfEntry[last] !== doc) return
    this.maskOfEntry[last] = (this.maskOfEntry[last]! & ~FIELD.name) | place
  }

  finish(): Omit<Internals, 'products' | 'ranges' | 'nameLengths' | 'skus' | 'shelves' | 'places' | 'scratch'> {
    const count = this.names.length
    const offsets = new Uint32Array(count + 1)
    for (let entry = 0; entry < this.entries; entry++) offsets[this.termOfEntry[entry]! + 1]!++
    for (let term = 0; term < count; term++) offsets[term + 1]! += offsets[term]!
    const docs = new Uint32Array(this.entries)
    const masks = new Uint16Array(this.entries)
    const next = offsets.slice(0, count)
    for (let entry = 0; entry < this.entries; entry++) {
      const at = next[this.termOfEntry[entry]!]!++
      docs[at] = this.docOfEntry[entry]!
      masks[at] = this.maskOfEntry[entry]!
    }
    const strong = new Uint32Array(count)
    const kinds = new Uint8Array(count)
    const heads = new Uint8Array(count)
    for (let entry = 0; entry < this.entries; entry++) {
      const term = this.termOfEntry[entry]!
      const mask = this.maskOfEntry[entry]!
      if ((mask & STRONG) !== 0) strong[term]!++
      if ((mask & FIELD.head) !== 0 && heads[term]! < 2) heads[term]!++
      if ((mask & FIELD.category) !== 0 || heads[term]! >= 2) kinds[term] = 1
    }
    const sounds = new Map<string, number[]>()
    const shapes = new Map<string, number[]>()
    const roots = new Map<string, number[]>()
    const sizes = new Map<string, number[]>()
    const plain: string[] = []
    for (const [term, name] of this.names.entries()) {
      const dimension = /^([a-z]+):/.exec(name)?.[1]
      if (dimension !== undefined) push(sizes, dimension, term)
      if (!/^[a-z]{3,}$/.test(name)) continue
      plain.push(name)
      push(sounds, phonetic(name), term)
      push(shapes, `${name[0]}${name.length}`, term)
      if (name.length >= 5) push(roots, root(name), term)
    }
    return {
      terms: this.terms,
      names: this.names,
      offsets,
      docs,
      masks,
      strong,
      kinds,
      sorted: plain.sort(),
      sounds,
      shapes,
      roots,
      sizes,
    }
  }

  private grow(): void {
    this.termOfEntry = copyInto(new Uint32Array(this.entries * 2), this.termOfEntry)
    this.docOfEntry = copyInto(new Uint32Array(this.entries * 2), this.docOfEntry)
    this.maskOfEntry = copyInto(new Uint16Array(this.entries * 2), this.maskOfEntry)
  }
}

function copyInto<T extends Uint32Array | Uint16Array>(target: T, source: T): T {
  target.set(source)
  return target
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
