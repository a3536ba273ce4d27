import { classOf, CONTAINERS } from '../catalog/words.ts'
import { quantityOf, setQuantity } from '../commerce/cart.ts'
import { joinWords } from '../reply/format.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { measures } from '../text/measures.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { asPair, byTheDozen, byTheKilo, byTheUnit, isAmount, sizedContainer } from './amounts.ts'
import { tooDear } from './browse.ts'
import { siblingMeant, SIZE_ALONE } from './sibling-meant.ts'
import { swapProducts } from './swap-products.ts'
import { longForm } from '../text/shorthand.ts'
import { stem } from '../text/stem.ts'
import { mostLike } from './called-so.ts'
import { headOf } from '../catalog/head-noun.ts'
import type { Mention } from '../understand/types.ts'
import { LEFT } from './change-quantity.ts'
import { amongKin, pointedOut, pointsIn, severalListed } from './reference.ts'
import { corrected, settledFor } from './referent.ts'
import { pickByWords } from './pick.ts'
import { askWhich, finishBuying, put, recount, tellAdded } from './put-in-cart.ts'
import { isCalled } from './subject.ts'
import { inCartAlready, lowered, saidTwice, sayItIsThere } from './said-again.ts'
import { countOfThose, oneOfEach, pointedAt, someOfSeveral } from './goods-pointed-at.ts'
import { productsOf, resolveMention, saysNothing, type Resolved } from './resolve.ts'
import { AND_ANOTHER, soldUnder } from './wrappings.ts'
import { focused, kindred, searchKind, showCard, tellNotCarried } from './show-products.ts'
import { LOOKS } from '../text/looks.ts'
import { evidenceOf, findProduct, priceOf, say, search, type Talk } from './talk.ts'

interface Line {
  product: CatalogProduct
  /** Null: no number was said. */
  quantity: number | null
}

/** What a message asks for: products, words that fit several, words that fit none. */
interface Wish {
  wanted: Line[]
  unclear: Array<{ products: CatalogProduct[]; quantity: number | null }>
  missing: string[]
}

/** Puts what was named into the cart; asks which where it could be several, and says so where it is not to be had. */
export function buy(talk: Talk): void {
  const { swap, maxPrice } = talk.u.entities
  if (swap !== null) return swapProducts(talk, swap.out, swap.in)
  const each = oneOfEach(talk)
  if (
    each !== null &&
    each.every(
      (line) =>
        quantityOf(talk.state.cart, line.product.sku) === line.quantity &&
        talk.state.lastIntent === 'buy_product' &&
        !talk.state.listFresh,
    )
  )
    return sayItIsThere(talk, ...each.map((line) => line.product))
  if (each !== null)
    return finishBuying(
      talk,
      each.flatMap(({ product, quantity }) => put(talk, product, asPair(talk, product, quantity))),
    )
  if (lowered(talk)) return
  const wish = readWish(talk)
  if (pointOut(talk, wish) === 'answered') return
  const { wanted, unclear } = wish
  if (wanted.length === 0 && unclear.length === 0) return nothingNamed(talk, wish.missing)
  // "unos audífonos que no pasen las 40 lucas": what costs more is not what was asked for.
  if (maxPrice !== null && (unclear.length > 0 || wanted.some((line) => priceOf(talk, line.product) > maxPrice)))
    return withinLimit(talk, wish, maxPrice)
  const [only] = wanted
  const alone = wanted.length === 1 && unclear.length === 0 && only?.quantity === null
  // A guess puts nothing into a cart: it is asked.
  if (only && alone && talk.u.confidence < HARDLY_SAID && only.product.stock > 0) return showCard(talk, only.product)
  // "ya fue. ¿y una plegable?" asks whether there is one.
  if (only && wanted.length === 1 && unclear.length === 0 && only.product.stock > 0 && ASKS_FOR_ONE.test(talk.text))
    return showCard(talk, only.product)
  // "sí, 3 de 25", with three of them there: what is there is what was meant.
  const has = only ? quantityOf(talk.state.cart, only.product.sku) : 0
  if (
    only &&
    wanted.length === 1 &&
    unclear.length === 0 &&
    has > 0 &&
    only.quantity === has &&
    SAYS_YES.test(fold(talk.text))
  )
    return sayItIsThere(talk, only.product)
  if (only && alone && inCartAlready(talk, only.product.sku)) return sayItIsThere(talk, only.product)
  fill(talk, wish)
}

