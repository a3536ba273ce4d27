import { quantityOf, removeFromCart, setQuantity } from '../commerce/cart.ts'
import { classOf } from '../catalog/words.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { headOf } from './head-noun.ts'
import { LOOKS } from '../text/looks.ts'
import { longForm, spellOutPor } from '../text/shorthand.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { totalLine } from './cart-lines.ts'
import { byTheUnit, isAmount } from './amounts.ts'
import { lineFor, lineMeant } from './line-meant.ts'
import { pickByWords } from './pick.ts'
import { afterCartChange, askWhich, finishBuying, put, tooMany } from './put-in-cart.ts'
import { resolveMention, type Resolved } from './resolve.ts'
import { focused, kindred, tellNotCarried, tellSoldOut } from './show-products.ts'
import {
  ask,
  findProduct,
  findProducts,
  focusOn,
  nameOf,
  note,
  oneOf,
  peso,
  priceOf,
  say,
  settle,
  show,
  type Talk,
} from './talk.ts'

/** "mejor 3", "que sean 2 las de steam", "uno menos": sets the line meant to a number. */
export function changeQuantity(talk: Talk): void {
  const { mentions, quantity, quantityChange, swap } = talk.u.entities
  if (swap !== null) return swapProducts(talk, swap.out, swap.in)
  if (answerHowMany(talk) || setSeveral(talk) || setEach(talk)) return
  const named = mentions.map((mention) => ({
    mention,
    sku: namesAnother(talk, mention.text) ? null : (lineMeant(talk, mention.text) ?? lineThatIs(talk, mention.text)),
  }))
  // Words that name nothing ("era broma, una sola") leave the number to the line that changed last.
  const meant =
    named.find((each) => each.sku !== null && each.mention.quantity !== null) ??
    named.find((each) => each.sku !== null) ??
    named.find((each) => resolveMention(talk, each.mention.text).kind !== 'none')
  const mention = meant?.mention
  // "perdón, son 38 con las de repuesto": of what came last, whatever else is told.
  const counted = SAYS_NUMBER.exec(fold(talk.text))?.[1]
  // "sáqueme cuatro entonces, deje seis", "deja los deportivos en 2": what stays.
  const stays = STAYS.exec(fold(talk.text))?.[1]
  const better =
    numberMeant(talk.text) ??
    /\bno (?:eran? |son )?\d{1,3}(?: \p{L}+)?,? (?:mejor|sino|son|eran) (\d{1,3})\b/iu.exec(talk.text)?.[1] ??
    /\bun[oa] de (?:los|las) .{2,40} no,? (?:son|que sean|eran) (\d{1,3})\b/i.exec(talk.text)?.[1]
  const ends = mentions.length < 2 ? ENDS_WITH.exec(fold(talk.text))?.[1] : undefined
  const last = counted === undefined || (meant?.sku ?? null) !== null ? null : lineFor(talk)
  const said = better ?? stays ?? (last === null ? ends : counted)
  const wanted =
    readNumber(tokens(said ?? ''), 0)?.value ??
    mention?.quantity ??
    quantity ??
    mentions.find((each) => each.quantity !== null)?.quantity ??
    null
  const sku = last ?? (mention ? (meant?.sku ?? null) : lineFor(talk))
  const product = sku === null ? undefined : findProduct(talk, sku)
  if (sku === null || !product) {
    // Nothing in the cart is counted anew, and no word corrects: it is a purchase.
    const phrase = longForm(foldPhrase(talk.text))
    if ((talk.state.cart.lines.length === 0 && ORDERS_ANEW.test(phrase)) || !CORRECTING.test(phrase))
      talk.intent = 'buy_product'
    // Not in the cart: a number with a product is a purchase.
    if (mention) {
      const resolved = resolveMention(talk, mention.text)
      if (resolved.kind !== 'none' && talk.state.cart.lines.length > 0) talk.intent = 'buy_product'
      if (resolved.kind === 'one') return finishBuying(talk, put(talk, resolved.product, wanted))
      if (resolved.kind === 'many') return askWhich(talk, resolved.products, wanted)
      return tellNotCarried(talk, mention.text)
    }
    const about = focused(talk)[0]
    const told = about === undefined ? null : (wanted ?? byTheUnit(talk, about))
    if (about && told !== null) return finishBuying(talk, put(talk, about, told))
    // "está cara. dame 1 kilo igual", of what is sold by the kilo
    if (about && isAmount(GIVE.exec(foldPhrase(talk.text))?.[1] ?? '')) return finishBuying(talk, put(talk, about, 1))
    // "5 latas en vez de 3", with nothing in the cart: everyday words, and one product that they fit.
    const whole = wanted === null ? null : resolveMention(talk, talk.text)
    if (whole?.kind === 'one') return finishBuying(talk, put(talk, whole.product, wanted))
    if (whole?.kind === 'many') return askWhich(talk, whole.products, wanted)
    say(
      talk,
      talk.voice.any('¿De qué producto cambio la cantidad?', {
        en: 'Which product shall I change the quantity of?',
        pt: 'De qual produto mudo a quantidade?',
      }),
    )
    return
  }
  const has = quantityOf(talk.state.cart, sku)
  show(talk, [product])
  focusOn(talk, [sku])
  // "la popelina mejor 5 metros", of what is sold by the metre.
  const told = quantityChange === null ? (wanted ?? byTheUnit(talk, product, talk.text, 1)) : wanted
  // "otra" says which way, and the number beside it how many; "2 menos" says both.
  const change =
    quantityChange !== null && Math.abs(quantityChange) === 1 ? quantityChange * (wanted ?? 1) : quantityChange
  const target = change === null ? told : has + change
  if (target === null) {
    say(
      talk,
      talk.voice.t(
        `Llevas ${has} de *${nameOf(talk, product)}*. ¿Cuántas quieres?`,
        `Lleva ${has} de *${nameOf(talk, product)}*. ¿Cuántas quiere?`,
        {
          en: `You have ${has} of *${nameOf(talk, product)}*. How many would you like?`,
          pt: `Você leva ${has} de *${nameOf(talk, product)}*. Quantas quer?`,
        },
      ),
    )
    ask(talk, { kind: 'quantity', sku, most: product.stock })
    return
  }
  if (target > product.stock) return tooMany(talk, product, target, 0)
  talk.state.cart = setQuantity(talk.state.cart, sku, target, product.stock)
  // "que sean 2 de lavanda y 1 de carbón": what is not in the cart yet comes beside it.
  const besides = mentions.flatMap((each) => {
    const found = each === mention || each.quantity === null ? null : resolveMention(talk, each.text)
    return found?.kind === 'one' && quantityOf(talk.state.cart, found.product.sku) === 0
      ? put(talk, found.product, each.quantity)
      : []
  })
  talk.state.lastLine = target > 0 ? sku : null
  if (target <= 0) {
    say(
      talk,
      talk.voice.any(`Saqué *${nameOf(talk, product)}* ✅`, {
        en: `I took out *${nameOf(talk, product)}* ✅`,
        pt: `Tirei *${nameOf(talk, product)}* ✅`,
      }),
    )
  } else {
    say(
      talk,
      `${talk.voice.any(oneOf(talk, 'Listo', 'Cambiado', 'Hecho'), { en: 'Changed', pt: 'Mudado' })}: ${target} × *${nameOf(talk, product)}* — ${peso(talk, priceOf(talk, product) * target)} ✅`,
    )
    if (besides.length > 0) say(talk, besides.join('\n'))
    if (talk.state.cart.lines.length > 1) say(talk, totalLine(talk))
  }
  afterCartChange(talk)
}

