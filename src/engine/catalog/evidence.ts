import { measures } from '../text/measures.ts'
import { tokens, type Token } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { isStrong, type Alternative } from './expand.ts'
import { internalsOf, type Internals } from './internals.ts'
import { readQuery, type Unit } from './read-query.ts'
import { bitsOf, found, rank } from './rank.ts'
import { isHead } from './word-roles.ts'
import type { CatalogEvidence, CatalogIndex } from './types.ts'

/** Scores this close count as a tie: what the name's spare words cost does not tell two products apart. */
const TIE = 0.03
/** Words that say little by themselves: they may ask for something, or only be said along the way. */
const SOFT_ONLY = 0.7

/** Below this share of the best a product tells nothing about the message. */
const WORTH_A_LOOK = 0.8

/**
 * What the catalog makes of a message, for the classifier and for "we do not carry that". Takes the message or its tokens;
 * positions are those of `tokens(text)`.
 */
export function evidenceFor(index: CatalogIndex, message: string | readonly Token[]): CatalogEvidence {
  const internals = internalsOf(index)
  const text = typeof message === 'string' ? message : textOf(message)
  const read = readQuery(internals, text)
  const units = read.segments.flatMap((segment) => segment.units)
  const unknown: string[] = []
  const covered: number[] = []
  const heads: number[] = []
  const numbers = new Set<Unit>()
  for (const unit of units) {
    if (unit.role === 'content' && !found(unit)) unknown.push(unit.text)
    const sure = unit.ways.some(
      (way) => way.weight >= 0.6 && way.by !== 'need' && way.terms.every((term) => isStrong(internals, term)),
    )
    if (unit.role === 'soft' && unit.to === unit.from + 1 && unit.ways.some((way) => begins(internals, way)))
      heads.push(unit.from)
    if (sure && unit.role === 'number') numbers.add(unit)
    else if (sure && unit.role !== 'soft') for (let at = unit.from; at < unit.to; at++) covered.push(at)
  }
  const lone = units.every((unit) => unit.role !== 'content' || unit.ways.length === 0)
  const lists = [units, ...(read.segments.length > 1 ? read.segments.map((segment) => segment.units) : [])].map(
    (part) => rank(internals, part, anything, 'any', WORTH_A_LOOK),
  )
  let named = 0
  let kind = 0
  let need = 0
  let best = 0
  for (const rows of lists) {
    for (const row of rows) {
      best = Math.max(best, row.score)
      // A number belongs to a product only where one holds it beside a word: the 2 of "bomba 2" counts, whatever else comes in twos.
      if (numbers.size > 0 && bitsOf(row.units) > 1)
        for (const [place, unit] of row.of.entries())
          if (
            numbers.has(unit) &&
            (row.units >> Math.min(place, 30)) & 1 &&
            inName(internals.products[row.doc], unit)
          ) {
            numbers.delete(unit)
            for (let at = unit.from; at < unit.to; at++) covered.push(at)
          }
      if (lone) {
        // Soft words alone ("algo pa dormir") are a need at most.
        need = Math.max(need, Math.min(1, row.score) * SOFT_ONLY)
        continue
      }
      named = Math.max(named, Math.min(1, row.named * row.score))
      kind = Math.max(kind, Math.min(1, row.kind * Math.min(1, row.score * 1.1)))
      if (row.kind === 0 && row.named === 0) need = Math.max(need, Math.min(1, row.score))
    }
  }
  const ties = (lists[0] ?? []).filter((row) => row.score >= best - TIE).length
  return { named, kind, need, ties, unknown, covered: lone ? [] : covered, heads }
}

/** "guatero 2", of one whose sheet says two litres: only a number of its name is part of what it is called. */
function inName(product: CatalogProduct | undefined, unit: Unit): boolean {
  // "de 10 mil" is no number of pieces.
  if (unit.to - unit.from > 1) return true
  const values = new Set(tokens(unit.text).map((token) => token.value))
  if (product === undefined) return false
  const list = tokens(product.name)
  // "pellet 2", of what comes by two kilos: how many, and no part of the name.
  const sizes = measures(list).filter((size) => size.to - size.from > 1 && size.dimension !== 'size')
  const isSize = (at: number) => sizes.some((size) => at >= size.from && at < size.to)
  return list.some((token, at) => token.value !== null && values.has(token.value) && !isSize(at))
}

/** The name of some product begins with that very word. */
function begins(internals: Internals, way: Alternative): boolean {
  const [term, ...more] = way.terms
  return term !== undefined && more.length === 0 && way.by === 'exact' && isHead(internals, term)
}

function anything(): boolean {
  return true
}

/** The message again, with blanks where only the tokens are known. */
function textOf(list: readonly Token[]): string {
  let text = ''
  for (const token of list) text = text.padEnd(token.start, ' ') + token.raw
  return text
}
