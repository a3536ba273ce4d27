import { sql } from 'kysely'
import { migrationFiles, migrationStatements, migrationText } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Db, Store } from '../../store/store.ts'

/**
 * What differs between the database's schema and the one that our migrations make: someone added, changed or dropped
 * something by hand. On SQLite the reference is made in memory; on Postgres in a schema of its own, in a transaction
 * that is always rolled back.
 */
export async function findSchemaDrift(store: Store): Promise<string[]> {
  const expected = store.dialect === 'sqlite' ? await sqliteReference() : await postgresReference(store)
  const found = await (store.dialect === 'sqlite' ? sqliteObjects(store.db) : postgresObjects(store.db))
  const drift: string[] = []
  for (const [name, definition] of expected) {
    const actual = found.get(name)
    if (actual === undefined) drift.push(`${name} is missing`)
    else if (actual !== definition) drift.push(`${name} differs`)
  }
  for (const name of found.keys()) if (!expected.has(name)) drift.push(`${name} is not ours`)
  return drift
}

type Objects = Map<string, string>

async function sqliteReference(): Promise<Objects> {
  const store = await openStore('sqlite::memory:')
  try {
    await runMigrations(store, store.db)
    return await sqliteObjects(store.db)
  } finally {
    await store.close()
  }
}

async function sqliteObjects(db: Db): Promise<Objects> {
  const { rows } = await sql<{ type: string; name: string; definition: string }>`
    SELECT type, name, sql AS definition FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration'`.execute(db)
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row.definition.replaceAll(/\s+/g, ' ')]))
}

class RolledBack extends Error {}

async function postgresReference(store: Store): Promise<Objects> {
  let objects: Objects = new Map()
  await store.db
    .transaction()
    .execute(async (trx) => {
      await sql`CREATE SCHEMA botctl_reference`.execute(trx)
      await sql`SET LOCAL search_path TO botctl_reference`.execute(trx)
      await runMigrations(store, trx)
      objects = await postgresObjects(trx)
      // Never committed: the throw is the way back.
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  return objects
}

async function postgresObjects(db: Db): Promise<Objects> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT 'column ' || table_name || '.' || column_name AS name,
      data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS definition
    FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_migration'
    UNION ALL
    SELECT 'index ' || indexname, replace(indexdef, current_schema() || '.', '')
    FROM pg_indexes WHERE schemaname = current_schema() AND tablename <> 'schema_migration'
    UNION ALL
    SELECT 'constraint ' || c.relname || '.' || k.conname, replace(pg_get_constraintdef(k.oid), current_schema() || '.', '')
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.connamespace = current_schema()::regnamespace AND c.relname <> 'schema_migration' AND k.contype <> 'n'`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.name, row.definition]))
}

async function runMigrations(store: Store, db: Db): Promise<void> {
  for (const name of migrationFiles(store)) {
    for (const statement of migrationStatements(migrationText(store, name))) await sql.raw(statement).execute(db)
  }
}