/** "mejor un set de miniaturas", with a set of dice in the cart: every word of it is another thing's. */
function namesAnother(talk: Talk, text: string): boolean {
  const found = resolveMention(talk, text)
  if (found.kind !== 'one' || quantityOf(talk.state.cart, found.product.sku) > 0) return false
  const words = tokens(text).flatMap((token) =>
    token.kind === 'word' && classOf(token.norm) === 'content' ? [stem(token.norm)] : [],
  )
  const has = (product: CatalogProduct) => {
    const own = new Set(tokens(product.name).map((token) => stem(token.norm)))
    return words.every((word) => own.has(word))
  }
  const lines = findProducts(
    talk,
    talk.state.cart.lines.map((line) => line.sku),
  )
  return words.length > 0 && has(found.product) && !lines.some(has)
}

/** "las rotuladas", of a line that the words find in the shop, though not among the few in the cart. */
function lineThatIs(talk: Talk, text: string): string | null {
  const found = resolveMention(talk, text)
  return found.kind === 'one' && quantityOf(talk.state.cart, found.product.sku) > 0 ? found.product.sku : null
}

const STAYS =
  /\b(?:dej[ae]\w*|que queden?|baj\w+|sub\w+)\b(?:.{0,30} (?:en|a))? (\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)(?: \p{L}{4,})?(?: (?:nomas|no mas|porfa|por favor|mejor))*[ .!]*$/u

