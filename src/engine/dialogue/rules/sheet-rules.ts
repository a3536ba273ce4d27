import { headOf } from '../../catalog/head-noun.ts'
import { foldPhrase } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import { tokens } from '../../text/tokens.ts'
import type { CatalogProduct, Intent } from '../../types.ts'
import { answerFrom } from '../product-sheet.ts'
import { resolveMention } from '../resolve.ts'
import { WHEN_AGAIN } from '../product-talk.ts'
import { evidenceOf, findProducts, spotlight, type Talk } from '../talk.ts'
import { INHERITED } from './ellipsis-rules.ts'
import { ASKING, FIRM, LOOKING, TOTAL } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Questions that the sheet of a product answers: what it weighs, what it is made of, how it differs from another.
 */

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

const HOW_MANY_LEFT =
  /\bcuant[oa]s (?:pares |unidades |cajas |bolsas |kilos )?(?:(?:te|le|les|me) )?(?:qued\w+|tien\w+|teni\w*|hay)(?: (?:disponibles?|en stock|unidades|entonces|aun|todavia|ahora|en total|por ahi|en (?:talla )?(?:\d{2}|[smlx]{1,3})))*$/

/** "¿y cuántas quedan? es para la casa del campo": of what is being talked about, whatever else is told. */
export function howManyLeft(talk: Talk, { intent, about, question }: Seen): Verdict {
  if (!about || !question || FIRM.has(intent)) return null
  const [first, ...more] = talk.text.split(/[?!.\n]+/).filter((each) => /\p{L}/u.test(each))
  if (first === undefined || !HOW_MANY_LEFT_ALONE.test(foldPhrase(first))) return null
  if (more.length > 0) talk.picked = [about]
  return { intent: 'stock_query', because: 'asks how many are left of it' }
}

/** What a question for the day a thing is there again is taken for; when an order comes is another question. */
const MISREAD: ReadonlySet<Intent> = new Set(['product_info', 'recommend', 'store_info', 'out_of_scope'])

/** "¿cuándo traen más?", of what is sold out. */
export function whenAgain(_: Talk, { intent, about, phrase }: Seen): Verdict {
  if (!about || about.stock > 0 || !WHEN_AGAIN.test(phrase) || !MISREAD.has(intent)) return null
  return { intent: 'stock_query', because: 'asks when it is there again' }
}

const HOW_MANY_LEFT_ALONE =
  /^(?:(?:y|pero|oye|ya) )*(?:(?:cuanto|que) stock (?:te queda|tienen?|tienes|hay|queda)|(?:tienes?|tienen|quedan?) (?:hart[oa]s|much[oa]s|varios|varias))$|^(?:(?:y|pero|oye|ya) )*cuant[oa]s (?:(?:te|le|les|me) )?(?:quedan?|tienen?|tienes|teni|hay)(?: (?:disponibles?|en stock|de es[oa]s?))?$/

/** "¿y qué otra silla sirve?": another one, and nothing of this one. */
const WHAT_OTHER =
  /^(?:(?:pucha|chuta|ay|uy|y|ya|oye|pero|entonces|ok|uta) )*(?:y )?(?:algun[oa]?s? )?otr[oa]s? (?:\S+ )?(?:para|pa|que|de|con)\b|\b(?:que|q|k) (?:tienen?|teni\w*|hay|venden) (?:en|de|para|pa)\b|\bcual(?:es)? (?:hay|tienen?|tienes|teni)$|\b(?:hay|tienen?|tienes|teni|existe) (?:algun[oa]? )?otr[oa]s? (?:que|para|pa|mas)\b|^(?:(?:pucha|chuta|y|ya|oye|pero|entonces|ok|uta) )*(?:que|q|cual) otr[oa]s? \S+/

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
    /^(?:y )?cual(?:es)? \S+ (?:\S+ )?(?:para|pa) /.test(phrase) ||
    (confidence > 0.9 && /\bcual(?:es)? (?:\S+ ){0,3}(?:sirven?|conviene|recomiend\w+|es mejor)\b/.test(phrase))
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
  // "y témpera?": a thing of the shop's by its name.
  const thing = /^(?:ya )?y ([a-z]{4,})$/.exec(phrase)?.[1]
  if (thing !== undefined && intent === 'stock_query' && resolveMention(talk, thing).kind === 'one') return null
  if (LOOKING.has(intent) && namesAnotherThing(talk, about, phrase)) return null
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

/** "tienen de esos cristales que se oscurecen", "y ostiones para la parrilla": another thing of the shop, by what it is called. */
function namesAnotherThing(talk: Talk, about: CatalogProduct, phrase: string): boolean {
  if (!/^(?:(?:ya|pucha|ok|oye) )*(?:y |tien\w+ |teni\w* |hay |vend\w+ )/.test(phrase)) return false
  return talk.u.entities.mentions.some((mention) => {
    const found = resolveMention(talk, mention.text)
    if (found.kind !== 'one' || headOf(found.product) === headOf(about)) return false
    return stem(tokens(mention.text).find((token) => token.kind === 'word')?.norm ?? '') === headOf(found.product)
  })
}
