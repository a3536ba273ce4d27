import { addToCart, clearCart, quantityOf, removeFromCart, setQuantity } from '../commerce/cart.ts'
import { joinWords } from '../reply/format.ts'
import { fold } from '../text/fold.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { cartLines, totalLine } from './cart-lines.ts'
import { continueCheckout } from './checkout.ts'
import { byWords, pickFrom } from './pick.ts'
import { resolveMention, type Resolved } from './resolve.ts'
import { focused, keepsQuestion, listProducts, searchKind, tellNotCarried, tellSoldOut } from './show-products.ts'
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
  priceTalk,
  say,
  settle,
  show,
  spotlight,
  type Talk,
  evidenceOf,
} from './talk.ts'

/** Puts what was named into the cart; asks which where it could be several, and says so where it is not to be had. */
export function buy(talk: Talk): void {
  const { mentions, quantity, anaphora, swap } = talk.u.entities
  if (swap !== null) return swapProducts(talk, swap.out, swap.in)
  const each = oneOfEach(talk)
  if (each !== null)
    return finishBuying(
      talk,
      each.products.flatMap((product) => put(talk, product, each.quantity)),
    )
  const wanted: Array<{ product: CatalogProduct; quantity: number | null }> = []
  const unclear: Array<{ products: CatalogProduct[]; quantity: number | null }> = []
  const missing: string[] = []
  for (const mention of mentions) {
    const resolved = resolveMention(talk, mention.text)
    const stated = mention.quantity ?? (mentions.length === 1 ? quantity : null)
    if (resolved.kind === 'one') wanted.push({ product: resolved.product, quantity: stated })
    else if (resolved.kind === 'many') unclear.push({ products: resolved.products, quantity: stated })
    else missing.push(mention.text)
  }
  const found = wanted.length + unclear.length
  // "excelente, llevo uno", "echa 1 al carro, con un ryzen 5": a number of its own counts what was being talked about.
  const apart = mentions.every((mention) => mention.quantity === null || mention.apart === true)
  const besides = talk.u.entities.besides ?? null
  const ownNumber = found === 0 ? quantity !== null && apart : OWN_NUMBER.test(talk.text)
  if (ownNumber || (found === 0 && (mentions.length === 0 || anaphora !== null || talk.u.entities.ordinal !== null))) {
    if (found === 0 && saidTwice(talk)) return finishBuying(talk, [])
    const pointed = (found > 0 ? focused(talk).slice(0, 1) : pointedAt(talk)).filter(
      (product) => !wanted.some((each) => each.product.sku === product.sku),
    )
    if (pointed.length > 0) {
      wanted.unshift(...pointed.map((product) => ({ product, quantity })))
      missing.length = 0
    }
  } else if (found > 0 && (besides !== null || POINTS_FIRST.test(fold(talk.text)))) {
    // "2 y un rodillo", "lo quiero, y un cinturón": what was being talked about, and something else.
    const known = new Set(wanted.map((line) => line.product.sku))
    const about = focused(talk)[0]
    if (about && !known.has(about.sku)) wanted.unshift({ product: about, quantity: besides })
  }
  if (wanted.length === 0 && unclear.length === 0) return nothingNamed(talk, missing)
  const added: string[] = []
  // What is short comes last: its question is the one left open.
  const short = (line: { product: CatalogProduct; quantity: number | null }) =>
    (line.quantity ?? 1) + quantityOf(talk.state.cart, line.product.sku) > line.product.stock
  for (const line of wanted) line.quantity = asPair(talk, line.product, line.quantity)
  const inOrder = [...wanted.filter((line) => !short(line)), ...wanted.filter(short)]
  for (const line of inOrder) added.push(...put(talk, line.product, line.quantity))
  finishBuying(talk, added)
  for (const what of missing) tellNotCarried(talk, what)
  const open = unclear[0]
  if (open) askWhich(talk, open.products, open.quantity)
}

