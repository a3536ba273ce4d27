import { foldPhrase } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { CHOOSE_FOR_ME } from '../browse.ts'
import { pickFrom } from '../pick.ts'
import { answerFrom, asksAmong, asksOfIt } from '../product-sheet.ts'
import { TELL_ME_WHEN } from '../product-talk.ts'
import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { asksLooks } from '../variants.ts'
import { evidenceOf, findProducts, openOrders, spotlight, type Talk } from '../talk.ts'
import { OF_SUPERLATIVE } from './subject-rules.ts'
import { BUYING, FIRM, HAVING, TOTAL } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

const ARRIVAL = /\b(?:cuando|que dia)\b.*\b(?:llega|llegan|vuelve|vuelven|habra|tendras|tendran|repon\w*|entra)\b/

const WHAT_FOR_IT =
  /\b(?:que|q|k) (?:mas )?(?:necesito|necesitaria|ocupo|le pongo|le echo|le doy|le puedo (?:dar|poner|echar)|puedo (?:usar|ponerle|darle|echarle)|me pongo|me tomo|uso|tengo que comprar|compro|me recomien\w+|me aconsej\w+|me sirve)\b|\b(?:que|q|k|cual) (?!\w*precio|valor|total)[a-z]{3,} (?:necesito|necesitaria|le sirve|me sirve|uso|ocupo|debo usar|tengo que comprar|me recomiend\w+)\b/

const ADVISE = /\bque otr[oa] (?:regalo|cosa|producto)\b|\brecom[ie]+nd|\baconsej|\bsugier/

/** "agrégame algo pa eso": what, is ours to say. */
const FOR_IT =
  /^(?:(?:ya|y|ok|tambien|dame|deme|agrega\w*|ponme|quiero|necesito|sumale) )*algo (?:para|pa) (?:eso|ella|el|ellos|esto)$/

/** What ails someone, told: "mi perrito tiene pulgas", "se me tapó el lavaplatos", "me duele la espalda". */
const TROUBLE =
  /^(?:(?:hola|holaa|buenas|buenos dias|buenas tardes|oye|wena|amigo|amiga|una consulta|consulta) )*(?:(?:a )?(?:mi|mis) \S+(?: \S+)? (?:tiene|tienen|esta|estan|anda|andan|sufre|sufren|se|no|le|les|quedo|necesita)\b|se me \S+|me (?:duele|duelen|pica|pican|arde|arden|salio|salieron|siento|cuesta)\b|tengo (?:dolor|fiebre|tos|frio|calor|insomnio|alergia|problemas?|goteras?|humedad|pulgas|hongos)\b)/

const MEASURED =
  /^(?:(?:y|pero|oye|ya) )*(?:cuant\w+|que) (?:\w+ )?(?:pesa|pesan|mide|miden|dura|duran|rinde|rinden|aguanta|aguantan|soporta|carga|trae|traen|contiene|cabe|caben)\b/

const ASKING =
  /^(?:y |pero |oye |ya )*(?:que|cual|cuant\w+|cada cuanto|de que|para que|tiene|trae|viene|incluye|sirve|se |es |son |funciona|aguanta|resiste|dura|ven|y eso|eso|pesa|mide|corre|soporta)\b/

/** What a question about a price is mistaken for. */
const PRICELESS: ReadonlySet<Intent> = new Set(['recommend', 'browse_category', 'stock_query', 'product_info'])

const LOOKING: ReadonlySet<Intent> = new Set(['browse_category', 'stock_query', 'recommend'])

/** Questions that only a product's sheet can answer. */
const SHEET =
  /^(?:(?:y|pero|oye) )?(?:cada cuanto|de que (?:material|color|tamano|talla|marca|sabor)|para que sirve|(?:pa|para) (?:que|q|k|cual) (?:\w+ )?(?:es|son|sirve|sirven|funciona|funcionan))\b/

