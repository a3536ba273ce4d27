import { stem } from '../../text/stem.ts'
import { headOf } from '../../catalog/head-noun.ts'
import { isCalled } from '../subject.ts'
import { answeredBy } from '../product-sheet.ts'
import { findProducts, search, type Talk } from '../talk.ts'
import { type Seen, type Verdict } from './rule.ts'

/*
 * Questions about what a thing does, where it stands on the table and is not named: "¿y resbala?", "¿avisa si tengo
 * arritmia?", "¿cuántas calorías da por porción?". The verb is the thing's, never the shop's.
 */

const OPENS =
  '(?:(?:y|pero|oye|oiga|ya|ah|oh|uy|ay|mm+|hola|consulta|una (?:consulta|duda|pregunta)|disculpe?|chuta|pucha|igual) )*'

/** "¿qué aroma tiene?", of the one on the table: no thing of the shop begins with that word, and it is not of many. */
const WHAT_OF_IT = new RegExp(
  `^${OPENS}(?:de )?(?:que|cual) (?!otr|mas\\b|precio|valor|costo|stock|dia|hora|horario|metodo|medio|forma|marcas?\\b)([a-z]{3,}[^s]) (?:tienen?|traen?|usan?|llevan?|es|son|miden?)$`,
)

export function asksWhatOfIt(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (!about || (intent !== 'browse_category' && intent !== 'stock_query' && intent !== 'recommend')) return null
  const noun = WHAT_OF_IT.exec(phrase)?.[1]
  if (noun === undefined || isCalled(about, [noun]) || begins(talk, noun)) return null
  const listed = talk.state.listFresh ? findProducts(talk, talk.state.listed) : []
  const answering = listed.length > 1 ? answeredBy(listed, talk.text) : [about]
  talk.picked = (answering.length > 0 ? answering : listed).slice(0, 1)
  return { intent: 'product_info', because: 'asks for a quality of the thing on the table' }
}

/** The name of something in the shop begins with that word: it is a thing, whatever else it may mean. */
function begins(talk: Talk, word: string): boolean {
  const hits = search(talk, { text: word, mode: 'any', limit: 8 })
  return hits.some((hit) => headOf(hit.product) === stem(word))
}
