import { type RawBuilder, sql } from 'kysely'

/** Whose rows: all shops (null), one, or those that a user may see. */
export type TenantScope = string | readonly string[] | null

/** `column = 'id'`, `column IN (…)`, always or never true: the same query then serves one shop, some and all. */
export function only(column: string, scope: TenantScope): RawBuilder<unknown> {
  if (scope === null) return sql`1 = 1`
  if (typeof scope === 'string') return sql`${sql.ref(column)} = ${scope}`
  if (scope.length === 0) return sql`1 = 0`
  return sql`${sql.ref(column)} IN (${sql.join([...scope])})`
}

/** True where the rows of exactly one shop are asked for: they hang together in indexes that begin with the shop. */
export function isOneShop(scope: TenantScope): boolean {
  return typeof scope === 'string' || (scope !== null && scope.length === 1)
}

/** Our own whole numbers as text of the query: Postgres cannot infer the type of a parameter in arithmetic. */
export function int(value: number): RawBuilder<unknown> {
  return sql.raw(String(Math.trunc(value)))
}
