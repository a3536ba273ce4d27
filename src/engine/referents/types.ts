import type { CatalogEvidence, CatalogHit } from '../catalog/types.ts'
import type { CatalogProduct, Intent } from '../types.ts'
import type { Asked, Entities } from '../understand/types.ts'

/** What lies on the table when some words point at a product: all that "la otra", "el de 15" and "dos de esos" lean on. */
export interface Table {
  /** The words: a whole message, or one mention of several. */
  text: string
  /** What the message was taken for. */
  intent: Intent
  entities: Pick<Entities, 'mentions' | 'quantity' | 'ordinal' | 'superlative'>
  /** `text` is one mention of several. */
  part: boolean
  /** SKUs talked about, the latest first. */
  focus: readonly string[]
  /** SKUs as last listed. */
  listed: readonly string[]
  /** The list is still on the screen. */
  listFresh: boolean
  /** SKUs in the cart. */
  cart: readonly string[]
  /** The line that changed last. */
  lastLine: string | null
  /** The question that stands open, and the SKUs that it is about. */
  asked: Asked
  askedOf: readonly string[]
}

/** The catalog's two readings of some words. */
export interface Lookup {
  search(text: string): CatalogHit[]
  evidence(text: string): CatalogEvidence
}

/** A product that words may point at, with the clues for and against it: bucket numbers. */
export interface Candidate {
  product: CatalogProduct
  clues: Uint32Array
}

/** A product and how likely it is the one meant, 0..1; over all candidates the sum is 1. */
export interface Referent {
  product: CatalogProduct
  chance: number
}
