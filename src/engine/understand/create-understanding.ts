import { tokens, type Token } from '../text/tokens.ts'
import { INTENTS, type Intent } from '../types.ts'
import { readEntities } from './entities/read-entities.ts'
import { featuresOf } from './features.ts'
import { scoresOf, softmax, type UnderstandingModel } from './model.ts'
import { saysNothingKnown } from './gibberish.ts'
import { ruleFor } from './rules.ts'
import type { UnderstandContext, Understanding } from './types.ts'

/** At most this many alternatives are kept: enough to explain, to ask back and to offer a model. */
const ALTERNATIVES = 4

/** "mmm", "quizás", "creo que sí": who hesitates has not said yes. */
const HESITATES =
  /^(?:(?:m+|h+m+|e+h*|a+h*|u+h*|ya|bueno|es que|pucha|chuta) )*(?:m+|h+m+|e+h+|u+f+|u+y+|a+y+|o+h+|quizas?|tal ?vez|puede ser|a lo mejor|no se|depende|capaz|veremos|deja\w* (?:ver|pensar\w*)|maybe|talvez|let me see|(?:capaz|creo|supongo|parece) que (?:si|ya))(?: (?:m+|eh+|po|oye))*$/
const OPENS_WITH_YES =
  /^(?:(?:si+)+|see+|se+p\w*|sip\w*|positivo|ya+|yap\w*|yep\w*|yup|yeah|shi+|dale\w*|dele|ok\w*|bueno|claro|clari\w+|obvi[oa]\w*|perfect\w*|listo|vale|correct\w*|exact\w*|de una|bacan|eso|asi es|conforme|efectivamente|simon|afirmativ[oa]|confirm\w*|adelante|yes+|sim|wi)\b/
/** A yes in other words ("hágale, todo en orden") is one above this. */
const SURE_YES = 0.8

/**
 * An order is placed, a cart emptied, an order called off on a yes: being asked makes any answer likely to be one ("uf",
 * "a ver", "zxcv"), so that it takes a word of yes or a sure reading. "¿ok?" asks.
 */
function noYes(
  text: string,
  list: readonly Token[],
  confidence: number,
  evidence: UnderstandContext['evidence'],
): boolean {
  const words = spoken(list)
  const phrase = words.map((token) => token.text).join(' ')
  if (HESITATES.test(phrase) || (words.length <= 2 && text.includes('?'))) return true
  const sure = confidence >= SURE_YES && !saysNothingKnown(words, evidence)
  return !sure && !OPENS_WITH_YES.test(phrase)
}

function spoken(list: readonly Token[]): Token[] {
  return list.filter((token) => token.kind !== 'emoji' && token.kind !== 'sign')
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
    const decides = context.asked.startsWith('confirm_')
    const [first] = ranked
    const yes = first?.intent === 'affirm' ? first.confidence : null
    if (
      yes !== null &&
      ((decides && noYes(text, list, yes, context.evidence)) ||
        (yes < SURE_YES && saysNothingKnown(spoken(list), context.evidence)))
    )
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
    if (
      verdict &&
      !(decides && verdict.intent === 'affirm' && noYes(text, list, verdict.confidence, context.evidence))
    ) {
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
