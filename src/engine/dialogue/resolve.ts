import { CONTAINERS, classOf } from '../catalog/words.ts'
import type { CatalogHit, CatalogQuery } from '../catalog/types.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { measures } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens, type Token } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import {
  firstPlace,
  inFull,
  inTheirOwnWords,
  mostCentral,
  PLAIN,
  plainest,
  saysAlike,
  sharesMost,
  shortestNamed,
  tells,
  wordsOf,
} from './called-so.ts'
import { headOf, MOST_KIN } from '../catalog/head-noun.ts'
import { byLetter, pickFrom } from './pick.ts'
import { asWrapping } from './wrappings.ts'
import { findProduct, findProducts, note, search, type Talk } from './talk.ts'

/** What some words turned out to be. */
export type Resolved =
  | { kind: 'one'; product: CatalogProduct }
  /** `wide` holds the weaker fits too, best first, for a context that knows better. */
  | { kind: 'many'; products: CatalogProduct[]; wide: CatalogProduct[] }
  | { kind: 'none' }

/** What the words may be, best first; none where they are nothing of the shop's. */
export function productsOf(resolved: Resolved): CatalogProduct[] {
  if (resolved.kind === 'one') return [resolved.product]
  return resolved.kind === 'many' ? resolved.products : []
}

/** Scores this close to the best are as good: which one is meant is the shopper's to say. */
const TIE = { sku: 0.06, name: 0.06, kind: 0.03, need: 0.06 } as const

/** What is being talked about outweighs a fit that is better by less than this. */
const NEAR_KIN = 0.12

/** Below the best by more than what a longer name costs. */
const LESS = 0.02

/** Politeness and "only one" are no products, whatever the grammar says. */
const EMPTY =
  /^(?:(?:mido|mide|peso|pesa|calzo|calza)\s+\d.*|sol[oa]s?|nom[aá]s|no m[aá]s|nada m[aá]s|porfa\w*|por favor|mejor|entonces|broma|(?:me )?regal(?:a|e|as|ame|eme)|(?:[eé]ch[ae]|agr[eé]g(?:a|ue)|p[oó]n(?:ga)?|an[oó]t[ae]|s[uú]m[ae]|d[eé])(?:me|le|melo|melas?|lo|la|los|las)?)$/i

/**
 * Which product a shopper means by some words. What was just listed or talked about wins over the rest of the catalog
 * where the words fit it; between equals the one whose name the words begin, then the one that is in stock.
 */
export function resolveMention(talk: Talk, text: string, options: { ruledOut?: boolean } = {}): Resolved {
  const wrapped = asWrapping(talk, text)
  if (wrapped !== null) return wrapped
  if (saysNothing(text)) return { kind: 'none' }
  const query: CatalogQuery = { text, mode: 'named', limit: 10 }
  if (talk.u.entities.not.length > 0 && options.ruledOut !== true) query.not = talk.u.entities.not
  const hits = settleHits(talk, text, search(talk, query))
  const near = nearTheTable(talk, text, hits)
  if (near !== null) return near
  const full = hits.kind === 'many' ? inFull(hits.products, text) : null
  const found: Resolved = full === null ? hits : { kind: 'one', product: full }
  // "tóner para una impresora HL-1202": of what it is, and not of what it is for.
  const thing = FOR.exec(text)?.[1]
  const meant = productsOf(found)
  const heads = new Set(tokens(thing ?? '').map((token) => stem(token.norm)))
  if (
    thing !== undefined &&
    meant.length > 0 &&
    !meant.some((product) =>
      [...wordsOf(`${product.name} ${product.tags.join(' ')} ${product.category}`)].some((word) => heads.has(word)),
    )
  ) {
    const own = settleHits(talk, thing, search(talk, { ...query, text: thing }))
    const products = productsOf(own)
    if (products.length > 0 && products.every((product) => heads.has(headOf(product)))) return own
  }
  // "mieles de quillay para regalos de empresa": what they are for names nothing.
  const itself = found.kind === 'none' ? FOR.exec(text)?.[1] : undefined
  return itself === undefined ? found : settleHits(talk, itself, search(talk, { ...query, text: itself }))
}

