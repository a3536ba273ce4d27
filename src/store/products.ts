import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { CatalogProduct, EpochMs, Pesos } from '../engine/types.ts'
import { fromJson, storableText, toJson } from './json.ts'
import type { ProductTable } from './schema.ts'
import type { Db, Dialect } from './store.ts'

/** A product as operators see it: with what is promised and sold. */
export interface Product extends CatalogProduct {
  currency: string
  stocked: number
  reserved: number
  sold: number
  status: 'active' | 'inactive'
  position: number
  createdAt: EpochMs
  updatedAt: EpochMs
}

/** What an import or an update writes. `stock` is what can be sold now; `stocked` follows from it. */
export interface ProductValues {
  sku: string
  name: string
  description: string
  category: string
  price: Pesos
  salePrice: Pesos | null
  saleFrom: EpochMs | null
  saleUntil: EpochMs | null
  currency: string
  stock: number
  status: 'active' | 'inactive'
  tags: readonly string[]
  aliases: readonly string[]
  attributes: Readonly<Record<string, string>>
}

export interface ProductWrite extends ProductValues {
  id: string
  position: number
}

/** Rows a statement: 20 columns × 400 stays far under SQLite's 32,766 parameters and Postgres's 65,535. */
export const PRODUCT_BATCH = 400

export async function findProduct(db: Db, tenantId: string, sku: string): Promise<Product | null> {
  const rows = await findProducts(db, tenantId, [sku])
  return rows[0] ?? null
}

export async function findProducts(db: Db, tenantId: string, skus: readonly string[]): Promise<Product[]> {
  if (skus.length === 0) return []
  return (await bySku(db, tenantId, skus).execute()).map(toProduct)
}

/**
 * The same for whoever is about to write them: on Postgres the rows stay locked until the transaction ends, in the order
 * in which orders take them, so that no unit is reserved between the reading and the writing. SQLite has one writer anyway.
 */
export async function findProductsToWrite(
  trx: Db,
  dialect: Dialect,
  tenantId: string,
  skus: readonly string[],
): Promise<Product[]> {
  if (skus.length === 0) return []
  const query = bySku(trx, tenantId, skus)
  return (await (dialect === 'postgres' ? query.orderBy('id').forUpdate() : query).execute()).map(toProduct)
}

function bySku(db: Db, tenantId: string, skus: readonly string[]) {
  return db
    .selectFrom('product')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('sku', 'in', [...skus])
}

/** All SKUs of a shop, for suggestions and for telling new from known. */
export async function listSkus(db: Db, tenantId: string): Promise<string[]> {
  const rows = await db.selectFrom('product').select('sku').where('tenant_id', '=', tenantId).orderBy('sku').execute()
  return rows.map((row) => row.sku)
}

/**
 * Inserts and overwrites, at most PRODUCT_BATCH at once, rows that the caller read with `findProductsToWrite`. What is
 * reserved and sold stays as it is, so `stocked = available + reserved + sold` holds.
 */
export async function writeProducts(
  trx: Db,
  tenantId: string,
  products: readonly ProductWrite[],
  now: EpochMs,
): Promise<void> {
  if (products.length === 0) return
  await trx
    .insertInto('product')
    .values(products.map((product) => toRow(tenantId, product, now)))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'sku']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        description: row.ref('excluded.description'),
        category: row.ref('excluded.category'),
        price: row.ref('excluded.price'),
        sale_price: row.ref('excluded.sale_price'),
        sale_from: row.ref('excluded.sale_from'),
        sale_until: row.ref('excluded.sale_until'),
        currency: row.ref('excluded.currency'),
        available: row.ref('excluded.available'),
        stocked: sql<number>`excluded.available + product.reserved + product.sold`,
        status: row.ref('excluded.status'),
        tags: row.ref('excluded.tags'),
        aliases: row.ref('excluded.aliases'),
        attributes: row.ref('excluded.attributes'),
        position: row.ref('excluded.position'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute()
}