/** What "¿y el otro?" takes over from the message before. */
const INHERITED: ReadonlySet<Intent> = new Set([
  'price_query',
  'stock_query',
  'product_info',
  'browse_category',
  'buy_product',
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

/** "¿cuál dura más?", "¿cuál es la diferencia entre la 4060 y la otra?": about what is on the screen. */
export function comparesShown(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (!about || FIRM.has(intent)) return null
  if (DIFFERENCE.test(phrase)) return { intent: 'product_info', because: 'asks for the difference' }
  if (talk.state.listed.length > 1 && OF_SUPERLATIVE.test(phrase))
    return { intent: 'product_info', because: 'asked of the one that stands out' }
  if (intent === 'product_info' || !asksAmong(talk.text) || talk.u.entities.superlative !== null) return null
  const evidence = evidenceOf(talk, talk.text)
  return evidence.named < 0.4 && evidence.kind < 0.4
    ? { intent: 'product_info', because: 'compares what was shown' }
    : null
}

const DIFFERENCE =
  /\b(?:que|cual(?:es)?)(?: es| seria| son| hay| tienen?)? (?:la |las )?diferencias?\b|\ben que se diferencia/

/** "¿cuál de esas?", "la que tú me recomiendes", "cualquiera": the choice is ours to make, and nothing is bought by it. */
export function leavesTheChoice(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (talk.state.listed.length < 2 || FIRM.has(intent) || !CHOOSE_FOR_ME.test(phrase)) return null
  return { intent: 'recommend', because: 'leaves the choice among the listed to us' }
}

const WHEN_DELIVERED =
  /\b(?:mand|envi|llega|lleg[ou]|despach|entreg|reparten|traen)\w*\b.*\b(?:hoy|manana|pasado manana|cuando|que dia|a que hora|este (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|altiro|al tiro|ahora mismo)\b/

const MISTAKEN_FOR_DELIVERY: ReadonlySet<Intent> = new Set([
  'buy_product',
  'product_info',
  'stock_query',
  'view_cart',
  'select_option',
  'recommend',
  'out_of_scope',
])

/** "¿me la mandas hoy?": when it comes, and not one more of it. */
export function asksWhenItComes(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (!question || !MISTAKEN_FOR_DELIVERY.has(intent) || !WHEN_DELIVERED.test(phrase)) return null
  return { intent: 'shipping', because: 'asks when it comes' }
}

/** "¿qué tallas hay?": of what is being talked about, and not of the whole shop. */
export function asksLooksOfFocus(talk: Talk, { intent, about, phrase }: Seen): Verdict {
  if (!about || !LOOKING.has(intent) || intent === 'stock_query' || talk.picked.length > 0) return null
  if (talk.state.listFresh && talk.state.listed.length > 1) return null
  return asksLooks(phrase)
    ? { intent: 'product_info', because: 'asks for the looks of what is being talked about' }
    : null
}

/** "agrégame algo pa eso": a yes to what was offered for it, else ours to say what. */
export function somethingForIt(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || FIRM.has(intent) || !FOR_IT.test(phrase)) return null
  return talk.state.pending?.kind === 'add_to_cart'
    ? { intent: 'affirm', because: 'takes what was offered for it' }
    : { intent: 'recommend', because: 'tells a need, and names nothing to buy' }
}

export function wantsNews(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent === 'order_status' || intent === 'opt_in' || !TELL_ME_WHEN.test(phrase)) return null
  if (/\b(?:pedido|transf\w+|pag[ou]\w*|pague|deposit\w+)\b/.test(phrase)) return null
  return { intent: 'stock_query', because: 'wants to be told when it is there' }
}

export function datelessArrival(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (intent !== 'order_status' && intent !== 'shipping') return null
  if (!about || about.stock > 0 || openOrders(talk).length > 0 || talk.u.entities.orderNumber !== null) return null
  return ARRIVAL.test(phrase) ? { intent: 'stock_query', because: 'the product being talked about is sold out' } : null
}

export function returnsWithoutAWord(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  // "¿cuántos años de garantía tiene el colchón?", whose sheet tells.
  if (intent === 'returns' && /\bcuant[oa]s? \w+ (?:de )?garantia\b/.test(phrase)) {
    const told = talk.u.entities.mentions.map((mention) => resolveMention(talk, mention.text))
    if (told.some((each) => each.kind === 'one' && /garant/i.test(each.product.description)))
      return { intent: 'product_info', because: 'its sheet tells of the warranty' }
  }
  if (intent !== 'returns' || confidence > 0.95) return null
  if (ADVISE.test(phrase)) return { intent: 'recommend', because: 'asks for advice' }
  const other = talk.u.alternatives[0]
  const said =
    /\b(?:cambi\w+|devol\w+|devuelv\w+|garanti\w*|reembols\w*|retract\w*|arrepent\w*|fall\w+|mal[oa]s?|rot[oa]s?|queda\w*|quede|gusta|sirve|return|refund)\b/
  return said.test(phrase) || !other ? null : { intent: other.intent, because: 'no word of giving anything back' }
}

export function oneOfTheList(talk: Talk, { intent, confidence, question }: Seen): Verdict {
  const pending = talk.state.pending
  if (pending?.kind !== 'which_product' || question || intent === 'affirm' || intent === 'deny') return null
  if (intent === 'select_option' || confidence > 0.9) return null
  const picked = pickFrom(talk, findProducts(talk, pending.skus))
  return picked.length === 1 ? { intent: 'select_option', because: 'fits one of what was listed' } : null
}

const AND_THE_OTHER = /^(?:(?:ya|ok|ah|oye|pero) )*y (?:el|la|los|las) otr[oa]s?$/

export function otherOne(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const last = talk.state.lastIntent
  if (last !== null && ASKED_OF_ONE.has(last) && AND_THE_OTHER.test(phrase) && !FIRM.has(intent))
    return intent === last ? null : { intent: last, because: 'asks the same of the other' }
  if (question || !/\b(?:la|el) otr[oa]$/.test(phrase) || BUYING.test(phrase) || FIRM.has(intent)) return null
  return talk.state.listed.length > 1 || talk.state.focus.length > 1
    ? { intent: 'select_option', because: 'the other of what was shown' }
    : null
}

const ASKED_OF_ONE: ReadonlySet<Intent> = new Set(['price_query', 'stock_query', 'product_info'])

export function needTold(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (!['browse_category', 'buy_product', 'product_info', 'returns', 'stock_query'].includes(intent)) return null
  if (WHAT_FOR_IT.test(phrase)) return { intent: 'recommend', because: 'asks what to take for a need' }
  // "necesito 35 flautas para mi curso": who says how many has made up their mind.
  const many = talk.u.entities.mentions.some((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true)
  if (intent === 'buy_product' && many) return null
  if (
    intent === 'buy_product' &&
    TROUBLE.test(phrase) &&
    !/\b(?:llevo|dame|deme|quiero|ponme|agreg\w*|compro)\b/.test(phrase)
  )
    return { intent: 'recommend', because: 'tells a need, and names nothing to buy' }
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
}

const TELLS_SIZE =
  /^(?:(?:el|ella|mi \S+|y|es que|pero) )*(?:pesa|mide|calza|usa talla|tiene|cumple) (?:como |unos |casi )?\d/

/** "pesa 8 kilos", after what was recommended for a dog: which of those suits. */
export function tellsItsSize(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || talk.state.listed.length < 2 || FIRM.has(intent)) return null
  const calls =
    /^(?:(?:yo|ya|ok|es que) )*(?:soy|toy|estoy|ando|calzo|uso|visto)(?: (?:talla|numero|calzando|usando))? (?:\d{2}|[sml]|xl)$/.test(
      phrase,
    )
  if (!calls && (talk.state.lastIntent !== 'recommend' || !TELLS_SIZE.test(phrase))) return null
  const picked = pickFrom(talk, findProducts(talk, talk.state.listed))
  if (picked.length === 0) return null
  talk.picked = picked.slice(0, 4)
  return { intent: 'select_option', because: 'tells the size that shall fit' }
}

/** "¿y una a parafina que funcione sin luz?": one that does so, and nothing of what is on the table. */
export function andOneThat(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'product_info' || !question || !/^(?:(?:pucha|chuta|ya|oye|pero) )*y un[oa]s? \S+/.test(phrase))
    return null
  return { intent: 'stock_query', because: 'asks for one that is so' }
}

