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
import { digestOfSources, TRAINED_FROM } from './trained-from.ts'
import { DEFAULTS, mean, quantize, trainLinear, type FloatModel } from './trainer.ts'

const started = performance.now()
const shops = loadTrainingShops()
const indexes = indexShops(shops)
// Every sixth shop is held back: how sure the model may be is measured on goods it has not seen.
const held = new Set(shops.filter((_, at) => at % 6 === 5).map((shop) => shop.id))
/** Corpora of other seeds, one model each: their mean leans less on what a single corpus happened to hold. */
const CORPORA = 7
/** How many of them are trained a second time without the shops held back: enough to fit one temperature. */
const REHEARSALS = 2
const rehearsals: FloatModel[] = []
const models: FloatModel[] = []
const checked: Vector[] = []
for (let run = 0; run < CORPORA; run++) {
  const examples = generateCorpus({ seed: DEFAULTS.seed + run })
  say(`corpus ${run + 1}: ${examples.length} examples of ${shops.length} shops`)
  const vectors = examples.map((example) => ({ ...vectorOf(example, indexes), held: held.has(example.shop) }))
  const options = { ...DEFAULTS, seed: DEFAULTS.seed + run }
  if (run < REHEARSALS) {
    const seen = vectors.filter((vector) => !vector.held)
    rehearsals.push(trainLinear(seen, options))
  }
  models.push(trainLinear(vectors, options))
  if (run === 0) checked.push(...vectors.filter((vector) => vector.held))
}
const temperature = fitTemperature(quantize(mean(rehearsals), 1), checked)
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
