import { buildCatalogIndex } from '../src/engine/catalog/build-index.ts'
import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import type { CatalogIndex } from '../src/engine/catalog/types.ts'
import { tokens } from '../src/engine/text/tokens.ts'
import { INTENTS, type CatalogProduct, type Intent } from '../src/engine/types.ts'
import { readEntities } from '../src/engine/understand/entities/read-entities.ts'
import { featuresOf } from '../src/engine/understand/features.ts'
import type { UnderstandContext } from '../src/engine/understand/types.ts'

/** A labelled message to a shop, with what the conversation stood at. */
export interface Labelled {
  shop: string
  text: string
  intent: Intent
  context: Partial<Omit<UnderstandContext, 'evidence'>>
}

/** Features and label, ready for the trainer. */
export interface Vector {
  features: Uint32Array
  label: number
}

/** The context of a message that opens a conversation. */
export const NO_CONTEXT = {
  asked: 'nothing',
  field: null,
  listed: 0,
  focus: false,
  cartLines: 0,
  lastListed: 0,
  onSheet: 0,
  openOrder: false,
} as const

/** One index a shop. */
export function indexShops(
  shops: ReadonlyArray<{ id: string; products: CatalogProduct[] }>,
): Map<string, CatalogIndex> {
  return new Map(shops.map((shop) => [shop.id, buildCatalogIndex(shop.products)]))
}

/** What the classifier sees of a message, exactly as the engine makes it. */
export function vectorOf(example: Labelled, indexes: ReadonlyMap<string, CatalogIndex>): Vector {
  const index = indexes.get(example.shop)
  if (!index) throw new Error(`no catalog for the shop ${example.shop}`)
  const context: UnderstandContext = { ...NO_CONTEXT, ...example.context, evidence: evidenceFor(index, example.text) }
  const list = tokens(example.text)
  const entities = readEntities(example.text, list, context)
  return {
    features: Uint32Array.from(featuresOf(example.text, list, context, entities)),
    label: INTENTS.indexOf(example.intent),
  }
}
