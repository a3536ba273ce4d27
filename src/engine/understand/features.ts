import { classOf } from '../catalog/words.ts'
import { COMUNAS } from '../commerce/comunas.ts'
import { fold } from '../text/fold.ts'
import { hashOf } from '../text/hash.ts'
import { measures } from '../text/measures.ts'
import type { Token } from '../text/tokens.ts'
import { looksLikeAddress } from './entities/personal.ts'
import { isCommonGood } from './goods.ts'
import { familyOf } from './lexicon.ts'
import type { Entities, UnderstandContext } from './types.ts'

/** Features are hashed into this many buckets: 2^16 rows of a small integer a class keep the model under 4 MB. */
export const BUCKETS = 1 << 16

const SINGLE_WORD_PLACES = new Set([
  ...COMUNAS.map((comuna) => fold(comuna)).filter((name) => !name.includes(' ')),
  ...'conce valpo stgo provi vina chiloe antofa regiones region santiago serena'.split(' '),
])

/**
 * What the classifier sees of a message, as bucket numbers. Products are replaced by what the catalog makes of them
 * (`P` a named product, `K` a kind), numbers, sizes, money and places by their class: what is learned of one shop then
 * holds for another. A second, coarser reading replaces words by the family they belong to.
 */
export function featuresOf(
  text: string,
  list: readonly Token[],
  context: UnderstandContext,
  entities: Entities,
): number[] {
  const found: number[] = []
  const add = (name: string) => found.push(hashOf(name) % BUCKETS)
  const { words, classes } = readings(list, context, entities)
  grams(words, 3, 'w', add)
  grams(classes, 4, 'c', add)
  skips(classes, add)
  pieces(list, context, add)
  about(text, list, context, entities, classes, add)
  return [...new Set(found)]
}

/** The message twice: its words with goods taken out, and the classes of its words. */
function readings(
  list: readonly Token[],
  context: UnderstandContext,
  entities: Entities,
): { words: string[]; classes: string[] } {
  const covered = new Set(context.evidence.covered)
  const unknown = new Set(context.evidence.unknown)
  const sized = new Set<number>()
  for (const measure of measures(list)) for (let at = measure.from; at < measure.to; at++) sized.add(at)
  const goods = goodsSymbol(list, covered, context)
  const words = ['^']
  const classes = ['^']
  let lastClass = ''
  for (const token of list) {
    if (token.kind === 'emoji') continue
    const inGoods = covered.has(token.position)
    // "torta de manjar": the "de" between two words of a name belongs to it.
    const bridge =
      !inGoods &&
      /^(?:de|del|con|para)$/.test(token.norm) &&
      covered.has(token.position - 1) &&
      covered.has(token.position + 1)
    const symbol = inGoods || bridge ? goods : classOfToken(token, sized, unknown, entities)
    if (inGoods || bridge) {
      if (lastClass !== goods) {
        words.push(goods)
        classes.push(goods)
      }
    } else {
      words.push(token.kind === 'number' ? numberWord(token) : token.norm)
      // One run of unknown words is one unknown thing.
      if (!(symbol === lastClass && (symbol === 'U' || symbol === 'V'))) classes.push(symbol)
    }
    lastClass = symbol
  }
  words.push('$')
  classes.push('$')
  return { words, classes }
}

/**
 * `P` one product, `K` a kind, `W` neither for sure. A product that is told by a word of its own ("Kong", "A15") is `Pn`;
 * one that everyday words happen to fit ("guantes" where there is one pair) stays `P`.
 */
function goodsSymbol(list: readonly Token[], covered: ReadonlySet<number>, context: UnderstandContext): string {
  const { named, kind } = context.evidence
  const proper = list.some((token) => covered.has(token.position) && isProper(token))
  const mark = proper ? 'n' : ''
  if (named >= 0.55 && named >= kind) return `P${mark}`
  if (kind >= 0.45) return `K${mark}`
  return (named >= 0.4 ? 'P' : 'W') + mark
}

/** A word that the language does not have for a kind of thing: a brand, a model, a title. */
function isProper(token: Token): boolean {
  if (token.kind === 'mixed') return true
  return (
    token.kind === 'word' && token.text.length > 2 && classOf(token.norm) === 'content' && !isCommonGood(token.text)
  )
}

function classOfToken(
  token: Token,
  sized: ReadonlySet<number>,
  unknown: ReadonlySet<string>,
  entities: Entities,
): string {
  if (sized.has(token.position)) return 'S'
  if (token.kind === 'number') return (token.value ?? 0) <= 20 ? 'N' : 'NN'
  if (token.kind === 'sign') return token.text
  if (token.kind === 'mixed') return 'A1'
  const family = familyOf(token.text) ?? (token.norm === token.text ? null : familyOf(token.norm))
  if (family !== null) return `f:${family}`
  if (entities.comuna !== null && SINGLE_WORD_PLACES.has(token.text)) return 'L'
  if (SINGLE_WORD_PLACES.has(token.text) && token.text.length > 5) return 'L'
  const kind = classOf(token.norm)
  if (kind === 'stop') return token.norm
  return kind === 'soft'
    ? 's'
    : isCommonGood(token.text)
      ? 'V'
      : unknown.has(token.text) || unknown.has(token.norm)
        ? 'U'
        : 'u'
}

function numberWord(token: Token): string {
  const value = token.value ?? 0
  if (value <= 12) return 'N'
  return value < 1000 ? 'NN' : 'NNN'
}

function grams(list: readonly string[], longest: number, prefix: string, add: (name: string) => void): void {
  for (let from = 0; from < list.length; from++) {
    let gram = prefix
    for (let size = 1; size <= longest && from + size <= list.length; size++) {
      gram += ` ${list[from + size - 1]}`
      if (size > 1 || (list[from] !== '^' && list[from] !== '$')) add(gram)
    }
  }
}