const ORIGIN =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:(?:de )?donde (?:la|lo|las|los|se) (?:hacen|fabrican|producen|traen|cultivan|cosechan|elaboran)|de donde (?:es|son|viene|vienen|lo traen|la traen)|quien (?:la|lo|las|los) (?:hace|fabrica))\b/

/** "¿pa cuánta persona es?" */
const FOR_HOW_MANY = /^(?:(?:y|pero|oye|ya) )*(?:para|pa) cuant[oa]s? [a-z]+(?: (?:es|son|sirve|alcanza|da|rinde))?$/

/** "¿de luz blanca o amarilla?" */
const EITHER_WAY =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:es |son |viene |vienen )?(?:de|en|con) (?!\d)[a-z]+(?: [a-z]+)? o (?:de |en |con )?[a-z]+$/

export function askedOfFocus(talk: Talk, { intent, confidence, about, phrase, question }: Seen): Verdict {
  if (!about || intent === 'product_info' || FIRM.has(intent)) return null
  if (ORIGIN.test(phrase)) return { intent: 'product_info', because: 'asks where it is from' }
  if (FOR_HOW_MANY.test(phrase)) return { intent: 'product_info', because: 'asks for how many it is' }
  if (EITHER_WAY.test(phrase) && intent !== 'buy_product' && intent !== 'select_option')
    return { intent: 'product_info', because: 'asks which of two it is' }
  const sheet =
    question &&
    !/^(?:(?:ya|oye|pero) )*y /.test(phrase) &&
    intent === 'buy_product' &&
    confidence < 0.9 &&
    talk.u.entities.quantity === null
  if (sheet && !BUYING.test(phrase) && answerFrom(about, talk.text).shared > 0)
    return { intent: 'product_info', because: 'a question that its sheet answers' }
  if (talk.state.pending?.kind === 'checkout_field' && intent === 'provide_info') return null
  if (MEASURED.test(phrase) && !/\b(?:carr\w+|pedido|despacho|envio|llegar|reparto)\b/.test(phrase))
    return { intent: 'product_info', because: 'asks how much it weighs, measures or lasts' }
  if (askedOfStock(phrase)) return null
  const open = intent === 'browse_category' || intent === 'stock_query' || intent === 'recommend' || confidence < 0.6
  const fits = /^(?:y |pero |oye )*(?:cabe|entra|alcanza)n?\b(?! a? ?(?:llegar|estar|mandar|enviar|despachar))/.test(
    phrase,
  )
  const sent = intent === 'shipping' && confidence > 0.9 && !fits
  return (fits || (open && intent !== 'buy_product')) && !sent && asksOfIt(talk.text)
    ? { intent: 'product_info', because: 'asks it of the thing, not of the shop' }
    : null
}