/** "1 al carro", "dos de esos": the number stands with nothing but what was shown. */
const OWN_NUMBER = /\b(?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)\s+(?:al|en el|pal|para el)\s+carr/i

/** "un par" of what comes in pairs is one of it: shoes, gloves, earrings. */
function asPair(talk: Talk, product: CatalogProduct, quantity: number | null): number | null {
  if (quantity !== 2 || !/\bun par(?:cito)?\b/i.test(talk.text)) return quantity
  return PAIRED.test(fold(product.name)) ? 1 : quantity
}

const PAIRED =
  /^(?:zapat\w*|bot(?:as|ines|in)\b|calceti\w+|media(?:s|\b)|panti\w*|guante\w*|aro(?:s|\b)|pendiente\w*|sandalia\w*|chala\w*|pantufla\w*|zueco\w*|taco(?:s|\b)|muletas?|esqui\w*|patin\w*|aletas|tobiller\w*|rodiller\w*|plantilla\w*|alpargata\w*|mocasin\w*|balerina\w*|hawaiana\w*)/

/** "lo quiero, y un cinturón", "esa y la vela": the product being talked about, then another. */
const POINTS_FIRST =
  /^(?:(?:ya|ok|bueno|dale|listo|si|perfecto|bacan|genial|entonces|po|excelente)[ ,]+)*(?:(?:me )?(?:lo|la|los|las) (?:llevo|quiero|compro|tomo|pido)|(?:(?:quiero|dame|deme|llevo|me llevo|ponme|agrega\w*) )?(?:es[eao]s?|est[eao]s?)|(?:dame|deme|pon|ponme|agrega|agregame|echa|echame|suma)(?:lo|la|los|las))(?: (?:po|tambien|porfa))?(?:\s*,\s*(?:(?:y|con|mas|tambien) )?| y | con | mas | \+ )(?:un|una|unos|unas|dos|tres|\d{1,3}|el|la|los|las|otr[oa])\b/

/** "6 de cada uno": the number is of everything that was just listed. Null where nothing of the kind is said. */
function oneOfEach(talk: Talk): { products: CatalogProduct[]; quantity: number } | null {
  if (!/\bde cada (?:un[oa]|cual|sabor|color|tipo|clase|modelo)\b|\b(?:two|one) of each\b/i.test(talk.text)) return null
  const listed = findProducts(talk, talk.state.listed).filter((product) => product.stock > 0)
  return listed.length > 1 && listed.length <= 6 ? { products: listed, quantity: talk.u.entities.quantity ?? 1 } : null
}

/** "esa, una", right after it went into the cart: nothing is added, it is said again what is there. */
function saidTwice(talk: Talk): boolean {
  const { quantity, anaphora } = talk.u.entities
  const sku = talk.state.lastLine
  if (anaphora !== 'one' || quantity !== 1 || sku === null || talk.state.lastIntent !== 'buy_product') return false
  if (talk.state.focus[0] !== sku || /\botr[oa]|\bm[aá]s\b|\bagreg/i.test(talk.text)) return false
  if (quantityOf(talk.state.cart, sku) !== 1) return false
  const product = findProduct(talk, sku)
  if (!product) return false
  show(talk, [product])
  say(talk, `Sí, llevas 1 × *${nameOf(talk, product)}* ✅`)
  afterCartChange(talk)
  return true
}

/** Adds one product, within its stock, and says what it did. Returns the line said of it; sold out: none. */
export function put(talk: Talk, product: CatalogProduct, quantity: number | null): string[] {
  show(talk, [product])
  spotlight(talk, product.sku)
  if (product.stock <= 0) {
    tellSoldOut(talk, product)
    return []
  }
  const before = talk.state.cart.lines.find((line) => line.sku === product.sku)
  const base = before && !before.implicit ? before.quantity : 0
  const wanted = Math.max(1, quantity ?? 1)
  if (base + wanted > product.stock) {
    tooMany(talk, product, wanted, base)
    return []
  }
  talk.state.cart = addToCart(talk.state.cart, product.sku, wanted, product.stock, quantity === null)
  talk.state.lastLine = product.sku
  const now = quantityOf(talk.state.cart, product.sku)
  return [`${now} × *${nameOf(talk, product)}* — ${peso(talk, priceOf(talk, product) * now)}`]
}

