/**
 * Trains the understanding model from the corpus and the recorded turns, and writes assets/understanding.model.
 *   npm run train
 * Deterministic; the checking data in nlu/ is never read here.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeModel } from '../src/engine/understand/model.ts'
import { readShops } from './checking-data.ts'
import { indexShops, vectorOf } from './dataset.ts'
import { generateCorpus } from './generate.ts'
import { CATALOGS, loadRealTurns } from './real-turns.ts'
import { loadTrainingShops } from './shops.ts'
import { fitTemperature } from './temperature.ts'
import { digestOfSources, TRAINED_FROM } from './trained-from.ts'
import { DEFAULTS, mean, quantize, trainLinear, type FloatModel } from './trainer.ts'

const started = performance.now()
const shops = loadTrainingShops()
const indexes = indexShops(shops)
const turns = loadRealTurns()
const realShops = readShops(CATALOGS)
const realIndexes = indexShops(realShops)
// Every sixth shop is held back: how sure the model may be is measured on goods it has not seen, and on what people wrote.
const held = new Set([...shops, ...realShops].filter((_, at) => at % 6 === 5).map((shop) => shop.id))
const real = turns.map((turn) => ({ ...vectorOf(turn, realIndexes), held: held.has(turn.shop) }))
say(`${real.length} recorded turns`)
/** How often a recorded turn counts, where a written example counts once. */
const REAL_WEIGHT = 3
/** Corpora of other seeds, one model each: their mean leans less on what a single corpus happened to hold. */
const CORPORA = 5
/** How many of them are trained a second time without the shops held back: enough to fit one temperature. */
const REHEARSALS = 2
const rehearsals: FloatModel[] = []
const models: FloatModel[] = []
for (let run = 0; run < CORPORA; run++) {
  const examples = generateCorpus({ seed: DEFAULTS.seed + run })
  say(`corpus ${run + 1}: ${examples.length} examples of ${shops.length} shops`)
  const vectors = examples.map((example) => ({ ...vectorOf(example, indexes), held: held.has(example.shop) }))
  for (let time = 0; time < REAL_WEIGHT; time++) vectors.push(...real)
  const options = { ...DEFAULTS, seed: DEFAULTS.seed + run }
  if (run < REHEARSALS) {
    const seen = vectors.filter((vector) => !vector.held)
    rehearsals.push(trainLinear(seen, options))
  }
  models.push(trainLinear(vectors, options))
}
const temperature = fitTemperature(
  quantize(mean(rehearsals), 1),
  real.filter((turn) => turn.held),
)
say(`temperature ${temperature.toFixed(3)}`)
const model = quantize(mean(models), temperature)
const folder = new URL('../assets/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('understanding.model', folder), writeModel(model))
writeFileSync(TRAINED_FROM, `${digestOfSources()}\n`)
say('written')

function say(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}\n`)
}
