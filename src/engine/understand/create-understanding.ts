import { tokens, type Token } from '../text/tokens.ts'
import { INTENTS, type Intent } from '../types.ts'
import { readEntities } from './entities/read-entities.ts'
import { featuresOf } from './features.ts'
import { scoresOf, softmax, type UnderstandingModel } from './model.ts'
import { ruleFor } from './rules.ts'
import type { UnderstandContext, Understanding } from './types.ts'

/** At most this many alternatives are kept: enough to explain, to ask back and to offer a model. */
const ALTERNATIVES = 4

/** "mmm", "quizás": who hesitates has not said yes. */
const HESITATES =
  /^(?:(?:m+|h+m+|e+h*|a+h*|u+h*|ya|bueno|es que|pucha|chuta) )*(?:m+|h+m+|e+h+|quizas?|tal ?vez|puede ser|a lo mejor|no se|depende|capaz|veremos|deja\w* (?:ver|pensar\w*)|maybe|talvez|let me see)(?: (?:m+|eh+|po|oye))*$/
/** A word that nobody knows may still be a yes ("sipirilí"); below this it is none. */
const UNKNOWN_YES = 0.8

/**
 * An order is placed, a cart emptied, an order called off on a yes: being asked makes any answer likely to be one, and what
 * only hesitates or says nothing that is known is not taken for it.
 */
function noYes(list: readonly Token[], context: UnderstandContext, confidence: number): boolean {
  const words = list.filter((token) => token.kind !== 'emoji' && token.kind !== 'sign')
  if (HESITATES.test(words.map((token) => token.text).join(' '))) return true
  const unknown = new Set(context.evidence.unknown)
  return confidence < UNKNOWN_YES && words.every((token) => unknown.has(token.text) || unknown.has(token.norm))
}

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
    const rank = (seen: UnderstandContext) => {
      const chances = softmax(scoresOf(model, featuresOf(text, list, seen, entities)), model.temperature)
      return INTENTS.map((intent, at) => ({ intent, confidence: chances[at] ?? 0 })).sort(
        (a, b) => b.confidence - a.confidence,
      )
    }
    let ranked = rank(context)
    const [first] = ranked
    if (first?.intent === 'affirm' && context.asked.startsWith('confirm_') && noYes(list, context, first.confidence))
      ranked = rank({ ...context, asked: 'nothing' }).filter((each) => each.intent !== 'affirm')
    const because = [
      `classifier: ${ranked
        .slice(0, 3)
        .map((each) => `${each.intent} ${each.confidence.toFixed(2)}`)
        .join(', ')}`,
    ]
    const best = ranked[0] ?? { intent: 'out_of_scope' as Intent, confidence: 0 }
    let intent = best.intent
    let confidence = best.confidence
    const verdict = ruleFor(text, list, context, entities)
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
