import type { Intent } from '../../types.ts'
import { byTheKilo } from '../amounts.ts'
import { lineMeant } from '../line-meant.ts'
import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { sameButForLooks } from '../variants.ts'
import { pickByWords } from '../pick.ts'
import { stem } from '../../text/stem.ts'
import { foldPhrase } from '../../text/fold.ts'
import { evidenceOf, findProducts, search, type Talk } from '../talk.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Long messages, in which what is wanted comes after what is told, and short ones that only what stands open makes whole.
 */

const ORDER =
  /\b(?:necesito|quiero|deme|dame|denme|ponme|pongame|anotame|anoteme|agregame|agregueme|agrega|mandame|mandeme|sumame|echame|me llevo)\b(?: (?:solo|solamente|por favor|porfa|entonces|mejor|tambien))* (?:el|la|los|las|un|una|unos|unas|\d{1,3}|dos|tres|cuatro|cinco|seis|\p{L}{4,})/u

/** Says the same more kindly; of two things and how many of each it is as plain. */
const WISH =
  /\b(?:quisiera|quisieramos|me gustaria (?:pedir|llevar|comprar|encargar)|queria) (?:\d|dos|tres|cuatro|cinco|seis|un)/

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

/** What a story with two counted things in it is taken for. */
const ANY_STORY: ReadonlySet<Intent> = new Set<Intent>([
  'deny',
  'affirm',
  'goodbye',
  'provide_info',
  'payment_status',
  'help',
])

/** Fewer words before an order are greetings. */
const STORY_WORDS = 3

