import type { CatalogIndex } from '../catalog/types.ts'
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

/** Softmax. */
export function chancesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
