import { isDeepStrictEqual } from 'node:util'
import { BotctlError, EXIT } from '../../errors.ts'
import { storableText, toJson } from '../../store/json.ts'
import {
  bumpCatalogVersion,
  findProductsToWrite,
  recordStockSet,
  writeProducts,
  type Product,
} from '../../store/products.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { readRow } from './product-row.ts'
import { requireProduct } from './require-product.ts'

/** What may be changed, as typed: the same checks as an import's. Empty text takes a sale or a text away. */
export interface ProductUpdate {
  name?: string | undefined
  description?: string | undefined
  category?: string | undefined
  price?: string | undefined
  sale_price?: string | undefined
  sale_from?: string | undefined
  sale_until?: string | undefined
  stock?: string | undefined
  tags?: string | undefined
  aliases?: string | undefined
  status?: string | undefined
  /** `key=value` pairs; an empty value takes the attribute away. */
  attributes?: Readonly<Record<string, string>> | undefined
}

/**
 * Changes one product, writes down who did it and why, and moves stock with a movement. A product that is already so is
 * left alone. Throws `tenant_not_found`, `product_not_found` (66), `nothing_to_change` (64), `product_invalid` (65).
 */
export function createProductUpdater(deps: {
  store: Store
  now: () => number
}): (request: {
  tenant: string
  sku: string
  update: ProductUpdate
  reason: string
  actor: string
}) => Promise<{ before: Product; after: Product }> {
  return async ({ tenant: slug, sku, update, reason, actor }) => {
    const given = Object.entries(update).filter(([, value]) => value !== undefined)
    if (given.length === 0) {
      throw new BotctlError('nothing_to_change', 'nothing to change was given', {
        hint: 'give at least one of --price, --stock, --name, --sale-price, --status, --tags, --aliases, --category, --description, --attribute',
        exit: EXIT.usage,
      })
    }
    return deps.store.transaction(async (trx) => {
      const tenant = await requireTenant(trx, slug)
      const found = await requireProduct(trx, tenant.id, sku)
      const [before = found] = await findProductsToWrite(trx, deps.store.dialect, tenant.id, [found.sku])
      const fields = new Map<string, unknown>([
        ['sku', before.sku],
        ['name', before.name],
        ['price', before.price],
        ...given.filter(([field]) => field !== 'attributes'),
      ])
      const { values, rejected } = readRow({ line: 1, fields, cells: null, escaped: false }, tenant.timezone)
      if (values === null) {
        throw new BotctlError('product_invalid', `${rejected[0]?.field} ${rejected[0]?.reason}`, {
          hint: 'botctl product update --help shows what each takes',
          details: { rejected: rejected.map(({ field, reason }) => ({ field, reason })) },
          exit: EXIT.badData,
        })
      }
      const after = {
        ...before,
        ...values,
        attributes: withAttributes(before.attributes, update.attributes ?? {}),
      }
      if (after.salePrice !== null && after.salePrice >= after.price) {
        throw new BotctlError('product_invalid', 'sale_price is not below the price', {
          hint: 'give --sale-price "" to end the sale, or a lower one',
          exit: EXIT.badData,
        })
      }
      if (isDeepStrictEqual(before, after)) return { before, after: before }
      const now = deps.now()
      await writeProducts(trx, tenant.id, [after], now)
      if (after.stock !== before.stock) {
        await recordStockSet(
          trx,
          tenant.id,
          [{ productId: before.id, quantity: after.stock - before.stock }],
          reason,
          now,
        )
      }
      if (wordsChanged(before, after)) await bumpCatalogVersion(trx, tenant.id, now)
      await trx
        .insertInto('audit')
        .values({
          tenant_id: tenant.id,
          actor: storableText(actor),
          action: 'product.update',
          object: before.sku,
          before: storableText(toJson(changedFields(before, after))),
          after: storableText(toJson({ ...changedFields(after, before), reason })),
          at: now,
        })
        .execute()
      return { before, after: await requireProduct(trx, tenant.id, before.sku) }
    })
  }
}

const WORDS = ['name', 'description', 'category', 'tags', 'aliases', 'attributes', 'status'] as const

function wordsChanged(before: Product, after: Product): boolean {
  return WORDS.some((field) => !isDeepStrictEqual(before[field], after[field]))
}

/** Of `one`, the fields that are other in `other`: what an audit needs to tell. */
function changedFields(one: Product, other: Product): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(one).filter(([key, value]) => !isDeepStrictEqual(value, other[key as keyof Product])),
  )
}

function withAttributes(
  before: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  const after = { ...before }
  for (const [key, value] of Object.entries(changes)) {
    if (value === '') delete after[key]
    else after[key] = storableText(value).slice(0, 2000)
  }
  return after
}
