import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalogIndex } from '../src/engine/catalog/build-index.ts'
import { searchCatalog } from '../src/engine/catalog/search.ts'
import type { CatalogIndex, CatalogQuery } from '../src/engine/catalog/types.ts'
import { readCatalog } from '../test/support/catalogs.ts'

/*
 * How good is catalog search by itself? Labelled messages in, the intent as labelled, so that nothing but the search is
 * measured. Deterministic. Usage: node scripts/evaluate-search.ts CATALOGS UTTERANCES.jsonl [--errors] [--any] [--tenant S]
 */
interface Labelled {
  tenant: string
  text: string
  intent: string
  products: string[]
}

const MODES: Readonly<Record<string, NonNullable<CatalogQuery['mode']>>> = {
  browse_category: 'kind',
  recommend: 'need',
  product_info: 'named',
  price_query: 'named',
  stock_query: 'named',
  buy_product: 'named',
  remove_from_cart: 'named',
  change_quantity: 'named',
}

const [catalogs = '', file = '', ...flags] = process.argv.slice(2)
const only = flags.includes('--tenant') ? flags[flags.indexOf('--tenant') + 1] : undefined
const indexes = new Map<string, CatalogIndex>()
for (const name of readdirSync(catalogs).sort()) {
  if (name.endsWith('.csv')) indexes.set(name.slice(0, -4), buildCatalogIndex(readCatalog(join(catalogs, name))))
}

interface Tally {
  count: number
  /** The first shown is one of the right ones; the first three hold one. */
  any1: number
  any3: number
  /** The first shown is the first labelled; the first three hold it. */
  first1: number
  first3: number
  /** Of the labelled, how many are shown; of the shown, how many are labelled. */
  recall: number
  precision: number
}

const tallies = new Map<string, Tally>()
const errors: string[] = []
let elapsed = 0
let searches = 0
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line.trim() === '') continue
  const labelled = JSON.parse(line) as Labelled
  const mode = MODES[labelled.intent]
  const index = indexes.get(labelled.tenant)
  if (!mode || !index || (only !== undefined && labelled.tenant !== only)) continue
  if (labelled.products.length === 0 && (mode === 'need' || /^(?:remove|change)/.test(labelled.intent))) continue
  const start = performance.now()
  const hits = searchCatalog(index, { text: labelled.text, mode: flags.includes('--any') ? 'any' : mode })
  elapsed += performance.now() - start
  searches++
  const shown = hits.map((hit) => hit.product.sku)
  for (const key of ['all', labelled.intent, labelled.tenant]) score(key, labelled.products, shown)
  const right = labelled.products.length === 0 ? shown.length === 0 : labelled.products[0] === shown[0]
  if (!right) {
    const worse = labelled.products.length === 0 || !shown.slice(0, 3).includes(labelled.products[0] ?? '') ? 'X' : '.'
    errors.push(
      `${worse} ${labelled.tenant.slice(0, 2)} ${labelled.intent.slice(0, 9).padEnd(9)} ${labelled.text}\n      want ${labelled.products.join(' ')}\n      got  ${hits.map((hit) => `${hit.product.sku}:${hit.score.toFixed(2)}${hit.by[0]}`).join(' ')}`,
    )
  }
}
if (flags.includes('--errors')) for (const error of errors) process.stdout.write(`${error}\n`)
process.stdout.write(`${'slice'.padEnd(22)}     n  any@1  any@3 first@1 first@3 recall   prec\n`)
for (const [key, tally] of tallies) {
  const share = (value: number) => (value / tally.count).toFixed(3).padStart(6)
  process.stdout.write(
    `${key.padEnd(22)} ${String(tally.count).padStart(5)} ${share(tally.any1)} ${share(tally.any3)}  ${share(tally.first1)}  ${share(tally.first3)} ${share(tally.recall)} ${share(tally.precision)}\n`,
  )
}
process.stdout.write(`mean ${(elapsed / searches).toFixed(3)} ms a search\n`)

function score(key: string, wanted: string[], shown: string[]): void {
  let tally = tallies.get(key)
  if (!tally) tallies.set(key, (tally = { count: 0, any1: 0, any3: 0, first1: 0, first3: 0, recall: 0, precision: 0 }))
  tally.count++
  if (wanted.length === 0) {
    const right = shown.length === 0 ? 1 : 0
    for (const field of ['any1', 'any3', 'first1', 'first3', 'recall', 'precision'] as const) tally[field] += right
    return
  }
  const right = shown.filter((sku) => wanted.includes(sku)).length
  tally.any1 += wanted.includes(shown[0] ?? '') ? 1 : 0
  tally.any3 += shown.slice(0, 3).some((sku) => wanted.includes(sku)) ? 1 : 0
  tally.first1 += wanted[0] === shown[0] ? 1 : 0
  tally.first3 += shown.slice(0, 3).includes(wanted[0] ?? '') ? 1 : 0
  tally.recall += right / wanted.length
  tally.precision += shown.length === 0 ? 0 : right / shown.length
}
