import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import { searchCatalog } from '../src/engine/catalog/search.ts'
import type { CatalogIndex } from '../src/engine/catalog/types.ts'
import { BUCKETS, candidatesOf } from '../src/engine/referents/clues.ts'
import type { ReferentModel } from '../src/engine/referents/model.ts'
import { chancesOf } from '../src/engine/referents/rank.ts'
import { randomFrom, shuffle } from './prng.ts'
import type { ReferentCase } from './referent-cases.ts'

/** A case as the trainer takes it: the clues of each candidate, and which of them are meant. */
export interface ReferentExample {
  clues: Uint32Array[]
  meant: boolean[]
}

const EPOCHS = 6
const RATE = 0.1
/** Share of the clues left out at each step. */
const DROPOUT = 0.2
/** Sums of some six hundred weights a candidate: damped, so that a step of one weight stays a small one. */
const DAMPING = 0.3

/** Null where none of the candidates is meant: nothing is learned from it. */
export function exampleOf({ table, meant }: ReferentCase, index: CatalogIndex): ReferentExample | null {
  const candidates = candidatesOf(
    index,
    { search: (text) => searchCatalog(index, { text }), evidence: (text) => evidenceFor(index, text) },
    table,
  )
  const example = {
    clues: candidates.map((candidate) => candidate.clues),
    meant: candidates.map((candidate) => meant.has(candidate.product.sku)),
  }
  return example.meant.includes(true) && candidates.length > 1 ? example : null
}

/** Models of other seeds whose mean is taken: it leans less on the order in which the examples came. */
const SEEDS = [7, 8, 9]

/**
 * A conditional logit by Adagrad, one case a step: the chance of a candidate among all candidates of its case; where several
 * are meant, each has its share. Deterministic: the same examples, the same weights.
 */
export function trainReferents(examples: readonly ReferentExample[]): ReferentModel {
  const sum = new Float32Array(BUCKETS)
  for (const seed of SEEDS) for (const [at, weight] of trainOnce(examples, seed).entries()) sum[at]! += weight
  return quantize(sum.map((weight) => weight / SEEDS.length))
}

function trainOnce(examples: readonly ReferentExample[], seed: number): Float32Array {
  const weights = new Float32Array(BUCKETS)
  const squares = new Float32Array(BUCKETS).fill(1e-3)
  const random = randomFrom(seed).next
  const order = Uint32Array.from(examples.keys())
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    const rate = RATE * (1 - (0.7 * epoch) / EPOCHS)
    for (const at of order) step(examples[at]!, weights, squares, rate, (random() * 0xffffffff) >>> 0)
  }
  return weights
}

function step(
  { clues, meant }: ReferentExample,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
  salt: number,
): void {
  const keeps = (clue: number) => ((Math.imul(clue ^ salt, 0x9e3779b1) >>> 8) & 1023) >= DROPOUT * 1024
  const chances = chancesOf(
    clues.map((each) => {
      let sum = 0
      for (const clue of each) if (keeps(clue)) sum += weights[clue]!
      return sum * DAMPING
    }),
  )
  const share = 1 / meant.filter(Boolean).length
  for (const [at, each] of clues.entries()) {
    const gradient = (chances[at]! - (meant[at] ? share : 0)) * DAMPING
    if (Math.abs(gradient) < 1e-5) continue
    for (const clue of each) {
      if (!keeps(clue)) continue
      squares[clue]! += gradient * gradient
      weights[clue]! -= (rate * gradient) / Math.sqrt(squares[clue]!)
    }
  }
}

function quantize(weights: Float32Array): ReferentModel {
  let most = 1e-9
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const unit = most / 127
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / unit)), scale: unit * DAMPING }
}
