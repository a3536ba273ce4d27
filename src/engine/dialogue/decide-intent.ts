import { foldPhrase } from '../text/fold.ts'
import type { CatalogProduct, Intent } from '../types.ts'
import { comunaNamed } from '../commerce/comunas.ts'
import { readAddress } from './address.ts'
import { unpaidOrder, wantsLink } from './orders.ts'
import { lineMeant } from './cart-talk.ts'
import { pickFrom } from './pick.ts'
import { answerFrom, asksOfIt } from './product-talk.ts'
import { resolveMention } from './resolve.ts'
import { focused, searchKind } from './show-products.ts'
import { evidenceOf, findProducts, note, openOrders, spotlight, type Talk } from './talk.ts'

/** What the state makes of a message, with its reason; null leaves the understanding's word. */
type Rule = (talk: Talk, seen: Seen) => { intent: Intent; because: string } | null

/** The message and the state, looked at once for all rules. */
interface Seen {
  intent: Intent
  confidence: number
  phrase: string
  question: boolean
  cart: boolean
  about: CatalogProduct | undefined
}

/**
 * The understanding knows words and what was asked; this knows the shop, the product being talked about, the list on the
 * screen and the cart. Each rule is about the conversation, never about one shop's words. The first that speaks counts.
 */
export function decideIntent(talk: Talk): Intent {
  const seen: Seen = {
    intent: talk.u.intent,
    confidence: talk.u.confidence,
    phrase: foldPhrase(talk.text),
    question: /[?¿]/.test(talk.text),
    cart: talk.state.cart.lines.length > 0,
    about: focused(talk)[0],
  }
  for (const rule of RULES) {
    const verdict = rule(talk, seen)
    if (verdict === null) continue
    if (verdict.intent !== seen.intent) note(talk, `${seen.intent} taken as ${verdict.intent}: ${verdict.because}`)
    return verdict.intent
  }
  return seen.intent
}

/** A message whose meaning its own words settle: the state does not overrule these. */
const FIRM: ReadonlySet<Intent> = new Set([
  'opt_out',
  'opt_in',
  'human_agent',
  'complaint',
  'cancel_order',
  'clear_cart',
  'goodbye',
  'thanks',
  'greeting',
])

const BUYING =
  /^(?:(?:ya|ok|bueno|dale|listo|no|y|pero|entonces|ahi|al final|excelente|perfecto|bacan|buena|es[eao]s?) )*(?:(?:me |te |se )?(?:lo|la|los|las) (?:llevo|compro|quiero|agrego)|(?:me )?(?:llevo|quedo con|compro)|quiero|dame|deme|damelo|damela|da me|ponme|pongame|pon|echa|echame|echale|agrega|agregame|agreguele|agregueme|suma|sumale|sumame|mete|meteme|mandame|vendeme|compra|prefiero)\b/
const ADDING =
  /^(?:(?:ya|ok|bueno|dale|listo|tambien|y tambien) )*(?:y|con|mas|ademas|tambien|aparte)\s+(?:un|una|uno|unos|unas|otro|otra|el|la|los|las|\d{1,3}|dos|tres|cuatro|cinco|seis)\s+\S/
const WITH = /^con (?:un |una |el |la )?\S+(?: (?:tb|tambien|tambn|porfa))?$/
const TOTAL =
  /\b(?:cuanto (?:es|va|seria|queda|quedo|debo|llevo|voy|sale todo|te debo|suma|sumo|me sale todo)|el total|total final|en total)\b/
const ARRIVAL = /\b(?:cuando|que dia)\b.*\b(?:llega|llegan|vuelve|vuelven|habra|tendras|tendran|repon\w*|entra)\b/

