import type { ProductDocument } from '../services/products/to-product-document.ts'
import { facts, table } from './table.ts'

export function productTable(
  rows: readonly ProductDocument[],
  page: { total: number; page: number; limit: number; tenant: string },
): string {
  if (rows.length === 0) {
    return page.total === 0
      ? `no products: botctl product import catalogo.csv --tenant ${page.tenant}`
      : `there are ${page.total}, and none on page ${page.page}`
  }
  const text = table(rows, [
    { header: 'SKU', value: (row) => row.sku, max: 24 },
    { header: 'NAME', value: (row) => row.name, max: 44 },
    { header: 'CATEGORY', value: (row) => row.category, max: 20 },
    { header: 'PRICE', value: (row) => pesos(row.price), align: 'right' },
    { header: 'SALE', value: (row) => (row.sale_price === null ? '' : pesos(row.sale_price)), align: 'right' },
    { header: 'STOCK', value: (row) => (row.stock === 0 ? 'sold out' : row.stock), align: 'right' },
    { header: 'STATUS', value: (row) => row.status },
  ])
  const shown = (page.page - 1) * page.limit + rows.length
  return shown < page.total ? `${text}\n${shown} of ${page.total}; --page ${page.page + 1} shows more` : text
}

export function productFacts(row: ProductDocument): string {
  return facts([
    ['sku', row.sku],
    ['name', row.name],
    ['description', row.description || null],
    ['category', row.category || null],
    ['price', pesos(row.price)],
    ['sale', row.sale_price === null ? null : `${pesos(row.sale_price)} ${span(row.sale_from, row.sale_until)}`.trim()],
    ['stock', `${row.stock} to sell, ${row.reserved} in unpaid orders, ${row.sold} sold`],
    ['status', row.status],
    ['tags', row.tags.join(', ') || null],
    ['aliases', row.aliases.join(', ') || null],
    ...Object.entries(row.attributes).map(([key, value]) => [key, value] as const),
    ['changed', row.updated_at],
  ])
}

function pesos(amount: number): string {
  return `$${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`
}

function span(from: string | null, until: string | null): string {
  return [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')
}