const ASKS_FOR_ONE = /(?:^|[.,!?]\s*)¿?y un[oa]? [^.,!?]{3,40}\?\s*$/iu

const SAYS_YES = /^(?:si+|sip|sipo|exacto|correcto|eso)\b(?! (?:y|otr|mas|tambien))/

/** Less sure than this that something is wanted, and no number said. */
const HARDLY_SAID = 0.5

/** What the mentions are in this shop. */
function readWish(talk: Talk): Wish {
  const { mentions, quantity } = talk.u.entities
  const wish: Wish = { wanted: [], unclear: [], missing: [] }
  const whole = calledInFull(talk)
  if (whole !== null) wish.wanted.push(whole)
  const left = leftOver(talk)
  if (left !== null) wish.wanted.push(left)
  const calls = whole === null ? '' : foldPhrase(whole.product.name)
  const ruledOut = new Set(talk.u.entities.not.map((each) => fold(each)))
  const [first, ...rest] = mentions
  // "dos pares, uno 28 y uno 30": what the two are.
  const split =
    first !== undefined &&
    rest.length > 1 &&
    HOW_IT_COMES.test(fold(first.text)) &&
    rest.reduce((sum, each) => sum + (each.quantity ?? 0), 0) === first.quantity
  const reason = REASON.exec(talk.text)?.index ?? Number.POSITIVE_INFINITY
  const told = mentions.some((each) => talk.text.indexOf(each.text) < reason)
  for (const mention of (split ? rest : mentions)
    .map(withNumberBehind)
    .filter((each) => !(told && talk.text.indexOf(each.text) > reason))
    // "son para una flota, pero con los 2 que hay partimos"
    .filter((each) => left === null || (each.quantity ?? 0) > 1 || /\by\b|\bmas\b|\+/.test(fold(talk.text)))
    .filter((each) => !ONLY_POINTS.test(fold(each.text)))
    .filter((each) => !calls.includes(foldPhrase(each.text)) && !ruledOut.has(fold(each.text)))) {
    const before = wish.wanted.at(-1)
    if (before !== undefined && before.quantity === null && isAmount(mention.text)) {
      before.quantity = byTheUnit(talk, before.product, mention.text)
      if (before.quantity !== null) continue
    }
    // "dinosaurios, 2 juegos": how many of what was named before the comma.
    if (
      before !== undefined &&
      before.quantity === null &&
      mention.quantity !== null &&
      HOW_IT_COMES.test(fold(mention.text))
    ) {
      before.quantity = mention.quantity
      continue
    }
    if (EXCLAIMED.test(talk.text.slice(0, Math.max(0, talk.text.indexOf(mention.text)))) && mention.quantity === null)
      continue
    // "quiero hacerle una lasaña, necesitaría dos paquetes de láminas de lasaña"
    const again = mentions.some((each) => each !== mention && fold(each.text).endsWith(` ${fold(mention.text)}`))
    if (again && leadsUpToIt(talk, mention.text)) continue
    const resolved = corroborated(talk, resolveWish(talk, mention, before?.product), mention, before?.product)
    const dozen = byTheDozen(talk, resolved, mention.quantity)
    // "burdeo las dos", to which of the two: as many as were asked for.
    const asked = talk.state.pending?.kind === 'which_product' ? talk.state.pending.quantity : null
    const stated = mention.quantity ?? (mentions.length === 1 ? (quantity ?? asked) : null)
    if (dozen) wish.wanted.push(dozen)
    else if (resolved.kind === 'one')
      wish.wanted.push({
        product: resolved.product,
        quantity: stated ?? byTheUnit(talk, resolved.product, amountSaid(talk, mention.text)),
      })
    else if (resolved.kind === 'none') {
      if (!saysNothing(mention.text) && !isTold(talk, mention)) wish.missing.push(mention.text)
    } else if (!leadsUpToIt(talk, mention.text)) {
      const each = resolved.products[0]
      const quantity = stated ?? (each === undefined ? null : byTheUnit(talk, each, mention.text))
      wish.unclear.push({ products: resolved.products, quantity })
    }
  }
  tellApart(talk, wish)
  wish.wanted = oncePerProduct(wish.wanted)
  settleUnclear(wish)
  // "agrega una bolsa de regalo": how a thing comes, and yet the thing.
  const outright = mentions.length === 0 ? OUTRIGHT.exec(foldPhrase(talk.text))?.[1] : undefined
  const named = outright === undefined ? sizedContainer(talk) : soldUnder(talk, outright)
  if (named !== null) wish.wanted.push({ product: named, quantity })
  return wish
}

