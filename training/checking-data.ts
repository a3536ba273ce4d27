import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CatalogProduct, Intent } from '../src/engine/types.ts'
import type { Labelled } from './dataset.ts'

/** A labelled message with the products a good answer shows. */
export interface CheckedMessage extends Labelled {
  products: string[]
  quantity: number | null
}

/** Reads `{"tenant","text","intent","products","quantity"?}` lines. */
export function readMessages(file: string): CheckedMessage[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as {
        tenant: string
        text: string
        intent: Intent
        products?: string[]
        quantity?: number
      }
      return {
        shop: row.tenant,
        text: row.text,
        intent: row.intent,
        context: {},
        products: row.products ?? [],
        quantity: row.quantity ?? null,
      }
    })
}

/** Every `<slug>.csv` of a folder as a shop. */
export function readShops(folder: string): Array<{ id: string; products: CatalogProduct[] }> {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ id: name.slice(0, -4), products: readCatalog(join(folder, name)) }))
}

function readCatalog(file: string): CatalogProduct[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as Array<Record<string, string>>
  return rows.map((row) => ({
    id: row.sku ?? '',
    sku: row.sku ?? '',
    name: row.name ?? '',
    description: row.description ?? '',
    category: row.category ?? '',
    price: Number(row.price),
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: Number(row.stock),
    tags: (row.tags ?? '').split(';').filter((tag) => tag !== ''),
    aliases: [],
    attributes: {},
  }))
}
