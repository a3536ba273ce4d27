import { z } from 'zod'

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('rows a page'),
  cursor: z.string().max(500).optional().describe('`next_cursor` of the page before'),
}

export const tenantQuery = { tenant: z.string().max(100).optional().describe('only this shop, by its slug') }

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().describe('where the next page begins; null on the last one'),
  })
}

/** A page of `limit` rows from one row more than that, which tells whether there is a next. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  position: (row: Row) => unknown,
): { items: Item[]; next_cursor: string | null } {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map(item),
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null,
  }
}

/** A page of a list that is short enough to be read whole (channels, zones, discounts): by `key`, which is unique. */
export function pageOfAll<Row, Item>(
  rows: readonly Row[],
  query: { limit: number; cursor?: string | undefined },
  item: (row: Row) => Item,
  key: (row: Row) => string,
): { items: Item[]; next_cursor: string | null } {
  const after = decodeCursor(query.cursor, z.string())
  const sorted = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const rest = after === null ? sorted : sorted.filter((row) => key(row) > after)
  return toPage(rest.slice(0, query.limit + 1), query.limit, item, key)
}

function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Null for none, and for what is not a cursor of ours: then the first page is a fair answer. */
export function decodeCursor<T extends z.ZodType>(cursor: string | undefined, shape: T): z.infer<T> | null {
  if (cursor === undefined) return null
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export const positionShape = z.object({ at: z.number().int(), id: z.string() })
