import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/databases.ts'
import { seedConversation, seedInbox, seedOrder, seedShop, seedTurn } from '../../../test/support/operators.ts'
import { openAsWorker } from '../../../test/support/worker-role.ts'
import type { Store } from '../../store/store.ts'
import { tenantStore, withTenant } from '../../store/tenant-store.ts'
import { checkIsolation } from './check-isolation.ts'

let database: TestDatabase
let worker: Awaited<ReturnType<typeof openAsWorker>>
let store: Store

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  for (const tenant of ['a', 'b']) {
    await seedShop(database.store, { id: tenant })
    await seedConversation(database.store, { tenant, id: `${tenant}1`, at: 1 })
    await seedTurn(database.store, { tenant, conversation: `${tenant}1`, id: 'm', text: 'hola', at: 1 })
    await seedInbox(database.store, { tenant, key: 'k', conversation: `${tenant}1`, at: 1 })
    await seedOrder(database.store, { tenant, id: 'o', conversation: `${tenant}1`, total: 1, placedAt: 1 })
  }
  worker = await openAsWorker(database)
  store = worker.store
})
afterAll(async () => {
  await worker.close()
  await database.remove()
})

const count = async (on: Store): Promise<number> =>
  (
    await on.db
      .selectFrom('conversation_history')
      .select((row) => row.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

it('stands around every table that has a shop', async () => {
  const { rows } = await sql<{ relname: string; forced: boolean; policies: number }>`
    SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`.execute(database.store.db)
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.filter((row) => !row.forced || Number(row.policies) === 0)).toEqual([])
})

it('shows nothing and takes nothing where no shop was set', async () => {
  const client = new pg.Client({ connectionString: worker.url })
  await client.connect()
  try {
    for (const table of ['conversation_history', 'orders', 'inbox', 'contact', 'audit'])
      expect((await client.query(`SELECT count(*)::int AS n FROM ${table}`)).rows).toEqual([{ n: 0 }])
    await expect(
      client.query("INSERT INTO audit (tenant_id, actor, action, object, at) VALUES ('a', 'x', 'x', 'x', 1)"),
    ).rejects.toThrow(/row-level security/)
    expect((await client.query('UPDATE orders SET total = 0')).rowCount).toBe(0)
    expect((await client.query('DELETE FROM contact')).rowCount).toBe(0)
    await client.query("SET botctl.tenants = 'b'")
    expect((await client.query('SELECT DISTINCT tenant_id FROM orders')).rows).toEqual([{ tenant_id: 'b' }])
    await expect(
      client.query("INSERT INTO audit (tenant_id, actor, action, object, at) VALUES ('a', 'x', 'x', 'x', 1)"),
    ).rejects.toThrow(/row-level security/)
    await expect(client.query("UPDATE orders SET tenant_id = 'a'")).rejects.toThrow(/row-level security/)
  } finally {
    await client.end()
  }
})

it('lets the daemon work for all shops, and a narrowed store for its own', async () => {
  expect(await count(store)).toBe(2)
  expect(await withTenant(store, 'a', count)).toBe(1)
  expect(await count(tenantStore(store, ['a', 'b']))).toBe(2)
  expect(await count(tenantStore(store, []))).toBe(0)
  expect(await count(tenantStore(store, ['nope']))).toBe(0)
  expect(await count(tenantStore(store, ['a,b']))).toBe(0)
})

it('never leaves a pooled connection narrowed, nor wide, whatever happens in between', async () => {
  const narrow = tenantStore(store, ['a'])
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      if (index % 7 === 0) {
        await expect(sql`SELECT * FROM nonsense`.execute(narrow.db)).rejects.toThrow()
      } else if (index % 5 === 0) {
        await expect(
          narrow.transaction(async (trx) => {
            await trx.updateTable('orders').set({ total: 2 }).execute()
            throw new Error('undo')
          }),
        ).rejects.toThrow('undo')
      } else if (index % 2 === 0) expect(await count(narrow)).toBe(1)
      else expect(await count(store)).toBe(2)
    }),
  )
  const totals = await database.store.db.selectFrom('orders').select('total').execute()
  expect(totals.map((row) => row.total)).toEqual([1, 1])
})

it('reports what it tried, table by table, and what is wrong', async () => {
  const report = await checkIsolation(store)
  expect(report).toMatchObject({ wall: 'postgres', reason: null, problems: [] })
  expect(report.tables.length).toBeGreaterThan(25)
  for (const row of report.tables)
    expect(row).toMatchObject({ foreignRowsSeen: 0, rowsSeenWithoutShop: 0, foreignWrite: false, forced: true })
  // A superuser walks through the wall, and is told so.
  const superuser = await checkIsolation(database.store)
  expect(superuser.wall).toBe('queries')
  expect(superuser.problems.join()).toContain('superuser')
  await sql`ALTER TABLE refund NO FORCE ROW LEVEL SECURITY`.execute(database.store.db)
  expect((await checkIsolation(store)).problems).toEqual(['refund has a tenant_id and no FORCE ROW LEVEL SECURITY'])
  await sql`ALTER TABLE refund FORCE ROW LEVEL SECURITY`.execute(database.store.db)
})