export function finishBuying(talk: Talk, added: string[]): void {
  if (added.length === 0) return
  const priced = priceTalk(talk)
  const lead = oneOf(talk, 'Listo, agregado ✅', 'Anotado ✅', 'Ya está en tu carrito ✅')
  say(talk, `${talk.voice.t(lead, lead.replace('tu carrito', 'su carrito'))}\n${added.join('\n')}`)
  if (priced.lines.length > 1 || priced.discount > 0)
    say(talk, `Van ${peso(talk, priced.subtotal - priced.discount)} en total.`)
  afterCartChange(talk)
}

/** After every change: inside the checkout it goes on by itself, outside the way to pay is one tap. */
export function afterCartChange(talk: Talk): void {
  if (talk.state.checkout.active && talk.state.cart.lines.length > 0) {
    continueCheckout(talk)
    return
  }
  if (talk.state.cart.lines.length === 0) {
    talk.state.checkout.active = false
    return
  }
  // "¿Te dejo las 18?" waits for its answer.
  if (talk.settled && talk.state.pending?.kind === 'quantity') return
  say(talk, talk.voice.t('¿Algo más o cerramos el pedido?', '¿Algo más o cerramos su pedido?'))
  talk.buttons = [
    { id: 'checkout', title: 'Pagar' },
    { id: 'cart', title: 'Ver carrito' },
  ]
  ask(talk, { kind: 'start_checkout' })
}

export function askWhich(talk: Talk, products: CatalogProduct[], quantity: number | null): void {
  listProducts(talk, products, talk.voice.t('¿Cuál quieres?', '¿Cuál prefiere?'))
  ask(talk, { kind: 'which_product', skus: talk.state.listed, quantity, purpose: 'buy' })
}

/** More than there is: said with the number, and what there is is offered. */
function tooMany(talk: Talk, product: CatalogProduct, wanted: number, has: number): void {
  const left = product.stock - has
  show(talk, [product])
  say(
    talk,
    left <= 0
      ? `De *${nameOf(talk, product)}* ya llevas las ${has} que me quedan.`
      : `De *${nameOf(talk, product)}* me ${product.stock === 1 ? 'queda 1' : `quedan ${product.stock}`}${has > 0 ? ` y ya llevas ${has}` : ''}, no alcanzo a darte ${wanted}.`,
  )
  if (left <= 0) return
  if (keepsQuestion(talk)) return
  say(talk, `¿Te dejo ${left === 1 ? '1' : `las ${left}`}?`)
  talk.buttons = [
    { id: `set:${product.sku}:${has + left}`, title: `Sí, ${left}` },
    { id: 'no', title: 'No' },
  ]
  ask(talk, { kind: 'quantity', sku: product.sku, most: has + left })
}

/** "dame 2", "llevo los dos", "ese": what was being talked about. */
function pointedAt(talk: Talk): CatalogProduct[] {
  const { anaphora, ordinal, superlative } = talk.u.entities
  const listed = findProducts(talk, talk.state.listed)
  const about = focused(talk)
  if (ordinal !== null && listed.length > 0) return pickFrom(talk, listed)
  if (anaphora === 'all') {
    const several = /\b(?:dos|2|tres|3|amb[oa]s|both|es[oa]s|est[oa]s|tod[oa]s|those|these)\b/i.test(talk.text)
    // One pair of earrings was shown by itself since: "los quiero" means it, and not the list before.
    if (listed.length > 1 && listed.length <= 4 && (talk.state.listFresh || several)) return listed
    // "los quiero" of one pair of earrings; only "los dos" reaches back to what was shown before it.
    return about.slice(0, /\b(?:dos|2|amb[oa]s|both)\b/i.test(talk.text) ? 2 : 1)
  }
  if (superlative !== null && listed.length > 1) return pickFrom(talk, listed).slice(0, 1)
  if (listed.length > 1) {
    const picked = pickFrom(talk, listed)
    if (picked.length === 1) return picked
  }
  if (about.length > 1) {
    const picked = pickFrom(talk, about)
    if (picked.length === 1) return picked
  }
  return about.slice(0, 1)
}

