import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToCart,
  clearCart,
  countUnits,
  EMPTY_CART,
  quantityOf,
  removeFromCart,
  setQuantity,
  type Cart,
} from './cart.ts'

const STOCK: Record<string, number> = { A: 3, B: 0, C: 40 }
const step = fc.record({
  verb: fc.constantFrom('add', 'guess', 'set', 'remove', 'clear'),
  sku: fc.constantFrom('A', 'B', 'C'),
  quantity: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constantFrom(NaN, Infinity, 2.7)),
})

function apply(cart: Cart, { verb, sku, quantity }: { verb: string; sku: string; quantity: number }): Cart {
  const stock = STOCK[sku] ?? 0
  if (verb === 'add') return addToCart(cart, sku, quantity, stock)
  if (verb === 'guess') return addToCart(cart, sku, 1, stock, true)
  if (verb === 'set') return setQuantity(cart, sku, quantity, stock)
  if (verb === 'remove') return removeFromCart(cart, sku)
  return clearCart(cart)
}

describe('cart', () => {
  it('never holds nothing, a fraction, or more than the stock, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let cart = EMPTY_CART
        for (const each of steps) {
          const next = apply(cart, each)
          expect(next.version).toBeGreaterThanOrEqual(cart.version)
          const same =
            JSON.stringify(next.lines.map((line) => [line.sku, line.quantity])) ===
            JSON.stringify(cart.lines.map((line) => [line.sku, line.quantity]))
          // A button is bound to a version: it must move exactly when what would be charged moves.
          expect(next.version === cart.version).toBe(same)
          cart = next
          for (const line of cart.lines) {
            expect(Number.isInteger(line.quantity)).toBe(true)
            expect(line.quantity).toBeGreaterThan(0)
            expect(line.quantity).toBeLessThanOrEqual(STOCK[line.sku] ?? 0)
          }
          expect(new Set(cart.lines.map((line) => line.sku)).size).toBe(cart.lines.length)
        }
      }),
    )
  })

  it('takes a number said later in place of the one it assumed', () => {
    const assumed = addToCart(EMPTY_CART, 'C', 1, 40, true)
    expect(quantityOf(addToCart(assumed, 'C', 2, 40), 'C')).toBe(2)
    expect(quantityOf(addToCart(addToCart(assumed, 'C', 2, 40), 'C', 2, 40), 'C')).toBe(4)
  })

  it('keeps its version where a guess is only said out loud', () => {
    const assumed = addToCart(EMPTY_CART, 'C', 1, 40, true)
    const said = addToCart(assumed, 'C', 1, 40)
    expect(said.version).toBe(assumed.version)
    expect(said.lines).toEqual([{ sku: 'C', quantity: 1 }])
    expect(countUnits(said)).toBe(1)
  })
})