const HOW_MANY_LEFT =
  /\bcuant[oa]s (?:(?:te|le|les|me) )?(?:qued\w+|tien\w+|teni\w*|hay)(?: (?:disponibles?|en stock|unidades|entonces|aun|todavia|ahora|en total|por ahi))*$/

/** "¿y qué otra silla sirve?": another one, and nothing of this one. */
const WHAT_OTHER =
  /\b(?:hay|tienen?|tienes|teni|existe) (?:algun[oa]? )?otr[oa]s? (?:que|para|pa|mas)\b|^(?:(?:pucha|chuta|y|ya|oye|pero|entonces|ok|uta) )*(?:que|q|cual) otr[oa]s? \S+/

/** What is asked of the shop, however well the sheet on the table would answer. */
function askedOfStock(phrase: string): boolean {
  return HOW_MANY_LEFT.test(phrase) || WHAT_OTHER.test(phrase)
}

const AND_THAT =
  /^(?:(?:ya|pucha|chuta|ok) )*y (?!que\b|cual|cuant|como\b|si\b|se\b|es\b|son\b|tiene|trae|viene|sirve|para\b|pa\b|con\b|sin\b)[a-z]+ \d{1,3}$/

export function answeredBySheet(talk: Talk, { intent, confidence, about, phrase, question }: Seen): Verdict {
  if (!about || (FIRM.has(intent) && confidence > 0.6) || askedOfStock(phrase)) return null
  // "¿cuál más barato?" asks for advice, whatever the sheets say.
  const { superlative } = talk.u.entities
  const advice =
    superlative === 'cheapest' ||
    superlative === 'dearest' ||
    /^(?:y )?cual(?:es)? \S+ (?:\S+ )?(?:para|pa) /.test(phrase)
  if (intent === 'recommend' && advice) return null
  // "¿tiene el entero negro en talla L?", of a list that holds it: whether it is there.
  if (intent === 'stock_query' && /^(?:y )?(?:tiene[ns]?|teni|hay|queda[n]?) (?:el|la|los|las) /.test(phrase))
    return null
  if (SHEET.test(phrase)) return { intent: 'product_info', because: 'only a sheet answers that' }
  if (talk.u.entities.mentions.some((mention) => mention.quantity !== null) || TOTAL.test(phrase)) return null
  if (intent === 'stock_query' && /\botr[oa]s?\b/.test(phrase)) return null
  if (talk.state.pending?.kind === 'checkout_field' && intent === 'provide_info') return null
  // "¿y aro 15?", after "¿te quedan neumáticos aro 16?": the same asked of another.
  if (
    INHERITED.has(talk.state.lastIntent ?? 'greeting') &&
    talk.state.lastIntent !== 'product_info' &&
    AND_THAT.test(phrase)
  )
    return null
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
}

