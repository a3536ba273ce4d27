import type { CatalogProduct } from '../types.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { longForm } from '../text/shorthand.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { classOf } from '../catalog/words.ts'
import { isCommonGood } from '../understand/goods.ts'
import { mostLike } from './called-so.ts'
import { headOf } from '../catalog/head-noun.ts'
import { bySuperlative, ofOneKind, pickByWords, pickFrom } from './pick.ts'
import { askedOf, isCalled, namedLast, pointsAtIt, subjectOf } from './subject.ts'
import { pointedOut } from './reference.ts'
import { corrected } from './referent.ts'
import { answeredBy, asksAmong, asksOfIt } from './product-sheet.ts'
import { resolveMention, type Resolved } from './resolve.ts'
import { sameButForLooks } from './variants.ts'
import { siblingMeant } from './sibling-meant.ts'
import { alternativesTo, focused, kindred, searchKind } from './show-products.ts'
import { evidenceOf, findProducts, priceOf, search, type Talk } from './talk.ts'

/**
 * The products that a message is about: those it names, else the one it points at among those just shown, else the one
 * being talked about.
 */
export function productsMeant(talk: Talk): CatalogProduct[] {
  const products = byRules(talk)
  return talk.u.entities.mentions.length > 1 ? products : corrected(talk, products)
}