/** Pairs of telling classes a few words apart: "tienen … P", "cuándo … pedido". */
function skips(classes: readonly string[], add: (name: string) => void): void {
  const telling = (name: string) =>
    name.startsWith('f:') ||
    name === 'P' ||
    name === 'K' ||
    name === 'U' ||
    name === 'N' ||
    name === 'S' ||
    name === 'no' ||
    name === 'sin' ||
    name === '?'
  for (let from = 0; from < classes.length; from++) {
    const first = classes[from] ?? ''
    if (!telling(first)) continue
    for (let to = from + 2; to < Math.min(classes.length, from + 7); to++) {
      const second = classes[to] ?? ''
      if (telling(second)) add(`k ${first} ${second}`)
    }
  }
}

/** Pieces of three to five letters, so that slips of the thumb still look like what was meant. */
function pieces(list: readonly Token[], context: UnderstandContext, add: (name: string) => void): void {
  const covered = new Set(context.evidence.covered)
  for (const token of list) {
    if (token.kind === 'emoji') {
      add(`e ${token.text}`)
      continue
    }
    if (covered.has(token.position) || token.kind !== 'word' || token.text.length > 24) continue
    const word = `<${token.text}>`
    for (let size = 3; size <= 5; size++) {
      for (let from = 0; from + size <= word.length; from++) add(`g ${word.slice(from, from + size)}`)
    }
  }
}

function about(
  text: string,
  list: readonly Token[],
  context: UnderstandContext,
  entities: Entities,
  classes: readonly string[],
  add: (name: string) => void,
): void {
  const { evidence } = context
  const words = list.filter((token) => token.kind !== 'emoji' && token.kind !== 'sign').length
  const length = words <= 3 ? String(words) : words <= 6 ? '4-6' : words <= 12 ? '7-12' : '13+'
  const bin = (value: number) => (value <= 0 ? '0' : value < 0.35 ? '1' : value < 0.55 ? '2' : value < 0.75 ? '3' : '4')
  const ties = evidence.ties <= 2 ? String(evidence.ties) : evidence.ties <= 5 ? '3-5' : '6+'
  const goods = `n${bin(evidence.named)}k${bin(evidence.kind)}d${bin(evidence.need)}`
  const first = classes[1] ?? ''
  const proper =
    classes.find((name) => /^[PKW]n?$/.test(name)) ?? (classes.includes('U') ? 'U' : classes.includes('V') ? 'V' : '-')
  const question = text.includes('?') ? '?' : '.'
  for (const name of [
    `l ${length}`,
    `q ${question}`,
    `ev ${goods}`,
    `en ${bin(evidence.named)}`,
    `ek ${bin(evidence.kind)}`,
    `ed ${bin(evidence.need)}`,
    `et ${ties}`,
    `eu ${Math.min(3, evidence.unknown.length)}`,
    `ev ${goods} ${question}`,
    `ev ${goods} ${first}`,
    `l ${length} ${first}`,
    `p ${proper} ${first}`,
    `p ${proper} ${length}`,
    `p ${proper} ${question}`,
    `p ${proper} t${ties}`,
    `cov ${words === 0 ? 0 : Math.round((4 * evidence.covered.length) / words)}`,
  ])
    add(name)
  const facts: Array<[string, boolean]> = [
    ['email', entities.email !== null],
    ['phone', entities.phone !== null],
    ['rut', entities.rut !== null || entities.rutInvalid],
    ['name', entities.name !== null],
    ['place', entities.comuna !== null],
    ['order', entities.orderNumber !== null],
    ['coupon', entities.coupon !== null],
    ['max', entities.maxPrice !== null],
    ['min', entities.minPrice !== null],
    ['super', entities.superlative !== null],
    ['ordinal', entities.ordinal !== null],
    ['ana', entities.anaphora !== null],
    ['not', entities.not.length > 0],
    ['swap', entities.swap !== null],
    ['address', looksLikeAddress(text)],
    ['qty', entities.quantity !== null || entities.mentions.some((mention) => mention.quantity !== null)],
    ['change', entities.quantityChange !== null],
    ['two', entities.mentions.length > 1],
    ['caps', text.length > 6 && text === text.toUpperCase()],
  ]
  for (const [name, holds] of facts) {
    if (!holds) continue
    add(`h ${name}`)
    add(`h ${name} ${length}`)
    add(`h ${name} ${goods}`)
  }
  for (const part of onTheTable(context)) {
    add(`x ${part}`)
    add(`x ${part} ${length}`)
    add(`x ${part} ${goods}`)
    add(`x ${part} ${first}`)
    add(`x ${part} ${question}`)
    if (words <= 5) for (const name of classes) add(`x ${part} ${name}`)
  }
}

/** What the conversation has on the table: what was asked, listed and talked about, the cart and the orders. */
function onTheTable(context: UnderstandContext): string[] {
  const list = context.listed > 1 ? 'many' : context.lastListed > 1 ? 'stale' : 'one'
  return [
    context.asked === 'nothing' ? '' : `a ${context.asked}`,
    context.listed > 0 ? 'listed' : '',
    context.listed > 0 || context.lastListed > 0 ? `list ${list}` : '',
    context.focus ? 'focus' : '',
    context.onSheet > 0 ? `sheet ${Math.min(2, Math.floor(context.onSheet))}` : '',
    context.cartLines > 0 ? 'cart' : '',
    context.cartLines > 0 ? `lines ${Math.min(2, context.cartLines)}` : '',
    context.openOrder ? 'open' : '',
  ].filter((part) => part !== '')
}
