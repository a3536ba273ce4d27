/**
 * What a look at the dashboard costs with 200 shops, 100,000 conversations and a million messages in the database, on
 * both databases: `node bench/dashboard.ts [sqlite|postgres]`. Prints one JSON document a database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { listConversations, listDeadLetters, listOrders } from '../src/services/snapshot/read-lists.ts'
import { takeSnapshot } from '../src/services/snapshot/take-snapshot.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { startPostgres } from '../test/support/postgres-server.ts'

const SHOPS = 200
const CONVERSATIONS = 100_000
/** Half of them inbound, half outbound. */
const MESSAGES = 1_000_000
const DAYS = 30
const ROUNDS = 31
const BATCH = 20_000

/** Rows made inside the database: a million of them through a driver would take longer than all else. */
async function fill(store: Store, now: number): Promise<void> {
  const series = (from: number, to: number) =>
    store.dialect === 'sqlite'
      ? sql`(WITH RECURSIVE s(i) AS (SELECT ${sql.raw(String(from))} UNION ALL SELECT i + 1 FROM s WHERE i < ${sql.raw(String(to - 1))}) SELECT i FROM s) AS g`
      : sql`generate_series(${sql.raw(String(from))}::bigint, ${sql.raw(String(to - 1))}::bigint) AS g(i)`
  const step = Math.floor((DAYS * 86_400_000) / (MESSAGES / 2))
  const start = now - DAYS * 86_400_000
  const at = sql.raw(`(${start} + i * ${step})`)
  const shop = sql.raw(`('t' || (i % ${SHOPS}))`)
  const talk = sql.raw(`('c' || (i % ${CONVERSATIONS}))`)
  const chunks = async (rows: number, insert: (from: number, to: number) => Promise<unknown>): Promise<void> => {
    for (let from = 0; from < rows; from += BATCH) await insert(from, Math.min(rows, from + BATCH))
  }
  await sql`INSERT INTO tenant (id, slug, name, type, created_at, updated_at)
    SELECT 't' || i, 'shop-' || i, 'Shop ' || i, 'other', 0, 0 FROM ${series(0, SHOPS)}`.execute(store.db)
  await chunks(CONVERSATIONS, async (from, to) => {
    const seen = sql.raw(`(${now} - (i % ${DAYS}) * 86400000 - 60000)`)
    await sql`INSERT INTO contact (tenant_id, id, phone, created_at, updated_at)
      SELECT ${shop}, 'k' || i, '+569' || (50000000 + i), 0, 0 FROM ${series(from, to)}`.execute(store.db)
    await sql`INSERT INTO conversation (tenant_id, id, contact_id, mode, last_inbound_at, created_at, updated_at)
      SELECT ${shop}, ${talk}, 'k' || i, CASE WHEN i % 5000 = 0 THEN 'waiting' ELSE 'bot' END, ${seen}, 0, ${seen} FROM ${series(from, to)}`.execute(
      store.db,
    )
    await sql`INSERT INTO conversation_context (tenant_id, conversation_id, state, cart_items, cart_updated_at, updated_at, expires_at)
      SELECT ${shop}, ${talk}, '{"pad":"' || ${sql.lit('x'.repeat(800))} || '"}', i % 3, ${seen}, ${seen}, ${seen} FROM ${series(from, to)}`.execute(
      store.db,
    )
  })
  await chunks(MESSAGES / 2, async (from, to) => {
    await sql`INSERT INTO inbox (tenant_id, provider_key, conversation_id, body, status, received_at, done_at)
      SELECT ${shop}, 'm' || i, ${talk}, '{"message":{"text":"hola, tienen brownies"}}', CASE WHEN i >= ${sql.raw(String(MESSAGES / 2 - 20))} THEN 'pending' ELSE 'done' END, ${at}, ${at}
      FROM ${series(from, to)}`.execute(store.db)
    await sql`INSERT INTO outbox (opaque_id, tenant_id, conversation_id, source, body, status, receipt, error_code, next_at, created_at, sent_at)
      SELECT 'ob' || i, ${shop}, ${talk}, 's' || i, '{"reply":{"type":"text","text":"Tenemos brownies a $6.990"}}',
        CASE WHEN i >= ${sql.raw(String(MESSAGES / 2 - 20))} THEN 'queued' WHEN i % 10000 = 0 THEN 'dead' ELSE 'sent' END, i % 4,
        CASE WHEN i % 10000 = 0 THEN '131026' END, ${at}, ${at}, ${at} FROM ${series(from, to)}`.execute(store.db)
    await sql`INSERT INTO conversation_history (tenant_id, conversation_id, message_id, text, replies, intent, confidence, source, latency_ms, trace, created_at)
      SELECT ${shop}, ${talk}, 'm' || i, 'hola, tienen brownies', '[{"type":"text","text":"Tenemos brownies"}]', 'buy_product', 0.9, 'local', i % 50,
        ${sql.lit('y'.repeat(400))}, ${at} FROM ${series(from, to)}`.execute(store.db)
  })
  await sql`INSERT INTO orders (tenant_id, id, number, conversation_id, contact_id, cart_version, status, subtotal, total, placed_at, paid_at, updated_at)
    SELECT ${shop}, 'o' || i, 'N' || i, ${talk}, 'k' || i, 1, CASE WHEN i % 2 = 0 THEN 'paid' ELSE 'pending_payment' END, 1000, 1000,
      ${sql.raw(`(${start} + i * ${step * 25})`)}, CASE WHEN i % 2 = 0 THEN ${sql.raw(`(${start} + i * ${step * 25})`)} END, 0
    FROM ${series(0, 20_000)}`.execute(store.db)
  await sql`INSERT INTO model_call (tenant_id, purpose, model, outcome, input_tokens, output_tokens, cost_micros, latency_ms, at)
    SELECT ${shop}, 'turn', 'm', 'ok', 100, 10, 40, 300, ${sql.raw(`(${start} + i * ${step * 10})`)} FROM ${series(0, 50_000)}`.execute(
    store.db,
  )
  // A daemon's database has statistics; a freshly filled one gets them here.
  await sql.raw(store.dialect === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE').execute(store.db)
}

async function measure(
  name: string,
  work: () => Promise<unknown>,
): Promise<[string, { p50: number; p95: number; max: number }]> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (q: number): number => Math.round((times[Math.ceil(times.length * q) - 1] ?? 0) * 10) / 10
  return [name, { p50: at(0.5), p95: at(0.95), max: at(1) }]
}