function byRules(talk: Talk): CatalogProduct[] {
  if (talk.picked.length > 0) return talk.picked
  const { mentions, anaphora, ordinal, superlative } = talk.u.entities
  const listed = findProducts(talk, talk.state.listed)
  const about = focused(talk)
  // "¿y el número 1 hay?", of balloons that are numbers.
  const figure = /\bnumero (\d{1,2})\b/.exec(fold(talk.text))?.[1]
  const figures =
    figure === undefined || !about[0]
      ? []
      : kindred(talk, about[0]).filter((product) => new RegExp(`\\bnumero ${figure}\\b`).test(fold(product.name)))
  if (figures.length === 1) return figures
  if (ordinal !== null && listed.length > 0) {
    const picked = pickFrom(talk, listed)
    if (picked.length > 0) return picked
  }
  // "¿el más barato de esos cuánto sale?"
  if (superlative !== null && anaphora === 'all' && mentions.length === 0 && listed.length > 1)
    return bySuperlative(talk, ofOneKind(listed), superlative).slice(0, 1)
  if (anaphora === 'all' && mentions.length === 0) {
    if (listed.length > 1) return listed
    if (about.length > 1) return about.slice(0, 2)
  }
  // "la torta esa de qué es", of what is on the screen: the first that is one.
  const thatKind = /\b(?:el|la|los|las) (\p{L}{3,}) es[eao]s?\b/u.exec(fold(talk.text))?.[1]
  const ofIt = thatKind === undefined ? undefined : listed.find((product) => headOf(product) === stem(thatKind))
  if (ofIt !== undefined) return [ofIt]
  const both = talk.intent === 'product_info' ? eitherOf(talk) : []
  if (both.length > 1) return both
  const held = talk.intent === 'product_info' ? heldAndNamed(talk) : null
  if (held !== null) return [held]
  const called = talk.intent === 'product_info' ? namedLast(talk, longForm(foldPhrase(talk.text))) : null
  if (called !== null) return [called]
  const subjects = talk.intent === 'product_info' ? namedSubject(talk) : []
  if (subjects.length > 0) return subjects
  const other = anotherSize(talk)
  if (other !== null) return [other]
  const another = everydayThing(talk)
  if (another.length > 0) return another
  const told = mentions.length > 1 ? [] : pointedOut(talk)
  if (told.length === 1) return told
  const several = talk.state.listFresh && listed.length > 1
  if (talk.intent === 'product_info') {
    const phrase = longForm(foldPhrase(talk.text))
    const open = several && subjectOf(phrase) === '' && !pointsAtIt(phrase)
    const subject = open ? null : askedOf(talk, phrase)
    if (subject !== null) return [subject]
    // "¿viene con funda para la almohada?", of several on the screen: what stands behind the verb is no other thing.
    const answering = open && COMES_WITH.test(phrase) ? answeredBy(listed, talk.text) : []
    if (answering.length > 0 && answering.length < listed.length) return answering
    // "¿qué aroma tiene?", of what was recommended: the one whose sheet says it.
    if (open && WHAT_OF_IT.test(phrase)) {
      const answers = answeredBy(listed, talk.text)
      if (answers.length === 1) return answers
    }
    // "¿cuánto pesan?", "¿se abren con una mano?", of a list: of its best where its sheet says so, else of those whose sheets do.
    const [best] = listed
    if (open && best && talk.u.entities.anaphora === null && !WHAT_IS_IT.test(phrase)) {
      const answers = answeredBy(listed, talk.text)
      const silent = answeredBy([best], talk.text).length === 0
      if (answers.length > 0 && answers.length <= MOST_ASKED_OF && (silent || sameButForLooks(answers))) return answers
    }
    // "¿y sirve para coser mezclilla?", of what was recommended: its best, and not the cloth.
    if (open && SERVES.test(phrase)) {
      const [told, ...others] = answeredBy(listed, talk.text)
      return told && others.length === 0 ? [told] : listed.slice(0, 1)
    }
  }
  // "¿y la que le sigue en tamaño?"
  if (about[0] && NEXT_IN_SIZE.test(fold(talk.text))) {
    const next = nextInSize(talk, about[0])
    if (next !== null) return [next]
  }
  if (/\botr[oa]\b/i.test(talk.text) && about[0]) {
    const others = otherThan(talk, about[0])
    if (others.length > 0) return others
  }
  // "lleva nueces?" asks about what is on the table; "la de hombre, ¿en qué talla?" about one of the list.
  if (talk.intent === 'product_info' && about[0] && asksOfIt(talk.text)) {
    if (!talk.state.listFresh || listed.length < 2) return [about[0]]
    const answering = answeredBy(listed, talk.text)
    if (answering.length > 0) return answering
  }
  // "¿cuál dura más?": among what was shown, else of the one being talked about; never another thing of the shop.
  if (talk.intent === 'product_info' && about[0] && asksAmong(talk.text)) {
    if (!talk.state.listFresh || listed.length < 2) return [about[0]]
    const answering = answeredBy(listed, talk.text)
    return answering.length > 0 ? answering : listed
  }
  if (
    mentions.length === 0 &&
    superlative === null &&
    listed.length > 1 &&
    /^\s*(?:y )?(?:el|la) (?:de|del|con|que)\b/i.test(talk.text)
  ) {
    const picked = pickFrom(
      talk,
      listed,
      talk.text.replace(/[,;]?\s*\b(?:en qu[eé]|de qu[eé]|cu[aá]nt\w+|qu[eé]|tiene|trae|es)\b.*$/i, ''),
    )
    if (picked.length === 1) return picked
  }
  const named = mentions.flatMap((mention) => {
    const text = withItsNumber(talk, mention.text)
    return chosen(talk, resolveMention(talk, text), text)
  })
  // "¿aguanta la lluvia?", where some bag's sheet speaks of rain: of what is being talked about.
  if (talk.intent === 'product_info' && about[0] && !several && !named.some((product) => isNamed(talk, product)))
    return [about[0]]
  // "el pro plan de salmón, la bolsa de 3 kilos": what is said beside it tells which.
  const sized =
    named.length > 1 && mentions.length > 1 && /\d/.test(talk.text)
      ? pickByWords(talk, [...new Set(named)], talk.text)
      : []
  if (sized.length === 1 && !/\by\b/.test(fold(talk.text))) return sized
  if (named.length === 1 && named[0]) return inComparison(talk, named[0])
  if (named.length > 0) return [...new Set(named)]
  // "¿cuánto demora en florecer?": what is asked of the product is not another product.
  if (talk.intent === 'product_info' && about[0] && !evidenceNames(talk)) return [about[0]]
  // "¿y la más chica?", after the price of one that comes in two sizes: of those.
  const sizes =
    about[0] === undefined || talk.state.listFresh
      ? []
      : kindred(talk, about[0]).filter((each) => headOf(each) === headOf(about[0]!))
  if (
    superlative !== null &&
    mentions.length === 0 &&
    sizes.length > 1 &&
    !listed.every((each) => sizes.includes(each))
  )
    return bySuperlative(talk, sizes, superlative).slice(0, 1)
  if (superlative !== null && listed.length > 1) return pickFrom(talk, listed).slice(0, 1)
  if (superlative !== null && mentions.length === 0 && about[0]) {
    const kin = kindred(talk, about[0])
    if (kin.length > 1) return bySuperlative(talk, kin, superlative).slice(0, 1)
  }
  const evidence = evidenceOf(talk, talk.text)
  if (mentions.length === 0 && (evidence.named > 0.4 || evidence.kind > 0.4)) {
    const whole = chosen(talk, resolveMention(talk, talk.text), talk.text)
    if (whole.length > 0) return whole
  }
  if (mentions.length > 0 && anaphora === null && evidence.unknown.length > 0 && evidence.named < 0.3) {
    const kind = searchKind(talk, mentions[0]?.text ?? talk.text, 'kind')
    // A name that the shop does not carry is not answered with something else.
    if (kind.length === 0) return []
  }
  if (listed.length > 1) {
    const picked = pickFrom(talk, listed)
    if (picked.length === 1) return picked
  }
  if (about[0] && (mentions.length === 0 || anaphora !== null)) return [about[0]]
  if (mentions.length > 0) return searchKind(talk, talk.text, 'any')
  // "¿a cuánto las latitas?": everyday words, and nothing else that they could be about.
  return evidence.need > 0.5 ? chosen(talk, resolveMention(talk, talk.text), talk.text) : []
}

