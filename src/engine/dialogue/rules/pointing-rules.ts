import { fold, foldPhrase } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import type { Intent } from '../../types.ts'
import { siblingMeant } from '../correct-cart.ts'
import { oneOfEach } from '../goods-pointed-at.ts'
import { headOf } from '../head-noun.ts'
import { pickByWords, pickFrom } from '../pick.ts'
import { answerFrom } from '../product-sheet.ts'
import { MOST_KIN } from '../reference.ts'
import { resolveMention } from '../resolve.ts'
import { kindred } from '../show-products.ts'
import { isCalled } from '../subject.ts'
import { evidenceOf, findProducts, type Talk } from '../talk.ts'
import { BUYING, FIRM, HAVING, NUMBER, type Seen, type Verdict } from './rule.ts'

/*
 * Messages in few words that only what stands on the table makes whole: an attribute by itself, so many of each, a question
 * whose subject nobody says.
 */

/** "uno de cada color", "1 del primero y 1 del tercero": of what is listed, and no place in it. */
export function someOfEach(talk: Talk, { intent, question }: Seen): Verdict {
  if (question || intent === 'buy_product' || FIRM.has(intent) || talk.state.listed.length < 2) return null
  return oneOfEach(talk) === null ? null : { intent: 'buy_product', because: 'so many of each of what is listed' }
}

const ALONE =
  /^(?:(?:ya|ok|oye|pero|bueno|entonces|pucha|chuta|chucha|uta|puta|uf|uh|ay|ah) )*(?:y )?(?:(?:para mi|pa mi|tambien) )*(?:(?:hay|tienes?|tienen|teni|tenis|lo tienes?|la tienes?|viene) )?(?:no hay )?(?:un[oa]?s? |algun[oa]?s? |otr[oa]s? )?(?:de|del|en|con|sin|talla|para|pa|pal)\b(?: (?!que\b|cuant)\S+){1,5}$/

const IN_ANOTHER =
  /^(?:(?:y|ya|pero) )*(?:(?:lo|la|los|las) )?(?:tiene[ns]? |hay |viene )?en otr[oa]s? (?:color|talla|tamano|sabor|aroma|numero|formato)(?:es|s)?$/

/** "¿y de dos plazas?", "en rojo", "talla M": a quality without a thing is of the kind that is being talked about. */
export function qualityAlone(talk: Talk, { intent, phrase, about, confidence, question }: Seen): Verdict {
  if (!about || FIRM.has(intent) || !ALONE.test(phrase) || BUYING.test(phrase)) return null
  // "¿y para colgar un cuadro?" tells what is to be done.
  if (/\b(?:para|pa) [a-z]{3,}(?:ar|er|ir)(?:l[aeo]s?|me|se)? (?:un|una|el|la|los|las|de)\b/.test(phrase)) return null
  if (IN_ANOTHER.test(phrase)) return { intent: 'stock_query', because: 'asks whether it is there in another' }
  const counts =
    /^(?:(?:ya|ok|y) )*(?:\d{1,3}|un[oa]|dos|tres) de\b/.test(phrase) && intent === 'buy_product' && confidence > 0.9
  // "¿y viene con bolso?": what comes with it.
  if (intent === 'product_info' && confidence > 0.9 && /\b(?:viene|vienen|trae|traen|incluye|lleva)\b/.test(phrase))
    return null
  // "con lámina", with something in the cart, adds to it.
  if (talk.state.cart.lines.length > 0 && /^(?:y )?con /.test(phrase)) return null
  // "y una de mora", after a purchase, is another purchase.
  const another = /\b(?:un[oa]s?|otr[oa]s?) de/.test(phrase)
  if (another && !ASKED_LAST.has(talk.state.lastIntent ?? 'greeting')) return null
  if (!OPEN.has(intent) || (intent === 'recommend' && confidence > 0.95)) return null
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  for (const pool of [listed, kindred(talk, about)]) {
    if (pool.length < 2 || pool.length > MOST_KIN) continue
    const picked = pickFrom(talk, pool)
    if (picked.length === 0 || picked.length === pool.length) continue
    talk.picked = picked.slice(0, 8)
    // "y para mí también, talla 41, uno"
    const counted = /(?:^|[\s,])(?:\d{1,3}|un[oa]|dos|tres)[\s.!]*$/i.test(talk.text)
    if (counted && !question && talk.u.entities.quantity !== null && picked.length === 1)
      return { intent: 'buy_product', because: 'another of the kind, and how many' }
    const asks = question && HAVING.test(phrase)
    if (counts && picked.length === 1) return { intent: 'buy_product', because: 'one of the kind, and how many' }
    const meant: Intent = pool === listed && !asks && !/\by /.test(phrase) ? 'select_option' : 'stock_query'
    return { intent: meant, because: 'a quality of what is being talked about' }
  }
  return null
}

