import type { Intent } from '../../types.ts'
import { resolveMention } from '../resolve.ts'
import { sameButForLooks } from '../variants.ts'
import type { Talk } from '../talk.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Long messages, in which what is wanted comes after what is told, and short ones that only what stands open makes whole.
 */

const ORDER =
  /\b(?:necesito|quiero|deme|dame|denme|ponme|pongame|anotame|anoteme|agregame|agregueme|agrega|mandame|mandeme|sumame|echame|me llevo)\b(?: (?:solo|solamente|por favor|porfa|entonces|mejor|tambien))* (?:el|la|los|las|un|una|unos|unas|\d{1,3}|dos|tres|cuatro|cinco|seis|\p{L}{4,})/u

/** What an order at the end of a story is mistaken for. */
const STORY: ReadonlySet<Intent> = new Set([
  'recommend',
  'checkout',
  'smalltalk',
  'out_of_scope',
  'greeting',
  'view_cart',
  'affirm',
  'goodbye',
  'thanks',
])

/** "… así que mejor deme la olla de 20 y un sartén de 24": each a thing of the shop, told after the word that orders. */
export function ordersInAStory(talk: Talk, { intent, confidence, phrase, question }: Seen): Verdict {
  const { mentions } = talk.u.entities
  if (question || !STORY.has(intent) || confidence > 0.9 || !ORDER.test(phrase)) return null
  if (mentions.length === 0 || (mentions.length === 1 && mentions[0]?.quantity === null)) return null
  return mentions.every((mention) => resolveMention(talk, mention.text).kind === 'one')
    ? { intent: 'buy_product', because: 'orders at the end of a story' }
    : null
}

/** "ya, da lo mismo, entonces una vela de siete chakras", to an offer: that one, and no yes. */
export function namesInstead(talk: Talk, { intent, question, phrase }: Seen): Verdict {
  if (intent !== 'affirm' || question || talk.state.pending?.kind === 'confirm_order') return null
  const [mention, ...more] = talk.u.entities.mentions
  if (!mention || more.length > 0 || mention.quantity === null || phrase.split(' ').length < 4) return null
  const resolved = resolveMention(talk, mention.text)
  const offered =
    talk.state.pending?.kind === 'add_to_cart' || talk.state.pending?.kind === 'alternative'
      ? talk.state.pending.skus[0]
      : undefined
  return resolved.kind === 'one' && resolved.product.sku !== offered
    ? { intent: 'buy_product', because: 'names what it shall be' }
    : null
}

const LOOKS_FOR =
  /^(?:(?:hola|buenas|oye|epa|epale|mira|pana|mano|hermano|amigo|chamo|estimados?|buenos dias|buenas tardes) )*(?:ando|estoy|andaba|estaba|andamos|estamos)? ?(?:buscando|busco|buscaba|buscamos)\b/

/** "ando buscando unos zapatos": looks around, where "quiero esos" buys. */
export function looksFor(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (intent !== 'buy_product' || confidence > 0.9 || !LOOKS_FOR.test(phrase)) return null
  return talk.u.entities.mentions.some((mention) => (mention.quantity ?? 0) > 1)
    ? null
    : { intent: 'browse_category', because: 'looks for it, and orders none yet' }
}

const OCCASION =
  /\b(?:para|pa) (?:el|la|un|una|mi|su|tu|mis|los|las|celebrar|regalar\w*)\b.*\b(?:cumple\w*|matrimonio|fiesta|asado|bautizo|aniversario|once|navidad|dieciocho|18|reunion|comida|cena|evento|paseo|viaje|regalo|amig[oa]s?|mama|papa|hij[oa]s?|niet[oa]s?|polol[oa]|señora|senora|marido)\b/

/** "necesito una torta para un cumpleaños, seremos veinte": what for, and of which there are several. */
export function forAnOccasion(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (
    intent !== 'buy_product' ||
    question ||
    !/\b(?:necesito|busco|quisiera|quiero)\b/.test(phrase) ||
    !OCCASION.test(phrase)
  )
    return null
  const { mentions } = talk.u.entities
  if (mentions.some((mention) => (mention.quantity ?? 1) > 1)) return null
  const [first] = mentions
  const found = first === undefined ? null : resolveMention(talk, first.text)
  return found?.kind === 'many' && !sameButForLooks(found.products)
    ? { intent: 'recommend', because: 'tells an occasion, and several would do' }
    : null
}

