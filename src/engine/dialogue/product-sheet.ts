import { fold } from '../text/fold.ts'
import { measures, type Dimension } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'

/** "¿lleva nueces?", "son de cuero?", "traen pila?": said of a thing, never of a shop. */
export function asksOfIt(text: string): boolean {
  return /^\s*[¿]?\s*(?:(?:y|pero|oye|ya|ah|oh|esa|ese|eso)[ ,]+)*(?:llevan?|contienen?|traen?|incluyen?|vienen?|caben?|entran?|alcanzan?|brillan?|suenan?|(?:es|son) (?:de|del|con|para)|de cu[aá]nt[oa]s? \p{L}+ (?:es|son)|est[aá]n? hech[oa]s?|cu[aá]nt[oa]s? \w* ?(?:tienen?|traen?|vienen?|pesan?|miden?|duran?|rinden?|aguantan?|soportan?|llevan?|incluyen?))\b(?!.*\b(?:el|la|los|las|del) \p{L}{4,})/iu.test(
    text,
  )
}

/** "¿cuál dura más?", "¿cuál de esos pega mejor?": a comparison that names nothing. */
export function asksAmong(text: string): boolean {
  return /^\s*[¿]?\s*(?:(?:y|pero|oye|ya|a ver|entonces)[ ,]+)*(?:de (?:es[ao]s|ell[ao]s)[ ,]+)?cu[aá]l(?:es)?(?: de (?:es[ao]s|ell[ao]s|l[ao]s (?:dos|tres)))? \p{L}+(?: \p{L}+)? (?:m[aá]s|mejor)(?: \p{L}{4,})?\s*[?!.]*\s*$/iu.test(
    text,
  )
}

/** Of several on the screen, those whose sheets answer best; none where none does. */
export function answeredBy(products: readonly CatalogProduct[], question: string): CatalogProduct[] {
  const rated = products.map((product) => ({ product, shared: answerFrom(product, question).shared }))
  const most = Math.max(0, ...rated.map((each) => each.shared))
  return most === 0 ? [] : rated.filter((each) => each.shared === most).map((each) => each.product)
}

/** The product's sentences, the one that answers first. `answers` is false where none shares a telling word. */
export function answerFrom(
  product: CatalogProduct,
  question: string,
): { lines: string[]; answers: boolean; shared: number } {
  const attributes = Object.entries(product.attributes)
    .filter(([key, value]) => value !== '' && !/url|image|sku/i.test(key))
    .map(([key, value]) => `${key.replaceAll('_', ' ')}: ${value}.`)
  const sentences = [...product.description.split(/(?<=[.;!?])\s+/).filter((each) => each !== ''), ...attributes]
  const name = bag(product.name)
  const dimension = dimensionAsked(question)
  const asked = [...bag(question)].filter((word) => !name.has(word))
  const scored = sentences.map((sentence, index) => {
    const words = bag(sentence)
    const hits = asked.filter((word) => words.has(word)).length
    const measured = dimension !== null && measures(tokens(sentence)).some((each) => each.dimension === dimension)
    const figure =
      /cu[aá]nt|cada|hasta|desde|dura|mide|pesa|qu[eé] edad/i.test(question) && /\d/.test(sentence) ? 0.5 : 0
    return { sentence, index, hits: measured ? Math.max(1, hits) : hits, score: hits + (measured ? 1 : figure) }
  })
  const answers = scored.some((each) => each.score > 0)
  const lines = scored.toSorted((a, b) => b.score - a.score || a.index - b.index).map((each) => each.sentence)
  // Short sheets are told whole: the answer comes first and nothing is hidden.
  const total = lines.join(' ').length
  return {
    lines: total <= 420 ? lines : lines.slice(0, Math.max(2, Math.min(4, lines.length))),
    answers,
    // "No incluye cubrelluvia" speaks of it, and says no.
    shared: Math.max(
      0,
      ...scored.map((each) =>
        each.hits > 0 && SAYS_NO.test(each.sentence) && !/\b(?:no|sin)\b/i.test(question) ? each.hits - 0.5 : each.hits,
      ),
    ),
  }
}

/** "¿cuánto pesa?" is answered by a weight, "¿cuánto mide?" by a length; null where no such thing is asked. */
function dimensionAsked(question: string): Dimension | null {
  const text = fold(question)
  if (/\bcuant[oa]s? (?:pesan?|kilos|gramos)\b|\bque peso\b/.test(text)) return 'mass'
  if (
    /\bcuanto (?:mide|miden)\b|\bque (?:largo|ancho|alto|altura|diametro|medidas?)\b|\bcuantos (?:cm|centimetros|metros)\b/.test(
      text,
    )
  )
    return 'length'
  if (/\bcuant[oa]s? (?:le )?(?:litros|cabe|caben)\b|\bque capacidad\b/.test(text)) return 'volume'
  if (/\bcuantos (?:watts?|w)\b|\bque potencia\b/.test(text)) return 'power'
  return null
}

const SAYS_NO = /^no (?:incluye|trae|tiene|viene)|\bno (?:incluye|trae|tiene|viene con)\b/i

/** Words asked in other words than the sheet's. Only what holds for every shop. */
const SAME: Readonly<Record<string, string>> = {
  watt: 'w',
  watts: 'w',
  kilo: 'kg',
  kilos: 'kg',
  litro: 'l',
  litros: 'l',
  aguanta: 'soporta',
  resiste: 'soporta',
  lavar: 'lavable',
  lava: 'lavable',
  escanear: 'escanea',
  noche: 'nocturna',
  demora: 'semana',
  edad: 'ano',
  pila: 'bateria',
  pilas: 'bateria',
  traen: 'incluye',
  trae: 'incluye',
  viene: 'incluye',
  sirve: 'compatible',
}

const QUESTION = new Set(
  'que cual cuanto cuanta cuantos cuantas como donde cuando es son de del la el los las un una y o a en con para por se le lo te me si no tiene tienen hay este esta ese esa hasta desde'.split(
    ' ',
  ),
)

function bag(text: string): Set<string> {
  const words = new Set<string>()
  for (const token of tokens(text.replace(/(\d)([a-z])/gi, '$1 $2'))) {
    if (token.kind === 'sign' || token.kind === 'emoji' || QUESTION.has(token.norm)) continue
    const known = SAME[token.norm]
    words.add(token.kind === 'word' ? stem(known ?? token.norm) : token.text)
    if (known !== undefined) words.add(stem(token.norm))
  }
  return words
}