/** "… así que mejor deme la olla de 20 y un sartén de 24": each a thing of the shop, told after the word that orders. */
export function ordersInAStory(talk: Talk, { intent, confidence, phrase, question }: Seen): Verdict {
  const { mentions } = talk.u.entities
  const pieces = mentions.filter((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true).length > 1
  const order = ORDER.exec(phrase) ?? (pieces ? WISH.exec(phrase) : null)
  const open =
    (pieces && ANY_STORY.has(intent)) ||
    STORY.has(intent) ||
    (confidence < 0.6 && !FIRM.has(intent) && intent !== 'buy_product')
  const counted = mentions.length === 1 && (mentions[0]?.quantity ?? 0) > 1 && mentions[0]?.apart !== true
  if (question || !open || confidence > (counted ? 0.99 : 0.9) || order === null) return null
  // "necesito un arnés para mi perrito" tells nothing before.
  if (phrase.slice(0, order.index).split(' ').length <= STORY_WORDS) return null
  const weighed = mentions.some((mention) =>
    /^(?:\d{1,3}|dos|tres|cuatro|cinco) ?(?:kilos?|kg|litros?|metros?)\b/i.test(mention.text),
  )
  if (mentions.length === 0 || (mentions.length === 1 && mentions[0]?.quantity === null && !weighed)) return null
  const found = mentions.map((mention) => (byTheKilo(talk, mention.text) ?? resolveMention(talk, mention.text)).kind)
  const several = mentions.filter((mention) => mention.quantity !== null).length > 1
  return found.every((kind) => kind === 'one' || (several && kind === 'many'))
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
  /^(?:(?:hola|buenas|oye|epa|epale|mira|pana|mano|hermano|amigo|amiga|chamo|bro|wena|holi|senorita|señorita|joven|vecina|vecino|caballero|señora|senora|estimados?|buenos dias|buenas tardes) )*(?:ando|estoy|andaba|estaba|andamos|estamos)? ?(?:buscando|busco|buscaba|buscamos)\b/

/** "ando buscando unos zapatos": looks around, where "quiero esos" buys. */
export function looksFor(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  const beside = intent === 'shipping' || intent === 'out_of_scope'
  if ((intent !== 'buy_product' && intent !== 'stock_query' && !beside) || !LOOKS_FOR.test(phrase)) return null
  const goods = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  if (beside ? !goods : confidence > 0.9) return null
  return talk.u.entities.mentions.some((mention) => (mention.quantity ?? 0) > 1)
    ? null
    : { intent: 'browse_category', because: 'looks for it, and orders none yet' }
}

const TO_DO = /\b(?:para|pa) [a-z]{2,}(?:ar|er|ir)(?:l[aeo]s?|me|se)?(?: [a-z]+){0,4}$/

const SOMEWHERE = /\bun[oa]? [a-z]{3,}(?: [a-z]+)? (?:para|pa) (?:la|el) ([a-z]{3,})$/

/** "busco un parlante pa la piscina": where it is to serve is a need; "un control pa la play" is made for that. */
export function placeTold(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent === 'browse_category' && !question && LOOKS_FOR.test(phrase) && TO_DO.test(phrase))
    return { intent: 'recommend', because: 'tells what it is to serve for' }
  const place = intent === 'browse_category' && LOOKS_FOR.test(phrase) ? SOMEWHERE.exec(phrase)?.[1] : undefined
  if (place === undefined || question) return null
  const evidence = evidenceOf(talk, place)
  return evidence.named < 0.4 ? { intent: 'recommend', because: 'tells where it is to serve' } : null
}

const TASTE = /\b(?:le|les|me) (?:gusta\w*|encanta\w*|fascina\w*|apasiona\w*)\b/

const ONE_OF =
  /^(?:(?:hola|holi|buenas|ya|y|oye|buenos dias|buenas tardes) )*(?:quiero|dame|deme|quisiera|llevo|me llevo|necesito) (?:un|una|el|la) (\S+(?: \S+){1,5})$/

/** "quiero una casa de muñecas", which is just what one product is called: that one, whatever else is of its kind. */
export function calledJustThat(talk: Talk, { intent, phrase, question, confidence }: Seen): Verdict {
  const words = intent === 'browse_category' && !question && confidence < 0.985 ? ONE_OF.exec(phrase)?.[1] : undefined
  if (words === undefined) return null
  const stems = (text: string) => foldPhrase(text).split(' ').map(stem)
  const said = stems(words)
  const called = search(talk, { text: words, mode: 'any', limit: 8 })
    .map((hit) => stems(hit.product.name))
    .filter((name) => said.every((word, at) => word === name[at]))
  return called.length === 1 ? { intent: 'buy_product', because: 'wants what one product is called' } : null
}

/** "busco una mochila pa mi hijo, le fascinan los dinosaurios": a taste is told, and it is ours to say which. */
export function tellsATaste(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'browse_category' || question) return null
  return TASTE.test(phrase) && /\b(?:para|pa|pal) (?:mi|un|una|el|la|mis)\b/.test(phrase)
    ? { intent: 'recommend', because: 'tells whom it is for and what they like' }
    : null
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

const GIVE_ME =
  /(?:[,;.!]|\s)\s*(?:dame|deme|d[eé]me|mejor|me llevo|llevo|quiero)\s+(?:el|la|los|las|un|una)\s+([^,;.!?]{3,40})[\s.!]*$/iu

/** "jaja se la come el depto, dame el poste": its last words order one thing of the shop. */
export function ordersAtLast(talk: Talk, { intent, confidence, question, phrase }: Seen): Verdict {
  if (question || confidence > 0.7 || intent === 'buy_product' || FIRM.has(intent)) return null
  const words = phrase.split(' ').length > 4 ? GIVE_ME.exec(talk.text)?.[1] : undefined
  if (words === undefined) return null
  const [named, ...more] = pickByWords(talk, findProducts(talk, talk.state.listed), words)
  const found = named && more.length === 0 ? named : resolveMention(talk, words)
  if ('kind' in found && found.kind !== 'one') return null
  return { intent: 'buy_product', because: 'its last words order one thing' }
}

const FOR_SO_MANY =
  /\b(?:necesito|busco|quisiera|quiero|un|una)\b.* (?:para|pa) (?:(?:como |unas |unos )?\d{1,3} (?:personas|invitados|ni[nñ]os|comensales)|(?:\p{L}+(?:ar|er|ir)) )/u

/** "necesito un coche que pueda llevar en el avión" */
const ONE_THAT =
  /^(?:\S+ ){0,3}(?:necesito|busco|quisiera|quiero) un[oa]? .{3,40} que (?:se )?(?:pueda|sirva|aguante|quepa|tenga|no pese|no sea|sea|dure|soporte)\b/

/** "necesito una torta pa 20 personas", "un juego pa jugar de a dos": what for, and several would do. */
export function ofSeveralFor(talk: Talk, { intent, phrase, question, confidence }: Seen): Verdict {
  if (intent === 'buy_product' && !question && confidence < 0.9 && ONE_THAT.test(phrase))
    return { intent: 'recommend', because: 'tells what it must be able to do' }
  if (intent !== 'buy_product' || question || confidence > 0.9 || !FOR_SO_MANY.test(phrase)) return null
  const [mention] = talk.u.entities.mentions
  if (mention === undefined || ((mention.quantity ?? 1) > 1 && mention.apart !== true)) return null
  const found = resolveMention(talk, mention.text)
  return found.kind === 'many' && !sameButForLooks(found.products)
    ? { intent: 'recommend', because: 'tells what for, and several would do' }
    : null
}

const COUNTED_AND_NAMED =
  /^(?:(?:ya|ok|bueno|dale|pucha|chuta|uf|ah|entonces|po|y|mejor|no) )*(?:dame |deme |quiero |llevo )?(?:\d{1,3}|un|una|dos|tres|cuatro|cinco|seis) (?!(?:es|era|opcion)\b)\p{L}/u

/** "1 del culinario, es pa hacer queques", "ya, entonces un carcassonne": so many of one thing of the shop. */
export function countedAndNamed(talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  const then = /\bentonces\b/.test(phrase)
  const open = MISTAKEN_ORDER.has(intent) || (then && intent === 'browse_category')
  // "nada tienen jaja. 1 mopa con balde"
  const last = foldPhrase(talk.text.split(/[.!;\n]+/).findLast((each) => /\p{L}/u.test(each)) ?? '')
  const told = last !== phrase && /^\d{1,2} \p{L}/u.test(last)
  if (question || !open || !(told || COUNTED_AND_NAMED.test(phrase))) return null
  const [mention, ...more] = talk.u.entities.mentions
  if (!mention || more.length > 0 || mention.apart === true) return null
  if (mention.quantity === null && !/^\d{1,3} (?:kilos?|metros?|litros?|kg|mts?) /.test(mention.text)) return null
  if (!then && !told && !/^(?:\S+ ){0,2}\d/.test(phrase)) return null
  if (cart && lineMeant(talk, mention.text) !== null && intent !== 'select_option') return null
  const kind = resolveMention(talk, mention.text).kind
  return kind === 'one' || (kind === 'many' && then && (mention.quantity ?? 0) > 1)
    ? { intent: 'buy_product', because: 'so many of one thing' }
    : null
}

const MISTAKEN_ORDER: ReadonlySet<Intent> = new Set(['select_option', 'stock_query', 'product_info'])

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

const WHICH_ARE_THERE = /,\s*¿?(?:cu[aá]les|qu[eé]|q)\s+(?:hay|tienen?|tienes|ten[ií]|venden?|manejan)\s*\?*\s*$/iu

const KINDS_ASKED_LAST =
  /(?:[.!;,]\s*¿?\s*(?:y\s+)?|\S+\s+\S+\s+\S+\s+¿?)(?:qu[eé]|cu[aá]les)\s+(?!(?:tienen|hay|me|les|le|otr)\b)\p{L}+s\b.{0,40}\b(?:tienes?|tienen|hay|venden|manejan|les quedan?)\b(?: de es[oa]s?)?\s*\?*\s*$/iu

/** "voy a hacer un queque, ¿qué tienen de cobertura?" */
const KIND_OF_ASKED =
  /(?:^|[,.;¿]\s*)qu[eé] (?:tienen|tienes|hay|venden|teni) de (?!todo|nuevo|bueno|oferta|rico|barat)\p{L}+\s*\?*\s*$/iu

/** "Organizo un cumpleaños. ¿Qué guirnaldas tienen?": the kind is what is asked for, however long the story. */
export function kindAtTheEnd(talk: Talk, { intent }: Seen): Verdict {
  if (intent !== 'recommend' && intent !== 'buy_product') return null
  if (![KINDS_ASKED_LAST, KIND_OF_ASKED, WHICH_ARE_THERE].some((asks) => asks.test(talk.text))) return null
  return { intent: 'browse_category', because: 'asks which there are of a kind' }
}

const WANTS_ONE =
  /^(?:(?:hola|holi|buenas|ya|oye|buenos dias|buenas tardes|wena) )*(?:quiero|kiero|necesito|dame|deme|me llevo|llevo|quisiera|ocupo) (?:un|una) (\S+(?: \S+){0,4})$/

/** "quiero un palto", of which the shop has one: that one. */
export function wantsTheOnlyOne(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const words = intent === 'browse_category' && !question ? WANTS_ONE.exec(phrase)?.[1] : undefined
  if (words === undefined || /\b(?:para|pa|pal|que|algo|barat\w+|buen[oa]|car[oa])\b/.test(words)) return null
  const found = resolveMention(talk, words)
  if (found.kind !== 'one' || found.product.stock <= 0) return null
  const [only, ...more] = searchKind(talk, words, 'kind')
  return only?.sku === found.product.sku && more.length === 0
    ? { intent: 'buy_product', because: 'wants the only one of its kind' }
    : null
}

const AND_FOR_WHOM =
  /^(?:(?:ya|ok|bueno|tambien) )*y (?:tambien )?(?:para|pa) (?:mi|mis|el|la|su) [a-z]+(?: [a-z]+)? (?:un|una|unos|unas|el|la|\d{1,2}|dos|tres) (\S.*)$/

/** "y para mi ahijada un juego de sábanas de unicornios", after a purchase: one more thing. */
export function andForSomeone(talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  if (!cart || question || intent === 'buy_product' || FIRM.has(intent)) return null
  const words = AND_FOR_WHOM.exec(phrase)?.[1]
  return words !== undefined && resolveMention(talk, words).kind === 'one'
    ? { intent: 'buy_product', because: 'one more thing, and for whom' }
    : null
}

const ADDS_SOME =
  /^(?:(?:ya|ok|dale|bueno|y|entonces) )*(?:ponle|ponme|ponga\w*|agreg[aue]\w*|dame|deme|echale|echame|sumale|suma|quiero|llevo|me llevo) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?: de (?:es[oa]s|est[oa]s|es[eo]))?(?: (?:porfa|por favor|tambien|mas|entonces))*$/