/** "dame 1 kilo igual" */
const GIVE = /\b(?:dame|deme|denme|quiero|llevo|mandame|ponme) (\d{1,2} \S+)/

/** "que sean 2", "bájalos a 8", "del pingüino deja 1 solamente": how many it shall be, and no other thing. */
export const TELLS_NUMBER =
  /\bme equivoque (?:que )?(?:son|eran|era) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|ocho|diez) \S|\bcambi\w* a (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis) (?:el|la|los|las)\b|\bque (?:sean?|queden?) (?:un[oa](?=$| (?:sol[oa]|nomas|no mas|porfa))|dos|tres|cuatro|cinco|seis|siete|ocho|diez|\d{1,3})\b|\b(?:baj|sub)[a-z]* (?:el|la|los|las) \S+(?: \S+){0,3} a (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|ocho|diez)$|\b(?:baj|sub|dej|cambi|ajust)[a-z]*l[oa]s? (?:a|en) (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|ocho|diez)\b|\bdej[ae]\w* (?:solo |solamente )?(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)(?: (?:solo|solamente|nomas|no mas|porfa))*$/

/** "no le queda chico, dame 1 falda talla 12 mejor" */
const ORDERS_ANEW = /\b(?:dame|deme|denme|quiero|llevo|mandame|ponme) (?:\d{1,2}|un|una|el|la|dos|tres) \p{L}{3,}/u

const CORRECTING =
  /\b(?:mejor|que sea[ns]?|sean|son|era|eran|cambi\w+|sub[ae]\w*|baj[ae]\w*|dej[ae]\w*|modifi\w+|corri\w+|actualiz\w+|duplic\w+|en vez|en lugar|solo|sola|menos|mas|no|nomas|realidad|equivoqu\w+|pon(?:e|le|ga)?|pong\w+|necesito media)\b/

const A_NUMBER = '(?:\\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte)'

/** Of two numbers the one that shall be: "cuatro no, cinco", "no cuatro, seis", "te dije 4? son 6", "en vez de 12 sobres ponga 20". */
const RATHER_NUMBER = [
  `\\ben (?:vez|lugar) de (?:l[oa]s )?${A_NUMBER}\\b.{0,30}?\\b(${A_NUMBER})\\b`,
  `\\b${A_NUMBER}(?: [^\\s,]+)? no[,.;]\\s*(?:sino |mejor |son |eran |que sean )?(${A_NUMBER})\\b`,
  `\\bno (?:eran? |son |quiero |quería )?${A_NUMBER}(?: \\S+){0,2}[ ,]+(?:sino |mejor |son |eran |si no |que sean )?(${A_NUMBER})\\b`,
  `\\b(?:dije|puse|pedi|anote|escribi) (?:que )?${A_NUMBER}\\b.{0,30}?\\b(?:son|eran|es|quiero|quise decir) (${A_NUMBER})\\b`,
].map((source) => new RegExp(source))

export function numberMeant(text: string): string | undefined {
  const folded = fold(text)
  for (const pattern of RATHER_NUMBER) {
    const said = pattern.exec(folded)?.[1]
    if (said !== undefined) return said
  }
  return undefined
}

/** "no po, se bajaron dos, 4": the number that stands last is the one. */
const ENDS_WITH =
  /^.*\b(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)\b[^,;:]*[,;:]\s*(?:entonces |mejor |son |o sea |serian )*(\d{1,3})\s*[.!]*$/

const SAYS_NUMBER =
  /^(?:(?:no|ay|uy|ups|pucha|chuta|perdon|disculpe?|me equivoque|espera|mejor|ya|bueno|entonces)[ ,.]+)*(?:son|eran|serian|que sean|digo)\s+(\d{1,3})\b/

/** The lines that a message gives new numbers: two or more, each named with its number; empty where it is not so. */
export function recounted(talk: Talk): Array<{ sku: string; quantity: number }> {
  const lines = talk.u.entities.mentions.flatMap(({ text, quantity }) => {
    const sku = quantity === null ? null : lineMeant(talk, text)
    return sku === null || quantity === null ? [] : [{ sku, quantity }]
  })
  return new Set(lines.map((line) => line.sku)).size > 1 ? lines : []
}

