import { comunaNamed } from '../../commerce/comunas.ts'
import { fold } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { FULL_NAME, readAddress } from '../address.ts'
import { TELLS_NUMBER } from '../correct-cart.ts'
import { unpaidOrder, wantsLink } from '../orders.ts'
import { evidenceOf, openOrders, type Talk } from '../talk.ts'
import { BUYING, FIRM, HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

const BOUGHT =
  /\b(?:compre|pedi|encargue|compramos|pedimos|encargamos)\b.*\b(?:ayer|anteayer|antes de ayer|anoche|hace|la semana pasada|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|el otro dia|el mes pasado)\b/

const MISTAKEN_FOR_PURCHASE: ReadonlySet<Intent> = new Set([
  'buy_product',
  'browse_category',
  'recommend',
  'select_option',
  'stock_query',
])

/** "llegó con todas las flores botadas", "llevo tres días esperando". */
const ARRIVED_BAD =
  /\blleg(?:o|aron) (?:con |tod[oa]s? |un[oa]s? |el |la |los |las |muy |super )*(?:\w+ )?(?:mal[oa]s?|rot[oa]s?|quebrad\w+|botad\w+|aplastad\w+|abiert[oa]s?|marchit\w+|vencid\w+|chorread\w+|sucio?s?|dañad\w+|danad\w+|fallad\w+|equivocad\w+|incomplet\w+)\b|\bllevo (?:\d+|dos|tres|varios|mil) (?:dias|horas|semanas) esperando\b/

/** "ya pagué con el link" */
const PAID =
  /^(?:(?:hola|ya|listo|oye|ok|buenas)[ ,]+)*(?:pagu[eé]|transfer[ií]|deposit[eé]|hice (?:el pago|la transferencia))(?=$|[\s,.!])(?!.*\b(?:c[oó]mo|d[oó]nde|puedo)\b)/iu

export function link(talk: Talk): Verdict {
  if (!unpaidOrder(talk)) return null
  if (PAID.test(talk.text)) return { intent: 'payment_status', because: 'says that it is paid' }
  if (!wantsLink(talk)) return null
  return { intent: 'checkout', because: 'asks for the link of an order that waits for its payment' }
}

const LATER =
  /\b(?:mas rato|mas tarde|despues|luego|manana|otro dia|en la tarde|en la noche|a fin de mes) (?:lo |la |los |te |les )?(?:pago|pagare|transfiero|cierro|confirmo)\b|\b(?:pago|transfiero) (?:mas rato|mas tarde|despues|luego|manana|otro dia)\b/

/** "gracias, más rato lo pago": not now. */
export function paysLater(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || (intent !== 'checkout' && intent !== 'payment_status') || openOrders(talk).length > 0) return null
  return LATER.test(phrase) ? { intent: 'goodbye', because: 'pays another time' } : null
}

export function acceptsConditionally(talk: Talk, { phrase, question }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'confirm_order' || question) return null
  if (!/^(?:ya |si |ok |dale |bueno )*(?:confirmo|confirmado|acepto)\b/.test(phrase)) return null
  return { intent: 'affirm', because: 'accepts what was put' }
}

export function nothingToCancel(talk: Talk, { intent, cart }: Seen): Verdict {
  if (intent === 'clear_cart' && !cart && unpaidOrder(talk))
    return { intent: 'cancel_order', because: 'only an order is there' }
  if (intent === 'cancel_order' && cart && talk.facts.orders.length === 0)
    return { intent: 'clear_cart', because: 'only a cart is there' }
  return null
}

/** "no, es Coquimbo, no La Serena" */
const OTHER_COMUNA = /^(?:no|perdon) (?:es|era|vivo en|estoy en|soy de) [a-z ]{4,30}$/

const HOUSE_NUMBER =
  /^(?:(?:epa|oye|ay|uy|ups|perdon|disculpa|disculpe|no) )*(?:es|era|son) (?:el|la )?(?:numero )?\d{2,5}(?: no \d+)?$/

