import type { Token } from '../text/tokens.ts'
import type { ReadQuery } from './read-query.ts'
import { ARTICLES } from './word-roles.ts'

/*
 * Words of a query that look for nothing: those that rule something out, and those that say how to sort.
 */

const NEGATIONS = new Set(['sin', 'no', 'ni', 'excepto', 'salvo', 'menos', 'nada'])
/** Words that may stand between a negation and what it rules out: "que no sea un brownie", "no quiero pastillas". */
const NEGATION_BRIDGE = new Set(
  'sea sean seran son es de del el la los las un una unos unas que quiero quisiera me gusta gustan tenga tengan lleve traiga tipo muy tan'.split(
    ' ',
  ),
)
const CHEAP = /^(?:barat|economic|conveniente)/
const DEAR = /^(?:mejor(?:es)?|top|lujo)$/

/** An infinitive with what it acts on: "sin prender la luz", "sin volarme"; "sin azúcar" only ends like one. */
function isDoing(list: readonly Token[], at: number): boolean {
  const word = list[at]?.text ?? ''
  return /[aei]r(?:l[aeo]s?|me|te|se)$/.test(word) || (/[aei]r$/.test(word) && ARTICLES.has(list[at + 1]?.text ?? ''))
}

/** "para que el niño no me moje el colchón": so many words at most lie between. */
const TOLD_OF = 6

/** Which words a message rules out. */
export function negatedPositions(list: readonly Token[]): Set<number> {
  const positions = new Set<number>()
  for (let at = 0; at < list.length; at++) {
    if (!NEGATIONS.has(list[at]!.text)) continue
    // "Me quedo sin batería" is the trouble itself.
    if (list[at]!.text === 'sin' && /^(?:qued\w+|ando|estoy|estamos|andamos)$/.test(list[at - 1]?.text ?? '')) continue
    // "Sin prender la luz" tells how, and rules out no light.
    if (list[at]!.text === 'sin' && isDoing(list, at + 1)) continue
    if (list[at]!.text === 'menos' && list[at - 1]?.text !== 'todo') continue
    // "Para que no me la roben" tells the trouble that something is wanted against.
    const that = list.slice(Math.max(0, at - TOLD_OF), at).findLastIndex((token) => token.norm === 'que')
    if (that >= 0 && list[Math.max(0, at - TOLD_OF) + that - 1]?.norm === 'para') continue
    let position = at + 1
    // "no tenemos ni mesa, ¿qué comedores hay?": what is lacking is not ruled out.
    if (list[at]!.text === 'ni' && /^(?:teng\w*|tiene\w*|tenia\w*|queda\w*|hay)$/.test(list[at - 1]?.text ?? ''))
      continue
    // "menos mal que la pantalla no, es un galaxy": what the comma parts is another thing said.
    if (list[at]!.text === 'no' && list[position]?.joined === false) continue
    while (NEGATION_BRIDGE.has(list[position]?.text ?? '')) position++
    if (position < list.length) positions.add(position)
  }
  return positions
}

/** "El más barato", "la mejor", "lo más grande": how to sort, and which word said so. */
export function orderOf(list: readonly Token[]): { order: ReadQuery['order']; position: number } {
  for (const [position, { text }] of list.entries()) {
    const before = list[position - 1]?.text ?? ''
    const after = list[position + 1]?.norm ?? ''
    const degree = before === 'mas'
    if (CHEAP.test(text)) return { order: 'cheapest', position }
    if (/^car[oa]s?$/.test(text)) {
      if (degree) return { order: 'dearest', position }
      if (['no', 'tan', 'muy', 'menos'].includes(before)) return { order: 'cheapest', position }
      continue
    }
    // "La mejor para niños" asks for what suits them, not for the dearest.
    if (text === 'mejor' && (after === 'para' || !/^(?:el|la|lo|los|las|es|cual|mas)$/.test(before))) continue
    // "El top case" is a thing.
    if (text === 'top' && !degree) continue
    if (DEAR.test(text)) return { order: 'dearest', position }
    if (degree && /^(?:grandes?|potentes?|poderos[oa])$/.test(text)) return { order: 'biggest', position }
    if (degree && /^(?:chic[oa]s?|pequen[oa]s?|chiquit[oa]s?)$/.test(text)) return { order: 'smallest', position }
  }
  return { order: 'relevance', position: -1 }
}

/** "de la más barata a la más cara": an order to be shown in, and no one of them. */
export const IN_ORDER =
  /\bdel? (?:(?:el|la|lo) )?(?:mas barat[oa]|menor|mas economic[oa])(?: precio)? al? (?:(?:el|la|lo) )?(?:mas car[oa]|mayor)|\bordenad[oa]s? por precio|\bpor precio\b/
