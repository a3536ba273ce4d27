import { Readable } from 'node:stream'
import { z } from 'zod'
import { createProductImporter } from '../../../services/products/import-products.ts'
import { requireProduct } from '../../../services/products/require-product.ts'
import { toProductDocument } from '../../../services/products/to-product-document.ts'
import { createProductUpdater } from '../../../services/products/update-product.ts'
import { pageProductKeys } from '../../../store/api-lists.ts'
import { findProducts } from '../../../store/products.ts'
import { decodeCursor, pageOf, pageQuery, tenantQuery, toPage } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const product = z.object({
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  price: z.number(),
  sale_price: z.number().nullable(),
  sale_from: z.string().nullable(),
  sale_until: z.string().nullable(),
  currency: z.string(),
  stock: z.number().describe('what can be sold now'),
  stocked: z.number(),
  reserved: z.number(),
  sold: z.number(),
  status: z.enum(['active', 'inactive']),
  tags: z.array(z.string()),
  aliases: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
  updated_at: z.string(),
})
/** Some ten thousand products. Larger catalogs go through `product import`, which holds no file in memory. */
const CATALOG_LIMIT = 4 * 1024 * 1024
const params = z.object({ slug: z.string().max(100), sku: z.string().max(200) })

export const productRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/products',
    summary: 'Products, by shop and SKU',
    role: 'viewer',
    query: z.strictObject({
      ...tenantQuery,
      ...pageQuery,
      q: z.string().max(200).optional().describe('part of SKU, name or category'),
      status: z.enum(['active', 'inactive']).optional(),
    }),
    response: pageOf(product.extend({ tenant: z.string() })),
    async handle({ store }, { scope, query }) {
      const keys = await pageProductKeys(store.db, {
        tenantId: scope,
        q: query.q,
        status: query.status,
        after: decodeCursor(query.cursor, z.object({ tenant: z.string(), sku: z.string() })),
        limit: query.limit + 1,
      })
      const documents = new Map<string, ReturnType<typeof toProductDocument>>()
      for (const tenantId of new Set(keys.map((key) => key.tenantId))) {
        const skus = keys.filter((key) => key.tenantId === tenantId).map((key) => key.sku)
        for (const found of await findProducts(store.db, tenantId, skus))
          documents.set(`${tenantId} ${found.sku}`, toProductDocument(found))
      }
      const rows = keys.flatMap((key) => {
        const found = documents.get(`${key.tenantId} ${key.sku}`)
        return found === undefined ? [] : [{ ...key, found }]
      })
      return toPage(
        rows,
        query.limit,
        ({ tenant, found }) => ({ tenant, ...found, tags: [...found.tags], aliases: [...found.aliases] }),
        ({ tenant, sku }) => ({ tenant, sku }),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/products/:sku',
    summary: 'One product',
    role: 'viewer',
    params,
    response: product,
    async handle({ store }, { tenant, params: { sku } }) {
      const found = toProductDocument(await requireProduct(store.db, tenant!.id, sku))
      return { ...found, tags: [...found.tags], aliases: [...found.aliases] }
    },
  }),
  defineWrite({
    method: 'PATCH',
    path: '/api/clients/:slug/products/:sku',
    summary: 'Change price, stock or words of a product',
    role: 'operator',
    audit: null,
    params,
    body: z.strictObject({
      name: z.string().min(1).max(300).optional(),
      description: z.string().max(5000).optional(),
      category: z.string().max(200).optional(),
      price: z.number().int().min(0).optional().describe('whole pesos'),
      sale_price: z.number().int().min(0).nullable().optional().describe('null ends the sale'),
      stock: z.number().int().min(0).optional().describe('what there is on the shelf'),
      tags: z.array(z.string().max(100)).max(50).optional(),
      aliases: z.array(z.string().max(100)).max(50).optional(),
      status: z.enum(['active', 'inactive']).optional(),
      reason: z.string().max(200).default('api'),
    }),
    response: product,
    async handle({ store, now }, { tenant, params: { sku }, body, actor }) {
      const { reason, price, sale_price, stock, tags, aliases, ...words } = body
      const { after } = await createProductUpdater({ store, now })({
        tenant: tenant!.slug,
        sku,
        reason,
        actor,
        // The same strings that the import takes, so that the same checks hold.
        update: {
          ...words,
          price: price?.toString(),
          sale_price: sale_price === null ? '' : sale_price?.toString(),
          stock: stock?.toString(),
          tags: tags?.join(';'),
          aliases: aliases?.join(';'),
        },
      })
      const shown = toProductDocument(after)
      return { data: { ...shown, tags: [...shown.tags], aliases: [...shown.aliases] }, object: after.sku }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/products/import',
    summary: 'Take a catalog in, CSV or JSON: the whole file or nothing unless `partial`',
    role: 'operator',
    audit: null,
    bodyLimit: CATALOG_LIMIT,
    params: z.object({ slug: z.string().max(100) }),
    body: z.strictObject({
      catalog: z.string().min(1).describe('the file’s text'),
      partial: z.boolean().default(false).describe('write the good rows and report the bad ones'),
    }),
    response: z.object({
      written: z.boolean().describe('false where bad rows kept everything from being written'),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      rejected: z.array(z.object({ line: z.number(), field: z.string(), reason: z.string() })),
    }),
    async handle({ store, now }, { tenant, body, actor }) {
      const { report, written } = await createProductImporter({ store, now, actor })({
        tenant: tenant!.slug,
        source: Readable.from([Buffer.from(body.catalog)]),
        partial: body.partial,
      })
      return { data: { written, ...report }, object: tenant!.slug }
    },
  }),
]
