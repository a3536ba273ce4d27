import { fold } from '../text/fold.ts'
import { measures, WEARS, type Dimension, type Measure } from '../text/measures.ts'
import { isNumberWord } from '../text/numbers.ts'
import { tokens, type Token } from '../text/tokens.ts'
import { expandPhrase, expandWord, isStrong, type Alternative } from './expand.ts'
import { measureTerm, termOf } from './build-index.ts'
import { frequencyOf, maskOf, NAMED, type Internals } from './internals.ts'
import { LONGEST_PHRASE, isKnownWord, meaningsOf } from './lexicon/lexicon.ts'
import { priceLimits, type PriceLimits } from './limits.ts'
import { negatedPositions, orderOf } from './query-modifiers.ts'
import {
  ARTICLES,
  GLUE,
  isAskedFor,
  isAskedThing,
  isNamedHere,
  isNounHere,
  isOwned,
  isWhoFor,
  looksLikeVerb,
  tellsPurpose,
} from './word-roles.ts'
import { classOf, isOrder, isSlipOfAsking, looksInflected } from './words.ts'

/** A word, phrase, number or size of the query that is looked for as one. */
export interface Unit {
  /** Token positions, `to` exclusive. */
  from: number
  to: number
  text: string
  /** `content` must be found, `soft` helps, `number` tells variants apart. */
  role: 'content' | 'soft' | 'number'
  ways: Alternative[]
  /** Products whose span holds the size: "para perros de 10 a 20 kg". */
  within: ReadonlyArray<{ doc: number; strength: number }>
  /** Which group of words it belongs to: "quiero / alimento de perro / para el lunes". */
  phrase: number
  /** How telling it is in this catalog, 0..1. */
  weight: number
  negated: boolean
  /** What is asked for, and not what it goes with: "alguna lámina", "neumático para mi scooter". */
  asked?: boolean
  /** A size is said: "talla M", "de dos plazas". */
  dimension?: Dimension
  /** "Mi perro": whose need it is. */
  owned?: boolean
  /** The language knows it, whether or not the catalog does. */
  known: boolean
}

/** Units about one thing. */
export interface Segment {
  units: Unit[]
  /** It starts a thing of its own: "y *el* panel", "y *dos* gomitas". */
  apart: boolean
  /** What stands before it. */
  joint: 'start' | 'word' | 'with' | 'sign'
}

export interface ReadQuery {
  list: Token[]
  /** What is asked for, cut where the shopper goes on to another thing. */
  segments: Segment[]
  limits: PriceLimits
  order: 'relevance' | 'cheapest' | 'dearest' | 'biggest' | 'smallest'
}

