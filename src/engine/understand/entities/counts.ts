import { readNumber } from '../../text/numbers.ts'
import type { Token } from '../../text/tokens.ts'

export const INDEFINITE = new Set(['un', 'una', 'uno'])

const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  dois: 2,
  duas: 2,
  um: 1,
  uma: 1,
  quatro: 4,
  youn: 1,
  de: 0,
}

/** More than this is no count of goods but a model, a capacity or a price; the dialogue still caps it by stock. */
const MOST = 9999

export interface Count {
  value: number
  from: number
  to: number
  /** The words themselves say how many ("2", "media docena"); "un" may be an article. */
  strong: boolean
}

export function readCounts(
  list: readonly Token[],
  sized: ReadonlySet<number>,
  money: ReadonlySet<number>,
  known: ReadonlySet<number>,
): Count[] {
  const found: Count[] = []
  for (let at = 0; at < list.length; at++) {
    if (sized.has(at) || money.has(at)) continue
    const dozen = dozenAt(list, at)
    if (dozen) {
      found.push(dozen)
      at = dozen.to - 1
      continue
    }
    const glued = /^(?:x(\d{1,3})|(\d{1,3})x)$/.exec(list[at]?.text ?? '')
    if (glued) {
      found.push({ value: Number(glued[1] ?? glued[2]), from: at, to: at + 1, strong: true })
      continue
    }
    // "un six", "dos six de cristal": how a thing comes, and no number of it.
    if (list[at]?.text === 'six' && isPack(list, at)) continue
    // "una de 24 y otra de 16"
    if (
      /^otr[oa]$/.test(list[at]?.text ?? '') &&
      /^(?:y|,|e)$/.test(list[at - 1]?.text ?? '') &&
      list[at + 1]?.text === 'de' &&
      list[at + 2]?.kind === 'number'
    ) {
      found.push({ value: 1, from: at, to: at + 1, strong: true })
      continue
    }
    const foreign = ENGLISH[list[at]?.text ?? '']
    const number = readNumber(list, at) ?? (foreign ? { value: foreign, from: at, to: at + 1, words: true } : null)
    if (!number) continue
    const count = asCount(list, number, known)
    if (count) found.push(count)
    at = number.to - 1
  }
  return found
}

function isPack(list: readonly Token[], at: number): boolean {
  const before = list[at - 1]
  const after = list[at + 1]?.text
  return (
    before?.kind === 'number' ||
    /^(?:un|el|los|otro|dos|tres|cuatro)$/.test(before?.text ?? '') ||
    after === 'pack' ||
    after === 'de'
  )
}

