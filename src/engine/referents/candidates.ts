import type { CatalogHit, CatalogIndex } from '../catalog/types.ts'
import { headOf, MOST_KIN } from '../catalog/head-noun.ts'
import type { CatalogProduct } from '../types.ts'
import type { Table } from './types.ts'

/** Nothing said points at more than these. */
const MOST = 40
/** Lines of a cart whose kin come into question, the latest. */
const KIN_OF_LINES = 3

/**
 * Whatever the words may point at: what is asked about, talked about, listed, in the cart, found by these words, and the
 * kin of what is on the table ("¿y el de 250?").
 */
export function candidateProducts(
  index: CatalogIndex,
  table: Table,
  found: ReadonlyArray<readonly CatalogHit[]>,
): CatalogProduct[] {
  const pool = new Map<string, CatalogProduct>()
  const add = (product: CatalogProduct | undefined) => {
    if (product && pool.size < MOST) pool.set(product.sku, product)
  }
  const shelves = new Set<string>()
  const addKin = (sku: string | null | undefined) => {
    const product = sku ? index.bySku.get(sku) : undefined
    if (!product) return
    const head = headOf(product)
    // Lines of one kind share their kin, and a shelf may hold thousands.
    const shelf = `${head}\n${product.category}`
    if (shelves.has(shelf)) return
    shelves.add(shelf)
    for (const each of index.inCategory(product.category).slice(0, MOST_KIN)) if (headOf(each) === head) add(each)
  }
  for (const sku of [...table.askedOf, ...table.focus, ...table.listed, ...table.cart]) add(index.bySku.get(sku))
  for (const hits of found) for (const hit of hits) add(hit.product)
  addKin(table.focus[0])
  addKin(table.lastLine)
  for (const sku of table.cart.slice(-KIN_OF_LINES)) addKin(sku)
  return [...pool.values()]
}