export function correctsAddress(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'confirm_order' || question) return null
  if (HOUSE_NUMBER.test(phrase))
    return { intent: /^(?:\S+ )?no\b/.test(phrase) ? 'deny' : 'provide_info', because: 'the number of the house again' }
  if (OTHER_COMUNA.test(phrase) && comunaNamed(talk.text) !== null) return { intent: 'deny', because: 'another comuna' }
  if (FIRM.has(intent)) return null
  if (!/\d{2,}/.test(phrase) || /%|\$/.test(talk.text) || BUYING.test(phrase) || talk.u.entities.swap !== null)
    return null
  const read = readAddress(talk.text, talk.u.entities)
  // "perdone, es Blanco 551": the street that is known already, whatever the shop sells in white.
  const street = fold(talk.state.checkout.delivery?.address ?? '')
    .split(/[ ,]+/)
    .filter((word) => /^[a-z]{4,}$/.test(word))
  const known = /\b(?:es|era|son|numero)\b/.test(phrase) && street.some((word) => phrase.split(' ').includes(word))
  if (known)
    return { intent: /^no\b/.test(phrase) ? 'deny' : 'provide_info', because: 'the street again, with its number' }
  if (!['change_quantity', 'buy_product', 'remove_from_cart', 'select_option'].includes(intent)) return null
  const evidence = evidenceOf(talk, talk.text)
  if (read.address === null || evidence.named > 0.4 || evidence.kind > 0.4) return null
  return { intent: /^no\b/.test(phrase) ? 'deny' : 'provide_info', because: 'a street and a number' }
}

export function comunaAlone(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'confirm_order' || intent === 'provide_info') return null
  if (/^(?:si|no|ya|dale|ok|bueno|confirm|correct|perfect|listo|esta bien|todo)/.test(phrase)) return null
  return comunaNamed(talk.text.trim()) === null
    ? null
    : { intent: 'provide_info', because: 'where to, which is no yes' }
}

export function boughtBefore(talk: Talk, { intent, phrase, question, confidence }: Seen): Verdict {
  if (ARRIVED_BAD.test(phrase))
    return intent === 'complaint' ? null : { intent: 'complaint', because: 'tells what arrived, and how' }
  const unsure = intent === 'complaint' && confidence < 0.5
  const mistaken =
    unsure || MISTAKEN_FOR_PURCHASE.has(intent) || (intent === 'cancel_order' && !/\b(?:anul|cancel)/.test(phrase))
  if (!BOUGHT.test(phrase) || !mistaken || question) return null
  return { intent: 'order_status', because: 'tells of a purchase made before' }
}

export function numbersAnOrder(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (talk.u.entities.orderNumber === null || intent !== 'cancel_order') return null
  return /\b(?:anul|cancel|no (?:lo|la) quiero|arrepent)/.test(phrase)
    ? null
    : { intent: 'order_status', because: 'names an order, and no word of calling it off' }
}

const DURATION =
  /^(?:(?:espera|oye|ya|y|pero|ok|una duda|una consulta|disculpa|ah) )*(?:en )?cuanto (?:tiempo )?(?:se )?(?:demora|tarda)(?:n|ria|rian)?(?: (?:en llegar|en llegarme|mas o menos|aprox\w*|el (?:envio|despacho|pedido)|en (?:llegar )?(?:el|mi) pedido|la entrega))*$/

const ARRIVES =
  /\b(?:en|como en|dentro de) cuanto (?:tiempo )?(?:me |nos )?(?:llega\w*|lo (?:mandan|envian|traen))\b|\bcuando (?:me |nos )(?:llega\w*|lo (?:mandan|envian|traen))\b/

/** "¿y como en cuánto me llega?": of the order that was placed, else of delivery at all. */
export function timeOfArrival(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (intent === 'shipping' || intent === 'order_status' || !ARRIVES.test(phrase)) return null
  return openOrders(talk).length > 0
    ? { intent: 'order_status', because: 'asks when the order comes' }
    : { intent: 'shipping', because: 'asks how long delivery takes' }
}

/** "¿y cuánto se demora pa acá?" */
const TO_HERE =
  /\bcuanto (?:se )?(?:demoran?|tardan?) (?:en llegar|(?:para|pa|hasta|a) (?:aca|aqui|alla|mi casa|el sur|el norte|regiones))/

/** "¿cuánto demora?", while an order is being put together: the parcel, whatever the product's sheet says of weeks. */
export function timeOfDelivery(talk: Talk, { intent, phrase }: Seen): Verdict {
  const ordering = talk.state.checkout.active || talk.state.pending?.kind === 'confirm_order'
  if (intent !== 'shipping' && !FIRM.has(intent) && TO_HERE.test(phrase))
    return { intent: 'shipping', because: 'asks how long it takes to get here' }
  if (!ordering || intent === 'shipping' || !DURATION.test(phrase)) return null
  return { intent: 'shipping', because: 'asks how long, with a checkout under way' }
}

