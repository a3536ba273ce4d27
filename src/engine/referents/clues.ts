import { classOf } from '../catalog/words.ts'
import type { CatalogHit, CatalogIndex } from '../catalog/types.ts'
import { fold } from '../text/fold.ts'
import { hashOf } from '../text/hash.ts'
import { measures, type Measure } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct, Intent } from '../types.ts'
import { candidateProducts } from './candidates.ts'
import { isWord, LETTERS, sheetOf } from './sheet.ts'
import type { Candidate, Lookup, Table } from './types.ts'

/** Clues are hashed into this many buckets. */
export const BUCKETS = 1 << 17

/**
 * The products that some words may point at, each with its clues: how its name and sheet fit the words, where it lies on
 * the table, and both of these together with what kind of message it is. No clue holds a word of its own: what is learned
 * in one shop holds in another.
 */
export function candidatesOf(index: CatalogIndex, lookup: Lookup, table: Table): Candidate[] {
  return mapCandidates(index, lookup, table, (product, clues, about) => {
    const found: number[] = []
    eachClue(clues, about, (bucket) => found.push(bucket))
    return { product, clues: Uint32Array.from(found) }
  })
}

/** The same products with the sums of their clues' weights: what ranking needs, without the lists that training does. */
export function scoreCandidates(
  index: CatalogIndex,
  lookup: Lookup,
  table: Table,
  weights: Int8Array,
): Array<{ product: CatalogProduct; sum: number }> {
  return mapCandidates(index, lookup, table, (product, clues, about) => {
    let sum = 0
    eachClue(clues, about, (bucket) => (sum += weights[bucket] ?? 0))
    return { product, sum }
  })
}

function mapCandidates<T>(
  index: CatalogIndex,
  lookup: Lookup,
  table: Table,
  make: (product: CatalogProduct, clues: Clues, about: readonly number[]) => T,
): T[] {
  const said = readWords(lookup, table)
  const products = candidateProducts(index, table, [said.hits, said.named])
  const field = compare(products, said)
  const about = messageClues(table, said).map(idOf)
  return products.map((product, at) => make(product, productClues(product, at, index, table, said, field), about))
}

/** How the words read, once for all candidates. */
interface Said {
  phrase: string
  /** Every word and number, folded. */
  words: string[]
  /** Stems that mean goods; that must be found; that help where they match. */
  goods: string[]
  telling: string[]
  soft: string[]
  wordCount: number
  unknown: number
  sureOf: { named: number; kind: number }
  sizes: Measure[]
  letters: string[]
  /** Numbers that say no amount, and those that do. */
  free: number[]
  counted: number[]
  /** What the catalog finds by all the words, and by the mention alone. */
  hits: readonly CatalogHit[]
  named: readonly CatalogHit[]
  pronoun: 'one' | 'several' | null
  headless: boolean
  extreme: string | null
  /** "la otra", or "otra": not that one, or one more. */
  another: 'the other' | 'another' | null
  gender: 'f' | 'm' | null
}

const HEADLESS =
  /(?:^|[\s,;.])(?:el|la|los|las|un|una|uno|unos|unas|otro|otra|otros|otras|\d{1,2}|dos|tres|cuatro|cinco|seis) (?:mas )?(?:de|del|d|con|sin|para|pa|pal|que|q|en|talla|numero)\b/
const CLITIC_VERB =
  '(?:da|de|pon|agrega|echa|suma|anota|manda|lleva|deja|aparta|reserva|guarda|saca|quita|cambia|baja|sube)(?:me)?'
