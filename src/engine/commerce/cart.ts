import type { CartItem } from '../types.ts'

/** One product in the cart. `implicit` marks a quantity that we assumed ("quiero el aceite"), so that "dame 2" sets it. */
export interface CartLine extends CartItem {
  implicit?: true
}

/** `version` moves with every change: a confirm button, a price lock and an order each belong to one version. */
export interface Cart {
  version: number
  lines: CartLine[]
}

export const EMPTY_CART: Cart = { version: 0, lines: [] }

/** No shop sells a four-digit number of one thing over chat; beyond it is a typo or an attack. */
export const MAX_QUANTITY = 999

export function quantityOf(cart: Cart, sku: string): number {
  return cart.lines.find((line) => line.sku === sku)?.quantity ?? 0
}

export function countUnits(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/**
 * The cart with exactly `quantity` of `sku`; 0 or less removes it. Never more than `stock`.
 * The same cart comes back where nothing changes, so its version stands.
 */
export function setQuantity(cart: Cart, sku: string, quantity: number, stock: number, implicit = false): Cart {
  const wanted = Math.max(0, Math.min(Math.trunc(quantity) || 0, stock, MAX_QUANTITY))
  const before = cart.lines.find((line) => line.sku === sku)
  if ((before?.quantity ?? 0) === wanted) {
    if (!before?.implicit || implicit) return cart
    // Said out loud now: the number stands, but it is no longer our guess. Nothing to pay changes.
    return {
      version: cart.version,
      lines: cart.lines.map((line) => (line.sku === sku ? { sku, quantity: wanted } : line)),
    }
  }
  if (wanted === 0) return { version: cart.version + 1, lines: cart.lines.filter((line) => line.sku !== sku) }
  const line: CartLine = implicit ? { sku, quantity: wanted, implicit: true } : { sku, quantity: wanted }
  const lines = before ? cart.lines.map((each) => (each.sku === sku ? line : each)) : [...cart.lines, line]
  return { version: cart.version + 1, lines }
}

/** Adds `quantity` more, or replaces a number that we only assumed. */
export function addToCart(cart: Cart, sku: string, quantity: number, stock: number, implicit = false): Cart {
  const before = cart.lines.find((line) => line.sku === sku)
  const base = before?.implicit ? 0 : (before?.quantity ?? 0)
  if (before?.implicit && implicit) return cart
  return setQuantity(cart, sku, base + quantity, stock, implicit)
}

export function removeFromCart(cart: Cart, sku: string): Cart {
  return setQuantity(cart, sku, 0, 0)
}

export function clearCart(cart: Cart): Cart {
  return cart.lines.length === 0 ? cart : { version: cart.version + 1, lines: [] }
}
