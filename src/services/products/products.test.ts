import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { searchCatalog } from '../../engine/catalog/search.ts'
import { findProduct, loadCatalog, loadChanges, pageProducts } from '../../store/products.ts'
import { moveStock } from '../../store/stock.ts'
import { findTenant, insertTenant } from '../../store/tenants.ts'
import { createCatalogCache } from './catalog-cache.ts'
import { createProductExporter } from './export-products.ts'
import { createProductImporter, type ImportResult } from './import-products.ts'
import { readPrice, readRow, readStock } from './product-row.ts'
import { SAMPLE_TYPES, samplePath } from './sample-catalogs.ts'
import { createProductUpdater } from './update-product.ts'
import { parseMoment } from './zoned-time.ts'

const HEADER = 'sku,name,description,category,price,currency,stock,tags\n'
const ROW = 'A-1,Taladro percutor 650W,Mandril de 13 mm,Herramientas,39990,CLP,5,taladro;percutor\n'

describeStores('products', (open) => {
  let database: TestDatabase
  let now = 1_000_000
  let shops = 0
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())

  async function shop(): Promise<{ slug: string; id: string }> {
    const slug = `shop-${++shops}`
    const id = `tnt_${slug}`
    await insertTenant(database.store.db, {
      id,
      slug,
      name: slug,
      type: 'other',
      phone: null,
      status: 'active',
      timezone: 'America/Santiago',
      settings: {},
      createdAt: 0,
      updatedAt: 0,
    })
    return { slug, id }
  }

  const take = (tenant: string, text: string | Buffer, options: { partial?: boolean } = {}): Promise<ImportResult> =>
    createProductImporter({ store: database.store, now: () => now })({
      tenant,
      source: Readable.from([Buffer.from(text)]),
      ...options,
    })

  const exported = async (tenant: string, format: 'csv' | 'json') => {
    let text = ''
    for await (const piece of createProductExporter({ store: database.store })({ tenant, format })) text += piece
    return text
  }

  it('creates, then finds all unchanged, then changes only what differs', async () => {
    const { slug, id } = await shop()
    const more = `${HEADER}${ROW}B-2,Martillo carpintero,,Herramientas,"9.990",CLP,12,\n`
    expect((await take(slug, more)).report).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: [] })
    const before = await findTenant(database.store.db, slug)
    now += 1000
    expect((await take(slug, more)).report).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: [] })
    expect((await findProduct(database.store.db, id, 'A-1'))?.updatedAt).toBe(now - 1000)
    expect((await take(slug, more.replace('39990', '$37.990'))).report).toMatchObject({ updated: 1, unchanged: 1 })
    expect((await findProduct(database.store.db, id, 'A-1'))?.price).toBe(37_990)
    // A price is no word: the index stays, and daemons read the difference.
    expect((await findTenant(database.store.db, slug))?.catalogVersion).toBe(before?.catalogVersion)
    await take(slug, more.replace('Martillo carpintero', 'Martillo de goma'))
    expect((await findTenant(database.store.db, slug))?.catalogVersion).toBe((before?.catalogVersion ?? 0) + 1)
  })

  it('sets what can be sold now, on top of what orders hold, with a movement', async () => {
    const { slug, id } = await shop()
    await take(slug, HEADER + ROW)
    const product = await findProduct(database.store.db, id, 'A-1')
    await moveStock(database.store.db, {
      tenantId: id,
      orderId: 'ord_1',
      move: 'reserve',
      items: [{ productId: product?.id ?? '', quantity: 2 }],
      reason: 'order',
      now,
    })
    await take(slug, HEADER + ROW.replace(',5,', ',10,'))
    expect(await findProduct(database.store.db, id, 'A-1')).toMatchObject({
      stock: 10,
      reserved: 2,
      sold: 0,
      stocked: 12,
    })
    const moves = await database.store.db
      .selectFrom('stock_movement')
      .select(['kind', 'quantity'])
      .where('tenant_id', '=', id)
      .orderBy('id')
      .execute()
    expect(moves).toEqual([
      { kind: 'stock', quantity: 5 },
      { kind: 'reserve', quantity: 2 },
      { kind: 'stock', quantity: 7 },
    ])
    // A file without the column leaves stock alone.
    await take(slug, 'sku,name,price\nA-1,Taladro percutor 650W,1000\n')
    expect(await findProduct(database.store.db, id, 'A-1')).toMatchObject({
      stock: 10,
      price: 1000,
      category: 'Herramientas',
    })
  })

  it('names a field also of a row with too few or too many cells', async () => {
    const { slug } = await shop()
    const { report } = await take(slug, 'sku,name,price,stock\nA-1,Uno,990\nA-2,Dos,990,1,2\n')
    expect(report.rejected).toEqual([
      { line: 2, field: 'stock', reason: 'the row has 3 cells where the header has 4' },
      { line: 3, field: 'stock', reason: 'the row has 5 cells where the header has 4' },
    ])
  })

  it('writes nothing where a row is bad, and names line, field and reason', async () => {
    const { slug, id } = await shop()
    const text = `${HEADER}${ROW}A-2,,x,y,12.5,CLP,-3,\nA-1,Otra vez,,,1,CLP,1,\nA-4,Bien,,,990,CLP,1,\n`
    const { report, written } = await take(slug, text)
    expect(written).toBe(false)
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 0 })
    expect(report.rejected).toEqual([
      { line: 3, field: 'name', reason: 'is missing' },
      { line: 3, field: 'price', reason: 'is not a whole number of pesos' },
      { line: 3, field: 'stock', reason: 'is negative' },
      { line: 4, field: 'sku', reason: 'stands already on line 2' },
    ])
    expect((await pageProducts(database.store.db, id, {}, { offset: 0, limit: 10 })).total).toBe(0)
    expect((await take(slug, text, { partial: true })).report).toMatchObject({ created: 2, rejected: { length: 4 } })
    expect((await pageProducts(database.store.db, id, {}, { offset: 0, limit: 10 })).total).toBe(2)
  })

  it('reads what Excel writes: semicolons, CRLF, a mark, Latin-1, UTF-16, tabs', async () => {
    const text = 'sku;name;price;stock;tags;Color\r\nX-1;Poleron ñandú "XL";$ 24.990;3;"ropa;invierno";café\r\n'
    const forms: Array<[string, Buffer]> = [
      ['bom', Buffer.from(`\uFEFF${text}`)],
      ['latin-1', Buffer.from(text, 'latin1')],
      ['utf-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
      ['tabs', Buffer.from(text.replace('"ropa;invierno"', 'ropa|invierno').replaceAll(';', '\t'))],
    ]
    for (const [form, bytes] of forms) {
      const { slug, id } = await shop()
      expect((await take(slug, bytes)).report, form).toMatchObject({ created: 1, rejected: [] })
      expect(await findProduct(database.store.db, id, 'X-1'), form).toMatchObject({
        name: 'Poleron ñandú "XL"',
        price: 24_990,
        stock: 3,
        tags: ['ropa', 'invierno'],
        attributes: { Color: 'café' },
      })
    }
  })

  it('reads JSON as an array, as {products} and as an object a line', async () => {
    const one = {
      sku: 'J-1',
      name: 'Té',
      price: 1000,
      stock: 2,
      tags: ['a', 'b'],
      attributes: { talla: 'M' },
      marca: 'X',
    }
    for (const text of [JSON.stringify([one]), JSON.stringify({ products: [one] }), `${JSON.stringify(one)}\n`]) {
      const { slug, id } = await shop()
      expect((await take(slug, text)).report).toMatchObject({ created: 1, rejected: [] })
      expect(await findProduct(database.store.db, id, 'J-1')).toMatchObject({
        tags: ['a', 'b'],
        attributes: { talla: 'M', marca: 'X' },
      })
    }
  })

  it('refuses what is no catalog, with a code and without a trace', async () => {
    const { slug, id } = await shop()
    const cases: Array<[string, string | Buffer]> = [
      ['file_empty', ''],
      ['file_binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
      ['file_binary', Buffer.concat([Buffer.from(HEADER), Buffer.alloc(10)])],
      ['columns_missing', 'codigo,nombre\n1,a\n'],
      ['column_twice', 'sku,name,price,precio\n1,a,1,1\n'],
      ['csv_unreadable', `${HEADER}A-1,"never closed,1,2\n${'x,y\n'.repeat(2000)}`],
      ['csv_unreadable', `${HEADER}A-1,"${'y'.repeat(1_100_000)}",1,2\n`],
      ['json_unreadable', '[{"sku": 1,'],
      ['json_unreadable', '{"sku":"A"}\nnot json\n'],
      ['json_unreadable', '[1,2]'],
    ]
    for (const [code, text] of cases) await expect(take(slug, text), code).rejects.toMatchObject({ code })
    expect((await pageProducts(database.store.db, id, {}, { offset: 0, limit: 1 })).total).toBe(0)
    await expect(take('no-such-shop', HEADER + ROW)).rejects.toMatchObject({ code: 'tenant_not_found', exit: 66 })
  })

  it('exports what import takes back without a difference, formulas made harmless', async () => {
    const { slug } = await shop()
    const nasty = [
      { sku: 'N-1', name: '=HYPERLINK("http://x","y")', price: 1, description: '@SUM(1)\nline two', tags: ['-1', 'b'] },
      {
        sku: 'N-2',
        name: '\'comillas\' "dobles"; y, coma',
        price: 2,
        aliases: ['uno', 'dos'],
        attributes: { talla: '+38' },
      },
      {
        sku: 'N-3',
        name: 'En oferta',
        price: 3000,
        sale_price: 2000,
        sale_from: '2026-12-01',
        sale_until: '2026-12-24',
        stock: 4,
        status: 'inactive',
      },
    ]
    await take(slug, JSON.stringify(nasty))
    const csv = await exported(slug, 'csv')
    expect(csv).toContain("'=HYPERLINK")
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m)
    expect((await take(slug, csv)).report).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: [] })
    expect((await take(slug, await exported(slug, 'json'))).report).toMatchObject({ unchanged: 3, rejected: [] })
    const other = await shop()
    await take(other.slug, csv)
    expect(await exported(other.slug, 'csv')).toBe(csv)
  })

  it('takes in every sample, and finds things in it', async () => {
    for (const type of SAMPLE_TYPES) {
      const { slug, id } = await shop()
      const importer = createProductImporter({ store: database.store, now: () => now })
      const { report } = await importer({ tenant: slug, source: samplePath(type) })
      expect(report.created, type).toBeGreaterThanOrEqual(25)
      expect(report.rejected).toEqual([])
      const loaded = await loadCatalog(database.store.db, id)
      expect(loaded?.products).toHaveLength(report.created)
    }
    expect(() => samplePath('../../etc/passwd')).toThrow(expect.objectContaining({ code: 'sample_unknown' }))
  })

  it('shows a change of stock or price to a cache that is already warm, and new words with a new index', async () => {
    const { slug, id } = await shop()
    await take(slug, HEADER + ROW)
    const cache = createCatalogCache({ store: database.store, now: () => now })
    const first = await cache.get(id)
    expect(await cache.get(id)).toBe(first)
    const update = createProductUpdater({ store: database.store, now: () => now })
    const change = (fields: object) =>
      update({ tenant: slug, sku: 'a-1', update: fields, reason: 'because', actor: 'test' })
    await change({ price: '41.990', stock: '0' })
    // Within the quarter second the copy stands; `refresh` looks at once.
    expect((await cache.get(id)).bySku.get('A-1')?.price).toBe(39_990)
    expect((await cache.refresh(id)).bySku.get('A-1')).toMatchObject({ price: 41_990, stock: 0 })
    await change({ stock: '7' })
    now += 300
    expect((await cache.get(id)).bySku.get('A-1')?.stock).toBe(7)
    await change({ name: 'Rotomartillo', tags: '' })
    now += 300
    const renewed = await cache.get(id)
    expect(searchCatalog(renewed, { text: 'rotomartillo' }).map((hit) => hit.product.sku)).toEqual(['A-1'])
    await change({ status: 'inactive' })
    now += 300
    expect((await cache.get(id)).size).toBe(0)
    const audit = await database.store.db.selectFrom('audit').selectAll().where('tenant_id', '=', id).execute()
    expect(audit).toHaveLength(4)
    expect(JSON.parse(audit[0]?.after ?? '')).toMatchObject({ price: 41_990, stock: 0, reason: 'because' })
    await expect(cache.get('tnt_nobody')).rejects.toMatchObject({ code: 'tenant_not_found' })
  })

  it('lets go of the shops not asked for longest', async () => {
    const a = await shop()
    const b = await shop()
    await take(a.slug, HEADER + ROW)
    await take(b.slug, HEADER + ROW)
    const cache = createCatalogCache({ store: database.store, now: () => now, mostProducts: 3 })
    await Promise.all([cache.get(a.id), cache.get(a.id), cache.get(b.id)])
    expect(cache.size()).toEqual({ shops: 1, products: 1 })
  })

  it('sees what was committed late under an older clock', async () => {
    const { slug, id } = await shop()
    await take(slug, HEADER + ROW)
    const loaded = await loadCatalog(database.store.db, id)
    now -= 2000
    await take(slug, HEADER + ROW.replace(',5,', ',1,'))
    now += 2000
    const seen = { changedAt: loaded?.changedAt ?? 0, heldMs: 250 }
    const news = await loadChanges(database.store.db, id, seen)
    expect(news?.changes).toMatchObject([{ sku: 'A-1', stock: 1 }])
    expect(await loadChanges(database.store.db, id, { ...seen, heldMs: 10_000 })).toMatchObject({ changes: [] })
  })

  it('goes on seeing changes long after the last one', async () => {
    const { slug, id } = await shop()
    await take(slug, HEADER + ROW)
    const cache = createCatalogCache({ store: database.store, now: () => now })
    await cache.get(id)
    for (const stock of [4, 3]) {
      now += 60_000
      await cache.get(id)
      await take(slug, HEADER + ROW.replace(',5,', `,${stock},`))
      now += 300
      expect((await cache.get(id)).bySku.get('A-1')?.stock).toBe(stock)
    }
  })

  it('refuses a wrong update and leaves the product as it was', async () => {
    const { slug, id } = await shop()
    await take(slug, HEADER + ROW)
    const update = createProductUpdater({ store: database.store, now: () => now })
    const attempt = (sku: string, fields: object) =>
      update({ tenant: slug, sku, update: fields, reason: 'r', actor: 'a' })
    await expect(attempt('A-1', {})).rejects.toMatchObject({ code: 'nothing_to_change' })
    await expect(attempt('A-1', { price: '-1' })).rejects.toMatchObject({ code: 'product_invalid' })
    await expect(attempt('A-1', { sale_price: '50000' })).rejects.toMatchObject({ code: 'product_invalid' })
    await expect(attempt('A-9', { price: '1' })).rejects.toMatchObject({
      code: 'product_not_found',
      hint: 'did you mean A-1?',
    })
    const { before, after } = await attempt('A-1', { price: '39990' })
    expect(after).toBe(before)
    expect((await findProduct(database.store.db, id, 'A-1'))?.price).toBe(39_990)
  })

  it('finds and pages', async () => {
    const { slug, id } = await shop()
    await take(
      slug,
      HEADER +
        Array.from({ length: 25 }, (_, n) => `S-${n},Cosa 100%_${n},,C${n % 2},${n + 1},CLP,${n % 3},x\n`).join(''),
    )
    const page = (filter: object, offset = 0) => pageProducts(database.store.db, id, filter, { offset, limit: 10 })
    expect(await page({}, 20)).toMatchObject({ total: 25, products: { length: 5 } })
    expect((await page({})).products.map((product) => product.sku).slice(0, 3)).toEqual(['S-0', 'S-1', 'S-2'])
    expect(await page({ text: '100%_7' })).toMatchObject({ total: 1 })
    expect(await page({ category: 'C1', soldOut: true })).toMatchObject({ total: 4 })
  })
})

