import type { Intent } from '../types.ts'
import { affirm, deny, giveInfo } from './answers.ts'
import { selectOption } from './select-option.ts'
import { browseCatalog, browseCategory, recommend } from './browse.ts'
import { promotions } from './promotions.ts'
import { buy } from './buy.ts'
import { changeQuantity } from './change-quantity.ts'
import { readChangeIt, readCorrection, readExchange, readOtherLook, readRefusal } from './read-swap.ts'
import { swapProducts } from './swap-products.ts'
import { clearTheCart, viewCart } from './view-cart.ts'
import { buyLines, onlyRecounts, readOrderLines } from './order-lines.ts'
import { put, tellAdded } from './put-in-cart.ts'
import { removeProduct } from './remove-product.ts'
import { buyFirst, doBoth, orderBeforeQuestion, readTwoActs } from './two-acts.ts'
import { changeAddress, startCheckout } from './checkout.ts'
import { hearConsent, leaveForNow, leavesForNow } from './consents.ts'
import { correctDetail, detailToCorrect } from './correct-details.ts'
import { fold } from '../text/fold.ts'
import { decideIntent } from './decide-intent.ts'
import { cancelOrder, giveLink, orderStatus, paymentStatus, unpaidOrder, wantsLink } from './orders.ts'
import { priceQuery, productInfo, stockQuery } from './product-talk.ts'
import { handOver } from './hand-over.ts'
import { complaint, returns } from './returns.ts'
import { paymentMethods, shipping, storeInfo } from './shop-talk.ts'
import { goodbye, greeting, help, lost, optIn, optOut, outOfScope, smalltalk, thanks } from './small-talk.ts'
import { evidenceOf, findProduct, type Talk } from './talk.ts'

/** Where each intent is answered. The table is the whole of it: a new intent that is missing here does not compile. */
const TOPICS: Record<Intent, (talk: Talk) => void> = {
  greeting,
  goodbye,
  thanks,
  smalltalk,
  help,
  browse_catalog: browseCatalog,
  browse_category: browseCategory,
  recommend,
  product_info: productInfo,
  price_query: priceQuery,
  stock_query: stockQuery,
  promotions,
  buy_product: buy,
  remove_from_cart: removeProduct,
  change_quantity: changeQuantity,
  view_cart: viewCart,
  clear_cart: clearTheCart,
  checkout: checkoutOrLink,
  affirm,
  deny,
  select_option: selectOption,
  provide_info: giveInfo,
  payment_methods: paymentMethods,
  payment_status: paymentStatus,
  order_status: orderStatus,
  cancel_order: cancelOrder,
  shipping,
  store_info: storeInfo,
  returns,
  complaint,
  human_agent: (talk) => handOver(talk, 'asked'),
  opt_out: optOut,
  opt_in: optIn,
  out_of_scope: outOfScope,
}

/** Answers that act on the open question by themselves; every other topic is a digression from it. */
const ANSWERS: ReadonlySet<Intent> = new Set([
  'affirm',
  'deny',
  'select_option',
  'provide_info',
  'change_quantity',
  'buy_product',
])

const EXCHANGES: ReadonlySet<Intent> = new Set([
  'buy_product',
  'change_quantity',
  'remove_from_cart',
  'select_option',
  'deny',
  'out_of_scope',
  'smalltalk',
  'product_info',
  'price_query',
  'recommend',
  // "cámbiemelo por el de 80", of what is in the cart, gives nothing back.
  'returns',
])

/** What an order of several things is taken for. */
const ORDERS: ReadonlySet<Intent> = new Set(['buy_product', 'change_quantity', 'select_option', 'deny'])

/** What "no, mejor la de 15" is taken for. */
const CORRECTABLE: ReadonlySet<Intent> = new Set([
  'change_quantity',
  'deny',
  'select_option',
  'buy_product',
  'recommend',
  'remove_from_cart',
])

/** "perdón, quise decir el mural": taken back, whatever the rest sounds like. */
const SAYS_WRONG = /\b(?:quise decir|me equivoque|perdon,? (?:es|era|son|eran) (?:el|la|los|las))\b/

/** A message of fewer letters than this, or a guess below this confidence, is asked about rather than acted on. */
const UNSURE = 0.3

