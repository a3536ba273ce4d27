import { headOf } from '../catalog/head-noun.ts'
import { quantityOf } from '../commerce/cart.ts'
import { fold } from '../text/fold.ts'
import { measures } from '../text/measures.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens, type Token } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import type { Mention } from '../understand/types.ts'
import { asPair } from './amounts.ts'
import { oneOfEach } from './goods-pointed-at.ts'
import { finishBuying, put, recount } from './put-in-cart.ts'
import { pickByWords } from './pick.ts'
import { sheetOf } from '../referents/sheet.ts'
import { siblingMeant, SIZE_ALONE } from './sibling-meant.ts'
import { likeliestOf } from './referent.ts'
import { focused } from './show-products.ts'
import { evidenceOf, findProducts, note, type Talk } from './talk.ts'

/*
 * Orders of several things, number by number, where the things are told by what lies on the table: "dame 1 y tb 1 principito",
 * "los 2 de pollo y 4 de atún", "no, mejor una L y una M", "4 de ese y 2 del otro".
 */

/** One number and the words that it counts; none where it only points: "dame 1 y …". */
interface CountedWords {
  quantity: number
  words: string
  /** The position of its number among the tokens. */
  at: number
  /** Says how many it shall be in the end, and not how many more: "que sean 2 rojos", "baja los rojos a 5". */
  total: boolean
}

interface OrderLine {
  product: CatalogProduct
  quantity: number
  total: boolean
}

/** What a number that counts stands behind, where no sign and no other number does: an order, or what leads on from one. */
const COUNTS_AFTER =
  /^(?:y|e|i|mas|tb|tbn|tmb|tambien|ademas|aparte|entonces|ya|los|las|pon\w*|da\w*|de(?:me|nme)|agreg\w*|sum\w*|ech\w*|anot\w*|met[ea]\w*|mand\w*|quer\w*|quier\w*|kier\w*|quisiera|necesito|llevo|pido|compro|dej\w*|sean|eran|es|son|serian|mejor|igual|a|en|con|tira\w*|aparta\w*|reserva\w*|encargo|altiro|porfa)$/
/** What stands behind a number that counts something else. */
const NO_COUNT_BEFORE =
  /^(?:es|era|esta|seria|que|para|pa|al|vez|veces|dia|dias|hora|horas|minutos|semana|semanas|mes|meses|ano|anos|anito|anitos|cuota|cuotas|luca|lucas|gamba|gambas|palo|palos|mil|peso|pesos|personas?|comensales|invitados|pax|por|%|x|cada|otr[oa]s?|km|cuadras?|cosas?|cosita|consultas?|preguntas?|minutito|rato|poco|poquito|regalo|regalito|favor|amig[oa]s?|hij[oa]s?|nin[oa]s?|perr\w+|gat[oa]s?|guaguas?)$/
/** What leads from one line of an order to the next, and is part of neither. */
const LEADS_ON =
  /^(?:y|e|i|mas|con|tb|tbn|tmb|tambien|ademas|aparte|entonces|ya|pon|ponle|ponme|pongame|dame|deme|agrega|agregale|agregame|agregue|agregueme|suma|sumale|sumame|echa|echale|echame|anota|anotame|llevo|quiero|altiro|po|porfa|porfis|pe|pues|nomas|gracias|luego|despues|eso|ok|oka|igual)$/
/** Where the reason or the person begins for whom a line is. */
const REASON =
  /\b(?:que (?:es|son|hay|quedan?|te quedan?|tienes?|tienen)|porque|pq|la otra es|el otro es|uno (?:pa|para)|una (?:pa|para)|(?:es|son) (?:pa|para)|(?:pa|para|pal) (?:mi|mis|el|la|los|las|un|una|llevar|regalo|mama|papa)\b)/

/** "un par de esos": what it comes in and no thing. */
const NOTHING = /^(?:(?:par|pares|unidad|unidades|cajitas?|paquetitos?|bolsitas?|de|es[oa]s?|est[oa]s?|ell[oa]s?) ?)+$/

/** The counted words of a message, left to right; none where a number counts what is no thing of a shop. */
function readCounts(text: string): CountedWords[] {
  const list = tokens(text)
  const sizes = measures(list).filter((size) => size.dimension !== 'count')
  const inSize = (at: number) => sizes.some((size) => at >= size.from && at < size.to)
  const starts: Array<{ from: number; to: number; value: number }> = []
  for (let at = 0; at < list.length; at++) {
    const number = countAt(list, at)
    if (number === null) continue
    // "2 kilos de palta": what an amount is of is read elsewhere.
    if (inSize(at)) return []
    starts.push({ from: at, to: number.to, value: number.value })
    at = number.to - 1
  }
  return starts.map(({ to, value, from }, at) => {
    const end = starts[at + 1]?.from ?? list.length
    const before = fold(textUpTo(text, list, starts[at - 1]?.to ?? 0, from))
    const target = TARGET.exec(before)?.[1]
    return {
      at: from,
      quantity: value,
      words: target ?? wordsBetween(text, list, to, end),
      total: target !== undefined || TOTAL.test(before),
    }
  })
}

