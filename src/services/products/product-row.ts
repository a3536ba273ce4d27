import { storableText } from '../../store/json.ts'
import type { ProductValues } from '../../store/products.ts'
import { KNOWN_COLUMNS } from './columns.ts'
import type { CatalogRecord } from './read-records.ts'
import { parseMoment } from './zoned-time.ts'

export interface Rejection {
  line: number
  field: string
  reason: string
}

/** What a row gives: SKU, name and price always; a column that the file lacks, or an empty cell of stock, changes nothing. */
export type RowValues = Pick<ProductValues, 'sku' | 'name' | 'price'> & Partial<ProductValues>

/** Bounds that no shop meets and every accident does. */
const LONGEST = { sku: 64, name: 300, description: 10_000, category: 120, tag: 80, attribute: 2000 } as const
const MOST = { tags: 60, aliases: 60, attributes: 60 } as const
/** Nine digits: a typing error ten times larger than a house. */
export const LARGEST_PRICE = 999_999_999
export const LARGEST_STOCK = 10_000_000

/**
 * Checks one row and says all that is wrong with it, not only the first. `timezone` is the shop's: a sale that ends on a
 * date ends when that day does.
 */
export function readRow(
  record: CatalogRecord,
  timezone: string,
): { values: RowValues; rejected: [] } | { values: null; rejected: Rejection[] } {
  const rejected: Rejection[] = []
  const reject = (field: string, reason: string) => {
    rejected.push({ line: record.line, field, reason })
  }
  const plain = (value: unknown) => (record.escaped ? unescapeFormula(textOf(value)) : textOf(value)).trim()
  const text = (field: string, longest: number): string | undefined => {
    const value = record.fields.get(field)
    if (value === undefined || value === null) return undefined
    if (typeof value === 'object') {
      reject(field, 'must be text')
      return undefined
    }
    const clean = plain(value)
    if (clean !== storableText(clean)) reject(field, 'holds characters that cannot be stored')
    if (clean.length > longest) reject(field, `is longer than ${longest} characters`)
    return clean
  }
  const given = <T>(field: string, read: (value: unknown) => T | string): T | undefined => {
    const value = record.fields.get(field)
    if (value === undefined) return undefined
    const result = read(value)
    if (typeof result !== 'string') return result
    reject(field, result)
    return undefined
  }

  if (record.cells) {
    const { found, expected, column } = record.cells
    reject(column, `the row has ${found} cells where the header has ${expected}`)
  }
  const sku = text('sku', LONGEST.sku)
  if (!sku) reject('sku', 'is missing')
  else if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(sku)) reject('sku', 'holds control characters')
  const name = text('name', LONGEST.name)
  if (!name) reject('name', 'is missing')
  else if (/\p{Cc}/u.test(name)) reject('name', 'holds control characters or line breaks')
  const price = isBlank(record.fields.get('price')) ? undefined : given('price', readPrice)
  if (price === undefined && isBlank(record.fields.get('price'))) reject('price', 'is missing')
  const description = text('description', LONGEST.description)
  const category = text('category', LONGEST.category)
  const currency = text('currency', 10)
  if (currency && !/^(clp|\$|peso|pesos)$/i.test(currency))
    reject('currency', 'is not CLP: prices are whole Chilean pesos')
  const stock = isBlank(record.fields.get('stock')) ? undefined : given('stock', readStock)
  const salePrice = record.fields.has('sale_price')
    ? isBlank(record.fields.get('sale_price'))
      ? null
      : given('sale_price', readPrice)
    : undefined
  if (typeof salePrice === 'number' && price !== undefined && salePrice >= price) {
    reject('sale_price', 'is not below the price')
  }
  const saleFrom = moment('sale_from', 'start')
  const saleUntil = moment('sale_until', 'end')
  if (saleFrom && saleUntil && saleFrom > saleUntil) reject('sale_until', 'is before sale_from')
  const statusText = text('status', 20)
  const status = statusText ? STATUSES[statusText.toLowerCase()] : undefined
  if (statusText && status === undefined) reject('status', 'is neither active nor inactive')
  const tags = list('tags', MOST.tags)
  const aliases = list('aliases', MOST.aliases)
  const attributes = readAttributes()
  if (rejected.length > 0) return { values: null, rejected }
  return {
    rejected: [],
    values: {
      sku: sku ?? '',
      name: name ?? '',
      price: price ?? 0,
      ...(description === undefined ? {} : { description }),
      ...(category === undefined ? {} : { category }),
      ...(stock === undefined ? {} : { stock }),
      ...(salePrice === undefined ? {} : { salePrice }),
      ...(saleFrom === undefined ? {} : { saleFrom }),
      ...(saleUntil === undefined ? {} : { saleUntil }),
      ...(status === undefined ? {} : { status }),
      ...(tags === undefined ? {} : { tags }),
      ...(aliases === undefined ? {} : { aliases }),
      ...(attributes === undefined ? {} : { attributes }),
    },
  }

  function moment(field: string, edge: 'start' | 'end'): number | null | undefined {
    const value = record.fields.get(field)
    if (value === undefined) return undefined
    if (isBlank(value)) return null
    const at = parseMoment(textOf(value), timezone, edge)
    if (at === null) reject(field, 'is no date: write 2026-11-30 or 2026-11-30T18:00')
    return at ?? undefined
  }

  function list(field: string, most: number): string[] | undefined {
    const value = record.fields.get(field)
    if (value === undefined || value === null) return undefined
    const items: unknown[] = Array.isArray(value) ? value : plain(value).split(/[;|]/)
    const clean = [...new Set(items.map((item) => textOf(item).trim()))].filter((item) => item !== '')
    if (items.some((item) => typeof item === 'object')) reject(field, 'must be texts separated by ;')
    else if (clean.length > most) reject(field, `has more than ${most} entries`)
    else if (clean.some((item) => item.length > LONGEST.tag))
      reject(field, `has an entry longer than ${LONGEST.tag} characters`)
    else if (clean.some((item) => /\p{Cc}/u.test(item))) reject(field, 'holds control characters')
    return clean
  }

  function readAttributes(): Record<string, string> | undefined {
    const found: Record<string, string> = {}
    let any = false
    const put = (key: string, value: unknown) => {
      if (key === '' || value === null || value === undefined) return
      any = true
      const clean = plain(value)
      if (key.length > 60) reject(key.slice(0, 60), 'is a column name longer than 60 characters')
      else if (clean.length > LONGEST.attribute) reject(key, `is longer than ${LONGEST.attribute} characters`)
      else if (clean !== '')
        Object.defineProperty(found, key, {
          value: storableText(clean),
          enumerable: true,
          configurable: true,
          writable: true,
        })
    }
    const own = record.fields.get('attributes')
    if (typeof own === 'object' && own !== null && !Array.isArray(own)) {
      for (const [key, value] of Object.entries(own)) put(key, value)
    }
    for (const [key, value] of record.fields) if (!KNOWN_COLUMNS.has(key)) put(key, value)
    if (Object.keys(found).length > MOST.attributes) reject('attributes', `are more than ${MOST.attributes}`)
    return any ? found : undefined
  }
}

