import type { Intent } from '../types.ts'
import type { Understanding } from '../understand/types.ts'
import { note, type Talk } from './talk.ts'

/** From here on the message is understood as a whole: its clauses have nothing to add. */
const SURE = 0.75
/** What a clause must be sure of, to speak for the message; and by how much it must be surer. */
const SURE_CLAUSE = 0.8
const SURER = 0.1
/** A message of more clauses is a story: no one of them is its point. */
const MOST_CLAUSES = 6

/** What a message with a story in it is taken for. */
const STORY: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'smalltalk',
  'affirm',
  'out_of_scope',
  'recommend',
  'help',
])

/** What its last words may want: questions and steps that name themselves in a few words. */
const POINT: ReadonlySet<Intent> = new Set([
  'price_query',
  'shipping',
  'payment_methods',
  'store_info',
  'view_cart',
  'clear_cart',
  'checkout',
  'promotions',
  'goodbye',
])

/**
 * "somos un conjunto de Chillán y andamos viendo el bombo, ¿a cuánto lo tienen?": where the whole leaves doubt, the clause
 * that is sure of itself says what is wanted. The entities stay those of the whole.
 */
export function byClause(talk: Talk, whole: Understanding, read: (clause: string) => Understanding): Understanding {
  const asked = talk.state.pending?.kind
  const order = whole.intent === 'out_of_scope' || whole.intent === 'smalltalk' ? orderAtTheEnd(talk, read) : null
  if (order !== null) return order
  if (whole.confidence >= SURE || !STORY.has(whole.intent) || asked === 'checkout_field' || asked === 'confirm_order')
    return whole
  const clauses = talk.text
    .split(/[.,;:!?¿¡\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}{2}/u.test(clause))
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return whole
  let best: Understanding | null = null
  for (const [at, clause] of clauses.entries()) {
    const own = read(clause)
    // A farewell closes the message, or it is none.
    const point = POINT.has(own.intent) && (own.intent !== 'goodbye' || at === clauses.length - 1)
    if (!point || own.confidence < SURE_CLAUSE || own.confidence < whole.confidence + SURER) continue
    if (best === null || own.confidence >= best.confidence) best = own
  }
  best ??= whole.intent === 'out_of_scope' || whole.intent === 'smalltalk' ? farewell(clauses.map(read)) : null
  if (best === null || best.intent === whole.intent) return whole
  note(talk, `one clause is sure of ${best.intent}, the whole is not of ${whole.intent}`)
  return { ...whole, intent: best.intent, confidence: Math.min(best.confidence, SURE_CLAUSE) }
}

const ORDERS =
  /^(?:ya,? |mejor |bueno,? )?(?:necesito|necesitamos|requiero|requerimos|dame|deme|d[eé]me|quiero|me llevo|llevo|ponme|agr[eé]ga\w*|an[oó]ta\w*)\s/i

/** "me duele verla con tanto peso... dame la con ruedas, 1": whatever was told, its last sentence orders. */
function orderAtTheEnd(talk: Talk, read: (clause: string) => Understanding): Understanding | null {
  const last = talk.text.split(/(?:\.{2,}|[.;!?\n]+)\s*/).findLast((each) => /\p{L}{2}/u.test(each)) ?? ''
  if (last.length === talk.text.trim().length || !ORDERS.test(last)) return null
  const own = read(last)
  if (own.intent !== 'buy_product' || own.confidence < SURE_CLAUSE) return null
  note(talk, 'its last sentence orders')
  return own
}

/** "gracias, disculpen la molestia", "chao, compro después": a word of leave-taking, and nothing else that is understood. */
function farewell(clauses: readonly Understanding[]): Understanding | null {
  const taking = clauses.filter(
    (each) => (each.intent === 'goodbye' || each.intent === 'thanks') && each.confidence >= SURE_CLAUSE,
  )
  return taking.at(-1) ?? null
}
