import { fold } from '../../text/fold.ts'
import { tokens } from '../../text/tokens.ts'
import { stem } from '../../text/stem.ts'
import { classOf } from '../words.ts'
import { KINDS } from './kinds.ts'
import { NEEDS } from './needs.ts'
import { SYNONYMS } from './synonyms.ts'
import * as animals from './trades/animals-children-crafts.ts'
import * as food from './trades/food-and-drink.ts'
import * as house from './trades/house-and-garden.ts'
import * as wear from './trades/wear-body-devices.ts'

/** Other words under which a shop may hold what was said. */
export interface Meaning {
  /** Stems that must all be found. */
  terms: readonly string[]
  /** 0..1: how close the meaning is. */
  weight: number
  by: 'synonym' | 'kind' | 'need'
}

/** How much of a match each relation is worth, against the word itself. */
const WORTH = { synonym: 0.92, kind: 0.8, need: 0.72 } as const
/** Each further answer to a need is a little less to the point. */
const NEED_DECAY = 0.03

/** The longest phrase of the lexicon, in content words. */
export const LONGEST_PHRASE = 4

/** Shorter than three letters, verbs' stems are everyone's. */
const SHORTEST_FORM = 3

/** What every shop shares first, then what one trade knows. */
const SOURCES = [{ SYNONYMS, KINDS, NEEDS }, animals, food, house, wear] as const

/** No accents, no digits, no signs, nothing drawn out: what folding would leave as it is. */
const PLAIN = /^ *[a-z]+(?: +[a-z]+)* *$/

const meanings = new Map<string, Meaning[]>()
const known = new Set<string>()
const needForms = new Map<string, Meaning[]>()
load()

/** What a word or phrase (stems joined by blanks, function words left out) may also be called. */
export function meaningsOf(key: string): readonly Meaning[] {
  return meanings.get(key) ?? NONE
}

/**
 * What a form of a need's verb means: "roben" and "robaron" are "robar", "se pinchó" is "pincho". Only needs: forms of
 * other words meet by their stems.
 */
export function meaningsOfForm(word: string): readonly Meaning[] {
  return word.length < 5 ? NONE : (needForms.get(verbStem(word)) ?? NONE)
}

/** Whether the language at large knows the word: one that the shop lacks is then not carried, rather than misspelt. */
export function isKnownWord(term: string): boolean {
  return known.has(term)
}

const NONE: readonly Meaning[] = []

/** The key of a phrase: "dolor de espalda" → "dolor espald". */
export function keyOf(phrase: string): string {
  return stemsOf(phrase).join(' ')
}

function stemsOf(phrase: string): string[] {
  if (PLAIN.test(phrase)) {
    // Nearly all of the lexicon's own lines: nothing in them needs a tokenizer, which takes most of the loading.
    const words = phrase.trim().split(/ +/)
    const content = words.filter((word) => words.length === 1 || word === 'sin' || classOf(word) !== 'stop')
    return (content.length > 0 ? content : words).map((word) => stem(word))
  }
  const list = tokens(phrase).filter((token) => token.kind !== 'sign')
  const content = list.filter((token) => list.length === 1 || token.text === 'sin' || classOf(token.text) !== 'stop')
  return (content.length > 0 ? content : list).map((token) =>
    token.kind === 'number' ? `#${token.value ?? 0}` : stem(token.text),
  )
}

function load(): void {
  for (const line of SOURCES.flatMap((source) => linesOf(source.SYNONYMS))) {
    const members = line.split(',').map((member) => stemsOf(member))
    for (const member of members) {
      for (const other of members) {
        if (other.join(' ') === member.join(' ')) continue
        add(member.join(' '), { terms: other, weight: WORTH.synonym, by: 'synonym' })
      }
    }
  }
  for (const [relation, lines] of [
    ['kind', SOURCES.flatMap((source) => linesOf(source.KINDS))],
    ['need', SOURCES.flatMap((source) => linesOf(source.NEEDS))],
  ] as const) {
    for (const line of lines) {
      const [said = '', answers = ''] = line.split('>')
      const key = keyOf(said)
      for (const [rank, answer] of answers.split(',').entries()) {
        const terms = stemsOf(answer)
        if (terms.join(' ') === key) continue
        const weight = relation === 'kind' ? WORTH.kind : Math.max(0.4, WORTH.need - NEED_DECAY * rank)
        add(key, { terms, weight, by: relation })
        const form = verbStem(said.trim())
        if (relation === 'need' && form.length >= SHORTEST_FORM && !said.trim().includes(' ')) {
          needForms.set(form, [...(needForms.get(form) ?? []), { terms, weight, by: relation }])
        }
      }
    }
  }
}

function add(key: string, meaning: Meaning): void {
  const list = meanings.get(key)
  if (!list) meanings.set(key, [meaning])
  else {
    const same = list.find((other) => other.terms.join(' ') === meaning.terms.join(' '))
    if (!same) list.push(meaning)
  }
  for (const word of [...key.split(' '), ...meaning.terms]) known.add(word)
}

function verbStem(word: string): string {
  // "entretenerlo", "regalarle": what hangs on an infinitive goes first.
  return fold(word)
    .replace(/r(?:l[aeo]s?|me|te|se|nos)$/, 'r')
    .replace(
      /(?:aron|ieron|ando|iendo|aban|aste|iste|arse|erse|irse|aba|ado|ada|ido|ida|ar|er|ir|an|en|as|es|o|a|e)$/,
      '',
    )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
