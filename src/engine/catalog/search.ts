import type { Alternative } from './expand.ts'
import { skuKey } from './build-index.ts'
import { FIELD, internalsOf, KIND, NAMED, STRENGTH, type Internals } from './internals.ts'
import { readQuery, type ReadQuery, type Unit } from './read-query.ts'
import type { CatalogHit, CatalogIndex, CatalogQuery } from './types.ts'

/** As many as a list on WhatsApp shows with room for "more". */
const DEFAULT_LIMIT = 8
/** How well the best must fit before anything is shown at all, by what was asked. */
const ACCEPT = { named: 0.5, kind: 0.5, need: 0.34, any: 0.45 } as const
/** Products this close to the best are shown with it. */
const KEEP = { named: 0.9, kind: 0.85, need: 0.7, any: 0.85 } as const
/** A word found in descriptions alone says what a product is about, not what it is. */
const DESCRIPTION_ONLY = FIELD.description

export interface Candidate {
  doc: number
  score: number
  /** OR of the places where each content unit matched. */
  named: number
  kind: number
  matched: string[]
}

/**
 * The products that a query means, best first: none where the shop does not carry it. Kinds list what is in stock;
 * a product that is named is shown even when sold out. Ties keep the catalog's order.
 */
export function searchCatalog(index: CatalogIndex, query: CatalogQuery): CatalogHit[] {
  const internals = internalsOf(index)
  const mode = query.mode ?? 'any'
  const limit = query.limit ?? DEFAULT_LIMIT
  const bySku = internals.skus.get(skuKey(query.text))
  if (bySku !== undefined && !/^\d{1,4}$/.test(query.text.trim()))
    return [hitOf(internals, bySku, 1, 'sku', [query.text])]
  const read = readQuery(internals, query.text, query.not)
  const among = query.among === undefined ? null : docsOf(internals, query.among)
  const bounds = boundsOf(query, read)
  const order = query.order ?? read.order
  const allowed = (doc: number) => {
    const price = internals.products[doc]!.price
    return (among === null || among.has(doc)) && price >= bounds.min && price <= bounds.max
  }
  const positive = read.segments.flat().some((unit) => !unit.negated && unit.ways.length > 0)
  if (!positive) {
    const unknown = read.segments.flat().some((unit) => unit.role === 'content' && !unit.negated)
    const constrained = order !== 'relevance' || bounds.max < Infinity || among !== null
    if (unknown || !constrained) return []
    const all = internals.products.flatMap((_, doc) =>
      allowed(doc) ? [{ doc, score: 0.5, named: 0, kind: 0, matched: [] }] : [],
    )
    return present(internals, arrange(internals, withoutNegated(internals, read, all), order, bounds.around), limit)
  }
  const found = resolve(internals, read, mode, allowed)
  return present(internals, arrange(internals, found, order, bounds.around), limit)
}

/** Mentions one by one, or the message as one, whichever explains more of it. */
function resolve(
  internals: Internals,
  read: ReadQuery,
  mode: keyof typeof ACCEPT,
  allowed: (doc: number) => boolean,
): Candidate[] {
  const whole = read.segments.flat()
  const one = select(internals, rank(internals, whole, allowed), mode)
  const segments = joinModifiers(read.segments)
  if (segments.length < 2) return one
  const each = segments.map((units) =>
    select(internals, rank(internals, units, allowed), mode === 'any' ? 'named' : mode),
  )
  const strong = each.filter((list) => list.length > 0 && (list[0]!.named > 0 || list[0]!.kind > 0))
  if (strong.length < 2) return one.length > 0 ? one : (strong[0] ?? each.find((list) => list.length > 0) ?? [])
  const best = one[0]
  // One product that answers every part is one mention: "audífonos con micrófono".
  if (best && strong.every((list) => list.some((other) => other.doc === best.doc)) && best.score >= 0.75) return one
  return interleave(strong)
}

/** A part that holds numbers or soft words alone belongs to the one before it. */
function joinModifiers(segments: Unit[][]): Unit[][] {
  const joined: Unit[][] = []
  for (const units of segments) {
    const own = units.some((unit) => unit.role === 'content' && !unit.negated)
    if (own || joined.length === 0) joined.push([...units])
    else joined.at(-1)!.push(...units)
  }
  return joined
}