export function route(talk: Talk): void {
  const consent = hearConsent(talk)
  if (consent !== null) {
    talk.intent = consent
    talk.state.lost = 0
    return
  }
  talk.intent = decideIntent(talk)
  if (leavesForNow(talk)) {
    talk.intent = talk.intent === 'deny' || talk.intent === 'thanks' ? talk.intent : 'goodbye'
    talk.state.lost = 0
    return leaveForNow(talk)
  }
  const detail = detailToCorrect(talk)
  if (detail !== null) {
    talk.intent = 'provide_info'
    talk.state.lost = 0
    return correctDetail(talk, detail)
  }
  const both = EXCHANGES.has(talk.intent) ? readTwoActs(talk) : null
  if (both !== null) {
    talk.state.lost = 0
    return doBoth(talk, both)
  }
  const order = orderBeforeQuestion(talk)
  if (order !== null) {
    talk.state.lost = 0
    return buyFirst(talk, order)
  }
  const lines = ORDERS.has(talk.intent) ? readOrderLines(talk) : null
  if (lines !== null) {
    talk.intent = onlyRecounts(talk, lines) ? 'change_quantity' : 'buy_product'
    talk.state.lost = 0
    return buyLines(talk, lines)
  }
  // An exchange is an exchange, whatever the message was taken for.
  const exchange =
    talk.u.entities.swap ?? readExchange(talk.text) ?? readChangeIt(talk) ?? readOtherLook(talk) ?? readRefusal(talk)
  if (exchange !== null && talk.state.cart.lines.length > 0 && EXCHANGES.has(talk.intent)) {
    talk.intent = 'buy_product'
    talk.state.lost = 0
    return swapProducts(talk, exchange.out, exchange.in)
  }
  const correction = CORRECTABLE.has(talk.intent) || SAYS_WRONG.test(fold(talk.text)) ? readCorrection(talk) : null
  if (correction !== null) {
    talk.intent = 'select_option'
    talk.state.lost = 0
    return swapProducts(talk, correction.out, correction.in)
  }
  if (notUnderstood(talk)) {
    talk.intent = 'out_of_scope'
    return lost(talk)
  }
  talk.state.lost = 0
  if (!ANSWERS.has(talk.intent)) dropSmallQuestion(talk)
  TOPICS[talk.intent](talk)
}

const SOCIAL: ReadonlySet<Intent> = new Set(['greeting', 'goodbye', 'thanks', 'smalltalk', 'opt_in', 'opt_out'])

/** Whether the message says nothing that we could act on. */
function notUnderstood(talk: Talk): boolean {
  if (talk.text.trim() === '') return true
  if (talk.intent === 'out_of_scope') return talk.u.confidence < UNSURE || !/\p{L}{2,}/u.test(talk.text)
  // A greeting that is hardly one, in words that nobody knows, is no greeting.
  const answers = talk.intent === 'affirm' || talk.intent === 'deny'
  const nod = answers && talk.state.pending === null && talk.u.confidence < 0.55
  const parting = talk.intent === 'thanks' || talk.intent === 'goodbye'
  const social = nod || (SOCIAL.has(talk.intent) && talk.u.confidence < (parting ? UNSURE : 0.5))
  if (social && evidenceOf(talk, talk.text).unknown.length > 0) return true
  if (talk.u.confidence >= UNSURE) return false
  // Unsure, but the words fit the catalog: then it is worth answering.
  const evidence = evidenceOf(talk, talk.text)
  return evidence.named < 0.4 && evidence.kind < 0.4 && evidence.need < 0.4 && talk.u.confidence < UNSURE / 2
}

/** "¿Te lo agrego?" does not outlive a change of subject; what the checkout asked does. */
function dropSmallQuestion(talk: Talk): void {
  const kind = talk.state.pending?.kind
  if (kind === undefined || kind === 'checkout_field' || kind === 'confirm_order') return
  // A search that follows "¿cuál quieres?" keeps its purchase in mind only while it is the same list.
  if (kind === 'confirm_cancel' && talk.intent === 'cancel_order') return
  talk.state.pending = null
  talk.state.asked = 0
}

function checkoutOrLink(talk: Talk): void {
  const unpaid = unpaidOrder(talk)
  if (unpaid && (wantsLink(talk) || talk.state.cart.lines.length === 0)) return giveLink(talk, unpaid)
  if (/cambi\w* (?:de |la |mi )?direcci[oó]n/i.test(talk.text)) return changeAddress(talk)
  // "pagar", to "¿Te lo agrego?" with nothing in the cart: what was offered is what is paid; the summary still asks.
  const offered = talk.input.state.pending
  if (offered?.kind === 'add_to_cart' && talk.state.cart.lines.length === 0) {
    const product = findProduct(talk, offered.skus[0] ?? '')
    if (product && product.stock > 0) tellAdded(talk, put(talk, product, 1))
  }
  startCheckout(talk)
}