export function namedRatherThanKind(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (/\b(?:busco|buscando|buscaba)\b/.test(phrase)) return null
  // "con lámina", with something in the cart, adds to it.
  if (intent !== 'browse_category' || (talk.state.cart.lines.length > 0 && /^(?:y )?con /.test(phrase))) return null
  const coined = /\b[a-z]+\d+[a-z]*\b/.test(phrase)
  if ((confidence < 0.7 || coined) && HAVING.test(phrase) && searchKind(talk, talk.text, 'any').length === 0)
    return { intent: 'stock_query', because: 'asks for something that the shop does not have' }
  const evidence = evidenceOf(talk, talk.text)
  const named = evidence.named >= 0.9 && evidence.ties === 1
  // "quiero un labial rojo", of which there is one.
  const only = evidence.named >= 0.75 && evidence.ties === 1 && confidence < 0.97
  if (((named && confidence < 0.85) || only) && BUYING.test(phrase))
    return { intent: 'buy_product', because: 'wants one product by its name' }
  const single = /^(?:y |hola |oye |buenas )*(?:tiene|tienen|tienes|teni|tenis|hay|queda) (?!\S+s\b)\S+(?: \S+)?$/.test(
    phrase,
  )
  if (named && confidence < (single ? 0.92 : 0.7))
    return { intent: 'stock_query', because: 'asks for one product by its name' }
  const strange = evidence.unknown.length > 0 && evidence.named < 0.4 && evidence.kind < 0.4
  return strange && confidence < 0.7 && /\b(?:tien\w*|teni|hay|queda\w*|vende\w*|llego|les llega)\b/.test(phrase)
    ? { intent: 'stock_query', because: 'asks for a name that the shop does not know' }
    : null
}

