import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { addShop, textRow } from '../../../test/support/pipeline.ts'
import { enqueueBubble } from '../../store/outbox.ts'
import { openPipeline } from '../../store/pipeline.ts'
import { dropStuckMessage, listStuckMessages, retryStuckMessage } from './stuck-messages.ts'

describeStores('stuck messages', (open) => {
  let database: TestDatabase
  const deps = () => ({ store: database.store, now: () => 500, actor: 'cli:test' })

  beforeEach(async () => {
    database = await open()
    const { store } = database
    await addShop(store, 'shop')
    const row = textRow('shop', '+56911111111', 'm1', 'a secret')
    await (await openPipeline(store)).inbox.append([row], 100)
    await store.db.updateTable('inbox').set({ status: 'parked', attempts: 5, error: 'Error: boom' }).execute()
    const { conversationId } = row
    const body = { reply: { type: 'text' as const, text: 'another secret' } }
    await enqueueBubble(store.db, { tenantId: 'shop', conversationId, source: 's', class: 'reply', body }, 200)
    await store.db
      .updateTable('outbox')
      .set({ status: 'dead', attempts: 1, error_class: 'bad_request', error_code: '100', receipt: -1 })
      .execute()
  })
  afterEach(() => database.remove())

  it('lists both kinds with why, and nothing of what was said', async () => {
    const listed = await listStuckMessages(deps(), { limit: 10 })
    expect(listed).toMatchObject([
      { direction: 'out', tenant: 'shop', reason: 'bad_request 100', attempts: 1 },
      { direction: 'in', tenant: 'shop', reason: 'Error: boom', attempts: 5 },
    ])
    expect(JSON.stringify(listed)).not.toContain('secret')
    expect(await listStuckMessages(deps(), { tenant: 'shop', limit: 1 })).toHaveLength(1)
    await expect(listStuckMessages(deps(), { tenant: 'nobody', limit: 1 })).rejects.toMatchObject({
      code: 'tenant_not_found',
    })
  })

  it('puts both kinds back into their queues, the reply under a fresh id, and says so in the audit log', async () => {
    const listed = await listStuckMessages(deps(), { limit: 10 })
    for (const message of listed) await retryStuckMessage(deps(), message.id)
    const { db } = database.store
    expect(await db.selectFrom('inbox').select(['status', 'attempts']).execute()).toEqual([
      { status: 'pending', attempts: 0 },
    ])
    const [bubble] = await db.selectFrom('outbox').select(['status', 'opaque_id', 'next_at', 'receipt']).execute()
    expect(bubble).toMatchObject({ status: 'queued', next_at: 500, receipt: 0 })
    expect(bubble?.opaque_id).not.toBe(listed[0]?.id)
    expect(await db.selectFrom('audit').select(['action', 'actor']).execute()).toHaveLength(2)
    await expect(retryStuckMessage(deps(), listed[0]?.id ?? '')).rejects.toMatchObject({ code: 'message_not_stuck' })
  })

  it('drops for good, and refuses what is not there', async () => {
    for (const message of await listStuckMessages(deps(), { limit: 10 })) await dropStuckMessage(deps(), message.id)
    expect(await listStuckMessages(deps(), { limit: 10 })).toEqual([])
    await expect(dropStuckMessage(deps(), 'in:999')).rejects.toMatchObject({ code: 'message_not_stuck' })
    await expect(dropStuckMessage(deps(), 'nonsense')).rejects.toMatchObject({ code: 'message_not_stuck' })
  })
})