const RULES: readonly Rule[] = [
  function link(talk) {
    if (!wantsLink(talk) || !unpaidOrder(talk)) return null
    return { intent: 'checkout', because: 'asks for the link of an order that waits for its payment' }
  },
  function acceptsConditionally(talk, { phrase, question }) {
    if (talk.state.pending?.kind !== 'confirm_order' || question) return null
    if (!/^(?:ya |si |ok |dale |bueno )*(?:confirmo|confirmado|acepto)\b/.test(phrase)) return null
    return { intent: 'affirm', because: 'accepts what was put' }
  },
  function datelessArrival(talk, { intent, phrase, about }) {
    if (intent !== 'order_status' && intent !== 'shipping') return null
    if (!about || about.stock > 0 || openOrders(talk).length > 0 || talk.u.entities.orderNumber !== null) return null
    return ARRIVAL.test(phrase)
      ? { intent: 'stock_query', because: 'the product being talked about is sold out' }
      : null
  },
  function nothingToCancel(talk, { intent, cart }) {
    if (intent === 'clear_cart' && !cart && unpaidOrder(talk))
      return { intent: 'cancel_order', because: 'only an order is there' }
    if (intent === 'cancel_order' && cart && talk.facts.orders.length === 0)
      return { intent: 'clear_cart', because: 'only a cart is there' }
    return null
  },
  function correctsAddress(talk, { intent, phrase, question }) {
    if (talk.state.pending?.kind !== 'confirm_order' || question || FIRM.has(intent)) return null
    if (!/\d{2,}/.test(phrase) || /%|\$/.test(talk.text) || BUYING.test(phrase) || talk.u.entities.swap !== null)
      return null
    if (!['change_quantity', 'buy_product', 'remove_from_cart', 'select_option'].includes(intent)) return null
    const read = readAddress(talk.text, talk.u.entities)
    const evidence = evidenceOf(talk, talk.text)
    if (read.address === null || evidence.named > 0.4 || evidence.kind > 0.4) return null
    return { intent: /^no\b/.test(phrase) ? 'deny' : 'provide_info', because: 'a street and a number' }
  },
  function comunaAlone(talk, { intent, phrase }) {
    if (talk.state.pending?.kind !== 'confirm_order' || intent === 'provide_info') return null
    if (/^(?:si|no|ya|dale|ok|bueno|confirm|correct|perfect|listo|esta bien|todo)/.test(phrase)) return null
    return comunaNamed(talk.text.trim()) === null
      ? null
      : { intent: 'provide_info', because: 'where to, which is no yes' }
  },
  function boughtBefore(talk, { intent, phrase, question }) {
    const mistaken =
      MISTAKEN_FOR_PURCHASE.has(intent) || (intent === 'cancel_order' && !/\b(?:anul|cancel)/.test(phrase))
    if (!BOUGHT.test(phrase) || !mistaken || question) return null
    return { intent: 'order_status', because: 'tells of a purchase made before' }
  },
  function numbersAnOrder(talk, { intent, phrase }) {
    if (talk.u.entities.orderNumber === null || intent !== 'cancel_order') return null
    return /\b(?:anul|cancel|no (?:lo|la) quiero|arrepent)/.test(phrase)
      ? null
      : { intent: 'order_status', because: 'names an order, and no word of calling it off' }
  },
  function addsInSpite(_, { intent, phrase, question }) {
    if (question || (intent !== 'remove_from_cart' && intent !== 'clear_cart') || !ADDS.test(phrase)) return null
    return TAKES_OUT.test(phrase) ? null : { intent: 'buy_product', because: 'a word of adding, and none of removal' }
  },
  function takesAll(talk, { phrase, question }) {
    const count =
      /^(?:(?:ya|ok|dale|bueno|si|dame|deme|quiero|llevo|me llevo) )*(?:(?:l[oa]s|est[oa]s|es[oa]s) (dos|2|tres|3|cuatro|4)|(amb[oa]s)|both)$/.exec(
        phrase,
      )
    if (count === null || question) return null
    const number = { dos: 2, '2': 2, tres: 3, '3': 3, cuatro: 4, '4': 4 }[count[1] ?? 'dos'] ?? 2
    return talk.state.listed.length === number ? { intent: 'buy_product', because: 'takes all that was listed' } : null
  },
  function fewerOfALine(talk, { intent, phrase, cart, question }) {
    const [mention, ...more] = talk.u.entities.mentions
    if (!cart || question || !mention || more.length > 0 || mention.quantity === null) return null
    if (intent === 'remove_from_cart' || intent === 'change_quantity' || BUYING.test(phrase)) return null
    if (!/\b(?:no ?mas|nomas|solo|sola|solamente|en realidad|mejor)\b/.test(phrase)) return null
    const sku = lineMeant(talk, mention.text)
    return sku === null ? null : { intent: 'change_quantity', because: 'another number of what is in the cart' }
  },
  function cartWithoutAWord(talk, { intent, confidence, phrase }) {
    if (intent !== 'view_cart' || confidence > 0.7) return null
    if (/\b(?:llevo|carr\w+|cart|total|cuanto|pedido|suma|va|resumen|lista|tengo)\b/.test(phrase)) return null
    const evidence = evidenceOf(talk, talk.text)
    return evidence.kind > 0.25 || evidence.named > 0.25
      ? { intent: 'browse_category', because: 'names goods, and nothing of a cart' }
      : null
  },
  function returnsWithoutAWord(talk, { intent, confidence, phrase }) {
    if (intent !== 'returns' || confidence > 0.95) return null
    if (ADVISE.test(phrase)) return { intent: 'recommend', because: 'asks for advice' }
    const other = talk.u.alternatives[0]
    const said =
      /\b(?:cambi\w+|devol\w+|devuelv\w+|garanti\w*|reembols\w*|retract\w*|arrepent\w*|fall\w+|mal[oa]s?|rot[oa]s?|queda\w*|quede|gusta|sirve|return|refund)\b/
    return said.test(phrase) || !other ? null : { intent: other.intent, because: 'no word of giving anything back' }
  },
  function nothingToClear(talk, { intent, confidence, phrase, cart }) {
    if (intent !== 'clear_cart' || cart || confidence > 0.95) return null
    if (/\b(?:borr|vaci|elimin|olvid|cancel|cero|limpi|saca|quita|bota|anul)/.test(phrase)) return null
    const evidence = evidenceOf(talk, talk.text)
    return evidence.kind > 0.4 || evidence.named > 0.4
      ? { intent: 'browse_category', because: 'the cart is empty and something is named' }
      : null
  },
  function firm(_, { intent, confidence }) {
    return FIRM.has(intent) && confidence > 0.6 ? { intent, because: 'said plainly' } : null
  },
  function oneOfTheList(talk, { intent, confidence, question }) {
    const pending = talk.state.pending
    if (pending?.kind !== 'which_product' || question || intent === 'affirm' || intent === 'deny') return null
    if (intent === 'select_option' || confidence > 0.9) return null
    const picked = pickFrom(talk, findProducts(talk, pending.skus))
    return picked.length === 1 ? { intent: 'select_option', because: 'fits one of what was listed' } : null
  },
  function takesIt(talk, { intent, phrase, question, about }) {
    if (question || !about || talk.state.pending?.kind === 'confirm_order') return null
    if (
      intent === 'buy_product' ||
      FIRM.has(intent) ||
      ['change_quantity', 'remove_from_cart', 'out_of_scope'].includes(intent)
    )
      return null
    const adds =
      /^(?:(?:ya|ok|dale|bueno|si|listo|po|entonces) )*(?:agreg|pon|ech|sum|anot|met)[a-z]*(?:l[oa]s?)(?: (?:al carr\w+|porfa\w*|tambien|po|entonces))*$/
    if (adds.test(phrase) || TAKES.test(phrase))
      return { intent: 'buy_product', because: 'takes what is being talked about' }
    return null
  },
  function otherOne(talk, { intent, phrase, question }) {
    if (question || !/\b(?:la|el) otr[oa]$/.test(phrase) || BUYING.test(phrase) || FIRM.has(intent)) return null
    return talk.state.listed.length > 1 || talk.state.focus.length > 1
      ? { intent: 'select_option', because: 'the other of what was shown' }
      : null
  },
  function needTold(talk, { intent, phrase, confidence }) {
    if (!['browse_category', 'buy_product', 'product_info', 'returns', 'stock_query'].includes(intent)) return null
    if (WHAT_FOR_IT.test(phrase)) return { intent: 'recommend', because: 'asks what to take for a need' }
    if (intent === 'buy_product')
      return confidence < 0.8 &&
        /^(?:(?:hola|buenas|oye) )*(?:necesito|busco|ando buscando|quisiera)\b.* (?:para (?:mi|mis|un|una|el|la)|pal?) /.test(
          phrase,
        ) &&
        !BUYING.test(phrase)
        ? { intent: 'recommend', because: 'says what it is for' }
        : null
    if (intent === 'returns') return null
    return intent === 'browse_category' && TROUBLE.test(phrase) && !HAVING.test(phrase)
      ? { intent: 'recommend', because: 'tells a trouble' }
      : null
  },
  function countsTheLine(talk, { confidence, cart, phrase, question }) {
    if (!cart || question || talk.u.entities.quantity === null || talk.u.entities.mentions.length > 0) return null
    if (confidence > 0.8 || talk.state.pending?.kind === 'checkout_field') return null
    return /^(?:(?:ya|si|con|solo) )?(?:un[oa]?|dos|tres|cuatro|cinco|seis|\d{1,3})(?: (?:bolsa|caja|paquete|saco|unidad|pack|par|botella|tarro|bandeja|kilo|docena|sobre|lata)(?:e?s)?)?(?: (?:no ?mas|nomas|porfa|por favor))?$/.test(
      phrase,
    )
      ? { intent: 'change_quantity', because: 'a number of what was just put in' }
      : null
  },
  function contentsOfCart(_, { intent, phrase, cart }) {
    if (!cart || intent === 'view_cart' || !/\b(?:que|q) (?:es lo que )?(?:llevo|tengo en el carr\w+)$/.test(phrase))
      return null
    return { intent: 'view_cart', because: 'asks what is in the cart' }
  },
  function askedOfFocus(talk, { intent, confidence, about, phrase }) {
    if (!about || intent === 'product_info' || FIRM.has(intent)) return null
    if (talk.state.pending?.kind === 'checkout_field' && intent === 'provide_info') return null
    if (MEASURED.test(phrase) && !/\b(?:carr\w+|pedido|despacho|envio|llegar|reparto)\b/.test(phrase))
      return { intent: 'product_info', because: 'asks how much it weighs, measures or lasts' }
    const open = intent === 'browse_category' || intent === 'stock_query' || intent === 'recommend' || confidence < 0.6
    return open && intent !== 'buy_product' && asksOfIt(talk.text)
      ? { intent: 'product_info', because: 'asks it of the thing, not of the shop' }
      : null
  },
  function totalOfCart(talk, { intent, phrase, cart, confidence }) {
    if (!cart || confidence > 0.97 || intent === 'view_cart' || intent === 'shipping' || !TOTAL.test(phrase))
      return null
    if (talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')) return null
    return { intent: 'view_cart', because: 'asks for the total of a cart' }
  },
  function removalWithoutAWord(talk, { intent, confidence, phrase, cart }) {
    if (intent !== 'remove_from_cart' || confidence > 0.9 || !cart || REMOVING.test(phrase)) return null
    if (talk.u.entities.quantity !== null)
      return { intent: 'change_quantity', because: 'a number, and no word of removal' }
    return talk.u.entities.mentions.length > 0
      ? { intent: 'buy_product', because: 'names a product, and no word of removal' }
      : null
  },
  function paysRatherThanNods(talk, { intent, phrase, cart }) {
    if (intent !== 'affirm' || !cart || talk.state.pending?.kind === 'confirm_order') return null
    return /\b(?:pago|pagar|pague|paguemos|cobrame|cobreme)\b/.test(phrase)
      ? { intent: 'checkout', because: 'wants to pay' }
      : null
  },
  function answeredBySheet(talk, { intent, confidence, about, phrase, question }) {
    if (!about || (FIRM.has(intent) && confidence > 0.6)) return null
    if (SHEET.test(phrase)) return { intent: 'product_info', because: 'only a sheet answers that' }
    if (talk.u.entities.mentions.some((mention) => mention.quantity !== null) || TOTAL.test(phrase)) return null
    if (talk.state.pending?.kind === 'checkout_field' && intent === 'provide_info') return null
    const evidence = evidenceOf(talk, talk.text)
    // "¿tiene linterna?" looks for torches only where no product is being talked about.
    const looksAround = LOOKING.has(intent) && evidence.named < 0.4 && evidence.kind < 0.4
    const priceless =
      intent === 'price_query' &&
      !/\b(?:cuanto|precio|vale|valen|cuesta\w*|sale|salen|valor|costo|much|quanto)\b/.test(phrase)
    const aside = confidence <= 0.88 && (ASIDE.has(intent) || priceless || confidence <= 0.5)
    if ((!looksAround && !aside) || (!ASKING.test(phrase) && !question)) return null
    const known = [about, ...findProducts(talk, talk.state.listFresh ? talk.state.listed : [])]
    const answering = known.find((product) => answerFrom(product, talk.text).shared > 0)
    if (!answering) return null
    spotlight(talk, answering.sku)
    return { intent: 'product_info', because: `the sheet of ${answering.sku} answers it` }
  },
  function namedRatherThanKind(talk, { intent, confidence, phrase }) {
    if (intent !== 'browse_category') return null
    const coined = /\b[a-z]+\d+[a-z]*\b/.test(phrase)
    if ((confidence < 0.7 || coined) && HAVING.test(phrase) && searchKind(talk, talk.text, 'any').length === 0)
      return { intent: 'stock_query', because: 'asks for something that the shop does not have' }
    const evidence = evidenceOf(talk, talk.text)
    const named = evidence.named >= 0.9 && evidence.ties === 1
    if (named && confidence < 0.85 && BUYING.test(phrase))
      return { intent: 'buy_product', because: 'wants one product by its name' }
    if (named && confidence < 0.7) return { intent: 'stock_query', because: 'asks for one product by its name' }
    const strange = evidence.unknown.length > 0 && evidence.named < 0.4 && evidence.kind < 0.4
    return strange && confidence < 0.7 && /\b(?:tien\w*|teni|hay|queda\w*|vende\w*|llego|les llega)\b/.test(phrase)
      ? { intent: 'stock_query', because: 'asks for a name that the shop does not know' }
      : null
  },
  function priceAsked(_, { intent, confidence, phrase }) {
    if (!PRICELESS.has(intent) || confidence > 0.9) return null
    return /\b(?:cuanto|a cuanto|que precio|precio)\b.*\b(?:sale|cuesta|vale|esta|tiene)\b|\b(?:sale|cuesta|vale)\b.*\bcuanto\b/.test(
      phrase,
    )
      ? { intent: 'price_query', because: 'asks what it costs' }
      : null
  },
  function priceOfFocus(talk, { intent, cart, about, phrase }) {
    if (intent !== 'view_cart' || cart || !about || talk.facts.orders.length > 0) return null
    if (/\b(?:total|carr\w+|cart|pedido|llevo)\b/.test(phrase)) return null
    return { intent: 'price_query', because: 'the cart is empty and a product is being talked about' }
  },
  function addition(talk, { intent, confidence, phrase, question, cart }) {
    if (question || talk.state.pending?.kind === 'confirm_order') return null
    // "entonces unos jbl 510": a thing by its name, after talk of another.
    if (
      intent === 'select_option' &&
      /^(?:(?:ya|ok|bueno|dale|entonces|mejor|no) )*(?:un|una|unos|unas) \S/.test(phrase)
    ) {
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
    const adding = cart && (ADDING.test(phrase) || WITH.test(phrase))
    const many = talk.u.entities.mentions.find((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true)
    if (!buying && !adding && many && confidence < 0.8 && !HAVING.test(phrase)) {
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
  },
  function likeness(talk, { intent, confidence, phrase }) {
    if (confidence > 0.8 || FIRM.has(intent)) return null
    return /\b(?:parecid\w+|similar\w*|por el estilo)\b/.test(phrase)
      ? { intent: 'recommend', because: 'asks for something alike' }
      : null
  },
  function counted(talk, { intent, cart, about }) {
    const pending = talk.state.pending?.kind
    if (talk.u.entities.quantity === null || !about) return null
    if (intent === 'affirm' && (pending === 'add_to_cart' || pending === 'which_product'))
      return { intent: 'buy_product', because: 'says how many' }
    return intent === 'change_quantity' && !cart ? { intent: 'buy_product', because: 'the cart is empty' } : null
  },
  function ellipsis(talk, { intent, confidence, phrase, question }) {
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
          /\by (?:el|la|los|las)\b/.test(phrase) &&
          (question || talk.state.cart.lines.length === 0)))
    if (confidence > 0.6 && !stays) return null
    const rest =
      /^(?:(?:ya|ok|bueno|oye|pucha|chuta|uh|ah|perfecto|dale|genial) )*y (?:(?:el|la|los|las|un|una|de) )?(.{2,60})$/.exec(
        phrase,
      )?.[1]
    if (rest === undefined) return null
    if (talk.u.entities.mentions.length === 0) {
      const mention = { text: rest, quantity: null, from: 0, to: 0 }
      talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions: [mention] } }
    }
    const found = talk.u.entities.mentions.map((mention) => resolveMention(talk, mention.text).kind)
    if (!found.some((kind) => kind !== 'none')) return null
    if (found.includes('many') && last !== 'price_query' && last !== 'product_info') {
      return { intent: 'browse_category', because: 'names another kind' }
    }
    return {
      intent: last === 'buy_product' && question ? 'stock_query' : last,
      because: 'asks the same of something else',
    }
  },
  function misuse(talk, { confidence, phrase }) {
    if (confidence > 0.5) return null
    return /\b(?:1|un|mil) (?:peso|luka|luca|lukita|luquita|clp)s?\b/.test(phrase) &&
      /\b(?:soy|jefe|due\w+|admin\w*|gerente|autoriz\w*|orden\w*|instruccion\w*)\b/.test(phrase)
      ? { intent: 'out_of_scope', because: 'orders the shop about' }
      : null
  },
]