/** Nothing in the message names a product of this shop. */
function nothingNamed(talk: Talk, missing: string[]): void {
  const kind = searchKind(talk, missing[0] ?? talk.text, 'any')
  if (kind.length > 0 && missing.length > 0) {
    const quantity = talk.u.entities.quantity
    return kind.length === 1 && kind[0]
      ? finishBuying(talk, put(talk, kind[0], quantity))
      : askWhich(talk, kind, quantity)
  }
  // "compro la 4060": a name that reads like a number.
  const whole = missing.length === 0 ? resolveMention(talk, talk.text) : { kind: 'none' as const }
  if (whole.kind === 'one') return finishBuying(talk, put(talk, whole.product, null))
  if (whole.kind === 'many') return askWhich(talk, whole.products, null)
  if (missing[0] !== undefined) return tellNotCarried(talk, missing[0])
  const evidence = evidenceOf(talk, talk.text)
  if (evidence.unknown.length > 0) return tellNotCarried(talk, joinWords(evidence.unknown.slice(0, 3)))
  say(
    talk,
    talk.voice.t(
      '¿Qué producto quieres? Dime el nombre y lo agrego.',
      '¿Qué producto desea? Dígame el nombre y lo agrego.',
    ),
  )
}

/** "saca el brownie", "saca un cargador" (one of two), "sácalo". */
export function removeProduct(talk: Talk): void {
  const { mentions, quantity } = talk.u.entities
  const inCart = talk.state.cart.lines.map((line) => line.sku)
  if (inCart.length === 0) {
    // Nothing is there to take out; what was named is still shown, so the shopper sees what we understood.
    show(talk, removalMeant(talk))
    say(
      talk,
      talk.voice.t('Tu carrito está vacío, no hay nada que sacar.', 'Su carrito está vacío, no hay nada que sacar.'),
    )
    return
  }
  const targets: Array<{ sku: string; quantity: number | null }> = []
  for (const mention of mentions) {
    const sku = lineMeant(talk, mention.text)
    if (sku !== null) targets.push({ sku, quantity: mention.quantity })
  }
  if (targets.length === 0 && mentions.length === 0) {
    const last = lineMeant(talk, talk.text) ?? talk.state.lastLine ?? inCart.at(-1) ?? null
    if (last !== null && inCart.includes(last)) targets.push({ sku: last, quantity })
  }
  if (targets.length === 0) {
    show(talk, removalMeant(talk))
    say(talk, talk.voice.t('Eso no está en tu carrito. Llevas:', 'Eso no está en su carrito. Lleva:'))
    say(talk, cartLines(talk).join('\n'))
    return
  }
  const gone: string[] = []
  for (const target of targets) {
    const product = findProduct(talk, target.sku)
    const has = quantityOf(talk.state.cart, target.sku)
    if (product) show(talk, [product])
    // "saca un cargador" of two leaves one; "saca el cargador" takes both.
    const take = target.quantity !== null && target.quantity < has ? target.quantity : has
    talk.state.cart =
      take === has
        ? removeFromCart(talk.state.cart, target.sku)
        : setQuantity(talk.state.cart, target.sku, has - take, has)
    talk.state.lastLine = take === has ? null : target.sku
    if (product) gone.push(`${take > 1 || take < has ? `${take} × ` : ''}*${nameOf(talk, product)}*`)
  }
  say(talk, `Saqué ${joinWords(gone)} ✅`)
  if (talk.state.cart.lines.length === 0) {
    say(talk, talk.voice.t('Tu carrito quedó vacío. ¿Te muestro algo?', 'Su carrito quedó vacío. ¿Le muestro algo?'))
    talk.state.checkout.active = false
    settle(talk)
    return
  }
  say(talk, `${cartLines(talk).join('\n')}\n${totalLine(talk)}`)
  afterCartChange(talk)
}

