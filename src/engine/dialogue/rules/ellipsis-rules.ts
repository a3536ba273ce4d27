import { foldPhrase } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import { FIRM, HAVING, LOOKING } from './rule.ts'
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

/** "ay, qué vaina, ¿y castaño claro?": what is asked last, where it begins with "y". */
function lastClause(talk: Talk, phrase: string): string {
  const clause = foldPhrase(talk.text.split(/[,.;:!¡¿]+/).findLast((each) => /\p{L}/u.test(each)) ?? '')
  return /^y (?!un|otr|\d|dos|tres)/.test(clause) ? clause : phrase
}

/** "¿y qué otros pedales tienes?", "¿pa jardín infantil cuál hay?": looks around anew. */
const ASKS_ANEW =
  /\b(?:que|q|k|cual(?:es)?) (?:\S+ ){0,3}(?:tien\w+|teni\w*|hay|vend\w+|me (?:ofrec|recomiend)\w+)|\b(?:que|q|k|cuales) otr[oa]s?\b|\botr[oa]s cual/

/** "¿y las campus?", after a price. */
const AND_THAT_ONE = /^(?:(?:ya|ok|ah|uf|uh|uy) )*y (?:el|la|los|las) \S+(?: \S+)?$/

export function ellipsis(talk: Talk, { intent, confidence, question, phrase: whole }: Seen): Verdict {
  const phrase = lastClause(talk, whole)
  // "y para ponerle frío, ¿qué tienen?"
  if (ASKS_ANEW.test(phrase) && !/\b(?:color|talla|tamano|medida|sabor|numero)/.test(phrase)) return null
  const last = talk.state.lastIntent
  if (FIRM.has(intent) || last === null || !INHERITED.has(last)) return null
  const asking = last === 'stock_query' || last === 'price_query'
  const these = last === 'price_query' && AND_THAT_ONE.test(phrase)
  const plural =
    /\by (?:(?:los|las) )?(?!(?:el|la|los|las)\b)[a-z]+s\b/.test(phrase) && !/\by (?:los|las)\b/.test(phrase)
  const stays =
    asking &&
    (!plural || these) &&
    (intent === 'browse_category' ||
      (intent === 'stock_query' && last === 'price_query' && AND_THAT_ONE.test(phrase)) ||
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
