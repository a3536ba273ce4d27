import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { CatalogProduct } from '../../src/engine/types.ts'

/** A product for tests; what is not given is plain. */
export function product(
  given: Partial<CatalogProduct> & Pick<CatalogProduct, 'sku' | 'name' | 'price'>,
): CatalogProduct {
  return {
    id: `prd_${given.sku}`,
    description: '',
    category: '',
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: 10,
    tags: [],
    aliases: [],
    attributes: {},
    ...given,
  }
}

/** The products of a catalog CSV as the import reads them, enough of it for engine tests. */
export function readCatalog(path: string | URL): CatalogProduct[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true, bom: true }) as Array<
    Record<string, string>
  >
  return rows.map((row) =>
    product({
      sku: row.sku ?? '',
      name: row.name ?? '',
      price: Number(row.price),
      description: row.description ?? '',
      category: row.category ?? '',
      stock: Number(row.stock ?? 0),
      tags: (row.tags ?? '').split(';').filter((tag) => tag !== ''),
    }),
  )
}