/** "baja la tierra a": the words that the number behind it counts anew. */
const TARGET = /\b(?:baj|sub|dej|cambi|aument|reduc)\w* (?:el |la |los |las )?(.{3,40}?) (?:a|en)\s*$/
/** "deja los", "que sean", "eran": how many in the end. */
const TOTAL = /\b(?:dej[ae]\w*(?: los| las)?|que sean|eran|serian|son|quedemos con|mejor)\s*$/

function countAt(list: readonly Token[], at: number): { value: number; to: number } | null {
  const number = readNumber(list, at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 200) return null
  const before = list[at - 1]
  const after = list[number.to]
  const opens = before === undefined || list[at]?.joined === false || before.kind === 'sign'
  if (!opens && !COUNTS_AFTER.test(before.text)) return null
  // "con los 24 lápices": what it comes with.
  if (/^l[oa]s$/.test(before?.text ?? '') && list[at - 2]?.text === 'con') return null
  if (after !== undefined && NO_COUNT_BEFORE.test(after.text)) return null
  return { value: number.value, to: number.to }
}

function textUpTo(text: string, list: readonly Token[], from: number, to: number): string {
  const first = list[from]
  const next = list[to]
  return first === undefined ? '' : text.slice(first.start, next?.start ?? text.length)
}

function wordsBetween(text: string, list: readonly Token[], from: number, to: number): string {
  let end = to
  while (end > from && LEADS_ON.test(list[end - 1]?.text ?? '')) end--
  const first = list[from]
  const last = list[end - 1]
  if (first === undefined || last === undefined || end <= from) return ''
  const [words = ''] = text.slice(first.start, last.end).split(/[,;.!\n]/)
  const reason = fold(words).search(REASON)
  const told = (reason < 0 ? words : words.slice(0, reason)).trim()
  return NOTHING.test(fold(told)) ? '' : told
}

/** As sure as this of every line, or the message is not read so. */
const SURE = 0.6
/** A correction counts anew what is in the cart. */
const CORRECTS =
  /^(?:(?:ay|uy|oye|pucha|chuta|perdon|disculpa|ya|ah|m+|sabe que|sabes que|no+|nop|nopo)[ ,]+)*(?:no+\b|nop\b|nopo\b|mejor\b|perdon\b|eran\b|rectifico|corrijo|correccion|quise decir|me equivoque|lo dije al reves)|\b(?:al reves|me equivoque|quise decir)\b|\bmejor[\s.!]*$/

/** "un cuaderno. no, dos": what was just said, said anew. */
const TAKEN_BACK = /[.,;]\s*(?:no|digo|perd[oó]n|mentira|miento|o sea|mejor)[,.]?\s/i
/** Exchanges, removals and the same of each are read elsewhere. */
const ELSEWHERE =
  /\b(?:cambi\w*|quit[ae]\w*|quiteme|s[aá]c[ao]\w*|saque\w*|elimin\w*|en vez|en lugar)\b(?! (?:teclado|esmalte))|\bde cada\b|\bpor (?:el|la|los|las|un|una|\d)\b/
/** "ay no, es uno de quitaesmalte": one line said anew, from its number on. */
const RECOUNTS =
  /^(?:(?:ay|uy|oye|pucha|chuta|perdon|disculpa|ya|ah|m+|no+|nop|nopo|mejor|rectifico|corrijo)[ ,]+)*(?:es|son|eran|era|que sean|dejemos|mejor|solo|solamente)? ?(?:\d{1,3}|un|una|uno|dos|tres|cuatro|cinco|seis) (?:de )?\p{L}{4,}/u
/** "2 del otro" */
const THE_OTHER = /^de(?:l| la| el) otr[oa]$/

/**
 * The lines of an order that the mentions do not hold whole: more numbers than counted mentions, or some that only point; one
 * line, where it counts anew what is in the cart. Null where the message is no such order, or where one of them is not clear.
 */