const ADDS = /\b(?:suma|sumale|agrega\w*|anade|echa|echale|ponme|ponle|anota\w*|dame|deme|mete\w*)\b/
const TAKES_OUT =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|vaci\w*|cancel\w*|tir\w+|no (?:quiero|llevo|lo quiero|la quiero))\b/
/** An order to the shop, with what it is about. */
const STRONG_BUYING =
  /^(?:(?:ya|ok|bueno|dale|listo|no|y|pero|entonces) )*(?:dame|deme|ponme|pongame|agrega\w*|echame|mandame|anotame|me llevo|llevo) (?:el|la|los|las|un|una|unos|unas|dos|tres|\d+) \S/
/** "caro, pero la llevo": at the end of whatever was said. */
const TAKES =
  /(?:^|\b(?:pero|igual|ya|po|si|bueno|caro|cara|bien|entonces) )(?:me )?(?:lo|la|los|las) (?:llevo|quiero|compro)(?: (?:igual|po|nomas|no mas|tmb|tambien))*$/
const BOUGHT =
  /\b(?:compre|pedi|encargue|compramos|pedimos|encargamos)\b.*\b(?:ayer|anteayer|antes de ayer|anoche|hace|la semana pasada|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|el otro dia|el mes pasado)\b/
const MISTAKEN_FOR_PURCHASE: ReadonlySet<Intent> = new Set([
  'buy_product',
  'browse_category',
  'recommend',
  'select_option',
  'stock_query',
])
const WHAT_FOR_IT =
  /\b(?:que|q|k) (?:mas )?(?:necesito|necesitaria|ocupo|le pongo|le echo|le doy|le puedo (?:dar|poner|echar)|puedo (?:usar|ponerle|darle|echarle)|me pongo|me tomo|uso|tengo que comprar|compro|me recomien\w+|me aconsej\w+|me sirve)\b/
