import { clip, plain } from '../reply/format.ts'
import { offerPerson } from './orders.ts'
import type { CatalogProduct } from '../types.ts'
import {
  ask,
  spotlight,
  findProducts,
  focusOn,
  nameOf,
  note,
  peso,
  priceOf,
  quote,
  say,
  search,
  show,
  type Talk,
} from './talk.ts'

/** A list fits one interactive message, and nobody reads more on a phone. */
export const LIST_LIMIT = 8

/** "*Nombre* — $24.990", with the old price struck through where a sale is on. */
export function priceTag(talk: Talk, product: CatalogProduct): string {
  const price = priceOf(talk, product)
  const old = price < product.price ? ` (antes ~${peso(talk, product.price)}~)` : ''
  return `*${nameOf(talk, product)}* — ${peso(talk, price)}${old}`
}

/** A numbered list to pick from; what was listed is remembered, so that "la segunda" and "ese" work. */
export function listProducts(talk: Talk, products: readonly CatalogProduct[], lead: string): void {
  const shown = products.slice(0, LIST_LIMIT)
  show(talk, shown)
  talk.state.listed = shown.map((product) => product.sku)
  talk.state.listFresh = true
  focusOn(talk, talk.state.listed)
  const lines = shown.map(
    (product, index) => `${index + 1}. ${priceTag(talk, product)}${product.stock > 0 ? '' : ' _(agotado)_'}`,
  )
  say(talk, `${lead}\n${lines.join('\n')}`)
  talk.rows = {
    button: 'Ver opciones',
    title: 'Productos',
    rows: shown.map((product) => ({
      id: `show:${product.sku}`,
      title: clip(plain(product.name), 24),
      description: clip(`${peso(talk, priceOf(talk, product))}${product.stock > 0 ? '' : ' · agotado'}`, 72),
    })),
  }
}

/** One product, with what its sheet says, and the offer to add it. */
export function showCard(talk: Talk, product: CatalogProduct, lead = ''): void {
  show(talk, [product])
  spotlight(talk, product.sku)
  const text = product.description === '' ? '' : `\n${quote(talk, clip(plain(product.description), 420))}`
  say(talk, `${lead}${lead === '' ? '' : '\n'}${priceTag(talk, product)}${text}`)
  offerToAdd(talk, product)
}

/** "¿Te lo agrego?", where there is one to add and no bigger question is open. */
export function offerToAdd(talk: Talk, product: CatalogProduct): void {
  if (product.stock <= 0) return
  if (keepsQuestion(talk)) return
  const few = product.stock <= 3 ? ` (${product.stock === 1 ? 'queda 1' : `quedan ${product.stock}`})` : ''
  say(talk, talk.voice.t(`¿Te lo agrego al carrito?${few}`, `¿Se lo agrego al carrito?${few}`))
  talk.buttons = [{ id: `add:${product.sku}:1`, title: 'Agregar' }, ...cartButton(talk)]
  ask(talk, { kind: 'add_to_cart', skus: [product.sku], quantity: 1 })
}

/** A sold-out product is said to be so, before anything else, with something like it that is there. */
export function tellSoldOut(talk: Talk, product: CatalogProduct): void {
  show(talk, [product])
  focusOn(talk, [product.sku])
  say(talk, `${priceTag(talk, product)} está agotado por ahora 😕`)
  const others = alternativesTo(talk, [product])
  if (others.length === 0 || keepsQuestion(talk)) {
    talk.state.listed = [product.sku]
    return
  }
  listProducts(talk, others, talk.voice.t('Te puede servir:', 'Le puede servir:'))
  focusOn(talk, [product.sku])
  ask(talk, { kind: 'alternative', skus: others.map((each) => each.sku) })
}

/** Products in stock that are most like these: the same kind first, then the nearest price. */
export function alternativesTo(talk: Talk, products: readonly CatalogProduct[], limit = 3): CatalogProduct[] {
  const first = products[0]
  if (!first) return []
  const skus = new Set(products.map((product) => product.sku))
  const words = new Set(first.tags)
  const scored: Array<{ product: CatalogProduct; score: number }> = []
  for (const product of talk.input.catalog.bySku.values()) {
    if (skus.has(product.sku) || product.stock <= 0) continue
    const sameKind = product.category === first.category ? 1 : 0
    const shared = product.tags.filter((tag) => words.has(tag)).length
    if (sameKind === 0 && shared < 2) continue
    const distance = Math.abs(Math.log((priceOf(talk, product) + 1) / (priceOf(talk, first) + 1)))
    scored.push({ product, score: sameKind + shared * 0.8 - Math.min(distance, 2) * 0.5 })
  }
  const best = scored.toSorted((a, b) => b.score - a.score)
  const top = best[0]
  // Something that only shares a shelf is no alternative: better one that fits than three that fill.
  return best
    .filter((each) => top !== undefined && each.score >= top.score - 1.2)
    .slice(0, limit)
    .map((each) => each.product)
}

