import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Dialect, Store } from '../../src/store/store.ts'

export interface TestDatabase {
  dialect: Dialect
  url: string
  /** Open and migrated. */
  store: Store
  /** Closes the store and removes the database. */
  remove(): Promise<void>
}

/** Makes an empty database (a SQLite file or a Postgres database of its own) and its URL. */
export async function createDatabase(dialect: Dialect): Promise<{ url: string; drop(): Promise<void> }> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'botctl-test-'))
    return {
      url: `sqlite:${join(folder, 'botctl.sqlite')}`,
      async drop() {
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
  const admin = inject('postgresUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  await runAdmin(admin, `CREATE DATABASE ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    async drop() {
      await runAdmin(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/**
 * An empty database as docs/operating/install.md makes it: its owner is no superuser, so that row-level security holds for
 * everything the program does there.
 */
export async function createOwnedDatabase(dialect: Dialect): Promise<{ url: string; drop(): Promise<void> }> {
  const { url, drop } = await createDatabase(dialect)
  if (dialect === 'sqlite') return { url, drop }
  const owned = new URL(url)
  const name = owned.pathname.slice(1)
  const admin = inject('postgresUrl')
  await runAdmin(admin, `CREATE ROLE ${name} LOGIN PASSWORD 'w' NOSUPERUSER NOBYPASSRLS`)
  await runAdmin(admin, `ALTER DATABASE ${name} OWNER TO ${name}`)
  owned.username = name
  owned.password = 'w'
  return {
    url: owned.toString(),
    async drop() {
      await drop()
      await runAdmin(admin, `DROP ROLE ${name}`)
    },
  }
}

/** A migrated database. */
export async function openTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const { url, drop } = await createDatabase(dialect)
  const store = await openStore(url)
  await migrate(store, { now: 0 })
  return {
    dialect,
    url,
    store,
    async remove() {
      await store.close()
      await drop()
    },
  }
}

/** Runs the same suite on both databases: `describeStores('orders', (open) => { it(…) })`. */
export function describeStores(
  name: string,
  suite: (open: () => Promise<TestDatabase>, dialect: Dialect) => void,
): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${dialect})`, () => suite(() => openTestDatabase(dialect), dialect))
  }
}

async function runAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