/**
 * "el usado", "familiar", "¿y de nuez no?": words with which nothing in the shop begins. Of what is on the screen, else of
 * its kinds, those whose names say all of them, before other things that say so; null where none does.
 */
function nearTheTable(talk: Talk, text: string, found: Resolved): Resolved | null {
  const list = tokens(text)
  const said = list.filter((token) => token.kind === 'word' && tellsByItself(token))
  // "el sin cafeína", of the list: the one whose name says so, and not caffeine.
  const without = /^sin \S+$/.test(fold(text)) ? fold(text) : null
  if (without !== null) {
    const pool = findProducts(talk, talk.state.listed).filter((product) => fold(product.name).includes(without))
    if (pool.length === 1 && pool[0]) return settled(talk, pool[0], 'what it is without')
  }
  const sized = list.some((token) => token.kind !== 'word') || measures(list).length > 0
  if (said.length === 0 || said.length > 3 || sized || CONTAINERS.has(stem(list[0]?.norm ?? ''))) return null
  const words = said.map((token) => stem(token.norm))
  if (productsOf(found).some((product) => words.includes(headOf(product)))) return null
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const about = findProduct(talk, talk.state.focus[0] ?? '')
  const table = listed.length > 1 ? listed : about === undefined ? [] : [about]
  for (const near of [() => listed, () => kindsOf(talk, table)]) {
    const pool = near()
    if (pool.length < 2 || pool.length > MOST_KIN) continue
    const called = pool.filter((product) => {
      const name = wordsOf(product.name)
      return words.every((word) => name.has(word))
    })
    const [only] = called
    if (only === undefined || called.length === pool.length) continue
    if (called.length === 1) return settled(talk, only, 'the kind on the table')
    const open = talk.state.listFresh ? undefined : called.find((product) => product.sku === about?.sku)
    const plain = open ?? plainest(called)
    if (plain !== null) return settled(talk, plain, 'nothing more in its name')
    // "de las de 25 surtidos": what else is said tells them apart.
    const told = pickFrom(talk, called, talk.text)
    return told.length === 1 && told[0]
      ? settled(talk, told[0], 'the rest of the message')
      : { kind: 'many', products: called.slice(0, 8), wide: called }
  }
  return null
}

/** All products of the kinds of these: of their categories, what begins with the same words. */
function kindsOf(talk: Talk, products: readonly CatalogProduct[]): CatalogProduct[] {
  const kinds = new Map(products.map((product) => [`${product.category}\n${headOf(product)}`, product]))
  return [...kinds.values()].flatMap((product) =>
    talk.input.catalog.inCategory(product.category).filter((each) => headOf(each) === headOf(product)),
  )
}

function tellsByItself(token: Token): boolean {
  return classOf(token.norm) === 'content' || (classOf(token.norm) === 'soft' && !CONTAINERS.has(stem(token.norm)))
}

const FOR = /^(.*?\S)\s+(?:para|pa|pal)\s+\S/i

/** The words are politeness, and no thing that might be missing. */
export function saysNothing(text: string): boolean {
  return EMPTY.test(text.trim())
}