export function readOrderLines(talk: Talk): OrderLine[] | null {
  const { mentions } = talk.u.entities
  const counts = readCounts(talk.text)
  if (counts.length === 0 || counts.length > 6 || talk.text.includes('?') || oneOfEach(talk) !== null) return null
  const text = fold(talk.text)
  const anew = CORRECTS.test(text)
  const takenBack = TAKEN_BACK.test(talk.text)
  const one = counts.length === 1
  if (ELSEWHERE.test(text) || (one && !(anew && RECOUNTS.test(text)))) return null
  const named = mentions.filter((mention) => mention.quantity !== null && mention.headless !== true && !mention.apart)
  const complete = mentions.length > counts.length || named.length >= counts.length
  if (!anew && !takenBack && complete && talk.state.lastLine === null) return null
  // "dame el charango, uno, y un cajón": the number counts what stands before it.
  const first = counts[0]
  const goods = evidenceOf(talk, talk.text).covered.some((place) => place < (first?.at ?? 0))
  if (first?.words === '' && goods) return null
  const lines: OrderLine[] = []
  for (const { quantity, words, total } of counts) {
    const product = meantBy(talk, words, quantity, lines.at(-1)?.product)
    if (product === null) return null
    const same = lines.find((line) => line.product === product)
    if (same !== undefined && !takenBack) return null
    if (same === undefined) lines.push({ product, quantity, total: total || anew })
    else same.quantity = quantity
  }
  const inCart = lines.filter((line) => quantityOf(talk.state.cart, line.product.sku) > 0)
  if (splitsUp(talk, lines, inCart)) return lines.map((line) => ({ ...line, total: true }))
  // "no, perdón, es 5 Norte 630"
  if (one && (inCart.length === 0 || evidenceOf(talk, counts[0]?.words ?? '').covered.length === 0)) return null
  if (!anew && !takenBack && complete) return null
  if (lines.length < counts.length || counts.length > named.length) return lines
  return anew && inCart.length > 0 ? lines : null
}

/** "uno verde y uno negro", of two black ones: how the two are to be shared out. */
function splitsUp(talk: Talk, lines: readonly OrderLine[], inCart: readonly OrderLine[]): boolean {
  const [line] = inCart
  if (line === undefined || inCart.length > 1 || lines.length < 2 || talk.state.lastLine !== line.product.sku)
    return false
  const sum = lines.reduce((total, each) => total + each.quantity, 0)
  const head = headOf(line.product)
  return sum === quantityOf(talk.state.cart, line.product.sku) && lines.every((each) => headOf(each.product) === head)
}

function meantBy(
  talk: Talk,
  words: string,
  quantity: number,
  before: CatalogProduct | undefined,
): CatalogProduct | null {
  const about = focused(talk)
  // "dame 1 y tb 1 principito": what was being talked about.
  if (words === '' && before === undefined) return about[0] ?? null
  if (before !== undefined && THE_OTHER.test(fold(words))) {
    const table = talk.state.listed.length === 2 ? findProducts(talk, talk.state.listed) : about.slice(0, 2)
    const others = table.filter((product) => product !== before)
    return others.length === 1 ? (others[0] ?? null) : null
  }
  // "una L y una M": of what was just named, or of what is talked about, the one in that size.
  const kin = before ?? about[0]
  if (kin !== undefined && SIZE_ALONE.test(fold(words))) {
    if (pickByWords(talk, [kin], words).length > 0 && sheetOf(kin).letter === fold(words).split(' ').at(-1)) return kin
    const sibling = siblingMeant(talk, kin, words)
    if (sibling !== null && headOf(sibling) === headOf(kin)) return sibling
  }
  const mention: Mention = {
    text: words,
    quantity,
    from: 0,
    to: 0,
    ...(words === '' ? { headless: true as const } : {}),
  }
  const meant = likeliestOf(talk, mention, before)
  return meant === null || meant.chance < SURE ? null : meant.product
}

/** Puts them in, or counts them anew. */
export function buyLines(talk: Talk, lines: readonly OrderLine[]): void {
  note(talk, `order line by line: ${lines.map((line) => `${line.quantity} ${line.product.sku}`).join(', ')}`)
  const short = (line: OrderLine) => line.quantity > line.product.stock
  // What is short comes last: its question is the one left open.
  const inOrder = [...lines.filter((line) => !short(line)), ...lines.filter(short)]
  const added = inOrder.flatMap(({ product, quantity, total }) => {
    const number = asPair(talk, product, quantity) ?? quantity
    return total && quantityOf(talk.state.cart, product.sku) > 0
      ? recount(talk, product, number)
      : put(talk, product, number)
  })
  finishBuying(talk, added)
}

/** True where every line only counts anew what is in the cart. */
export function onlyRecounts(talk: Talk, lines: readonly OrderLine[]): boolean {
  return lines.every((line) => line.total && quantityOf(talk.state.cart, line.product.sku) > 0)
}
