import { foldPhrase } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { answerFrom, asksAmong, asksOfIt } from '../product-sheet.ts'
import { asksLooks } from '../variants.ts'
import { evidenceOf, findProducts, spotlight, type Talk } from '../talk.ts'
import { INHERITED } from './ellipsis-rules.ts'
import { OF_SUPERLATIVE } from './subject-rules.ts'
import { ASKING, BUYING, DIFFERENCE, FIRM, LOOKING, TOTAL } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Questions that the sheet of a product answers: what it weighs, what it is made of, how it differs from another.
 */

const MEASURED =
  /^(?:(?:y|pero|oye|ya) )*(?:cuant\w+|que) (?:\w+ )?(?:pesa|pesan|mide|miden|dura|duran|rinde|rinden|aguanta|aguantan|soporta|carga|trae|traen|contiene|cabe|caben)\b/

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

/** Questions that only a product's sheet can answer. */
const SHEET =
  /^(?:(?:y|pero|oye) )?(?:cada cuanto|de que (?:material|color|tamano|talla|marca|sabor)|para que sirve|(?:pa|para) (?:que|q|k|cual) (?:\w+ )?(?:es|son|sirve|sirven|funciona|funcionan))\b/

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

/** "¿qué tallas hay?": of what is being talked about, and not of the whole shop. */
export function asksLooksOfFocus(talk: Talk, { intent, about, phrase }: Seen): Verdict {
  if (!about || !LOOKING.has(intent) || intent === 'stock_query' || talk.picked.length > 0) return null
  if (talk.state.listFresh && talk.state.listed.length > 1) return null
  return asksLooks(phrase)
    ? { intent: 'product_info', because: 'asks for the looks of what is being talked about' }
    : null
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

/** "¿y cuántas quedan? es para la casa del campo": of what is being talked about, whatever else is told. */
export function howManyLeft(talk: Talk, { intent, about, question }: Seen): Verdict {
  if (!about || !question || FIRM.has(intent)) return null
  const [first, ...more] = talk.text.split(/[?!.\n]+/).filter((each) => /\p{L}/u.test(each))
  if (first === undefined || !HOW_MANY_LEFT_ALONE.test(foldPhrase(first))) return null
  if (more.length > 0) talk.picked = [about]
  return { intent: 'stock_query', because: 'asks how many are left of it' }
}

const HOW_MANY_LEFT_ALONE =
  /^(?:(?:y|pero|oye|ya) )*(?:(?:cuanto|que) stock (?:te queda|tienen?|tienes|hay|queda)|(?:tienes?|tienen|quedan?) (?:hart[oa]s|much[oa]s|varios|varias))$|^(?:(?:y|pero|oye|ya) )*cuant[oa]s (?:(?:te|le|les|me) )?(?:quedan?|tienen?|tienes|teni|hay)(?: (?:disponibles?|en stock|de es[oa]s?))?$/

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

const HOW_IT_WORKS =
  /^(?:(?:y|pero|oye|ya) )*(?:donde|como|cuando|cada cuanto|con que) (?:se (?:le )?|lo |la |los |las )(?!paga|compra|retira|manda|envia|devuelv|cambia)\p{L}+(?: (?:eso|esto|esa|ese|esta|este))?$/u

/** "¿y dónde se pone eso?": asked of the thing, and no wish for one more. */
export function asksHowItWorks(_: Talk, { intent, confidence, about, phrase }: Seen): Verdict {
  if (!about || intent === 'product_info' || FIRM.has(intent) || !HOW_IT_WORKS.test(phrase)) return null
  return intent === 'buy_product' || intent === 'recommend' || intent === 'help' || confidence < 0.6
    ? { intent: 'product_info', because: 'asks how it is used' }
    : null
}
