import type { CatalogIndex } from '../catalog/types.ts'
import { softmax } from '../understand/model.ts'
import { scoreCandidates } from './clues.ts'
import type { ReferentModel } from './model.ts'
import type { Lookup, Referent, Table } from './types.ts'

/** The products that words may point at, likeliest first; none where nothing comes into question. */
export function rankReferents(model: ReferentModel, index: CatalogIndex, lookup: Lookup, table: Table): Referent[] {
  const candidates = scoreCandidates(index, lookup, table, model.weights)
  const chances = chancesOf(candidates.map(({ sum }) => sum * model.scale))
  return candidates
    .map(({ product }, at) => ({ product, chance: chances[at] ?? 0 }))
    .toSorted((one, other) => other.chance - one.chance)
}

/** How likely each is, by its score. */
export function chancesOf(scores: readonly number[]): number[] {
  return [...softmax(Float64Array.from(scores), 1)]
}
