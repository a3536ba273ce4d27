import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCatalogIndex } from '../src/engine/catalog/build-index.ts'
import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import { INTENTS, type Intent } from '../src/engine/types.ts'
import { generateCorpus, loadTemplates, type Example } from './generate.ts'
import { addNoise } from './noise.ts'
import { randomFrom } from './prng.ts'
import { loadTrainingShops, parseShop } from './shops.ts'
import { loadSlots } from './slots.ts'
import { expand, parseTemplate, slotsOf, tidy } from './templates.ts'

const CHECKING_DATA = new URL('../../shared/nlu/utterances.jsonl', import.meta.url)
const slots = loadSlots()
const shops = loadTrainingShops()

describe('templates', () => {
  it.each(INTENTS)('%s has at least forty, each with known slots', (intent) => {
    const lines = loadTemplates(intent)
    expect(lines.length).toBeGreaterThanOrEqual(40)
    const unknown = lines.flatMap((line) => slotsOf(line.template).filter((slot) => !slots.knows(slot)))
    expect(unknown).toEqual([])
  })

  it.each(INTENTS)('every line of %s can be filled from every shop', (intent) => {
    const random = randomFrom(3)
    for (const line of loadTemplates(intent)) {
      for (const shop of shops) {
        const text = tidy(expand(line.template, random, (slot) => slots.fill(slot, shop, random)))
        expect(text, line.source).not.toBe('')
        expect(text, line.source).not.toMatch(/undefined|[[\]{}]/)
      }
    }
  })

  it('never stand twice in one intent', () => {
    for (const intent of INTENTS) {
      const lines = loadTemplates(intent).map((line) => line.source.replace(/^\d+\* /, ''))
      const twice = lines.filter((line, at) => lines.indexOf(line) !== at)
      expect(twice, intent).toEqual([])
    }
  })

  it('nest choices, and say what is wrong with a bracket left open', () => {
    const random = randomFrom(1)
    const written = new Set(
      Array.from({ length: 200 }, () => expand(parseTemplate('[a|[b|c] {x}|]!'), random, (slot) => `<${slot}>`)),
    )
    expect([...written].toSorted()).toEqual(['!', 'a!', 'b <x>!', 'c <x>!'])
    expect(() => parseTemplate('[a|b')).toThrow(/unclosed/)
    expect(() => parseTemplate('a]')).toThrow(/unexpected/)
  })
})

describe('training shops', () => {
  it('are catalogs that the engine can index and recognise', () => {
    for (const shop of shops) {
      const index = buildCatalogIndex(shop.products)
      expect(index.size).toBe(shop.products.length)
      const known = shop.mentions.filter((mention) => {
        const { named, kind } = evidenceFor(index, mention.text)
        return Math.max(named, kind) > 0.3
      })
      expect(known.length / shop.mentions.length, shop.id).toBeGreaterThan(0.8)
    }
  })

  it('have every kind of filler', () => {
    for (const shop of shops) {
      for (const [name, list] of Object.entries(shop)) expect(list.length, `${shop.id}.${name}`).toBeGreaterThan(0)
    }
  })

  it('reject a line that is not understood', () => {
    expect(() => parseShop('x', 'Z nothing')).toThrow(/not understood/)
    expect(() => parseShop('x', 'P Cosas | Lámpara | mucho | f:lámpara | | ')).toThrow(/not understood/)
    expect(() => parseShop('x', 'Y lámpara')).toThrow(/gender/)
  })
})

describe('the corpus', () => {
  const size = 20_000
  const corpus = generateCorpus({ seed: 11, size })

  it('is the same for the same seed and another for another', () => {
    expect(generateCorpus({ seed: 5, size: 2_000 })).toEqual(generateCorpus({ seed: 5, size: 2_000 }))
    expect(generateCorpus({ seed: 6, size: 2_000 })).not.toEqual(generateCorpus({ seed: 5, size: 2_000 }))
  })

  it('has a fair share of every intent, and hardly repeats itself', () => {
    const byIntent = Map.groupBy(corpus, (example: Example) => example.intent)
    expect(corpus.length).toBeGreaterThan(size * 0.95)
    for (const intent of INTENTS) {
      const texts = (byIntent.get(intent) ?? []).map((example) => example.text)
      expect(texts.length, intent).toBeGreaterThan((size / INTENTS.length) * 0.4)
      expect(new Set(texts).size / texts.length, intent).toBeGreaterThan(0.55)
    }
  })

  it('leaves out the shops held back', () => {
    const held = new Set(shops.slice(0, 20).map((shop) => shop.id))
    const rest = generateCorpus({ seed: 2, size: 1_000, exclude: [...held] })
    expect(rest.some((example) => held.has(example.shop))).toBe(false)
    expect(() => generateCorpus({ seed: 2, exclude: shops.map((shop) => shop.id) })).toThrow(RangeError)
  })

  it('seldom says one and the same thing, in the same place, with two meanings', () => {
    const meanings = new Map<string, Set<Intent>>()
    for (const { text, intent, context } of corpus) {
      const key = `${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, '')
        .trim()}\n${JSON.stringify(context)}`
      const known = meanings.get(key)
      if (known) known.add(intent)
      else meanings.set(key, new Set([intent]))
    }
    const doubtful = [...meanings].filter(([, intents]) => intents.size > 1)
    expect(
      doubtful.length / meanings.size,
      doubtful
        .map(([key]) => key)
        .slice(0, 20)
        .join('; '),
    ).toBeLessThan(0.01)
  })

  it('holds next to no line of the checking data', (test) => {
    if (!existsSync(CHECKING_DATA)) {
      test.skip()
      return
    }
    // "Hola", "ya pagué", "quiero ver el catálogo": in a few words, everybody writes the same. From five on it is chance.
    const long = new Set(
      readFileSync(CHECKING_DATA, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => normal((JSON.parse(line) as { text: string }).text))
        .filter((line) => line.split(' ').length >= 5),
    )
    const same = new Set(
      generateCorpus({ seed: 1 })
        .map(({ text }) => normal(text))
        .filter((line) => long.has(line)),
    )
    expect(same.size / long.size, [...same].join('; ')).toBeLessThan(0.01)
  })
})

describe('noise', () => {
  it('leaves numbers, e-mails and short words alone', () => {
    const random = randomFrom(9)
    for (let at = 0; at < 500; at++) {
      const noisy = addNoise('no, son 3 y 12 para ana.perez1@correo.cl', random).toLowerCase()
      expect(noisy).toMatch(/\bno\b/)
      expect(noisy).toMatch(/\b3\b.*\b12\b/)
      expect(noisy).toContain('@correo')
    }
  })
})

function normal(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
