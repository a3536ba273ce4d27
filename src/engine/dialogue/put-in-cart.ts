import { addToCart, quantityOf, setQuantity } from '../commerce/cart.ts'
import type { CatalogProduct, ReplyButton } from '../types.ts'
import { continueCheckout } from './checkout.ts'
import { keepsQuestion, listProducts, tellSoldOut } from './show-products.ts'
import { ask, nameOf, oneOf, peso, priceOf, priceTalk, say, show, spotlight, type Talk } from './talk.ts'

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

/** Counts one line anew, and returns the line said of it. More than there is leaves the old number until that is answered. */
export function recount(talk: Talk, product: CatalogProduct, quantity: number): string[] {
  if (quantity > product.stock && product.stock > 0) {
    tooMany(talk, product, quantity, 0)
    return []
  }
  if (product.stock > 0) talk.state.cart = setQuantity(talk.state.cart, product.sku, 0, product.stock)
  return put(talk, product, quantity)
}

export function finishBuying(talk: Talk, added: string[]): void {
  if (added.length === 0) return
  tellAdded(talk, added)
  afterCartChange(talk)
}

/** What went in, and the sum; the question after it is the caller's. */
export function tellAdded(talk: Talk, added: readonly string[]): void {
  if (added.length === 0) return
  const priced = priceTalk(talk)
  const lead = talk.voice.t(
    oneOf(talk, 'Listo, agregado ✅', 'Anotado ✅', 'Ya está en tu carrito ✅'),
    oneOf(talk, 'Listo, agregado ✅', 'Anotado ✅', 'Ya está en su carrito ✅'),
    { en: 'Added to your cart ✅', pt: 'Adicionado ao carrinho ✅' },
  )
  say(talk, `${lead}\n${added.join('\n')}`)
  if (priced.lines.length > 1 || priced.discount > 0)
    say(
      talk,
      talk.voice.any(`Van ${peso(talk, priced.subtotal - priced.discount)} en total.`, {
        en: `That makes ${peso(talk, priced.subtotal - priced.discount)} so far.`,
        pt: `Até agora são ${peso(talk, priced.subtotal - priced.discount)}.`,
      }),
    )
}

/** The two ways on from a cart that holds something. */
export function payOrCart(talk: Talk): ReplyButton[] {
  return [
    { id: 'checkout', title: talk.voice.any('Pagar', { en: 'Pay', pt: 'Pagar' }) },
    { id: 'cart', title: talk.voice.any('Ver carrito', { en: 'See cart', pt: 'Ver carrinho' }) },
  ]
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
  say(
    talk,
    talk.voice.t('¿Algo más o cerramos el pedido?', '¿Algo más o cerramos su pedido?', {
      en: 'Anything else, or shall we check out?',
      pt: 'Mais alguma coisa ou fechamos o pedido?',
    }),
  )
  talk.buttons = payOrCart(talk)
  ask(talk, { kind: 'start_checkout' })
}

export function askWhich(talk: Talk, products: CatalogProduct[], quantity: number | null): void {
  listProducts(
    talk,
    products,
    talk.voice.t('¿Cuál quieres?', '¿Cuál prefiere?', { en: 'Which one would you like?', pt: 'Qual você quer?' }),
  )
  ask(talk, { kind: 'which_product', skus: talk.state.listed, quantity, purpose: 'buy' })
}

/** More than there is: said with the number, and what there is is offered. */
export function tooMany(talk: Talk, product: CatalogProduct, wanted: number, has: number): void {
  const left = product.stock - has
  show(talk, [product])
  say(
    talk,
    left <= 0
      ? talk.voice.t(
          `De *${nameOf(talk, product)}* ya llevas las ${has} que me quedan.`,
          `De *${nameOf(talk, product)}* ya lleva las ${has} que me quedan.`,
          {
            en: `You already have the ${has} *${nameOf(talk, product)}* I have left.`,
            pt: `Você já leva as ${has} unidades de *${nameOf(talk, product)}* que me restam.`,
          },
        )
      : talk.voice.t(
          `De *${nameOf(talk, product)}* me ${product.stock === 1 ? 'queda 1' : `quedan ${product.stock}`}${has > 0 ? ` y ya llevas ${has}` : ''}, no alcanzo a darte ${wanted}.`,
          `De *${nameOf(talk, product)}* me ${product.stock === 1 ? 'queda 1' : `quedan ${product.stock}`}${has > 0 ? ` y ya lleva ${has}` : ''}, no alcanzo a darle ${wanted}.`,
          {
            en: `I have ${product.stock} of *${nameOf(talk, product)}* left${has > 0 ? ` and you already have ${has}` : ''}, so I cannot give you ${wanted}.`,
            pt: `De *${nameOf(talk, product)}* ${product.stock === 1 ? 'resta 1' : `restam ${product.stock}`}${has > 0 ? ` e você já leva ${has}` : ''}, não consigo ${wanted}.`,
          },
        ),
  )
  if (left <= 0) return
  if (keepsQuestion(talk)) return
  say(
    talk,
    talk.voice.t(`¿Te dejo ${left === 1 ? '1' : `las ${left}`}?`, `¿Le dejo ${left === 1 ? '1' : `las ${left}`}?`, {
      en: `Shall I put in ${left}?`,
      pt: `Deixo ${left} para você?`,
    }),
  )
  talk.buttons = [
    {
      id: `set:${product.sku}:${has + left}`,
      title: talk.voice.any(`Sí, ${left}`, { en: `Yes, ${left}`, pt: `Sim, ${left}` }),
    },
    { id: 'no', title: talk.voice.any('No', { en: 'No', pt: 'Não' }) },
  ]
  ask(talk, { kind: 'quantity', sku: product.sku, most: has + left })
}
