import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { CatalogProduct } from '../../src/engine/types.ts'

/** Reads a catalog CSV as the engine sees it, with no database in between. */
export function readCatalog(path: string): CatalogProduct[] {
  const rows: Array<Record<string, string>> = parse(readFileSync(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  })
  return rows.map((row) => catalogProduct({ ...row, price: Number(row['price']), stock: Number(row['stock']) }, row))
}

/** A product from whatever a test cares about. */
export function catalogProduct(
  fields: Partial<Pick<CatalogProduct, 'sku' | 'name' | 'description' | 'category' | 'price' | 'stock'>>,
  lists: { tags?: string; aliases?: string } = {},
): CatalogProduct {
  const split = (text: string | undefined) => (text ?? '').split(';').filter((item) => item !== '')
  return {
    id: fields.sku ?? '',
    sku: fields.sku ?? '',
    name: fields.name ?? '',
    description: fields.description ?? '',
    category: fields.category ?? '',
    price: fields.price ?? 1000,
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: fields.stock ?? 5,
    tags: split(lists.tags),
    aliases: split(lists.aliases),
    attributes: {},
  }
}
