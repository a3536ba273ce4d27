import { foldPhrase } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import { ASKING, BUYING, DIFFERENCE, FIRM, HAVING, LOOKING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Messages that leave out what they ask, because the message before has it: "¿y el blanco?", "¿y la otra?".
 */

/** What "¿y el otro?" takes over from the message before. */
export const INHERITED: ReadonlySet<Intent> = new Set([
  'price_query',
  'stock_query',
  'product_info',
  'browse_category',
  'buy_product',
])

const AND_THE_OTHER = /^(?:(?:ya|ok|ah|oye|pero) )*y (?:el|la|los|las) otr[oa]s?$/

export function otherOne(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const last = talk.state.lastIntent
  if (last !== null && ASKED_OF_ONE.has(last) && AND_THE_OTHER.test(phrase) && !FIRM.has(intent))
    return intent === last ? null : { intent: last, because: 'asks the same of the other' }
  if (question || !/\b(?:la|el) otr[oa]$/.test(phrase) || BUYING.test(phrase) || FIRM.has(intent)) return null
  return talk.state.listed.length > 1 || talk.state.focus.length > 1
    ? { intent: 'select_option', because: 'the other of what was shown' }
    : null
}

const ASKED_OF_ONE: ReadonlySet<Intent> = new Set(['price_query', 'stock_query', 'product_info'])

/** "¿cuánto vale el tinto?", "¿y el blanco?": still the price, unless another word asks for something else. */
export function stillThePrice(talk: Talk, seen: Seen): Verdict {
  const { intent } = seen
  const phrase = lastClause(talk, seen.phrase)
  if (talk.state.lastIntent !== 'price_query' || HAVING.test(phrase) || DIFFERENCE.test(phrase)) return null
  if (!['stock_query', 'product_info', 'browse_category', 'recommend'].includes(intent)) return null
  if (
    !/^(?:(?:ya|ok|bueno|oye|perfecto|dale) )*y (?!cual|que|como|donde|si|algo|otr|para|pa|de|con|sin|en)/.test(phrase)
  )
    return null
  if (ASKING.test(phrase.replace(/^.*?\by /, ''))) return null
  return ellipsis(talk, { ...seen, confidence: 0 })
}

/** "ay, qué vaina, ¿y castaño claro?": what is asked last, where it begins with "y". */
function lastClause(talk: Talk, phrase: string): string {
  const clause = foldPhrase(talk.text.split(/[,.;:!¡¿]+/).findLast((each) => /\p{L}/u.test(each)) ?? '')
  return /^y (?!un|otr|\d|dos|tres)/.test(clause) ? clause : phrase
}

/** "¿y el bálsamo para la barba?", after what there is for beards: whether that one is there. */
export function andThatThing(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (!question || intent !== 'browse_category' || !/^(?:(?:ya|oye|ok) )*y (?:el|la) \S/.test(phrase)) return null
  if (talk.state.lastIntent !== 'browse_category' && talk.state.lastIntent !== 'stock_query') return null
  const [mention, ...more] = talk.u.entities.mentions
  return mention && more.length === 0 && resolveMention(talk, mention.text).kind === 'one'
    ? { intent: 'stock_query', because: 'asks whether that one is there' }
    : null
}

export function ellipsis(talk: Talk, { intent, confidence, question, phrase: whole }: Seen): Verdict {
  const phrase = lastClause(talk, whole)
  // "y para ponerle frío, ¿qué tienen?"
  if (/\b(?:que|q|k) (?:tien\w+|teni\w*|hay|vend\w+|me (?:ofrec|recomiend)\w+)/.test(phrase)) return null
  const last = talk.state.lastIntent
  if (FIRM.has(intent) || last === null || !INHERITED.has(last)) return null
  const asking = last === 'stock_query' || last === 'price_query'
  const plural =
    /\by (?:(?:los|las) )?(?!(?:el|la|los|las)\b)[a-z]+s\b/.test(phrase) && !/\by (?:los|las)\b/.test(phrase)
  const stays =
    asking &&
    !plural &&
    (intent === 'browse_category' ||
      (intent === 'buy_product' &&
        (/\by (?:el|la|los|las)\b/.test(phrase) || (last === 'stock_query' && /^(?:ya )?y [a-z]+$/.test(phrase))) &&
        (question || talk.state.cart.lines.length === 0)))
  // "¿la olla sirve para inducción?", "¿y la de acero?": the same of that one.
  const same =
    last === 'product_info' &&
    question &&
    !/\btienen?$/.test(phrase) &&
    !HAVING.test(phrase) &&
    intent === 'stock_query' &&
    /^(?:(?:ya|ok|ah) )*y (?:el|la|los|las) \S+(?: \S+){0,4}$/.test(phrase)
  if (confidence > 0.6 && !stays && !same) return null
  // "¿y el volcán cuánto rato va al microondas?", "¿y otra enredadera?" ask something of their own.
  if (/\bcuant[oa] (?:rato|tiempo)\b|\by otr[oa]s? |\by (?:para|pa) [a-z]+(?:ar|er|ir)\b/.test(phrase)) return null
  // "¿caben dos cascos?", "¿y alforjas?": another kind, and not the same question.
  if (last === 'product_info' && LOOKING.has(intent) && !/\by (?:el|la|los|las|ese|esa|en)\b/.test(phrase)) return null
  if (last === 'buy_product' && intent === 'browse_category' && /\b(?:cuales|que) (?:hay|tienen?|tienes)$/.test(phrase))
    return null
  // "y un collar", after a purchase: one more thing for the cart.
  if (
    last === 'buy_product' &&
    !question &&
    intent === 'buy_product' &&
    /^(?:(?:ya|ok) )*y (?:un|una|unos|unas) /.test(phrase)
  )
    return null
  const rest =
    /^(?:(?:ya|ok|bueno|oye|pucha|chuta|uh|ah|perfecto|dale|genial) )*y (?:(?:el|la|los|las|un|una|de) )?(.{2,60})$/.exec(
      phrase,
    )?.[1]
  if (rest === undefined) return null
  const told = talk.u.entities.mentions
  const mentions = told.length > 0 ? told : [{ text: rest, quantity: null, from: 0, to: 0 }]
  const found = mentions.map((mention) => resolveMention(talk, mention.text).kind)
  if (!found.some((kind) => kind !== 'none')) return null
  talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions } }
  if (found.includes('many') && last !== 'price_query' && last !== 'product_info') {
    return { intent: 'browse_category', because: 'names another kind' }
  }
  return {
    intent: last === 'buy_product' && question ? 'stock_query' : last,
    because: 'asks the same of something else',
  }
}
