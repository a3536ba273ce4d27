import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { product } from '../../../test/support/products.ts'
import { buildCatalogIndex } from '../catalog/build-index.ts'
import { evidenceFor } from '../catalog/evidence.ts'
import { searchCatalog } from '../catalog/search.ts'
import { BUCKETS } from './clues.ts'
import { readReferentModel, writeReferentModel } from './model.ts'
import { chancesOf, rankReferents } from './rank.ts'
import type { Table } from './types.ts'

const index = buildCatalogIndex([
  product({ sku: 'SAND-3', name: 'Arena sanitaria 3 kg', category: 'Gatos', price: 3990, stock: 5 }),
  product({ sku: 'SAND-10', name: 'Arena sanitaria 10 kg', category: 'Gatos', price: 9990, stock: 5 }),
  product({ sku: 'BED', name: 'Cama para gato', category: 'Gatos', price: 19_990, stock: 5 }),
])
const lookup = {
  search: (text: string) => searchCatalog(index, { text }),
  evidence: (text: string) => evidenceFor(index, text),
}
const table = (text: string, more: Partial<Table> = {}): Table => ({
  text,
  intent: 'price_query',
  entities: { mentions: [], quantity: null, ordinal: null, superlative: null },
  part: false,
  focus: [],
  listed: [],
  listFresh: false,
  cart: [],
  lastLine: null,
  asked: 'nothing',
  askedOf: [],
  ...more,
})
const model = readReferentModel(readFileSync(new URL('../../../assets/referents.model', import.meta.url)))
const rank = (text: string, more?: Partial<Table>) => rankReferents(model, index, lookup, table(text, more))

describe('what words point at', () => {
  it.each<[string, Partial<Table>, string]>([
    ['¿y la de 10 kilos?', { focus: ['SAND-3'] }, 'SAND-10'],
    ['¿cuánto vale esa?', { focus: ['BED', 'SAND-3'] }, 'BED'],
    ['la cama cuánto sale', { focus: ['SAND-3'], listed: ['SAND-3', 'SAND-10'], listFresh: true }, 'BED'],
    [
      'la más grande',
      {
        intent: 'select_option',
        focus: ['SAND-3', 'SAND-10'],
        listed: ['SAND-3', 'SAND-10'],
        listFresh: true,
        entities: { mentions: [], quantity: null, ordinal: null, superlative: 'biggest' },
      },
      'SAND-10',
    ],
  ])('"%s" %j → %s', (text, more, sku) => {
    expect(rank(text, more)[0]?.product.sku).toBe(sku)
  })

  it('gives chances that sum to one, likeliest first', () => {
    const chances = rank('arena').map((each) => each.chance)
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
  })

  it('is about nothing where nothing comes into question', () => {
    expect(rank('zxcvb')).toEqual([])
    expect(chancesOf([])).toEqual([])
  })

  it('never throws, whatever was written', () => {
    for (const text of ['', ' ', '🐱', '9'.repeat(300), '((((', 'l\u0000', '½ kilo', 'ñ'.repeat(4096)])
      expect(() => rank(text, { focus: ['BED', 'GONE'], listed: ['GONE'], cart: ['SAND-3'] })).not.toThrow()
  })
})

describe('the model on disk', () => {
  it('comes back as it was written', () => {
    const weights = Int8Array.from({ length: BUCKETS }, (_, at) => (at % 251) - 125)
    const read = readReferentModel(writeReferentModel({ weights, scale: 0.25 }))
    expect(read.scale).toBe(0.25)
    expect(read.weights).toEqual(weights)
  })

  it('refuses other bytes', () => {
    expect(() => readReferentModel(new Uint8Array(12))).toThrow(RangeError)
  })
})
