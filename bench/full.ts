import { sql } from 'kysely'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { addShop } from '../test/support/pipeline.ts'

const SHOPPERS = 50_000
/** Of the inbox and of the outbox: ten of each a shopper. */
const MESSAGES = 500_000

/** V11: a shop that has been at it for a while: 500,000 messages answered, 50,000 shoppers with a conversation each. */
export async function fillDatabase(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl)
  try {
    await migrate(store, { now: 0 })
    await addShop(store, 'shop', { id: 'ch', provider: 'meta', address: '1000' })
    const numbers = (count: number) =>
      store.dialect === 'postgres'
        ? sql`SELECT generate_series(1, ${sql.lit(count)}) AS n`
        : sql`WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < ${sql.lit(count)}) SELECT n FROM r`
    const shopper = sql`(n % ${sql.lit(SHOPPERS)})`
    const day = Date.now() - 86_400_000
    const body = '{"sender":{"phone":"+56900000000","userId":null,"name":null},"message":{"kind":"text","text":"hola"}}'
    await sql`INSERT INTO contact (tenant_id, id, phone, created_at, updated_at)
      SELECT 'shop', 'con_' || n, '+5698' || n, 0, 0 FROM (${numbers(SHOPPERS)}) AS x`.execute(store.db)
    await sql`INSERT INTO conversation (tenant_id, id, contact_id, channel_id, created_at, updated_at)
      SELECT 'shop', 'cnv_' || n, 'con_' || n, 'ch', 0, 0 FROM (${numbers(SHOPPERS)}) AS x`.execute(store.db)
    await sql`INSERT INTO inbox (tenant_id, provider_key, channel_id, conversation_id, body, status, received_at, done_at)
      SELECT 'shop', 'meta:wamid.old.' || n, 'ch', 'cnv_' || ${shopper}, ${body}, 'done', ${sql.lit(day)} + n, ${sql.lit(day)} + n
      FROM (${numbers(MESSAGES)}) AS x`.execute(store.db)
    await sql`INSERT INTO outbox (opaque_id, tenant_id, conversation_id, channel_id, source, body, status, receipt,
        provider_message_id, next_at, created_at, sent_at)
      SELECT 'ob_old_' || n, 'shop', 'cnv_' || ${shopper}, 'ch', 'in:' || n || ':0', ${'{"reply":{"type":"text","text":"hola"}}'},
        'sent', 2, 'wamid.out.old.' || n, ${sql.lit(day)} + n, ${sql.lit(day)} + n, ${sql.lit(day)} + n
      FROM (${numbers(MESSAGES)}) AS x`.execute(store.db)
    await sql.raw(store.dialect === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE').execute(store.db)
  } finally {
    await store.close()
  }
}