function settleHits(talk: Talk, text: string, hits: CatalogHit[]): Resolved {
  const best = hits[0]
  if (!best) return fromListed(talk, text) ?? onASheet(talk, text) ?? { kind: 'none' }
  // "guantes con gel talla L": sold out or not, no other size is meant.
  const lettered = byLetter(
    hits.map((hit) => hit.product),
    text,
  )
  if (
    lettered.length === 1 &&
    lettered[0] &&
    lettered[0].sku !== best.product.sku &&
    sameHead(lettered[0], best.product)
  )
    return settled(talk, lettered[0], 'its size')
  // Who answers every word that another answers, and one more ("control negro de play"), is the one meant.
  const beaten = (hit: CatalogHit) =>
    hit.score < best.score - LESS &&
    hit.matched.length < best.matched.length &&
    hit.matched.every((word) => best.matched.includes(word))
  const ties = hits.filter((hit) => best.score - hit.score <= TIE[best.by] && !beaten(hit)).map((hit) => hit.product)
  const close = asSmallAsSaid(ties, text)
  if (close.length === 1 && close[0]) return { kind: 'one', product: close[0] }
  // "el set de 12 pinceles": every word of it, and of no other.
  const whole = inTheirOwnWords(close, text, 'all')
  if (whole !== null) return settled(talk, whole, 'every word')
  // "una lámina pal mismo", after talk of a phone's case: the one made for that phone.
  const same = THE_SAME.test(fold(talk.text)) ? likeTheLast(talk, close) : null
  if (same !== null) return settled(talk, same, 'for the same thing')
  // "1 pollo entero", of a whole chicken and of whole thighs of chicken: what its name begins with.
  const wraps = CONTAINERS.has(stem(tokens(text)[0]?.norm ?? ''))
  const headed = close.length > 1 && !wraps ? mostCentral(close, text) : []
  if (headed.length === 1 && headed[0] && firstPlace(headed[0], wordsOf(text)) === 0 && saysAlike(close, text))
    return settled(talk, headed[0], 'what its name begins with')
  // "dame 2 juegos", of the set on the table: everyday words that fit it as well as others.
  const offered = talk.state.pending?.kind === 'add_to_cart' ? talk.state.pending.skus[0] : undefined
  const onTable = close.find((product) => product.sku === offered)
  if (onTable && !tokens(text).some((token) => token.value !== null)) return settled(talk, onTable, 'what was offered')
  const listed = close.filter((product) => talk.state.listed.includes(product.sku))
  if (listed.length === 1 && listed[0] && !isAnother(talk, listed[0]))
    return settled(talk, listed[0], 'what was listed')
  const about = talk.state.focus[0]
  const focus = close.find((product) => product.sku === about)
  if (focus && (talk.u.entities.anaphora === 'one' || (listed.length > 1 && !talk.state.listFresh)))
    return settled(talk, focus, 'what was talked about')
  // "la bici", with one bicycle talked about before: that one.
  const discussed = close.filter((product) => talk.state.focus.includes(product.sku))
  const definite = isDefinite(talk.text, text) || /\bde (?:es[eoa]s?|est[eoa]s?)\b/i.test(text)
  if (listed.length === 0 && discussed.length === 1 && discussed[0] && definite)
    return settled(talk, discussed[0], 'what was talked about before')
  // "2 familiares", after talk of cakes by the portion: the one of that kind, where the words name no kind of their own.
  const kin = sameKind(
    talk,
    hits.filter((hit) => best.score - hit.score <= NEAR_KIN).map((hit) => hit.product),
    text,
  )
  if (kin !== null) return settled(talk, kin, 'the kind talked about')
  const held = close.filter((product) => talk.state.cart.lines.some((line) => line.sku === product.sku))
  if (held.length === 1 && held[0] && /\b(?:igual(?:es)?|mism[oa]s?)\b/i.test(talk.text))
    return settled(talk, held[0], 'the same as in the cart')
  const verbatim = inTheirOwnWords(close, text)
  if (verbatim !== null) return settled(talk, verbatim, 'its very words')
  // "el limpiador normal", of which one is called so: no word of which of them is the plain one.
  const said = PLAIN.exec(fold(text))?.[0]
  const calledSo =
    said === undefined ? [] : close.filter((product) => tokens(product.name).some((token) => token.text === said))
  if (calledSo.length === 1 && calledSo[0]) return settled(talk, calledSo[0], 'a word of its name')
  // "la barra de leche sola": the one whose name says nothing more.
  const plain = PLAIN.test(fold(talk.text)) ? shortestNamed(close) : null
  if (plain !== null) return settled(talk, plain, 'nothing more in its name')
  // "10 maltín en lata": one by one, and no pack of them.
  const single = /\b(?:en|de) (?:lata|botella|bolsa|frasco|sobre|tarro)\b|\bsuelt[oa]s?\b/.test(fold(text))
  const loose = single
    ? close.filter((product) => !/\b(?:pack|caja|display|docena|six)\b/.test(fold(product.name)))
    : []
  if (loose.length === 1 && loose[0]) return settled(talk, loose[0], 'one by one')
  const central = mostCentral(listed.length > 1 ? listed : close, text)
  if (central.length === 1 && central[0]) return settled(talk, central[0], 'its name')
  const picked = pickFrom(talk, central, withoutWords(text, best.matched))
  if (picked.length === 1 && picked[0]) return settled(talk, picked[0], 'a detail')
  // "una carcasa pa ese", "su lámina", "un heno pa conejo y un pellet": made for what it is to go with.
  const companion = central.length > 1 ? madeForIt(talk, central, text) : null
  if (companion !== null) return settled(talk, companion, 'what it goes with')
  // What tells them apart may stand outside of the mention: "¿a cuánto el arnés? el m".
  const told = talk.u.entities.mentions.length < 2 && text !== talk.text ? pickFrom(talk, central, talk.text) : []
  if (told.length === 1 && told[0]) return settled(talk, told[0], 'the rest of the message')
  const stocked = central.filter((product) => product.stock > 0)
  if (stocked.length === 1 && stocked[0]) return settled(talk, stocked[0], 'what is in stock')
  return {
    kind: 'many',
    products: (stocked.length > 1 ? stocked : central).slice(0, 8),
    wide: hits.map((hit) => hit.product),
  }
}

