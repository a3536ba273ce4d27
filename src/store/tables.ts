import { sql } from 'kysely'
import type { Db, Store } from './store.ts'

/** Every table of ours but the migrations' own, parents before children. Asked from the database: no list to keep. */
export async function tablesInOrder(store: Store, db: Db = store.db): Promise<string[]> {
  const names = await tableNames(store, db)
  const parents = await foreignKeys(store, db, names)
  const ordered: string[] = []
  const visit = (table: string, path: readonly string[]): void => {
    if (ordered.includes(table) || path.includes(table)) return
    for (const parent of parents.get(table) ?? []) if (parent !== table) visit(parent, [...path, table])
    ordered.push(table)
  }
  for (const name of names) visit(name, [])
  return ordered
}

/** Column names of a table, in the database's order. */
export async function columnsOf(store: Store, db: Db, table: string): Promise<string[]> {
  const query =
    store.dialect === 'sqlite'
      ? sql<{ name: string }>`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`
      : sql<{ name: string }>`SELECT column_name AS name FROM information_schema.columns
          WHERE table_schema = current_schema() AND table_name = ${table} ORDER BY ordinal_position`
  return (await query.execute(db)).rows.map((row) => row.name)
}

/** After rows came in with their own ids, the next id must follow them. SQLite's AUTOINCREMENT sees to it by itself. */
export async function resetSequences(store: Store, db: Db): Promise<void> {
  if (store.dialect === 'sqlite') return
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_identity = 'YES'`.execute(db)
  for (const { table, column } of rows) {
    await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}),
      (SELECT coalesce(max(${sql.ref(column)}), 0) + 1 FROM ${sql.table(table)}), false)`.execute(db)
  }
}

async function tableNames(store: Store, db: Db): Promise<string[]> {
  const query =
    store.dialect === 'sqlite'
      ? sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name <> 'schema_migration' ORDER BY name`
      : sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
          WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'schema_migration'
          ORDER BY table_name`
  return (await query.execute(db)).rows.map((row) => row.name)
}

async function foreignKeys(store: Store, db: Db, names: readonly string[]): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>()
  if (store.dialect === 'sqlite') {
    for (const name of names) {
      const { rows } = await sql<{ parent: string }>`
        SELECT DISTINCT "table" AS parent FROM pragma_foreign_key_list(${name})`.execute(db)
      parents.set(
        name,
        rows.map((row) => row.parent),
      )
    }
    return parents
  }
  const { rows } = await sql<{ child: string; parent: string }>`
    SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint k
    JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace`.execute(db)
  for (const { child, parent } of rows) parents.set(child, [...(parents.get(child) ?? []), parent])
  return parents
}
