import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import {
  seedBubble,
  seedCase,
  seedConversation,
  seedOrder,
  seedShop,
  seedTurn,
} from '../../../test/support/operators.ts'
import { listAudit } from '../audit/record-audit.ts'
import { createDashboard } from './create-dashboard.ts'
import { followTurns } from './follow-turns.ts'

const NOW = Date.UTC(2026, 10, 18, 18)

describeStores('the dashboard’s hands', (open) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await open()
    const { store } = database
    for (const tenant of ['a', 'b']) {
      await seedShop(store, { id: tenant })
      await seedConversation(store, {
        tenant,
        id: `${tenant}1`,
        at: NOW,
        mode: 'waiting',
        cartItems: 1,
        state: { cart: { lines: [{ sku: 'BRW', quantity: 2 }] } },
      })
      await seedTurn(store, {
        tenant,
        conversation: `${tenant}1`,
        id: 'm1',
        text: 'mi fono es +56950915617',
        reply: 'ok',
        at: NOW,
      })
    }
  })
  afterEach(() => database.remove())

  function dashboard() {
    const { source, actions } = createDashboard(
      { store: database.store, now: () => NOW, actor: 'cli:claudia', baseUrl: 'http://127.0.0.1:9001' },
      { readonly: false },
    )
    if (actions === null) throw new Error('no actions')
    return { source, actions }
  }
  const actionsDone = async () =>
    (await listAudit(database.store.db, { tenantId: null, limit: 50 }))
      .map((entry) => `${entry.tenant} ${entry.action}`)
      .toReversed()

  it('has none with --readonly', () => {
    const { actions } = createDashboard(
      { store: database.store, now: () => NOW, actor: 'x', baseUrl: '' },
      { readonly: true },
    )
    expect(actions).toBeNull()
  })

  it('takes over, replies and releases, and writes down who', async () => {
    const { source, actions } = dashboard()
    expect((await source.conversations(null))[0]).toMatchObject({ mode: 'waiting' })
    await actions.takeOver('a', 'a1')
    expect(await actions.reply('a', 'a1', 'Hola, soy Claudia')).toContain('on its way')
    const detail = await source.conversation('a', 'a1', { reveal: false })
    expect(detail).toMatchObject({ mode: 'human', takeoverBy: 'cli:claudia', masked: true })
    expect(detail?.transcript.at(-1)).toMatchObject({ from: 'operator', text: 'Hola, soy Claudia', delivery: 'queued' })
    expect(detail?.cart).toEqual([{ sku: 'BRW', name: 'BRW', quantity: 2, unitPrice: 0 }])
    await actions.release('a', 'a1')
    expect((await source.conversation('a', 'a1', { reveal: false }))?.mode).toBe('bot')
    expect(await actionsDone()).toEqual(['a conversation.takeover', 'a conversation.reply', 'a conversation.release'])
    await expect(actions.takeOver('a', 'b1')).rejects.toMatchObject({ code: 'conversation_not_found' })
  })

  it('puts conversations with an open case before the newest, and closes a case once it is dealt with', async () => {
    const { store } = database
    const { source, actions } = dashboard()
    await actions.release('a', 'a1')
    await seedConversation(store, { tenant: 'a', id: 'a2', at: NOW - 86_400_000 })
    await seedConversation(store, { tenant: 'a', id: 'a3', at: NOW - 86_400_000 })
    await seedCase(store, { tenant: 'a', id: 'cas_2', conversation: 'a2', at: NOW - 2000, summary: 'fono 9 5091 5617' })
    await seedCase(store, { tenant: 'a', id: 'cas_3', conversation: 'a3', at: NOW - 3000, kind: 'complaint' })
    await seedCase(store, { tenant: 'a', id: 'cas_4', conversation: 'a3', at: NOW - 1000 })
    const rows = await source.conversations('a')
    expect(rows.slice(0, 2).map((row) => [row.id, row.cases.map((one) => one.kind)])).toEqual([
      ['a3', ['complaint', 'return']],
      ['a2', ['return']],
    ])
    expect(JSON.stringify(rows)).not.toContain('5091')
    expect(await source.conversations('b')).not.toContainEqual(expect.objectContaining({ id: 'a2' }))
    await expect(actions.closeCase('b', 'cas_3')).rejects.toMatchObject({ code: 'case_not_found' })
    expect(await actions.closeCase('a', 'cas_3')).toBe('the complaint is closed')
    expect((await source.conversation('a', 'a3', { reveal: false }))?.cases).toMatchObject([{ id: 'cas_4' }])
    expect(await actionsDone()).toEqual(['a conversation.release', 'a case.close'])
  })

  it('shows a conversation in clear only on request, and writes down each look once', async () => {
    const { source } = dashboard()
    expect(JSON.stringify(await source.conversation('a', 'a1', { reveal: false }))).not.toContain('50915617')
    for (let look = 0; look < 3; look++)
      expect(JSON.stringify(await source.conversation('a', 'a1', { reveal: true }))).toContain('+56950915617')
    expect(await actionsDone()).toEqual(['a conversation.reveal'])
    expect(await source.conversation('a', 'b1', { reveal: false })).toBeNull()
  })

  it('retries and drops dead letters, each once and only in its own shop', async () => {
    const { source, actions } = dashboard()
    for (const id of ['ob_1', 'ob_2'])
      await seedBubble(database.store, {
        tenant: 'a',
        id,
        conversation: 'a1',
        at: NOW,
        status: 'dead',
        errorCode: '131026',
      })
    const letters = await source.deadLetters(null)
    expect(letters).toHaveLength(2)
    const [first, second] = letters
    await expect(actions.retryDeadLetter('b', first!.id)).rejects.toMatchObject({ code: 'letter_not_found' })
    await actions.retryDeadLetter('a', first!.id)
    await actions.dropDeadLetter('a', second!.id)
    await expect(actions.retryDeadLetter('a', first!.id)).rejects.toMatchObject({ code: 'letter_not_found' })
    await expect(actions.dropDeadLetter('a', second!.id)).rejects.toMatchObject({ code: 'letter_not_found' })
    const rows = await database.store.db.selectFrom('outbox').select(['id', 'status']).orderBy('id').execute()
    expect(rows.map((row) => row.status).sort()).toEqual(['dropped', 'queued'])
    expect(await actionsDone()).toEqual(['a message.retry', 'a message.drop'])
  })

  it('pauses and resumes a shop', async () => {
    const { source, actions } = dashboard()
    await actions.pauseShop('a')
    expect((await source.snapshot(null)).shops.map((shop) => shop.status)).toEqual(['paused', 'active'])
    await actions.resumeShop('a')
    expect((await source.snapshot('a')).shops.map((shop) => shop.status)).toEqual(['active'])
    expect(await actionsDone()).toEqual(['a tenant.pause', 'a tenant.resume'])
  })

  it('sends the link of an unpaid order again, and no other', async () => {
    const { actions } = dashboard()
    await seedOrder(database.store, { tenant: 'a', id: 'X-1', conversation: 'a1', total: 1000, placedAt: NOW })
    await seedOrder(database.store, {
      tenant: 'a',
      id: 'X-2',
      conversation: 'a1',
      total: 1000,
      placedAt: NOW + 1,
      paidAt: NOW + 1,
    })
    expect(await actions.resendPaymentLink('a', 'X-1')).toContain('X-1')
    await expect(actions.resendPaymentLink('a', 'X-2')).rejects.toMatchObject({ code: 'order_status' })
    await expect(actions.resendPaymentLink('b', 'X-1')).rejects.toMatchObject({ code: 'order_not_found' })
  })

  it('follows turns as they are committed, each once, masked', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    const followed = (async () => {
      for await (const row of followTurns(
        { db: database.store.db, now: () => NOW },
        { tenantId: 'a', lines: 5, follow: true },
        stop.signal,
      )) {
        seen.push(row.text)
        if (seen.length === 3) stop.abort()
      }
    })()
    await expect.poll(() => seen.length).toBe(1)
    for (const id of ['m2', 'm3'])
      await seedTurn(database.store, { tenant: 'a', conversation: 'a1', id, text: id, at: NOW })
    await seedTurn(database.store, { tenant: 'b', conversation: 'b1', id: 'm9', text: 'de otra tienda', at: NOW })
    await followed
    expect(seen).toEqual([expect.stringContaining('•••'), 'm2', 'm3'])
  })
})
