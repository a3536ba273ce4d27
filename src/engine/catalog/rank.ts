import type { Alternative } from './expand.ts'
import {
  FIELD,
  frequencyOf,
  KIND,
  KIND_STRENGTH,
  maskOf,
  NAMED,
  STRENGTH,
  type Internals,
  type Scratch,
} from './internals.ts'
import type { Unit } from './read-query.ts'
import type { CatalogQuery } from './types.ts'

/** What is asked: one product, a kind, an answer to a need, or nobody knows. */
export type Mode = NonNullable<CatalogQuery['mode']>

/** A product that fits a query to some degree. */
export interface Candidate {
  doc: number
  /** 0..1 and a little: the share of what was asked that it answers. */
  score: number
  /** The same, the name's further words not counted against it. */
  fit: number
  /** How far words of its name that are no kind's were said. */
  named: number
  /** How far it is of a kind that was said. */
  kind: number
  /** Its own first noun or first tag is what was said, and not only its shelf. */
  front: boolean
  /** Of the units, which ones matched: bit n is the n-th. */
  units: number
  of: readonly Unit[]
}

const FRONT = FIELD.head | FIELD.firstTag

/** What a soft word adds where it matches. */
const SOFT_BONUS = 0.12
/** What each word of the name costs that nobody said: settles ties between "iPhone 15" and "iPhone 15 Pro". */
const SPARE_WORD = 0.004
const SPARE_WORDS = 8

/**
 * Scores every product that any unit matches, and returns those that reach this share of the best, in the catalog's order.
 * Linear in the postings touched; makes objects only for what it returns.
 */
export function rank(
  internals: Internals,
  units: readonly Unit[],
  allowed: (doc: number) => boolean,
  mode: Mode,
  reach: number,
): Candidate[] {
  const told = units.filter((unit) => !unit.negated)
  // "Mi perro come muy rápido": where the trouble is found, the dog only says whose it is.
  const trouble = mode === 'need' && told.some((unit) => unit.owned !== true && unit.role === 'content' && found(unit))
  const wanted = told.map((unit) =>
    (mode === 'named' && isHint(unit)) || (trouble && unit.owned === true) ? { ...unit, role: 'soft' as const } : unit,
  )
  // Where no word of weight is found, the light ones carry the query: "5 latas", "algo pa dormir".
  // Of a story, words of weight that nothing answers do not silence the light ones that something does.
  const heavy = wanted.some((unit) => unit.role === 'content' && (mode !== 'need' || found(unit)))
  const primary = wanted.filter((unit) => (heavy ? unit.role !== 'soft' : found(unit) || unit.role === 'content'))
  const soft = heavy ? wanted.filter((unit) => unit.role === 'soft') : []
  const space = scratchOf(internals)
  let rows = 0
  let total = 0
  for (const [place, unit] of primary.entries()) {
    const weight = !found(unit) ? missingWeight(unit, primary, mode) : unit.weight
    total += weight
    const bit = 1 << Math.min(place, 30)
    const touched = match(internals, space, unit)
    for (let at = 0; at < touched; at++) {
      const doc = space.touched[at]!
      if (space.units[doc] === 0) space.rows[rows++] = doc
      const way = unit.ways[space.bestWay[doc]!]
      const mask = space.bestMask[doc]!
      const strength = space.best[doc]!
      space.best[doc] = 0
      space.score[doc]! += weight * strength
      if (way && (mask & NAMED) !== 0 && !isKind(internals, way)) {
        space.named[doc] = Math.max(space.named[doc]!, unit.weight * way.weight)
      }
      if ((mask & FRONT) !== 0) space.front[doc] = 1
      if ((mask & KIND) !== 0) space.kind[doc] = Math.max(space.kind[doc]!, strength)
      space.units[doc]! |= bit
    }
  }
  for (const unit of soft) {
    const touched = match(internals, space, unit)
    for (let at = 0; at < touched; at++) {
      const doc = space.touched[at]!
      if (space.units[doc] !== 0) space.score[doc]! += total * SOFT_BONUS * unit.weight * space.best[doc]!
      space.best[doc] = 0
    }
  }
  const out = new Set(units.some((unit) => unit.negated) ? ruledOut(internals, units) : [])
  const wantedOnly = out.size === 0 ? allowed : (doc: number) => !out.has(doc) && allowed(doc)
  const candidates = collect(internals, space, rows, total, wantedOnly, primary, reach)
  for (let at = 0; at < rows; at++) {
    const doc = space.rows[at]!
    space.score[doc] = 0
    space.named[doc] = 0
    space.kind[doc] = 0
    space.front[doc] = 0
    space.units[doc] = 0
  }
  return candidates
}

/** It only hints at a need ("piscina", "viaje"): beside a named product, it asks about that product. */
function isHint(unit: Unit): boolean {
  return unit.role === 'content' && unit.ways.length > 0 && unit.ways.every((way) => way.by === 'need')
}

/** The catalog has it in some way. */
export function found(unit: Unit): boolean {
  return unit.ways.length > 0 || unit.within.length > 0
}