const NUMBER_BEHIND =
  /^(.{3,60}),\s*(\d{1,2}|un[oa]?|dos|tres|cuatro|cinco|seis) (?:porci[oó]n|bolsa|caja|paquete|frasco|pote|unidad|tarro|bandeja|sobre|lata|botella|saco|pack|bidon|maceta)(?:e?s)?$/iu

/** "musgo de java, 2 porciones": how many, behind the comma. */
function withNumberBehind(mention: Mention): Mention {
  const [, text, count] = (mention.quantity === null ? NUMBER_BEHIND.exec(mention.text) : null) ?? []
  if (text === undefined || count === undefined) return mention
  return { ...mention, text, quantity: readNumber(tokens(count), 0)?.value ?? null }
}

/** "pon un par de esas": what it comes in, and no thing. */
const ONLY_POINTS = /^(?:par|pares|unidad|unidades) de (?:es|est|ell)[oa]s$/

/** "una prensa, que la mía está trizada": what the reason names is nothing to buy. */
const REASON = /,\s*(?:que|q|porque|pq|xq|ya que|es que|pues) (?:el|la|los|las|mi|mis|se|no|ya)\b/i

/** "1 caja de regalo con 2 vinos", where one product is called just that: its name is no list of things. */
function calledInFull(talk: Talk): Line | null {
  const phrase = ` ${foldPhrase(talk.text)} `
  if (!/ (?:con|de) (?:\d|dos |tres |cuatro )/.test(phrase)) return null
  const [hit, ...more] = search(talk, { text: talk.text, mode: 'any', limit: 10 })
    .map(({ product }) => product)
    .filter((product) => {
      const name = foldPhrase(product.name)
      return name.split(' ').length > 3 && phrase.includes(` ${name} `)
    })
  if (hit === undefined || more.length > 0) return null
  const before =
    phrase
      .slice(0, phrase.indexOf(` ${foldPhrase(hit.name)} `))
      .split(' ')
      .at(-1) ?? ''
  return { product: hit, quantity: readNumber(tokens(before), 0)?.value ?? null }
}

/** "las 3 que quedan", "dame los 3", to "¿Te dejo las 3?", with more beside it. */
function leftOver(talk: Talk): Line | null {
  const pending = talk.state.pending
  if (pending?.kind !== 'quantity') return null
  const phrase = longForm(foldPhrase(talk.text))
  if (!LEFT.test(phrase) && Number(THOSE_MANY.exec(phrase)?.[1]) !== pending.most) return null
  const product = findProduct(talk, pending.sku)
  return product ? { product, quantity: pending.most - quantityOf(talk.state.cart, product.sku) } : null
}

const THOSE_MANY = /\b(?:los|las|es[oa]s) (\d{1,3})(?: (?:porfa|por favor|nomas|entonces|y .*))?$/