function interleave(lists: Candidate[][]): Candidate[] {
  const seen = new Set<number>()
  const merged: Candidate[] = []
  const add = (candidate: Candidate) => {
    if (seen.has(candidate.doc)) return
    seen.add(candidate.doc)
    merged.push(candidate)
  }
  for (const list of lists) add(list[0]!)
  for (const list of lists) for (const candidate of list.slice(1)) add(candidate)
  return merged
}

/** Scores every product that any unit matches. */
export function rank(internals: Internals, units: Unit[], allowed: (doc: number) => boolean): Candidate[] {
  const wanted = units.filter((unit) => !unit.negated)
  const required = wanted.filter((unit) => unit.role !== 'soft')
  const primary = required.length > 0 ? required : wanted.filter((unit) => unit.ways.length > 0)
  const soft = required.length > 0 ? wanted.filter((unit) => unit.role === 'soft') : []
  const rows = new Map<number, Candidate>()
  let total = 0
  for (const unit of primary) {
    const weight = unit.ways.length === 0 ? missingWeight(unit, primary) : unit.weight
    total += weight
    for (const [doc, match] of matchesOf(internals, unit)) {
      if (!allowed(doc)) continue
      const row = rowOf(rows, doc)
      row.score += weight * match.strength
      row.named = Math.max(row.named, (match.mask & NAMED) !== 0 && !match.asKind ? unit.weight * match.way.weight : 0)
      row.kind = Math.max(row.kind, (match.mask & KIND) !== 0 ? match.strength : 0)
      row.matched.push(unit.text)
    }
  }
  if (total === 0) return []
  for (const row of rows.values()) row.score /= total
  for (const unit of soft) {
    for (const [doc, match] of matchesOf(internals, unit)) {
      const row = rows.get(doc)
      if (row) row.score += SOFT_BONUS * unit.weight * match.strength
    }
  }
  for (const row of rows.values()) {
    const spare = internals.nameLengths[row.doc]! - row.matched.length
    row.score -= SPARE_WORD * Math.min(8, Math.max(0, spare))
  }
  const negated = units.filter((unit) => unit.negated)
  return exclude(internals, negated, [...rows.values()])
}

/** What a soft word adds where it matches. */
const SOFT_BONUS = 0.12
/** What each word of the name costs that nobody said: settles ties between "iPhone 15" and "iPhone 15 Pro". */
const SPARE_WORD = 0.004

/** A word that the catalog lacks: a brand or a thing that is not carried weighs in full, stray words of long messages less. */
function missingWeight(unit: Unit, units: readonly Unit[]): number {
  if (unit.role === 'number') return 0.6
  const beside = units.some((other) => other !== unit && other.ways.length > 0 && Math.abs(other.from - unit.from) <= 3)
  if (beside || units.length <= 2) return 1
  return units.length > 5 ? 0.25 : 0.6
}

interface Match {
  strength: number
  mask: number
  way: Alternative
  asKind: boolean
}

/** Every product that a unit matches, with its best way. */
function matchesOf(internals: Internals, unit: Unit): Map<number, Match> {
  const matches = new Map<number, Match>()
  for (const way of unit.ways) {
    const asKind = isKindTerm(internals, way)
    const first = way.terms[0]!
    for (let at = internals.offsets[first]!; at < internals.offsets[first + 1]!; at++) {
      const doc = internals.docs[at]!
      let mask = internals.masks[at]!
      let strength = strengthOf(mask, asKind)
      for (let more = 1; more < way.terms.length; more++) {
        const other = maskOf(internals, way.terms[more]!, doc)
        if (other === 0) {
          strength = 0
          break
        }
        strength = Math.min(strength, strengthOf(other, asKind))
        mask &= other === 0 ? 0 : other | mask
      }
      strength *= way.weight
      const known = matches.get(doc)
      if (strength > 0 && (!known || known.strength < strength)) matches.set(doc, { strength, mask, way, asKind })
    }
  }
  return matches
}

/** Words that class products: a category's, or the first noun of several names. */
function isKindTerm(internals: Internals, way: Alternative): boolean {
  let heads = 0
  for (const term of way.terms) {
    for (let at = internals.offsets[term]!; at < internals.offsets[term + 1]!; at++) {
      const mask = internals.masks[at]!
      if ((mask & FIELD.category) !== 0) return true
      if ((mask & FIELD.head) !== 0 && ++heads >= 2) return true
    }
  }
  return false
}

