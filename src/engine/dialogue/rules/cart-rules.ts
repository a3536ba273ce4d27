import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import type { Intent } from '../../types.ts'
import { TELLS_NUMBER } from '../change-quantity.ts'
import { lineMeant } from '../line-meant.ts'
import { resolveMention } from '../resolve.ts'
import { evidenceOf, type Talk } from '../talk.ts'
import { BUYING, HAVING, type Seen, type Verdict } from './rule.ts'

const ADDING =
  /^(?:(?:ya|ok|bueno|dale|listo|tambien|y tambien) )*(?:y|con|mas|ademas|tambien|aparte)\s+(?:un|una|uno|unos|unas|otro|otra|el|la|los|las|\d{1,3}|dos|tres|cuatro|cinco|seis)\s+\S/

const WITH = /^con (?:un |una |el |la )?\S+(?: (?:tb|tambien|tambn|porfa))?$/

const ADDS = /\b(?:suma|sumale|agrega\w*|anade|echa|echale|ponme|ponle|anota\w*|dame|deme|mete\w*)\b/

export const TAKES_OUT =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|vaci\w*|cancel\w*|tir\w+|no (?:quiero|llevo|lo quiero|la quiero))\b/

/** An order to the shop, with what it is about. */
const STRONG_BUYING =
  /^(?:(?:ya|ok|bueno|dale|listo|no|y|pero|entonces) )*(?:dame|deme|ponme|pongame|agrega\w*|echame|mandame|anotame|me llevo|llevo) (?:el|la|los|las|un|una|unos|unas|dos|tres|\d+) \S/

/** What a purchase in few words is mistaken for. */
const OPEN_TO_BUYING: ReadonlySet<Intent> = new Set([
  'browse_category',
  'recommend',
  'provide_info',
  'select_option',
  'stock_query',
  'product_info',
  'out_of_scope',
  'smalltalk',
  'change_quantity',
])

const COUNTED_NOUN =
  /\b(\d{1,2}|un|una|dos|tres|cuatro|cinco|seis) ([a-z]{3,})(?: (?:porfa|por favor|mas|tambien|entonces))*$/

const ALSO =
  /^(?:(?:ah|ay|oh|ya|ok|espera|espere|perdon|disculpe?|y|pero|oye|no) )*(?:tambien|ademas|falta\w*|me falto|olvide) (?:quiero |quisiera |necesito |llevo |me llevo |va |van )?(?:un|una|unos|unas|\d{1,2}|dos|tres|cuatro|el|la) \S|^(?:(?:ah|ay|ya|espera|perdon|oye) )*y (?:un|una|\d{1,2}|dos|tres|cuatro) \S/

/** "no espera, agrégale una estantería", to the summary or to the question for the address: one thing more. */
export function addsToSummary(talk: Talk, { phrase, question }: Seen): Verdict {
  const asked = talk.state.pending?.kind
  if ((asked !== 'confirm_order' && asked !== 'checkout_field') || question || TAKES_OUT.test(phrase)) return null
  if (!ADDS.test(phrase) && !ALSO.test(phrase)) return null
  // "agrega a la dirección: depto 12"
  if (
    asked === 'checkout_field' &&
    /\b(?:direccion|depto|departamento|calle|comuna|correo|nombre|rut|casa \d)\b/.test(phrase)
  )
    return null
  // "súmale 1 bandeja": an everyday word, and yet a thing of the shop.
  const [, count, noun] = talk.u.entities.mentions.length > 0 ? [] : (COUNTED_NOUN.exec(phrase) ?? [])
  if (noun !== undefined && resolveMention(talk, noun).kind !== 'none') {
    const quantity = readNumber(tokens(count ?? ''), 0)?.value ?? null
    talk.u = {
      ...talk.u,
      entities: { ...talk.u.entities, mentions: [{ text: noun, quantity, from: 0, to: 0 }], quantity },
    }
  }
  return talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
    ? { intent: 'buy_product', because: 'adds something to the order' }
    : null
}

