import { scoresOf, softmax, type UnderstandingModel } from '../src/engine/understand/model.ts'
import type { Vector } from './dataset.ts'

/** The temperature at which the probabilities of `vectors` are most honest: least negative log-likelihood, by golden section. */
export function fitTemperature(model: UnderstandingModel, vectors: readonly Vector[]): number {
  const scored = vectors.map((vector) => ({ scores: scoresOf(model, [...vector.features]), label: vector.label }))
  const loss = (temperature: number) =>
    scored.reduce((sum, each) => sum - Math.log(Math.max(1e-12, softmax(each.scores, temperature)[each.label] ?? 0)), 0)
  const golden = (Math.sqrt(5) - 1) / 2
  let low = 0.2
  let high = 5
  for (let step = 0; step < 24; step++) {
    const a = high - golden * (high - low)
    const b = low + golden * (high - low)
    if (loss(a) < loss(b)) high = b
    else low = a
  }
  return (low + high) / 2
}
