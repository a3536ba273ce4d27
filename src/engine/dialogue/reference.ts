import { classOf, CONTAINERS } from '../catalog/words.ts'
import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { mostLike } from './called-so.ts'
import { headOf, MOST_KIN } from '../catalog/head-noun.ts'
import { pickByWords } from './pick.ts'
import { focused, kindred } from './show-products.ts'
import { findProducts, note, search, type Talk } from './talk.ts'
import { LOOKS } from '../text/looks.ts'

/*
 * What "la de 50", "el negro", "los de 3 a 6 meses", "el set" point at: words that tell one of several apart and name no
 * thing of their own. They are looked up where the conversation is, from the nearest to the farthest: the list on the
 * screen, the kind that is being talked about, the cart. Only what none of these hold is looked up in the whole shop.
 */

/** The products that a headless phrase of the message points at; none where there is no such phrase, or nothing fits. */
export function pointedOut(talk: Talk, text = talk.text): CatalogProduct[] {
  const none = NOT_SO.exec(text)?.[1]
  if (none !== undefined) return withoutIt(talk, none)
  const quality = qualityIn(text) ?? unknownNoun(talk, text)
  const words = quality ?? nounIn(text)
  if (words === null) return []
  const about = focused(talk)[0]
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const cart = findProducts(
    talk,
    talk.state.cart.lines.map((line) => line.sku),
  )
  const pools = quality === null ? [listed, focused(talk), cart] : [listed, about ? kindred(talk, about) : [], cart]
  for (const pool of pools) {
    if (pool.length < 2 || pool.length > MOST_KIN) continue
    const found = quality === null ? called(pool, words) : pickByWords(talk, pool, words)
    // "la de 3 estaciones", of tents for three and four: what is named beside the number must be said of it.
    const spoken = found.filter((product) => speaksOf(product, words))
    const picked = quality === null ? found : spoken
    if (picked.length === 0 || picked.length === pool.length) continue
    // Several of a list fit: the best of what was recommended is the one that was meant.
    const [best] = pool
    if (picked.length > 1 && pool === listed && best && picked.includes(best)) return [best]
    // "la M cuánto cuesta", of the dress in S: that dress, and no other in M.
    const like = picked.length > 1 && about && SIZE.test(fold(words)) ? mostLike(picked, about) : null
    if (like !== null) return [like]
    note(talk, `"${words.slice(0, 40)}" is ${picked.map((product) => product.sku).join(', ')}`)
    return picked
  }
  return []
}

/** A size by itself. */
const SIZE = /^(?:(?:talla|numero|nro) )?(?:x{0,3}[sl]|m|\d{1,3})$/

/** "el que no es solar": of what was shown, the one that is not. */
const NOT_SO =
  /(?:^|\s)(?:el|la|los|las) (?:que|q) no (?:es|son|tiene|tienen|trae|lleva|viene con) (\p{L}{3,}(?: \p{L}{3,})?)/iu

function withoutIt(talk: Talk, text: string): CatalogProduct[] {
  const words = text.replace(ENDS, '').replace(/\s+(?:cu[aá]nt\p{L}*|vale|sale)$/iu, '')
  const about = focused(talk)[0]
  const listed = findProducts(talk, talk.state.listed)
  for (const pool of [listed, about ? kindred(talk, about) : []]) {
    if (pool.length < 2 || pool.length > MOST_KIN) continue
    const having = new Set(pickByWords(talk, pool, words))
    const others = pool.filter((product) => !having.has(product))
    if (having.size > 0 && others.length === 1) return others
  }
  return []
}

/** What these words pick of the list on the screen, of the kind talked about or of the cart: the first that one of them picks alone. */
export function amongKin(talk: Talk, words: string): CatalogProduct[] {
  const about = focused(talk)[0]
  const cart = findProducts(
    talk,
    talk.state.cart.lines.map((line) => line.sku),
  )
  for (const pool of [findProducts(talk, talk.state.listed), about ? kindred(talk, about) : [], cart]) {
    if (pool.length < 2 || pool.length > MOST_KIN) continue
    const picked = pickByWords(talk, pool, words)
    // "1 de almendra de 250", after nuts of 250: the size alone makes them no almonds.
    if (picked.length === 1 && picked.every((product) => speaksOf(product, words))) return picked
  }
  return []
}

