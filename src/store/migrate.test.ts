import { fork } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { createDatabase } from '../../test/support/databases.ts'
import { BotctlError } from '../errors.ts'
import { migrate, migrationFiles, migrationStatements, migrationStatus, requireMigrated } from './migrate.ts'
import { openStore } from './open.ts'
import type { Store } from './store.ts'
import { tenantTables } from './tenants.ts'

const shipped = new URL('../../migrations/', import.meta.url)

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`migrate (${dialect})`, () => {
    const cleanups: Array<() => unknown> = []
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
    })

    async function empty(): Promise<{ url: string; store: Store }> {
      const { url, drop } = await createDatabase(dialect)
      const store = await openStore(url)
      cleanups.push(drop, () => store.close())
      return { url, store }
    }

    /** The shipped migrations and one more of a test's own. */
    function folderWith(name: string, text: string): URL {
      const folder = mkdtempSync(join(tmpdir(), 'botctl-migrations-'))
      cleanups.push(() => rmSync(folder, { recursive: true }))
      cpSync(fileURLToPath(shipped), folder, { recursive: true })
      writeFileSync(join(folder, dialect, name), text)
      return pathToFileURL(`${folder}/`)
    }

    const code = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof BotctlError ? `${error.code} ${error.exit}` : String(error)),
      )

    it('looks without creating anything, applies everything once, and then leaves the database alone', async () => {
      const { store } = await empty()
      expect((await migrationStatus(store)).pending).toEqual(migrationFiles(store))
      expect(await code(requireMigrated(store))).toBe('database_empty 78')
      expect(await tenantTables(store, store.db)).toEqual([])
      expect(await migrate(store, { now: 7 })).toEqual(migrationFiles(store))
      expect(await migrate(store, { now: 8 })).toEqual([])
      const { applied, pending } = await migrationStatus(store)
      expect(pending).toEqual([])
      expect(new Set(applied.map((row) => row.appliedAt))).toEqual(new Set([7]))
      expect(await code(requireMigrated(store))).toBe('done')
    })

    it('leaves nothing of a migration that breaks in the middle, and says where the database stands', async () => {
      const { store } = await empty()
      const folder = folderWith(
        '9001_broken.sql',
        'CREATE TABLE half_done (id TEXT);\nCREATE TABLE broken (id NO SUCH THING(;\n',
      )
      const failed = await migrate(store, { now: 1, folder }).catch((error: unknown) => error)
      expect(failed).toMatchObject({ code: 'migration_failed', details: { failed: '9001_broken.sql' } })
      expect(String(failed)).toContain(`after ${migrationFiles(store).at(-1)}`)
      await expect(sql`SELECT * FROM half_done`.execute(store.db)).rejects.toThrow(/half_done/)
      expect((await migrationStatus(store, folder)).pending).toEqual(['9001_broken.sql'])
      expect(await code(requireMigrated(store))).toBe('done')
    })

    it('refuses a database that is newer than this program', async () => {
      const { store } = await empty()
      await migrate(store, { now: 1, folder: folderWith('9001_future.sql', 'CREATE TABLE future (id TEXT);\n') })
      expect((await migrationStatus(store)).unknown).toEqual(['9001_future.sql'])
      expect(await code(migrate(store, { now: 2 }))).toBe('database_newer 78')
      expect(await code(requireMigrated(store))).toBe('database_newer 78')
    })

    it.runIf(dialect === 'postgres')('tells a user who may not make tables what to ask for', async () => {
      // The guide's own steps: a right on the database, which since Postgres 15 is none on its schema.
      const { url, store } = await empty()
      const name = new URL(url).pathname.slice(1)
      await sql.raw(`CREATE ROLE ${name} LOGIN PASSWORD 'w' NOSUPERUSER`).execute(store.db)
      await sql.raw(`GRANT ALL PRIVILEGES ON DATABASE ${name} TO ${name}`).execute(store.db)
      const asUser = new URL(url)
      asUser.username = name
      asUser.password = 'w'
      const refused = await openStore(asUser.toString())
      const error = await migrate(refused, { now: 1 }).catch((cause: unknown) => cause)
      expect(error).toMatchObject({ code: 'migration_refused', exit: 77, hint: expect.stringMatching(/OWNER TO/) })
      await refused.close()
      await sql.raw(`DROP OWNED BY ${name}`).execute(store.db)
      await sql.raw(`DROP ROLE ${name}`).execute(store.db)
    })

    it.runIf(dialect === 'sqlite')('makes no file to look at, and takes no other file for a database', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'botctl-looked-at-'))
      cleanups.push(() => rmSync(folder, { recursive: true }))
      const path = join(folder, 'none.sqlite')
      const store = await openStore(`sqlite:${path}`, { create: false })
      expect((await migrationStatus(store)).pending).toEqual(migrationFiles(store))
      await store.close()
      expect(existsSync(path)).toBe(false)
      writeFileSync(path, 'SECRET_KEY=not a database\n')
      expect(await code(openStore(`sqlite:${path}`))).toBe('database_foreign 78')
    })

    it('names what a database lacks', async () => {
      const { store } = await empty()
      await migrate(store, { now: 1 })
      await sql`DELETE FROM schema_migration WHERE name = ${migrationFiles(store).at(-1)}`.execute(store.db)
      expect(await code(requireMigrated(store))).toBe('database_behind 78')
    })

    it('lets three processes at once apply each migration exactly once', async () => {
      const { url, store } = await empty()
      const folder = folderWith(
        '9001_counted.sql',
        'CREATE TABLE counted (id TEXT);\nINSERT INTO counted VALUES (1);\n',
      )
      const reports = await Promise.all(Array.from({ length: 3 }, () => migrateElsewhere(url, folder)))
      expect(reports.flat().sort()).toEqual([...migrationFiles(store), '9001_counted.sql'].sort())
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM counted`.execute(store.db)
      expect(rows).toEqual([{ n: 1 }])
    })
  })
}

it('keeps function bodies whole when it splits a migration', () => {
  const text =
    'CREATE TABLE a (\n  id TEXT\n);\n-- a note;\nCREATE FUNCTION f() RETURNS void AS $$\nBEGIN\n  x;\nEND;\n$$ LANGUAGE plpgsql;\n'
  expect(migrationStatements(text).map((statement) => statement.split('\n')[0])).toEqual([
    'CREATE TABLE a (',
    'CREATE FUNCTION f() RETURNS void AS $$',
  ])
})

/** Runs `migrate` in a process of its own; resolves to the names that it applied. */
function migrateElsewhere(url: string, folder: URL): Promise<string[]> {
  const child = fork(fileURLToPath(new URL('../../test/support/migrate-once.ts', import.meta.url)), [url, folder.href])
  return new Promise((resolve, reject) => {
    child.once('message', (applied) => resolve(applied as string[]))
    child.once('exit', (exit) => reject(new Error(`the migrator ended with ${exit}`)))
  })
}
