import { readShops } from './checking-data.ts'
import { indexShops, vectorOf, type Vector } from './dataset.ts'
import { generateCorpus } from './generate.ts'
import { CATALOGS, loadRealTurns } from './real-turns.ts'
import { loadTrainingShops } from './shops.ts'

/** A message as the trainer takes it; `held`: of a shop that a rehearsal leaves out. */
export interface Material extends Vector {
  held: boolean
}

/** The recorded turns, and a corpus of any seed. Reading them takes some seconds. */
export interface Materials {
  turns: Material[]
  corpus: (seed: number) => Material[]
}

export function loadMaterials(): Materials {
  const shops = loadTrainingShops()
  const realShops = readShops(CATALOGS)
  // Every sixth shop is held back: how sure the model may be is measured on goods it has not seen, and on what people wrote.
  const held = new Set([...shops, ...realShops].filter((_, at) => at % 6 === 5).map((shop) => shop.id))
  const indexes = indexShops(shops)
  const realIndexes = indexShops(realShops)
  return {
    turns: loadRealTurns().map((turn) => ({ ...vectorOf(turn, realIndexes), held: held.has(turn.shop) })),
    corpus: (seed) =>
      generateCorpus({ seed }).map((example) => ({ ...vectorOf(example, indexes), held: held.has(example.shop) })),
  }
}