/** "también un combo para el niño", after one went into the cart: not that one again. */
function isAnother(talk: Talk, product: CatalogProduct): boolean {
  return ADDS_ANOTHER.test(foldPhrase(talk.text)) && talk.state.cart.lines.some((line) => line.sku === product.sku)
}

const ADDS_ANOTHER = /^(?:(?:ya|ok|bueno|dale) )*(?:y|tambien|ademas) (?:tambien )?(?:un|una|otr[oa]) /

/** "toallitas" are wet wipes and no towels: where one of several is named as small as that, or none is, the others are not meant. */
function asSmallAsSaid(products: CatalogProduct[], text: string): CatalogProduct[] {
  const heads = new Set(products.map((product) => tokens(product.name)[0]?.text.replace(/s$/, '') ?? ''))
  const said = tokens(text)
    .map((token) => token.text.replace(/s$/, ''))
    .find((word) => word.length > 4 && heads.has(word))
  if (products.length < 2 || said === undefined) return products
  const plain = said.replace(/it([ao])$/, '$1')
  const other = [...heads].some((head) => head !== said && head.replace(/it([ao])$/, '$1') === plain)
  return other ? products.filter((product) => tokens(product.name)[0]?.text.replace(/s$/, '') === said) : products
}

function sameHead(one: CatalogProduct, other: CatalogProduct): boolean {
  return headOf(one) === headOf(other)
}

function sameKind(talk: Talk, products: readonly CatalogProduct[], text: string): CatalogProduct | null {
  const about = findProduct(talk, talk.state.focus[0] ?? '')
  if (about === undefined || products.length < 2) return null
  const said = wordsOf(text)
  const heads = products.map((product) => headOf(product))
  if (heads.some((head) => said.has(head))) return null
  const own = headOf(about)
  const kin = products.filter((_, at) => heads[at] === own)
  return kin.length === 1 ? (kin[0] ?? null) : null
}

const THE_SAME = /\b(?:pal|para el|para la|para los|para las|del|de la|al) mism[oa]s?\b/

/** The one whose name shares most words with what was talked about last; null where none shares more than the others. */
function likeTheLast(talk: Talk, products: readonly CatalogProduct[]): CatalogProduct | null {
  const last = findProduct(talk, talk.state.lastLine ?? talk.state.focus[0] ?? '')
  if (last === undefined) return null
  const own = wordsOf(last.name)
  return sharesMost(products, (product) => [...wordsOf(product.name)].filter((word) => own.has(word)).length)
}

const GOES_WITH =
  /\b(?:para|pa|de|pal?) (?:es[eao]s?|est[eao]s?|(?:el|la|los|las)? ?mism[oa]s?|es[ea] \S+)\b|\b(?:su|sus)\b|\b(?:la|el) mism[oa] (?:medida|talla|tamano|numero|marca|linea)\b|\bde es[ea] (?:medida|talla|tamano|marca|linea)\b/