const CONNECTORS = new Set([
  'y',
  'e',
  'o',
  'u',
  'con',
  'mas',
  'ademas',
  'tambien',
  'ni',
  'pero',
  'and',
  'or',
  'ou',
  '+',
  '&',
])
/** Reads a query against a catalog: which words look for products, which set limits, which rule out. */
export function readQuery(index: Internals, text: string, not: readonly string[] = [], need = false): ReadQuery {
  const list = tokens(text)
  const limits = priceLimits(list)
  const { order, position: orderWord } = orderOf(list)
  const sizes = new Map(measures(list).map((measure) => [measure.from, measure]))
  const negated = negatedPositions(list)
  const segments: Segment[] = [{ units: [], apart: false, joint: 'start' }]
  let last: Token | undefined
  let phrase = 0
  for (let at = 0; at < list.length;) {
    const token = list[at]!
    if (limits.positions.has(at) || at === orderWord) {
      at++
      continue
    }
    const gap = last !== undefined && /[,;.:\n¿?!()]/.test(text.slice(last.end, token.start))
    if (gap || CONNECTORS.has(token.text) || token.text === '?' || token.text === '!') {
      const word = CONNECTORS.has(token.text)
      segments.push({
        units: [],
        apart: startsThing(list, word ? at + 1 : at),
        joint: token.text === 'con' ? 'with' : word ? 'word' : 'sign',
      })
    }
    if (gap || !GLUE.has(token.norm)) {
      if (gap || classOf(token.norm) === 'stop' || token.kind === 'sign') phrase++
    }
    last = token
    // "calzo 43": the number says it all.
    if (sizes.get(at + 1)?.dimension === 'size' && WEARS.test(token.text)) {
      at++
      continue
    }
    const without = withoutAt(index, list, at)
    const named = without === null ? phraseAt(index, list, at, limits) : null
    if (named !== null && speaksOfIt(index, list, named)) {
      // "cama para perro", where the shop's own words say so: each word by itself, or the whole by another name.
      const other = named.ways.filter((way) => way.by !== 'exact')
      for (; at < named.to; at++) {
        const word = wordAt(index, list, at)
        if (word === null) continue
        const ways = [...word.ways, ...other].sort((a, b) => b.weight - a.weight)
        segments.at(-1)!.units.push({ ...word, ways, negated: negated.has(at), phrase })
        last = list[at]
      }
      continue
    }
    const unit = without ?? named ?? sizeAt(index, list, at, sizes.get(at)) ?? wordAt(index, list, at)
    if (!unit) {
      at++
      continue
    }
    unit.negated =
      (isLacking(unit) ? false : negated.has(at)) || continuesNegation(list, segments.at(-1)!.units.at(-1), at)
    unit.phrase = phrase
    segments.at(-1)!.units.push(unit)
    last = list[unit.to - 1] ?? token
    at = unit.to
  }
  for (const word of not) {
    for (const token of tokens(word)) {
      const unit = wordAt(index, [token], 0)
      if (unit) segments[0]!.units.push({ ...unit, from: -1, to: -1, negated: true })
    }
  }
  const kit = need && BEGINS.test(fold(text)) ? beginnersUnit(index, list) : null
  if (kit !== null) segments.at(-1)!.units.push(kit)
  return { list, segments: segments.filter(({ units }) => units.length > 0), limits, order }
}

/** "quiero empezar a tejer", "no tengo nada", "soy nueva en esto": what is wanted first is what beginners start with. */
const BEGINS =
  /\b(?:quier[oe]|quisiera|queremos|gustaria|ganas de|voy a|vamos a|recien|como|donde|para|pa) (?:empe[cz]\w+|partir|partiendo|comenz\w+|aprender|iniciar\w*)\b|\b(?:soy|somos) (?:nuev[oa]s?|principiantes?|novat[oa]s?)\b|\b(?:desde|de) cero\b|\bno (?:cacho|se|entiendo|sabe|tengo|tiene) (?:nada|na)\b/

/** What shops call what a beginner starts with; null where this one has nothing of the kind. */
function beginnersUnit(index: Internals, list: readonly Token[]): Unit | null {
  const ways = expandPhrase(index, termOf('empezar'))
  const own = index.terms.get(termOf('principiante'))
  if (own !== undefined) ways.unshift({ terms: [own], weight: 1, by: 'need' as const })
  return ways.length === 0 ? null : { ...unitOf(index, list, 0, 0, 'content', ways, true), text: 'principiante' }
}

/** "Sin azúcar", "que no tenga azúcar": a quality, and no ruling out. */
function isLacking(unit: Unit): boolean {
  return /^(?:sin|no) /.test(unit.text)
}

/** "No quiero el candado de clave" rules out what the candado is said to be, too. */
function continuesNegation(list: readonly Token[], before: Unit | undefined, at: number): boolean {
  if (!before?.negated || before.to < 0) return false
  for (let position = before.to; position < at; position++) {
    if (!['de', 'del', 'la', 'el'].includes(list[position]!.text)) return false
  }
  return true
}

