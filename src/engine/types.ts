/**
 * The engine's vocabulary. The engine is pure and synchronous: state, message and facts in; state, effects and replies
 * out. It knows no clock, no randomness, no I/O, no channel, no SQL.
 */

/** Whole Chilean pesos, never negative, never fractional. */
export type Pesos = number

/** Milliseconds since the Unix epoch, UTC. */
export type EpochMs = number

export const INTENTS = [
  'greeting',
  'goodbye',
  'thanks',
  'smalltalk',
  'help',
  'browse_catalog',
  'browse_category',
  'recommend',
  'product_info',
  'price_query',
  'stock_query',
  'promotions',
  'buy_product',
  'remove_from_cart',
  'change_quantity',
  'view_cart',
  'clear_cart',
  'checkout',
  'affirm',
  'deny',
  'select_option',
  'provide_info',
  'payment_methods',
  'payment_status',
  'order_status',
  'cancel_order',
  'shipping',
  'store_info',
  'returns',
  'complaint',
  'human_agent',
  'opt_out',
  'opt_in',
  'out_of_scope',
] as const
/** The taxonomy is a contract: history, JSON results and analytics use these names and no others. */
export type Intent = (typeof INTENTS)[number]

/** A product as the engine sees it. `stock` is what can still be sold now (stocked − reserved − sold). */
export interface CatalogProduct {
  id: string
  sku: string
  name: string
  description: string
  category: string
  /** The list price. What a shopper pays comes from `commerce/pricing` alone. */
  price: Pesos
  salePrice: Pesos | null
  saleFrom: EpochMs | null
  saleUntil: EpochMs | null
  stock: number
  tags: readonly string[]
  aliases: readonly string[]
  /** Further columns of the import: image_url, weight_g, colour, size … */
  attributes: Readonly<Record<string, string>>
}

/** What arrived from the shopper, whatever the channel. */
export interface InboundMessage {
  id: string
  at: EpochMs
  kind:
    | 'text'
    | 'choice'
    | 'order'
    | 'image'
    | 'audio'
    | 'video'
    | 'document'
    | 'sticker'
    | 'location'
    | 'contacts'
    | 'reaction'
    | 'form'
    | 'system'
    | 'unsupported'
  /** The text, caption or title of the tapped option; empty where there is none. NUL-free, well-formed UTF-16. */
  text: string
  /** The id of a tapped button or list row. */
  choiceId?: string
  /** The provider's id of the message replied to. */
  replyTo?: string
  location?: { latitude: number; longitude: number; name?: string; address?: string }
  /** A native cart: SKUs and quantities only; its prices are never trusted. */
  order?: { items: Array<{ sku: string; quantity: number }>; note?: string }
  /** `sha256` as the provider gives it (hex or base64): what was downloaded is checked against it. */
  media?: { id?: string; url?: string; mimeType?: string; filename?: string; voice?: boolean; sha256?: string }
  /** The answers of a filled form, by field. */
  form?: Readonly<Record<string, string>>
  /** The shopper is the same person under a new number or id from now on (`kind` is `system`). */
  identity?: { phone: string | null; userId: string | null }
  /** The product page the shopper asked from. */
  referredSku?: string
  /** The text of a voice note, where it was transcribed. */
  transcript?: string
}

export type Reply =
  | { type: 'text'; text: string }
  | { type: 'buttons'; text: string; buttons: ReplyButton[] }
  | { type: 'list'; text: string; button: string; sections: Array<{ title: string; rows: ListRow[] }> }
  | { type: 'link'; text: string; title: string; url: string }
  | { type: 'image'; url: string; text: string }

/** At most 3 a message; `title` ≤ 20 code points, `id` ≤ 256. */
export interface ReplyButton {
  id: string
  title: string
}

/** At most 10 rows a message; `title` ≤ 24, `description` ≤ 72, `id` ≤ 200 code points. */
export interface ListRow {
  id: string
  title: string
  description?: string
}

export type OrderStatus =
  | 'pending_payment'
  | 'paid'
  | 'preparing'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'expired'
  | 'refunded'

export interface CartItem {
  sku: string
  quantity: number
}

export interface OrderItem {
  sku: string
  name: string
  quantity: number
  unitPrice: Pesos
}

/** One of this shopper's own orders in this shop. */
export interface OrderFacts {
  id: string
  number: string
  status: OrderStatus
  items: OrderItem[]
  subtotal: Pesos
  discount: Pesos
  shipping: Pesos
  total: Pesos
  paymentUrl: string | null
  /** The provider's name, as in the shop's ways to pay: what a transfer needs is an account, and no link. */
  paymentMethod: string
  placedAt: EpochMs
  deliveredAt: EpochMs | null
}
