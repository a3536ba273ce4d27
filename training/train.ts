/**
 * Trains the understanding model from the corpus and writes assets/understanding.model.
 *   npm run train
 * Deterministic; the checking data in nlu/ is never read here.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeModel } from '../src/engine/understand/model.ts'
import { indexShops, vectorOf, type Vector } from './dataset.ts'
import { generateCorpus } from './generate.ts'
import { loadTrainingShops } from './shops.ts'
import { fitTemperature } from './temperature.ts'
import { DEFAULTS, quantize, trainLinear } from './trainer.ts'

const started = performance.now()
const shops = loadTrainingShops()
const indexes = indexShops(shops)
// Every sixth shop is held back: how sure the model may be is measured on goods it has not seen.
const held = new Set(shops.filter((_, at) => at % 6 === 5).map((shop) => shop.id))
const examples = generateCorpus({ seed: DEFAULTS.seed })
say(`${examples.length} examples of ${shops.length} shops`)
const vectors = examples.map((example) => ({ ...vectorOf(example, indexes), held: held.has(example.shop) }))
say('features made')
const rehearsal = trainLinear(vectors.filter((vector) => !vector.held))
const temperature = fitTemperature(
  quantize(rehearsal, 1),
  vectors.filter((vector): vector is Vector & { held: boolean } => vector.held),
)
say(`temperature ${temperature.toFixed(3)}`)
const model = quantize(trainLinear(vectors), temperature)
const folder = new URL('../assets/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('understanding.model', folder), writeModel(model))
say('written')

function say(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}\n`)
}