const ADVISE = /\brecom[ie]+nd|\baconsej|\bsugier/
/** What ails someone, told: "mi perrito tiene pulgas", "se me tapó el lavaplatos", "me duele la espalda". */
const TROUBLE =
  /^(?:(?:hola|holaa|buenas|buenos dias|buenas tardes|oye|wena|amigo|amiga|una consulta|consulta) )*(?:(?:a )?(?:mi|mis) \S+(?: \S+)? (?:tiene|tienen|esta|estan|anda|andan|sufre|sufren|se|no|le|les|quedo|necesita)\b|se me \S+|me (?:duele|duelen|pica|pican|arde|salio|salieron|siento|cuesta)\b|tengo (?:dolor|fiebre|tos|frio|calor|insomnio|alergia|problemas?|goteras?|humedad|pulgas|hongos)\b)/
const HAVING = /\b(?:tien[ei]s|tienen|teni|tenis|hay|vend[ei]n|vendes|venden|queda\w*)\b/
const MEASURED =
  /^(?:(?:y|pero|oye|ya) )*(?:cuant\w+|que) (?:\w+ )?(?:pesa|pesan|mide|miden|dura|duran|rinde|rinden|aguanta|aguantan|soporta|carga|trae|traen|contiene|cabe|caben)\b/