/** "2 de queso", "1 de 25": of the kind that is listed, talked about or in the cart, before the rest of the shop. */
function resolveWish(talk: Talk, whole: Mention, before: CatalogProduct | undefined): Resolved {
  // "y 1 talla L del mismo"
  const text = whole.text.replace(/\s+de(?:l| la| los| las) mism[oa]s?$/i, '').replace(GIVE_IT_IN, '')
  const mention = { ...whole, text }
  // "una hamburguesa y 1 de nuggets": what stands behind "de" is a thing itself.
  const own = talk.text.includes(mention.text) ? undefined : / de (\S.*)$/.exec(mention.text)?.[1]
  const itself = own === undefined ? null : resolveMention(talk, own)
  if (itself?.kind === 'one' && headOf(itself.product) === stem(tokens(own ?? '')[0]?.norm ?? '')) return itself
  if (mention.headless === true || LOOK_ALONE.test(fold(mention.text)) || SIZE_ALONE.test(fold(mention.text))) {
    // "las poleras, 2 negras", of a black one: how many of it.
    const alone = LOOK_ALONE.test(fold(mention.text)) || SIZE_ALONE.test(fold(mention.text))
    const same = before === undefined || !alone ? [] : pickByWords(talk, kindred(talk, before), mention.text)
    if (before !== undefined && same.includes(before)) return { kind: 'one', product: before }
    // "4 mouse blancos y 1 negro": of what was named just before it.
    const sibling = before === undefined ? null : siblingMeant(talk, before, mention.text)
    if (sibling !== null) return { kind: 'one', product: sibling }
    const about = focused(talk)[0]
    // "14 talla M y 6 talla L", after talk of one in M: that one.
    if (
      about &&
      SIZE_ALONE.test(fold(mention.text)) &&
      pickByWords(talk, kindred(talk, about), mention.text).includes(about)
    )
      return { kind: 'one', product: about }
    const [only, ...more] = amongKin(talk, mention.text)
    if (only && more.length === 0) return { kind: 'one', product: only }
    // "1 de la negra", of two black ones on the list: which of those, and no other black thing.
    const several = severalListed(talk, mention.text)
    if (several.length > 1) return { kind: 'many', products: several, wide: several }
  }
  const single = tokens(mention.text).filter((token) => token.kind === 'word' && classOf(token.norm) !== 'stop')
  const [word, ...others] = single
  if (word !== undefined && others.length === 0) {
    const near = nearestBy(talk, word.text)
    if (near !== null) return { kind: 'one', product: near }
  }
  const found = byTheKilo(talk, mention.text) ?? resolveMention(talk, mention.text)
  // "2 familiares y 4 individuales": of what was named just before it.
  const like = found.kind === 'many' && before !== undefined ? mostLike(found.products, before) : null
  return like === null ? found : { kind: 'one', product: like }
}

/** What the rules make of a mention, or what experience clearly speaks for instead. */
function corroborated(talk: Talk, resolved: Resolved, mention: Mention, before?: CatalogProduct): Resolved {
  // "6 kilos de café en grano": an amount of what is sold by the kilo was told from all other sizes.
  if (resolved.kind === 'one' && byTheUnit(talk, resolved.product, mention.text) !== null) return resolved
  const meant = settledFor(talk, productsOf(resolved), mention, before)
  return meant === null ? resolved : { kind: 'one', product: meant }
}

/** "una caja" of what comes in boxes, "una recargable" of the lamps on the table: before a box or a battery elsewhere. */
function nearestBy(talk: Talk, word: string): CatalogProduct | null {
  const about = focused(talk)[0]
  // "y un balde", with the mop that comes with one in the cart: another thing.
  if (about && AND_ANOTHER.test(foldPhrase(talk.text)) && quantityOf(talk.state.cart, about.sku) > 0) return null
  if (CONTAINERS.has(stem(word))) {
    const [told, ...more] = pointedOut(talk)
    if (told && more.length === 0) return told
    const comes =
      about !== undefined &&
      tokens(`${about.name} ${about.description}`).some((token) => stem(token.norm) === stem(word))
    return comes && headOf(about) !== stem(word) && !talk.state.listFresh ? about : null
  }
  const products = productsOf(resolveMention(talk, word))
  if (products.length === 0 || products.some((product) => headOf(product) === stem(word))) return null
  const [only, ...more] = amongKin(talk, word)
  return only && more.length === 0 && isCalled(only, [word]) ? only : null
}