/** "es al revés: dos azules y cuatro blancos": each line its number. */
function setSeveral(talk: Talk): boolean {
  const lines = recounted(talk)
  const added: string[] = []
  for (const { sku, quantity } of lines) {
    const product = findProduct(talk, sku)
    if (!product) continue
    talk.state.cart = setQuantity(talk.state.cart, sku, 0, product.stock)
    added.push(...put(talk, product, quantity))
  }
  if (added.length > 0) finishBuying(talk, added)
  return lines.length > 0
}

const EACH_OF_THEM = /\bque sean?\b.*\bde cada (?:un[oa]|cual)\b/

/** "que sean 10 de cada una", of two lines or more. */
function setEach(talk: Talk): boolean {
  const { quantity } = talk.u.entities
  const lines = talk.state.cart.lines.flatMap((line) => findProduct(talk, line.sku) ?? [])
  if (quantity === null || lines.length < 2 || !EACH_OF_THEM.test(foldPhrase(talk.text))) return false
  for (const product of lines) talk.state.cart = setQuantity(talk.state.cart, product.sku, 0, product.stock)
  finishBuying(
    talk,
    lines.flatMap((product) => put(talk, product, quantity)),
  )
  return true
}

/** "las dos que hay", "los tres que quedan": all that is left. */
export const LEFT =
  /(?:\bl[oa]s (?:\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)(?: \w+)? disponibles\b|\bl[oa]s?(?: (?:\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)(?: (?:par|unidad|caja|bolsa|paquete|set|pack)(?:e?s)?)?)? que (?:les? |te |me |nos )?(?:qued\w+|hay\w*|teng\w*|tien\w*|teni\w*))/

/** The answer to "¿Te dejo las 18?": another number, or all there is. False where that was not asked or not answered. */
function answerHowMany(talk: Talk): boolean {
  const pending = talk.state.pending
  if (
    pending?.kind !== 'quantity' ||
    talk.u.entities.mentions.some((mention) => lineMeant(talk, mention.text) !== null)
  )
    return false
  const product = findProduct(talk, pending.sku)
  const digits = /\b(\d{1,3})\b/.exec(talk.text)?.[1]
  const all = LEFT.test(longForm(foldPhrase(talk.text))) || /\b(?:tod[oa]s|es[oa]s)\b/i.test(talk.text)
  const wanted =
    talk.u.entities.quantity ?? (digits === undefined ? (all ? pending.most : null) : Number.parseInt(digits, 10))
  if (!product || wanted === null || wanted < 1) return false
  settle(talk)
  talk.state.cart = setQuantity(talk.state.cart, product.sku, 0, product.stock)
  finishBuying(talk, put(talk, product, wanted))
  return true
}

/** "El de la talla 6 cámbielo por la 8, que el niño está grandote": which goes, and what comes. */
const THAT_FOR =
  /^(?:(?:no|ya|oye|mejor)[ ,]+)*(?:el|la|los|las) (?:de (?:la |el |los |las )?|del )?(\S.{1,30}?),? c[aá]mbi\p{L}*?(?:lo|la|los|las|melo|mela) por (?:el|la|los|las|un|una) (\S.{0,30}?)(?:,\s*\S.*)?[\s.!]*$/iu

const RATHER_THAN =
  /^(?:(?:no|ya|mejor|oye|bueno)[ ,]+)*(?:p[oó]n(?:me|le|ga|game)?|dame|deme|quiero|llevo|agr[eé]ga?(?:me)?)\s+(?:(?:el|la|los|las)\s+)?(\S.{1,40}?) en (?:vez|lugar) de (?:el|la|los|las)\s+(?!\d)(\p{L}.{2,40}?)[\s.!]*$/iu

/** "cámbialo al de 2 plazas, me compré cama nueva" */
const INTO_THAT =
  /\bc[aá]mbi\p{L}*?(?:lo|la|los|las) a(?:l| la| los| las) (?:de|del) (\S.{0,40}?)(?:[,.;]\s*\S.*)?[\s.!]*$/iu

