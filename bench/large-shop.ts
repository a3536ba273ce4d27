/*
 * Whole turns in a shop with a large catalog: node bench/large-shop.ts [PRODUCTS]. The catalog is made of the shops of
 * test/conversations, each product in as many models as it takes; what is written to it are those conversations, turn by
 * turn, so that carts fill, questions stand open and what was listed is picked from. Prints one JSON document.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { openShops, readDialogues } from '../test/conversations/play.ts'

const COLUMNS = ['sku', 'name', 'description', 'category', 'price', 'currency', 'stock', 'tags'] as const
type Row = Record<(typeof COLUMNS)[number], string>
const MODELS = 'Norte Sur Andes Lago Cóndor Luna Sol Roble Mar Volcán Copihue Puma Pewen Brisa'.split(' ')
const SLOWEST_SHOWN = 5

const count = Number(process.argv[2] ?? 50_000)
const folder = mkdtempSync(join(tmpdir(), 'botctl-large-'))
try {
  writeFileSync(join(folder, 'large.csv'), catalogOf(count))
  const store = await openStore(`sqlite:${join(folder, 'botctl.sqlite')}`)
  await migrate(store, { now: 0 })
  const imported = performance.now()
  const write = await openShops(store, ['large'], { folder })
  const importMs = performance.now() - imported
  await write({ tenant: 'large', from: '+56960000000', text: 'hola' })
  const engine: number[] = []
  const whole: number[] = []
  const slowest: Array<{ ms: number; text: string }> = []
  for (const [at, { turns }] of readDialogues().entries()) {
    const from = `+5697${1_000_000 + at}`
    for (const { user } of turns) {
      const start = performance.now()
      const { latency_ms: ms } = await write({ tenant: 'large', from, text: user })
      whole.push(performance.now() - start)
      engine.push(ms)
      slowest.push({ ms, text: user })
    }
  }
  await store.close()
  process.stdout.write(
    `${JSON.stringify(
      {
        products: count,
        import_ms: Math.round(importMs),
        turns: engine.length,
        engine_ms: summary(engine),
        turn_with_database_ms: summary(whole),
        slowest: slowest.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST_SHOWN),
      },
      null,
      2,
    )}\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function catalogOf(size: number): string {
  const shops = fileURLToPath(new URL('../test/conversations/shops', import.meta.url))
  const rows = readdirSync(shops)
    .filter((name) => name.endsWith('.csv'))
    .toSorted()
    .flatMap((name) => parse<Row>(readFileSync(join(shops, name)), { columns: true, bom: true }))
  const lines = [COLUMNS.join(',')]
  for (let at = 0; at < size; at++) {
    const row = rows[at % rows.length] as Row
    const model = Math.floor(at / rows.length)
    const name = model === 0 ? row.name : `${row.name} ${MODELS[model % MODELS.length]} ${model}`
    const values: Row = { ...row, sku: `L-${at}`, name, currency: 'CLP', stock: '20' }
    lines.push(COLUMNS.map((column) => `"${(values[column] ?? '').replaceAll('"', '""')}"`).join(','))
  }
  return lines.join('\n')
}

function summary(times: number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
