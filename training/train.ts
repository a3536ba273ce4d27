/**
 * Trains the understanding model from the corpus and the recorded turns, and writes assets/understanding.model.
 *   npm run train
 * Deterministic, on however many cores; the checking data in nlu/ is never read here.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { writeModel } from '../src/engine/understand/model.ts'
import { loadMaterials } from './material.ts'
import { fitTemperature } from './temperature.ts'
import { digestOfSources, TRAINED_FROM } from './trained-from.ts'
import type { TrainedCorpus, TrainingOrder } from './train-worker.ts'
import { mean, quantize } from './trainer.ts'

const started = performance.now()
/** Corpora of other seeds, one model each: their mean leans less on what a single corpus happened to hold. */
const CORPORA = 4
/** How many of them are trained a second time without the shops held back: enough to fit one temperature. */
const REHEARSALS = 2

const workers = Math.min(CORPORA, availableParallelism())
const runs = [...Array(CORPORA).keys()]
const trained = await Promise.all(
  [...Array(workers).keys()].map((worker) =>
    train({ runs: runs.filter((run) => run % workers === worker), rehearsals: REHEARSALS }),
  ),
)
// In the order of the corpora, not in that of their ending: sums of floats depend on it.
const corpora = trained.flat().toSorted((one, other) => one.run - other.run)
const temperature = fitTemperature(
  quantize(mean(corpora.flatMap(({ rehearsal }) => rehearsal ?? [])), 1),
  loadMaterials().turns.filter((turn) => turn.held),
)
say(`temperature ${temperature.toFixed(3)}`)
const model = quantize(mean(corpora.map((corpus) => corpus.model)), temperature)
const folder = new URL('../assets/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('understanding.model', folder), writeModel(model))
writeFileSync(TRAINED_FROM, `${digestOfSources()}\n`)
say('written')

function train(order: TrainingOrder): Promise<TrainedCorpus[]> {
  const done: TrainedCorpus[] = []
  return new Promise((resolve, reject) => {
    new Worker(new URL('train-worker.ts', import.meta.url), { workerData: order })
      .on('message', (corpus: TrainedCorpus) => {
        say(`corpus ${corpus.run + 1}: trained on ${corpus.examples} examples and the recorded turns`)
        done.push(corpus)
      })
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve(done) : reject(new Error(`a training worker ended with ${code}`))))
  })
}

function say(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}\n`)
}
