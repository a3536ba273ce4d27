import { CONTAINERS, classOf } from '../catalog/words.ts'
import { quantityOf } from '../commerce/cart.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct, Intent } from '../types.ts'
import { headOf } from '../catalog/head-noun.ts'
import { pickFrom } from './pick.ts'
import type { Resolved } from './resolve.ts'
import { findProduct, findProducts, search, type Talk } from './talk.ts'

/*
 * "dos bolsas", "un frasco", "3 cajas": how a thing comes, which means what is being talked about, unless the shop sells
 * just that.
 */

/** What words that name a wrapping mean here; null where they name more than one, or nothing is left open by them. */
export function asWrapping(talk: Talk, text: string): Resolved | null {
  const bare = onlyContainer(text)
  // "deme un frasco", after one was shown by itself: of that, whatever else on the list comes in one.
  const shown = findProduct(talk, talk.state.focus[0] ?? '')
  const counted = talk.u.entities.quantity !== null || (shown !== undefined && comesIn(shown, text))
  const several = talk.u.entities.mentions.length > 1
  if (bare && several) {
    // "2 brochas, 1 bandeja y 3 lijas": the tray itself.
    const [tray, ...more] = calledAfter(talk, text)
    if (tray)
      return more.length === 0 ? { kind: 'one', product: tray } : { kind: 'many', products: [tray, ...more], wide: [] }
  }
  // "y un balde", after a mop that comes with one went into the cart: another thing, where the shop sells it.
  if (
    bare &&
    !several &&
    AND_ANOTHER.test(foldPhrase(talk.text)) &&
    shown !== undefined &&
    quantityOf(talk.state.cart, shown.sku) > 0
  ) {
    const [bucket, ...more] = calledAfter(talk, text)
    if (bucket && more.length === 0) return { kind: 'one', product: bucket }
  }
  // Right after a thing was asked about, "2 cajas" is how it comes.
  const open = talk.state.pending?.kind
  const offered =
    open === 'add_to_cart' || open === 'quantity' || (shown !== undefined && !CHANGED.has(talk.state.lastIntent))
  if (bare && !several && counted && !offered && (shown === undefined || !comesIn(shown, text))) {
    // "pon 3 botellas", after talk of gaiters: the bottle, where the shop sells one by itself.
    const [bottle, ...more] = calledAfter(talk, text)
    if (bottle && more.length === 0) return { kind: 'one', product: bottle }
  }
  if (!several && shown && talk.u.entities.quantity !== null && isSoldAs(talk, shown, text))
    return { kind: 'one', product: shown }
  if (bare && !several && !talk.state.listFresh && shown && counted && soldUnder(talk, text) === null)
    return { kind: 'one', product: shown }
  if (bare) {
    const called = soldUnder(talk, text)
    if (called) return { kind: 'one', product: called }
    // "dos bolsas de ese", "cuántos trae la bolsita": the wrapping of what is being talked about.
    const known = findProducts(talk, [
      ...new Set([...talk.state.cart.lines.map((line) => line.sku), ...talk.state.listed]),
    ])
    const picked = talk.u.entities.anaphora === null ? pickFrom(talk, known, text) : []
    const about = picked.length === 1 ? picked[0] : findProduct(talk, talk.state.focus[0] ?? '')
    const sold = HAVING.test(fold(talk.text)) ? calledAfter(talk, text) : []
    if (sold.length === 1 && sold[0]) return { kind: 'one', product: sold[0] }
    if (about) return { kind: 'one', product: about }
  }
  return null
}

/** "y un balde", "también 2 cajas": one more thing. */
export const AND_ANOTHER =
  /^(?:(?:ya|ok|bueno|listo|dale) )*(?:y|tambien|ademas|mas) (?:tambien )?(?:un|una|otr[oa]|\d{1,2}|dos|tres) /

const CHANGED: ReadonlySet<Intent | null> = new Set<Intent | null>([
  'buy_product',
  'change_quantity',
  'remove_from_cart',
  'view_cart',
])

function comesIn(product: CatalogProduct, text: string): boolean {
  const words = new Set(tokens(`${product.name} ${product.description}`).map((token) => stem(token.norm)))
  return tokens(text).some((token) => CONTAINERS.has(stem(token.norm)) && words.has(stem(token.norm)))
}

/** "ya, dame 2 juegos", of the sheets on the table, whose card begins "Juego de sábanas …". */
function isSoldAs(talk: Talk, product: CatalogProduct, text: string): boolean {
  if (talk.state.pending?.kind !== 'add_to_cart' || talk.state.pending.skus[0] !== product.sku) return false
  const [word, ...more] = tokens(text)
  const [first, second] = tokens(product.description)
  return word !== undefined && more.length === 0 && second?.text === 'de' && stem(first?.norm ?? '') === stem(word.norm)
}

const HAVING = /\b(?:tien\w+|teni\w*|hay|venden?|vendes)\b/

/** "¿tienen cajita para regalo?": the box by itself, where the shop sells one. */
function calledAfter(talk: Talk, text: string): CatalogProduct[] {
  const word = stem(tokens(text)[0]?.norm.replace(/it([ao]s?)$/, '$1') ?? '')
  const hits = search(talk, { text: text.replace(/it([ao]s?)\b/i, '$1'), mode: 'any', limit: 10 })
  return hits.map((hit) => hit.product).filter((product) => headOf(product) === word)
}

/** "una bolsa de regalo", where the shop sells just that: words that elsewhere only tell how a thing comes. */
export function soldUnder(talk: Talk, text: string): CatalogProduct | null {
  const phrase = stems(text)
  if (!phrase.includes(' ')) return null
  const called = search(talk, { text, mode: 'any', limit: 10 })
    .map((hit) => hit.product)
    .filter((product) => stems(product.name).includes(phrase))
  return called.length === 1 ? (called[0] ?? null) : null
}

/** Words by their stems: "cajas de regalo" as "caja de regalo". */
function stems(text: string): string {
  return tokens(text)
    .map((token) => (token.kind === 'word' ? stem(token.norm) : token.text))
    .join(' ')
}

/** Nothing but "bolsa", "caja", "saco": how something comes, and not what it is. */
function onlyContainer(text: string): boolean {
  const content = tokens(text).filter((token) => token.kind === 'word' && classOf(token.norm) !== 'stop')
  return (
    content.length > 0 &&
    content.every(
      (token) => CONTAINERS.has(stem(token.norm)) || CONTAINERS.has(stem(token.norm.replace(/it([ao]s?)$/, '$1'))),
    )
  )
}