/** "quiero un difusor de 300", of which there are two colours: the thing is named, only its look is open. */
export function namedButForLooks(talk: Talk, { intent, phrase, question, confidence }: Seen): Verdict {
  if (
    intent !== 'browse_category' ||
    question ||
    confidence > 0.9 ||
    !/^(?:(?:hola|ya|y|oye) )*(?:quiero|dame|deme|me llevo|llevo|quisiera) (?:un|una|el|la)\b/.test(phrase)
  )
    return null
  const [mention, ...more] = talk.u.entities.mentions
  const found = mention === undefined || more.length > 0 ? null : resolveMention(talk, mention.text)
  return found?.kind === 'many' && sameButForLooks(found.products)
    ? { intent: 'buy_product', because: 'names one thing, and leaves its look open' }
    : null
}

const KINDS_ASKED_LAST =
  /(?:[.!;,]\s*¿?\s*(?:y\s+)?|\S+\s+\S+\s+\S+\s+¿?)(?:qu[eé]|cu[aá]les)\s+(?!(?:tienen|hay|me|les|le|otr)\b)\p{L}+s\b.{0,40}\b(?:tienes?|tienen|hay|venden|manejan|les quedan?)\b(?: de es[oa]s?)?\s*\?*\s*$/iu

/** "voy a hacer un queque, ¿qué tienen de cobertura?" */
const KIND_OF_ASKED =
  /(?:^|[,.;¿]\s*)qu[eé] (?:tienen|tienes|hay|venden|teni) de (?!todo|nuevo|bueno|oferta|rico|barat)\p{L}+\s*\?*\s*$/iu

/** "Organizo un cumpleaños. ¿Qué guirnaldas tienen?": the kind is what is asked for, however long the story. */
export function kindAtTheEnd(talk: Talk, { intent }: Seen): Verdict {
  if (intent !== 'recommend' && intent !== 'buy_product') return null
  if (!KINDS_ASKED_LAST.test(talk.text) && !KIND_OF_ASKED.test(talk.text)) return null
  return { intent: 'browse_category', because: 'asks which there are of a kind' }
}

const ADDS_SOME =
  /^(?:(?:ya|ok|dale|bueno|y|entonces) )*(?:ponle|ponme|agrega\w*|dame|deme|echale|echame|sumale|suma|quiero|llevo|me llevo) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?: de (?:es[oa]s|est[oa]s|es[eo]))?(?: (?:porfa|por favor|tambien|mas|entonces))*$/

/** "ponle 2", right after a price was asked in the middle of the checkout: no street is called that. */
export function addsDuringCheckout(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'checkout_field' || question || !about || intent === 'buy_product') return null
  return ADDS_SOME.test(phrase) && !FIRM.has(intent)
    ? { intent: 'buy_product', because: 'so many of what was asked about' }
    : null
}

const SO_MANY_FOR =
  /^(?:(?:ya|ok|bueno|dale|y|entonces|pucha) )*(?:necesito|quiero|queremos|dame|deme|llevo|me llevo|ponme) (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce)(?: (?:par|unidad|bolsa|caja|paquete|saco|pack|bulto)(?:e?s)?)? (?:para|pa|pal|porque|por que|que es|que son|pq)\b/

/** "necesito 5 pares para el equipo": of what is being talked about. */
export function soManyFor(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (!about || question || intent === 'buy_product' || FIRM.has(intent)) return null
  return SO_MANY_FOR.test(phrase) && talk.u.entities.quantity !== null
    ? { intent: 'buy_product', because: 'says how many, and for whom' }
    : null
}

/** "5 paletas de fiesta para un baile", "quiero un esmeril y un alargador": counted, or more than one, and each a thing of the shop. */
export function ordersByName(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || (intent !== 'recommend' && intent !== 'browse_category' && intent !== 'stock_query')) return null
  const { mentions } = talk.u.entities
  const counted = /^\d{1,3} /.test(phrase) && (mentions[0]?.quantity ?? 0) > 1
  const several =
    mentions.length > 1 &&
    /^(?:(?:hola|buenas|ya|oye) )*(?:quiero|necesito|dame|deme|ponme|me llevo|llevo) /.test(phrase)
  if (!counted && !several) return null
  return mentions.every((mention) => resolveMention(talk, mention.text).kind === 'one')
    ? { intent: 'buy_product', because: 'names what is wanted, piece by piece' }
    : null
}