/** "dámela en rojo": a look of what is on the table. */
const GIVE_IT_IN =
  /^(?:d[aeé]|p[oó]n|ech[ae]|[eé]ch[ae]|agr[eé]g(?:a|ue)|mand[ae]|m[aá]nd[ae])(?:me)?(?:lo|la|los|las) (?:en|de|del|con) /i

/** "y 1 negro": a look, and no thing. */
const LOOK_ALONE = new RegExp(`^(?:${LOOKS}|grandes?|chic[oa]s?|median[oa]s?)$`)

/** "1 catan y 1 expansión": two things of which one would do for both; the plainer words mean the other. */
function tellApart(talk: Talk, wish: Wish): void {
  const counted = talk.u.entities.mentions.filter((mention) => mention.quantity !== null)
  const [one, two, ...more] = wish.wanted
  if (!one || !two || more.length > 0 || one.product.sku !== two.product.sku || counted.length !== 2) return
  const [first] = counted
  if (first === undefined || fold(first.text) === fold(counted[1]?.text ?? '')) return
  const hits = search(talk, { text: first.text, mode: 'named', limit: 6 })
  const other = hits.find((hit) => hit.product.sku !== one.product.sku)
  const best = hits[0]
  if (other && best && best.score - other.score < AS_GOOD && other.product.stock > 0) one.product = other.product
}

const AS_GOOD = 0.06

/** "un cinturón para levantar, soy talla L": what is said beside it tells which of several it is. */
function settleUnclear(wish: Wish): void {
  wish.unclear = wish.unclear.filter(({ products, quantity }) => {
    const line = wish.wanted.find((each) => products.includes(each.product))
    if (line && quantity !== null) line.quantity ??= quantity
    return line === undefined
  })
}

/** Where the amount of this one thing stands: with its name, or as the only one of the message. */
function amountSaid(talk: Talk, mention: string): string {
  const sizes = (text: string) => measures(tokens(text)).filter((each) => each.dimension !== 'size').length
  return talk.u.entities.mentions.length === 1 && sizes(mention) === 0 && sizes(talk.text) === 1 ? talk.text : mention
}

/** "qué vaina. póngame dos": an exclamation names nothing. */
const EXCLAIMED = /^\s*(?:(?:ay|uy|pucha|chuta|oh)[ ,]+)?qu[eé] $/i

const HOW_IT_COMES = /^(?:juegos?|sets?|kits?|par|pares|unidades|packs?)$/

/** "represento a una cafetería. Requiero 20 bolsas": told in a sentence before the order, and no thing that might be missing. */
function isTold(talk: Talk, mention: Mention): boolean {
  if ((mention.quantity ?? 1) > 1) return false
  const after = talk.text.slice(talk.text.indexOf(mention.text) + mention.text.length)
  const order =
    /[.;!\n]\s*(?:necesito|necesitamos|requiero|requerimos|quiero|quisiera|dame|deme|me llevo|ponme)\s/i.exec(after)
  return order !== null && !ORDERED.test(fold(talk.text.slice(0, talk.text.indexOf(mention.text))))
}

const ORDERED = /\b(?:necesito|quiero|quisiera|dame|deme|llevo|ponme)\b/

/** "3 collares con inicial, letras M y J": said twice, bought once. */
function oncePerProduct(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const before = kept.find((each) => each.product.sku === line.product.sku)
    if (!before) kept.push(line)
    else if (before.quantity === null) before.quantity = line.quantity
    else if (line.quantity !== null) before.quantity += line.quantity
  }
  return kept
}