/** The products that a removal names, in the cart or not. */
function removalMeant(talk: Talk): CatalogProduct[] {
  const words = [...talk.u.entities.mentions.map((mention) => mention.text), ...talk.u.entities.not, talk.text]
  for (const text of words) {
    const resolved = resolveMention(talk, text, { ruledOut: true })
    if (resolved.kind === 'one') return [resolved.product]
    if (resolved.kind === 'many') return resolved.products.slice(0, 4)
  }
  return []
}

/** "mejor 3", "que sean 2 las de steam", "uno menos": sets the line meant to a number. */
export function changeQuantity(talk: Talk): void {
  const { mentions, quantity, quantityChange, swap } = talk.u.entities
  if (swap !== null) return swapProducts(talk, swap.out, swap.in)
  if (answerHowMany(talk)) return
  const named = mentions.map((mention) => ({ mention, sku: lineMeant(talk, mention.text) }))
  // Words that name nothing ("era broma, una sola") leave the number to the line that changed last.
  const meant =
    named.find((each) => each.sku !== null) ??
    named.find((each) => resolveMention(talk, each.mention.text).kind !== 'none')
  const mention = meant?.mention
  const wanted = mention?.quantity ?? quantity ?? mentions.find((each) => each.quantity !== null)?.quantity ?? null
  const sku = mention ? (meant?.sku ?? null) : lineFor(talk)
  const product = sku === null ? undefined : findProduct(talk, sku)
  if (sku === null || !product) {
    // Not in the cart: a number with a product is a purchase.
    if (mention) {
      const resolved = resolveMention(talk, mention.text)
      if (resolved.kind === 'one') return finishBuying(talk, put(talk, resolved.product, wanted))
      if (resolved.kind === 'many') return askWhich(talk, resolved.products, wanted)
      return tellNotCarried(talk, mention.text)
    }
    const about = focused(talk)[0]
    if (about && wanted !== null) return finishBuying(talk, put(talk, about, wanted))
    say(talk, talk.voice.t('¿De qué producto cambio la cantidad?', '¿De qué producto cambio la cantidad?'))
    return
  }
  const has = quantityOf(talk.state.cart, sku)
  show(talk, [product])
  focusOn(talk, [sku])
  const target = quantityChange === null ? wanted : has + quantityChange * (wanted ?? 1)
  if (target === null) {
    say(talk, `Llevas ${has} de *${nameOf(talk, product)}*. ¿Cuántas quieres?`)
    ask(talk, { kind: 'quantity', sku, most: product.stock })
    return
  }
  if (target > product.stock) return tooMany(talk, product, target, 0)
  talk.state.cart = setQuantity(talk.state.cart, sku, target, product.stock)
  talk.state.lastLine = target > 0 ? sku : null
  if (target <= 0) {
    say(talk, `Saqué *${nameOf(talk, product)}* ✅`)
  } else {
    say(
      talk,
      `${oneOf(talk, 'Listo', 'Cambiado', 'Hecho')}: ${target} × *${nameOf(talk, product)}* — ${peso(talk, priceOf(talk, product) * target)} ✅`,
    )
    if (talk.state.cart.lines.length > 1) say(talk, totalLine(talk))
  }
  afterCartChange(talk)
}

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
  const all = /\b(?:tod[oa]s|l[oa]s que (?:hay|qued\w+|teng\w+)|es[oa]s)\b/i.test(talk.text)
  const wanted =
    talk.u.entities.quantity ?? (digits === undefined ? (all ? pending.most : null) : Number.parseInt(digits, 10))
  if (!product || wanted === null || wanted < 1) return false
  settle(talk)
  talk.state.cart = setQuantity(talk.state.cart, product.sku, 0, product.stock)
  finishBuying(talk, put(talk, product, wanted))
  return true
}