/** "cámbielo por el de 3 kilos": what goes is what came last. */
export function readExchange(written: string): { out: string; in: string } | null {
  const text = spellOutPor(written)
  const that = THAT_FOR.exec(text)
  if (that?.[1] !== undefined && that[2] !== undefined) return { out: that[1], in: that[2] }
  // "deja la café y saca la negra"
  const leave =
    /\bd[eé]j[ae]\p{L}*\s+(?:el|la|los|las)\s+(\S.{1,40}?)\s+y\s+(?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr)\p{L}*\s+(?:el|la|los|las)\s+(\S.{1,40}?)[\s.!?]*$/iu.exec(
      text,
    )
  if (leave?.[1] !== undefined && leave[2] !== undefined) return { out: leave[2], in: leave[1] }
  const match =
    /\bc[aá]mbi\w*?(?:lo|la|los|las|melo|mela)\s+por\s+(?:(?:el|la|los|las|un|una)\s+)?(.{2,60}?)[\s.!?]*$/iu.exec(text)
  if (match?.[1] !== undefined) return { out: '', in: match[1] }
  const into = INTO_THAT.exec(text)?.[1]
  if (into !== undefined) return { out: '', in: into }
  // "pon dos azules en vez de las grises"
  const rather = RATHER_THAN.exec(text)
  if (rather?.[1] !== undefined && rather[2] !== undefined) return { out: rather[2], in: rather[1] }
  // "saca el queso y ponle un yogur": one goes, the other comes.
  const turn =
    /\b(?:saca|s[aá]que|quita|quite|elimina|borra)\w*\s+(?:el|la|los|las)\s+(.{2,40}?)\s+y\s+(?:pon|agr[eé]g|ech|[eé]ch|sum|dame|deme)\w*\s+(?:el|la|los|las|un|una)\s+(.{2,40}?)[\s.!?]*$/iu.exec(
      text,
    )
  return turn?.[1] === undefined || turn[2] === undefined ? null : { out: turn[1], in: turn[2] }
}

const REFUSED =
  /^(?:(?:ya|no|pucha|chuta|ok|entonces|mejor)[ ,.]+)*(?:el|la|los|las|es[eao]s?)\s+(.{2,40}?)\s+no[ ,.;]+(?:sino |mejor |prefiero |dame |deme |quiero |ponme )*(?:el|la|los|las|un|una)\s+(.{2,40}?)(?:\s+(?:mejor|porfa|por favor))?[\s.!]*$/iu

/** "no, los pañales son G, cámbialos" */
const IS_RATHER =
  /^[^,]{0,20}?\bno\b[^,]{0,10},\s*(?:el|la|los|las)\s+(\p{L}{3,})\s+(?:es|son|era|eran)\s+(?:de |talla |en |la |el |los |las )?(.{1,30}?)(?:,\s*c[aá]mbi\p{L}*)?[\s.!]*$/iu

/** "la huincha mejor la de 8 metros" */
const RATHER_THE =
  /^(?:(?:ya|no|pucha|chuta|ok|entonces|y)[ ,.]+)*(?:el|la|los|las)\s+(\p{L}{3,}(?: \p{L}+)?)[ ,]+mejor\s+(?:que sea |dame |deme |ponme )?(?:el|la|los|las)\s+(.{2,40}?)(?:\s+(?:porfa|por favor))?[\s.!]*$/iu

const CHANGE_IT = /[,.;\s]+c[aá]mbi(?:a|e)(?:me|melo|mela|melos|melas|lo|la|los|las)(?: por es[eao]s?)?[\s.!]*$/iu

/** "medí mal, son de 70, cámbialos": what its last words pick of the kind that was put in last takes its place. */
export function readChangeIt(talk: Talk): { out: string; in: CatalogProduct } | null {
  const last = lineFor(talk)
  const before = last === null ? undefined : findProduct(talk, last)
  if (!before || !CHANGE_IT.test(talk.text)) return null
  const clause =
    talk.text
      .replace(CHANGE_IT, '')
      .split(/[,.;]+(?!\d)/)
      .at(-1) ?? ''
  const words = clause.replace(/^\s*(?:no )?(?:son|es|eran?) (?:de |la |el |los |las |talla )?/i, '')
  const other = siblingMeant(talk, before, words)
  return other ? { out: '', in: other } : null
}

const CHANGE_TO =
  /\bc[aá]mbi(?:a|e)(?:me)? (?:es[aeo]s?|el|la|los|las) (\p{L}{3,}(?: \p{L}+)?) (?:a|en) ((?:la |el )?(?:talla|n[uú]mero|color|tama[nñ]o) \S.{0,20})$/iu