const ASKS_PRICE =
  /\b(?:cuanto|que precio|precio)\b.*\b(?:sale|cuesta|vale|esta|tiene)\b|\b(?:sale|cuesta|vale)\b.*\bcuanto\b|\ba (?:cuanto|como) (?:(?:me|te|nos) )?(?:lo |la |los |las )?(?:tien\w+|teni\w*|dej\w+|sal\w+|vend\w+|estan?)\b/

const MEASURES = /\b(\d{1,3})(?:[.,]\d)? ?x ?(\d{1,3})/

/** "¿tienen toldo 3x3?": a size, where "2x1" is an offer. */
export function sizeNotOffer(talk: Talk, { intent, phrase }: Seen): Verdict {
  const size = intent === 'promotions' ? MEASURES.exec(phrase) : null
  if (size === null || Number(size[1]) === Number(size[2]) + 1) return null
  return talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
    ? { intent: HAVING.test(phrase) ? 'stock_query' : 'browse_category', because: 'a size, and no offer' }
    : null
}

export function priceAsked(_: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (!PRICELESS.has(intent) || confidence > 0.9) return null
  return ASKS_PRICE.test(phrase) ? { intent: 'price_query', because: 'asks what it costs' } : null
}

export function priceOfFocus(talk: Talk, { intent, cart, about, phrase }: Seen): Verdict {
  if (intent !== 'view_cart' || cart || !about || talk.facts.orders.length > 0) return null
  if (/\b(?:total|carr\w+|cart|pedido|llevo)\b/.test(phrase)) return null
  return { intent: 'price_query', because: 'the cart is empty and a product is being talked about' }
}

export function likeness(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (confidence > 0.8 || FIRM.has(intent)) return null
  return /\b(?:parecid\w+|similar\w*|por el estilo)\b/.test(phrase)
    ? { intent: 'recommend', because: 'asks for something alike' }
    : null
}

/** "¿cuánto vale el tinto?", "¿y el blanco?": still the price, unless another word asks for something else. */
export function stillThePrice(talk: Talk, seen: Seen): Verdict {
  const { intent } = seen
  const phrase = lastClause(talk, seen.phrase)
  if (talk.state.lastIntent !== 'price_query' || HAVING.test(phrase) || DIFFERENCE.test(phrase)) return null
  if (!['stock_query', 'product_info', 'browse_category', 'recommend'].includes(intent)) return null
  if (
    !/^(?:(?:ya|ok|bueno|oye|perfecto|dale) )*y (?!cual|que|como|donde|si|algo|otr|para|pa|de|con|sin|en)/.test(phrase)
  )
    return null
  if (ASKING.test(phrase.replace(/^.*?\by /, ''))) return null
  return ellipsis(talk, { ...seen, confidence: 0 })
}

/** "ay, qué vaina, ¿y castaño claro?": what is asked last, where it begins with "y". */
function lastClause(talk: Talk, phrase: string): string {
  const clause = foldPhrase(talk.text.split(/[,.;:!¡¿]+/).findLast((each) => /\p{L}/u.test(each)) ?? '')
  return /^y (?!un|otr|\d|dos|tres)/.test(clause) ? clause : phrase
}