export function addition(talk: Talk, { intent, confidence, phrase, question, cart }: Seen): Verdict {
  // "quiero pagar. Rodrigo Vidal, Montt 88"
  if (intent === 'provide_info' && /\bquiero pagar\b/.test(phrase)) return null
  if (question || talk.state.pending?.kind === 'confirm_order') return null
  if (intent === 'change_quantity' && TELLS_NUMBER.test(phrase)) return null
  // "no, 3 kilos de tomate mejor": said plainly enough.
  if (intent === 'change_quantity' && confidence > 0.9 && /^no\b|\bmejor\b|\bcambi/.test(phrase)) return null
  // "y las cristal que sean 3": another number of them, and no more of them.
  if (intent === 'change_quantity' && /\bque (?:sean?|queden?)\b/.test(phrase)) return null
  // "ponme 2 negros mejor": another number of a line.
  const [first] = talk.u.entities.mentions
  if (intent === 'change_quantity' && first && first.quantity !== null && phrase.endsWith(' mejor'))
    if (lineMeant(talk, first.text) !== null) return null
  // "entonces unos jbl 510": a thing by its name, after talk of another.
  const another = /^(?:(?:ya|ok|bueno|dale|entonces|mejor|no) )*(?:un|una|unos|unas) \S/.test(phrase)
  const instead =
    another && / entonces$|^(?:(?:ya|ok|bueno) )*entonces /.test(phrase) && (confidence < 0.8 || intent === 'smalltalk')
  const ended = intent === 'select_option' && /^(?:(?:ya|ok|bueno|dale) )*entonces (?:el|la|los|las) \S/.test(phrase)
  if ((intent === 'select_option' && another) || instead || ended) {
    const [mention] = talk.u.entities.mentions
    if (mention && resolveMention(talk, mention.text).kind === 'one')
      return { intent: 'buy_product', because: 'names what it shall be' }
  }
  if (!OPEN_TO_BUYING.has(intent) || (intent === 'out_of_scope' && confidence > 0.8)) return null
  const evidence = evidenceOf(talk, talk.text)
  // "quiero un monitor" looks around; "dame 2 para la oficina" counts what is being talked about.
  const looking =
    !STRONG_BUYING.test(phrase) &&
    (intent === 'recommend' || intent === 'browse_category') &&
    (evidence.named > 0.4 || evidence.kind > 0.4)
  const buying = BUYING.test(phrase) && !looking
  // "y la vela cuánto dura": asked of it, with or without the sign.
  const asks = /\b(?:cuant\w+|como|donde|cuando|que tan)\b/.test(phrase)
  const adding = cart && !asks && (ADDING.test(phrase) || WITH.test(phrase))
  const many = talk.u.entities.mentions.find((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true)
  const corrects = intent === 'change_quantity' && many !== undefined && lineMeant(talk, many.text) !== null
  if (!buying && !adding && many && !corrects && confidence < 0.8 && !HAVING.test(phrase)) {
    return resolveMention(talk, many.text).kind === 'one'
      ? { intent: 'buy_product', because: 'says how many of it' }
      : null
  }
  if (intent === 'change_quantity' && talk.u.entities.quantity === null && talk.u.entities.quantityChange === null) {
    const found = resolveMention(talk, talk.u.entities.mentions[0]?.text ?? '')
    const held = found.kind === 'one' && talk.state.cart.lines.some((line) => line.sku === found.product.sku)
    if (found.kind === 'one' && !held) return { intent: 'buy_product', because: 'names another, and no number' }
  }
  if (!buying && !adding) return null
  const personal = talk.u.entities.address ?? talk.u.entities.email ?? talk.u.entities.rut
  if (personal !== null) return null
  const { mentions, quantity, anaphora } = talk.u.entities
  const named = mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  const pointed = buying && (quantity !== null || anaphora !== null) && talk.state.focus.length > 0
  return named || pointed ? { intent: 'buy_product', because: 'asks for it to be added' } : null
}

/** "las dos", of a list of two. */
export function takesAll(talk: Talk, { phrase, question }: Seen): Verdict {
  const count =
    /^(?:(?:ya|ok|dale|bueno|si|dame|deme|quiero|llevo|me llevo) )*(?:(?:l[oa]s|est[oa]s|es[oa]s) (dos|2|tres|3|cuatro|4)|(amb[oa]s)|both)$/.exec(
      phrase,
    )
  if (count === null || question) return null
  const number = { dos: 2, '2': 2, tres: 3, '3': 3, cuatro: 4, '4': 4 }[count[1] ?? 'dos'] ?? 2
  return talk.state.listed.length === number ? { intent: 'buy_product', because: 'takes all that was listed' } : null
}

const OFFERS =
  /\bdej\w* (?:en|a|por) (?:\d[\d.]*|un[oa]?|dos|tres|cuatro|cinco|diez|veinte) ?(?:lu[ck]\w*|pesos?|gambas?|mil)\b/

/** "quítale un cero al precio y confirma": of a price, which nobody takes out of a cart. */
export function haggles(_talk: Talk, { intent, phrase }: Seen): Verdict {
  const changes = intent === 'remove_from_cart' || intent === 'change_quantity'
  // "¿y si me lo deja en 1 lukita?"
  if (changes && OFFERS.test(phrase)) return { intent: 'promotions', because: 'offers a price' }
  return changes && /\b(?:al|del|el) (?:precio|total|valor)\b/.test(phrase) && /\bceros?\b|\bprecio\b/.test(phrase)
    ? { intent: 'promotions', because: 'haggles over a price' }
    : null
}

/** "después lo veo. Borre mi carrito": said outright, whatever is said besides; it is asked before it is done. */
export function emptiesCart(_talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  if (!cart || question || intent === 'clear_cart') return null
  return /\b(?:borr|vaci|limpi|elimin)\w{1,4} (?:mi|el|todo el) carr(?:o|ito)\b/.test(phrase)
    ? { intent: 'clear_cart', because: 'says outright that the cart shall be emptied' }
    : null
}
