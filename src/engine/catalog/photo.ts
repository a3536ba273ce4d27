import type { CatalogProduct } from '../types.ts'

/** WhatsApp takes JPEG and PNG; what names another kind is refused by the provider, after we promised a picture. */
const OTHER_KINDS = /\.(?:webp|gif|svg|avif|heic|bmp|tiff?|ico|mp4|mov|pdf|html?)$/i
/** Longer addresses are signed ones that end within the hour. */
const LONGEST = 2000

/**
 * The picture of a product (`image_url` of the import) that a provider may be handed, or null. We never fetch it. A public
 * https host by name, without credentials or a port of its own: what a shop types here must not aim the provider, or a
 * preview, at somebody's inside.
 */
export function photoOf(product: CatalogProduct): string | null {
  const given = product.attributes['image_url']?.trim() ?? ''
  if (given === '' || given.length > LONGEST || !URL.canParse(given)) return null
  const url = new URL(given)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return null
  // The parser writes every spelling of an IPv4 address (0x7f.1, 2130706433) as four numbers, and IPv6 in brackets.
  const host = url.hostname.replace(/\.$/, '')
  const named = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(host)
  if (!named || /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|test|invalid|onion|arpa)$/i.test(host))
    return null
  return OTHER_KINDS.test(url.pathname) ? null : url.href
}
