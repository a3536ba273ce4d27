import { isDeepStrictEqual } from 'node:util'
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createId } from '../../ids.ts'
import {
  bumpCatalogVersion,
  findProductsToWrite,
  lastPosition,
  PRODUCT_BATCH,
  recordStockSet,
  writeProducts,
  type Product,
  type ProductWrite,
} from '../../store/products.ts'
import type { Db, Dialect, Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { readRow, type Rejection, type RowValues } from './product-row.ts'
import { readRecords } from './read-records.ts'
import { stageFile, type StagedFile } from './stage-file.ts'

export interface ImportRequest {
  tenant: string
  /** A path, or what arrives on stdin. */
  source: string | Readable
  /** Write the good rows and report the bad ones; else a bad row means that nothing is written. */
  partial?: boolean
  onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  phase: 'check' | 'write'
  rows: number
  /** 0..1 of this phase. */
  share: number
}

export interface ImportReport {
  created: number
  updated: number
  unchanged: number
  rejected: Rejection[]
}

export interface ImportResult {
  report: ImportReport
  /** False where bad rows kept everything from being written. */
  written: boolean
}

/** A report names this many faults at most: whoever has more has one fault in every row. */
const MOST_REJECTIONS = 10_000

/**
 * Takes a catalog in: checks every row first, then writes all of them in one transaction, changing only what differs.
 * `stock` is what can be sold now; what orders hold comes on top. Memory is bounded: rows wait in a temporary file.
 * Throws `tenant_not_found` (66), and for files that cannot be read what `stageFile` and `readRecords` throw (65, 66).
 */
export function createProductImporter(
  deps: AuditedBy & { store: Store },
): (request: ImportRequest) => Promise<ImportResult> {
  return async (request) => {
    const tenant = await requireTenant(deps.store.db, request.tenant)
    const file = await stageFile(request.source)
    try {
      const checked = await check(file, tenant.timezone, request)
      const { rejected } = checked
      if (rejected.length > 0 && request.partial !== true) {
        return { report: { created: 0, updated: 0, unchanged: 0, rejected }, written: false }
      }
      const now = deps.now()
      const counts = await deps.store.transaction(async (trx) => {
        const written = await write(trx, deps.store.dialect, tenant.id, checked, request, now)
        const after = { ...written, rejected: rejected.length }
        await recordBy(deps, trx, { tenantId: tenant.id, action: 'product.import', object: tenant.slug, after })
        return written
      })
      return { report: { ...counts, rejected }, written: true }
    } finally {
      file.remove()
    }
  }
}

interface Checked {
  /** Good rows, a JSON object a line. */
  path: string
  count: number
  rejected: Rejection[]
}

/** Reads the file once; good rows go to a file beside it, faults to the report. */
async function check(file: StagedFile, timezone: string, request: ImportRequest): Promise<Checked> {
  const path = join(file.folder, 'rows')
  const output = openSync(path, 'w', 0o600)
  const lines = new Map<string, number>()
  const rejected: Rejection[] = []
  let buffer = ''
  let count = 0
  let share = 0
  try {
    for await (const record of readRecords(file, (read) => (share = read / file.bytes))) {
      const { values, rejected: faults } = readRow(record, timezone)
      if (values === null) {
        for (const fault of faults) if (rejected.length < MOST_REJECTIONS) rejected.push(fault)
        continue
      }
      const key = values.sku.toLowerCase()
      const earlier = lines.get(key)
      if (earlier !== undefined) {
        if (rejected.length < MOST_REJECTIONS) {
          rejected.push({ line: record.line, field: 'sku', reason: `stands already on line ${earlier}` })
        }
        continue
      }
      lines.set(key, record.line)
      buffer += `${JSON.stringify(values)}\n`
      if (buffer.length > WRITE_BUFFER) {
        writeSync(output, buffer)
        buffer = ''
      }
      if (++count % PROGRESS_ROWS === 0) request.onProgress?.({ phase: 'check', rows: count, share })
    }
    writeSync(output, buffer)
  } finally {
    closeSync(output)
  }
  return { path, count, rejected }
}

const WRITE_BUFFER = 256 * 1024
const PROGRESS_ROWS = 500

type Counts = Pick<ImportReport, 'created' | 'updated' | 'unchanged'>

async function write(
  trx: Db,
  dialect: Dialect,
  tenantId: string,
  checked: Checked,
  request: ImportRequest,
  now: number,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0 }
  const state = { position: await lastPosition(trx, tenantId), words: false }
  let batch: RowValues[] = []
  let done = 0
  const flush = async () => {
    await writeBatch(trx, dialect, tenantId, batch, state, counts, now)
    done += batch.length
    batch = []
    request.onProgress?.({ phase: 'write', rows: done, share: done / Math.max(1, checked.count) })
  }
  for await (const line of createInterface({ input: createReadStream(checked.path), crlfDelay: Infinity })) {
    batch.push(JSON.parse(line) as RowValues)
    if (batch.length === PRODUCT_BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  if (state.words) await bumpCatalogVersion(trx, tenantId, now)
  return counts
}

async function writeBatch(
  trx: Db,
  dialect: Dialect,
  tenantId: string,
  rows: RowValues[],
  state: { position: number; words: boolean },
  counts: Counts,
  now: number,
): Promise<void> {
  const known = new Map<string, Product>()
  for (const product of await findProductsToWrite(
    trx,
    dialect,
    tenantId,
    rows.map((row) => row.sku),
  ))
    known.set(product.sku, product)
  const writes: ProductWrite[] = []
  const moves: Array<{ productId: string; quantity: number }> = []
  for (const row of rows) {
    const before = known.get(row.sku)
    const after = before ? merge(before, row) : fresh(row, ++state.position)
    if (before && isDeepStrictEqual(contentOf(before), contentOf(after))) {
      counts.unchanged++
      continue
    }
    if (before) counts.updated++
    else counts.created++
    state.words ||= !before || !isDeepStrictEqual(wordsOf(before), wordsOf(after))
    const difference = after.stock - (before?.stock ?? 0)
    if (difference !== 0) moves.push({ productId: after.id, quantity: difference })
    writes.push(after)
  }
  await writeProducts(trx, tenantId, writes, now)
  await recordStockSet(trx, tenantId, moves, 'import', now)
}

function fresh(row: RowValues, position: number): ProductWrite {
  return {
    id: createId('prd'),
    description: '',
    category: '',
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    currency: 'CLP',
    stock: 0,
    status: 'active',
    tags: [],
    aliases: [],
    attributes: {},
    ...row,
    position,
  }
}

/** What the file does not speak of stays; of attributes, those it does not name. */
function merge(before: Product, row: RowValues): ProductWrite {
  const attributes = row.attributes ? { ...before.attributes, ...row.attributes } : before.attributes
  const after = { ...contentOf(before), id: before.id, position: before.position, ...row, attributes }
  // A file that lowers the price to the sale's, or under it, ends the sale.
  if (after.salePrice !== null && after.salePrice >= after.price) after.salePrice = null
  return after
}

function contentOf(product: ProductWrite | Product): Omit<ProductWrite, 'id' | 'position'> {
  return { ...wordsOf(product), ...figuresOf(product) }
}

/** What the index is built from. */
function wordsOf({ sku, name, description, category, tags, aliases, attributes, status }: ProductWrite | Product) {
  return { sku, name, description, category, tags, aliases, attributes, status }
}

function figuresOf({ price, salePrice, saleFrom, saleUntil, currency, stock }: ProductWrite | Product) {
  return { price, salePrice, saleFrom, saleUntil, currency, stock }
}