export function ellipsis(talk: Talk, { intent, confidence, question, phrase: whole }: Seen): Verdict {
  const phrase = lastClause(talk, whole)
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
        (/\by (?:el|la|los|las)\b/.test(phrase) || (last === 'stock_query' && /^(?:ya )?y [a-z]+$/.test(phrase))) &&
        (question || talk.state.cart.lines.length === 0)))
  // "¿la olla sirve para inducción?", "¿y la de acero?": the same of that one.
  const same =
    last === 'product_info' &&
    question &&
    !/\btienen?$/.test(phrase) &&
    !HAVING.test(phrase) &&
    intent === 'stock_query' &&
    /^(?:(?:ya|ok|ah) )*y (?:el|la|los|las) \S+(?: \S+){0,4}$/.test(phrase)
  if (confidence > 0.6 && !stays && !same) return null
  // "¿y el volcán cuánto rato va al microondas?", "¿y otra enredadera?" ask something of their own.
  if (/\bcuant[oa] (?:rato|tiempo)\b|\by otr[oa]s? |\by (?:para|pa) [a-z]+(?:ar|er|ir)\b/.test(phrase)) return null
  // "¿caben dos cascos?", "¿y alforjas?": another kind, and not the same question.
  if (last === 'product_info' && LOOKING.has(intent) && !/\by (?:el|la|los|las|ese|esa|en)\b/.test(phrase)) return null
  if (last === 'buy_product' && intent === 'browse_category' && /\b(?:cuales|que) (?:hay|tienen?|tienes)$/.test(phrase))
    return null
  // "y un collar", after a purchase: one more thing for the cart.
  if (
    last === 'buy_product' &&
    !question &&
    intent === 'buy_product' &&
    /^(?:(?:ya|ok) )*y (?:un|una|unos|unas) /.test(phrase)
  )
    return null
  const rest =
    /^(?:(?:ya|ok|bueno|oye|pucha|chuta|uh|ah|perfecto|dale|genial) )*y (?:(?:el|la|los|las|un|una|de) )?(.{2,60})$/.exec(
      phrase,
    )?.[1]
  if (rest === undefined) return null
  const told = talk.u.entities.mentions
  const mentions = told.length > 0 ? told : [{ text: rest, quantity: null, from: 0, to: 0 }]
  const found = mentions.map((mention) => resolveMention(talk, mention.text).kind)
  if (!found.some((kind) => kind !== 'none')) return null
  talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions } }
  if (found.includes('many') && last !== 'price_query' && last !== 'product_info') {
    return { intent: 'browse_category', because: 'names another kind' }
  }
  return {
    intent: last === 'buy_product' && question ? 'stock_query' : last,
    because: 'asks the same of something else',
  }
}

const HOW_IT_WORKS =
  /^(?:(?:y|pero|oye|ya) )*(?:donde|como|cuando|cada cuanto|con que) (?:se|lo|la|los|las) (?!paga|compra|retira|manda|envia|devuelv|cambia)\p{L}+(?: (?:eso|esto|esa|ese|esta|este))?$/u

/** "¿y dónde se pone eso?": asked of the thing, and no wish for one more. */
export function asksHowItWorks(_: Talk, { intent, confidence, about, phrase }: Seen): Verdict {
  if (!about || intent === 'product_info' || FIRM.has(intent) || !HOW_IT_WORKS.test(phrase)) return null
  return intent === 'buy_product' || intent === 'recommend' || confidence < 0.6
    ? { intent: 'product_info', because: 'asks how it is used' }
    : null
}

const IDLE_QUESTION =
  /\bquien (?:gano|gana|va ganando|juega|jugo|invento|es el presidente|fue)\b|\bcomo salio el partido\b/

/** "¿me puedes hacer un descuentico?" */
export function wantsLess(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'help' && intent !== 'smalltalk' && intent !== 'out_of_scope') return null
  return /\b(?:descuent\w*|rebaj\w+|dcto|ofertas?|promo\w*)\b/.test(phrase)
    ? { intent: 'promotions', because: 'asks for a lower price' }
    : null
}

/** "¿quién ganó ayer?": no shop's business. */
export function idleQuestion(_: Talk, { phrase }: Seen): Verdict {
  return IDLE_QUESTION.test(phrase) ? { intent: 'out_of_scope', because: 'asks about the world' } : null
}

export function misuse(talk: Talk, { confidence, phrase }: Seen): Verdict {
  if (confidence > 0.5) return null
  return /\b(?:1|un|mil) (?:peso|luka|luca|lukita|luquita|clp)s?\b/.test(phrase) &&
    /\b(?:soy|jefe|due\w+|admin\w*|gerente|autoriz\w*|orden\w*|instruccion\w*)\b/.test(phrase)
    ? { intent: 'out_of_scope', because: 'orders the shop about' }
    : null
}