describe('prices and stock as people write them', () => {
  it.each([
    ['24990', 24_990],
    ['24.990', 24_990],
    ['$24.990', 24_990],
    ['$ 1.234.567', 1_234_567],
    ['24,990', 24_990],
    ['24990.00', 24_990],
    ['24.990,00', 24_990],
    ['24.990.-', 24_990],
    ['CLP 5000', 5000],
    [990, 990],
  ])('%s', (text, pesos) => expect(readPrice(text)).toBe(pesos))

  it.each([['12.5'], ['1e9'], ['-5'], ['9999999999'], ['gratis'], [''], [1.5], [null], ['1.23.456'], ['٣٤'], [{}]])(
    'refuses %s',
    (value) => expect(readPrice(value)).toBeTypeOf('string'),
  )

  it('takes any whole amount back as it prints it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (pesos) => {
        expect(readPrice(`$${String(pesos).replace(/\B(?=(\d{3})+$)/g, '.')}`)).toBe(pesos)
        if (pesos <= 10_000_000) expect(readStock(String(pesos))).toBe(pesos)
      }),
    )
  })

  it('never throws, whatever a row holds', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())
    const column = fc.oneof(
      fc.constantFrom('sku', 'name', 'price', 'stock', 'tags', 'sale_from', 'attributes'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(column, cell)), fc.boolean(), (cells, escaped) => {
        const { values, rejected } = readRow(
          { line: 1, fields: new Map(cells), cells: null, escaped },
          'America/Santiago',
        )
        expect(values === null).toBe(rejected.length > 0)
      }),
    )
  })
})

