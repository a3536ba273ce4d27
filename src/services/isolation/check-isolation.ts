import { sql } from 'kysely'
import type { Store } from '../../store/store.ts'
import { tenantStore } from '../../store/tenant-store.ts'

export interface IsolationRow {
  table: string
  /** Rows of the first shop that a connection narrowed to the second one saw: must be 0. */
  foreignRowsSeen: number
  /** Rows that a connection narrowed to no shop saw: must be 0. */
  rowsSeenWithoutShop: number
  /** A write into the first shop's rows from the second one changed something: must be false. */
  foreignWrite: boolean
  forced: boolean
  policies: number
}

export interface IsolationReport {
  /** `postgres` with the wall in force; `queries` where only the queries' own conditions stand between shops. */
  wall: 'postgres' | 'queries'
  /** Why the wall is not in force, where it is not. */
  reason: string | null
  /** The two shops tried against each other. */
  tried: { owner: string; intruder: string } | null
  tables: IsolationRow[]
  problems: string[]
}

/**
 * Tries every read and a write with a foreign shop's ids, table by table, and says what it saw. Nothing is changed: each
 * write is rolled back. For `botctl doctor isolation`.
 */
export async function checkIsolation(store: Store): Promise<IsolationReport> {
  if (store.dialect === 'sqlite')
    return {
      wall: 'queries',
      reason: 'SQLite has no row-level security: the queries’ own conditions are the wall',
      tried: null,
      tables: [],
      problems: [],
    }
  const tables = await readTables(store)
  const problems = tables.flatMap((table) => [
    ...(table.forced ? [] : [`${table.name} has a tenant_id and no FORCE ROW LEVEL SECURITY`]),
    ...(table.policies > 0 ? [] : [`${table.name} has no policy`]),
  ])
  const { rows: roles } = await sql<{ bypass: boolean }>`
    SELECT rolsuper OR rolbypassrls AS bypass FROM pg_roles WHERE rolname = current_user`.execute(store.db)
  const bypass = roles[0]?.bypass ?? false
  if (bypass) problems.push('the database user is a superuser or has BYPASSRLS: the wall does not hold for it')
  const pair = await store.db.selectFrom('tenant').select(['id', 'slug']).orderBy('created_at').limit(2).execute()
  const [owner, intruder] = pair
  if (owner === undefined || intruder === undefined)
    return {
      wall: bypass ? 'queries' : 'postgres',
      reason: bypass ? 'superuser' : null,
      tried: null,
      tables: [],
      problems,
    }
  const asIntruder = tenantStore(store, [intruder.id])
  const asNobody = tenantStore(store, [])
  const tried: IsolationRow[] = []
  for (const table of tables) {
    const row: IsolationRow = {
      table: table.name,
      foreignRowsSeen: await countRows(asIntruder, table.name, owner.id),
      rowsSeenWithoutShop: await countRows(asNobody, table.name, null),
      foreignWrite: await tryWrite(asIntruder, table.name, owner.id),
      forced: table.forced,
      policies: table.policies,
    }
    tried.push(row)
    if (!bypass && row.foreignRowsSeen > 0)
      problems.push(`${table.name}: ${row.foreignRowsSeen} foreign rows were seen`)
    if (!bypass && row.rowsSeenWithoutShop > 0) problems.push(`${table.name}: rows were seen with no shop set`)
    if (!bypass && row.foreignWrite) problems.push(`${table.name}: a foreign row could be changed`)
  }
  return {
    wall: bypass ? 'queries' : 'postgres',
    reason: bypass ? 'the database user bypasses row-level security: use one that is no superuser' : null,
    tried: { owner: owner.slug, intruder: intruder.slug },
    tables: tried,
    problems,
  }
}

async function readTables(store: Store): Promise<Array<{ name: string; forced: boolean; policies: number }>> {
  const { rows } = await sql<{ name: string; forced: boolean; policies: number }>`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname`.execute(store.db)
  return rows
}

async function countRows(store: Store, table: string, tenantId: string | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${sql.table(table)}
    WHERE ${tenantId === null ? sql`true` : sql`tenant_id = ${tenantId}`}`.execute(store.db)
  return rows[0]?.n ?? 0
}

class RolledBack extends Error {}

/** An UPDATE that changes nothing would still tell that the row can be reached; the transaction is thrown away. */
async function tryWrite(store: Store, table: string, tenantId: string): Promise<boolean> {
  let reached = false
  try {
    await store.transaction(async (trx) => {
      const result =
        await sql`UPDATE ${sql.table(table)} SET tenant_id = tenant_id WHERE tenant_id = ${tenantId}`.execute(trx)
      reached = (result.numAffectedRows ?? 0n) > 0n
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return reached
}
