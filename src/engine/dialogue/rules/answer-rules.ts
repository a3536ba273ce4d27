import type { Intent } from '../../types.ts'
import { LEFT } from '../change-quantity.ts'
import { lineMeant } from '../line-meant.ts'
import { pickByWords, pickFrom } from '../pick.ts'
import { MOST_KIN } from '../../catalog/head-noun.ts'
import { resolveMention } from '../resolve.ts'
import { kindred } from '../show-products.ts'
import { findProducts, type Talk } from '../talk.ts'
import { asksLooks } from '../variants.ts'
import { FIRM, type Seen, type Verdict } from './rule.ts'

/*
 * A yes or a no in few words, with what it brings instead.
 */

const REST = new RegExp(
  `^(?:(?:ya|bueno|ok|dale|entonces|si|dame|deme|quiero|llevo|me llevo|ponme) )*tod[oa]s(?: l[oa]s que .{2,20})?$|(?:^| )${LEFT.source}(?: (?:nomas|no mas|porfa|por favor|entonces|pues|po))*$`,
)

const THOSE_MANY =
  /^(?:(?:ya|bueno|ok|dale|entonces|si|chuta|pucha|dame|deme|quiero|llevo|me llevo) )*(?:los|las|es[oa]s) (\d{1,3})(?: (?:de|del|en|talla) \S+)?(?: (?:porfa|nomas|entonces))*$/

const THOSE_AT_LAST =
  /^(?:\S+ ){0,5}(?:los|las|es[oa]s) (\d{1,3})(?: que (?:tien\w+|quedan?|hay|les quedan?))?(?: (?:porfa|por favor|entonces|nomas))*$/

/** "bueno, los 6 que quedan": the answer to "¿Te dejo las 6?". */
export function takesTheRest(talk: Talk, { phrase, question }: Seen): Verdict {
  if (question || talk.state.pending?.kind !== 'quantity') return null
  // "las 3 que quedan y 4 de las de 10"
  if (new RegExp(`${LEFT.source} (?:y|mas|con) `).test(phrase))
    return { intent: 'buy_product', because: 'takes what is left, and more' }
  const number = (THOSE_MANY.exec(phrase) ?? THOSE_AT_LAST.exec(phrase))?.[1]
  return REST.test(phrase) || Number(number) === talk.state.pending.most
    ? { intent: 'change_quantity', because: 'takes what is left' }
    : null
}

const PLAIN_YES = /^(?:si+|sip\w*|claro|obvio|dale|dele|simon|afirmativ[oa]|confirm\w*|correcto|exacto|efectivamente)\b/
const WITH_A_BUT =
  /\b(?:pero|espera|espere|antes|primero|cambi\w*|no|despues|luego|manana|otro|otra|mejor|agreg\w*|sac\w*|cuanto|tambien|falta)\b/

/** What a yes with courtesy around it is mistaken for. */
const COURTESY: ReadonlySet<Intent> = new Set([
  'thanks',
  'goodbye',
  'greeting',
  'smalltalk',
  'out_of_scope',
  'returns',
  'buy_product',
])

/** "sí, se lo agradezco, anúlela", to "¿Seguro que anulo el pedido?": a yes, whatever else it says kindly. */
export function kindlyYes(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (pending !== 'confirm_order' && pending !== 'confirm_clear' && pending !== 'confirm_cancel') return null
  // "sí, empecemos de cero", to whether the cart shall be emptied: the same said again.
  const again = pending === 'confirm_clear' && intent === 'clear_cart'
  if (question || (!COURTESY.has(intent) && !again) || !PLAIN_YES.test(phrase) || WITH_A_BUT.test(phrase)) return null
  if (talk.u.entities.mentions.some(({ text }) => resolveMention(talk, text).kind !== 'none')) return null
  return { intent: 'affirm', because: 'a plain yes to what was asked' }
}

/** "no, rosado mejor": another look of what was just shown; where there is none, those that there are. */
export function noButLook(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (!about || question || pending === 'confirm_order' || pending === 'checkout_field' || FIRM.has(intent)) return null
  if (!/^(?:no|nop|nopo|mejor)\b/.test(phrase) || !asksLooks(phrase)) return null
  const words = phrase.replace(/\b(?:no|nop|nopo|mejor|prefiero)\b/g, ' ').trim()
  const others = kindred(talk, about).filter((product) => product.sku !== about.sku)
  const picked = others.length > MOST_KIN ? [] : pickFrom(talk, others, words)
  if (picked.length !== 1) return { intent: 'product_info', because: 'another look, of which there is none or several' }
  talk.picked = picked
  return { intent: 'select_option', because: 'a no that brings another look' }
}

const OTHER_ONE =
  /^(?:(?:no+|nah|nop|nopo|mm+|ya|ok|mejor|entonces|ah|pucha|chuta) )*(?:el|la|dame el|dame la|deme el|deme la|quiero el|quiero la) otr[oa](?: (?:mejor|entonces|porfa|por favor|po))?$/

/** "nah, el otro", of two that were shown. */
export function theOtherOne(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (question || intent === 'buy_product' || !OTHER_ONE.test(phrase)) return null
  const shown = talk.state.listed.length === 2 ? findProducts(talk, talk.state.listed) : []
  const other = shown.find((product) => product !== about)
  if (about === undefined || other === undefined || !shown.includes(about)) return null
  talk.picked = [other]
  return { intent: 'select_option', because: 'the other of two' }
}

const NOT_BUT =
  /^(?:(?:ya|no|pucha|chuta|mm+|ok|entonces|mejor|sabes que|sabi que) )*(?:el|la|los|las|es[eao]s?) (.{2,40}?) no (?:sino |mejor |prefiero |dame |deme |quiero |ponme |me llevo )*((?:el|la|los|las|un|una) .{2,40}?|de .{2,40}?)(?: mejor| porfa| por favor)?$/

/** "la de aves no, la de flores": which one it shall not be, and which one it shall. */
export function notThisButThat(talk: Talk, { phrase, question, cart }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (question || pending === 'confirm_order' || pending === 'checkout_field') return null
  const [, not, but] = NOT_BUT.exec(phrase) ?? []
  if (not === undefined || but === undefined) return null
  if (cart && lineMeant(talk, not) !== null) return null
  const listed = findProducts(talk, talk.state.listed)
  const [refused] = pickByWords(talk, listed, not)
  const others = listed.filter((product) => product.sku !== refused?.sku)
  const [picked, ...more] = pickByWords(talk, others, but)
  const found = picked && more.length === 0 ? picked : resolveMention(talk, but)
  if ('kind' in found && found.kind !== 'one') return null
  talk.picked = ['kind' in found ? found.product : found]
  return { intent: 'select_option', because: 'says which one it shall not be, and which it shall' }
}
