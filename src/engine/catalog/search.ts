import { skuKey } from './build-index.ts'
import type { Dimension } from '../text/measures.ts'
import { internalsOf, KIND, maskOf, NAMED, type Internals } from './internals.ts'
import { bitsOf, found, matchedWords, rank, ruledOut, type Candidate } from './rank.ts'
import { readQuery, type ReadQuery, type Segment, type Unit } from './read-query.ts'
import type { CatalogHit, CatalogIndex, CatalogQuery } from './types.ts'

/** As many as a list on WhatsApp shows with room for "more". */
export const DEFAULT_LIMIT = 8
/**
 * How well the best must fit before anything is shown at all, by what was asked. Just over a half: of "crema nivea" the
 * catalog knows one word of two, and shows nothing.
 */
const ACCEPT = { named: 0.52, kind: 0.52, need: 0.22, any: 0.45 } as const
/** Products this close to the best are shown with it. */
const KEEP = { named: 0.9, kind: 0.85, need: 0.7, any: 0.85 } as const

/** The scores that `rank` compares do not count a name's further words yet. */
const MARGIN = 0.06

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
  const read = readQuery(internals, query.text, query.not, mode === 'need')
  const among = query.among === undefined ? null : docsOf(internals, query.among)
  const bounds = boundsOf(query, read)
  const order = query.order ?? read.order
  const allowed = (doc: number) => {
    const price = internals.products[doc]!.price
    return (among === null || among.has(doc)) && price >= bounds.min && price <= bounds.max
  }
  const units = read.segments.flatMap((segment) => segment.units)
  // "ya no quiero el bong" names the bong; only beside something wanted does a negation rule out.
  if (mode !== 'need' && !units.some((unit) => !unit.negated && found(unit))) {
    for (const unit of units) if (unit.from >= 0) unit.negated = false
  }
  if (!units.some((unit) => !unit.negated && found(unit))) {
    const unknown = mode !== 'need' && units.some((unit) => unit.role === 'content' && !unit.negated)
    const constrained = order !== 'relevance' || bounds.max < Infinity || among !== null
    if (unknown || !constrained) return []
    return present(internals, wholeShop(internals, units, allowed, order, bounds, limit), limit)
  }
  const fitting = ofTheSizeSaid(internals, resolve(internals, read, mode, allowed), units)
  if (fitting.length === 0 && mode === 'need' && bounds.max < Infinity) {
    return present(internals, wholeShop(internals, units, allowed, order, bounds, limit), limit)
  }
  const sorted = order !== 'relevance' || bounds.around !== null
  return present(internals, sorted ? arrange(internals, foremost(fitting), order, bounds.around) : fitting, limit)
}

/** Before sorting by price: accessories of a thing are not the thing, however cheap they are. */
function foremost(rows: readonly Candidate[]): Candidate[] {
  const best = highest(rows, 'score')
  // A cake is no loaf, however near they are: what only goes by another name is not sorted with what was said.
  const fit = highest(rows, 'fit')
  const near = rows.filter((row) => row.score >= best * SORTABLE && row.fit >= fit * SAME_WORD)
  const front = near.filter((row) => row.front)
  return highest(front, 'score') >= best - NAMED_MARGIN ? front : near
}

const SORTABLE = 0.93
const SAME_WORD = 0.93

/** The cheapest, dearest or nearest of the whole shop that are in stock: one pass, and no more kept than shown. */
function wholeShop(
  internals: Internals,
  units: readonly Unit[],
  allowed: (doc: number) => boolean,
  order: ReadQuery['order'],
  bounds: Bounds,
  limit: number,
): Candidate[] {
  const out = new Set(ruledOut(internals, units))
  // "hasta 30 lucas" is what someone means to spend: the nearest below it come first.
  const around = bounds.around ?? (bounds.max < Infinity ? bounds.max : null)
  const rankOf = (doc: number) => {
    const { price } = internals.products[doc]!
    if (order === 'dearest' || order === 'biggest') return -price
    return around !== null && order === 'relevance' ? Math.abs(price - around) : price
  }
  const kept: Array<{ doc: number; rank: number }> = []
  for (let doc = 0; doc < internals.products.length; doc++) {
    const rank = rankOf(doc)
    if (kept.length === limit && rank >= kept.at(-1)!.rank) continue
    if (internals.products[doc]!.stock <= 0 || out.has(doc) || !allowed(doc)) continue
    let at = kept.length
    while (at > 0 && kept[at - 1]!.rank > rank) at--
    kept.splice(at, 0, { doc, rank })
    if (kept.length > limit) kept.pop()
  }
  return kept.map(({ doc }) => ({ doc, score: 0.5, fit: 0.5, named: 0, kind: 0, front: false, units: 0, of: [] }))
}

