import type { Token } from '../text/tokens.ts'
import { stem } from '../text/stem.ts'
import { termOf } from './build-index.ts'
import { isStrong, type Alternative } from './expand.ts'
import { FIELD, maskOf, NAMED, type Internals } from './internals.ts'
import { classOf, CONTAINERS, isCarrier, looksInflected } from './words.ts'

/*
 * What a word is where it stands: whose, for whom, a verb, a thing that the catalog calls so.
 */

/** Words that hold a phrase together: "comida para perros", "la tele de 55". */
export const GLUE = new Set('de del para por con la el los las en un una unos unas a al'.split(' '))
export const ARTICLES = new Set('el la los las un una unos unas'.split(' '))

const OWNERS = new Set(['mi', 'mis'])

/** "Mi perro", "tengo una carpa de 120": whose trouble it is, and not what is wanted. "Tengo insomnio" is the trouble. */
export function isOwned(index: Internals, list: readonly Token[], at: number, ways: readonly Alternative[]): boolean {
  const before = list[at - 1]?.text ?? ''
  if (OWNERS.has(before)) return true
  const has = ARTICLES.has(before) ? list[at - 2]?.text : before
  // "Mi hijo cumple 12 y tiene PS5": what somebody has already.
  const theirs = has === 'tiene' && list.slice(0, at).some((token) => OWNERS.has(token.text))
  if (has !== 'tengo' && has !== 'tenemos' && !theirs) return false
  return ways.some((way) => way.by === 'exact' && way.terms.every((term) => isGoods(index, term)))
}

function isGoods(index: Internals, term: number): boolean {
  return index.masks
    .subarray(index.offsets[term], index.offsets[term + 1])
    .some((mask) => (mask & (FIELD.head | FIELD.name | FIELD.category)) !== 0)
}

/** "Batería", "carmenere": shaped like a verb, and what the catalog calls a thing. */
export function isNounHere(index: Internals, token: Token, ways: readonly Alternative[]): boolean {
  const noun =
    !/(?:[lmts][aeo]s?|ndo)$/.test(token.norm) ||
    ways.some((way) => way.by === 'exact' && way.terms.every((term) => isHead(index, term)))
  return (
    looksInflected(token.norm) &&
    noun &&
    ways.some((way) => way.by === 'exact' && way.terms.every((term) => isStrong(index, term)))
  )
}

/** "Capotraste": a product is called that, whatever it sounds like. */
export function isHead(index: Internals, term: number): boolean {
  return index.masks.subarray(index.offsets[term], index.offsets[term + 1]).some((mask) => (mask & FIELD.head) !== 0)
}

/** Whom a thing is made for, where the catalog tells them apart: "casco de niño", "bata de hombre", never "mi hijo". */
const MADE_FOR = /^(?:hombres?|mujer(?:es)?|nin[oa]s?|bebes?|guaguas?|adult[oa]s?|damas?|jovenes)$/

export function isWhoFor(index: Internals, list: readonly Token[], at: number, ways: readonly Alternative[]): boolean {
  const before = list[at - 1]
  // "¿qué muebles tienen para niños?"
  let place = at - 2
  while (place > 0 && place > at - 5 && classOf(list[place]!.norm) === 'stop') place--
  const thing = list[place]
  if (!MADE_FOR.test(list[at]!.norm) || thing === undefined || classOf(thing.norm) !== 'content') return false
  if (before?.norm !== 'de' && before?.norm !== 'para') return false
  return ways.some((way) => way.weight > 0.8 && way.terms.every((term) => isStrong(index, term)))
}

/**
 * Words that tell what to do, or what happened, where neither catalog nor language know a thing of that name: "adopté",
 * "pasó", "sáqueme", "súbele", and without accents "dejalo" where a phrase begins.
 */
export function looksLikeVerb(list: readonly Token[], at: number): boolean {
  const token = list[at]!
  if (/[éíó]$/i.test(token.raw)) return true
  if (/[áéíóú].*(?:me|te|se|le|lo|la|nos)s?$/i.test(token.raw)) return true
  const before = list[at - 1]
  const begins = before === undefined || (classOf(before.norm) === 'stop' && !GLUE.has(before.norm))
  return begins && /^[a-z]{2,}[ae](?:me|te|le|lo|la|nos|melo|mela|selo|sela)s?$/.test(token.text)
}

const POINTS_AT_GOODS = /\bde es[oa]s?$|\by de l[oa]s$/

