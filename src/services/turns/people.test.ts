import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import type { Sender } from '../../channels/port.ts'
import type { InboundMessage } from '../../engine/types.ts'
import { conversationId } from '../../ids.ts'
import { createSecretBox } from '../../secrets.ts'
import { NO_ENVIRONMENT } from '../../../test/support/edge.ts'
import { enqueueBubble } from '../../store/outbox.ts'
import { createDirectory, type Directory } from '../channels/directory.ts'
import { TAKEOVER_MS } from '../conversations/conversations.ts'
import { createTurns } from './create-turns.ts'
import type { Drive } from './drive.ts'
import type { TurnRequest } from './types.ts'

const ANA = '+56911111111'
const NEW = '+56922222222'
const who = (phone: string | null, userId: string | null = null): Sender => ({ phone, userId, name: null })

describeStores('people behind messages', (open) => {
  let database: TestDatabase
  let tenantId: string
  let drive: Drive
  let directory: Directory
  let now = NOON
  let count = 0

  beforeEach(async () => {
    database = await open()
    tenantId = await plantShop(database.store.db, 'tienda')
    now = NOON
    const clock = () => (now += 1000)
    drive = (
      await createTurns({ store: database.store, config: { host: '127.0.0.1', port: 1 }, now: clock, model: null })
    ).drive
    await database.store.db
      .insertInto('channel')
      .values({ id: 'chn_1', tenant_id: tenantId, provider: 'meta', address: '111', created_at: 0, updated_at: 0 })
      .execute()
    directory = createDirectory({
      store: database.store,
      secrets: createSecretBox('a key for tests, long enough'),
      environment: NO_ENVIRONMENT,
      now: clock,
    })
  })
  afterEach(() => database.remove())

  /** As the daemon does it: placed by the directory, decided by the runner, written by the store. */
  async function hear(sender: Sender, message: Partial<InboundMessage>, kind?: 'echo', becomes?: Sender) {
    const placed = await directory.place('meta', '111', sender, becomes)
    if (!placed.placed) throw new Error(placed.reason)
    const request: TurnRequest = {
      tenantId,
      conversationId: placed.conversationId,
      channelId: null,
      sender,
      messages: [{ id: `m${++count}`, at: now, kind: 'text', text: '', ...message }],
      ...(kind ? { kind } : {}),
    }
    return drive.turn(request)
  }
  const say = (sender: Sender, text: string) => hear(sender, { text })
  const add = (sender: Sender, sku: string) => hear(sender, { kind: 'choice', choiceId: `add:${sku}:1` })
  const change = (from: Sender, to: Sender) =>
    hear(from, { kind: 'system', identity: { phone: to.phone, userId: to.userId } }, undefined, to)
  const conversation = () => database.store.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
  const conversations = async () => (await database.store.db.selectFrom('conversation').select('id').execute()).length
  const queue = (source: string, kind: 'reply' | 'notice' | 'campaign' | 'operator') =>
    enqueueBubble(
      database.store.db,
      {
        tenantId,
        conversationId: conversationId(tenantId, ANA),
        source,
        class: kind,
        body: { reply: { type: 'text', text: source } },
      },
      now,
    )

  it('hear the owner and say nothing, while a person leads for eight hours', async () => {
    await add(who(ANA), 'BRW')
    const before = await conversation()
    for (const kind of ['reply', 'notice', 'campaign', 'operator'] as const) await queue(kind, kind)
    const echo = await hear(who(ANA), { text: 'Hola! te atiendo yo, quieres 2 brownies?' }, 'echo')
    expect(echo.replies).toEqual([])
    const after = await conversation()
    expect(after).toMatchObject({ mode: 'human', mode_reason: 'owner', takeover_by: 'owner' })
    expect(after.takeover_until).toBeGreaterThan(now - 5000 + TAKEOVER_MS)
    expect(after.last_inbound_at).toBe(before.last_inbound_at)
    const history = await database.store.db.selectFrom('conversation_history').selectAll().orderBy('id').execute()
    expect(history.map((row) => [row.author, row.text])).toEqual([
      ['shopper', ''],
      ['owner', 'Hola! te atiendo yo, quieres 2 brownies?'],
    ])
    expect(history[1]).toMatchObject({ intent: null, replies: '[]' })
    const bubbles = await database.store.db.selectFrom('outbox').select(['class', 'status']).orderBy('id').execute()
    expect(Object.fromEntries(bubbles.map((row) => [row.class, row.status]))).toEqual({
      reply: 'dropped',
      notice: 'queued',
      campaign: 'dropped',
      operator: 'queued',
    })
    // The cart is as it was, and the bot keeps quiet until the time is over.
    expect((await say(who(ANA), 'sí, dame 2 brownies')).replies).toEqual([])
    now += TAKEOVER_MS
    const answered = await say(who(ANA), 'qué tengo en el carrito?')
    expect(answered.replies.length).toBeGreaterThan(0)
    expect(answered.cart.items).toMatchObject([{ sku: 'BRW', quantity: 1 }])
    expect(await conversation()).toMatchObject({ mode: 'bot' })
  })

  it('begin a conversation with the owner’s own words, and open no 24 hours by them', async () => {
    await hear(who(NEW), { kind: 'image', media: { id: '1' } }, 'echo')
    expect(await conversation()).toMatchObject({ mode: 'human', last_inbound_at: null, takeover_by: 'owner' })
    const [row] = await database.store.db.selectFrom('conversation_history').selectAll().execute()
    expect(row).toMatchObject({ author: 'owner', text: '[image]' })
  })

  it('leave an operator who has the conversation in the lead', async () => {
    await say(who(ANA), 'hola')
    await database.store.db
      .updateTable('conversation')
      .set({ mode: 'human', takeover_by: 'carla', takeover_until: now + 3_600_000 })
      .execute()
    await hear(who(ANA), { text: 'yo también' }, 'echo')
    expect(await conversation()).toMatchObject({ mode: 'human', takeover_by: 'carla' })
  })

  it('keep their cart under a new number, at once and on a daemon that starts later', async () => {
    await add(who(ANA), 'BRW')
    const noted = await change(who(ANA), who(NEW))
    expect(noted.replies).toEqual([])
    expect((await add(who(NEW), 'OIL')).cart.items.map((item) => item.sku)).toEqual(['BRW', 'OIL'])
    expect(await conversations()).toBe(1)
    const contact = await database.store.db.selectFrom('contact').selectAll().executeTakeFirstOrThrow()
    expect(contact.phone).toBe(NEW)
    const later = createDirectory({
      store: database.store,
      secrets: createSecretBox('a key for tests, long enough'),
      environment: NO_ENVIRONMENT,
      now: () => now,
    })
    expect(await later.place('meta', '111', who(NEW))).toMatchObject({
      conversationId: conversationId(tenantId, ANA),
    })
    const said = await database.store.db.selectFrom('conversation_history').select(['author', 'text']).execute()
    expect(said).toContainEqual({ author: 'system', text: 'number or id changed' })
  })

  it('are found by id alone, by number alone and by both, before and after either changes', async () => {
    await add(who(null, 'CL.100'), 'BRW')
    expect((await add(who(ANA, 'CL.100'), 'OIL')).cart.items).toHaveLength(2)
    now += 2000
    expect((await add(who(ANA), 'PAP')).cart.items).toHaveLength(3)
    await change(who(ANA, 'CL.100'), who(ANA, 'CL.200'))
    now += 2000
    for (const sender of [who(null, 'CL.200'), who(null, 'CL.100'), who(ANA), who(ANA, 'CL.200')])
      expect((await say(sender, 'qué tengo en el carrito?')).cart.items).toHaveLength(3)
    await change(who(ANA, 'CL.200'), who(NEW, 'CL.200'))
    for (const sender of [who(NEW), who(NEW, 'CL.200'), who(null, 'CL.200')])
      expect((await say(sender, 'qué tengo en el carrito?')).cart.items).toHaveLength(3)
    expect(await conversations()).toBe(1)
  })

  it('learn of a change on another daemon within a second, and read nothing for whoever never changed', async () => {
    await add(who(ANA), 'BRW')
    const other = createDirectory({
      store: database.store,
      secrets: createSecretBox('a key for tests, long enough'),
      environment: NO_ENVIRONMENT,
      now: () => now,
    })
    expect(await other.place('meta', '111', who(NEW))).toMatchObject({ conversationId: conversationId(tenantId, NEW) })
    await change(who(ANA), who(NEW))
    now += 1100
    expect(await other.place('meta', '111', who(NEW))).toMatchObject({ conversationId: conversationId(tenantId, ANA) })
    // With the database gone, placing still works: nothing is read for a number, known or not.
    await database.store.db.schema.dropTable('contact_alias').execute()
    expect(await other.place('meta', '111', who('+56933333333'))).toMatchObject({ placed: true })
    await database.store.db.schema.createTable('contact_alias').addColumn('tenant_id', 'text').execute()
  })
})
