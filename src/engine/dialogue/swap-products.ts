import { quantityOf, removeFromCart, setQuantity } from '../commerce/cart.ts'
import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { headOf } from '../catalog/head-noun.ts'
import { LOOKS } from '../text/looks.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { totalLine } from './cart-lines.ts'
import { lineFor, lineMeant } from './line-meant.ts'
import { afterCartChange, askWhich, put, recount, tooMany } from './put-in-cart.ts'
import { resolveMention, type Resolved } from './resolve.ts'
import { focused, tellNotCarried, tellSoldOut } from './show-products.ts'
import { findProduct, note, say, type Talk } from './talk.ts'
import { siblingMeant } from './sibling-meant.ts'

/** "por esa": what was talked about since; "mi auto usa rojo, cámbialo por ese": what is said before it. */
function thatOne(talk: Talk, before: CatalogProduct | undefined, named: string): CatalogProduct | string {
  const about = focused(talk)[0]
  if (about === undefined || about.sku !== before?.sku) return about ?? named
  const told = talk.text.replace(/[,.;\s]*c[aá]mbi\p{L}*.*$/iu, '')
  return siblingMeant(talk, before, told) ?? about
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
  note(talk, `swap ${sku ?? '-'} for ${product.sku}`)
  // "del intenso la mitad, 5 cajas": the same thing, and how many it shall be.
  const lines = sku === product.sku ? recount(talk, product, quantity) : put(talk, product, quantity)
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
