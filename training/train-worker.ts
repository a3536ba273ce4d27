/** Trains the models of the corpora it is given, one after the other, and posts each as it is done (`TrainedCorpus`). */
import { parentPort, workerData } from 'node:worker_threads'
import { loadMaterials } from './material.ts'
import { DEFAULTS, trainLinear, type FloatModel } from './trainer.ts'

/** Which corpora, by their number; those under `rehearsals` are trained a second time without the shops held back. */
export interface TrainingOrder {
  runs: number[]
  rehearsals: number
}

export interface TrainedCorpus {
  run: number
  examples: number
  model: FloatModel
  rehearsal: FloatModel | null
}

/** How often a recorded turn counts, where a written example counts once. */
const REAL_WEIGHT = 3

const port = parentPort
if (port === null) throw new Error('training/train-worker.ts is started by training/train.ts')
const { runs, rehearsals } = workerData as TrainingOrder
const { turns, corpus } = loadMaterials()
for (const run of runs) {
  const options = { ...DEFAULTS, seed: DEFAULTS.seed + run }
  const vectors = corpus(options.seed)
  const examples = vectors.length
  for (let time = 0; time < REAL_WEIGHT; time++) vectors.push(...turns)
  const rehearsal =
    run < rehearsals
      ? trainLinear(
          vectors.filter((vector) => !vector.held),
          options,
        )
      : null
  const done: TrainedCorpus = { run, examples, model: trainLinear(vectors, options), rehearsal }
  port.postMessage(done)
}