/** Of the list on the screen, the several that these words pick, where they pick no one alone and not all. */
export function severalListed(talk: Talk, words: string): CatalogProduct[] {
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const picked = listed.length > 2 ? pickByWords(talk, listed, words) : []
  return picked.length > 1 && picked.length < listed.length ? picked.filter((product) => speaksOf(product, words)) : []
}

/** Of the words that name something, the product's own hold one; or there are none. */
function speaksOf(product: CatalogProduct, words: string): boolean {
  const telling = tokens(words).filter((token) => token.kind === 'word' && classOf(token.norm) === 'content')
  const own = new Set(
    tokens(`${product.name} ${product.tags.join(' ')} ${product.description}`).map((token) => stem(token.norm)),
  )
  return telling.length === 0 || telling.some((token) => own.has(stem(token.norm)))
}

const DETERMINER =
  '(?:el|la|del|los|las|un|una|uno|unos|unas|otro|otra|otros|otras|\\d{1,3}|dos|tres|cuatro|cinco|seis)'

/** "la de 50 a cuánto": an article, a preposition, and what tells it apart, up to where something else is asked. */
const OF_QUALITY = new RegExp(
  `(?:^|[\\s,;.¿?!])(?:${DETERMINER} (?:m[aá]s )?(?:de(?:l)?|con|sin|en|talla|n[uú]mero|aro)|(?:el|la|los|las) (?:para|pa)) ((?:el |la |los |las )?(?!es[eoa]s?\\b|est[eoa]s?\\b|ell[oa]s?\\b|cada\\b|todo)(?:[^,;.?!¿]|(?<=\\d)[.,](?=\\d)){1,40})`,
  'iu',
)

/** Where the quality ends and the question or the order begins. */
const ENDS =
  /\s+(?:a (?:c[oó]mo|cu[aá]nto)|c[oó]mo|cu[aá]nt\p{L}*|en qu[eé]|de qu[eé]|qu[eé]|q|tiene\p{L}*|trae\p{L}*|viene\p{L}*|sirve\p{L}*|es|est[aá]n?|vale\p{L}*|cuesta\p{L}*|sale\p{L}*|mejor|porfa\p{L}*|por favor|nom[aá]s|no m[aá]s|entonces|tambi[eé]n|dame|quiero|llevo|me|y|c[aá]mbi\p{L}*|hay|qued\p{L}*|les|te|po|pue?s?)\b.*$/iu

function qualityIn(written: string): string | null {
  const text = written.replace(/\bd\b/gi, 'de')
  const found = OF_QUALITY.exec(text)?.[1] ?? ADJECTIVE.exec(fold(text))?.[1]
  if (found === undefined) return null
  const words = found.replace(ENDS, '').trim()
  return words === '' ? null : words
}

/** "el negro", "la grande", "los chicos": a look or a size that stands where the thing would. */
const ADJECTIVE = new RegExp(
  `(?:^|[\\s,;.¿?!])(?:el|la|los|las|un[oa]?s?) (?:(?:tarro|pote|saco|bolsa|caja|botella|frasco|paquete|envase|formato|bidon|lata|bolson|sobre)s? )?(${LOOKS}|grandes?|chic[oa]s?|median[oa]s?|pequen[oa]s?|normal(?:es)?|x{0,3}[sl]|m)(?=$|[\\s,;.?!])`,
)

/** "¿y la solar?", "la de cobre la tienen": a word with which nothing in the shop begins tells one of a kind apart. */
function unknownNoun(talk: Talk, text: string): string | null {
  const found = ALONE_BY_WORD.exec(text)
  const word = found?.[1] ?? found?.[2]
  if (word === undefined || CONTAINERS.has(stem(fold(word)))) return null
  const hits = search(talk, { text: word, mode: 'any', limit: 8 })
  return hits.length === 0 || hits.some((hit) => headOf(hit.product) === stem(fold(word))) ? null : word
}

const ALONE_BY_WORD =
  /^\s*¿?\s*(?:(?:ya,? )?y (?:el|la|los|las) (\p{L}{4,})(?:\s+no)?(?:\s+(?:la|lo|las|los))?(?:\s+(?:tienes?|tienen|ten[ií]|hay|queda\w*))?|(?:y )?(?:el|la|los|las) (\p{L}{4,}) (?:(?:a|en) (?:c[oó]mo|cu[aá]nto)|cu[aá]nto|qu[eé] (?:precio|valor))(?: \p{L}+){0,2})\s*\?*\s*$/iu