/** "Sin azúcar", where products say so of themselves: asked for, not ruled out. */
function withoutAt(index: Internals, list: readonly Token[], at: number): Unit | null {
  const to = list[at]?.text === 'sin' ? at + 1 : lackingAt(list, at)
  if (to < 0) return null
  const without = index.terms.get('sin')
  const next = list[to]
  if (next === undefined || classOf(next.norm) === 'stop') return null
  // "sin alcol" is spelt by ear, and means it all the same.
  const what =
    index.terms.get(termOf(next.text)) ??
    expandWord(index, next).find((way) => way.terms.length === 1 && way.weight >= 0.8)?.terms[0]
  if (without === undefined || what === undefined) return null
  const having = new Set(index.docs.subarray(index.offsets[without], index.offsets[without + 1]))
  const together = index.docs.subarray(index.offsets[what], index.offsets[what + 1]).some((doc) => having.has(doc))
  if (!together) return null
  return unitOf(index, list, at, to + 1, 'content', [{ terms: [without, what], weight: 1, by: 'exact' }], true)
}

/** "que no tenga lactosa", "que no lleve azúcar": where what is not to be in it stands; −1 where nothing of the kind is said. */
function lackingAt(list: readonly Token[], at: number): number {
  if (list[at]?.text !== 'no' || !/^(?:teng\w*|llev\w*|contengan?|traigan?|use)$/.test(list[at + 1]?.text ?? ''))
    return -1
  return at + 2
}

/** An article or a number begins a thing of its own. */
function startsThing(list: readonly Token[], at: number): boolean {
  const token = list[at]
  return token !== undefined && (ARTICLES.has(token.text) || token.kind === 'number' || isNumberWord(token.text))
}

/** Two to four words that mean one thing: "mal aliento", "play 5", "power bank". */
function phraseAt(index: Internals, list: readonly Token[], at: number, limits: PriceLimits): Unit | null {
  const keys: Array<{ stem: string; position: number }> = []
  for (let position = at; position < list.length && keys.length < LONGEST_PHRASE && position - at < 8; position++) {
    const token = list[position]!
    if (limits.positions.has(position) || token.kind === 'sign' || token.kind === 'emoji') break
    if (position > at && CONNECTORS.has(token.text) && token.text !== 'con') break
    const stop = token.text !== 'sin' && classOf(token.norm) === 'stop'
    if (stop && position === at) return null
    if (stop) continue
    keys.push({ stem: token.kind === 'number' ? `#${token.value ?? 0}` : termOf(token.norm), position })
  }
  for (let length = keys.length; length >= 2; length--) {
    const part = keys.slice(0, length)
    const to = part.at(-1)!.position + 1
    const ways = expandPhrase(index, part.map(({ stem }) => stem).join(' '))
    const own = part.map(({ stem }) => index.terms.get(stem))
    if (ways.length > 0 && own.every((id) => id !== undefined)) ways.unshift({ terms: own, weight: 1, by: 'exact' })
    if (ways.length === 0 && length === 2) {
      // "play station", "joy con": one word in the catalog.
      const joined = index.terms.get(termOf(list[at]!.text + (list[to - 1]?.text ?? '')))
      if (
        joined !== undefined &&
        to === at + 2 &&
        isStrong(index, joined) &&
        (list[at]!.kind === 'word' || own[1] === undefined)
      ) {
        ways.push({ terms: [joined], weight: 0.97, by: 'split' })
      }
    }
    if (ways.length === 0) continue
    return unitOf(index, list, at, to, 'content', ways, true)
  }
  return null
}

/** Some product holds every word of the phrase somewhere: the words find it by themselves. */
function speaksOfIt(index: Internals, list: readonly Token[], unit: Unit): boolean {
  const exact = unit.ways.find((way) => way.by === 'exact' && way.terms.length > 1)
  if (exact === undefined || list.slice(unit.from, unit.to).some((token) => token.kind !== 'word')) return false
  const [rarest, ...others] = exact.terms.toSorted((a, b) => frequencyOf(index, a) - frequencyOf(index, b))
  if (rarest === undefined) return false
  return index.docs
    .subarray(index.offsets[rarest], index.offsets[rarest + 1])
    .some((doc) => others.every((term) => maskOf(index, term, doc) !== 0))
}