/** Of several, the one whose name shares most of what tells them apart with the thing that it is to go with; null where none does. */
function madeForIt(talk: Talk, products: readonly CatalogProduct[], text: string): CatalogProduct | null {
  const beside = talk.u.entities.mentions.find((mention) => mention.text !== text && !text.includes(mention.text))
  const pointing = GOES_WITH.test(fold(talk.text))
  const [about] = findProducts(talk, [talk.state.focus[0] ?? talk.state.lastLine ?? ''])
  const context = pointing && about ? `${about.name} ${about.description}` : (beside?.text ?? '')
  if (context === '') return null
  const telling = new Map(products.map((product) => [product, termsOf(product.name)]))
  const common = (term: string) => products.every((product) => telling.get(product)?.has(term) === true)
  const own = termsOf(context)
  const best = sharesMost(
    products,
    (product) => [...(telling.get(product) ?? [])].filter((term) => own.has(term) && !common(term)).length,
  )
  return best?.sku === about?.sku ? null : best
}

/** Words and sizes, alike wherever they stand. */
function termsOf(text: string): Set<string> {
  const list = tokens(text)
  const sizes = measures(list).map((size) => `${size.dimension}:${size.label ?? size.value}`)
  const words = list.flatMap((token, at) =>
    token.kind === 'sign' || token.kind === 'number' || !tells(list, at) ? [] : [stem(token.norm)],
  )
  return new Set([...sizes, ...words])
}

/** "la bici", "ese casco": said of one that both know. */
function isDefinite(message: string, mention: string): boolean {
  const first = tokens(mention).find((token) => token.kind === 'word')?.text
  if (first === undefined) return false
  const list = tokens(message)
  return list.some((token, at) => token.text === first && DEFINITE.has(list[at - 1]?.text ?? ''))
}

const DEFINITE = new Set([
  'el',
  'la',
  'los',
  'las',
  'ese',
  'esa',
  'esos',
  'esas',
  'este',
  'esta',
  'del',
  'al',
  'the',
  'that',
  'o',
  'a',
])

/** What found them all cannot tell them apart: "un juego" is no more the game whose sheet says so than any other. */
function withoutWords(text: string, words: readonly string[]): string {
  const stems = new Set(words.flatMap((word) => tokens(word).map((token) => stem(token.norm))))
  return tokens(text)
    .filter((token) => token.kind !== 'word' || !stems.has(stem(token.norm)))
    .map((token) => token.text)
    .join(' ')
}

function settled(talk: Talk, product: CatalogProduct, by: string): Resolved {
  note(talk, `tie settled by ${by}: ${product.sku}`)
  return { kind: 'one', product }
}

/** "el de 15 kilos", "los negros": nothing of its own, so it can only be one of those just shown. */
function fromListed(talk: Talk, text: string): Resolved | null {
  const listed = findProducts(talk, talk.state.listed)
  if (listed.length === 0) return null
  const picked = pickFrom(talk, listed, text)
  if (picked.length === 1 && picked[0]) return { kind: 'one', product: picked[0] }
  if (picked.length === 0) {
    // "la pastilla", of one whose sheet says tablet.
    const among = listed.map((product) => product.sku)
    const [hit, ...more] = talk.faculties.search(talk.input.catalog, { text, among, mode: 'need', limit: 2 })
    return hit && more.length === 0 && isDefinite(talk.text, text) ? { kind: 'one', product: hit.product } : null
  }
  // "¿y el 15 normal?": not the one that was just talked about.
  const others = picked.filter((product) => product.sku !== talk.state.focus[0])
  return others.length === 1 && others[0] ? { kind: 'one', product: others[0] } : null
}

/** "el Casio", where the maker stands in one product's sheet and in no name: said of one that both know. */
function onASheet(talk: Talk, text: string): Resolved | null {
  if (!isDefinite(talk.text, text)) return null
  const word = stem(tokens(text).find((token) => token.kind === 'word')?.norm ?? '')
  const hits = search(talk, { text, mode: 'need', limit: 3 })
  const holding = hits.filter((hit) => wordsOf(hit.product.description).has(word))
  return holding.length === 1 && holding[0] ? settled(talk, holding[0].product, 'its sheet') : null
}