/** "sí, pero a nombre de Luis Vera", "ya, pero mándalo a Prat 60": a yes that changes the order is a change first. */
export function amendsOrder(talk: Talk, { phrase, question }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'confirm_order' || question) return null
  if (
    !/\b(?:a nombre de|pero|solo que|mejor|cambia\w*|ponle|que vaya|direccion|equivoque)\b/.test(phrase) ||
    BUYING.test(phrase)
  )
    return null
  const read = readAddress(talk.text, talk.u.entities)
  const named = /\ba nombre de \S{2,}/.test(phrase) && (read.name ?? talk.u.entities.name) !== null
  const moved =
    read.address !== null && /\d/.test(read.address) && /\b(?:mand|envi|despach|lleva|direccion|a la|a mi)/.test(phrase)
  return named || moved || talk.u.entities.email !== null
    ? { intent: 'provide_info', because: 'changes what the summary says' }
    : null
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
  if (talk.state.cart.lines.length > 0 && TELLS_NUMBER.test(phrase)) return null
  const worse = /\b(?:mas encima|encima|ademas|para peor|faltab\w+|venian?|llego|llegaron|y ahora)\b/.test(phrase)
  return { intent: worse ? 'complaint' : 'provide_info', because: 'tells more of the case' }
}

const CALLS_OFF =
  /^(?:(?:ya|no|hola|oye|porfa|por favor|pucha|mejor|me arrepenti|disculpe?|perdon) )*(?:cancela|cancele|cancelame|cancelar|anula|anule|anulame|anular|quiero cancelar|quiero anular|(?:quiero |necesito )?dejar sin efecto)(?: (?:la compra|mi compra|el pedido|mi pedido|la orden|todo el pedido))(?: .{0,20})?$/

const CAME_BAD =
  /\b(?:venian?|vino|llegaron|llego|estaban?) (?:\S+ ){0,2}(?:pegad|con \S+(?: \S+)? machucad|machucad|reventad|mal[oa]s?\b|rot[oa]s?\b|quebrad|acid|vencid|podrid|abiert[oa]s?\b|mojad|aplastad|derretid|crud|danad|trizad|rayad|manchad|incomplet)/

/** "los ravioles venían todos pegados y ácidos" */
export function cameBad(_: Talk, { intent, confidence, phrase, question }: Seen): Verdict {
  if (question || intent === 'complaint' || intent === 'returns' || confidence > 0.9) return null
  return CAME_BAD.test(phrase) ? { intent: 'complaint', because: 'tells that it came in a bad state' } : null
}

/** "cancela la compra, porfa", of an order that is placed: whatever goods the word sounds like. */
export function callsItOff(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || intent === 'cancel_order' || openOrders(talk).length === 0 || !CALLS_OFF.test(phrase)) return null
  return talk.state.cart.lines.length > 0 ? null : { intent: 'cancel_order', because: 'calls off what was placed' }
}

const MISTAKEN_NAME: ReadonlySet<Intent> = new Set(['greeting', 'smalltalk', 'out_of_scope', 'thanks', 'affirm'])

const PLACE =
  /\b(?:fundo|parcela|sitio|calle|pasaje|psje|av|avenida|camino|km|block|depto|villa|poblacion|s n|sn|condominio|hijuela)\b/

/** "Don Segundo Carrasco, fundo Las Rosas s/n, Pichidegua", to the question for it: no roses. */
export function answersWithAnAddress(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'checkout_field' || question || intent === 'provide_info' || FIRM.has(intent))
    return null
  if (!talk.text.includes(',') || !PLACE.test(phrase) || comunaNamed(talk.text) === null) return null
  return { intent: 'provide_info', because: 'a name, a street and a comuna' }
}

/** "Camila Pérez", out of the blue, with a full cart: who it is for. */
export function nameAlone(talk: Talk, { intent, confidence, cart, question }: Seen): Verdict {
  if (!cart || question || !MISTAKEN_NAME.has(intent) || confidence > 0.9) return null
  const text = talk.text.trim()
  if (!FULL_NAME.test(text) || comunaNamed(text) !== null) return null
  const evidence = evidenceOf(talk, text)
  return evidence.named > 0.3 || evidence.kind > 0.3 || evidence.need > 0.3
    ? null
    : { intent: 'provide_info', because: 'a full name and nothing else' }
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