/** "el set", "el bajo": a thing by its first word alone, which more than one of the shop may bear. */
const NOUN =
  /(?:^|[\s,;.¿?!])(?:el|la|los|las|ese|esa|esos|esas) (\p{L}{3,})(?=$|[,;.?!]|\s(?:a c|c[oó]mo|cu[aá]nt|qu[eé]|q\b|k\b|tiene|trae|viene|sirve|es\b|est[aá]|vale|cuesta|sale|mejor|porfa|por favor|nom[aá]s|no m[aá]s|entonces|tambi[eé]n|po\b|pues))/iu

function nounIn(text: string): string | null {
  const word = NOUN.exec(text)?.[1]
  if (word === undefined) return null
  const folded = fold(word)
  // A thing by a name of its own is the catalog's to find; a container or an everyday word ("bajo") is not.
  return CONTAINERS.has(stem(folded)) || classOf(folded) === 'soft' ? folded : null
}

/** Of these, what begins with that word. */
function called(products: readonly CatalogProduct[], word: string): CatalogProduct[] {
  const wanted = stem(word)
  return products.filter((product) => headOf(product) === wanted)
}

/** What a part of the message that only points says: "esa", "lo llevo", "dame dos de esos", beside goods named elsewhere. */
export function pointsIn(talk: Talk): { quantity: number | null } | null {
  const clauses = fold(talk.text)
    .replace(/\b(?:gust|encant|tinc)\w*(?: mas)? (?:es[oa]s?|est[oa]s?)\b/, ' ')
    .split(/[,;.!?¿¡\n]+|\s(?:y|e|con|mas|tambien|ademas)\s|\s\+\s/)
  if (clauses.length < 2) return null
  for (const clause of clauses) {
    const list = tokens(clause)
    if (!POINTS.test(clause) || list.length > 7 || /\b(?:gust|encant|tinc)\w*/.test(clause)) continue
    // "solo una rasqueta de goma, ponla": what was named just before.
    if (clause !== clauses[0] && PUT_IT.test(clause.trim())) continue
    const empty = list.every((token) => token.kind !== 'mixed' && (token.kind !== 'word' || isEmpty(token.norm)))
    // "un anillo de esos": a thing of the shop's, for all that it ends as "ponlo" does.
    if (!empty || list.some((token) => isThing(talk, token.norm))) continue
    const count = /\b(?:(\d{1,3})|(dos|tres|cuatro|cinco|seis))\b/.exec(clause)
    const quantity = count?.[1] === undefined ? NUMBERS[count?.[2] ?? ''] : Number(count[1])
    return { quantity: quantity ?? null }
  }
  return null
}

/** Named in the message, and how some product's name begins. */
function isThing(talk: Talk, word: string): boolean {
  if (classOf(word) !== 'content' || !talk.u.entities.mentions.some((mention) => fold(mention.text) === word))
    return false
  return search(talk, { text: word, mode: 'any', limit: 3 }).some(({ product }) => headOf(product) === stem(word))
}

const NUMBERS: Readonly<Record<string, number>> = { dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6 }

const PUT_IT =
  /^(?:da|de|pon|agrega|agregue|echa|eche|suma|anota|manda)(?:me)?(?:lo|la|los|las)(?: (?:porfa|nomas|po|no mas|\d{1,2}|un[oa]))*$/

const POINTS =
  /(?<!\b(?:para|pa|por|con|en) )\b(?:es[eao]s?|est[eao]s?|(?:lo|la|los|las) (?:llevo|quiero|compro|tomo|pido)|(?:da|de|pon|agrega|echa|suma|anota)(?:me)?(?:lo|la|los|las)|(?:dam|ponm|agregam|anotam)el[oa]s?)\b(?! (?:semana|noche|tarde|manana|mes|dia|vez|finde))/

const UNIT = /^(?:galon|kilo|litro|metro)e?s?$/

function isEmpty(word: string): boolean {
  return (
    classOf(word) === 'stop' ||
    word === 'd' ||
    UNIT.test(word) ||
    CONTAINERS.has(stem(word)) ||
    /(?:lo|la|los|las)$/.test(word) ||
    NUMBERS[word] !== undefined
  )
}