/** "el overol cámbialo a talla M" */
const TO_ANOTHER =
  /^(?:(?:ya|no|oye|y|mejor)[ ,]+)*(?:el|la|los|las) (\p{L}{3,}(?: \p{L}+)?),? c[aá]mbi(?:a|e)(?:me)?(?:lo|la|los|las) (?:a|en|por) ((?:la |el |de )?(?:talla|n[uú]mero|color|tama[nñ]o|una? talla) \S.{0,20})$/iu

/** "cámbiame esas mallas a talla S": the same thing in another size or look. */
export function readOtherLook(talk: Talk): { out: string; in: CatalogProduct } | null {
  const text = talk.text.replace(/[\s.!]+$/, '')
  const [, out = '', words = ''] = CHANGE_TO.exec(text) ?? TO_ANOTHER.exec(text) ?? []
  const sku = out === '' ? null : lineMeant(talk, out)
  const before = sku === null ? undefined : findProduct(talk, sku)
  const other = before ? siblingMeant(talk, before, words) : null
  return other ? { out, in: other } : null
}

/** "la roja no, la azul", with the red one in the cart: the blue one takes its place. */
export function readRefusal(talk: Talk): { out: string; in: string } | null {
  const [, out, into] =
    REFUSED.exec(talk.text) ??
    RATHER_THE.exec(talk.text) ??
    (talk.state.checkout.active ? null : IS_RATHER.exec(talk.text)) ??
    []
  const sku = out === undefined || into === undefined ? null : lineMeant(talk, out)
  if (sku === null || out === undefined || into === undefined) return null
  // "no, los cascos son 12": a number of them, where none of the kind is told by it.
  const before = findProduct(talk, sku)
  if (/^\d{1,3}$/.test(into) && (!before || !isNumbered(siblingMeant(talk, before, into), into))) return null
  return { out, in: into }
}

/** "por esa": what was talked about since; "mi auto usa rojo, cámbialo por ese": what is said before it. */
function thatOne(talk: Talk, before: CatalogProduct | undefined, named: string): CatalogProduct | string {
  const about = focused(talk)[0]
  if (about === undefined || about.sku !== before?.sku) return about ?? named
  const told = talk.text.replace(/[,.;\s]*c[aá]mbi\p{L}*.*$/iu, '')
  return siblingMeant(talk, before, told) ?? about
}

/** The number stands in its name: it is a size, and not how many. */
function isNumbered(product: CatalogProduct | null, number: string): boolean {
  return product !== null && tokens(product.name).some((token) => token.value === Number(number))
}

/** "cámbialo al de 2 plazas", "por la de 4 puertas": the number is its own. */
const BY_ITS_NUMBER = /\bc[aá]mbi\p{L}* (?:al|(?:a|por|x) (?:el|la|los|las)) de \d/iu

