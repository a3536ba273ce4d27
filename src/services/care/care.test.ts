import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import type { JobHandler } from '../../daemon/timers/port.ts'
import { silentLog } from '../../log.ts'
import { createLogSink, insertLogLines, readLogLines } from '../../store/logs.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'
import { cleanupContexts } from './cleanup-contexts.ts'
import { registerCareJobs, scheduleCareJobs } from './jobs.ts'

const DAY = 86_400_000

describeStores('care', (open) => {
  let database: TestDatabase
  const now = 100 * DAY
  const deps = () => ({ store: database.store, db: database.store.db, now: () => now, log: silentLog })
  const line = (at: number, level: number, code: string, tenant: string | null = null) => ({
    at,
    level,
    tenant,
    conversation: null,
    code,
    body: { count: at },
  })

  beforeAll(async () => {
    database = await open()
    const tenant = await createTenantCreator(deps())({ name: 'Tienda', slug: 'tienda' })
    contexts = async (rows) => {
      await database.store.db.deleteFrom('conversation_context').execute()
      const values = rows.map(([id, updatedAt, expiresAt]) => ({
        tenant_id: tenant.id,
        conversation_id: id,
        state: '{}',
        updated_at: updatedAt,
        expires_at: expiresAt,
      }))
      for (let at = 0; at < values.length; at += 1000) {
        await database.store.db
          .insertInto('conversation_context')
          .values(values.slice(at, at + 1000))
          .execute()
      }
    }
  })
  afterAll(() => database.remove())
  let contexts: (rows: Array<[string, number, number]>) => Promise<void>
  beforeEach(() =>
    contexts([
      ['expired', now - 31 * DAY, now - DAY],
      ['fresh', now - DAY, now + 29 * DAY],
      ['edge', now - 30 * DAY, now],
    ]),
  )
  const left = async () =>
    (
      await database.store.db
        .selectFrom('conversation_context')
        .select('conversation_id')
        .orderBy('conversation_id')
        .execute()
    ).map((row) => row.conversation_id)

  it('removes what has expired and counts it', async () => {
    expect(await cleanupContexts(deps(), { dryRun: true })).toEqual({ removed: 2 })
    expect(await left()).toHaveLength(3)
    expect(await cleanupContexts(deps())).toEqual({ removed: 2 })
    expect(await left()).toEqual(['fresh'])
    expect(await cleanupContexts(deps())).toEqual({ removed: 0 })
  })

  it('removes by age where it is told one', async () => {
    expect(await cleanupContexts(deps(), { olderThanMs: 2 * DAY })).toEqual({ removed: 2 })
    expect(await cleanupContexts(deps(), { olderThanMs: 0 })).toEqual({ removed: 1 })
  })

  it('removes more than one batch', async () => {
    await contexts(Array.from({ length: 4100 }, (_, index) => [`c${index}`, 1, 1]))
    expect(await cleanupContexts(deps())).toEqual({ removed: 4100 })
  })

  it('is a daily job of the daemon, set once however often daemons start', async () => {
    const handlers = new Map<string, JobHandler>()
    registerCareJobs({ registerJob: (kind, handler) => void handlers.set(kind, handler) }, deps())
    await scheduleCareJobs(deps())
    await scheduleCareJobs(deps())
    const jobs = await database.store.db.selectFrom('job').select('kind').orderBy('kind').execute()
    expect(jobs.map((job) => job.kind)).toEqual(['context_cleanup', 'log_cleanup', 'pipeline_cleanup'])
    const job = { id: 1, tenantId: null, kind: 'context_cleanup', key: 'x', payload: {}, attempt: 1 }
    expect(await handlers.get('context_cleanup')?.(job)).toEqual({ again: now + DAY })
    expect(await left()).toEqual(['fresh'])
    await insertLogLines(database.store.db, [line(now - 15 * DAY, 30, 'old'), line(now, 30, 'young')])
    await handlers.get('log_cleanup')?.({ ...job, kind: 'log_cleanup' })
    expect((await readLogLines(database.store.db, { limit: 10 })).map((one) => one.code)).toEqual(['young'])
    await database.store.db.deleteFrom('log_line').execute()
  })

  it('keeps log lines where every machine can read them: newest last, filtered, followed', async () => {
    const sink = createLogSink(database.store.db)
    for (const [index, code] of ['a', 'b', 'c'].entries())
      sink.push(line(index, 30 + index * 10, code, index === 1 ? 'ten_1' : null))
    await sink.stop()
    const read = async (filter: object) =>
      (await readLogLines(database.store.db, { limit: 10, ...filter })).map((one) => one.code)
    expect(await read({})).toEqual(['a', 'b', 'c'])
    expect(await read({ limit: 2 })).toEqual(['b', 'c'])
    expect(await read({ level: 40 })).toEqual(['b', 'c'])
    expect(await read({ tenant: 'ten_1' })).toEqual(['b'])
    expect(await read({ since: 2 })).toEqual(['c'])
    const [first] = await readLogLines(database.store.db, { limit: 10 })
    expect(await read({ after: first?.id })).toEqual(['b', 'c'])
  })
})