function strengthOf(mask: number, asKind: boolean): number {
  if (!asKind) return STRENGTH[mask]!
  if ((mask & (FIELD.category | FIELD.head)) !== 0) return 1
  if ((mask & (FIELD.tag | FIELD.alias)) !== 0) return 0.92
  if ((mask & FIELD.name) !== 0) return 0.85
  if ((mask & (FIELD.nameAfter | FIELD.attribute)) !== 0) return 0.75
  return 0.4
}

function maskOf(internals: Internals, term: number, doc: number): number {
  let low = internals.offsets[term]!
  let high = internals.offsets[term + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (internals.docs[middle]! < doc) low = middle + 1
    else high = middle
  }
  return low < internals.offsets[term + 1]! && internals.docs[low] === doc ? internals.masks[low]! : 0
}

/** Takes out what was ruled out, but not "sin azúcar" from what says it has none. */
function exclude(internals: Internals, negated: readonly Unit[], rows: Candidate[]): Candidate[] {
  if (negated.length === 0) return rows
  const out = new Set<number>()
  const without = internals.terms.get('sin')
  for (const unit of negated) {
    for (const [doc, match] of matchesOf(internals, unit)) {
      if (match.way.weight < 0.8) continue
      if (without !== undefined && (maskOf(internals, without, doc) & match.mask) !== 0) continue
      if (match.mask !== DESCRIPTION_ONLY) out.add(doc)
    }
  }
  return rows.filter((row) => !out.has(row.doc))
}

function withoutNegated(internals: Internals, read: ReadQuery, rows: Candidate[]): Candidate[] {
  return exclude(
    internals,
    read.segments.flat().filter((unit) => unit.negated),
    rows,
  )
}

/** Those that fit well enough, and near enough to the best; sold-out ones where nothing in stock fits as well. */
function select(internals: Internals, rows: Candidate[], mode: keyof typeof ACCEPT): Candidate[] {
  let best = 0
  for (const row of rows) best = Math.max(best, row.score)
  if (best < ACCEPT[mode]) return []
  let near = rows.filter((row) => row.score >= best * KEEP[mode])
  const inStock = near.filter((row) => internals.products[row.doc]!.stock > 0)
  const bestInStock = Math.max(0, ...inStock.map((row) => row.score))
  const named = near.some((row) => row.named >= 0.5)
  if (inStock.length > 0 && !(named && bestInStock < best - NAMED_MARGIN)) near = inStock
  return near.sort((a, b) => b.score - a.score || a.doc - b.doc)
}

/** A sold-out product counts as named where it fits this much better than all that are in stock. */
const NAMED_MARGIN = 0.03

function arrange(
  internals: Internals,
  rows: Candidate[],
  order: ReadQuery['order'],
  around: number | null,
): Candidate[] {
  const price = (row: Candidate) => internals.products[row.doc]!.price
  if (order === 'cheapest' || order === 'smallest') return [...rows].sort((a, b) => price(a) - price(b))
  if (order === 'dearest' || order === 'biggest') return [...rows].sort((a, b) => price(b) - price(a))
  if (around !== null) return [...rows].sort((a, b) => Math.abs(price(a) - around) - Math.abs(price(b) - around))
  return rows
}

function present(internals: Internals, rows: Candidate[], limit: number): CatalogHit[] {
  return rows.slice(0, limit).map((row) => hitOf(internals, row.doc, Math.min(1, row.score), byOf(row), row.matched))
}

function byOf(row: Candidate): CatalogHit['by'] {
  if (row.named >= 0.5) return 'name'
  return row.kind > 0.6 ? 'kind' : 'need'
}

function hitOf(
  internals: Internals,
  doc: number,
  score: number,
  by: CatalogHit['by'],
  matched: readonly string[],
): CatalogHit {
  return { product: internals.products[doc]!, score, by, matched }
}

function boundsOf(query: CatalogQuery, read: ReadQuery): { min: number; max: number; around: number | null } {
  return {
    min: query.minPrice ?? read.limits.min ?? 0,
    max: query.maxPrice ?? read.limits.max ?? Infinity,
    around: read.limits.around,
  }
}

function docsOf(internals: Internals, skus: readonly string[]): Set<number> {
  return new Set(skus.flatMap((sku) => internals.skus.get(skuKey(sku)) ?? []))
}

function rowOf(rows: Map<number, Candidate>, doc: number): Candidate {
  let row = rows.get(doc)
  if (!row) {
    row = { doc, score: 0, named: 0, kind: 0, matched: [] }
    rows.set(doc, row)
  }
  return row
}