/** Writes down that someone set what is available. `quantity` is the difference. */
export async function recordStockSet(
  trx: Db,
  tenantId: string,
  moves: ReadonlyArray<{ productId: string; quantity: number }>,
  reason: string,
  now: EpochMs,
): Promise<void> {
  if (moves.length === 0) return
  await trx
    .insertInto('stock_movement')
    .values(
      moves.map((move) => ({
        tenant_id: tenantId,
        product_id: move.productId,
        kind: 'stock' as const,
        quantity: move.quantity,
        order_id: null,
        reason: storableText(reason),
        at: now,
      })),
    )
    .execute()
}

/** The catalog's words changed: daemons rebuild their index. Price and stock alone need no bump. */
export async function bumpCatalogVersion(trx: Db, tenantId: string, now: EpochMs): Promise<void> {
  await trx
    .updateTable('tenant')
    .set((row) => ({ catalog_version: row('catalog_version', '+', 1), updated_at: now }))
    .where('id', '=', tenantId)
    .execute()
}

/** The highest place in the catalog's order; new products follow it. −1 where there is none. */
export async function lastPosition(db: Db, tenantId: string): Promise<number> {
  const row = await db
    .selectFrom('product')
    .select((fields) => fields.fn.max('position').as('last'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row?.last ?? -1
}

export interface ProductFilter {
  /** Part of SKU, name, category, tags or aliases, without regard to case. */
  text?: string
  category?: string
  status?: 'active' | 'inactive'
  soldOut?: boolean
}

/** A page in the catalog's order, and how many there are in all. */
export async function pageProducts(
  db: Db,
  tenantId: string,
  filter: ProductFilter,
  page: { offset: number; limit: number },
): Promise<{ products: Product[]; total: number }> {
  const base = filtered(db, tenantId, filter)
  const [rows, count] = await Promise.all([
    base.selectAll().orderBy('position').orderBy('sku').limit(page.limit).offset(page.offset).execute(),
    base.select((fields) => fields.fn.countAll<number>().as('total')).executeTakeFirst(),
  ])
  return { products: rows.map(toProduct), total: count?.total ?? 0 }
}

/** Every product in the catalog's order, a page at a time: an export of 50,000 never holds more than one page. */
export async function* streamProducts(db: Db, tenantId: string, pageSize = 1000): AsyncGenerator<Product[]> {
  let last: { position: number; sku: string } | undefined
  for (;;) {
    let query = db.selectFrom('product').selectAll().where('tenant_id', '=', tenantId)
    if (last) {
      const { position, sku } = last
      query = query.where((row) =>
        row.or([row('position', '>', position), row.and([row('position', '=', position), row('sku', '>', sku)])]),
      )
    }
    const rows = await query.orderBy('position').orderBy('sku').limit(pageSize).execute()
    if (rows.length === 0) return
    yield rows.map(toProduct)
    last = rows.at(-1)
  }
}

export interface LoadedCatalog {
  products: CatalogProduct[]
  /** The version that these words are of. */
  version: number
  /** The latest change among them; `loadChanges` goes on from here. */
  changedAt: EpochMs
}

/** The products that a shop sells, in its own order, with what can be sold now. Null where there is no such shop. */
export async function loadCatalog(db: Db, tenantId: string): Promise<LoadedCatalog | null> {
  // The version is read first: a change between the two reads is seen again, never missed.
  const tenant = await db.selectFrom('tenant').select('catalog_version').where('id', '=', tenantId).executeTakeFirst()
  if (!tenant) return null
  const rows = await db
    .selectFrom('product')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .orderBy('position')
    .orderBy('sku')
    .execute()
  let changedAt = 0
  for (const row of rows) changedAt = Math.max(changedAt, row.updated_at)
  return { products: rows.map(toCatalogProduct), version: tenant.catalog_version, changedAt }
}

export interface CatalogChanges {
  /** Moved: words changed, or products came or went; load the whole. */
  version: number
  changes: Array<Pick<CatalogProduct, 'sku' | 'stock' | 'price' | 'salePrice' | 'saleFrom' | 'saleUntil'>>
  changedAt: EpochMs
}

/**
 * How far back a change is looked for again: a turn stamps its rows when it starts and commits later, and daemons'
 * clocks differ. Seeing a change twice is harmless.
 */
const OVERLAP_MS = 5000

/**
 * Prices and stock that changed after `seen.changedAt`, and the version of the words. Null where there is no such shop.
 *
 * `seen.heldMs`: for how long the caller has known of that change. After twice the overlap whatever else was stamped up to
 * then is committed and was read; a catalog imported in one transaction carries one stamp, and would be read whole forever.
 */
export async function loadChanges(
  db: Db,
  tenantId: string,
  seen: { changedAt: EpochMs; heldMs: number },
): Promise<CatalogChanges | null> {
  const from = seen.heldMs >= 2 * OVERLAP_MS ? seen.changedAt + 1 : seen.changedAt - OVERLAP_MS
  const tenant = await db.selectFrom('tenant').select('catalog_version').where('id', '=', tenantId).executeTakeFirst()
  if (!tenant) return null
  const rows = await db
    .selectFrom('product')
    .select(['sku', 'available', 'price', 'sale_price', 'sale_from', 'sale_until', 'updated_at'])
    .where('tenant_id', '=', tenantId)
    .where('updated_at', '>=', from)
    .execute()
  let { changedAt } = seen
  for (const row of rows) changedAt = Math.max(changedAt, row.updated_at)
  return {
    version: tenant.catalog_version,
    changes: rows.map((row) => ({
      sku: row.sku,
      stock: row.available,
      price: row.price,
      salePrice: row.sale_price,
      saleFrom: row.sale_from,
      saleUntil: row.sale_until,
    })),
    changedAt,
  }
}

function filtered(db: Db, tenantId: string, filter: ProductFilter) {
  let query = db.selectFrom('product').where('tenant_id', '=', tenantId)
  if (filter.text !== undefined && filter.text !== '') {
    const pattern = `%${filter.text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const like = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
    query = query.where((row) => row.or(['sku', 'name', 'category', 'tags', 'aliases'].map((column) => like(column))))
  }
  if (filter.category !== undefined) query = query.where('category', '=', filter.category)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.soldOut !== undefined) query = query.where('available', filter.soldOut ? '=' : '>', 0)
  return query
}

function toRow(tenantId: string, product: ProductWrite, now: EpochMs): Insertable<ProductTable> {
  return {
    tenant_id: tenantId,
    id: product.id,
    sku: storableText(product.sku),
    name: storableText(product.name),
    description: storableText(product.description),
    category: storableText(product.category),
    price: product.price,
    sale_price: product.salePrice,
    sale_from: product.saleFrom,
    sale_until: product.saleUntil,
    currency: product.currency,
    stocked: product.stock,
    available: product.stock,
    status: product.status,
    tags: storableText(toJson(product.tags)),
    aliases: storableText(toJson(product.aliases)),
    attributes: storableText(toJson(product.attributes)),
    position: product.position,
    created_at: now,
    updated_at: now,
  }
}

function toCatalogProduct(row: Selectable<ProductTable>): CatalogProduct {
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    description: row.description,
    category: row.category,
    price: row.price,
    salePrice: row.sale_price,
    saleFrom: row.sale_from,
    saleUntil: row.sale_until,
    stock: row.available,
    tags: fromJson<string[]>(row.tags),
    aliases: fromJson<string[]>(row.aliases),
    attributes: fromJson<Record<string, string>>(row.attributes),
  }
}

function toProduct(row: Selectable<ProductTable>): Product {
  return {
    ...toCatalogProduct(row),
    currency: row.currency,
    stocked: row.stocked,
    reserved: row.reserved,
    sold: row.sold,
    status: row.status,
    position: row.position,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
