import type { CatalogProduct, Pesos } from '../types.ts'

/** Built once per catalog version; immutable but for stock, which `withStock` patches without a rebuild. */
export interface CatalogIndex {
  readonly size: number
  readonly bySku: ReadonlyMap<string, CatalogProduct>
  readonly categories: ReadonlyArray<{ name: string; count: number }>
  /** The products of a category, named as the catalog names it, in the catalog's order. */
  inCategory(name: string): CatalogProduct[]
  /** Opaque to everyone but engine/catalog. */
  readonly internals: unknown
}

export interface CatalogQuery {
  /** What the shopper wrote (whole message or the span about one product); folded inside. */
  text: string
  minPrice?: Pesos
  maxPrice?: Pesos
  order?: 'relevance' | 'cheapest' | 'dearest'
  /** Words the shopper ruled out ("sin azúcar", "no quiero aceites"). */
  not?: readonly string[]
  /** Only these SKUs ("el más barato de esos"). */
  among?: readonly string[]
  /** A kind or need lists what is in stock; a named product is shown even when sold out. */
  mode?: 'named' | 'kind' | 'need' | 'any'
  limit?: number
}

export interface CatalogHit {
  product: CatalogProduct
  /** 0..1, comparable across queries. */
  score: number
  /** How the words matched: a name, a kind (category, tag, head noun), a need (description, tag). */
  by: 'sku' | 'name' | 'kind' | 'need'
  /** The query's words that matched, as written in the catalog. */
  matched: readonly string[]
}

/** What the catalog makes of a message: features for the classifier, and for "not carried". */
export interface CatalogEvidence {
  /** 0..1: one product is named, as opposed to a kind. */
  named: number
  /** 0..1: a kind of product is meant. */
  kind: number
  /** 0..1: a description or tag fits. */
  need: number
  /** How many products share the best score. */
  ties: number
  /** Content words that the catalog does not know at all ("tesla", "gorilla"). */
  unknown: readonly string[]
  /** Token positions (in `tokens(text)`) that belong to a product mention. */
  covered: readonly number[]
  /** Token positions of everyday words ("caja", "lentes") with which the name of some product begins. */
  heads: readonly number[]
}
