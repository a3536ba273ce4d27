import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDatabase, describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { openAsWorker } from '../../../test/support/worker-role.ts'
import { BotctlError } from '../../errors.ts'
import { migrate } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { findTenant } from '../../store/tenants.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'
import { createBackupMaker } from './create-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'

describeStores('backup', (open, dialect) => {
  let database: TestDatabase
  let folder: string
  let now = Date.parse('2026-11-22T19:30:00Z')

  beforeEach(async () => {
    database = await open()
    folder = mkdtempSync(join(tmpdir(), 'botctl-backup-'))
    return async () => {
      await database.remove()
      rmSync(folder, { recursive: true })
    }
  })
  const cleanups: Array<() => unknown> = []
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup()
  })

  const make = (portable: boolean) => {
    now += 1000
    return createBackupMaker({ store: database.store, databaseUrl: database.url, now: () => now })({ folder, portable })
  }
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof BotctlError ? `${error.code} ${error.exit}` : String(error)),
    )
  async function shop(store: Store, slug: string, products: number): Promise<void> {
    const tenant = await createTenantCreator({ store, now: () => now })({ name: slug, slug })
    const rows = Array.from({ length: products }, (_, index) => ({
      tenant_id: tenant.id,
      id: `prd_${index}`,
      sku: `S${index}`,
      name: `Café ☕ "ñandú" ${index}`,
      price: 1000 + index,
      stocked: 5,
      available: 5,
      created_at: now,
      updated_at: now,
    }))
    for (let at = 0; at < rows.length; at += 500) {
      await store.db
        .insertInto('product')
        .values(rows.slice(at, at + 500))
        .execute()
    }
  }
  async function empty(into: 'sqlite' | 'postgres'): Promise<string> {
    const { url, drop } = await createDatabase(into)
    cleanups.push(drop)
    return url
  }

  it('copies what is there into a file of its owner alone, and verifies it', async () => {
    await shop(database.store, 'uno', 4500)
    const backup = await make(false)
    expect(statSync(backup.file).mode & 0o777).toBe(0o600)
    expect(backup.bytes).toBe(statSync(backup.file).size)
    const verified = await verifyBackup(backup.file, { databaseUrl: database.url, now })
    expect(verified).toMatchObject({ ok: true, faults: [], rows: { tenant: 1, product: 4500 } })
  })

  it('restores into either database with ids, texts and the next ids as they were', async () => {
    await shop(database.store, 'uno', 3)
    await database.store.db
      .insertInto('audit')
      .values([1, 2].map((at) => ({ actor: 'a', action: 'b', object: 'c', at })))
      .execute()
    const backup = await make(true)
    for (const into of ['sqlite', 'postgres'] as const) {
      const url = await empty(into)
      await restoreBackup(backup.file, url, now)
      const store = await openStore(url)
      const products = await store.db.selectFrom('product').select(['id', 'name', 'price']).orderBy('id').execute()
      expect(products[1]).toEqual({ id: 'prd_1', name: 'Café ☕ "ñandú" 1', price: 1001 })
      await store.db.insertInto('audit').values({ actor: 'a', action: 'b', object: 'c', at: 3 }).execute()
      const ids = await store.db.selectFrom('audit').select('id').orderBy('id').execute()
      expect(ids.map((row) => row.id)).toEqual([1, 2, 3])
      await store.close()
      expect(await code(restoreBackup(backup.file, url, now))).toBe('restore_not_empty 65')
    }
  })

  it.runIf(dialect === 'postgres')('is whole, out and in, for roles that row-level security holds for', async () => {
    await shop(database.store, 'uno', 30)
    await shop(database.store, 'dos', 20)
    const worker = await openAsWorker(database)
    cleanups.push(() => worker.close())
    const as = createBackupMaker({ store: worker.store, databaseUrl: worker.url, now: () => now })
    const backup = await as({ folder, portable: true })
    const verified = await verifyBackup(backup.file, { databaseUrl: database.url, now })
    expect(verified).toMatchObject({ ok: true, rows: { tenant: 2, product: 50, profile: 2, channel: 2 } })

    // The owner of the new database is no superuser either: with FORCE the wall holds for owners.
    const url = new URL(await empty('postgres'))
    const admin = await openStore(url.toString())
    const role = `o_${randomBytes(6).toString('hex')}`
    await sql.raw(`CREATE ROLE ${role} LOGIN PASSWORD 'o' NOSUPERUSER NOBYPASSRLS`).execute(admin.db)
    await sql.raw(`ALTER SCHEMA public OWNER TO ${role}`).execute(admin.db)
    url.username = role
    url.password = 'o'
    await restoreBackup(backup.file, url.toString(), now)
    const owner = await openStore(url.toString())
    const { rows } = await sql<{ forced: boolean }>`
      SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'product'`.execute(owner.db)
    expect(rows).toEqual([{ forced: true }])
    for (const table of ['tenant', 'product', 'profile', 'channel'] as const) {
      const read = async (store: Store) =>
        (await store.db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).toSorted()
      expect([table, await read(owner)]).toEqual([table, await read(database.store)])
    }
    await owner.close()
    await sql.raw(`REASSIGN OWNED BY ${role} TO CURRENT_USER`).execute(admin.db)
    await sql.raw(`DROP ROLE ${role}`).execute(admin.db)
    await admin.close()
  })

  it('takes one moment while others write: every shop in it has its channel', async () => {
    const writer = await openStore(database.url)
    let stop = false
    let made = 0
    const writing = (async () => {
      while (!stop) {
        await shop(writer, `shop-${made}`, 1)
        made += 1
        // SQLite answers at once: without this nothing else would ever get its turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    await new Promise<void>((resolve) => {
      const wait = setInterval(() => {
        if (made < 3) return
        clearInterval(wait)
        resolve()
      }, 5)
    })
    const backups = [await make(false), await make(true)]
    stop = true
    await writing
    await writer.close()
    for (const { file } of backups) {
      const { ok, rows, faults } = await verifyBackup(file, { databaseUrl: database.url, now })
      expect(faults).toEqual([])
      expect(ok).toBe(true)
      expect(rows.tenant).toBeGreaterThanOrEqual(3)
      expect(rows.channel).toBe(rows.tenant)
    }
  })

  it('refuses a dump that was cut, changed or is something else, and leaves the target empty', async () => {
    await shop(database.store, 'uno', 50)
    const { file } = await make(true)
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
    const variants: Record<string, Buffer> = {
      cut: gzipSync(lines.slice(0, -10).join('\n')),
      changed: gzipSync(lines.join('\n').replace('1001', '1')),
      truncated: readFileSync(file).subarray(0, -20),
      other: gzipSync('{"hello":1}\n'),
      noise: Buffer.from('not a backup at all, really'),
    }
    for (const [name, bytes] of Object.entries(variants)) {
      const damaged = join(folder, name)
      writeFileSync(damaged, bytes)
      const url = await empty(dialect)
      expect([name, await code(restoreBackup(damaged, url, now))]).toEqual([name, 'backup_damaged 65'])
      const store = await openStore(url)
      expect(await migrate(store, { now })).not.toEqual([])
      expect(await findTenant(store.db, 'uno')).toBeNull()
      await store.close()
    }
    expect(await code(restoreBackup(join(folder, 'none'), await empty(dialect), now))).toBe('backup_not_found 66')
  })

  it('finds a stock equation that does not hold', async () => {
    await shop(database.store, 'uno', 2)
    await database.store.db
      .updateTable('product')
      .set({ reserved: 2, available: 3 })
      .where('id', '=', 'prd_1')
      .execute()
    const { file } = await make(true)
    const { ok, faults } = await verifyBackup(file, { databaseUrl: database.url, now })
    expect(ok).toBe(false)
    expect(faults.join()).toContain('prd_1')
  })
})