const AND_THAT_SIZE =
  /^(?:(?:y|pero|ya|oye) )+(?:(?:el|la|los|las|en|de|talla|numero|un[oa]?) )*(\d{2})\b(?! (?:unidades|lucas|mil))/

/** "¿y 42? ¿cuánto vale?", after talk of one in 43: that size of it, and no number. */
export function andThatSize(talk: Talk, { intent, phrase, about, question }: Seen): Verdict {
  const size = question && about ? AND_THAT_SIZE.exec(phrase)?.[1] : undefined
  if (size === undefined || !about || FIRM.has(intent) || !/\btalla\b/i.test(about.name)) return null
  const kin = kindred(talk, about)
  const sized = kin.filter((product) => new RegExp(`\\b${size}\\b`).test(product.name))
  const other = sized.length === 1 ? sized[0] : siblingMeant(talk, about, `talla ${size}`)
  if (!other || kin.length > MOST_KIN) return null
  talk.picked = [other]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, quantity: null, mentions: [] } }
  return {
    intent: intent === 'price_query' ? intent : 'stock_query',
    because: 'another size of what is being talked about',
  }
}

const AND_ONE_IN =
  /^(?:(?:ya|ok|tambien) )*y (?:tambien )?(?:otro )?(un par|un[oa]|\d{1,2}|dos|tres) (?:en|de|de la|de los|talla|en la) ((?:talla )?(?:\d{2}|x{0,3}[sl]|m))(?: (?:para|pa|pal) .{2,30}| (?:porfa|tambien))*$/

/** "y un par en 41 pa mi compadre", after one in 43: another size of it. */
export function andOneInSize(talk: Talk, { intent, phrase, question, about, cart }: Seen): Verdict {
  const size = !question && cart && about ? AND_ONE_IN.exec(phrase)?.[2] : undefined
  if (size === undefined || !about || FIRM.has(intent)) return null
  const other = siblingMeant(talk, about, size.startsWith('talla') ? size : `talla ${size}`)
  if (!other) return null
  talk.picked = [other]
  const quantity = /^(?:un par|un[oa])$/.test(AND_ONE_IN.exec(phrase)?.[1] ?? '') ? 1 : talk.u.entities.quantity
  const mentions = [{ text: other.name, quantity, from: 0, to: 0 }]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions, quantity } }
  return { intent: 'buy_product', because: 'another size of what went into the cart' }
}

/** "ya, dos de la L y uno de la M, para los cabros": so many of each, told apart by what sets them apart in their kind. */
export function countsOfKin(talk: Talk, { intent, confidence, question, about }: Seen): Verdict {
  const { mentions } = talk.u.entities
  if (!about || question || FIRM.has(intent) || intent === 'buy_product' || confidence > 0.9) return null
  if (mentions.length < 2 || mentions.some((mention) => mention.quantity === null || mention.headless !== true))
    return null
  const kin = kindred(talk, about)
  if (kin.length > MOST_KIN) return null
  return mentions.every((mention) => pickByWords(talk, kin, mention.text).length === 1)
    ? { intent: 'buy_product', because: 'so many of each of the kind' }
    : null
}

const ASKED_LAST: ReadonlySet<Intent> = new Set([
  'stock_query',
  'browse_category',
  'recommend',
  'price_query',
  'product_info',
])

const OPEN: ReadonlySet<Intent> = new Set([
  'browse_category',
  'stock_query',
  'recommend',
  'select_option',
  'product_info',
  'provide_info',
  'out_of_scope',
  'buy_product',
])

const OF_THING =
  /^(?:y |oye |hola )*(?:que|cual es (?:el|la)) (?!precio|valor|costo|stock|descuento|oferta)([a-z]+) (?:tien\w+|trae\w*|lleva\w*|usa\w*|es) (?:el|la|los|las|ese|esa|este|esta)\b/

/** "¿qué rosca tienen los espejos?": a quality of one thing, where "¿qué espejos tienen?" asks for the kind. */
export function qualityOfThing(_: Talk, { intent, phrase }: Seen): Verdict {
  if (!['browse_category', 'stock_query', 'recommend'].includes(intent)) return null
  return OF_THING.test(phrase) ? { intent: 'product_info', because: 'asks for a quality of one thing' } : null
}

const PURCHASES: ReadonlySet<Intent | null> = new Set<Intent | null>(['buy_product', 'change_quantity'])

