import { classOf } from '../../catalog/words.ts'
import { stem } from '../../text/stem.ts'
import type { Intent } from '../../types.ts'
import { headOf } from '../head-noun.ts'
import { isCalled } from '../subject.ts'
import { answeredBy } from '../product-sheet.ts'
import { findProducts, search, type Talk } from '../talk.ts'
import { FIRM, type Seen, type Verdict } from './rule.ts'

/*
 * Questions about what a thing does, where it stands on the table and is not named: "¿y resbala?", "¿avisa si tengo
 * arritmia?", "¿cuántas calorías da por porción?". The verb is the thing's, never the shop's.
 */

const OPENS =
  '(?:(?:y|pero|oye|oiga|ya|ah|oh|uy|ay|mm+|hola|consulta|una (?:consulta|duda|pregunta)|disculpe?|chuta|pucha|igual) )*'

/** What things do, may do, or have done to them. */
const DEEDS =
  'resbal|manch|desti(?:n|ñ)|encog|pic|quem|recalient|calient|enfri|avis|suen|vibr|alumbr|brill|flot|gote|filtr|romp|ray|quiebr|triz|dobl|estir|apriet|despeg|pelan?|pel|sell|peg|sec|moj|absorb|proteg|engord|adelgaz|hidrat|irrit|ard|huel|sab|pinch|desarm|cierr|abr|gir|regul|ajust|carg|conect|graba?|enchuf|program|apag|prend|enciend|aguant|resist|soport|dur|rind|cubr|tap|camin|muev|mueven?|oxid|desgast|arrug|tiñ|tin|lav|planch|corta?|mid|marc|detect|emit|bot|gast|consum|cuelg|encaj|calz|entr|cab|crec|florec|muerd|ensuci|empañ|empan|congel|derrit|fund|enred|deform|abrig|transpir|respir|ahog|cae|caen|pasa|pierd|tran[sc]|mantien|conserv|venc|repel|mata|limpi|elimin|funcion|sirv|trae|vien|inclu|contien|necesit|ocup|us'

const DOES = new RegExp(
  `^${OPENS}(?:(?:es[ao]s?|ese|est[ao]s?|este) )?(?:(?:tambien|igual|siempre|todavia) )?(?:no )?(?:(?:se|me|te|le|les|se lo|se la|no lo|no la) ){0,2}((?:${DEEDS})(?:a|e|ea|an|en|ean|uye|uyen)?)(?: (?!en (?:la )?(?:tienda|local)|hoy|manana|a (?:domicilio|regiones|todo)).*)?$`,
)

/** "¿ese no jode las manos?" */
const THAT_ONE_NOT = new RegExp(
  `^${OPENS}es[eao]s? no (?!lo|la|los|las|va\\b|me\\b|quiero|gracias|mejor|po\\b|porfa)[a-z]+ \\S`,
)

/** "¿cuántas calorías da por porción?" */
const HOW_MANY_DOES = new RegExp(
  `^${OPENS}cuant[oa]s? (?!unidades|dias|cuotas|plata|stock)[a-z]+ (?:me |le |te )?(?:da|dan|aporta|aportan|tiene|tienen|lleva|llevan|trae|traen|gasta|gastan|consume|consumen|crece|ocupa|usa|hace|hacen)\\b`,
)

/** "¿cuánto lo sube?" */
const HOW_MUCH_IT = new RegExp(
  `^${OPENS}cuant[oa] (?:lo|la|se|le) (?!deja|vend|cobra|cuesta|sale|valen?\\b|pag|demor|mand|envi|llev|hace)[a-z]{3,}(?:a|e|an|en)$`,
)

/** "¿tiene que ponerle pilas?", "¿se le echa agua?" */
const MUST_DO = new RegExp(
  `^${OPENS}(?:(?:(?:le|les) )?(?:tiene|hay) que|se le|se les) (?!pag|compr|ped|reserv|encarg|inscri)[a-z]{3,}`,
)

/** "¿en cuánto hierve un litro?" */
const IN_HOW_LONG = new RegExp(
  `^${OPENS}en cuant[oa]s? (?:rato |tiempo |minutos |horas )?(?:se )?(?!sale|queda|deja|esta|vale|llega)[a-z]{3,}(?:a|e|an|en)\\b`,
)