/** "ponle 2", right after a price was asked in the middle of the checkout: no street is called that. */
export function addsDuringCheckout(talk: Talk, { intent, phrase, question, about, confidence }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'checkout_field' || question || !about || intent === 'buy_product') return null
  return ADDS_SOME.test(phrase) && (!FIRM.has(intent) || confidence < 0.8)
    ? { intent: 'buy_product', because: 'so many of what was asked about' }
    : null
}

const SO_MANY_FOR =
  /^(?:(?:ya|ok|bueno|dale|y|entonces|pucha) )*(?:necesito|quiero|queremos|dame|deme|llevo|me llevo|ponme) (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce)(?: (?:par|unidad|bolsa|caja|paquete|saco|pack|bulto)(?:e?s)?)? (?:(?:es|son) )?(?:para|pa|pal|porque|por que|que es|que son|pq)\b/

/** "necesito 5 pares para el equipo": of what is being talked about. */
export function soManyFor(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (!about || question || FIRM.has(intent)) return null
  return SO_MANY_FOR.test(phrase) && talk.u.entities.quantity !== null
    ? { intent: 'buy_product', because: 'says how many, and for whom' }
    : null
}

const POLITE_ORDER =
  /\bme (?:vende|vendes|da|das|daria|pone|pones|anota|anotas|manda|mandas|agrega|agregas|(?:puede|puedes|podria|podrias) (?:dar|vender|mandar|anotar|poner|agregar)) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)\b/