/** A size or a number: "15 kilos", "de 128", "el 15", "talla M". */
function sizeAt(index: Internals, list: readonly Token[], at: number, measure: Measure | undefined): Unit | null {
  const token = list[at]!
  if (measure) {
    const ways: Alternative[] = []
    const exact = index.terms.get(measureTerm(measure.dimension, measure.label ?? measure.value))
    if (exact !== undefined) ways.push({ terms: [exact], weight: 1, by: 'exact' })
    const bare =
      measure.dimension === 'age' || measure.dimension === 'people'
        ? undefined
        : measure.label === null
          ? index.terms.get(`#${list[measure.from]?.value ?? Number.NaN}`)
          : (index.terms.get(measure.label) ?? index.terms.get(`#${measure.label}`))
    if (bare !== undefined) ways.push({ terms: [bare], weight: exact === undefined ? 0.8 : 0.7, by: 'exact' })
    const unit = { ...unitOf(index, list, at, measure.to, 'number', ways, true), dimension: measure.dimension }
    if (measure.label === null) unit.within = spansHolding(index, measure)
    return unit
  }
  if (token.kind !== 'number') return null
  const people = index.terms.get(measureTerm('people', token.value ?? 0))
  // "la carpa para 4", "somos 10": so many people, where the shop sells by them.
  const ofPeople = /^(?:para|somos|seremos|eramos|vienen)$/.test(list[at - 1]?.norm ?? '')
  if (people !== undefined && ofPeople && !isGoodsWord(index, list[at + 1]))
    return unitOf(index, list, at, at + 1, 'number', [{ terms: [people], weight: 1, by: 'exact' }], true)
  const id = index.terms.get(`#${token.value ?? 0}`)
  const quantity = isQuantity(list, at)
  // "2 brownies" counts; "620 juegos" may be part of a name.
  if (quantity && (id === undefined || (token.value ?? 0) <= DOZEN)) return null
  const thousand = list[at + 1]?.text === 'mil' ? index.terms.get(`#${(token.value ?? 0) * 1000}`) : undefined
  if (thousand !== undefined) {
    return unitOf(index, list, at, at + 2, 'number', [{ terms: [thousand], weight: 1, by: 'exact' }], true)
  }
  // "discos de 4 y media"
  const half = list[at + 1]?.text === 'y' && /^medi[oa]$/.test(list[at + 2]?.text ?? '')
  const halfway = half ? index.terms.get(`#${(token.value ?? 0) + 0.5}`) : undefined
  if (halfway !== undefined)
    return unitOf(index, list, at, at + 3, 'number', [{ terms: [halfway], weight: 1, by: 'exact' }], true)
  const ways: Alternative[] = id === undefined ? [] : [{ terms: [id], weight: 1, by: 'exact' }]
  // "la 4070", "1984": a figure too high for a count, that few names have, is a name.
  const names = id !== undefined && (token.value ?? 0) >= LEAST_NAME && isNamedBy(index, id)
  return unitOf(index, list, at, at + 1, names ? 'content' : quantity ? 'soft' : 'number', ways, true)
}

function isGoodsWord(index: Internals, token: Token | undefined): boolean {
  const id = token?.kind === 'word' ? index.terms.get(termOf(token.text)) : undefined
  return id !== undefined && isStrong(index, id)
}

/** What is made for such a size, though it does not say the number itself. */
function spansHolding(index: Internals, measure: Measure): Unit['within'] {
  return index.ranges
    .filter(
      ({ dimension, min, max }) => dimension === measure.dimension && measure.value >= min && measure.value <= max,
    )
    .map(({ doc, strong }) => ({ doc, strength: strong ? 0.9 : 0.7 }))
}

const DOZEN = 12
/** Figures from here on are models and titles where a name has them. */
const LEAST_NAME = 100
const FEW = 3

function isNamedBy(index: Internals, term: number): boolean {
  const from = index.offsets[term]!
  const to = index.offsets[term + 1]!
  return to - from <= FEW && index.masks.subarray(from, to).every((mask) => (mask & NAMED) !== 0)
}