const ASKING =
  /^(?:y |pero |oye |ya )*(?:que|cual|cuant\w+|cada cuanto|de que|para que|tiene|trae|viene|incluye|sirve|se |es |son |funciona|aguanta|resiste|dura|ven|y eso|eso|pesa|mide|corre|soporta)\b/
/** What a question about a price is mistaken for. */
const PRICELESS: ReadonlySet<Intent> = new Set(['recommend', 'browse_category', 'stock_query'])
const LOOKING: ReadonlySet<Intent> = new Set(['browse_category', 'stock_query', 'recommend'])

/** Questions that only a product's sheet can answer. */
const SHEET = /^(?:y )?(?:cada cuanto|de que (?:material|color|tamano|talla|marca|sabor)|para que sirve)\b/

/** What "¿y el otro?" takes over from the message before. */
const INHERITED: ReadonlySet<Intent> = new Set([
  'price_query',
  'stock_query',
  'product_info',
  'browse_category',
  'buy_product',
])

const REMOVING =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|fuera|sin|menos|no (?:quiero|llevo|va|me|lo|la)|ya no|deja\w*|cancel\w*|tir\w+|devuelv\w*)\b/

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

/** What a question about a product is mistaken for. */
const ASIDE: ReadonlySet<Intent> = new Set([
  'view_cart',
  'payment_methods',
  'store_info',
  'smalltalk',
  'out_of_scope',
  'promotions',
  'shipping',
  'help',
  'recommend',
  'stock_query',
  'provide_info',
  'checkout',
])
