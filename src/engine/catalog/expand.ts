import { editDistance, slipsAllowed } from '../text/distance.ts'
import { phonetic } from '../text/phonetic.ts'
import { root } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { partsOf, termOf } from './build-index.ts'
import type { Internals } from './internals.ts'
import { isKnownWord, meaningsOf, meaningsOfForm } from './lexicon/lexicon.ts'

/** One way in which the catalog may hold what was said. */
export interface Alternative {
  /** Terms that must all stand in the product. */
  terms: readonly number[]
  weight: number
  by: 'exact' | 'clipped' | 'sound' | 'slip' | 'family' | 'split' | 'synonym' | 'kind' | 'need' | 'range'
}

/** What each kind of likeness is worth against the word itself. */
const WORTH = { clipped: 0.85, sound: 0.88, slip: 0.8, slips: 0.66, family: 0.6, split: 0.95 } as const

/** Clippings ("vapo", "compu") have at least three letters, and name no more words than a shelf holds. */
const SHORTEST_CLIPPING = 3
const CLIPPING_BREADTH = 24
/** Slips are looked for among at most so many words of like length: bounds the time on a catalog of 50,000. */
const SLIP_CANDIDATES = 6000

/** All ways to find one word, best first. Empty: the catalog does not know it. */
export function expandWord(index: Internals, token: Pick<Token, 'text' | 'norm'>): Alternative[] {
  const found = new Map<string, Alternative>()
  for (const word of new Set([token.text, token.norm])) {
    const term = termOf(word)
    const id = index.terms.get(term)
    if (id !== undefined) put(found, [id], 1, 'exact')
    for (const meaning of meaningsOf(term)) {
      const terms = meaning.terms.map((name) => index.terms.get(name))
      if (terms.every((id) => id !== undefined)) put(found, terms, meaning.weight, meaning.by)
    }
  }
  if (found.size === 0) {
    for (const meaning of meaningsOfForm(token.norm)) {
      const terms = meaning.terms.map((name) => index.terms.get(name))
      if (terms.every((id) => id !== undefined)) put(found, terms, meaning.weight, meaning.by)
    }
  }
  const sure = [...found.values()].some((way) => way.by === 'exact' && isStrong(index, way.terms[0]!))
  if (!sure) addLikenesses(index, token.text, found)
  return [...found.values()].sort((a, b) => b.weight - a.weight)
}

/** The terms of a phrase's meanings that the catalog has. */
export function expandPhrase(index: Internals, key: string): Alternative[] {
  const found = new Map<string, Alternative>()
  for (const meaning of meaningsOf(key)) {
    const terms = meaning.terms.map((name) => index.terms.get(name))
    if (terms.every((id) => id !== undefined)) put(found, terms, meaning.weight, meaning.by)
  }
  return [...found.values()]
}

function addLikenesses(index: Internals, word: string, found: Map<string, Alternative>): void {
  if (/\d/.test(word)) {
    addParts(index, word, found)
    return
  }
  const term = termOf(word)
  if (term.length >= SHORTEST_CLIPPING) addClippings(index, word, term, found)
  if (word.length >= 4) {
    // "poyo" keeps the vowel that "pollo" has lost to its stem.
    const sounds = index.sounds.get(phonetic(term)) ?? index.sounds.get(phonetic(term.replace(/[aeo]s?$/, '')))
    for (const id of sounds ?? []) put(found, [id], WORTH.sound, 'sound')
  }
  // "kma", "ksa": k is read by its name.
  if (/k(?![aeiou])/.test(word)) {
    const id = index.terms.get(termOf(word.replace(/k(?![aeiou])/g, 'ca')))
    if (id !== undefined) put(found, [id], WORTH.sound, 'sound')
  }
  addSplits(index, word, found)
  const known = isKnownWord(term)
  if (found.size === 0 && !known) addSlips(index, term, found)
  if (word.length >= 6 && ![...found.values()].some((way) => way.weight >= WORTH.slip)) {
    for (const id of index.roots.get(root(word)) ?? []) {
      if (index.names[id] !== term) put(found, [id], WORTH.family, 'family')
    }
  }
}

