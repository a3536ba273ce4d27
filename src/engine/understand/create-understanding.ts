import { tokens } from '../text/tokens.ts'
import { INTENTS, type Intent } from '../types.ts'
import { applyContext } from './context.ts'
import { readEntities } from './entities/read-entities.ts'
import { featuresOf } from './features.ts'
import { scoresOf, softmax, type UnderstandingModel } from './model.ts'
import { ruleFor } from './rules.ts'
import type { UnderstandContext, Understanding } from './types.ts'

/** At most this many alternatives are kept: enough to explain, to ask back and to offer a model. */
const ALTERNATIVES = 4

/**
 * Understanding over a trained model: fold, entities, a classifier, rules where words leave no doubt, and at last the
 * conversation's state. Pure; the same message in the same context always means the same.
 */
export function createUnderstanding(
  model: UnderstandingModel,
): (text: string, context: UnderstandContext) => Understanding {
  return (text, context) => {
    const list = tokens(text)
    const entities = readEntities(text, list, context)
    const chances = softmax(scoresOf(model, featuresOf(text, list, context, entities)), model.temperature)
    const ranked = INTENTS.map((intent, at) => ({ intent, confidence: chances[at] ?? 0 })).sort(
      (a, b) => b.confidence - a.confidence,
    )
    const because = [
      `classifier: ${ranked
        .slice(0, 3)
        .map((each) => `${each.intent} ${each.confidence.toFixed(2)}`)
        .join(', ')}`,
    ]
    const best = ranked[0] ?? { intent: 'out_of_scope' as Intent, confidence: 0 }
    let intent = best.intent
    let confidence = best.confidence
    const verdict = ruleFor(text, list, context, entities) ?? applyContext(text, list, context, entities, ranked)
    if (verdict) {
      because.push(`${verdict.rule}: ${verdict.intent}`)
      // A rule that the classifier agrees with is surer than either alone.
      confidence = verdict.intent === intent ? Math.max(confidence, verdict.confidence) : verdict.confidence
      intent = verdict.intent
    }
    return {
      intent,
      confidence,
      alternatives: ranked.filter((each) => each.intent !== intent).slice(0, ALTERNATIVES),
      entities,
      because,
    }
  }
}