/** A name of a thing may be said back; sentences, sums and links of a stranger may not. */
const REPEATABLE = /^(?=.{2,30}$)[\p{L}\p{N}]+(?:[ '-][\p{L}\p{N}]+){0,3}$/u

/** The shop does not carry it: said plainly, with the way on. Nothing is listed, so nothing seems to be it. */
export function tellNotCarried(talk: Talk, what: string): void {
  talk.state.missed = talk.text.slice(0, 120)
  talk.state.listed = []
  note(talk, `not carried: ${what.slice(0, 40)}`)
  const named = what.trim()
  say(
    talk,
    REPEATABLE.test(named)
      ? talk.voice.t(
          `No trabajo ${quote(talk, `“${plain(named)}”`)} 😕`,
          `No trabajamos ${quote(talk, `“${plain(named)}”`)}.`,
        )
      : 'Eso no lo tengo en el catálogo 😕',
  )
  if (keepsQuestion(talk)) return
  // Twice in a row nothing was found: whoever is left looking is better off with a person.
  talk.state.lost = talk.input.state.lost + 1
  if (talk.state.lost >= 2) return offerPerson(talk)
  const top = categoriesOf(talk, 5)
  if (top.length > 0) {
    say(
      talk,
      `Sí tengo ${top.map((name) => quote(talk, name.toLowerCase())).join(', ')}. ${talk.voice.t('¿Te muestro algo?', '¿Le muestro algo?')}`,
    )
    talk.buttons = top.slice(0, 2).map((name) => ({ id: `cat:${clip(name, 60)}`, title: clip(name, 20) }))
    talk.buttons.push({ id: 'catalog', title: 'Ver todo' })
  }
  talk.state.pending = null
}

export function categoriesOf(talk: Talk, limit: number): string[] {
  return talk.input.catalog.categories
    .filter((category) => category.name !== '')
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit)
    .map((category) => category.name)
}

export function productsOfCategory(talk: Talk, name: string): CatalogProduct[] {
  return [...talk.input.catalog.bySku.values()].filter((product) => product.category === name)
}

/** Checkout questions and confirmations are come back to; a digression must not put a new question in their place. */
export function keepsQuestion(talk: Talk): boolean {
  const kind = talk.state.pending?.kind
  return kind === 'checkout_field' || kind === 'confirm_order' || kind === 'confirm_cancel'
}

export function cartButton(talk: Talk): Array<{ id: string; title: string }> {
  return talk.state.cart.lines.length > 0 ? [{ id: 'cart', title: 'Ver carrito' }] : []
}

/** What the last turns were about, the latest first. */
export function focused(talk: Talk): CatalogProduct[] {
  return findProducts(talk, talk.state.focus)
}

/** A search for a kind or a need: what is in stock, best first; sold-out products only where nothing else fits. */
export function searchKind(
  talk: Talk,
  text: string,
  mode: 'kind' | 'need' | 'any',
  extra: Record<string, unknown> = {},
): CatalogProduct[] {
  const entities = talk.u.entities
  const hits = search(talk, {
    text,
    mode,
    limit: 24,
    ...(entities.minPrice === null ? {} : { minPrice: entities.minPrice }),
    ...(entities.maxPrice === null ? {} : { maxPrice: entities.maxPrice }),
    ...(entities.not.length === 0 ? {} : { not: entities.not }),
    ...(entities.superlative === 'cheapest' ? { order: 'cheapest' as const } : {}),
    ...(entities.superlative === 'dearest' ? { order: 'dearest' as const } : {}),
    ...extra,
  })
  const stocked = hits.filter((hit) => hit.product.stock > 0)
  return (stocked.length > 0 ? stocked : hits).map((hit) => hit.product).slice(0, LIST_LIMIT)
}