/** Adds what was being talked about, where the message points at it: "2 y un rodillo", "lo quiero", "dame 3". */
function pointOut(talk: Talk, wish: Wish): 'answered' | 'read' {
  const { mentions, quantity, anaphora, ordinal, besides = null } = talk.u.entities
  const { wanted } = wish
  // "excelente, llevo uno", "echa 1 al carro, con un ryzen 5": a number of its own counts what was being talked about.
  const apart = mentions.every((mention) => mention.quantity === null || mention.apart === true)
  const countedFor = COUNTED_FOR.test(longForm(foldPhrase(talk.text)))
  const counted = apart || countedFor
  // "dame cinco, que es para una productora": whom it is for is no thing to buy.
  if (countedFor && focused(talk).length > 0) {
    wish.wanted.length = 0
    wish.unclear.length = 0
    wish.missing.length = 0
  }
  const found = wanted.length + wish.unclear.length
  const alone = found === 0 && ordinal === null ? countAlone(talk) : null
  const about = focused(talk)[0]
  const fromList = talk.state.listFresh && talk.state.listed.length > 1
  const those = anaphora !== 'all' || (alone === 1 && /\bde (?:es|est)[oa]s\b/i.test(talk.text))
  if (alone !== null && about && !fromList && those && (mentions.length > 0 || anaphora === 'all')) {
    // "me parece razonable, incluya una": the number stands by itself, and what else is said is nothing of the shop's.
    wanted.push({ product: corrected(talk, [about])[0] ?? about, quantity: alone })
    wish.missing.length = 0
    return 'read'
  }
  const [, toCart, besideIt, first] = found === 0 ? [] : (OWN_NUMBER.exec(talk.text) ?? [])
  const own = toCart ?? besideIt ?? first
  const ownNumber = found === 0 ? quantity !== null && counted : own !== undefined
  const stated = own === undefined ? quantity : (readNumber(tokens(own), 0)?.value ?? 1)
  if (ownNumber || (found === 0 && (mentions.length === 0 || anaphora !== null || ordinal !== null))) {
    if (found === 0 && saidTwice(talk)) return 'answered'
    const among = found === 0 ? someOfSeveral(talk) : []
    if (among.length > 1) {
      askWhich(talk, among, quantity)
      return 'answered'
    }
    const pointed = (found > 0 ? focused(talk).slice(0, 1) : pointedAtAlone(talk)).filter(
      (product) => !wanted.some((each) => each.product.sku === product.sku),
    )
    if (pointed.length === 0) return 'read'
    const those = pointed.length === 1 ? countOfThose(talk) : null
    wanted.unshift(...pointed.map((product) => ({ product, quantity: stated ?? those ?? byTheUnit(talk, product) })))
    wish.missing.length = 0
  } else if (found > 0) {
    // "2 y un rodillo", "lo quiero, y un cinturón": what was being talked about, and something else.
    const points = besides === null ? pointsIn(talk) : { quantity: besides }
    const about = points === null ? undefined : focused(talk)[0]
    if (about && !wanted.some((line) => line.product.sku === about.sku))
      wanted.unshift({ product: about, quantity: points?.quantity ?? null })
  }
  return 'read'
}

/** What is pointed at; one thing that no mention helped to find is held against experience. */
function pointedAtAlone(talk: Talk): CatalogProduct[] {
  const shown = pointedAt(talk)
  return shown.length > 1 || talk.u.entities.mentions.length > 0 ? shown : corrected(talk, shown)
}

const ALONE =
  /\b(\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis|ocho|diez|doce)(?: (?:par|unidad|bolsa|caja|paquete|saco|pack)(?:e?s)?)?(?: de es[oa]s?)?(?: (?:porfa|por favor|nomas|no mas|entonces))*\s*(?=$|[,.;!])/

/** "incluya una.", "dame 8 paquetes, tengo clientas": a number with no thing of its own; null where there is none. */
function countAlone(talk: Talk): number | null {
  const said = ALONE.exec(fold(talk.text))?.[1]
  return said === undefined ? null : (readNumber(tokens(said), 0)?.value ?? (/^un[oa]$/.test(said) ? 1 : null))
}

