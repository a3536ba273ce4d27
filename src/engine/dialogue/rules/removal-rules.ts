import { keptLines } from '../remove-product.ts'
import type { Intent } from '../../types.ts'
import { type Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * What is to be taken out of the cart, and what only sounds as if it were.
 */

/** "deja solo los del 15", "muy caro, solo el mordedor": those stay and the rest goes, or nothing more comes. */
export function keepsOnly(talk: Talk, { phrase, cart, question }: Seen): Verdict {
  if (!cart || question || talk.u.entities.quantity !== null || keptLines(talk, phrase).size === 0) return null
  // "entonces solo las gotas, pasemos a pagar", with nothing beside them.
  const others = talk.state.cart.lines.some((line) => !keptLines(talk, phrase).has(line.sku))
  if (!others && PAYS.test(phrase)) return { intent: 'checkout', because: 'keeps what there is, and pays' }
  return { intent: 'remove_from_cart', because: 'keeps one and none beside' }
}

const PAYS = /\b(?:pagar|pago|cerrar|cerremos|cerramos|cierra|finaliz\w+)\b/

const STORY: ReadonlySet<Intent> = new Set(['recommend', 'smalltalk', 'out_of_scope', 'product_info', 'deny', 'thanks'])
const TAKE_IT = /\b(?:sac|quit|borr|elimin)al[oa]s?\b|\b(?:saqu|quit|borr|elimin)el[oa]s?\b/

/** "ya, sácalo de mi pedido" */
export function takesItOut(_: Talk, { intent, phrase, confidence, cart, question }: Seen): Verdict {
  // "voy a medir antes mejor. sácalo por mientras"
  if (cart && !question && STORY.has(intent) && TAKE_IT.test(phrase))
    return { intent: 'remove_from_cart', because: 'takes it out' }
  if ((intent !== 'order_status' && intent !== 'opt_out') || confidence > 0.95) return null
  return /^(?:(?:ya|ok|no|mejor) )*(?:saca|saque|quita|quite)(?:l[oa]s?)\b(?! de la lista de)/.test(phrase)
    ? { intent: 'remove_from_cart', because: 'takes it out' }
    : null
}