/** Behind "de", and part of what some product is called: "de cabra", "de plata". */
export function isNamedHere(index: Internals, list: readonly Token[], at: number): boolean {
  const token = list[at]!
  const thing = list[at - 2]
  // "busco bota blanca": behind what asks for a thing, a verb that some product's name begins with is that thing.
  const asked = ASKS_FOR.test(list[at - 1]?.text ?? '') && /^[a-z]{4,}[ae]s?$/.test(token.text)
  if (asked && classOf(token.norm) === 'stop' && !CONTAINERS.has(stem(token.norm))) return opensAName(index, token)
  if (classOf(token.norm) !== 'content' && beginsAName(index, token, list[at + 1])) return true
  // "y de esas papas pon 2", "del queso y de las papas": goods that are pointed at, or stand beside others.
  const said = `${list[at - 3]?.text ?? ''} ${list[at - 2]?.text ?? ''} ${list[at - 1]?.text ?? ''}`
  if (POINTS_AT_GOODS.test(said) && token.raw === token.text) return opensAName(index, token)
  if (
    list[at - 1]?.text !== 'de' ||
    thing?.kind !== 'word' ||
    (token.text.length < 4 && token.text !== 'te') ||
    classOf(thing.norm) === 'stop'
  )
    return false
  const term = index.terms.get(termOf(token.text))
  if (term === undefined) return false
  // "una malla de papas" is of potatoes, and of nobody's father.
  return isCarrier(token.text) ? isStrong(index, term) : classOf(token.norm) === 'soft' && isHead(index, term)
}

/** Some product's name begins with the word. */
function opensAName(index: Internals, token: Token): boolean {
  const term = index.terms.get(termOf(token.text))
  return term !== undefined && isHead(index, term)
}

/** "palo santo", "té verde": an everyday word and the next, as the name of one product begins. */
function beginsAName(index: Internals, token: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'word' || !next.joined || classOf(next.norm) === 'stop') return false
  const [own, follows] = [index.terms.get(termOf(token.text)), index.terms.get(termOf(next.text))]
  if (own === undefined || follows === undefined) return false
  for (let at = index.offsets[own] ?? 0; at < (index.offsets[own + 1] ?? 0); at++) {
    if (((index.masks[at] ?? 0) & FIELD.head) === 0) continue
    if ((maskOf(index, follows, index.docs[at] ?? -1) & NAMED) !== 0) return true
  }
  return false
}

const ASKS_FOR = /^(?:busco|busca|buscando|quiero|quiere|tiene|tienen|venden|necesito|unas?|unos|un)$/

/** "¿tiene filete?": goods, where "ya po, filete" agrees. */
export function isAskedFor(list: readonly Token[], at: number): boolean {
  return /^(?:tiene|tienen|tienes|hay|de|queda|venden|quiero|deme|dame|llevo|busco|kilos?|kg|el|y)$/.test(
    list[at - 1]?.text ?? '',
  )
}

/** "algún auto a control remoto", "busco contenedor de basura": right behind what asks, a word with which names begin. */
export function isAskedThing(
  index: Internals,
  list: readonly Token[],
  at: number,
  ways: readonly Alternative[],
): boolean {
  const before = list[at - 1]?.text ?? ''
  const asks =
    /^(?:un|una|unos|unas|algun|alguna|algunos|algunas|otro|otra|otros|otras|que|q|cual|cuales|busco|busca|buscando|quiere|necesita|necesito|quiero|kiero|tiene|tienen|tienes|teni|hay|venden)$/.test(
      before,
    )
  // "cambiarle el cierre a una cartera", "para un gato": what it is done to or for.
  if (/^un[oa]?s?$/.test(before) && /^(?:a|al|de|del|con|para|pa|en|por)$/.test(list[at - 2]?.text ?? '')) return false
  return (
    asks &&
    ways.some(
      (way) =>
        way.weight > 0.9 &&
        way.terms.length === 1 &&
        (isHead(index, way.terms[0]!) || index.kinds[way.terms[0]!] === 1),
    )
  )
}

/** "una funda para tapar el auto": what it is for, where no product says so. */
export function tellsPurpose(list: readonly Token[], at: number): boolean {
  return (
    /^(?:para|pa)$/.test(list[at - 1]?.text ?? '') && /^[a-z]{2,}[aei]r(?:me|te|se|l[aeo]s?|nos)?$/.test(list[at]!.text)
  )
}