/** "cambia X por Y": Y takes X's place and number. */
export function swapProducts(talk: Talk, out: string, named: string | CatalogProduct): void {
  // "por esa": what was talked about since.
  const sku = (out === '' ? null : lineMeant(talk, out)) ?? lineFor(talk)
  const before = sku === null ? undefined : findProduct(talk, sku)
  const into = typeof named === 'string' && THAT_ONE.test(fold(named)) ? thatOne(talk, before, named) : named
  const words = typeof into === 'string' ? into : into.name
  const resolved: Resolved = typeof into === 'string' ? resolveMention(talk, into) : { kind: 'one', product: into }
  const kin = before && typeof into === 'string' ? siblingMeant(talk, before, into) : null
  // "por el bolso": a thing by its noun is no scarf whose sheet speaks of one.
  const near = kin && resolved.kind !== 'none' && !tellsApart(words) && !saysIn(kin.name, words) ? null : kin
  // "por el de 20 mil": the same thing in another size comes before the rest of the catalog, unless another is named.
  // "cámbialas por lavanda", of candles: the candle, before what else smells of it.
  const called = (product: CatalogProduct) => tokens(product.name)[0]?.norm === tokens(before?.name ?? '')[0]?.norm
  const elsewhere =
    resolved.kind === 'one' &&
    near !== null &&
    !isNamed(resolved.product, words) &&
    (resolved.product.category !== before?.category || (called(near) && !called(resolved.product)))
  const other = resolved.kind === 'one' && resolved.product.sku !== sku && !elsewhere ? resolved.product : null
  const product = other ?? near
  if (!product) {
    if (resolved.kind === 'many') return askWhich(talk, resolved.products, talk.u.entities.quantity)
    return tellNotCarried(talk, words)
  }
  // "cambia la 17 por la 18": sizes, and no numbers of it.
  const sized =
    BY_ITS_NUMBER.test(talk.text) ||
    (/^(?:(?:el|la|los|las|talla|aro|numero|de|del) )*\d+$/.test(fold(words)) &&
      /\b(?:por|x) (?:el|la|los|las|talla|aro)\b/i.test(talk.text))
  const stated = typeof into === 'string' && !sized ? (talk.u.entities.quantity ?? countOf(into)) : null
  const has = sku === null ? 1 : quantityOf(talk.state.cart, sku)
  // "cambia un termo negro por uno verde", of two: one goes and one stays.
  const part = sku === null || sku === product.sku ? null : countOf(out)
  const quantity = part !== null && part < has ? part : (stated ?? has)
  if (product.stock <= 0) return tellSoldOut(talk, product)
  if (quantity > product.stock) return tooMany(talk, product, quantity, 0)
  if (sku !== null && sku !== product.sku)
    talk.state.cart =
      part !== null && part < has
        ? setQuantity(talk.state.cart, sku, has - part, has)
        : removeFromCart(talk.state.cart, sku)
  // "del intenso la mitad, 5 cajas": the same thing, and how many it shall be.
  else if (sku === product.sku) talk.state.cart = setQuantity(talk.state.cart, sku, 0, product.stock)
  note(talk, `swap ${sku ?? '-'} for ${product.sku}`)
  const lines = put(talk, product, quantity)
  say(
    talk,
    talk.voice.any(`Cambiado ✅\n${lines.join('\n')}`, {
      en: `Changed ✅\n${lines.join('\n')}`,
      pt: `Trocado ✅\n${lines.join('\n')}`,
    }),
  )
  if (talk.state.cart.lines.length > 1) say(talk, totalLine(talk))
  afterCartChange(talk)
}

/** "1 funda", which is the first word of its name: that thing, and no other that has one. */
function isNamed(product: CatalogProduct, words: string): boolean {
  const head = headOf(product)
  const said = tokens(words).find(
    (token) => token.kind === 'word' && !/^(?:el|la|los|las|un|una|otr[oa])$/.test(token.text),
  )
  return said !== undefined && stem(said.norm) === head
}

/** "el de 20 mil", "la azul": a quality, and no noun of its own. */
function tellsApart(words: string): boolean {
  return (
    /\d/.test(words) ||
    /^(?:x{0,3}[sl]|m)\b/.test(fold(words)) ||
    /^(?:(?:el|la|los|las|un|una) )?(?:de|del|con|sin|en|talla|para|pa)\b/.test(fold(words)) ||
    LOOK.test(fold(words))
  )
}

const LOOK = new RegExp(`^(?:${LOOKS}|grandes?|chic[oa]s?|median[oa]s?|normal)$`)

/** One of the words stands in the name. */
function saysIn(name: string, words: string): boolean {
  const own = new Set(tokens(name).map((token) => stem(token.norm)))
  return tokens(words).some((token) => token.kind === 'word' && token.text.length > 3 && own.has(stem(token.norm)))
}

const THAT_ONE = /^(?:es[eao]s?|est[eao]s?|aquell?[ao]s?)\b/

/** "un termo negro", "2 lechugas": how many of it; null where no number is said. */
function countOf(words: string): number | null {
  const [first] = tokens(words)
  if (first === undefined) return null
  if (first.text === 'un' || first.text === 'una' || first.text === 'uno') return 1
  return first.kind === 'number' && first.value !== null && first.value > 0 && first.value < 100 ? first.value : null
}

/**
 * "mejor en 39", "no, la de 15", "no, la otra": another of the kind that was put in the cart last takes its place.
 * Returns what to swap, or null where the message is no such correction.
 */