/** "¿tiene azúcar?" right after a card that speaks of sugar: asked of the thing, not of the shop. */
export function onTheSheet(talk: Talk, { intent, phrase: whole, about, question }: Seen): Verdict {
  // "¿tienen nueces? soy alérgico"
  const phrase = question ? foldPhrase(talk.text.split('?')[0] ?? '') : whole
  if (!about || FIRM.has(intent)) return null
  const bought = talk.state.lastLine === about.sku && PURCHASES.has(talk.state.lastIntent)
  if (talk.state.pending?.kind !== 'add_to_cart' && !bought) return null
  if (!['browse_category', 'stock_query', 'recommend'].includes(intent)) return null
  if (!/^(?:y |pero |oye )*(?:tiene|tienen|es|son|trae|viene|lleva) (?!algun|otr|mas)\S+(?: \S+)?$/.test(phrase))
    return null
  // "¿tiene ruedas?", of "Jaula loro con ruedas": its name says so.
  const asked = /(\S+)$/.exec(phrase)?.[1] ?? ''
  if (answerFrom(about, phrase).shared === 0 && !(isCalled(about, [asked]) && headOf(about) !== stem(asked)))
    return null
  talk.picked = [about]
  return { intent: 'product_info', because: 'the sheet on the table speaks of it' }
}

const KINDS_ASKED =
  /\b(?:que|cuales?|otr[oa]s?) (?!stock|precio|hora|horario|dia|tal)(?:[a-z]+ ){1,3}(?:tien\w+|teni\w*|hay|vend\w+|manejan|te queda\w*)\b/

/** "¿qué tienen de Isabel Allende?" */
const HAS_OF = /\bque (?:tien\w+|teni\w*|hay|vend\w+) de (?!todo|nuevo|bueno|oferta|rico|barato|verdad)\S+/

/** "¿qué mochilas tienen?": which ones, and not whether. */
export function kindsAsked(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent === 'select_option' && /\b(?:que|cuales) otr[oa]s? .*\b(?:hay|tien\w+|teni\w*|queda\w*)$/.test(phrase))
    return { intent: 'browse_category', because: 'asks which others there are' }
  if (confidence > 0.9 || !(KINDS_ASKED.test(phrase) || HAS_OF.test(phrase))) return null
  const offer = intent === 'browse_catalog' && evidenceOf(talk, talk.text).named > 0.3
  if (intent !== 'stock_query' && intent !== 'browse_category' && !offer) return null
  return { intent: 'browse_category', because: 'asks which ones there are' }
}

/** "¿tiene leche?" with nothing on the table can only be asked of the shop. */
export function askedOfShop(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (intent !== 'product_info' || about || talk.u.entities.mentions.length > 1) return null
  if (!/^(?:hola |buenas |oye |y )*(?:tiene|tienen|tienes|teni|tenis|hay|venden?)\b(?: \S+){1,3}$/.test(phrase))
    return null
  return HAVING.test(phrase) || /^\S*tiene/.test(phrase)
    ? { intent: 'stock_query', because: 'nothing is on the table that it could be asked of' }
    : null
}

const TRAILING = new RegExp(
  `[,;]\\s*${NUMBER}(?:\\s+(?:bolsa|caja|paquete|saco|unidad|pack|par|botella|tarro|bandeja|malla|docena|sobre|lata|atado)(?:e?s)?)?(?:\\s+(?:porfa\\w*|por favor|nom[aá]s))?[\\s.!]*$`,
  'i',
)

const CONTAINED = /[,;]\s*(?:una?|\d{1,2}) (?:bolsa|caja|bandeja|malla|docena|atado|saco|paquete)s?[\s.!]*$/

const TRAILING_WEIGHT = new RegExp(
  `[,;]\\s*${NUMBER} ?(?:kilos?|kg|litros?|lts?)(?:\\s+(?:porfa\\w*|por favor))?[\\s.!]*$`,
  'i',
)

/** "chaqueta de cuero de mujer, 2": a thing by its name, and how many. */
export function namedAndCounted(talk: Talk, { intent, question, confidence }: Seen): Verdict {
  const unsure = intent === 'product_info' && confidence < 0.6
  if (question || confidence > 0.98 || !(['browse_category', 'stock_query', 'recommend'].includes(intent) || unsure))
    return null
  const [mention, ...more] = talk.u.entities.mentions
  const weighed = TRAILING_WEIGHT.test(fold(talk.text))
  if (!mention || more.length > 0) return null
  if (!weighed && ((mention.quantity === null && !CONTAINED.test(fold(talk.text))) || !TRAILING.test(fold(talk.text))))
    return null
  return resolveMention(talk, mention.text).kind === 'one'
    ? { intent: 'buy_product', because: 'names one thing, and how many of it' }
    : null
}

const TAKES_THE_MOST =
  /^(?:(?:ya|ok|dale|bueno|entonces|listo) )*(?:me llevo|llevo|dame|deme|me quedo con|quiero|compro|agrega\w*) (?:el|la|los|las) (?:mas|menos) \S+(?: (?:de (?:es[oa]s|tod[oa]s|l[oa]s (?:dos|tres))|porfa|entonces|po|nomas))*$/