async function bench(dialect: string, url: string): Promise<void> {
  const now = Date.now()
  const store = await openStore(url)
  try {
    await migrate(store, { now })
    const started = performance.now()
    await fill(store, now)
    const filledMs = Math.round(performance.now() - started)
    const { db } = store
    const first = performance.now()
    await takeSnapshot({ db }, { now })
    const firstMs = Math.round((performance.now() - first) * 10) / 10
    const results = Object.fromEntries([
      await measure('snapshot, all shops', () => takeSnapshot({ db }, { now })),
      await measure('snapshot, one shop', () => takeSnapshot({ db }, { now, tenantId: 't7' })),
      await measure('snapshot, five shops', () =>
        takeSnapshot({ db }, { now, tenantId: ['t1', 't2', 't3', 't4', 't5'] }),
      ),
      await measure('conversations', () => listConversations(db, { tenantId: null })),
      await measure('conversations, one shop', () => listConversations(db, { tenantId: 't7' })),
      await measure('orders', () => listOrders(db, { tenantId: null })),
      await measure('dead letters', () => listDeadLetters(db, { tenantId: null })),
    ])
    process.stdout.write(`${JSON.stringify({ dialect, filledMs, firstMs, results }, null, 2)}\n`)
  } finally {
    await store.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'botctl-bench-'))
const wanted = process.argv[2]
try {
  if (wanted !== 'postgres') await bench('sqlite', `sqlite:${join(folder, 'bench.sqlite')}`)
  if (wanted !== 'sqlite') {
    const server = await startPostgres()
    try {
      await bench('postgres', await server.createDatabase('dashboard'))
    } finally {
      await server.remove()
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
