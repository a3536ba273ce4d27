import { beforeAll, describe, expect, it } from 'vitest'
import { product } from '../../../test/support/products.ts'
import { createShopper, type Shopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { Faculties } from '../turn-types.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const PRODUCTS = [
  product({ sku: 'SOIL-50', name: 'Sustrato de lombriz 50 L', category: 'Sustratos', price: 21_990, stock: 20 }),
  product({ sku: 'SOIL-25', name: 'Sustrato de lombriz 25 L', category: 'Sustratos', price: 12_990, stock: 20 }),
  product({ sku: 'TEE-M', name: 'Polera básica talla M', category: 'Poleras', price: 9_990, stock: 20 }),
  product({ sku: 'TEE-L', name: 'Polera básica talla L', category: 'Poleras', price: 9_990, stock: 20 }),
  product({ sku: 'TOW-BATH', name: 'Toalla de baño', category: 'Toallas', price: 12_990, stock: 20 }),
  product({ sku: 'TOW-HAND', name: 'Toalla de mano', category: 'Toallas', price: 5_990, stock: 20 }),
  product({ sku: 'CUP-GRN', name: 'Vaso térmico verde', category: 'Vasos', price: 8_990, stock: 20 }),
  product({ sku: 'CUP-BLK', name: 'Vaso térmico negro', category: 'Vasos', price: 8_990, stock: 20 }),
]

const cartAfter = (...said: string[]): Record<string, number> => {
  const person: Shopper = createShopper({ faculties, products: PRODUCTS })
  for (const text of said) person.say(text)
  return Object.fromEntries(person.state.cart.lines.map((line) => [line.sku, line.quantity]))
}

describe('an order of several things', () => {
  it.each<[string[], Record<string, number>]>([
    [['dame una polera talla m', 'y 2 vasos verdes y 1 toalla de mano'], { 'TEE-M': 1, 'CUP-GRN': 2, 'TOW-HAND': 1 }],
    [
      ['quiero 2 toallas de baño y 4 de mano', 'lo dije al revés, eran 4 de baño y 2 de mano'],
      { 'TOW-BATH': 4, 'TOW-HAND': 2 },
    ],
    [['me llevo 2 poleras talla L', 'no, mejor una L y una M'], { 'TEE-L': 1, 'TEE-M': 1 }],
    [['dame 2 vasos negros', 'ya entonces uno verde y uno negro'], { 'CUP-GRN': 1, 'CUP-BLK': 1 }],
  ])('%j', (said, cart) => {
    expect(cartAfter(...said)).toEqual(cart)
  })

  it.each<[string[], Record<string, number>]>([
    // A story's numbers count nothing.
    [['mi hijo tiene 8 y la niña 6. dame una polera talla m'], { 'TEE-M': 1 }],
    // A size is no number of things.
    [['dame 1 sustrato de 25'], { 'SOIL-25': 1 }],
  ])('%j is none', (said, cart) => {
    expect(cartAfter(...said)).toEqual(cart)
  })
})
