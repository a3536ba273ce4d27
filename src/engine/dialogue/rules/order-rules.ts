import type { Intent } from '../../types.ts'
import { TELLS_NUMBER } from '../change-quantity.ts'
import { unpaidOrder, wantsLink } from '../orders.ts'
import { type Talk } from '../talk.ts'
import { BUYING, HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/** "ya pagué con el link" */
const PAID =
  /^(?:(?:hola|ya|listo|oye|ok|buenas)[ ,]+)*(?:pagu[eé]|transfer[ií]|deposit[eé]|hice (?:el pago|la transferencia))(?=$|[\s,.!])(?!.*\b(?:c[oó]mo|d[oó]nde|puedo)\b)/iu

export function link(talk: Talk): Verdict {
  if (!unpaidOrder(talk)) return null
  if (PAID.test(talk.text)) return { intent: 'payment_status', because: 'says that it is paid' }
  if (!wantsLink(talk)) return null
  return { intent: 'checkout', because: 'asks for the link of an order that waits for its payment' }
}

const YES_CALL_IT_OFF =
  /^(?:si|sip|sipo|ya|ok|dale|claro|obvio|seguro|por favor)(?: \S+){0,3} ?\b(?:anul|cancel)\w*(?!.*\bno\b)/

export function acceptsConditionally(talk: Talk, { phrase, question }: Seen): Verdict {
  // "sí, cancela la orden", asked whether to: no second wish to.
  if (talk.state.pending?.kind === 'confirm_cancel' && !question && YES_CALL_IT_OFF.test(phrase))
    return { intent: 'affirm', because: 'says yes, and to what' }
  if (talk.state.pending?.kind !== 'confirm_order' || question) return null
  if (!/^(?:ya |si |ok |dale |bueno )*(?:confirmo|confirmado|acepto)\b/.test(phrase)) return null
  return { intent: 'affirm', because: 'accepts what was put' }
}

/** What the details of a case are mistaken for. */
const OF_A_CASE: ReadonlySet<Intent> = new Set([
  'select_option',
  'browse_category',
  'stock_query',
  'product_info',
  'smalltalk',
  'out_of_scope',
  'order_status',
  'change_quantity',
])

/** "los jbl", after "los audífonos no funcionan": a detail of the complaint, and no wish to buy another. */
export function tellsOfTheCase(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const told = talk.state.lastIntent === 'complaint' || talk.state.lastIntent === 'returns'
  if (talk.state.issue === null || !told || question || !OF_A_CASE.has(intent) || BUYING.test(phrase)) return null
  if (/\b(?:necesito|quiero|quisiera|queria) comprar\b/.test(phrase)) return null
  if (HAVING.test(phrase) || /\b(?:donde|cuando)\b.*\bpedido\b/.test(phrase)) return null
  if (talk.state.cart.lines.length > 0 && (intent === 'change_quantity' || TELLS_NUMBER.test(phrase))) return null
  const worse = /\b(?:mas encima|encima|ademas|para peor|faltab\w+|venian?|llego|llegaron|y ahora)\b/.test(phrase)
  return { intent: worse ? 'complaint' : 'provide_info', because: 'tells more of the case' }
}

const CAME_BAD =
  /\b(?:venian?|vino|llegaron|llego|estaban?) (?:\S+ ){0,2}(?:pegad|con \S+(?: \S+)? machucad|machucad|reventad|mal[oa]s?\b|rot[oa]s?\b|quebrad|acid|vencid|podrid|abiert[oa]s?\b|mojad|aplastad|derretid|crud|danad|trizad|rayad|manchad|incomplet)/

/** "los ravioles venían todos pegados y ácidos" */
export function cameBad(_: Talk, { intent, confidence, phrase, question }: Seen): Verdict {
  if (question || intent === 'complaint' || intent === 'returns' || confidence > 0.9) return null
  return CAME_BAD.test(phrase) ? { intent: 'complaint', because: 'tells that it came in a bad state' } : null
}

/** "gracia, quiere paga", "ok, yo paga": as who learns Spanish says it. */
const PAYS_NOW = /(?:^|\s)(?:yo|quiere|quiero|voy a|va a?) paga(?:r)?(?: ahora| ya| todo)?$/

const COLLECT =
  /^(?:(?:ya|ok|oka|bueno|dale|listo|entonces|eso|perfecto) )*(?:cobr[ea](?:me|nos)?|cobrele)(?: (?:nomas|no mas|po|pues|entonces|altiro|al tiro|porfa|por favor))*$/

export function paysRatherThanNods(talk: Talk, { intent, phrase, cart }: Seen): Verdict {
  if (cart && intent !== 'checkout' && PAYS_NOW.test(phrase)) return { intent: 'checkout', because: 'wants to pay' }
  // "ya, cobre nomás": in a shop of pipes, too.
  if (
    cart &&
    intent !== 'checkout' &&
    COLLECT.test(phrase) &&
    /^(?:ya|ok|oka|bueno|dale|listo|entonces|eso|perfecto) |[ae](?:me|nos)\b/.test(phrase)
  )
    return { intent: 'checkout', because: 'wants to pay' }
  if ((intent !== 'affirm' && intent !== 'view_cart') || !cart || talk.state.pending?.kind === 'confirm_order')
    return null
  if (intent === 'view_cart')
    return /\b(?:quiero|quisiera|voy a|vamos a) pagar\b/.test(phrase)
      ? { intent: 'checkout', because: 'wants to pay' }
      : null
  return /\b(?:pago|pagar|pague|paguemos?|cobrame|cobreme|cerremos|cerramos|cierra el pedido)\b/.test(phrase)
    ? { intent: 'checkout', because: 'wants to pay' }
    : null
}
