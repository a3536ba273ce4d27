import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { createEchoRunner } from '../../../test/support/echo-runner.ts'
import { plantShop, plantShopper } from '../../../test/support/shop.ts'
import type { Channel, OutgoingBubble } from '../../channels/port.ts'
import type { EffectContext } from '../../engine/commerce/effects.ts'
import type { Reply } from '../../engine/types.ts'
import { createId } from '../../ids.ts'
import { silentLog } from '../../log.ts'
import { recordConsent } from '../../store/consent.ts'
import { enqueueBubble, type BubbleClass } from '../../store/outbox.ts'
import { openPipeline } from '../../store/pipeline.ts'
import { createDaemon, type Daemon } from '../create-daemon.ts'
import { DEFAULT_TUNING } from '../tuning.ts'

const HOUR = 3_600_000

describeStores('what goes to whom', (open) => {
  let database: TestDatabase
  let daemon: Daemon
  let camila: EffectContext
  const sends: OutgoingBubble[] = []
  let ahead = 0

  beforeEach(async () => {
    database = await open()
    sends.length = 0
    ahead = 0
    const { db } = database.store
    const shop = await plantShop(db, 'acme')
    camila = await plantShopper(db, shop, '+56911111111', Date.now() - 25 * HOUR)
    const pipeline = await openPipeline(database.store)
    const channel: Channel = {
      provider: 'meta',
      render: (reply) => [reply],
      async send(_account, bubble) {
        sends.push(bubble)
        if (bubble.reply.type === 'image') {
          // The second try is due in seconds, which nobody has to sit through.
          ahead += HOUR / 60
          return { ok: false, class: 'media', code: '131053', detail: 'the picture could not be fetched' }
        }
        return { ok: true, providerMessageId: `wamid.${bubble.opaqueId}` }
      },
      acknowledge: () => Promise.resolve(),
      verify: () => Promise.resolve({ ok: true, findings: [] }),
    }
    daemon = createDaemon({
      store: database.store,
      pipeline,
      identity: { id: createId('dmn'), host: 'h', pid: 1, version: '0', startedAt: Date.now() },
      runner: createEchoRunner(),
      applyEffects: () => Promise.resolve({ outcome: 'applied', order: null }),
      directory: {
        account: async (channelId) => ({ channelId, tenantId: shop, provider: 'meta', address: '1', secrets: {} }),
        channel: () => channel,
        classify: () => 'undeliverable',
      },
      debounceMs: () => Promise.resolve(0),
      now: () => Date.now() + ahead,
      random: () => 0,
      log: silentLog,
      tuning: { ...DEFAULT_TUNING, sweepMs: 20, ambiguousMs: 50 },
    })
    await daemon.start()
  })
  afterEach(async () => {
    await daemon.stop()
    await database.remove()
  })

  async function finished(
    source: string,
    bubble: { class: BubbleClass; template?: string; reply?: Reply; channelId?: null },
  ) {
    await enqueueBubble(
      database.store.db,
      {
        tenantId: camila.tenantId,
        conversationId: camila.conversationId,
        channelId: bubble.channelId === undefined ? 'chn' : bubble.channelId,
        source,
        class: bubble.class,
        body: {
          reply: bubble.reply ?? { type: 'text', text: source },
          ...(bubble.template === undefined
            ? {}
            : { template: { type: 'template' as const, name: bubble.template, language: 'es_CL', parameters: ['x'] } }),
        },
      },
      Date.now(),
    )
    for (;;) {
      const row = await database.store.db
        .selectFrom('outbox')
        .select(['status', 'error_code', 'error_class'])
        .where('source', '=', source)
        .executeTakeFirstOrThrow()
      if (row.status !== 'queued' && row.status !== 'sending') return row
      await new Promise((resolve) => {
        setTimeout(resolve, 10)
      })
    }
  }

  it('after the 24 hours a notice goes as its template, and waits where there is none', async () => {
    expect(await finished('order:1:shipped', { class: 'notice', template: 'pedido_en_camino' })).toMatchObject({
      status: 'sent',
    })
    expect(sends.map((bubble) => bubble.reply)).toEqual([
      { type: 'template', name: 'pedido_en_camino', language: 'es_CL', parameters: ['x'] },
    ])
    expect(await finished('order:1:delivered', { class: 'notice' })).toMatchObject({
      status: 'waiting',
      error_class: 'window',
    })
    expect(sends).toHaveLength(1)
  })

  it('what a person says where there is no provider is said, and no letter given up on', async () => {
    await database.store.db.updateTable('conversation').set({ channel_id: null }).execute()
    expect(await finished('operator:1', { class: 'operator', channelId: null })).toMatchObject({ status: 'sent' })
    expect(sends).toEqual([])
  })

  it('who opted out gets no campaign, and still hears about the own order', async () => {
    const who = { tenantId: camila.tenantId, contactId: camila.contactId }
    await recordConsent(database.store.db, who, { purpose: 'messages', granted: false, proof: 'BAJA', at: 1 })
    expect(await finished('reminder:1', { class: 'campaign', template: 'carro' })).toMatchObject({
      status: 'dropped',
      error_code: 'opted_out',
    })
    expect(await finished('order:1:paid', { class: 'notice', template: 'pagado' })).toMatchObject({ status: 'sent' })
    await recordConsent(database.store.db, who, { purpose: 'messages', granted: true, proof: 'ALTA', at: 2 })
    expect(await finished('reminder:2', { class: 'campaign', template: 'carro' })).toMatchObject({ status: 'sent' })
  })

  it('a picture that the provider cannot fetch is told in words', async () => {
    await database.store.db.updateTable('conversation').set({ last_inbound_at: Date.now() }).execute()
    const reply: Reply = { type: 'image', url: 'https://cdn.example.cl/taladro.jpg', text: '*Taladro* — $39.990' }
    expect(await finished('message:1', { class: 'reply', reply })).toMatchObject({ status: 'sent' })
    expect(sends.map((bubble) => bubble.reply)).toEqual([reply, { type: 'text', text: '*Taladro* — $39.990' }])
  })
})
