import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'

/** The stem of the word that a product's name begins with: what it is, before what tells it apart. Empty for no name. */
export function headOf(product: Pick<CatalogProduct, 'name'>): string {
  let head = heads.get(product)
  if (head === undefined) {
    head = stem(tokens(product.name)[0]?.norm ?? '')
    heads.set(product, head)
  }
  return head
}

/** Whole categories are asked for theirs, turn after turn. */
const heads = new WeakMap<Pick<CatalogProduct, 'name'>, string>()

/** A kind of more products than this is a whole shelf: a word then fits one by chance. */
export const MOST_KIN = 60