/** Mentions one by one, or the message as one, whichever explains more of it. */
function resolve(
  internals: Internals,
  read: ReadQuery,
  mode: keyof typeof ACCEPT,
  allowed: (doc: number) => boolean,
): Candidate[] {
  const whole = read.segments.flatMap((segment) => segment.units)
  const one = select(internals, rank(internals, whole, allowed, mode, KEEP[mode] - MARGIN), mode)
  const parts = joinModifiers(read.segments)
  // "Mi perrito se perdió, algo con su nombre": the part about the dog only says whose trouble it is.
  const wanted =
    mode === 'need' && parts.some((part) => !isOwned(part)) ? parts.filter((part) => !isOwned(part)) : parts
  if (wanted.length < 2) return one
  const own = mode === 'any' ? 'named' : mode
  // A part is looked at for what it joins and for what it finds: ranked once.
  const ranked = new Map<Segment, Candidate[]>()
  const fitting = (segment: Segment) => {
    const known = ranked.get(segment)
    if (known) return known
    const rows = select(internals, rank(internals, segment.units, allowed, own, KEEP[own] - MARGIN), own)
    ranked.set(segment, rows)
    return rows
  }
  const segments = joinAnswered(wanted, fitting)
  const each = segments.map(fitting)
  const strong: Candidate[][] = []
  let apart = false
  for (const [at, list] of each.entries()) {
    const first = list[0]
    if (first === undefined || (first.named === 0 && first.kind === 0)) continue
    const segment = segments[at]!
    // "¿qué trae el pro plan, es de pollo?" asks on about the one thing; "y una pelota" names another.
    const more = strong.length > 0 && mode === 'named' && !segment.apart && segment.joint === 'sign'
    if (more) continue
    apart ||= strong.length > 0 && segment.apart
    strong.push(list)
  }
  if (strong.length < 2) return one.length > 0 ? one : (strong[0] ?? each.find((list) => list.length > 0) ?? [])
  const [first] = one
  // One product that answers every part is one mention: "audífonos con micrófono".
  const single = first && first.score >= 0.75 && strong.every((list) => list.some((other) => other.doc === first.doc))
  if (single && !apart) return one
  if (mode !== 'need') return interleave(strong)
  // Of a story, the part that fits best is what it is about; of its answers, those that the rest of it speaks of come first.
  const told = new Map(rank(internals, whole, allowed, mode, STORY).map((row) => [row.doc, row.score]))
  const best = Math.max(0, ...told.values())
  const step = (row: Candidate) => Math.floor((best - (told.get(row.doc) ?? 0)) / STORY_TIER)
  return interleave(strong.toSorted((a, b) => highest(b, 'score') - highest(a, 'score'))).sort(
    (a, b) => step(a) - step(b),
  )
}

/** Below this share of the best, a product answers nothing of the whole story. */
const STORY = 0.3
/** Products whose answers to the whole story are this close answer it equally. */
const STORY_TIER = 0.08

/** "busco bici con rueditas": two parts that the best product of both answers are one thing. */
function joinAnswered(segments: readonly Segment[], fitting: (segment: Segment) => Candidate[]): Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const before = joined.at(-1)
    const linked = segment.joint === 'with' || (segment.joint === 'word' && segments.length > 2 && !segment.apart)
    if (before === undefined || !linked) {
      joined.push(segment)
      continue
    }
    const both = { ...before, units: [...before.units, ...segment.units] }
    const best = fitting(both)[0]
    // "almendras con chocolate": its name says both, though other things are more of the one or the other.
    const whole =
      best !== undefined && segment.joint === 'with' && bitsOf(best.units) >= wordsIn(both) && best.named >= 0.5
    const shared = [before, segment].every((part) => fitting(part).some((other) => other.doc === best?.doc))
    if (best !== undefined && best.score >= 0.75 && ((shared && !segment.apart) || whole))
      joined[joined.length - 1] = both
    else joined.push(segment)
  }
  return joined
}

function wordsIn({ units }: Segment): number {
  return units.filter((unit) => unit.role === 'content').length
}

function isOwned({ units }: Segment): boolean {
  const goods = units.filter((unit) => unit.role === 'content' && !unit.negated && found(unit))
  return goods.length > 0 && goods.every((unit) => unit.owned === true)
}

/** A part that holds numbers or soft words alone belongs to the one before it. */
function joinModifiers(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const own = segment.units.some((unit) => unit.role !== 'number' && found(unit) && !unit.negated)
    if (own || joined.length === 0) joined.push({ ...segment, units: [...segment.units] })
    else joined.at(-1)!.units.push(...segment.units)
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
  // The foremost of each that no other took: of "la slim y la digital", the digital one is both.
  for (const list of lists) add(list.find((candidate) => !seen.has(candidate.doc)) ?? list[0]!)
  for (const list of lists) for (const candidate of list.slice(1)) add(candidate)
  return merged
}

