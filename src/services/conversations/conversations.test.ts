import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop, plantShopper, wipe } from '../../../test/support/shop.ts'
import { enqueueBubble, type BubbleClass } from '../../store/outbox.ts'
import { readConversationDetail } from '../snapshot/read-conversation.ts'
import { createTurns } from '../turns/create-turns.ts'
import { release, replyAsOperator, takeOver, TAKEOVER_MS } from './conversations.ts'

const PHONE = '+56987654321'

describeStores('a person in a conversation', (open) => {
  let database: TestDatabase
  let tenantId: string
  let id: string
  const clock = { now: NOON }
  const deps = () => ({ store: database.store, now: () => clock.now, actor: 'cli:ana' })

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    await wipe(database.store.db)
    clock.now = NOON
    tenantId = await plantShop(database.store.db, 'tienda')
    id = (await plantShopper(database.store.db, tenantId, PHONE)).conversationId
  })

  async function queue(...classes: BubbleClass[]): Promise<void> {
    for (const each of classes) {
      const body = { reply: { type: 'text' as const, text: each } }
      await enqueueBubble(
        database.store.db,
        { tenantId, conversationId: id, source: each, class: each, body },
        clock.now,
      )
    }
  }
  const outbox = async () => {
    const rows = await database.store.db.selectFrom('outbox').select(['class', 'status']).orderBy('id').execute()
    return rows.map((row) => `${row.class} ${row.status}`)
  }
  const detail = () => readConversationDetail(database.store.db, { tenantId, id, reveal: false })

  it('drops what the bot had still to say, and nothing about an order', async () => {
    await queue('reply', 'notice', 'campaign')
    await takeOver(deps(), { id, by: 'ana' })
    expect(await outbox()).toEqual(['reply dropped', 'notice queued', 'campaign dropped'])
  })

  it('does the same by writing', async () => {
    await queue('reply')
    await replyAsOperator(deps(), { id, by: 'ana', text: 'Hola, soy Ana' })
    expect(await outbox()).toEqual(['reply dropped', 'operator queued'])
  })

  it('keeps what is being sent: it may have gone out', async () => {
    await queue('reply')
    await database.store.db.updateTable('outbox').set({ status: 'sending' }).execute()
    await takeOver(deps(), { id, by: 'ana' })
    expect(await outbox()).toEqual(['reply sending'])
  })

  it('leads for eight hours at most, counted down for all to see; then the bot answers the next message', async () => {
    const { drive } = await createTurns({
      store: database.store,
      config: { host: '127.0.0.1', port: 9001 },
      now: () => clock.now,
      model: null,
    })
    let count = 0
    const say = async (text: string) => {
      count += 1
      const turn = await drive.turn({
        tenantId,
        conversationId: id,
        channelId: null,
        sender: { phone: PHONE, userId: null, name: null },
        messages: [{ id: `m${count}`, at: clock.now, kind: 'text', text }],
      })
      return turn.replies.length
    }
    const { until } = await takeOver(deps(), { id, by: 'ana' })
    expect(until).toBe(NOON + TAKEOVER_MS)
    expect(await detail()).toMatchObject({ mode: 'human', takeoverBy: 'ana', takeoverUntil: until })
    await expect(takeOver(deps(), { id, by: 'luis' })).rejects.toMatchObject({ code: 'conversation_taken', exit: 77 })
    clock.now = NOON + TAKEOVER_MS - 1
    expect(await say('hola')).toBe(0)
    clock.now = NOON + TAKEOVER_MS
    expect(await say('hola')).toBeGreaterThan(0)
    expect(await detail()).toMatchObject({ mode: 'bot' })
    await takeOver(deps(), { id, by: 'luis' })
    expect(await say('hola')).toBe(0)
    await release(deps(), { id })
    expect(await detail()).toMatchObject({ mode: 'bot', takeoverBy: null, takeoverUntil: null })
    expect(await say('hola')).toBeGreaterThan(0)
  })
})
