import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDatabase, describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop, plantShopper } from '../../../test/support/shop.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { columnsOf, tablesInOrder } from '../../store/tables.ts'
import { eraseShopper } from '../privacy/erase-person.ts'
import { createBackupMaker } from './create-backup.ts'
import { eraseAgain, readErasures, showErasures } from './erase-again.ts'
import { restoreBackup } from './restore-backup.ts'

const ERASED = '+56987654321'
const STAYS = '+56911112222'
const actor = 'cli:ana'

describeStores('a backup and who was erased since', (open) => {
  let database: TestDatabase
  let folder: string
  const cleanups: Array<() => unknown> = []
  const now = () => NOON

  beforeEach(async () => {
    database = await open()
    folder = mkdtempSync(join(tmpdir(), 'botctl-erased-'))
    const tenantId = await plantShop(database.store.db, 'tienda')
    for (const phone of [ERASED, STAYS]) {
      const who = await plantShopper(database.store.db, tenantId, phone)
      await database.store.db
        .insertInto('conversation_history')
        .values({
          tenant_id: tenantId,
          conversation_id: who.conversationId,
          message_id: `msg_${phone}`,
          text: `mi número es ${phone}`,
          replies: '[]',
          intent: null,
          confidence: null,
          source: null,
          latency_ms: null,
          trace: '{}',
          created_at: NOON,
        })
        .execute()
    }
  })
  afterEach(async () => {
    await database.remove()
    for (const cleanup of cleanups.splice(0)) await cleanup()
    rmSync(folder, { recursive: true })
  })

  const backUp = async (portable: boolean) =>
    (await createBackupMaker({ store: database.store, databaseUrl: database.url, now })({ folder, portable })).file
  const erase = () => eraseShopper({ store: database.store, now, actor }, { tenant: 'tienda', contact: ERASED })
  async function restore(file: string, into: 'sqlite' | 'postgres'): Promise<Store> {
    const { url, drop } = await createDatabase(into)
    await restoreBackup(file, url, NOON)
    const store = await openStore(url)
    cleanups.push(() => store.close(), drop)
    return store
  }
  /** Where in the database somebody's number stands. */
  async function tracesOf(store: Store, phone: string): Promise<string[]> {
    const found: string[] = []
    for (const table of await tablesInOrder(store)) {
      for (const column of await columnsOf(store, store.db, table)) {
        const { rows } = await sql`SELECT 1 FROM ${sql.table(table)}
          WHERE CAST(${sql.ref(column)} AS TEXT) LIKE ${`%${phone.slice(1)}%`} LIMIT 1`.execute(store.db)
        if (rows.length > 0) found.push(`${table}.${column}`)
      }
    }
    return found
  }

  it.each(['sqlite', 'postgres'] as const)(
    'a backup that still holds them, restored into %s, forgets them again, and nobody else',
    async (into) => {
      const file = await backUp(true)
      await erase()
      const restored = await restore(file, into)
      expect(await tracesOf(restored, ERASED)).toContain('contact.phone')
      const erasures = (await readErasures(database.url, { must: true })) ?? []
      expect(await eraseAgain({ store: restored, now, actor }, erasures)).toBe(1)
      expect(await tracesOf(restored, ERASED)).toEqual([])
      expect(await tracesOf(restored, STAYS)).toContain('contact.phone')
      expect(await restored.db.selectFrom('privacy_request').select(['kind', 'proof']).execute()).toEqual([
        { kind: 'erase', proof: 'erased again after a backup was restored' },
      ])
      // The restored database remembers it for the backups that are older still; twice is once.
      expect(await showErasures({ store: restored })).toEqual(await showErasures({ store: database.store }))
      expect(await eraseAgain({ store: restored, now, actor }, erasures)).toBe(0)
    },
  )

  it('works from a list kept beside the backups, where the database itself is lost', async () => {
    const file = await backUp(false)
    await erase()
    const list = join(folder, 'erasures.json')
    const shown = await showErasures({ store: database.store })
    expect(JSON.stringify(shown)).not.toContain(ERASED.slice(1))
    writeFileSync(list, JSON.stringify(shown))
    const restored = await restore(file, database.url.startsWith('sqlite') ? 'sqlite' : 'postgres')
    const erasures = (await readErasures(list, { must: true })) ?? []
    expect(await eraseAgain({ store: restored, now, actor }, erasures)).toBe(1)
    expect(await tracesOf(restored, ERASED)).toEqual([])
  })

  it('leaves alone who came back after being erased', async () => {
    await erase()
    await plantShopper(database.store.db, 'tnt_tienda', ERASED)
    const restored = await restore(await backUp(true), 'sqlite')
    const erasures = (await readErasures(database.url, { must: true })) ?? []
    expect(erasures).toHaveLength(1)
    expect(await eraseAgain({ store: restored, now, actor }, erasures)).toBe(0)
    expect(await tracesOf(restored, ERASED)).toContain('contact.phone')
  })

  it('says so where the list cannot be read, and goes on without a database that is gone', async () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"erasures":[{"ref":1}]}')
    await expect(readErasures(broken, { must: true })).rejects.toMatchObject({ code: 'erasures_unreadable', exit: 65 })
    await expect(readErasures(join(folder, 'none.json'), { must: true })).rejects.toMatchObject({ exit: 65 })
    const gone = `sqlite:${join(folder, 'no', 'such', 'file.sqlite')}`
    expect(await readErasures('postgres://nobody@127.0.0.1:1/none', { must: false })).toBeNull()
    expect(await readErasures(gone, { must: false })).toBeNull()
  })
})
