import { BotctlError, EXIT } from '../../errors.ts'
import { findProduct, listSkus, type Product } from '../../store/products.ts'
import type { Db } from '../../store/store.ts'

/** The product of that SKU, whatever its case. Throws `product_not_found` (66), naming the one that was probably meant. */
export async function requireProduct(db: Db, tenantId: string, sku: string): Promise<Product> {
  const exact = await findProduct(db, tenantId, sku)
  if (exact) return exact
  const skus = await listSkus(db, tenantId)
  const same = skus.find((other) => other.toLowerCase() === sku.toLowerCase())
  if (same !== undefined) {
    const found = await findProduct(db, tenantId, same)
    if (found) return found
  }
  const { editDistance } = await import('../../engine/text/distance.ts')
  const close = skus.find((other) => editDistance(other.toLowerCase(), sku.toLowerCase(), 2) <= 2)
  throw new BotctlError('product_not_found', 'the shop has no product with that SKU', {
    hint: close === undefined ? 'botctl product list shows them' : `did you mean ${close}?`,
    exit: EXIT.notFound,
  })
}