describe('dates of a sale', () => {
  it('begin and end with the day in the shop, also where clocks change', () => {
    const iso = (text: string, edge: 'start' | 'end') =>
      new Date(parseMoment(text, 'America/Santiago', edge) ?? 0).toISOString()
    expect(iso('2026-12-01', 'start')).toBe('2026-12-01T03:00:00.000Z')
    expect(iso('24/12/2026', 'end')).toBe('2026-12-25T02:59:59.999Z')
    expect(iso('2026-07-01T10:30', 'start')).toBe('2026-07-01T14:30:00.000Z')
    expect(iso('2026-07-01T10:30:00Z', 'end')).toBe('2026-07-01T10:30:00.000Z')
    expect(parseMoment('2026-02-31', 'America/Santiago', 'start')).toBeNull()
    expect(parseMoment('mañana', 'America/Santiago', 'start')).toBeNull()
  })
})

describe('a file on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-products-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read by its path; a folder or nothing is refused', async () => {
    const { stageFile } = await import('./stage-file.ts')
    const path = join(folder, 'a.csv')
    writeFileSync(path, HEADER)
    const staged = await stageFile(path)
    expect(staged).toMatchObject({ path, encoding: 'utf-8', format: 'csv' })
    staged.remove()
    await expect(stageFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'file_unreadable', exit: 66 })
    await expect(stageFile(folder)).rejects.toMatchObject({ code: 'file_unreadable' })
  })
})
