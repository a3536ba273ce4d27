import type { Referent, Table } from '../referents/types.ts'
import type { CatalogProduct } from '../types.ts'
import type { Mention } from '../understand/types.ts'
import { classOf } from '../catalog/words.ts'
import { sheetOf } from '../referents/sheet.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { wordsOf } from './called-so.ts'
import { pointsIn } from './reference.ts'
import { askedOf, type ConversationState, type Pending } from './state.ts'
import { evidenceOf, findProduct, note, search, type Talk } from './talk.ts'

/*
 * Which product words point at, as learnt from what shoppers meant before. The rules of a topic find what a message could be
 * about; where they chose one and experience speaks clearly for another, experience is followed.
 */

/** What lies on the table, without the words. */
export function tableOf(state: ConversationState): Omit<Table, 'text' | 'intent' | 'entities' | 'part' | 'asked'> {
  return {
    focus: state.focus,
    listed: state.listed,
    listFresh: state.listFresh,
    cart: state.cart.lines.map((line) => line.sku),
    lastLine: state.lastLine,
    askedOf: productsAskedOf(state.pending),
  }
}

function productsAskedOf(pending: Pending | null): string[] {
  if (pending === null) return []
  if ('skus' in pending) return pending.skus
  return 'sku' in pending ? [pending.sku] : []
}

/** The table for one mention of several: what was named just before it is what it leans on first. */
export function partOf(whole: Table, mention: Mention, before: readonly string[]): Table {
  return {
    ...whole,
    text: mention.text,
    part: true,
    entities: { mentions: [mention], quantity: mention.quantity, ordinal: null, superlative: null },
    focus: [...before, ...whole.focus],
  }
}

/** What the message means; null where nothing comes into question. */
export function likeliest(talk: Talk): Referent | null {
  return rankOnce(talk, wholeTable(talk))
}

/** What one mention of several means, behind `before`; null where nothing comes into question. */
export function likeliestOf(talk: Talk, mention: Mention, before: CatalogProduct | undefined): Referent | null {
  return rankOnce(talk, partOf(wholeTable(talk), mention, before === undefined ? [] : [before.sku]))
}

function wholeTable(talk: Talk): Table {
  const { mentions, quantity, ordinal, superlative } = talk.u.entities
  return {
    ...tableOf(talk.input.state),
    text: talk.text,
    intent: talk.intent,
    entities: { mentions, quantity, ordinal, superlative },
    part: false,
    asked: askedOf(talk.input.state).asked,
  }
}

/** Rule after rule may ask for the same: it is ranked once a turn. */
function rankOnce(talk: Talk, table: Table): Referent | null {
  const key = JSON.stringify([table.text, table.part, table.intent, table.focus[0] ?? null, table.entities])
  const known = talk.referents.get(key)
  if (known !== undefined) return known
  const lookup = {
    search: (text: string) => search(talk, { text }),
    evidence: (text: string) => evidenceOf(talk, text),
  }
  const [first = null, second] = talk.faculties.referents(talk.input.catalog, lookup, table)
  talk.referents.set(key, first)
  if (first !== null) {
    const shown = second === undefined ? [first] : [first, second]
    note(talk, `meant: ${shown.map(({ product, chance }) => `${product.sku} ${chance.toFixed(2)}`).join(', ')}`)
  }
  return first
}

/** As sure as this, one product is meant and not the one that was chosen. */
const CLEARLY = 0.7
/** As sure as this, one is meant and no list; to buy one of several, a little less will do. */
const SURELY = 0.85
const SURE_TO_BUY = 0.78

/** What was chosen, or what experience clearly speaks for instead. Of several that were chosen, all stay. */
export function corrected(talk: Talk, chosen: readonly CatalogProduct[]): CatalogProduct[] {
  const meant = chosen.length === 0 ? null : likeliest(talk)
  if (
    meant === null ||
    chosen.includes(meant.product) ||
    meant.chance < (chosen.length === 1 ? CLEARLY : SURELY) ||
    chosen.some((product) => saysMore(talk, talk.text, product, meant.product))
  )
    return [...chosen]
  return [taken(talk, chosen, meant.product)]
}

/** The one of several that is meant to be bought, or another; null where experience says nothing clearly. */
export function settledFor(
  talk: Talk,
  chosen: readonly CatalogProduct[],
  mention: Mention,
  before: CatalogProduct | undefined,
): CatalogProduct | null {
  // "el liso, 1 kilo": said once more, in other words.
  const again = before !== undefined && chosen.length === 1 && chosen[0] === before
  if (chosen.length === 0 || again) return null
  // "uno de ese con dos tónicas": what is pointed at beside it is another thing.
  const { mentions, besides } = talk.u.entities
  const several = mentions.length > 1 || besides !== undefined || pointsIn(talk) !== null
  const meant = several ? likeliestOf(talk, mention, before) : likeliest(talk)
  if (meant === null || meant.chance < (chosen.length === 1 ? CLEARLY : SURE_TO_BUY)) return null
  if (chosen.some((product) => saysMore(talk, mention.text, product, meant.product))) return null
  return chosen.length === 1 && chosen[0] === meant.product ? null : taken(talk, chosen, meant.product)
}

/** The line of the cart that was chosen, or the one that experience clearly speaks for instead. */
export function correctedLine(talk: Talk, sku: string | null): string | null {
  const line = sku === null || talk.u.entities.mentions.length > 1 ? undefined : findProduct(talk, sku)
  if (line === undefined) return sku
  const [meant] = corrected(talk, [line])
  return meant !== undefined && talk.state.cart.lines.some((each) => each.sku === meant.sku) ? meant.sku : sku
}

/**
 * A word or a number that was said stands in the one's name, or a telling word on its sheet, and nowhere with the other:
 * experience does not overrule what is written.
 */
function saysMore(talk: Talk, text: string, one: CatalogProduct, other: CatalogProduct): boolean {
  // "2 bolsas, sin chicharrón": what is ruled out is not what is meant.
  if (isRuledOut(talk, other) && !isRuledOut(talk, one)) return true
  const own = wordsOf(one.name)
  const sheet = sheetOf(one).rest
  const others = wordsOf(other.name)
  const telling = new Set(
    tokens(text).flatMap((token) => (classOf(token.norm) === 'content' ? [stem(token.norm)] : [])),
  )
  return [...wordsOf(text)].some(
    (word) =>
      !others.has(word) && (own.has(word) || (telling.has(word) && sheet.has(word) && !sheetOf(other).rest.has(word))),
  )
}

function isRuledOut(talk: Talk, product: CatalogProduct): boolean {
  const name = wordsOf(product.name)
  return talk.u.entities.not.some((each) => [...wordsOf(each)].some((word) => name.has(word)))
}

function taken(talk: Talk, chosen: readonly CatalogProduct[], meant: CatalogProduct): CatalogProduct {
  note(talk, `${chosen.map((product) => product.sku).join(', ')} taken as ${meant.sku}`)
  return meant
}