/** "¿y qué precio tiene?", of a list on the screen from which nothing was picked: any of them may be meant, the best first. */
export function noneOfTheList(talk: Talk, products: readonly CatalogProduct[]): CatalogProduct[] {
  const { mentions, ordinal, superlative } = talk.u.entities
  const [only] = products
  const open = talk.state.listFresh && mentions.length === 0 && ordinal === null && superlative === null
  if (!open || products.length !== 1 || only === undefined || only.sku !== talk.state.listed[0]) return []
  const listed = findProducts(talk, talk.state.listed)
  return listed.length > 1 && pickFrom(talk, listed).length !== 1 ? listed : []
}

/** "tienen el 2 de demon slayer": the number is the volume's, sold out or not. */
function withItsNumber(talk: Talk, mention: string): string {
  const before = fold(talk.text).split(fold(mention))[0] ?? ''
  const number = /\b(?:el|la|del) (?:numero |tomo |volumen |nro )?(\d{1,3}) de(?: la| el|l)? $/.exec(before)?.[1]
  return number === undefined || /\d/.test(mention) ? mention : `${mention} ${number}`
}

/** "y 250 gramos?", "¿y en talla 6 vale lo mismo?": another size of what is talked about, and nothing else. */
const SIZE_ASKED =
  /^(?:(?:y|pero|oye|ya|ok) )*(?:(?:el|la|los|las) )?(?:de |en )?((?:talla |numero |aro )(?:\d{1,3}|x{0,3}[sl]|m)|\d{1,4}(?:[.,]\d{1,2})? ?(?:gramos|gr|grs|g|kilos?|kg|litros?|lts?|l|ml|cc|cm|mm|metros?|mts?|m|mg|watts?|w))(?: (?:vale|sale|cuesta|esta|estan) lo mismo| (?:a )?cuanto(?: \S+)?| tambien| igual)?$/