/** The cart takes it; what is short, not carried or unclear is said, and one question is left open. */
function fill(talk: Talk, { wanted, unclear, missing }: Wish): void {
  const added: string[] = []
  // What is short comes last: its question is the one left open.
  const short = (line: Line) =>
    (line.quantity ?? 1) + quantityOf(talk.state.cart, line.product.sku) > line.product.stock
  for (const line of wanted) {
    line.quantity = asPair(talk, line.product, line.quantity)
    // "quiero una escalera", and later "dame una": the one that was wanted, and no second.
    if (line.quantity === 1 && wanted.length === 1 && WANTS_A.test(fold(talk.text))) line.quantity = null
    const has = quantityOf(talk.state.cart, line.product.sku)
    // "y otro rojo", with one in the cart: that one stands, and this is one more.
    if (has > 0 && talk.u.entities.quantityChange !== null) {
      talk.state.cart = setQuantity(talk.state.cart, line.product.sku, has, line.product.stock)
      line.quantity ??= 1
    }
  }
  const instead = INSTEAD.test(foldPhrase(talk.text))
  for (const line of [...wanted.filter((each) => !short(each)), ...wanted.filter(short)]) {
    // "no, mejor un cojín mostaza y uno terracota", with two in the cart: these numbers take the place of those.
    if (instead) {
      const has = quantityOf(talk.state.cart, line.product.sku)
      // "mejor las dos blancas"
      const those = THOSE_NUMBERED.exec(foldPhrase(talk.text))?.[1]
      if (line.quantity === null && wanted.length === 1 && those !== undefined)
        line.quantity = readNumber(tokens(those), 0)?.value ?? null
      // "dejémoslo en dos packs y el cargador": the one that is there stays as it is.
      if (line.quantity === null && has > 0) line.quantity = has
      if (line.quantity === null || line.quantity <= line.product.stock)
        for (const sku of takenBack(talk, line)) talk.state.cart = setQuantity(talk.state.cart, sku, 0, 1)
    }
    const anew = instead && line.quantity !== null
    added.push(...(anew ? recount(talk, line.product, line.quantity ?? 1) : put(talk, line.product, line.quantity)))
  }
  const open = unclear[0]
  // One question a message: which one it is comes before whether that is all.
  if (open) tellAdded(talk, added)
  else finishBuying(talk, added)
  for (const what of missing) tellNotCarried(talk, what)
  if (open) askWhich(talk, open.products, open.quantity)
}

const THOSE_NUMBERED = /\b(?:las|los) (dos|2|tres|3|cuatro|4) [a-z]/

/** "mejor las dos blancas", after one of each: what the two were makes room. */
function takenBack(talk: Talk, line: Line): string[] {
  if (!/\b(?:las|los) (?:dos|2|tres|3|cuatro|4)\b/.test(foldPhrase(talk.text))) return []
  const others = talk.state.cart.lines.filter(
    (each) => each.sku !== line.product.sku && kindred(talk, line.product).some((product) => product.sku === each.sku),
  )
  const count = others.reduce((sum, each) => sum + each.quantity, 0)
  return count > 0 && count < (line.quantity ?? 0) + 1 ? others.map((each) => each.sku) : []
}

/** Of what was asked for, what the limit leaves; nothing: what comes closest, and no purchase. */
function withinLimit(talk: Talk, wish: Wish, limit: number): void {
  const products = [...wish.wanted.map((line) => line.product), ...wish.unclear.flatMap((each) => each.products)]
  const kin = talk.u.entities.mentions.flatMap((mention) => searchKind(talk, mention.text, 'kind'))
  const affordable = [...new Set([...products, ...kin])].filter(
    (product) => product.stock > 0 && priceOf(talk, product) <= limit,
  )
  const [only] = affordable
  if (only && affordable.length === 1) return finishBuying(talk, put(talk, only, talk.u.entities.quantity))
  if (affordable.length > 1) return askWhich(talk, affordable, talk.u.entities.quantity)
  const nearest = products
    .filter((product) => product.stock > 0)
    .toSorted((a, b) => priceOf(talk, a) - priceOf(talk, b))[0]
  if (nearest) return tooDear(talk, nearest)
  nothingNamed(talk, [])
}

/** "dame 3, pal curso": the number stands by itself, and what follows says whom it is for. */
const COUNTED_FOR =
  /^(?:(?:ya|ok|bueno|bien|dale|y|entonces|regio|perfecto|ideal|bacan|genial|listo)[ ,]+)*(?:dame|deme|denme|quiero|necesito|llevo|me llevo|ponme|pongame|reserva|reserve|reservame|reserveme|resguardame)?\s*(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)(?: (?:par|unidad|bolsa|caja|paquete|saco|pack)(?:e?s)?)?\s*[,.]?\s*(?:para|pa|pal|a (?:mi )?nombre|por(?! fav)|porque|que es|que son|que|son|somos|un[oa] (?:para|pa|es|pal|de repuesto))\b/

