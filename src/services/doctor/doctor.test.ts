import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDatabase, describeStores } from '../../../test/support/databases.ts'
import { createSecretBox } from '../../secrets.ts'
import { migrate } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { createSecretKey } from '../setup/secret-key.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'
import { CHECKS, runDoctor } from './run-doctor.ts'

const KEY = createSecretKey()
const HOUR = 3_600_000
const DAY = 24 * HOUR

describeStores('doctor', (_open, dialect) => {
  let folder: string
  let env: Record<string, string>
  let store: Store
  let tenantId: string
  const cleanups: Array<() => unknown> = []
  const now = Date.now()

  /** A system in which all is well: migrated, one shop with stock, a daemon that beats. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'botctl-doctor-'))
    const { url, drop } = await createDatabase(dialect)
    env = { HOME: folder, DATABASE_URL: url, SECRET_KEY: KEY }
    store = await openStore(url)
    cleanups.push(
      () => rmSync(folder, { recursive: true, force: true }),
      drop,
      () => store.close(),
    )
    await migrate(store, { now })
    tenantId = (await createTenantCreator({ store, now: () => now })({ name: 'Tienda', slug: 'tienda' })).id
    await store.db
      .insertInto('product')
      .values({
        tenant_id: tenantId,
        id: 'prd_1',
        sku: 'A',
        name: 'A',
        price: 1,
        stocked: 5,
        available: 5,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await beat('dmn_1', '1.0.0', now)
  })
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
  })

  const beat = (id: string, version: string, at: number) =>
    store.db.insertInto('daemon').values({ id, host: 'h', pid: 1, version, started_at: at, beat_at: at }).execute()
  const doctor = (options: { fix?: boolean; online?: boolean } = {}) =>
    runDoctor({ sources: { env, cwd: folder }, now: () => now, online: false, ...options })
  const found = async (options: { online?: boolean } = {}) => [
    ...new Set((await doctor(options)).findings.map((finding) => finding.check)),
  ]
  const outbox = (status: 'queued' | 'dead', at: number) => ({
    opaque_id: `ob_${status}`,
    tenant_id: tenantId,
    conversation_id: 'cnv_1',
    source: status,
    body: '{}',
    status,
    next_at: at,
    created_at: at,
  })
  const inbox = (status: 'pending' | 'parked', at: number) => ({
    tenant_id: tenantId,
    provider_key: status,
    conversation_id: 'cnv_1',
    body: '{}',
    status,
    received_at: at,
  })
  const order = (reservedUntil: number) => ({
    tenant_id: tenantId,
    id: 'ord_1',
    number: '1001',
    conversation_id: 'cnv_1',
    contact_id: 'ctc_1',
    cart_version: 1,
    status: 'pending_payment' as const,
    subtotal: 1,
    total: 1,
    reserved_until: reservedUntil,
    placed_at: reservedUntil - DAY,
    updated_at: reservedUntil - DAY,
  })

  it('finds nothing in a healthy system', async () => {
    const report = await doctor()
    expect(report.findings).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.checks.filter((check) => check.state === 'skipped').map((check) => check.id)).toEqual(
      CHECKS.filter((check) => check.needs.includes('network')).map((check) => check.id),
    )
  })

  /** Each fault is planted alone and must be found by its own check, and by no other. */
  const faults: Record<string, [string, () => unknown]> = {
    'a missing SECRET_KEY': ['secret_key_missing', () => delete env.SECRET_KEY],
    'a weak SECRET_KEY': ['secret_key_weak', () => (env.SECRET_KEY = 'aaaaaaaa')],
    'a placeholder': ['config_placeholder', () => (env.OPENAI_API_KEY = 'sk-proj-xxxxxxxxxxxxx')],
    'a wrong value': ['config_invalid', () => (env.PORT = 'nine')],
    'half an account': ['config_incomplete', () => (env.TWILIO_ACCOUNT_SID = 'AC8f7e6d')],
    'an unknown name': ['config_unknown', () => writeFileSync(join(folder, '.env'), 'META_APP_SECRETT=1\n')],
    'a readable secret file': [
      'config_readable',
      () => {
        writeFileSync(join(folder, '.env'), `SECRET_KEY=${KEY}\n`)
        chmodSync(join(folder, '.env'), 0o644)
      },
    ],
    'a migration that is missing': [
      'migrations',
      () => sql`DELETE FROM schema_migration WHERE name LIKE '0001%'`.execute(store.db),
    ],
    'a newer database': [
      'migrations',
      () => sql`INSERT INTO schema_migration (name, applied_at) VALUES ('9999_future.sql', 1)`.execute(store.db),
    ],
    'a table of somebody else': ['schema_drift', () => sql`CREATE TABLE notes (id TEXT)`.execute(store.db)],
    'an index that is gone': ['schema_drift', () => sql`DROP INDEX inbox_pending`.execute(store.db)],
    'stock that does not add up': [
      'stock_equation',
      () => store.db.updateTable('product').set({ available: 4, reserved: 1 }).execute(),
    ],
    'a clock that is ahead': ['clock', () => beat('dmn_2', '1.0.0', now + HOUR)],
    'contexts that nobody cleans': [
      'contexts',
      () =>
        store.db
          .insertInto('conversation_context')
          .values({ tenant_id: tenantId, conversation_id: 'c', state: '{}', updated_at: 1, expires_at: now - 3 * DAY })
          .execute(),
    ],
    'no daemon': [
      'daemons',
      () =>
        store.db
          .updateTable('daemon')
          .set({ beat_at: now - HOUR })
          .execute(),
    ],
    'two versions': ['daemons', () => beat('dmn_2', '2.0.0', now)],
    'a message that nobody takes': [
      'inbox',
      () =>
        store.db
          .insertInto('inbox')
          .values(inbox('pending', now - HOUR))
          .execute(),
    ],
    'a parked message': ['inbox', () => store.db.insertInto('inbox').values(inbox('parked', now)).execute()],
    'a reply that does not leave': [
      'outbox',
      () =>
        store.db
          .insertInto('outbox')
          .values(outbox('queued', now - HOUR))
          .execute(),
    ],
    'a dead letter': ['outbox', () => store.db.insertInto('outbox').values(outbox('dead', now)).execute()],
    'a lease from a wrong clock': [
      'leases',
      () =>
        store.db
          .insertInto('lease')
          .values({ tenant_id: tenantId, conversation_id: 'c', owner: 'x', until: now + DAY })
          .execute(),
    ],
    'a dead timer': [
      'timers',
      () =>
        store.db
          .insertInto('job')
          .values({ kind: 'k', key: 'k', run_at: now, status: 'dead', created_at: now })
          .execute(),
    ],
    'a late timer': [
      'timers',
      () =>
        store.db
          .insertInto('job')
          .values({ kind: 'k', key: 'k', run_at: now - DAY, created_at: now })
          .execute(),
    ],
    'an unpaid order that holds stock': [
      'reservations',
      () =>
        store.db
          .insertInto('orders')
          .values(order(now - DAY))
          .execute(),
    ],
    'a number that nobody knows': [
      'quarantine',
      () =>
        store.db
          .insertInto('quarantine')
          .values({ provider: 'meta', provider_key: 'k', reason: 'unknown_number', body: '{}', received_at: now })
          .execute(),
    ],
    'a shop with nothing to sell': [
      'catalogs',
      () => store.db.updateTable('product').set({ status: 'inactive' }).execute(),
    ],
    'a blocked channel': [
      'channels',
      () =>
        store.db
          .updateTable('channel')
          .set({ blocked_until: now + HOUR, blocked_reason: 'auth' })
          .execute(),
    ],
    'a secret under another key': [
      'secrets',
      () =>
        store.db
          .updateTable('channel')
          .set({ secrets: createSecretBox('another-key-than-ours').seal('x', tenantId) })
          .execute(),
    ],
  }
  for (const [name, [check, plant]] of Object.entries(faults)) {
    it(`finds ${name}`, async () => {
      await plant()
      expect(await found()).toEqual([check])
    })
  }

  it('finds a payment that was begun and never created', async () => {
    await store.db
      .insertInto('orders')
      .values(order(now + DAY))
      .execute()
    await store.db
      .insertInto('payment')
      .values({
        tenant_id: tenantId,
        id: 'pay_1',
        order_id: 'ord_1',
        attempt: 1,
        provider: 'flow',
        reference: 'r',
        amount: 1,
        status: 'creating',
        created_at: now - DAY,
        updated_at: now - DAY,
      })
      .execute()
    expect(await found()).toEqual(['payments'])
  })

  it('finds a database that is away, and skips what needs it', async () => {
    env.DATABASE_URL = dialect === 'postgres' ? 'postgres://u:hunter2@127.0.0.1:1/x' : `sqlite:${folder}`
    const report = await doctor()
    expect(report.findings.map((finding) => finding.check)).toEqual(['connection'])
    expect(JSON.stringify(report)).not.toContain('hunter2')
    expect(report.checks.filter((check) => check.state === 'skipped').length).toBe(CHECKS.length)
  })

  it('finds a public URL that is out of reach or sick, and a model that refuses the key', async () => {
    let status = 200
    const server = createServer((_request, response) => response.writeHead(status).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanups.push(() => server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    Object.assign(env, { PUBLIC_URL: url, OPENAI_API_KEY: 'sk-5f4e3d', OPENAI_BASE_URL: url })
    expect(await found({ online: true })).toEqual([])
    status = 401
    expect(await found({ online: true })).toEqual(['public_url', 'model'])
    env.PUBLIC_URL = 'http://127.0.0.1:1'
    expect(await found({ online: true })).toEqual(['public_url', 'model'])
  })

  it('mends with --fix what is safe to mend, and looks again', async () => {
    await store.db
      .insertInto('conversation_context')
      .values({ tenant_id: tenantId, conversation_id: 'c', state: '{}', updated_at: 1, expires_at: now - 3 * DAY })
      .execute()
    await store.db
      .insertInto('lease')
      .values({ tenant_id: tenantId, conversation_id: 'c', owner: 'x', until: now + DAY })
      .execute()
    const report = await doctor({ fix: true })
    expect(report.fixed).toEqual(['removed 1 expired contexts', 'freed 1 leases'])
    expect(report.ok).toBe(true)
  })
})