/** Those that fit well enough, and near enough to the best; sold-out ones where nothing in stock fits as well. */
function select(internals: Internals, rows: Candidate[], mode: keyof typeof ACCEPT): Candidate[] {
  const best = highest(rows, 'score')
  if (best < ACCEPT[mode]) return []
  let near = rows.filter((row) => row.score >= best * KEEP[mode])
  // "¿tienes baterías para un auto chico?": what only goes with batteries is none.
  const first = near.find((row) => row.score === best)
  near = ofWhatIsAsked(internals, rows, near)
  if (mode === 'need' && first?.front === true && first.kind >= 1 && best >= 0.9)
    near = near.filter((row) => row.front || row.kind >= 1 || bitsOf(row.units) > bitsOf(first.units))
  const inStock = near.filter((row) => internals.products[row.doc]!.stock > 0)
  const bestInStock = highest(inStock, 'score')
  const named = near.some((row) => row.named >= 0.5)
  // "las Alerce en 42": who says the size wants no other, sold out or not.
  const most = Math.max(0, ...near.map((row) => (row.score >= best - NAMED_MARGIN ? bitsOf(row.units) : 0)))
  const sized = (named || most > 1) && inStock.every((row) => bitsOf(row.units) < most)
  if (inStock.length > 0 && !(named && bestInStock < best - NAMED_MARGIN) && !sized) near = inStock
  // Of a kind, the catalog's order decides between those that fit about as well; of names, each word more counts.
  const top = highest(near, 'fit')
  const step = (row: Candidate) => (named ? best - row.score : Math.floor((top - row.fit) / KIND_TIER))
  return near.sort((a, b) => step(a) - step(b) || a.doc - b.doc)
}

/** "Calzo 43", "de dos plazas": where some are of a size that was said, those of another are not meant. */
function ofTheSizeSaid(internals: Internals, rows: Candidate[], units: readonly Unit[]): Candidate[] {
  let kept = rows
  for (const dimension of WORN) {
    // "yo calzo 38 y él 42": beside a size, another number that is one.
    const other = (unit: Unit) => unit.role === 'number' && unit.dimension === undefined
    const sure = units.some((unit) => unit.dimension === dimension)
    const said = units.filter((unit) => (unit.dimension === dimension || (sure && other(unit))) && !unit.negated)
    if (said.length === 0) continue
    const has = (row: Candidate, terms: readonly number[]) =>
      terms.every((term) => maskOf(internals, term, row.doc) !== 0)
    const fits = (row: Candidate) => said.some((unit) => unit.ways.some((way) => has(row, way.terms)))
    if (!kept.some(fits)) continue
    const sizes = internals.sizes.get(dimension) ?? []
    const sized = (row: Candidate) => sizes.some((term) => (maskOf(internals, term, row.doc) & NAMED) !== 0)
    kept = kept.filter((row) => fits(row) || !sized(row))
  }
  return kept
}

/** Sizes that fit or do not: whoever wants the one has no use for the next. */
const WORN: ReadonlySet<string> = new Set<Dimension>(['size', 'bed'])

/** "neumático para xiaomi m365": of tyres, and not of what else is made for it; all where nothing of the kind fits at all. */
function ofWhatIsAsked(internals: Internals, rows: readonly Candidate[], near: Candidate[]): Candidate[] {
  const place = (rows[0]?.of ?? []).findIndex((unit) => unit.asked === true && !unit.negated && unit.owned !== true)
  if (place < 0 || place > 30) return near
  const ways = rows[0]!.of[place]!.ways.filter((way) => way.weight >= OF_A_KIND)
  const isOne = (row: Candidate) =>
    ((row.units >> place) & 1) === 1 &&
    ways.some((way) => way.terms.every((term) => (maskOf(internals, term, row.doc) & WHAT_IT_IS) !== 0))
  const kept = near.filter((row) => isOne(row) || row.front)
  if (kept.some(isOne)) return kept
  const best = highest(rows.filter(isOne), 'score')
  return best < LEAST_ASKED ? near : rows.filter((row) => isOne(row) && row.score >= best - NAMED_MARGIN)
}

/** As surely as a kind's members are of the kind. */
const OF_A_KIND = 0.8
/** Where a product says what it is, and not what it goes with. */
const WHAT_IT_IS = NAMED | KIND

/** What is asked for counts from here on, though something else fits the rest of the words better. */
const LEAST_ASKED = 0.2

/** Products of a kind that fit this closely fit equally. */
const KIND_TIER = 0.03

/** A sold-out product counts as named where it fits this much better than all that are in stock. */
const NAMED_MARGIN = 0.012

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

function highest(rows: readonly Candidate[], key: 'score' | 'fit'): number {
  let best = 0
  for (const row of rows) best = Math.max(best, row[key])
  return best
}

function present(internals: Internals, rows: Candidate[], limit: number): CatalogHit[] {
  return rows
    .slice(0, limit)
    .map((row) => hitOf(internals, row.doc, Math.min(1, row.score), byOf(row), matchedWords(row)))
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

interface Bounds {
  min: number
  max: number
  around: number | null
}

function boundsOf(query: CatalogQuery, read: ReadQuery): Bounds {
  return {
    min: query.minPrice ?? read.limits.min ?? 0,
    max: query.maxPrice ?? read.limits.max ?? Infinity,
    around: read.limits.around,
  }
}

function docsOf(internals: Internals, skus: readonly string[]): Set<number> {
  return new Set(skus.flatMap((sku) => internals.skus.get(skuKey(sku)) ?? []))
}