/** What was ruled out, but not "sin azúcar" from what says it has none. */
export function ruledOut(internals: Internals, units: readonly Unit[]): number[] {
  const space = scratchOf(internals)
  const without = internals.terms.get('sin')
  const out: number[] = []
  for (const unit of units) {
    if (!unit.negated) continue
    // "No quiero parka" does not rule out every coat: where the catalog has the word itself, only the word counts.
    const said = unit.ways.filter((way) => way.by === 'exact')
    const ways = said.length > 0 ? said : unit.ways
    const touched = match(internals, space, { ...unit, ways })
    for (let at = 0; at < touched; at++) {
      const doc = space.touched[at]!
      space.best[doc] = 0
      const mask = space.bestMask[doc]!
      if ((ways[space.bestWay[doc]!]?.weight ?? 0) < SURE || mask === FIELD.description) continue
      if (without !== undefined && (maskOf(internals, without, doc) & mask) !== 0) continue
      out.push(doc)
    }
  }
  return out
}

/** Nothing is ruled out by a likeness: "no quiero" must hit what was said. */
const SURE = 0.8

function collect(
  internals: Internals,
  space: Scratch,
  rows: number,
  total: number,
  wanted: (doc: number) => boolean,
  primary: readonly Unit[],
  reach: number,
): Candidate[] {
  if (total === 0) return []
  let best = 0
  for (let at = 0; at < rows; at++) {
    const doc = space.rows[at]!
    if (space.score[doc]! > best && wanted(doc)) best = space.score[doc]!
  }
  const candidates: Candidate[] = []
  for (let at = 0; at < rows; at++) {
    const doc = space.rows[at]!
    if (space.score[doc]! < best * reach || !wanted(doc)) continue
    const units = space.units[doc]!
    const spare = Math.min(SPARE_WORDS, Math.max(0, internals.nameLengths[doc]! - bitsOf(units)))
    const fit = space.score[doc]! / total
    candidates.push({
      doc,
      score: Math.max(0, fit - SPARE_WORD * spare),
      fit,
      named: space.named[doc]!,
      kind: space.kind[doc]!,
      front: space.front[doc] === 1,
      units,
      of: primary,
    })
  }
  return candidates.sort((a, b) => a.doc - b.doc)
}

/** The query's words that a candidate answers, as the shopper wrote them. */
export function matchedWords(candidate: Candidate): string[] {
  return candidate.of.flatMap((unit, place) => ((candidate.units >> Math.min(place, 30)) & 1 ? [unit.text] : []))
}

/** How many of the query's units a candidate answers. */
export function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * What a word costs that the catalog lacks. Beside a word that it knows ("alimento acana"), or where the thing asked for
 * should stand ("tienen acana? es para mi perro"), it names something that is not carried; elsewhere in a message it is
 * only said along the way. Who tells a need tells a story: there, most words are no product's.
 */
function missingWeight(unit: Unit, units: readonly Unit[], mode: Mode): number {
  const story = mode === 'need'
  const beside = units.some((other) => other !== unit && found(other) && !isHint(other) && other.phrase === unit.phrase)
  if (unit.role === 'number') return beside && !story ? 0.6 : 0.2
  if (beside) return story ? 0.35 : 1
  const first = units.every((other) => other.phrase >= unit.phrase)
  if (first) return story ? 0.25 : mode === 'any' ? 0.6 : 0.8
  return 0.1
}

/**
 * Finds every product that a unit matches and says how many; which, with the best strength, way and places of each, is left
 * in `space`. Whoever reads clears `best`.
 */
function match(internals: Internals, space: Scratch, unit: Unit): number {
  let touched = 0
  const { offsets, docs, masks } = internals
  const { best, bestMask, bestWay } = space
  for (const [place, way] of unit.ways.entries()) {
    const asKind = isKind(internals, way)
    const strengths = asKind ? KIND_STRENGTH : STRENGTH
    const rarest = rarestOf(internals, way.terms)
    const to = offsets[rarest + 1]!
    const several = way.terms.length > 1
    for (let at = offsets[rarest]!; at < to; at++) {
      const doc = docs[at]!
      let mask = masks[at]!
      let strength = strengths[mask]!
      if (several) {
        for (const term of way.terms) {
          if (term === rarest) continue
          const other = maskOf(internals, term, doc)
          strength = other === 0 ? 0 : Math.min(strength, strengths[other]!)
          mask = mask & other || mask
          if (strength === 0) break
        }
      }
      strength *= way.weight
      if (strength <= best[doc]!) continue
      if (best[doc] === 0) space.touched[touched++] = doc
      best[doc] = strength
      bestMask[doc] = mask
      bestWay[doc] = Math.min(place, NO_WAY - 1)
    }
  }
  for (const { doc, strength } of unit.within) {
    if (strength <= best[doc]!) continue
    if (best[doc] === 0) space.touched[touched++] = doc
    best[doc] = strength
    bestMask[doc] = FIELD.attribute
    bestWay[doc] = NO_WAY
  }
  return touched
}

/** Matched by a span ("de 10 a 20 kg"), not by a term. */
const NO_WAY = 255

function rarestOf(internals: Internals, terms: readonly number[]): number {
  let rarest = terms[0]!
  for (const term of terms) if (frequencyOf(internals, term) < frequencyOf(internals, rarest)) rarest = term
  return rarest
}

function isKind(internals: Internals, way: Alternative): boolean {
  for (const term of way.terms) if (internals.kinds[term] === 1) return true
  return false
}

function scratchOf(internals: Internals): Scratch {
  const size = internals.products.length
  internals.scratch ??= {
    score: new Float32Array(size),
    named: new Float32Array(size),
    kind: new Float32Array(size),
    front: new Uint8Array(size),
    units: new Int32Array(size),
    best: new Float32Array(size),
    bestMask: new Uint16Array(size),
    bestWay: new Uint8Array(size),
    touched: new Int32Array(size),
    rows: new Int32Array(size),
  }
  return internals.scratch
}
