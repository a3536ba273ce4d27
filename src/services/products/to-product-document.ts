import type { Product } from '../../store/products.ts'

/** A product as commands and the API print it. Money is whole pesos, times are ISO 8601. */
export interface ProductDocument {
  sku: string
  name: string
  description: string
  category: string
  price: number
  sale_price: number | null
  sale_from: string | null
  sale_until: string | null
  currency: string
  /** What can be sold now. */
  stock: number
  stocked: number
  reserved: number
  sold: number
  status: 'active' | 'inactive'
  tags: readonly string[]
  aliases: readonly string[]
  attributes: Readonly<Record<string, string>>
  updated_at: string
}

export function toProductDocument(product: Product): ProductDocument {
  return {
    sku: product.sku,
    name: product.name,
    description: product.description,
    category: product.category,
    price: product.price,
    sale_price: product.salePrice,
    sale_from: isoOf(product.saleFrom),
    sale_until: isoOf(product.saleUntil),
    currency: product.currency,
    stock: product.stock,
    stocked: product.stocked,
    reserved: product.reserved,
    sold: product.sold,
    status: product.status,
    tags: product.tags,
    aliases: product.aliases,
    attributes: product.attributes,
    updated_at: new Date(product.updatedAt).toISOString(),
  }
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
