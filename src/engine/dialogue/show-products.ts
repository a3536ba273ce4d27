import { IN_ORDER } from '../catalog/query-modifiers.ts'
import { quantityOf } from '../commerce/cart.ts'
import { clip, plain } from '../reply/format.ts'
import { headOf } from '../catalog/head-noun.ts'
import { offerPerson } from './orders.ts'
import { addPhoto } from './photos.ts'
import { fold } from '../text/fold.ts'
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
  const old =
    price < product.price
      ? talk.voice.any(` (antes ~${peso(talk, product.price)}~)`, {
          en: ` (was ~${peso(talk, product.price)}~)`,
          pt: ` (antes ~${peso(talk, product.price)}~)`,
        })
      : ''
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
    (product, index) =>
      `${index + 1}. ${priceTag(talk, product)}${product.stock > 0 ? '' : talk.voice.any(' _(agotado)_', { en: ' _(sold out)_', pt: ' _(esgotado)_' })}`,
  )
  say(talk, `${lead}\n${lines.join('\n')}`)
  talk.rows = {
    button: talk.voice.any('Ver opciones', { en: 'See options', pt: 'Ver opções' }),
    title: talk.voice.any('Productos', { en: 'Products', pt: 'Produtos' }),
    rows: shown.map((product) => ({
      id: `show:${product.sku}`,
      title: clip(plain(product.name), 24),
      description: clip(
        `${peso(talk, priceOf(talk, product))}${product.stock > 0 ? '' : talk.voice.any(' · agotado', { en: ' · sold out', pt: ' · esgotado' })}`,
        72,
      ),
    })),
  }
}

/** One product, with what its sheet says, and the offer to add it. */
export function showCard(talk: Talk, product: CatalogProduct, lead = ''): void {
  show(talk, [product])
  spotlight(talk, product.sku)
  addPhoto(talk, product)
  const text =
    product.description === ''
      ? ''
      : `\n${quote(talk, clip(plain(product.description), talk.voice.chatty ? 420 : 160))}`
  say(talk, `${lead}${lead === '' ? '' : '\n'}${priceTag(talk, product)}${text}`)
  offerToAdd(talk, product)
}

/** "¿Te lo agrego?", where there is one to add and no bigger question is open. */
export function offerToAdd(talk: Talk, product: CatalogProduct): void {
  if (product.stock <= 0) return
  if (keepsQuestion(talk)) return
  const held = quantityOf(talk.state.cart, product.sku)
  if (held > 0) {
    const sum = held === 1 ? '1' : `${held} (${peso(talk, priceOf(talk, product) * held)})`
    say(
      talk,
      talk.voice.t(`Ya llevas ${sum} en tu carrito.`, `Ya lleva ${sum} en su carrito.`, {
        en: `You already have ${sum} in your cart.`,
        pt: `Você já tem ${sum} no carrinho.`,
      }),
    )
    return
  }
  const few =
    product.stock <= 3
      ? talk.voice.any(` (${product.stock === 1 ? 'queda 1' : `quedan ${product.stock}`})`, {
          en: ` (${product.stock} left)`,
          pt: ` (${product.stock === 1 ? 'resta 1' : `restam ${product.stock}`})`,
        })
      : ''
  say(
    talk,
    talk.voice.t(`¿Te lo agrego al carrito?${few}`, `¿Se lo agrego al carrito?${few}`, {
      en: `Shall I add it to your cart?${few}`,
      pt: `Adiciono ao carrinho?${few}`,
    }),
  )
  talk.buttons = [
    { id: `add:${product.sku}:1`, title: talk.voice.any('Agregar', { en: 'Add', pt: 'Adicionar' }) },
    ...cartButton(talk),
  ]
  ask(talk, { kind: 'add_to_cart', skus: [product.sku], quantity: 1 })
}

/** A sold-out product is said to be so, before anything else, with something like it that is there. */
export function tellSoldOut(talk: Talk, product: CatalogProduct): void {
  show(talk, [product])
  focusOn(talk, [product.sku])
  say(
    talk,
    talk.voice.any(`${priceTag(talk, product)} está agotado por ahora 😕`, {
      en: `${priceTag(talk, product)} is sold out for now 😕`,
      pt: `${priceTag(talk, product)} está esgotado por enquanto 😕`,
    }),
  )
  const others = alternativesTo(talk, [product])
  if (others.length === 0 || keepsQuestion(talk)) {
    talk.state.listed = [product.sku]
    return
  }
  listProducts(
    talk,
    others,
    talk.voice.t('Te puede servir:', 'Le puede servir:', { en: 'This may help:', pt: 'Pode servir:' }),
  )
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
          {
            en: `We do not carry ${quote(talk, `“${plain(named)}”`)} 😕`,
            pt: `Não trabalhamos com ${quote(talk, `“${plain(named)}”`)} 😕`,
          },
        )
      : talk.voice.any('Eso no lo tengo en el catálogo 😕', {
          en: 'I do not have that in the catalog 😕',
          pt: 'Isso não tenho no catálogo 😕',
        }),
  )
  if (keepsQuestion(talk)) return
  // Twice in a row nothing was found: whoever is left looking is better off with a person.
  talk.state.lost = talk.input.state.lost + 1
  if (talk.state.lost >= 2) return offerPerson(talk)
  const top = categoriesOf(talk, 5)
  if (top.length > 0) {
    const kinds = top.map((name) => quote(talk, name.toLowerCase())).join(', ')
    say(
      talk,
      talk.voice.t(`Sí tengo ${kinds}. ¿Te muestro algo?`, `Sí tenemos ${kinds}. ¿Le muestro algo?`, {
        en: `I do have ${kinds}. Shall I show you something?`,
        pt: `Tenho sim ${kinds}. Mostro alguma coisa?`,
      }),
    )
    talk.buttons = top.slice(0, 2).map((name) => ({ id: `cat:${clip(name, 60)}`, title: clip(name, 20) }))
    talk.buttons.push({ id: 'catalog', title: talk.voice.any('Ver todo', { en: 'See all', pt: 'Ver tudo' }) })
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

/** Those that begin with the same word, else the whole category: "la más barata" of the bicycles is no helmet. */
export function kindred(talk: Talk, product: CatalogProduct): CatalogProduct[] {
  const head = headOf(product)
  const category = talk.input.catalog.inCategory(product.category)
  const same = category.filter((each) => headOf(each) === head)
  return same.length > 1 ? same : category
}

/** Checkout questions and confirmations are come back to; a digression must not put a new question in their place. */
export function keepsQuestion(talk: Talk): boolean {
  const kind = talk.state.pending?.kind
  return kind === 'checkout_field' || kind === 'confirm_order' || kind === 'confirm_cancel'
}

export function cartButton(talk: Talk): Array<{ id: string; title: string }> {
  return talk.state.cart.lines.length > 0
    ? [{ id: 'cart', title: talk.voice.any('Ver carrito', { en: 'See cart', pt: 'Ver carrinho' }) }]
    : []
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
    ...(entities.superlative === 'cheapest' || IN_ORDER.test(fold(talk.text)) ? { order: 'cheapest' as const } : {}),
    ...(entities.superlative === 'dearest' ? { order: 'dearest' as const } : {}),
    ...extra,
  })
  const stocked = hits.filter((hit) => hit.product.stock > 0)
  return (stocked.length > 0 ? stocked : hits).map((hit) => hit.product).slice(0, LIST_LIMIT)
}
