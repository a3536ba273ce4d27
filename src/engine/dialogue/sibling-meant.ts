import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { pickByWords } from './pick.ts'
import { findProducts, type Talk } from './talk.ts'

/** "talla M", "aro 16": a size, and no thing. */
export const SIZE_ALONE = /^(?:(?:talla|numero|nro|aro|calce) \d{1,3}|(?:talla )?(?:x{0,3}[sl]|m))$/

/** Of the same kind as `before`, the one that the words pick; among several the one most like it by name. */
export function siblingMeant(talk: Talk, before: CatalogProduct, text: string): CatalogProduct | null {
  const listed = talk.state.listed.includes(before.sku) ? talk.state.listed : []
  const shelf = talk.input.catalog.inCategory(before.category)
  const others = findProducts(talk, listed).filter((product) => product.category !== before.category)
  const kin = [...shelf, ...others].filter((product) => product.sku !== before.sku)
  const picked = kin.length > 200 ? [] : pickByWords(talk, kin, text)
  if (picked.length < 2) return picked[0] ?? null
  const own = new Set(tokens(before.name).map((token) => token.text))
  const alike = picked.map((product) => ({
    product,
    shared: tokens(product.name).filter((token) => own.has(token.text)).length,
  }))
  const most = Math.max(...alike.map((each) => each.shared))
  const best = alike.filter((each) => each.shared === most)
  return best.length === 1 && most > 0 ? (best[0]?.product ?? null) : null
}
