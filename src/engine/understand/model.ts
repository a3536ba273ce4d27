import { INTENTS } from '../types.ts'
import { BUCKETS } from './features.ts'

/** A trained linear classifier: one small integer a feature and intent, a scale and a bias an intent, one temperature. */
export interface UnderstandingModel {
  weights: Int8Array
  scales: Float32Array
  biases: Float32Array
  /** Divides the scores before they become probabilities, so that they are honest ones. */
  temperature: number
}

const MAGIC = 0x62634e32
const HEADER = 16

/** Reads what `writeModel` wrote; throws RangeError where the bytes are something else or of another taxonomy. */
export function readModel(bytes: Uint8Array): UnderstandingModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const classes = INTENTS.length
  const size = HEADER + classes * 8 + BUCKETS * classes
  if (
    bytes.byteLength !== size ||
    view.getUint32(0) !== MAGIC ||
    view.getUint32(4) !== BUCKETS ||
    view.getUint32(8) !== classes
  ) {
    throw new RangeError('the understanding model does not fit this botctl: train it again')
  }
  const scales = new Float32Array(classes)
  const biases = new Float32Array(classes)
  for (let at = 0; at < classes; at++) {
    scales[at] = view.getFloat32(HEADER + at * 4)
    biases[at] = view.getFloat32(HEADER + classes * 4 + at * 4)
  }
  const start = bytes.byteOffset + HEADER + classes * 8
  return {
    weights: new Int8Array(bytes.buffer, start, BUCKETS * classes),
    scales,
    biases,
    temperature: view.getFloat32(12),
  }
}

export function writeModel(model: UnderstandingModel): Uint8Array {
  const classes = INTENTS.length
  const bytes = new Uint8Array(HEADER + classes * 8 + BUCKETS * classes)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, BUCKETS)
  view.setUint32(8, classes)
  view.setFloat32(12, model.temperature)
  for (let at = 0; at < classes; at++) {
    view.setFloat32(HEADER + at * 4, model.scales[at] ?? 0)
    view.setFloat32(HEADER + classes * 4 + at * 4, model.biases[at] ?? 0)
  }
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.byteLength),
    HEADER + classes * 8,
  )
  return bytes
}

/** The scores of every intent, before they are probabilities. */
export function scoresOf(model: UnderstandingModel, features: readonly number[]): Float64Array {
  const classes = INTENTS.length
  const scores = new Float64Array(classes)
  for (const feature of features) {
    const row = feature * classes
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) + (model.weights[row + at] ?? 0)
  }
  // A message of many features is not surer than a short one: the sum is damped by their number.
  const damp = dampingOf(features.length)
  for (let at = 0; at < classes; at++)
    scores[at] = (scores[at] ?? 0) * (model.scales[at] ?? 0) * damp + (model.biases[at] ?? 0)
  return scores
}

/** One over the root of the number of features: what training uses, too. */
export function dampingOf(count: number): number {
  return 1 / Math.sqrt(Math.max(1, count))
}

/** Probabilities of scores at a temperature. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  const result = new Float64Array(scores.length)
  for (let at = 0; at < scores.length; at++) {
    const value = Math.exp(((scores[at] ?? 0) - most) / temperature)
    result[at] = value
    sum += value
  }
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) / sum
  return result
}
