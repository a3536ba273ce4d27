import type { CartItem, CatalogProduct, EpochMs, Pesos } from '../types.ts'
import { applyDiscounts, type AppliedDiscount, type Discount, type DiscountRefusal } from './discounts.ts'
import { quoteShipping, type Destination, type ShippingQuote, type ShippingZone } from './shipping.ts'

export type PricedProduct = Pick<
  CatalogProduct,
  'sku' | 'name' | 'category' | 'price' | 'salePrice' | 'saleFrom' | 'saleUntil'
>

export interface PricingRequest {
  items: readonly CartItem[]
  /** The shop's products by SKU; what is not in it is not sold, and left out with a note. */
  products: ReadonlyMap<string, PricedProduct>
  discounts: readonly Discount[]
  /** The code that the shopper brought, as written; null: none. */
  coupon: string | null
  /** How often this shopper has used each discount, by id. */
  contactUses: Readonly<Record<string, number>>
  zones: readonly ShippingZone[]
  /** Where to; null while it is not known. */
  destination: Destination | null
  now: EpochMs
}

export interface PricedLine {
  sku: string
  name: string
  quantity: number
  /** What one costs before sales and discounts. */
  listPrice: Pesos
  /** What one costs now, the sale price where one is on; discounts come off the line, not off this. */
  unitPrice: Pesos
  /** quantity × unitPrice. */
  amount: Pesos
  /** What discounts take off this line. */
  discount: Pesos
}

export type PricingNote =
  | { note: 'unknown_product'; sku: string }
  | { note: 'coupon_refused'; reason: DiscountRefusal; minimum?: Pesos }
  /** Where to is not known: the total is without shipping. */
  | { note: 'shipping_unknown' }
  /** The shop does not deliver there: no order can be placed for it. */
  | { note: 'undeliverable' }
  /** This much more and shipping is free. */
  | { note: 'free_shipping_at'; missing: Pesos }

export interface PricedCart {
  lines: PricedLine[]
  subtotal: Pesos
  /** The sum of `discounts`; never above the subtotal. */
  discount: Pesos
  discounts: AppliedDiscount[]
  shipping: Pesos
  /** How `shipping` came about: unknown, pickup, unpriced, quoted (with its zone) or undeliverable. */
  quote: ShippingQuote
  /** subtotal − discount + shipping. */
  total: Pesos
  notes: PricingNote[]
}

/**
 * The one pricing function: search, cart, order and payment all ask it. Whole pesos in, whole pesos out, never negative.
 * Discounts follow the rules of `applyDiscounts`, shipping those of `quoteShipping`. Free shipping looks at the subtotal
 * before discounts, so that no coupon ever makes a cart dearer.
 */
export function priceCart(request: PricingRequest): PricedCart {
  const notes: PricingNote[] = []
  const lines: PricedLine[] = []
  const categories: string[] = []
  for (const { sku, quantity } of merge(request.items)) {
    const product = request.products.get(sku)
    if (product === undefined) {
      notes.push({ note: 'unknown_product', sku })
      continue
    }
    const unit = unitPrice(product, request.now)
    const amount = unit * quantity
    lines.push({ sku, name: product.name, quantity, listPrice: product.price, unitPrice: unit, amount, discount: 0 })
    categories.push(product.category)
  }
  const subtotal = lines.reduce((total, line) => total + line.amount, 0)

  const outcome = applyDiscounts({
    lines: lines.map((line, index) => ({ sku: line.sku, category: categories[index] ?? '', amount: line.amount })),
    discounts: request.discounts,
    coupon: request.coupon,
    contactUses: request.contactUses,
    now: request.now,
  })
  lines.forEach((line, index) => (line.discount = outcome.perLine[index] ?? 0))
  const discount = outcome.applied.reduce((total, each) => total + each.amount, 0)
  if (outcome.couponRefusal !== null) notes.push({ note: 'coupon_refused', ...outcome.couponRefusal })

  // Nothing to send costs nothing to send.
  const quote: ShippingQuote =
    lines.length === 0
      ? { state: 'unknown', price: 0, zone: null }
      : quoteShipping(request.zones, request.destination, subtotal)
  if (quote.state === 'unknown' && lines.length > 0) notes.push({ note: 'shipping_unknown' })
  if (quote.state === 'undeliverable') notes.push({ note: 'undeliverable' })
  if (quote.state === 'quoted' && !quote.free && quote.zone.freeFrom !== null) {
    notes.push({ note: 'free_shipping_at', missing: quote.zone.freeFrom - subtotal })
  }

  return {
    lines,
    subtotal,
    discount,
    discounts: outcome.applied,
    shipping: quote.price,
    quote,
    total: subtotal - discount + quote.price,
    notes,
  }
}

/**
 * What one unit costs at `now`: the sale price from `saleFrom` (inclusive) until `saleUntil` (exclusive), where it is
 * lower than the list price; else the list price.
 */
export function unitPrice(
  product: Pick<CatalogProduct, 'price' | 'salePrice' | 'saleFrom' | 'saleUntil'>,
  now: EpochMs,
): Pesos {
  const { salePrice, saleFrom, saleUntil } = product
  if (salePrice === null || salePrice >= product.price) return product.price
  if (saleFrom !== null && now < saleFrom) return product.price
  if (saleUntil !== null && now >= saleUntil) return product.price
  return salePrice
}

/** One line a SKU, in the order of first mention; quantities that are no positive whole number count for nothing. */
function merge(items: readonly CartItem[]): CartItem[] {
  const bySku = new Map<string, number>()
  for (const { sku, quantity } of items) {
    const whole = Math.trunc(quantity)
    if (!Number.isFinite(whole) || whole <= 0) continue
    bySku.set(sku, (bySku.get(sku) ?? 0) + whole)
  }
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity }))
}