const THE_MOST = /^(?:(?:ya|ok|dale|bueno|entonces|y) )*(?:el|la|los|las) (?:mas|menos) \S+\b/

const OF_THEM =
  /^(?:ya |dale |y )*(?:el|la|los|las) (?:mas|menos) \S+(?: \S+)? (?:de|entre) (?:es[oa]s|est[oa]s|tod[oa]s)(?: (?:dos|tres|2|3))?(?: (?:porfa|entonces|po))*$/

/** "el más barato de esos dos": picks, whatever was listed. */
export function superlativeOfThem(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'recommend' || question) return null
  // "me llevo el más barato", of a list on the screen.
  const { superlative, quantity } = talk.u.entities
  if (superlative !== null && talk.state.pending?.kind === 'which_product' && THE_MOST.test(phrase))
    return { intent: 'select_option', because: 'the one of those that stands out' }
  const takes = TAKES_THE_MOST.test(phrase) || (quantity !== null && THE_MOST.test(phrase))
  if (superlative !== null && talk.state.listed.length > 1 && takes)
    return { intent: 'buy_product', because: 'takes the one of those that stands out' }
  if (!OF_THEM.test(phrase)) return null
  return { intent: 'select_option', because: 'the one of those that stands out' }
}

/** "¿y algo sin lactosa?": something, and not a detail of what is on the table. */
export function somethingElse(_: Talk, { intent, phrase }: Seen): Verdict {
  if (!['product_info', 'recommend', 'browse_category', 'stock_query'].includes(intent)) return null
  if (
    !/^(?:(?:y|pero|oye|hola|pucha|chuta|ya|uf|tien\w+|tendr\w+|hay|habra|teni) )*algo (?:(?:apto|buen[oa]?|especial|especifico|rico) (?=para|pa|pal|con|sin))?(?:sin|con|para|pa|pal|mas|de|que|menos)\b/.test(
      phrase,
    )
  )
    return null
  const meant =
    intent === 'product_info' ||
    ((intent === 'stock_query' || intent === 'browse_category') && /\balgo (?:con|sin|para|pa|pal)\b/.test(phrase))
  return { intent: meant ? 'recommend' : intent, because: 'asks for something of that kind' }
}

const SHIPS =
  /\b(?:env[iy]\w*|despach\w*|mand\w+|entreg\w*|repart\w*|reparto|lleg\w*|llev\w*|traen?|traer\w*|delivery|domicilio|retir\w*|buscar\w*|flete|frete|ship\w*|deliver\w*|pick\w*|demor\w*|tard\w*|hoy|manana|region\w*|comuna|starken|chilexpress|bluexpress|blue|correos|courier|casa|pull?man|gratis|tambien a|ubican|zona|costo|cubren)\b/

/** No word of bringing anything anywhere: the next best reading. */
export function shippingWithoutAWord(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (intent !== 'shipping' || confidence > 0.9 || SHIPS.test(phrase) || talk.u.entities.comuna !== null) return null
  if (/\bregalo\b|\bgust\w+|\brecom/.test(phrase))
    return { intent: 'recommend', because: 'no word of bringing, and one of advice' }
  const other = talk.u.alternatives[0]
  return other && other.confidence > 0.15 ? { intent: other.intent, because: 'no word of bringing anything' } : null
}

/** "y qué bolso combina": asks which, and buys nothing yet. */
export function whichOnes(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (intent !== 'buy_product' || confidence > 0.95) return null
  if (
    !/^(?:y |oye |ya |pero )*(?:que|cual|cuales) (?!no\b|pena|lata|lastima|ric[oa]|lind[oa]|bonit[oa]|buen[oa]|car[oa])[a-z]+ /.test(
      phrase,
    ) ||
    BUYING.test(phrase) ||
    / (?:quiero|llevo|dame)\b/.test(phrase)
  )
    return null
  const evidence = evidenceOf(talk, talk.text)
  return evidence.kind > 0.3 || evidence.named > 0.3
    ? { intent: 'recommend', because: 'asks which, and orders none' }
    : null
}

const FAILS =
  /^(?:y )?(?:que pasa )?si (?:.{1,30} )?(?:sale|salen|llega|llegan|viene|vienen|esta|estuviera) (?:mal\w*|fallad\w*|rot\w*|defect\w*|con (?:falla|defecto)s?)\b|^(?:y )?(?:que pasa )?si (?:.{1,30} )?(?:falla|fallan|se rompe\w*|se echa a perder|no funciona\w*)\b/

/** "¿y si la tarjeta sale mala?": of what happens then, and no price. */
export function ifItFails(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent === 'returns' || intent === 'complaint' || confidence > 0.9 || !FAILS.test(phrase)) return null
  return { intent: 'returns', because: 'asks what happens if it fails' }
}