function anotherSize(talk: Talk): CatalogProduct | null {
  const about = focused(talk)[0]
  const asked = talk.intent === 'stock_query' || talk.intent === 'price_query' || talk.intent === 'select_option'
  if (!asked || !about || (talk.state.listFresh && talk.state.listed.length > 1)) return null
  const text = fold(talk.text)
    .replace(/[¿?¡!]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const size = SIZE_ASKED.exec(text)?.[1]
  const found = size === undefined ? null : siblingMeant(talk, about, size)
  return found !== null && headOf(found) === headOf(about) ? found : null
}

/** How a question goes on behind the thing that it is about. */
const GOES_ON =
  /[\s,]*\b(?:(?:me |les? |te )?(?:tienes?|tienen|ten[ií]|hay|qued\w+)|a c[oó]mo|(?:a |en )?cu[aá]nto.*|qu[eé] (?:precio|valor).*)[\s?!.]*$/i

/**
 * "y botellas tienen?", "¿las botellas de medio litro a cuánto están?": an everyday word that some product's name begins
 * with, and no word of what is on the table, is that product.
 */
function everydayThing(talk: Talk): CatalogProduct[] {
  const { mentions, anaphora, ordinal, superlative, quantity } = talk.u.entities
  const asked = talk.intent === 'stock_query' || talk.intent === 'price_query'
  if (!asked || mentions.length > 0 || anaphora !== null || ordinal !== null || superlative !== null) return []
  if (quantity !== null) return []
  const list = tokens(talk.text)
  const table = [
    ...focused(talk).slice(0, 1),
    ...findProducts(talk, talk.state.listed),
    ...findProducts(
      talk,
      talk.state.cart.lines.map((line) => line.sku),
    ),
  ].flatMap((product) => tokens(`${product.name} ${product.description} ${product.tags.join(' ')}`))
  const there = new Set(table.map((token) => stem(token.norm)))
  for (const at of evidenceOf(talk, talk.text).heads) {
    const token = list[at]
    if (token === undefined || there.has(stem(token.norm))) continue
    const words = talk.text.slice(token.start).replace(GOES_ON, '')
    const found = chosen(talk, resolveMention(talk, words), words).filter((each) => headOf(each) === stem(token.norm))
    if (found.length > 0) return found
  }
  return []
}

/** More of them than this are no answer to a question about one. */
const MOST_ASKED_OF = 3

/** "¿cuántos tips trae la caja?", "¿cuánto aguanta la piñata?": of the one line of the cart that is called so; null where none or several are. */
function heldAndNamed(talk: Talk): CatalogProduct | null {
  if (talk.state.listFresh || (subjectOf(longForm(foldPhrase(talk.text))) ?? '') !== '') return null
  const lines = findProducts(
    talk,
    talk.state.cart.lines.map((line) => line.sku),
  )
  if (lines.length < 2) return null
  const said = new Set(
    tokens(talk.text).flatMap((token) =>
      token.kind === 'word' && classOf(token.norm) !== 'stop' ? [stem(token.norm)] : [],
    ),
  )
  const [one, ...more] = lines.filter((product) => said.has(headOf(product)))
  if (one !== undefined) return more.length === 0 ? one : null
  const named = lines.filter((product) =>
    tokens(product.name).some((token) => classOf(token.norm) === 'content' && said.has(stem(token.norm))),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

/** "las bolsas al vacío cuántas trae el pack": named in two words or more before what is asked of it. */
function namedSubject(talk: Talk): CatalogProduct[] {
  const subject = subjectOf(longForm(foldPhrase(talk.text)))?.replace(/^(?:el|la|los|las) /, '')
  if (
    subject === undefined ||
    !subject.includes(' ') ||
    / es[ea]$/.test(subject) ||
    /^(?:de|del|con|que|sin|para|mas|menos|otr[oa]s?|aro|talla|numero) /.test(subject)
  )
    return []
  const found = resolveMention(talk, subject)
  if (found.kind === 'one') return [found.product]
  // "el mate de silicona, ¿viene con bombilla?", of two that differ in their colour.
  if (found.kind !== 'many' || found.products.length > MOST_ASKED_OF || !sameButForLooks(found.products)) return []
  // "¿la cafetera italiana sirve para inducción?", of two sizes: the one whose sheet says so.
  const answering = answeredBy(found.products, talk.text)
  return answering.length > 0 ? answering : found.products
}

const EITHER =
  /\b(?:llevar|llevarme|comprar|elegir|mejor|conviene|dura mas|rinde mas|recomiend\w+|sirve mas|diferencia|diferensia|diferencian)\b.*?,? ?\b(?:el|la|los|las|entre) (.{3,40}?) (?:o|u|y|vs|con) ((?:(?:el|la|los|las|un|una) )?.{2,40})$/

/** "¿en qué se diferencia el escritorio de 120 del gamer de 140?" */
const UNLIKE =
  /\bdiferencian? (?:el|la|los|las) (.{3,40}?) (?:del|de la|de los|de las|con el|con la|con los|con las) (.{2,40})$/

/** "zafu redondo o media luna, ¿cuál es mejor?" */
const WHICH_OF_TWO =
  /^(?:(?:hola|oye|ya|y|mire|entre|el|la|los|las)[ ,]+)*([^,]{3,40}?) (?:o|u|vs) ((?:(?:el|la|los|las) )?[^,]{2,30}?),? ?(?:cual|que) (?:es |seria |me )?(?:mejor|conviene|recomienda\w*|sirve|dura|aconseja\w*)\b/

/** "entre la motosierra husqvarna y la total, ¿cuál conviene?" */
const BETWEEN = /\bentre (?:el|la|los|las) (.{3,40}?) (?:y|o) ((?:el|la|los|las) .{2,30}?),? (?:cual|que|con cual)\b/

/** "el pan de molde blanco y el integral cuántas tajadas traen?": what is asked of both. */
const OF_BOTH =
  /^(?:(?:hola|buenas|oye|ya|y|mire)[ ,]+)*(?:el|la|los|las) ([^,]{3,40}?) y ((?:el|la|los|las) [^,]{2,30}?),? (?:(?:de |en )?(?:cuant[oa]s?|que|cual) )?(?:\S+ )?(?:son|traen|tienen|sirven|duran|miden|pesan|vienen|incluyen|rinden|aguantan)\b/

/** "¿qué es mejor, el colgador de terciopelo o el de madera?": both, the second of the first one's kind where it names none. */
function eitherOf(talk: Talk): CatalogProduct[] {
  // Commas of "2,5 kg" stay: sizes tell one from the other.
  const text = fold(talk.text)
    .replace(/[¿?¡!]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const match =
    EITHER.exec(text) ?? UNLIKE.exec(text) ?? BETWEEN.exec(text) ?? WHICH_OF_TWO.exec(text) ?? OF_BOTH.exec(text)
  // "la lámpara de pie, ¿diferencia entre la negra y la de madera?": of that thing.
  const thing = /^(?:(?:y|oye|hola|ya)[ ,]+)*(?:el|la|los|las) ([^,]{4,40}), ?(?:que |cual es la )?diferencia/.exec(
    text,
  )?.[1]
  const [first, second] = [match?.[1], match?.[2]]
    .map((words) => words?.replace(/^(?:el|la|los|las|un|una) /, ''))
    .map((words) => (thing === undefined || words === undefined ? words : `${thing} ${words}`))
  if (first === undefined || second === undefined) return []
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const one = compared(talk, first, listed, null)
  const other = compared(talk, second, listed, one)
  return one && other && one.sku !== other.sku ? [one, other] : []
}

/** One side of a comparison: of those listed, else of the other side's kind ("la mochila negra y la azul"), else of the shop. */
function compared(
  talk: Talk,
  words: string,
  listed: readonly CatalogProduct[],
  beside: CatalogProduct | null,
): CatalogProduct | null {
  const headless = /^(?:de|del|con|sin|en|para|talla) /.test(words)
  const pools = [listed, beside === null ? [] : kindred(talk, beside)].map((pool) =>
    pool.filter((product) => product.sku !== beside?.sku),
  )
  const [own] = headless ? [] : oneMeant(talk, words)
  const named = own !== undefined && isCalled(own, [tokens(words)[0]?.norm ?? '']) && isFirstOf(own, words)
  if (named) return own
  for (const pool of pools) {
    const found = pickByWords(talk, pool, words)
    const [picked, ...more] = found
    if (picked && more.length === 0) return picked
    // "la vitamina C efervescente y la de cápsulas": of several in capsules, the one of that vitamin.
    const like = beside === null ? null : mostLike(found, beside)
    if (like !== null) return like
  }
  const head = beside === null ? '' : (tokens(beside.name)[0]?.text ?? '')
  const [sibling] = beside === null ? [] : oneMeant(talk, `${head} ${words}`)
  return sibling ?? own ?? null
}

function oneMeant(talk: Talk, words: string): CatalogProduct[] {
  const found = resolveMention(talk, words)
  return found.kind === 'one' ? [found.product] : []
}

/** The words begin with what its name begins with: they name it, and do not only tell it apart. */
function isFirstOf(product: CatalogProduct, words: string): boolean {
  return headOf(product) === stem(tokens(words)[0]?.norm ?? '')
}

const NEXT_IN_SIZE =
  /\b(?:el|la) (?:que|q) (?:le )?sigue\b|\b(?:el|la) (?:siguiente|proxim[oa])\b(?! (?:semana|mes|dia|vez))/

/** Of its kind and in stock, the one nearest to it in size; the smaller of two that are as near. */
function nextInSize(talk: Talk, product: CatalogProduct): CatalogProduct | null {
  const sorted = bySuperlative(
    talk,
    [...new Set([product, ...kindred(talk, product)])].filter((each) => headOf(each) === headOf(product)),
    'smallest',
  )
  const before = sorted.findLast((each) => priceOf(talk, each) < priceOf(talk, product))
  const after = sorted.find((each) => priceOf(talk, each) > priceOf(talk, product))
  return before ?? after ?? null
}

const SERVES =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:(?:me|le|les) )?(?:sirven?|funcionan?|quedan?|hacen?) (?:para|pa|con|en|a) /

const WHAT_IS_IT = /^(?:y )?(?:que|cuant[oa]s?) (?:trae|traen|tiene|tienen|incluye|incluyen|es|son|viene|vienen)$/

const WHAT_OF_IT =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:(?:de )?(?:que|cual) [a-z]{3,} (?:tienen?|traen?|es|son|llevan?)|cuanto (?:pesan?|miden?|duran?|rinden?))$/

const COMES_WITH =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:(?:vienen?|traen?|incluyen?) (?:con |incluid[oa]s? )?|(?:son|es|tienen?) con )/

/** The message calls it by what its name begins with, or by a word of its name that is no everyday one. */
function isNamed(talk: Talk, product: CatalogProduct): boolean {
  return tokens(talk.text)
    .filter((token) => classOf(token.norm) === 'content')
    .some(
      (token) => stem(token.norm) === headOf(product) || (!isCommonGood(token.text) && isCalled(product, [token.norm])),
    )
}

function evidenceNames(talk: Talk): boolean {
  const evidence = evidenceOf(talk, talk.text)
  return evidence.named > 0.5
}

function chosen(talk: Talk, resolved: Resolved, text: string): CatalogProduct[] {
  if (resolved.kind === 'one') return [resolved.product]
  if (resolved.kind === 'none') return []
  const known = resolved.products.filter((product) => talk.state.focus.includes(product.sku))
  if (known.length === 1) return known
  // "y la samsung": of the kind that is being talked about, where one of them is.
  const kind = focused(talk)[0]?.category
  const kin = resolved.wide.filter((product) => product.category === kind)
  if (kin.length === 1) return kin
  // "¿y los razer?", after talk of headphones: no mouse of theirs.
  const heads = new Set(resolved.products.map(headOf))
  if (kin.length > 1 && heads.size > 1 && new Set(kin.map(headOf)).size === 1 && AND_THOSE.test(talk.text)) return kin
  if (kind === undefined || kin.length > 1 || !/^\s*(?:ya,? )?y (?:el|la|los|las)\b/i.test(talk.text))
    return resolved.products
  const among = talk.input.catalog.inCategory(kind).map((product) => product.sku)
  const near = search(talk, { text, mode: 'any', among, limit: 3 }).map((hit) => hit.product)
  return near.length === 1 ? near : resolved.products
}

const AND_THOSE = /(?:^|[,.;¿])\s*¿?(?:ya,? )?y (?:el|la|los|las)\b/i

/** "la otra": of the same kind as what was talked about, cheaper or dearer where that was said. */
function otherThan(talk: Talk, first: CatalogProduct): CatalogProduct[] {
  const listed = findProducts(talk, talk.state.listed).filter((product) => product.sku !== first.sku)
  const { superlative } = talk.u.entities
  if (talk.u.entities.mentions.length > 0 && superlative === null) return []
  const rivals = listed.length > 0 ? listed : alternativesTo(talk, [first], 8)
  const price = priceOf(talk, first)
  const cheaper = /barat|econ[oó]mic/i.test(talk.text) || superlative === 'cheapest'
  const dearer = /\bcar[oa]\b|\bmejor\b/i.test(talk.text) || superlative === 'dearest'
  const fit = rivals.filter((each) =>
    cheaper ? priceOf(talk, each) < price : dearer ? priceOf(talk, each) > price : true,
  )
  return fit.slice(0, 1)
}

/** "¿y la alfombra la tienen más chica?": of its kind, those on that side of it; itself where there is none. */
function inComparison(talk: Talk, product: CatalogProduct): CatalogProduct[] {
  const smaller = /\bm[aá]s (?:chic|peque|barat|econ[oó]mic)/i.test(talk.text)
  const bigger = /\bm[aá]s (?:grand|larg|anch)/i.test(talk.text)
  if (smaller === bigger || talk.intent === 'price_query') return [product]
  const sorted = bySuperlative(
    talk,
    kindred(talk, product),
    /barat|econ[oó]mic/i.test(talk.text) ? 'cheapest' : smaller ? 'smallest' : 'biggest',
  )
  const at = sorted.findIndex((each) => each.sku === product.sku)
  return at > 0 ? sorted.slice(0, at) : [product]
}
