import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { startFakeOpenAi, type FakeOpenAi } from '../../../test/support/fake-openai.ts'
import { sendJson, startFake, type FakeServer } from '../../../test/support/fake-provider.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import { createMediaFetcher } from '../../channels/media.ts'
import type { ChannelAccount } from '../../channels/port.ts'
import type { InboundMessage } from '../../engine/types.ts'
import { conversationId } from '../../ids.ts'
import { createOpenAiModel } from '../../models/openai/model.ts'
import { createApplyEffects } from '../../store/commerce.ts'
import { createTurns } from './create-turns.ts'
import { createDrive, type Drive } from './drive.ts'

const ANA = '+56911111111'
const NOTE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(8000)])

describeStores('a voice note', (open) => {
  let database: TestDatabase
  let tenantId: string
  let drive: Drive
  let media: FakeServer
  let openai: FakeOpenAi
  let words = ''
  let hang = false
  let count = 0

  beforeEach(async () => {
    database = await open()
    tenantId = await plantShop(database.store.db, 'tienda')
    hang = false
    media = await startFake((request, response) => {
      if (hang) return undefined
      if (request.url.includes('/90'))
        return sendJson(response, 200, { url: `${media.url}/file`, mime_type: 'audio/ogg' })
      if (request.url === '/file') return response.writeHead(200).end(NOTE)
      return response.writeHead(404).end()
    })
    openai = await startFakeOpenAi(
      () => ({ intent: 'out_of_scope', confidence: 0, items: [], prose: null }),
      () => words,
    )
  })
  afterEach(async () => {
    await Promise.all([media.close(), openai.close()])
    await database.remove()
  })

  async function start(withModel = true): Promise<void> {
    let now = NOON
    const clock = () => (now += 1000)
    const { listening } = await createTurns({
      store: database.store,
      config: { host: '127.0.0.1', port: 1 },
      now: clock,
      model: withModel ? createOpenAiModel({ apiKey: 'k', baseUrl: openai.baseUrl }) : null,
      modelDeadlineMs: 1000,
    })
    const account: ChannelAccount = {
      channelId: 'ch',
      tenantId,
      provider: 'meta',
      address: '1',
      secrets: { token: 'T' },
    }
    const runner = listening({
      account: async () => account,
      fetch: createMediaFetcher({ graphUrl: media.url, graphVersion: 'v1', twilioUrl: null, deadlineMs: 300 }),
    })
    drive = createDrive({
      store: database.store,
      runner,
      applyEffects: createApplyEffects({ baseUrl: 'http://x' }),
      now: clock,
    })
  }

  const send = (message: Partial<InboundMessage>) =>
    drive.turn({
      tenantId,
      conversationId: conversationId(tenantId, ANA),
      channelId: 'ch',
      sender: { phone: ANA, userId: null, name: null },
      messages: [{ id: `m${++count}`, at: NOON, kind: 'text', text: '', ...message }],
    })
  const speak = (id = '900001') =>
    send({ kind: 'audio', media: { id, mimeType: 'audio/ogg; codecs=opus', voice: true } })
  const text = (document: Awaited<ReturnType<typeof speak>>) => document.replies.map((reply) => reply.text).join('\n')

  it('is heard, read back before it changes the cart, and kept in the history', async () => {
    await start()
    words = 'quiero dos brownies'
    const heard = await speak()
    expect(text(heard)).toContain('quiero dos brownies')
    expect(heard.cart.items).toEqual([])
    expect(media.heard[0]?.headers.authorization).toBe('Bearer T')
    const done = await send({ text: 'sí' })
    expect(done.cart.items).toMatchObject([{ sku: 'BRW', quantity: 2 }])
    const rows = await database.store.db.selectFrom('conversation_history').select('text').orderBy('id').execute()
    expect(rows[0]?.text).toBe('quiero dos brownies')
    expect(await database.store.db.selectFrom('model_call').select(['purpose', 'outcome']).execute()).toContainEqual({
      purpose: 'transcribe',
      outcome: 'answered',
    })
  })

  it('is asked for in writing where there is no model, no file, no words, no time or no leave', async () => {
    await start(false)
    expect(text(await speak())).toContain('¿Me lo escribes?')
    expect(openai.heard).toEqual([])
    await start()
    words = '   '
    expect(text(await speak())).toContain('¿Me lo escribes?')
    words = 'dame un aceite'
    expect(text(await speak('1'))).toContain('¿Me lo escribes?')
    hang = true
    const clock = performance.now()
    expect(text(await speak())).toContain('¿Me lo escribes?')
    expect(performance.now() - clock).toBeLessThan(3000)
    hang = false
    await database.store.db
      .insertInto('profile')
      .values({
        tenant_id: tenantId,
        version: 1,
        body: '{"model":{"enabled":false}}',
        author: 'test',
        created_at: NOON,
      })
      .execute()
    await database.store.db.updateTable('tenant').set({ version: 2 }).execute()
    await send({ text: 'hola' })
    const before = media.heard.length
    expect(text(await speak())).toContain('¿Me lo escribes?')
    expect(media.heard.length).toBe(before)
  })
})
