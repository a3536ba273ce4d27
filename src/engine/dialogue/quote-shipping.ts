import { comunaNamed } from '../commerce/comunas.ts'
import { priceCart } from '../commerce/pricing.ts'
import type { Talk } from './talk.ts'

/** What it costs to send the cart to a place, by the one pricing function. */
export function shippingTo(
  talk: Talk,
  comuna: string | null,
  region: string | null,
): ReturnType<typeof priceCart>['quote'] {
  return priceCart({
    items:
      talk.state.cart.lines.length > 0
        ? talk.state.cart.lines
        : [{ sku: [...talk.input.catalog.bySku.keys()][0] ?? '', quantity: 1 }],
    products: talk.input.catalog.bySku,
    discounts: [],
    coupon: null,
    contactUses: {},
    zones: talk.shop.zones,
    destination:
      comuna === null && region === null
        ? null
        : {
            method: 'delivery',
            ...(comuna === null ? {} : { comuna: comunaNamed(comuna) ?? comuna }),
            ...(region === null ? {} : { region }),
          },
    now: talk.facts.now,
  }).quote
}