const POINTS_AT_ONE = new RegExp(
  `\\b(?:es[eao]|est[eao]|(?:lo|la) (?:quiero|llevo|compro|agrego|sumo|pido|dejo)|${CLITIC_VERB}l[oa]|mism[oa])\\b`,
)
const POINTS_AT_SEVERAL = new RegExp(`\\b(?:es[oa]s|est[oa]s|ell[oa]s|${CLITIC_VERB}l[oa]s|l[oa]s (?:dos|tres|2|3))\\b`)
const FEMININE = /\b(?:la|las|una|unas|esa|esas|esta|estas|otra|otras|misma|mismas|\w+[ae]las?)\b/
const MASCULINE = /\b(?:el|los|uno|un|unos|ese|esos|este|estos|otro|otros|mismo|mismos|\w+[ae]los?)\b/

function readWords(lookup: Lookup, { text, entities, part }: Table): Said {
  const list = tokens(text)
  const phrase = fold(text)
    .replace(/[^\p{L}\d.,\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const evidence = lookup.evidence(text)
  const covered = new Set(evidence.covered)
  const words = list.filter(isWord)
  const stems = (some: typeof words) => [...new Set(some.map((token) => stem(token.norm)))]
  const sizes = measures(list)
  const sized = new Set(sizes.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
  const figures = new Set(
    [
      ...list.flatMap((token, at) => (token.value !== null && !sized.has(at) ? [token.value] : [])),
      ...sizes.map((size) => size.amount),
    ].filter((value) => value > 0),
  )
  const amounts = new Set([entities.quantity, ...entities.mentions.map((mention) => mention.quantity)])
  const hits = lookup.search(text)
  const mention = part ? '' : entities.mentions.map((each) => each.text).join(' ')
  return {
    phrase,
    words: list.filter((token) => token.kind !== 'sign' && token.kind !== 'emoji').map((token) => token.text),
    goods: stems(words.filter((token) => covered.has(token.position))),
    telling: stems(words.filter((token) => classOf(token.norm) === 'content')),
    soft: stems(words.filter((token) => classOf(token.norm) === 'soft')),
    wordCount: words.length,
    unknown: evidence.unknown.length,
    sureOf: evidence,
    sizes,
    letters: list.filter((token) => token.text !== 'xxs' && LETTERS.includes(token.text)).map((token) => token.text),
    free: [...figures].filter((value) => !amounts.has(value)),
    counted: [...figures].filter((value) => amounts.has(value)),
    hits,
    named: mention !== '' && fold(mention) !== phrase ? lookup.search(mention) : hits,
    pronoun: POINTS_AT_SEVERAL.test(phrase) ? 'several' : POINTS_AT_ONE.test(phrase) ? 'one' : null,
    headless: HEADLESS.test(phrase) || entities.mentions.some((each) => each.headless),
    extreme: entities.superlative ?? sizeWord(phrase),
    another: /\b(?:el|del|la|los|las) otr[oa]s?\b/.test(phrase)
      ? 'the other'
      : /\botr[oa]s?\b/.test(phrase)
        ? 'another'
        : null,
    gender: genderSaid(phrase),
  }
}

/** "el grande", of two, is the bigger one. */
function sizeWord(phrase: string): string | null {
  if (/\bgrand(?:es?|ot[ea]s?)\b/.test(phrase)) return 'big'
  if (/\b(?:chic[oa]s?|peque[nñ][oa]s?|chiquit\w+)\b/.test(phrase)) return 'small'
  return /\bmedian[oa]s?\b/.test(phrase) ? 'middle' : null
}

function genderSaid(phrase: string): 'f' | 'm' | null {
  const feminine = FEMININE.test(phrase)
  if (feminine === MASCULINE.test(phrase)) return null
  return feminine ? 'f' : 'm'
}

/** Intents that ask alike of a product stand for one another; all others are `other`. */
const KINDS_OF_ACT: Partial<Record<Intent, string>> = {
  buy_product: 'buy',
  change_quantity: 'change',
  remove_from_cart: 'remove',
  select_option: 'select',
  product_info: 'info',
  price_query: 'price',
  stock_query: 'stock',
  affirm: 'yes',
  deny: 'no',
  browse_category: 'kind',
  recommend: 'need',
}

const bin = (value: number, ...cuts: number[]) => cuts.filter((cut) => value >= cut).length

/** Places in what `messageClues` returns that are held against pairs of clues as well. */
const TELLING_OF_MESSAGES = [1, 3, 4, 2, 5, 11, 21]

function messageClues(table: Table, said: Said): string[] {
  const list = table.listFresh ? (table.listed.length > 1 ? 'many' : 'one') : 'stale'
  return [
    `part ${table.part}`,
    `act ${KINDS_OF_ACT[table.intent] ?? 'other'}`,
    `goods ${bin(said.goods.length, 1, 2, 3)}`,
    `pronoun ${said.pronoun}`,
    `headless ${said.headless}`,
    `list ${list}`,
    `asked ${table.asked}`,
    `unknown ${bin(said.unknown, 1, 2)}`,
    `words ${bin(said.wordCount, 2, 4, 8)}`,
    `mentions ${Math.min(2, table.entities.mentions.length)}`,
    `extreme ${said.extreme}`,
    `another ${said.another}`,
    `names ${bin(said.sureOf.named, 0.35, 0.55, 0.75)}`,
    `kinds ${bin(said.sureOf.kind, 0.35, 0.55, 0.75)}`,
    `size ${said.sizes.length > 0}`,
    `figure ${said.free.length > 0}`,
    `cart ${bin(table.cart.length, 1, 2, 3)}`,
    `asks ${table.text.includes('?')}`,
    `and ${/\b(?:y|tambien|ademas|mas)\b/.test(said.phrase)}`,
    `place ${table.entities.ordinal !== null}`,
    `telling ${bin(said.telling.length, 1, 2)}`,
    `opens ${opening(said.phrase)}`,
  ]
}

const OPENS_WITH_VERB =
  /^(?:(?:y|pero|oye|ya|ok|hola|disculpe) )*(?:es[eao]s? |est[eao]s? )?(?:tienen?|trae|traen|vienen?|incluyen?|necesitan?|sirven?|es|son|esta|estan|se|le|les|lo|la hace|aguantan?|duran?|pesan?|miden?|caben?|funcionan?|llevan?|hay que|cuanto|cuantos|cuantas|de que|para que|pa que|que|como)\b/
const OPENS_WITH_THING = /^(?:(?:y|pero|oye|ya|ok|hola|disculpe) )*(?:el|la|los|las) \p{L}{3,}/u

/** What comes first: what is asked of a thing, or the thing. "¿Necesita pegamento?" speaks of no glue of the shop. */
function opening(phrase: string): string {
  if (OPENS_WITH_THING.test(phrase)) return 'thing'
  return OPENS_WITH_VERB.test(phrase) ? 'verb' : '-'
}

/** How the candidates stand beside each other. */
interface Field {
  products: readonly CatalogProduct[]
  shares: number[]
  bestShare: number
  bestShares: number
  runs: number[]
  longestRun: number
  told: Array<{ name: number; rest: number }>
  mostTold: number
  soft: Array<{ name: number; rest: number }>
  mostOnSheet: number
  anyFree: boolean
  anyCounted: boolean
}

function compare(products: readonly CatalogProduct[], said: Said): Field {
  const sheets = products.map(sheetOf)
  const fit = (words: readonly string[]) =>
    sheets.map(({ name, rest }) => ({
      name: words.filter((word) => name.has(word)).length,
      rest: words.filter((word) => !name.has(word) && rest.has(word)).length,
    }))
  const shares = fit(said.goods).map(({ name }) => (said.goods.length === 0 ? 0 : name / said.goods.length))
  const bestShare = Math.max(0, ...shares)
  const runs = sheets.map((sheet) => longestRun(said.words, sheet.words))
  const told = fit(said.telling)
  const soft = fit(said.soft)
  return {
    products,
    shares,
    bestShare,
    bestShares: shares.filter((share) => share === bestShare).length,
    runs,
    longestRun: Math.max(0, ...runs),
    told,
    mostTold: Math.max(0, ...told.map(({ name, rest }) => name + rest)),
    soft,
    mostOnSheet: Math.max(0, ...told.map(({ rest }, at) => rest + (soft[at]?.rest ?? 0))),
    anyFree: products.some((product) => said.free.some((value) => hasNumber(product, value))),
    anyCounted: products.some((product) => said.counted.some((value) => hasNumber(product, value))),
  }
}

/** Of the runs of words that both have, the most telling words that one holds: "series x" of "Xbox Series X". */
function longestRun(said: readonly string[], name: readonly string[]): number {
  let best = 0
  for (let from = 0; from < said.length; from++) {
    for (let at = 0; at < name.length; at++) {
      let telling = 0
      for (let on = 0; from + on < said.length && said[from + on] === name[at + on]; on++) {
        const word = said[from + on] ?? ''
        if (word.length === 1 || classOf(word) !== 'stop') telling++
      }
      best = Math.max(best, telling)
    }
  }
  return best
}

/** "de 10 mil", of what is printed as 10.000 or as 10K. */
function hasNumber(product: CatalogProduct, value: number): boolean {
  const { numbers } = sheetOf(product)
  return numbers.has(value) || (value >= 1000 && value % 1000 === 0 && numbers.has(value / 1000))
}

/** The clues of one product by name, as `key value`. */
type Clues = Map<string, string>

function productClues(
  product: CatalogProduct,
  at: number,
  index: CatalogIndex,
  table: Table,
  said: Said,
  field: Field,
): Clues {
  const clues: Clues = new Map()
  const put = (key: string, value: string | number | boolean) => clues.set(key, `${key}:${value}`)
  const sheet = sheetOf(product)
  asFound(put, product, said)
  inWords(put, product, at, said, field)
  put('sizes', sizeFit(said.sizes, sheet.sizes, sheet.numbers))
  put(
    'letter',
    said.letters.length === 0 || sheet.letter === null ? '-' : said.letters.includes(sheet.letter) ? 'fits' : 'other',
  )
  put('free', numberFit(product, said.free, field.anyFree))
  put('counted', numberFit(product, said.counted, field.anyCounted))
  onTheTable(put, product, index, table)
  put('gender', said.gender === null || sheet.gender === null ? '-' : said.gender === sheet.gender)
  if (table.entities.ordinal !== null) {
    const { ordinal } = table.entities
    const listed = table.listed.indexOf(product.sku)
    put('place', listed < 0 ? '-' : listed === (ordinal < 0 ? table.listed.length + ordinal : ordinal - 1))
  }
  if (said.extreme !== null) asExtreme(put, product, said.extreme, table, field)
  put('stock', product.stock > 0)
  return clues
}

type Put = (key: string, value: string | number | boolean) => void

function asFound(put: Put, product: CatalogProduct, said: Said): void {
  for (const [key, hits] of [
    ['hit', said.hits],
    ['named', said.named],
  ] as const) {
    const rank = hits.findIndex((hit) => hit.product.sku === product.sku)
    const hit = hits[rank]
    const best = hits[0]?.score ?? 1
    put(`${key} rank`, hit === undefined ? '-' : bin(rank, 1, 2, 4))
    put(`${key} near`, hit === undefined ? '-' : bin(hit.score / best, 0.8, 0.93, 0.999))
    put(`${key} score`, hit === undefined ? '-' : bin(hit.score, 0.5, 0.7, 0.9))
    if (key === 'hit') put('hit by', hit?.by ?? '-')
  }
}

function inWords(put: Put, product: CatalogProduct, at: number, said: Said, field: Field): void {
  const sheet = sheetOf(product)
  const share = field.shares[at] ?? 0
  const some = said.goods.length > 0
  put('share', !some ? '-' : share === 0 ? 'none' : share < 1 ? 'some' : 'all')
  put('best share', !some ? '-' : share < field.bestShare ? 'no' : field.bestShares === 1 ? 'alone' : 'yes')
  const spoken = new Set([...said.goods, ...said.telling, ...said.soft])
  const own = [...sheet.name].filter((word) => word.length > 2)
  put('of name', bin(own.filter((word) => spoken.has(word)).length / Math.max(1, own.length), 0.01, 0.34, 0.67, 1))
  put('head', spoken.has(sheet.head))
  const run = field.runs[at] ?? 0
  put('run', `${bin(run, 1, 2, 3)}${field.longestRun === 0 ? '-' : run === field.longestRun ? 'longest' : 'shorter'}`)
  const told = field.told[at] ?? { name: 0, rest: 0 }
  const soft = field.soft[at] ?? { name: 0, rest: 0 }
  const telling = said.telling.length
  put('told', telling === 0 ? '-' : bin(told.name, 1, 2))
  put('on sheet', telling === 0 ? '-' : bin(told.rest, 1, 2))
  put('not said', telling === 0 ? '-' : bin(telling - told.name - told.rest, 1, 2))
  put('most told', field.mostTold === 0 ? '-' : told.name + told.rest === field.mostTold)
  put('soft', bin(soft.name, 1, 2))
  put('soft on sheet', bin(soft.rest, 1))
  put('best sheet', field.mostOnSheet === 0 ? '-' : told.rest + soft.rest === field.mostOnSheet)
}

function sizeFit(asked: readonly Measure[], own: readonly Measure[], numbers: ReadonlySet<number>): string {
  if (asked.length === 0) return '-'
  const fits = new Set<string>()
  for (const size of asked) {
    const same = own.filter((each) => each.dimension === size.dimension)
    if (same.some((each) => isOfSize(each, size))) return 'fits'
    fits.add(numbers.has(size.amount) ? 'number' : same.length > 0 ? 'other' : 'none')
  }
  return ['number', 'other'].find((fit) => fits.has(fit)) ?? 'none'
}

function isOfSize(own: Measure, asked: Measure): boolean {
  if (asked.label !== null) return own.label === asked.label
  const inRange = own.least !== null && own.least.value <= asked.value && asked.value <= own.value
  return inRange || Math.abs(own.value - asked.value) < 1e-6
}

function numberFit(product: CatalogProduct, values: readonly number[], any: boolean): string {
  if (values.length === 0) return '-'
  if (values.some((value) => hasNumber(product, value))) return 'fits'
  return any ? 'other' : 'none'
}

function onTheTable(put: Put, product: CatalogProduct, index: CatalogIndex, table: Table): void {
  const { sku } = product
  const sheet = sheetOf(product)
  const focus = table.focus.indexOf(sku)
  const listed = table.listed.indexOf(sku)
  put('focus', focus < 0 ? '-' : bin(focus, 1, 2))
  put('listed', listed < 0 ? '-' : `${table.listFresh ? 'fresh' : 'old'} ${bin(listed, 1, 2)}`)
  put('in cart', table.cart.includes(sku))
  put('last line', table.lastLine === sku)
  const asked = table.askedOf.indexOf(sku)
  put('asked of', table.askedOf.length === 0 ? '-' : asked < 0 ? 'no' : bin(asked, 1))
  const about = index.bySku.get(table.focus[0] ?? '')
  const kin = (other: CatalogProduct) =>
    other.sku === sku ? 'self' : sheetOf(other).head === sheet.head ? 'head' : null
  put('kin', about === undefined ? '-' : (kin(about) ?? (about.category === product.category ? 'category' : 'no')))
  const last = table.lastLine === null ? undefined : index.bySku.get(table.lastLine)
  put('kin of line', last === undefined ? '-' : (kin(last) ?? 'no'))
}

/** "la más barata", "el grande": where the product stands among the listed, among its kind, and in its own words. */
function asExtreme(put: Put, product: CatalogProduct, extreme: string, table: Table, field: Field): void {
  const { head, folded } = sheetOf(product)
  const kind = field.products.filter((each) => sheetOf(each).head === head)
  const listed = table.listFresh && table.listed.length > 1 ? new Set(table.listed) : null
  const among = listed === null ? kind : field.products.filter((each) => listed.has(each.sku))
  const price = (each: CatalogProduct) => each.price
  const byPrice = extreme === 'cheapest' || extreme === 'dearest' || among.some((each) => sheetOf(each).size === null)
  put('extreme', `${extreme} ${placeAmong(product, among, byPrice ? price : (each) => sheetOf(each).size ?? 0)}`)
  put('extreme of kind', `${extreme} ${placeAmong(product, kind, price)}`)
  const says = /\bmedian[oa]s?\b/.test(folded)
    ? 'middle'
    : /\b(?:grandes?|xl)\b/.test(folded)
      ? 'big'
      : /\b(?:chic[oa]s?|pequen[oa]s?|mini)\b/.test(folded)
        ? 'small'
        : '-'
  put('called', `${extreme} ${says}`)
}

function placeAmong(
  product: CatalogProduct,
  among: readonly CatalogProduct[],
  by: (product: CatalogProduct) => number,
): string {
  if (among.length < 2 || !among.includes(product)) return '-'
  const values = among.map(by)
  const least = Math.min(...values)
  const most = Math.max(...values)
  const own = by(product)
  if (least === most) return 'alike'
  return own === least ? 'least' : own === most ? 'most' : 'between'
}

/** Clues that are held against each other in pairs. */
const PAIRED = [
  'hit rank',
  'named rank',
  'share',
  'focus',
  'listed',
  'in cart',
  'kin',
  'sizes',
  'free',
  'told',
  'not said',
  'head',
  'best share',
  'most told',
  'soft',
  'asked of',
  'hit near',
  'best sheet',
  'last line',
  'letter',
  'run',
  'gender',
]
/** Pairs that are held against the kind of message as well. */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['focus', 'share'],
  ['listed', 'share'],
  ['in cart', 'share'],
  ['focus', 'told'],
  ['kin', 'sizes'],
  ['kin', 'free'],
  ['listed', 'free'],
  ['focus', 'soft'],
  ['hit rank', 'focus'],
  ['hit rank', 'listed'],
  ['named rank', 'focus'],
  ['named rank', 'listed'],
  ['named rank', 'in cart'],
  ['kin', 'share'],
  ['focus', 'listed'],
  ['kin', 'letter'],
  ['focus', 'last line'],
  ['run', 'focus'],
  ['run', 'listed'],
  ['focus', 'gender'],
]

/** The clues one by one, with the kind of message, in pairs, and telling pairs with the kind of message. */
function eachClue(clues: Clues, about: readonly number[], add: (bucket: number) => void): void {
  for (const clue of clues.values()) {
    const id = idOf(clue)
    add(id & (BUCKETS - 1))
    for (const each of about) add(both(id, each))
  }
  const paired = PAIRED.map((key) => idOf(clues.get(key) ?? ''))
  for (let at = 0; at < paired.length; at++)
    for (let other = at + 1; other < paired.length; other++) add(both(paired[at]!, paired[other]! + 7))
  for (const [one, other] of PAIRS) {
    const pair = both(idOf(clues.get(one) ?? ''), idOf(clues.get(other) ?? '') + 11)
    for (const place of TELLING_OF_MESSAGES) add(both(pair, about[place] ?? 0))
  }
}

/** Clues are few and come again and again: each is hashed once. */
const ids = new Map<string, number>()

function idOf(clue: string): number {
  let id = ids.get(clue)
  if (id === undefined) {
    id = hashOf(clue)
    ids.set(clue, id)
  }
  return id
}

/** A bucket for two clues together. */
function both(one: number, other: number): number {
  let mixed = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1)
}