/** "cámbielo por el de 3 kilos": what goes is what came last. */
export function readExchange(text: string): { out: string; in: string } | null {
  const match =
    /\bc[aá]mbi\w*?(?:lo|la|los|las|melo|mela)\s+por\s+(?:el|la|los|las|un|una)?\s*(.{2,60}?)[\s.!?]*$/iu.exec(text)
  return match?.[1] === undefined ? null : { out: '', in: match[1] }
}

/** "cambia X por Y": Y takes X's place and number. */
export function swapProducts(talk: Talk, out: string, into: string | CatalogProduct): void {
  const sku = (out === '' ? null : lineMeant(talk, out)) ?? lineFor(talk)
  const before = sku === null ? undefined : findProduct(talk, sku)
  const words = typeof into === 'string' ? into : into.name
  const resolved: Resolved = typeof into === 'string' ? resolveMention(talk, into) : { kind: 'one', product: into }
  const near = before && typeof into === 'string' ? siblingMeant(talk, before, into) : null
  // "por el de 20 mil": the same thing in another size comes before the rest of the catalog, unless another is named.
  const named = resolved.kind === 'one' && resolved.product.sku !== sku ? resolved.product : null
  const product = named ?? near
  if (!product) {
    if (resolved.kind === 'many') return askWhich(talk, resolved.products, talk.u.entities.quantity)
    return tellNotCarried(talk, words)
  }
  const stated = typeof into === 'string' ? talk.u.entities.quantity : null
  const quantity = stated ?? (sku === null ? 1 : quantityOf(talk.state.cart, sku))
  if (product.stock <= 0) return tellSoldOut(talk, product)
  if (quantity > product.stock) return tooMany(talk, product, quantity, 0)
  if (sku !== null && sku !== product.sku) talk.state.cart = removeFromCart(talk.state.cart, sku)
  note(talk, `swap ${sku ?? '-'} for ${product.sku}`)
  const lines = put(talk, product, quantity)
  say(talk, `Cambiado ✅\n${lines.join('\n')}`)
  if (talk.state.cart.lines.length > 1) say(talk, totalLine(talk))
  afterCartChange(talk)
}

/**
 * "mejor en 39", "no, la de 15", "no, la otra": another of the kind that was put in the cart last takes its place.
 * Returns what to swap, or null where the message is no such correction.
 */
export function readCorrection(talk: Talk): { out: string; in: CatalogProduct } | null {
  const last = lineFor(talk)
  if (talk.state.pending?.kind === 'confirm_order') return null
  const text = fold(talk.text)
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
  if (/\?/.test(text) || (lineMeant(talk, rest) !== null && !/\d|otr[oa]/.test(rest))) return null
  if (/^otr[oa]\b/.test(rest)) {
    const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
    const others = findProducts(talk, listed).filter((product) => product.sku !== before.sku)
    return others.length === 1 && others[0] ? { out: before.sku, in: others[0] } : null
  }
  const sibling = siblingMeant(talk, before, rest)
  return sibling && sibling.sku !== before.sku ? { out: before.sku, in: sibling } : null
}

const CORRECTS =
  /^(?:(?:no|pucha|chuta|ay|uy|ya|perdon|disculpa|oh|sabes que|sabi que|espera|entonces)[ ,.]+)*(no[ ,.]+|mejor |no[ ,.]+mejor |que sean? |perdon[ ,.]+|entonces (?=(?:el|la) otr))(?:(?:dame|quiero|prefiero|ponme|deme) )?(?:(?:en|el|la|los|las)(?: (?:de|del|en|talla))*) (.+?)[ .!]*$/

