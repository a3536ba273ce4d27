import type { CatalogProduct } from '../types.ts'

/**
 * Products by SKU over an array and the places in it: a change of stock makes a new array and shares the places, instead
 * of copying a map of 50,000.
 */
export function bySkuOf(
  products: readonly CatalogProduct[],
  places: ReadonlyMap<string, number>,
): ReadonlyMap<string, CatalogProduct> {
  return new BySku(products, places)
}

class BySku implements ReadonlyMap<string, CatalogProduct> {
  readonly #products: readonly CatalogProduct[]
  readonly #places: ReadonlyMap<string, number>

  constructor(products: readonly CatalogProduct[], places: ReadonlyMap<string, number>) {
    this.#products = products
    this.#places = places
  }

  get size(): number {
    return this.#places.size
  }

  get(sku: string): CatalogProduct | undefined {
    const place = this.#places.get(sku)
    return place === undefined ? undefined : this.#products[place]
  }

  has(sku: string): boolean {
    return this.#places.has(sku)
  }

  forEach(visit: (product: CatalogProduct, sku: string, map: ReadonlyMap<string, CatalogProduct>) => void): void {
    for (const [sku, product] of this) visit(product, sku, this)
  }

  keys(): MapIterator<string> {
    return this.#places.keys()
  }

  *values(): MapIterator<CatalogProduct> {
    for (const place of this.#places.values()) yield this.#products[place]!
  }

  *entries(): MapIterator<[string, CatalogProduct]> {
    for (const [sku, place] of this.#places) yield [sku, this.#products[place]!]
  }

  [Symbol.iterator](): MapIterator<[string, CatalogProduct]> {
    return this.entries()
  }
}