const ORDERS =
  /\b(?:necesito|necesitaria|quiero|quisiera|me anotes?|anotame|dame|deme|ponme|agregame|mandame|me mandes?|me pongas?|me des)\b/g

/** "estoy organizando un asado, y necesito dos six": what is told before the order is its occasion, and no part of it. */
function leadsUpToIt(talk: Talk, mention: string): boolean {
  const text = fold(talk.text)
  const at = text.indexOf(fold(mention))
  const order = [...text.matchAll(ORDERS)].at(-1)?.index ?? -1
  return at >= 0 && at < order && talk.u.entities.mentions.length > 1
}

const WANTS_A = /\b(?:quiero|necesito|quisiera|busco|ocupo) (?:un|una) \S/

const INSTEAD =
  /^(?:(?:mm+|no|nop|nopo|pucha|chuta|uy|ya|ay|perdon|espera|sabe que|sabes que|entonces|es mucho|muy caro|muy cara) )*(?:mejor|corrijo|rectifico|correccion|dejemos(?:lo|la|los|las) (?:en|con)|dej[ae]me(?:lo|la|los|las)? (?:en|con)|(?:en total )?(?:serian|seria)) /

const OUTRIGHT = /\b(?:un|una|unos|unas|el|la|los|las|dos|tres|\d{1,3}) ([a-z]+ de [a-z]+)\b/

/** "1 al carro", "dos de esos": the number stands with nothing but what was shown. */
const OWN_NUMBER =
  /\b(\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)\s+(?:al|en el|pal|para el)\s+carr|^\s*(\d{1,2}|un[oa]|dos|tres|cuatro|cinco|seis)\s*,?\s+y (?:de paso|ademas|además|tambien|también) |^(?:(?:ya|ok|dale|bueno|perfecto)[ ,]+)*(?:an[oó]t|d[aeé]|p[oó]n|[eé]ch|agr[eé]g|llev|quier)\p{L}* (\d{1,2}|un[oa]|dos|tres|cuatro)(?: entonces| de es[oa]s?)?,? y (?:tambi[eé]n|adem[aá]s|de paso) /iu

/** Nothing in the message names a product of this shop. */
function nothingNamed(talk: Talk, missing: string[]): void {
  const kind = searchKind(talk, missing[0] ?? talk.text, 'any')
  if (kind.length > 0 && missing.length > 0) {
    const { quantity } = talk.u.entities
    const [told, ...more] = pickByWords(talk, kind, missing[0] ?? '')
    if (told && more.length === 0) return finishBuying(talk, put(talk, told, quantity ?? byTheUnit(talk, told)))
    return kind.length === 1 && kind[0]
      ? finishBuying(talk, put(talk, kind[0], quantity ?? byTheUnit(talk, kind[0])))
      : askWhich(talk, kind, quantity)
  }
  // "compro la 4060": a name that reads like a number.
  const whole = missing.length === 0 ? resolveMention(talk, talk.text) : { kind: 'none' as const }
  if (whole.kind === 'one') return finishBuying(talk, put(talk, whole.product, talk.u.entities.quantity))
  if (whole.kind === 'many') return askWhich(talk, whole.products, talk.u.entities.quantity)
  if (missing[0] !== undefined) return tellNotCarried(talk, missing[0])
  const evidence = evidenceOf(talk, talk.text)
  if (evidence.unknown.length > 0) return tellNotCarried(talk, joinWords(evidence.unknown.slice(0, 3)))
  say(
    talk,
    talk.voice.t(
      '¿Qué producto quieres? Dime el nombre y lo agrego.',
      '¿Qué producto desea? Dígame el nombre y lo agrego.',
      {
        en: 'Which product would you like? Tell me its name and I will add it.',
        pt: 'Que produto você quer? Diga o nome e eu adiciono.',
      },
    ),
  )
}