function asCount(
  list: readonly Token[],
  number: { value: number; from: number; to: number; words: boolean },
  known: ReadonlySet<number>,
): Count | null {
  const { value, from, to } = number
  if (!Number.isInteger(value) || value < 1 || value > MOST) return null
  const before = list[from - 1]
  const after = list[to]
  if (list[from - 1]?.text === '$' || after?.text === '%' || after?.text === 'mil') return null
  // Clock times, ages and calendars are no counts.
  if (
    after !== undefined &&
    !(
      after.text === 'porciones' &&
      (list[to + 1]?.text === 'de' || (value <= 6 && !/^(?:para|pa|de|somos)$/.test(before?.text ?? '')))
    ) &&
    /^(?:anos?|anitos?|meses|mes|dias?|horas?|hrs?|am|pm|personas?|cuotas?|semanas?|lucas?|pesos|luka|lukas|minutos|porciones|cm|kg)$/.test(
      after.text,
    )
  )
    return null
  if (inRange(list, from, to)) return null
  const word = list[from]?.text ?? ''
  // "uno" is never an article; "una" at the end of what is said is none either.
  const article = number.words && INDEFINITE.has(word) && word !== 'uno' && !(word === 'una' && endsHere(list, to))
  // "mi hijo tiene 8": an age, where no goods follow.
  if (before !== undefined && /^(?:tiene|cumple|cumplio)$/.test(before.text) && !known.has(to)) return null
  // "de un cuarto" of a gallon, "mido 36".
  if (article && after?.text === 'cuarto') return null
  if (before !== undefined && /^(?:mido|mide|miden|peso|pesa|pesan|calzo|calza)$/.test(before.text)) return null
  // "que somos dos", "nosotros dos": people, and no goods.
  if (before !== undefined && /^(?:somos|seremos|eramos|nosotr[oa]s|ustedes|ell[oa]s)$/.test(before.text)) return null
  // "ese que trae doce": what is in it.
  if (
    before !== undefined &&
    /^(?:traen?|vienen?|contienen?|incluyen?|con)$/.test(before.text) &&
    list[from - 2]?.text === 'que'
  )
    return null
  // "uno 28 y uno 30", "y una 36": which of them.
  if (before !== undefined && list[from]?.joined === true && /^(?:un|una|uno|otr[oa])$/.test(before.text) && value > 12)
    return null
  // "pa una mtb": whom or what it is for, and no number of it.
  if (article && before !== undefined && /^(?:pa|para|pal)$/.test(before.text)) return null
  // "la 4060", "de 55", "talla 38", "opción 2", "número 3" name one of many.
  if (!article && before !== undefined && before.joined !== undefined) {
    if (/^de?$/.test(before.text) && list[from - 2]?.text !== 'mas' && list[from - 2]?.text !== 'total') return null
    if (
      /^(?:la|el|del|al|talla|en|calzo|calzando|opcion|numero|nro|num|n|pedido|orden|modelo|version|casa|depto|departamento|km|piso|block|torre|parcela|calle|pasaje)$/.test(
        before.text,
      )
    )
      return null
    // "los 2", "las dos" point; "iphone 15", "ps 5" name.
    // "las 2 araucarias que tiene", "los 2 micro usb que hay"
    const that = [to + 1, to + 2, to + 3].find((at) => /^(?:que|q)$/.test(list[at]?.text ?? ''))
    const left = known.has(to) && that !== undefined && /^(?:tien|hay|qued|les|te)/.test(list[that + 1]?.text ?? '')
    if (!left && list[from]?.joined === true && /^(?:los|las|esos|esas|estos|estas)$/.test(before.text)) return null
    const inName = list[from]?.joined === true && known.has(from - 1) && before.kind === 'word'
    if (inName && (known.has(from) || value > 12)) return null
    // "zapatilla hombre 43", where some product is called so.
    if (list[from]?.joined === true && before.kind === 'word' && known.has(from) && value > 12) return null
  }
  if (value > 999 && !(after && known.has(to))) return null
  // "2 unidades de bomba": the word counts, and is no part of what is counted.
  const pieces = UNITS.has(after?.text ?? '') && after?.joined === true
  return { value, from, to: pieces ? afterOf(list, to + 1) : to, strong: !article || pieces }
}

const UNITS = new Set(['unidad', 'unidades', 'und', 'unds', 'unid', 'unids', 'pzas'])

/** "de 3 a 6", "0 a 13 kilos": ages and weights that a thing is for. */
function inRange(list: readonly Token[], from: number, to: number): boolean {
  const upTo = list[to]?.text === 'a' && list[to + 1]?.kind === 'number'
  // "38-39": one size.
  const dashed = (left: Token | undefined, right: Token | undefined) =>
    left?.kind === 'number' && right?.kind === 'number' && right.start === left.end + 1 && !right.joined
  if (dashed(list[from - 1], list[from]) || dashed(list[to - 1], list[to])) return true
  return upTo || (list[from - 1]?.text === 'a' && list[from - 2]?.kind === 'number')
}

function endsHere(list: readonly Token[], at: number): boolean {
  const next = list[at]
  return (
    next === undefined ||
    !next.joined ||
    next.kind === 'sign' ||
    (/^(?:con|y)$/.test(next.text) && /^(?:el|la|los|las|un|una)$/.test(list[at + 1]?.text ?? '')) ||
    /^(?:porfa|por|po|nomas|no|sola|porfavor|gracias)$/.test(next.text)
  )
}

/** "una docena", "media docena", "2 docenas", "un par", "una pareja de". */
function dozenAt(list: readonly Token[], at: number): Count | null {
  const word = list[at]?.text ?? ''
  const next = list[at + 1]?.text ?? ''
  if (word === 'media' && /^docenas?$/.test(next))
    return { value: 6, from: at, to: afterOf(list, at + 2), strong: true }
  const number = readNumber(list, at)
  if (number && /^docenas?$/.test(list[number.to]?.text ?? '')) {
    const half = list[number.to + 1]?.text === 'y' && list[number.to + 2]?.text === 'media'
    return {
      value: number.value * 12 + (half ? 6 : 0),
      from: at,
      to: afterOf(list, number.to + (half ? 3 : 1)),
      strong: true,
    }
  }
  if (/^docena$/.test(word)) return { value: 12, from: at, to: afterOf(list, at + 1), strong: true }
  // "un par de lentes" are two; "un par" of shoes is how shoes come, which the dialogue cannot know: two is what was said.
  if (INDEFINITE.has(word) && /^par(?:cito)?$/.test(next))
    return { value: 2, from: at, to: afterOf(list, at + 2), strong: true }
  return null
}

function afterOf(list: readonly Token[], to: number): number {
  return list[to]?.text === 'de' ? to + 1 : to
}
