import { quantityOf, setQuantity } from '../commerce/cart.ts'
import { classOf } from '../catalog/words.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { longForm } from '../text/shorthand.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { totalLine } from './cart-lines.ts'
import { byTheUnit, isAmount } from './amounts.ts'
import { lineFor, lineMeant } from './line-meant.ts'
import { afterCartChange, askWhich, finishBuying, put, recount, tooMany } from './put-in-cart.ts'
import { correctedLine, likeliest } from './referent.ts'
import { resolveMention } from './resolve.ts'
import { focused, tellNotCarried } from './show-products.ts'
import {
  ask,
  findProduct,
  findProducts,
  focusOn,
  nameOf,
  oneOf,
  peso,
  priceOf,
  say,
  settle,
  show,
  type Talk,
} from './talk.ts'
import { swapProducts } from './swap-products.ts'

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
    onlySoMany(talk.text) ??
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
  const fallen = last === null && mention === undefined && quantityChange === null ? buysInstead(talk) : null
  // "ponle 1", after the price of what is not in the cart: no line is counted anew.
  if (fallen !== null) {
    talk.intent = 'buy_product'
    return finishBuying(talk, put(talk, fallen, wanted))
  }
  const sku = last ?? (mention ? (meant?.sku ?? null) : correctedLine(talk, lineFor(talk)))
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
  const less = SO_MANY_LESS.exec(fold(talk.text))?.[1]
  // "la popelina mejor 5 metros", of what is sold by the metre.
  const told = quantityChange === null ? (wanted ?? byTheUnit(talk, product, talk.text, 1)) : wanted
  // "otra" says which way, and the number beside it how many; "2 menos" says both.
  const change =
    quantityChange !== null && Math.abs(quantityChange) === 1 ? quantityChange * (wanted ?? 1) : quantityChange
  const target =
    less !== undefined
      ? Math.max(0, has - (readNumber(tokens(less), 0)?.value ?? 1))
      : change === null
        ? told
        : has + change
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

/** "bájale uno, me quedo corto": one less, where "bájalo a uno" leaves one. */
const SO_MANY_LESS =
  /\b(?:baj|rest|descuent|rebaj)[aeo]\w*l[ea]s? (\d{1,2}|un[oa]?|dos|tres|cuatro|cinco|seis)\b(?! (?:lucas?|pesos|gambas?))/

const STAYS =
  /\b(?:dej[ae]\w*|que queden?|baj\w+|sub\w+)\b(?:.{0,30} (?:en|a))? (\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)(?: \p{L}{4,})?(?: (?:nomas|no mas|porfa|por favor|mejor))*[ .!]*$/u

/** "dame 1 kilo igual" */
const GIVE = /\b(?:dame|deme|denme|quiero|llevo|mandame|ponme) (\d{1,2} \S+)/

/** "que sean 2", "bájalos a 8", "del pingüino deja 1 solamente": how many it shall be, and no other thing. */
export const TELLS_NUMBER =
  /\bme equivoque (?:que )?(?:son|eran|era) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|ocho|diez) \S|\bcambi\w* a (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis) (?:el|la|los|las)\b|\bque (?:sean?|queden?) (?:un[oa](?=$| (?:sol[oa]|nomas|no mas|porfa))|dos|tres|cuatro|cinco|seis|siete|ocho|diez|\d{1,3})\b|\b(?:baj|sub)[a-z]* (?:el|la|los|las) \S+(?: \S+){0,3} a (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|ocho|diez)$|\b(?:baj|sub|dej|cambi|ajust)[a-z]*l[oa]s? (?:a|en) (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|ocho|diez)\b|\bdej[ae]\w* (?:solo |solamente )?(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)(?: (?:solo|solamente|nomas|no mas|porfa))*$/

const PUTS =
  /^(?:(?:ya|ok|bueno|dale|entonces|listo|si) )*(?:pon|ponle|ponme|pongale|pongame|agrega|agregale|agregame|agregue|dame|deme|echa|echale|echame|suma|sumale|mete|metele) /

/** What was asked about and is not in the cart, where the message says to put it in; null otherwise. */
function buysInstead(talk: Talk): CatalogProduct | null {
  const about = focused(talk)[0]
  if (about === undefined || quantityOf(talk.state.cart, about.sku) > 0 || about.stock <= 0) return null
  if (!PUTS.test(longForm(foldPhrase(talk.text)))) return null
  const meant = likeliest(talk)
  return meant !== null && meant.product === about && meant.chance > 0.8 ? about : null
}

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
  // "súmame 2 más, que sean 5"
  `\\bmas,? (?:que sean|serian|son|en total|total) (${A_NUMBER})(?: en total)?[ .!]*$`,
  // "súbelo a 2, le llevo uno a mi jefa"
  `^(?:\\S+ ){0,2}(?:sub|baj|dej)[a-z]*l[oa]s? (?:a|en) (${A_NUMBER})\\b`,
  // "y deja un puro qcy"
  `\\bdej[ae](?:me|le|lo|la)? (${A_NUMBER}) (?:pur|sol)[oa]s?\\b`,
  // "un tóner nomás, no dos"
  `\\b(${A_NUMBER})(?: \\S+){0,3}?,? no ${A_NUMBER}[ .!]*$`,
  `\\b(?:dije|puse|pedi|anote|escribi) (?:que )?${A_NUMBER}\\b.{0,30}?\\b(?:son|eran|es|quiero|quise decir) (${A_NUMBER})\\b`,
].map((source) => new RegExp(source))

/** How many, of who is known to count anew: the same words may order as well. */
const ONLY_SO_MANY = [
  // "pará, un vaso solo", "uno nomás"
  `\\b(?!un par)(${A_NUMBER})(?: [a-z]+){0,2} (?:sol[oa]|solit[oa]|nomas|no mas)[ .!]*$`,
  // "con una bolsita estoy"
  `\\bcon (${A_NUMBER})(?: \\S+)? (?:estoy|estamos|basta|alcanza|es suficiente|me quedo|quedo)\\b`,
].map((source) => new RegExp(source))

function onlySoMany(text: string): string | undefined {
  const folded = fold(text)
  return ONLY_SO_MANY.map((pattern) => pattern.exec(folded)?.[1]).find((said) => said !== undefined)
}

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
    if (product) added.push(...recount(talk, product, quantity))
  }
  finishBuying(talk, added)
  return lines.length > 0
}

const EACH_OF_THEM =
  /\bque sean?\b.*\bde cada (?:un[oa]|cual|cosa|producto)\b|\b(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis) de cada (?:peso|color|talla|sabor|tamano|tipo|modelo|medida|aroma|un[oa])\b/

/** "que sean 10 de cada una", of two lines or more. */
function setEach(talk: Talk): boolean {
  const { quantity } = talk.u.entities
  const lines = talk.state.cart.lines.flatMap((line) => findProduct(talk, line.sku) ?? [])
  if (quantity === null || lines.length < 2 || !EACH_OF_THEM.test(foldPhrase(talk.text))) return false
  finishBuying(
    talk,
    lines.flatMap((product) => recount(talk, product, quantity)),
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
  finishBuying(talk, recount(talk, product, wanted))
  return true
}
