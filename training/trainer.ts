import { INTENTS } from '../src/engine/types.ts'
import { BUCKETS } from '../src/engine/understand/features.ts'
import { dampingOf, type UnderstandingModel } from '../src/engine/understand/model.ts'
import type { Vector } from './dataset.ts'
import { randomFrom, shuffle } from './prng.ts'

export interface TrainingOptions {
  seed: number
  epochs: number
  /** Adagrad's step. */
  rate: number
  /** Share of a message's features left out at each step: what is learned then does not lean on one word. */
  dropout: number
  /** Share of the label given to all other intents: templates are not all right either. */
  smoothing: number
}

export const DEFAULTS: TrainingOptions = { seed: 20261122, epochs: 5, rate: 0.35, dropout: 0.3, smoothing: 0.05 }

/** Float weights, before they are made small. */
export interface FloatModel {
  weights: Float32Array
  biases: Float32Array
}

/** Multinomial logistic regression by Adagrad, one message a step. Deterministic: the same vectors and seed, the same weights. */
export function trainLinear(vectors: readonly Vector[], options: TrainingOptions = DEFAULTS): FloatModel {
  const classes = INTENTS.length
  const weights = new Float32Array(BUCKETS * classes)
  const squares = new Float32Array(BUCKETS * classes).fill(1e-4)
  const biases = new Float32Array(classes)
  const biasSquares = new Float32Array(classes).fill(1e-4)
  const random = randomFrom(options.seed).next
  const order = Uint32Array.from(vectors.keys())
  const scores = new Float64Array(classes)
  const kept = new Uint32Array(4096)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const rate = options.rate * (1 - (0.7 * epoch) / options.epochs)
    for (const at of order) {
      const vector = vectors[at]
      if (!vector) continue
      let count = 0
      for (const feature of vector.features)
        if (random() >= options.dropout && count < kept.length) kept[count++] = feature
      const damp = dampingOf(count)
      scores.set(biases)
      for (let i = 0; i < count; i++) {
        const row = kept[i]! * classes
        for (let c = 0; c < classes; c++) scores[c]! += weights[row + c]! * damp
      }
      probabilities(scores)
      for (let c = 0; c < classes; c++) {
        const target = c === vector.label ? 1 - options.smoothing : options.smoothing / (classes - 1)
        scores[c]! -= target
      }
      for (let i = 0; i < count; i++) {
        const row = kept[i]! * classes
        for (let c = 0; c < classes; c++) {
          const gradient = scores[c]! * damp
          const cell = row + c
          squares[cell]! += gradient * gradient
          weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!)
        }
      }
      for (let c = 0; c < classes; c++) {
        const gradient = scores[c]!
        biasSquares[c]! += gradient * gradient
        biases[c]! -= (0.1 * rate * gradient) / Math.sqrt(biasSquares[c]!)
      }
    }
  }
  return { weights, biases }
}

/** The mean of models that were trained apart. Throws a RangeError where there is none. */
export function mean(models: readonly FloatModel[]): FloatModel {
  const [first] = models
  if (first === undefined) throw new RangeError('no model to take the mean of')
  const average = (of: (model: FloatModel) => Float32Array) =>
    of(first).map((_, at) => models.reduce((sum, model) => sum + (of(model)[at] ?? 0), 0) / models.length)
  return { weights: average((model) => model.weights), biases: average((model) => model.biases) }
}

/** Makes the weights small: one signed byte each, a scale an intent. */
export function quantize(model: FloatModel, temperature: number): UnderstandingModel {
  const classes = INTENTS.length
  const scales = new Float32Array(classes)
  for (let c = 0; c < classes; c++) {
    let most = 1e-9
    for (let row = 0; row < BUCKETS; row++) most = Math.max(most, Math.abs(model.weights[row * classes + c]!))
    scales[c] = most / 127
  }
  const weights = new Int8Array(model.weights.length)
  for (let row = 0; row < BUCKETS; row++) {
    for (let c = 0; c < classes; c++)
      weights[row * classes + c] = Math.round(model.weights[row * classes + c]! / scales[c]!)
  }
  return { weights, scales, biases: model.biases, temperature }
}

function probabilities(scores: Float64Array): void {
  let most = -Infinity
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - most)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
}
