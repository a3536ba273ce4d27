import { join } from 'node:path'
import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import { searchCatalog } from '../src/engine/catalog/search.ts'
import type { CatalogIndex } from '../src/engine/catalog/types.ts'
import { partOf } from '../src/engine/dialogue/referent.ts'
import type { Table } from '../src/engine/referents/types.ts'
import { tokens } from '../src/engine/text/tokens.ts'
import type { Intent } from '../src/engine/types.ts'
import { readEntities } from '../src/engine/understand/entities/read-entities.ts'
import type { Mention, UnderstandContext } from '../src/engine/understand/types.ts'
import { NO_CONTEXT } from './dataset.ts'
import { readShopLines } from './real-turns.ts'

/** What `record-turns.ts` writes of turns that name or point at products. */
export const REFERENCES = join(import.meta.dirname, 'data', 'references')

/** A turn with what lay on the table, and what of it was meant: shown, or by how many units each line of the cart changed. */
export interface RecordedReference {
  text: string
  intent: Intent
  context: Partial<Omit<UnderstandContext, 'evidence'>>
  table: Omit<Table, 'text' | 'intent' | 'entities' | 'part' | 'asked'>
  shown?: string[]
  changed?: Record<string, number>
}

/** Some words on a table, and the SKUs that any good answer to them is about. */
export interface ReferentCase {
  table: Table
  meant: ReadonlySet<string>
}

/** More mentions than this in one message are not told apart by their fit alone. */
const MOST_MENTIONS = 5

export function loadReferences(): Array<{ shop: string; row: RecordedReference }> {
  return readShopLines<RecordedReference>(REFERENCES)
}

/** A message of one mention or none is one case; an order of several things is one a mention. */
export function casesOf(row: RecordedReference, index: CatalogIndex): ReferentCase[] {
  const context: UnderstandContext = { ...NO_CONTEXT, ...row.context, evidence: evidenceFor(index, row.text) }
  const { mentions, quantity, ordinal, superlative } = readEntities(row.text, tokens(row.text), context)
  const whole: Table = {
    ...row.table,
    text: row.text,
    intent: row.intent,
    entities: { mentions, quantity, ordinal, superlative },
    part: false,
    asked: context.asked,
  }
  const changed = Object.keys(row.changed ?? {})
  if (mentions.length < 2) return [{ table: whole, meant: new Set(changed.length > 0 ? changed : row.shown) }]
  if (changed.length !== mentions.length || mentions.length > MOST_MENTIONS || row.intent !== 'buy_product') return []
  const cases: ReferentCase[] = []
  let before: string[] = []
  for (const [at, sku] of pairUp(mentions, row.changed ?? {}, index).entries()) {
    cases.push({ table: partOf(whole, mentions[at]!, before), meant: new Set([sku]) })
    before = [sku]
  }
  return cases
}

/** Says as much as a fifth of a perfect fit: the number bought is the number said. */
const SAME_NUMBER = 0.2

/** Which mention is which of the lines that changed: the assignment that fits best in words and numbers. */
function pairUp(
  mentions: readonly Mention[],
  changed: Readonly<Record<string, number>>,
  index: CatalogIndex,
): string[] {
  const skus = Object.keys(changed)
  const fits = mentions.map((mention) => {
    const hits = searchCatalog(index, { text: mention.text, among: skus, mode: 'any', limit: skus.length })
    return skus.map((sku) => {
      const score = hits.find((hit) => hit.product.sku === sku)?.score ?? 0
      return score + ((mention.quantity ?? 1) === changed[sku] ? SAME_NUMBER : 0)
    })
  })
  let best = { sum: -1, order: [] as number[] }
  const assign = (order: number[], sum: number) => {
    if (order.length === mentions.length) {
      if (sum > best.sum) best = { sum, order }
      return
    }
    for (const at of skus.keys()) if (!order.includes(at)) assign([...order, at], sum + (fits[order.length]?.[at] ?? 0))
  }
  assign([], 0)
  return best.order.map((at) => skus[at]!)
}