/** Of the same kind as `before`, the one that the words pick; among several the one most like it by name. */
function siblingMeant(talk: Talk, before: CatalogProduct, text: string): CatalogProduct | null {
  const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
  const kin = [...talk.input.catalog.bySku.values()].filter(
    (product) => (product.category === before.category || listed.includes(product.sku)) && product.sku !== before.sku,
  )
  const { entities } = talk.u
  const plainTalk = { ...talk, u: { ...talk.u, entities: { ...entities, ordinal: null, superlative: null } } }
  const picked = kin.length > 200 ? [] : pickFrom(plainTalk, kin, text)
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

export function viewCart(talk: Talk): void {
  const { lines } = priceTalk(talk)
  if (lines.length === 0) {
    const order = talk.facts.orders[0]
    if (order && order.status !== 'cancelled' && order.status !== 'expired') {
      say(talk, `Tu pedido *${order.number}* quedó en ${peso(talk, order.total)}. Tu carrito ahora está vacío.`)
      return
    }
    say(talk, talk.voice.t('Tu carrito está vacío. ¿Te muestro algo?', 'Su carrito está vacío. ¿Le muestro algo?'))
    return
  }
  say(talk, `${talk.voice.t('🛒 Llevas:', '🛒 Lleva:')}\n${cartLines(talk).join('\n')}\n${totalLine(talk)}`)
  if (keepsQuestion(talk)) return
  talk.buttons = [
    { id: 'checkout', title: 'Pagar' },
    { id: 'clear', title: 'Vaciar' },
  ]
  ask(talk, { kind: 'start_checkout' })
}

export function clearTheCart(talk: Talk): void {
  if (talk.state.cart.lines.length === 0) {
    say(
      talk,
      talk.voice.t('Tu carrito ya está vacío. ¿Partimos de nuevo?', 'Su carrito ya está vacío. ¿Partimos de nuevo?'),
    )
    talk.state.checkout.active = false
    settle(talk)
    return
  }
  say(
    talk,
    `${talk.voice.t('¿Seguro que vacío tu carrito?', '¿Seguro que vacío su carrito?')}\n${cartLines(talk).join('\n')}`,
  )
  talk.buttons = [
    { id: `clear:${talk.state.cart.version}`, title: 'Sí, vaciar' },
    { id: 'no', title: 'No' },
  ]
  ask(talk, { kind: 'confirm_clear', cartVersion: talk.state.cart.version })
}

export function emptyTheCart(talk: Talk): void {
  talk.state.cart = clearCart(talk.state.cart)
  talk.state.checkout.active = false
  talk.state.lastLine = null
  talk.state.coupon = null
  settle(talk)
  say(talk, talk.voice.t('Listo, vacié tu carrito. ¿Qué te muestro?', 'Listo, vacié su carrito. ¿Qué le muestro?'))
}

/** The cart line that some words mean; the search runs over the cart alone. */
export function lineMeant(talk: Talk, text: string): string | null {
  const skus = talk.state.cart.lines.map((line) => line.sku)
  if (skus.length === 0) return null
  const [hit, next] = talk.faculties.search(talk.input.catalog, { text, among: skus, mode: 'any', limit: 3 })
  if (hit && (!next || hit.score - next.score > 0.02)) return hit.product.sku
  if (hit && next) {
    const last = talk.state.lastLine
    return last !== null && [hit.product.sku, next.product.sku].includes(last) ? last : hit.product.sku
  }
  const picked = pickFrom(talk, findProducts(talk, skus), text)
  return picked.length === 1 ? (picked[0]?.sku ?? null) : null
}

/** The line that "mejor 3" means: the one that changed last, or the only one. */
function lineFor(talk: Talk): string | null {
  const skus = talk.state.cart.lines.map((line) => line.sku)
  const [named, ...more] = byWords(findProducts(talk, skus), talk.text)
  if (named && more.length === 0 && skus.length > 1) return named.sku
  const last = talk.state.lastLine
  if (last !== null && skus.includes(last)) return last
  return skus.length === 1 ? (skus[0] ?? null) : null
}
