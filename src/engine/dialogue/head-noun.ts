import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'

/** The stem of the word that a product's name begins with: what it is, before what tells it apart. Empty for no name. */
export function headOf(product: Pick<CatalogProduct, 'name'>): string {
  return stem(tokens(product.name)[0]?.norm ?? '')
}

/** A kind of more products than this is a whole shelf: a word then fits one by chance. */
export const MOST_KIN = 60