/** "2 brownies": a small number before a noun, with no noun before it, counts things. */
function isQuantity(list: readonly Token[], at: number): boolean {
  const value = list[at]?.value ?? 0
  if (!Number.isInteger(value)) return false
  const before = list[at - 1]
  if (before === undefined || before.kind === 'sign') return true
  if (before.text === 'de' || before.text === 'del') return list[at - 2]?.text === 'vez'
  if (before.text === 'cumple' || before.text === 'cumplio') return true
  return before.kind === 'word' && classOf(before.norm) === 'stop' && !['el', 'la', 'los', 'las'].includes(before.text)
}

function wordAt(index: Internals, list: readonly Token[], at: number): Unit | null {
  const token = list[at]!
  if (token.kind === 'sign' || token.kind === 'emoji' || token.kind === 'number') return null
  const role = classOf(token.norm)
  // "quesos de cabra": elsewhere a way to call somebody.
  const named = isNamedHere(index, list, at)
  if (!named && (role === 'stop' || classOf(token.text) === 'stop')) return null
  if (token.text.length === 1 && !index.terms.has(token.text)) return null
  // "ya po, filete" agrees; where the shop sells one it is a cut of meat.
  if (token.text === 'filete' && !ARTICLES.has(list[at - 1]?.text ?? '') && list.length > 1 && !isAskedFor(list, at))
    return null
  // "mano, ¿tienes cables?" calls somebody; "toalla de mano" is a towel.
  if (token.text === 'mano' && !/^(?:de|a|la|las|con|en)$/.test(list[at - 1]?.text ?? '')) return null
  // "Tres arenas" counts; "Uno" is also a game of cards.
  const counts = isNumberWord(token.text)
  const name = index.terms.get(termOf(token.text))
  if (counts && (name === undefined || !isStrong(index, name))) return null
  const ways = expandWord(index, token)
  // "La más rápida" asks for the quality itself.
  const asked = role === 'soft' && ways.length > 0 && list[at - 1]?.text === 'mas' && classOf(token.norm) === 'soft'
  const known = isKnownWord(termOf(token.norm)) || meaningsOf(termOf(token.norm)).length > 0
  if (
    ways.length === 0 &&
    (isSlipOfAsking(token.text) ||
      (!known && (token.text.length <= 2 || looksLikeVerb(list, at) || tellsPurpose(list, at))))
  )
    return null
  // "súbelo a 2" is no floor, however near it is spelt.
  if (isOrder(token) && !ways.some((way) => way.by === 'exact')) return null
  const article = /^(?:un|una|unos|unas|del)$/.test(list[at - 1]?.text ?? '') && looksInflected(token.norm)
  const noun =
    named || (role === 'soft' && (article || isNounHere(index, token, ways) || isWhoFor(index, list, at, ways)))
  return {
    ...unitOf(
      index,
      list,
      at,
      at + 1,
      asked || noun ? 'content' : counts || role === 'stop' ? 'soft' : role,
      ways,
      known,
    ),
    owned: isOwned(index, list, at, ways),
    asked: isAskedThing(index, list, at, ways),
  }
}

function unitOf(
  index: Internals,
  list: readonly Token[],
  from: number,
  to: number,
  role: Unit['role'],
  ways: Alternative[],
  known: boolean,
): Unit {
  const text = list
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
  return { from, to, text, role, ways, within: [], phrase: 0, weight: weightOf(index, ways), negated: false, known }
}

/** Of a word that only descriptions hold, or that only hints at a need, less depends. */
const WEAK = 0.5

/** Rare words tell products apart: from 0.25 for what nearly all have to 1 for what one has. */
function weightOf(index: Internals, ways: readonly Alternative[]): number {
  if (ways.length === 0) return 1
  const count = index.products.length
  let frequency = 1
  for (const way of ways) {
    if (way.weight < 0.85) continue
    let least = Infinity
    for (const term of way.terms) least = Math.min(least, index.strong[term] || frequencyOf(index, term))
    frequency = Math.max(frequency, least)
  }
  const weak = ways.every((way) => way.by === 'need' || way.terms.some((term) => index.strong[term] === 0))
  return (weak ? WEAK : 1) * Math.max(0.25, Math.log(1 + count / frequency) / Math.log(1 + count))
}
