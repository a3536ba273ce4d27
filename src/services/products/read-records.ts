import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { BotctlError, EXIT } from '../../errors.ts'
import { headerOf } from './columns.ts'
import { textOf, type StagedFile } from './stage-file.ts'

/** A row as written: column → text, and for JSON also arrays and objects. */
export interface CatalogRecord {
  /** The line in the file; for a JSON array the place in it. 1-based, the header counted. */
  line: number
  fields: Map<string, unknown>
  /** The row has more or fewer cells than the header; `column` is the first one without a cell, or the last. */
  cells: { expected: number; found: number; column: string } | null
  /** CSV: cells may wear the apostrophe that `export` puts before formulas. */
  escaped: boolean
}

/** One row may be this long: more means that a quote was never closed. */
const LONGEST_ROW = 1024 * 1024
/** JSON arrays are parsed in one piece, so they must fit in memory; CSV and a JSON object a line are not bounded by this. */
const LARGEST_JSON = 64 * 1024 * 1024

/** The rows of a catalog file in order. Throws `csv_unreadable` or `json_unreadable` (65) with the line. */
export async function* readRecords(file: StagedFile, onBytes?: (read: number) => void): AsyncGenerator<CatalogRecord> {
  if (file.format === 'csv') yield* readCsv(file, onBytes)
  else yield* readJson(file, onBytes)
}

async function* readCsv(file: StagedFile, onBytes?: (read: number) => void): AsyncGenerator<CatalogRecord> {
  const parser = Readable.from(textOf(file, onBytes)).pipe(
    parse({
      bom: true,
      delimiter: await separatorOf(file),
      info: true,
      // Cells are counted below, where the row can be named and the others still read.
      relax_column_count: true,
      // `Smart TV 32" HD` is how people type inches.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      trim: true,
    }),
  )
  let header: string[] | null = null
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (header === null) {
        header = checkHeader(record.map((name) => headerOf(name)))
        continue
      }
      if (record.every((cell) => cell === '')) continue
      yield {
        line: info.lines,
        fields: new Map(header.map((name, at) => [name, record[at] ?? ''])),
        cells: record.length === header.length ? null : cellsOf(header, record.length),
        escaped: true,
      }
    }
  } catch (error) {
    throw unreadableCsv(error)
  }
  if (header === null) throw unreadableCsv(new Error('no header'))
}

/** A report names a field; of a row cut short it is the first that is missing, of one too long the last of the header. */
function cellsOf(header: string[], found: number): CatalogRecord['cells'] {
  return { expected: header.length, found, column: header[found] ?? header.at(-1) ?? '' }
}

function checkHeader(header: string[]): string[] {
  const missing = ['sku', 'name', 'price'].filter((name) => !header.includes(name))
  if (missing.length > 0) {
    throw new BotctlError('columns_missing', `the header lacks ${missing.join(', ')}`, {
      hint: 'the first line must name the columns: sku,name,description,category,price,currency,stock,tags',
      details: { missing },
      exit: EXIT.badData,
    })
  }
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at)
  if (twice === undefined) return header
  throw new BotctlError('column_twice', 'a column stands in the header twice', {
    hint: 'keep one of the two; "precio" and "price" are the same column',
    details: { column: twice.slice(0, 60) },
    exit: EXIT.badData,
  })
}

function unreadableCsv(error: unknown): BotctlError {
  if (error instanceof BotctlError) return error
  const { code, lines } = error as { code?: string; lines?: number }
  const quote = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return new BotctlError(
    'csv_unreadable',
    quote ? 'a quote is opened and never closed' : 'the file is not readable as CSV',
    {
      hint: quote
        ? 'close the quote, or double it where it belongs to the text: 55"" TV'
        : 'save the catalog as "CSV UTF-8" or JSON',
      ...(lines === undefined ? {} : { details: { line: lines } }),
      exit: EXIT.badData,
      cause: error,
    },
  )
}

/** The separator that the header line has most of. */
async function separatorOf(file: StagedFile): Promise<string> {
  let head = ''
  for await (const piece of textOf(file)) {
    head += piece
    if (/[\r\n]/.test(head) || head.length > LONGEST_ROW) break
  }
  const line = head.replace(/^\uFEFF/, '').split(/[\r\n]/)[0] ?? ''
  const unquoted = line.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: unquoted.split(sign).length - 1 }))
  counts.sort((a, b) => b.count - a.count)
  return counts[0]?.count ? counts[0].sign : ','
}

async function* readJson(file: StagedFile, onBytes?: (read: number) => void): AsyncGenerator<CatalogRecord> {
  if (file.format === 'ndjson') {
    const whole = tryWhole(file)
    if (whole) yield* recordsOf(whole)
    else yield* readLines(file, onBytes)
    return
  }
  if (file.bytes > LARGEST_JSON) {
    throw new BotctlError('file_too_large', 'a JSON array of more than 64 MB is not read in one piece', {
      hint: 'write one JSON object a line, or CSV',
      exit: EXIT.badData,
    })
  }
  yield* recordsOf(parseJson(readText(file), 1))
  onBytes?.(file.bytes)
}

/** `{"products":[…]}`, as `product export --json` of other systems have it; null where it is an object a line. */
function tryWhole(file: StagedFile): unknown {
  if (file.bytes > LARGEST_JSON) return null
  try {
    const value = JSON.parse(readText(file)) as { products?: unknown }
    return Array.isArray(value.products) ? value.products : [value]
  } catch {
    return null
  }
}

async function* readLines(file: StagedFile, onBytes?: (read: number) => void): AsyncGenerator<CatalogRecord> {
  let rest = ''
  let line = 0
  for await (const piece of textOf(file, onBytes)) {
    rest += piece
    if (rest.length > LONGEST_ROW && !rest.includes('\n')) throw unreadableJson(line + 1)
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      line++
      if (text.trim() !== '') yield recordOf(parseJson(text, line), line)
    }
  }
  if (rest.trim() !== '') yield recordOf(parseJson(rest, line + 1), line + 1)
}

function* recordsOf(value: unknown): Generator<CatalogRecord> {
  if (!Array.isArray(value)) throw unreadableJson(1)
  for (const [at, item] of value.entries()) yield recordOf(item, at + 1)
}

function recordOf(value: unknown, line: number): CatalogRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadableJson(line)
  const fields = new Map<string, unknown>()
  for (const [name, field] of Object.entries(value)) fields.set(headerOf(name), field)
  return { line, fields, cells: null, escaped: false }
}

function readText(file: StagedFile): string {
  return new TextDecoder(file.encoding).decode(readFileSync(file.path))
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadableJson(line)
  }
}

function unreadableJson(line: number): BotctlError {
  return new BotctlError('json_unreadable', 'the file is not a list of products in JSON', {
    hint: 'write an array of objects, or one object a line, each with sku, name and price',
    details: { line },
    exit: EXIT.badData,
  })
}