/** "¿me vende 2 de esas y una de dinosaurio?": ordered, with a question mark. */
export function ordersPolitely(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (!question || intent === 'buy_product' || FIRM.has(intent) || !POLITE_ORDER.test(phrase)) return null
  if (/\b(?:cuanto|precio|descuento|dato)\b|\ba (?:un|una|\d+) (?:pesos?|lucas?)\b/.test(phrase)) return null
  const { mentions, anaphora } = talk.u.entities
  const goods = mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  return goods || (anaphora !== null && talk.state.focus.length > 0)
    ? { intent: 'buy_product', because: 'orders, and asks kindly' }
    : null
}

const WEIGHED =
  /^(?:(?:perfecto|ya|ok|dale|bueno|genial|listo|entonces|buenisimo|excelente) )*(?:dame |deme |quiero )?(?:\d{1,3}|un|dos|tres|cuatro|cinco) ?(?:kilos?|kg|litros?|lts?|metros?|mts?) (?:de |del )?\S/

const ORDERS_SO_MANY =
  /^(?:(?:hola|holi|buenas|ya|oye|buenos dias|buenas tardes|wena) )*(?:necesito|quiero|quisiera|dame|deme|llevo|me llevo|queremos|necesitamos) (?:\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce) /

/** "5 paletas de fiesta para un baile", "quiero un esmeril y un alargador": counted, or more than one, and each a thing of the shop. */
export function ordersByName(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const weighed = WEIGHED.test(phrase)
  const unsure = intent === 'product_info' || intent === 'select_option' || intent === 'out_of_scope'
  if (
    question ||
    (!(unsure && weighed) && intent !== 'recommend' && intent !== 'browse_category' && intent !== 'stock_query')
  )
    return null
  if (/\balgo (?:(?:bien |mas |muy |super )?[a-z]+ )?(?:para|pa|pal|que|de|con|sin)\b/.test(phrase)) return null
  if (/\b(?:un|algun) regal\w+ (?:a|para|pa)\b|\bregalarle\b/.test(phrase)) return null
  const { mentions } = talk.u.entities
  const counted = (/^\d{1,3} /.test(phrase) && (mentions[0]?.quantity ?? 0) > 1) || weighed
  const [first, ...more] = mentions
  const named = more.length === 0 && (first?.quantity ?? 0) > 1 && first?.apart !== true && ORDERS_SO_MANY.test(phrase)
  const several =
    mentions.length > 1 &&
    /^(?:(?:hola|buenas|ya|oye) )*(?:quiero|necesito|dame|deme|ponme|me llevo|llevo) /.test(phrase)
  if (!counted && !several && !named) return null
  return mentions.every(
    (mention) => (byTheKilo(talk, mention.text) ?? resolveMention(talk, mention.text)).kind === 'one',
  )
    ? { intent: 'buy_product', because: 'names what is wanted, piece by piece' }
    : null
}
