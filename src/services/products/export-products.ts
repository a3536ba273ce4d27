import { streamProducts, type Product } from '../../store/products.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'

/** Columns in the order of the contract, then those that only some catalogs have. */
const COLUMNS = ['sku', 'name', 'description', 'category', 'price', 'currency', 'stock', 'tags'] as const
const OPTIONAL = ['sale_price', 'sale_from', 'sale_until', 'aliases', 'status'] as const

/**
 * A shop's catalog as text, a piece at a time: CSV or an array of JSON objects, both of which `import` takes back
 * without a difference. Throws `tenant_not_found` (66).
 */
export function createProductExporter(deps: {
  store: Store
}): (request: { tenant: string; format: 'csv' | 'json' }) => AsyncGenerator<string> {
  return async function* ({ tenant: slug, format }) {
    const tenant = await requireTenant(deps.store.db, slug)
    if (format === 'json') yield* asJson(deps.store, tenant.id)
    else yield* asCsv(deps.store, tenant.id)
  }
}

/** One product as `import` reads it. */
export function toProductRecord(product: Product): Record<string, unknown> {
  return {
    sku: product.sku,
    name: product.name,
    description: product.description,
    category: product.category,
    price: product.price,
    currency: product.currency,
    stock: product.stock,
    tags: product.tags,
    sale_price: product.salePrice,
    sale_from: isoOf(product.saleFrom),
    sale_until: isoOf(product.saleUntil),
    aliases: product.aliases,
    status: product.status,
    attributes: product.attributes,
  }
}

async function* asJson(store: Store, tenantId: string): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const page of streamProducts(store.db, tenantId)) {
    for (const product of page) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(toProductRecord(product))}`
      first = false
    }
  }
  yield first ? ']\n' : '\n]\n'
}

async function* asCsv(store: Store, tenantId: string): AsyncGenerator<string> {
  // The header must name every column before the first row: one pass to see what there is, one to write.
  const optional = new Set<string>()
  const attributes = new Set<string>()
  for await (const page of streamProducts(store.db, tenantId)) {
    for (const product of page) {
      const record = toProductRecord(product)
      for (const column of OPTIONAL) if (!isDefault(column, record[column])) optional.add(column)
      for (const key of Object.keys(product.attributes)) attributes.add(key)
    }
  }
  const columns = [...COLUMNS, ...OPTIONAL.filter((column) => optional.has(column))]
  const further = [...attributes].sort()
  yield `${[...columns, ...further].map(cellOf).join(',')}\n`
  for await (const page of streamProducts(store.db, tenantId)) {
    let text = ''
    for (const product of page) {
      const record = toProductRecord(product)
      const cells = [...columns.map((column) => record[column]), ...further.map((key) => product.attributes[key])]
      text += `${cells.map(cellOf).join(',')}\n`
    }
    yield text
  }
}

function isDefault(column: string, value: unknown): boolean {
  if (column === 'status') return value === 'active'
  return value === null || (Array.isArray(value) && value.length === 0)
}

/**
 * A cell. Texts that a spreadsheet would take for a formula get an apostrophe in front, which `import` takes off again:
 * a product's name must not run on whoever opens the file.
 */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = Array.isArray(value) ? value.join(';') : typeof value === 'string' ? value : JSON.stringify(value)
  const safe = /^'?[=+\-@\t\r]|^'+/.test(text) ? `'${text}` : text
  return /[",;\n\r\t|]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
