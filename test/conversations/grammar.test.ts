import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../src/engine/text/fold.ts'
import { openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { GRAMMARS, type Goods } from './grammar.ts'
import { differences, openShops } from './play.ts'

/*
 * The same conversations in every third shop of the suite, about goods that the grammar picks. What a shopper says of
 * one noun, another noun makes ambiguous now and then ("1 palo" is also a million): nineteen in twenty must come out right.
 */
const FOLDER = fileURLToPath(new URL('shops', import.meta.url))
const SHARE = 0.95

const slugs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .toSorted()
  .filter((_, at) => at % 3 === 0)
  .map((name) => name.slice(0, -4))
let database: TestDatabase
let test: Awaited<ReturnType<typeof openShops>>

beforeAll(async () => {
  database = await openTestDatabase('sqlite')
  test = await openShops(database.store, slugs)
})

afterAll(async () => {
  await database.remove()
})

describe('conversations made by a grammar', () => {
  it.each(Object.entries(GRAMMARS))('%s', async (name, make) => {
    const failed: string[] = []
    let played = 0
    for (const slug of slugs) {
      const random = randomOf(`${name} ${slug}`)
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
      const goods = shuffled(nounsOf(slug), random)
      const [one, two, three] = goods
      if (!one || !two || !three) continue
      played++
      const from = `+5695${String(1_000_000 + Math.floor(random() * 8_999_999))}`
      for (const turn of make([one, two, three], pick)) {
        const found = differences(turn.expect, await test({ tenant: slug, from, text: turn.user }))
        if (found.length === 0) continue
        failed.push(`${slug}: "${turn.user}": ${found.join('; ')}`)
        break
      }
    }
    expect(played).toBeGreaterThan(25)
    expect(failed.slice(Math.floor(played * (1 - SHARE)))).toEqual([])
  })
})

/** Products whose first word is said of no other in the shop, with enough in stock for any of these conversations. */
function nounsOf(slug: string): Goods[] {
  const rows = parse(readFileSync(`${FOLDER}/${slug}.csv`), { columns: true, bom: true }) as Array<
    Record<string, string>
  >
  const goods = rows.map((row) => ({
    sku: row.sku ?? '',
    price: Number(row.price),
    stock: Number(row.stock),
    noun: fold(/[\p{L}\d][\p{L}\d-]*/u.exec(row.name ?? '')?.[0] ?? ''),
    all: fold(`${row.name ?? ''} ${row.category ?? ''} ${row.tags ?? ''}`),
  }))
  return goods.filter(
    (each) =>
      each.stock >= 12 &&
      each.noun.length > 4 &&
      !/\d|-/.test(each.noun) &&
      !WRAPPINGS.has(each.noun) &&
      goods.every((other) => other === each || !other.all.includes(each.noun.slice(0, -1))),
  )
}

/** How things come, and what counts them: no noun of anybody's own. */
const WRAPPINGS = new Set(
  'bolsa bolsas malla carro cajon bandeja bandejas botella sobre atado ramos medias veinte palito'.split(' '),
)

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[copy[at], copy[other]] = [copy[other] as T, copy[at] as T]
  }
  return copy
}

/** Numbers of [0, 1) from a text: equal texts, equal numbers. */
function randomOf(text: string): () => number {
  let state = 2_166_136_261
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e37_79b9
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296
  }
}
