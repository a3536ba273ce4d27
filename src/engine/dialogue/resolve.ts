import type { CatalogHit, CatalogQuery } from '../catalog/types.ts'
import type { CatalogProduct } from '../types.ts'
import type { Mention } from '../understand/types.ts'
import { pickFrom } from './pick.ts'
import { findProducts, note, search, type Talk } from './talk.ts'

/** What a mention turned out to be. */
export type Resolved =
  | { kind: 'one'; product: CatalogProduct; rivals: CatalogProduct[] }
  | { kind: 'many'; products: CatalogProduct[] }
  | { kind: 'none' }

/** Scores this close to the best are as good: which one is meant is the shopper's to say. */
const TIE = 0.06

/**
 * Which product a shopper means by some words. What was just listed or talked about wins over the rest of the catalog
 * where the words fit it; between equals, a product in stock wins over one that is sold out.
 */
export function resolveMention(talk: Talk, text: string, options: { among?: readonly string[] } = {}): Resolved {
  const query: CatalogQuery = { text, mode: 'named', limit: 10 }
  if (talk.u.entities.not.length > 0) query.not = talk.u.entities.not
  if (options.among) query.among = options.among
  const hits = search(talk, query)
  return settleHits(talk, text, hits)
}

export function resolveMentions(talk: Talk): Array<{ mention: Mention; resolved: Resolved }> {
  return talk.u.entities.mentions.map((mention) => ({ mention, resolved: resolveMention(talk, mention.text) }))
}

function settleHits(talk: Talk, text: string, hits: CatalogHit[]): Resolved {
  const best = hits[0]
  if (!best) return fromListed(talk, text)
  const close = hits.filter((hit) => best.score - hit.score <= TIE).map((hit) => hit.product)
  if (close.length === 1) return { kind: 'one', product: best.product, rivals: rivalsOf(hits, best.product) }
  const context = new Set([...talk.state.listed, ...talk.state.focus])
  const known = close.filter((product) => context.has(product.sku))
  if (known.length === 1 && known[0]) {
    note(talk, `tie of ${close.length} settled by what was shown: ${known[0].sku}`)
    return { kind: 'one', product: known[0], rivals: rivalsOf(hits, known[0]) }
  }
  const narrowed = pickFrom(talk, known.length > 1 ? known : close)
  if (narrowed.length === 1 && narrowed[0])
    return { kind: 'one', product: narrowed[0], rivals: rivalsOf(hits, narrowed[0]) }
  const stocked = close.filter((product) => product.stock > 0)
  if (stocked.length === 1 && stocked[0])
    return { kind: 'one', product: stocked[0], rivals: rivalsOf(hits, stocked[0]) }
  return { kind: 'many', products: (stocked.length > 1 ? stocked : close).slice(0, 8) }
}

/** "el de 15 kilos", "los negros": nothing of its own, so it can only be one of those just shown. */
function fromListed(talk: Talk, text: string): Resolved {
  const listed = findProducts(talk, talk.state.listed)
  if (listed.length === 0) return { kind: 'none' }
  const picked = pickFrom(talk, listed, text)
  if (picked.length === 1 && picked[0]) return { kind: 'one', product: picked[0], rivals: [] }
  return { kind: 'none' }
}

function rivalsOf(hits: CatalogHit[], product: CatalogProduct): CatalogProduct[] {
  return hits.map((hit) => hit.product).filter((each) => each.sku !== product.sku)
}