/** What the shop does itself. */
const OF_SHOP =
  /\b(?:despach\w*|envi\w*|mand\w*|reparten?|entreg\w*|atiend\w*|abren?|cierran?|acept\w*|recib\w*|transfer\w*|tarjeta|debito|efectivo|cuotas|boleta|factura|local|tienda|regiones|domicilio|pedido|descuento|promo\w*|oferta|garantia|cambios?|devol\w*|precio|cuesta\w*|vale|valen|carrito|hoy|manana|horario)\b/

/** What such a question is mistaken for. */
const MISTAKEN: ReadonlySet<Intent> = new Set<Intent>([
  'out_of_scope',
  'smalltalk',
  'stock_query',
  'browse_category',
  'browse_catalog',
  'recommend',
  'price_query',
  'view_cart',
  'buy_product',
  'remove_from_cart',
  'change_quantity',
  'shipping',
  'provide_info',
  'select_option',
  'complaint',
  'opt_in',
  'deny',
  'affirm',
  'help',
  'product_info',
])

export function asksWhatItDoes(talk: Talk, { intent, confidence, phrase, question, about }: Seen): Verdict {
  if (!about || !question || !MISTAKEN.has(intent) || (FIRM.has(intent) && confidence > 0.8)) return null
  const pending = talk.state.pending?.kind
  if (pending === 'checkout_field' || pending === 'confirm_order' || OF_SHOP.test(phrase)) return null
  const counts =
    IN_HOW_LONG.test(phrase) ||
    THEY_HAVE.test(phrase) ||
    HOW_MANY_DOES.test(phrase) ||
    HOW_MUCH_IT.test(phrase) ||
    MUST_DO.test(phrase)
  const verb = DOES.exec(phrase)?.[1]
  const pointed = POINTS_FIRST.test(phrase)
  if (!counts && !THAT_ONE_NOT.test(phrase) && (verb === undefined || (!pointed && begins(talk, verb)))) return null
  // "¿ese pica mucho?" is of the sauce on the table, whatever else is hot.
  if (pointed && (verb !== undefined || intent !== 'product_info')) talk.picked = [about]
  // "¿aguanta la lluvia?", of the rucksack on the table: nothing in the shop is called rain.
  else if (
    (verb !== undefined || IN_HOW_LONG.test(phrase)) &&
    (!talk.state.listFresh || talk.state.listed.length < 2) &&
    !namesAThing(talk, phrase)
  )
    talk.picked = [about]
  return { intent: 'product_info', because: 'asks what the thing on the table does' }
}

const THEY_HAVE = new RegExp(
  `^${OPENS}(?:es[ao]s|est[ao]s|es[ea]|est[ea]) (?:no )?(?:tienen?|llevan?|traen?|contienen?|vienen?) \\S`,
)

const POINTS_FIRST = new RegExp(`^${OPENS}(?:es[eao]|est[eao]) (?:no )?[a-z]+`)

/** "¿qué aroma tiene?", of the one on the table: no thing of the shop begins with that word, and it is not of many. */
const WHAT_OF_IT = new RegExp(
  `^${OPENS}(?:de )?(?:que|cual) (?!otr|mas\\b|precio|valor|costo|stock|dia|hora|horario|metodo|medio|forma|marcas?\\b)([a-z]{3,}[^s]) (?:tienen?|traen?|usan?|llevan?|es|son|miden?)$`,
)

export function asksWhatOfIt(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (!about || (intent !== 'browse_category' && intent !== 'stock_query' && intent !== 'recommend')) return null
  const noun = WHAT_OF_IT.exec(phrase)?.[1]
  if (noun === undefined || isCalled(about, [noun]) || begins(talk, noun)) return null
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const answering = listed.length > 1 ? answeredBy(listed, talk.text) : [about]
  talk.picked = (answering.length > 0 ? answering : listed).slice(0, 1)
  return { intent: 'product_info', because: 'asks for a quality of the thing on the table' }
}

function namesAThing(talk: Talk, phrase: string): boolean {
  return phrase.split(' ').some((word) => word.length > 3 && classOf(word) !== 'stop' && begins(talk, word))
}

/** The name of something in the shop begins with that word: it is a thing, whatever else it may mean. */
function begins(talk: Talk, word: string): boolean {
  const hits = search(talk, { text: word, mode: 'any', limit: 8 })
  return hits.some((hit) => headOf(hit.product) === stem(word))
}