/**
 * Whole pesos, as people and Excel write them: 24990 · 24.990 · $24.990 · 24,990 · 24.990,00 · 24990.0.
 * A group of exactly three digits behind a dot or a comma is thousands; cents other than 00 are refused, and so is 1e9.
 */
export function readPrice(value: unknown): number | string {
  const amount = readWhole(value)
  if (amount === null) return 'is not a whole number of pesos'
  if (amount < 0) return 'is negative'
  if (amount > LARGEST_PRICE) return 'is larger than 999.999.999'
  return amount
}

export function readStock(value: unknown): number | string {
  const amount = readWhole(value)
  if (amount === null) return 'is not a whole number'
  if (amount < 0) return 'is negative'
  if (amount > LARGEST_STOCK) return 'is larger than 10.000.000'
  return amount
}

function readWhole(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null
  if (typeof value !== 'string') return null
  const text = value
    .replace(/^\s*'/, '')
    .replace(/clp|\$|\s|\u00A0/gi, '')
    .replace(/\.-$|,-$/, '')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,]0{1,2})?$/.exec(text)
  if (!match) return null
  const whole = Number((match[2] ?? '').replace(/[.,]/g, ''))
  if (!Number.isSafeInteger(whole)) return null
  return match[1] === '-' ? -whole : whole
}

const STATUSES: Readonly<Record<string, 'active' | 'inactive'>> = {
  active: 'active',
  activo: 'active',
  inactive: 'inactive',
  inactivo: 'inactive',
}

/** A cell as text; lists and objects as their JSON, which no field takes for its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The apostrophe that `export` puts before what a spreadsheet would run. */
function unescapeFormula(text: string): string {
  return /^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
