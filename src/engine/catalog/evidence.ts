import type { Token } from '../text/tokens.ts'
import { isStrong } from './expand.ts'
import { internalsOf } from './internals.ts'
import { readQuery } from './read-query.ts'
import { found, rank } from './rank.ts'
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
  for (const unit of units) {
    if (unit.role === 'content' && !found(unit)) unknown.push(unit.text)
    const sure = unit.ways.some(
      (way) => way.weight >= 0.6 && way.by !== 'need' && way.terms.every((term) => isStrong(internals, term)),
    )
    // A number alone ("2", "de 3") belongs to a product only beside a word that does.
    if (sure && unit.role !== 'soft') for (let at = unit.from; at < unit.to; at++) covered.push(at)
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
  return { named, kind, need, ties, unknown, covered: lone ? [] : covered }
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