/** "fc25" where the catalog says "FC 25", "rtx4060", "a 15" is the caller's. */
function addParts(index: Internals, word: string, found: Map<string, Alternative>): void {
  const pieces = /^([a-z]+)(\d+(?:[.,]\d+)?)([a-z]*)$/.exec(word)
  if (pieces) {
    const letters = index.terms.get(termOf(pieces[1] ?? ''))
    const digits = index.terms.get(`#${Number((pieces[2] ?? '').replace(',', '.'))}`)
    if (letters !== undefined && digits !== undefined && !pieces[3]) put(found, [letters, digits], WORTH.split, 'split')
  }
  const parts = partsOf(word).map((part) => index.terms.get(part))
  if (parts.length === 1 && parts[0] !== undefined) put(found, [parts[0]], WORTH.sound, 'split')
}

function addClippings(index: Internals, word: string, term: string, found: Map<string, Alternative>): void {
  const start = lowerBound(index.sorted, word.length <= 4 ? word : term)
  const prefix = word.length <= 4 ? word : term
  const ways: number[] = []
  for (let at = start; at < index.sorted.length; at++) {
    const name = index.sorted[at] ?? ''
    if (!name.startsWith(prefix)) break
    // One letter more is an inflection or another word, not a clipping.
    if (name.length < prefix.length + 2) continue
    const id = index.terms.get(name)
    if (id !== undefined && isStrong(index, id)) ways.push(id)
    if (ways.length > CLIPPING_BREADTH) return
  }
  if (prefix.length < 4 && ways.length > 2) return
  for (const id of ways) put(found, [id], WORTH.clipped, 'clipped')
}

/** "spiderman" where the catalog says "Spider-Man", "joycon" for "Joy-Con". */
function addSplits(index: Internals, word: string, found: Map<string, Alternative>): void {
  if (word.length < 6 || word.length > 20) return
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const left = index.terms.get(termOf(word.slice(0, cut)))
    if (left === undefined || !isStrong(index, left)) continue
    const right = index.terms.get(termOf(word.slice(cut)))
    if (right !== undefined && isStrong(index, right)) put(found, [left, right], WORTH.split, 'split')
  }
}

function addSlips(index: Internals, term: string, found: Map<string, Alternative>): void {
  const allowed = term.length < 5 ? 0 : slipsAllowed(term.length)
  if (allowed === 0) return
  let looked = 0
  const firsts = new Set([term[0] ?? '', term[1] ?? ''])
  for (const first of firsts) {
    // The first letter is seldom wrong; where it was swapped, it stands second.
    for (let length = term.length - allowed; length <= term.length + allowed; length++) {
      for (const id of index.shapes.get(`${first}${length}`) ?? []) {
        if (++looked > SLIP_CANDIDATES) return
        if (!isStrong(index, id)) continue
        const distance = editDistance(term, index.names[id] ?? '', allowed)
        if (distance <= allowed && (first === term[0] || distance === 1)) {
          put(found, [id], distance <= 1 ? WORTH.slip : WORTH.slips, 'slip')
        }
      }
    }
  }
}

/** The word names or classes something; it does not only turn up in a description. */
export function isStrong(index: Internals, term: number): boolean {
  return (index.strong[term] ?? 0) > 0
}

function put(
  found: Map<string, Alternative>,
  terms: Array<number | undefined>,
  weight: number,
  by: Alternative['by'],
): void {
  const key = terms.join(' ')
  const known = found.get(key)
  if (!known || known.weight < weight) found.set(key, { terms: terms as number[], weight, by })
}

function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < value) low = middle + 1
    else high = middle
  }
  return low
}