export function readCorrection(talk: Talk): { out: string; in: CatalogProduct } | null {
  const last = lineFor(talk)
  // "no, los cascos son 12": how many.
  if (/\b(?:son|eran) \d{1,3}$/.test(foldPhrase(talk.text))) return null
  if (talk.state.pending?.kind === 'confirm_order' || TELLS_NUMBER.test(foldPhrase(talk.text))) return null
  // "mejor una de 24 y una de 28": two things and how many of each.
  if (talk.u.entities.mentions.filter((mention) => mention.quantity !== null).length > 1) return null
  const text = fold(talk.text)
  const [other] = talk.picked
  if (other && last !== null && last === talk.state.focus[0] && /^(?:no|nop|nopo|mejor)\b/.test(text))
    return { out: last, in: other }
  // "ya no quiero el acondicionador" takes it out, and wants nothing in its place.
  if (/\bno (?:quiero|llevo|me llevo|voy a llevar)\b/.test(text)) return null
  // "uy no, el combo ya trae bebida. sácame las latas"
  if (/\b(?:sac|saqu|quit|elimin|borr)[aeoi]\w*\b/.test(text)) return null
  const rest = CORRECTS.exec(text)?.[2]
  // The line that changed last, then the others: "no, mejor la de 15" is no candle.
  const lines = talk.state.cart.lines.map((line) => line.sku).toReversed()
  for (const sku of new Set(last === null ? lines : [last, ...lines])) {
    const before = findProduct(talk, sku)
    const found = before && rest !== undefined ? correctionOf(talk, before, text, rest) : null
    if (found !== null) return found
  }
  return null
}

function correctionOf(
  talk: Talk,
  before: CatalogProduct,
  text: string,
  rest: string,
): { out: string; in: CatalogProduct } | null {
  // "mejor la cortina plateada", with the golden one in the cart: named whole, and another of its kind.
  const whole = resolveMention(talk, rest)
  if (
    whole.kind === 'one' &&
    whole.product.sku !== before.sku &&
    quantityOf(talk.state.cart, whole.product.sku) === 0
  ) {
    const same = kindred(talk, before).some((product) => product.sku === whole.product.sku)
    if (same && !/\?/.test(text)) return { out: before.sku, in: whole.product }
  }
  const held = !LETTER.test(rest) && lineMeant(talk, rest) !== null
  if (/\?/.test(text) || (held && !/\d|otr[oa]/.test(rest))) return null
  if (/^otr[oa]\b/.test(rest)) {
    const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
    const others = findProducts(talk, listed).filter((product) => product.sku !== before.sku)
    return others.length === 1 && others[0] ? { out: before.sku, in: others[0] } : null
  }
  const sibling = siblingMeant(talk, before, rest)
  const there = sibling !== null && quantityOf(talk.state.cart, sibling.sku) > 0
  return sibling && sibling.sku !== before.sku && !there ? { out: before.sku, in: sibling } : null
}

/** "talla M": a size by itself names no line. */
const LETTER = /^(?:x{0,3}[sl]|m)$/

const CORRECTS =
  /^(?:(?:no|pucha|chuta|ay|uy|ah|ya|epa|ups|oye|oiga|mire|perdon|disculpe?|oh|sabes que|sabi que|sabes q|sabi q|sabe que|sabe|mentiras?|espera|espere|entonces|me equivoque|(?:esta |sale |es )?(?:muy|mucho|mas|que|tan|re|demasiado) (?:car[oa]s?|grandes?|chic[oa]s?|plata))[ ,.]+)*(no[ ,.]+|mejor |no[ ,.]+mejor |que sean? |quise decir |quiero decir |digo |(?:es|era|son|eran) (?=(?:el|la|los|las) )|perdon[ ,.]+|entonces (?=(?:el|la) otr))(?:(?:dame|quiero|prefiero|ponme|deme) )?(?:(?:en|el|la|los|las|un|una|de|del|talla)(?: (?:de|del|en|talla))*) (?!verdad\b|realidad\b|serio\b)(.+?)(?:[ ,]+(?:mejor|porfa|por favor|entonces|pues|po|nomas|c[a]mbi\w+))*[ .!]*$/

/** Of the same kind as `before`, the one that the words pick; among several the one most like it by name. */
export function siblingMeant(talk: Talk, before: CatalogProduct, text: string): CatalogProduct | null {
  const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
  const shelf = talk.input.catalog.inCategory(before.category)
  const others = findProducts(talk, listed).filter((product) => product.category !== before.category)
  const kin = [...shelf, ...others].filter((product) => product.sku !== before.sku)
  const picked = kin.length > 200 ? [] : pickByWords(talk, kin, text)
  if (picked.length < 2) return picked[0] ?? null
  const own = new Set(tokens(before.name).map((token) => token.text))
  const alike = picked.map((product) => ({
    product,
    shared: tokens(product.name).filter((token) => own.has(token.text)).length,
  }))
  const most = Math.max(...alike.map((each) => each.shared))
  const best = alike.filter((each) => each.shared === most)
  return best.length === 1 && most > 0 ? (best[0]?.product ?? null) : null
}
