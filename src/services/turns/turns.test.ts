import { afterEach, describe, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import type { Model } from '../../models/port.ts'
import {
  createDeadModel,
  createLyingModel,
  createObedientModel,
  createScriptedModel,
  createSlowModel,
} from '../../models/scripted/model.ts'
import type { Store } from '../../store/store.ts'
import { createTurns } from './create-turns.ts'
import { explain, replay } from './replay.ts'
import { createTester, playBatch } from './test-message.ts'
import { loadFaculties } from './load-faculties.ts'
import { createCatalogCache } from '../products/catalog-cache.ts'
import { createShops } from './shops.ts'
import type { TurnDocument } from './types.ts'

const CONFIG = { host: '127.0.0.1', port: 9001 }

/** A shop with three products and somebody who writes to it. */
async function openShop(store: Store, options: { model?: Model; modelDeadlineMs?: number } = {}) {
  const tenantId = await plantShop(store.db, 'tienda')
  let now = NOON
  const clock = () => (now += 1000)
  const { drive } = await createTurns({ store, config: CONFIG, now: clock, model: null, ...options })
  const test = createTester({ store, drive, now: clock })
  const say = (text: string, from = '+56911111111') => test({ tenant: 'tienda', from, text })
  const tap = (choiceId: string, from = '+56911111111') => test({ tenant: 'tienda', from, text: '', choiceId })
  const stock = async (sku: string) =>
    store.db
      .selectFrom('product')
      .select(['available', 'reserved', 'sold', 'stocked'])
      .where('sku', '=', sku)
      .executeTakeFirstOrThrow()
  return { tenantId, say, tap, stock, test, clock }
}

const words = (document: TurnDocument) => document.replies.map((reply) => reply.text).join('\n')

function confirmButton(document: TurnDocument): string {
  const button = document.replies
    .flatMap((reply) => (reply.type === 'buttons' ? reply.buttons : []))
    .find((each) => each.id.startsWith('ord:') && each.id.endsWith(':confirm'))
  if (!button) throw new Error('no confirm button')
  return button.id
}

describeStores('a turn', (open) => {
  let database: TestDatabase | undefined
  afterEach(async () => {
    await database?.remove()
    database = undefined
  })
  const shop = async (options: { model?: Model; modelDeadlineMs?: number } = {}) => {
    database = await open()
    return { store: database.store, ...(await openShop(database.store, options)) }
  }

  it('takes a shopper from a product to a placed order with its link, and back', async () => {
    const { say, tap, stock } = await shop()
    expect((await tap('add:BRW:2')).cart).toMatchObject({
      items: [{ sku: 'BRW', quantity: 2, unit_price: 4990 }],
      subtotal: 9980,
    })
    expect((await tap('checkout')).intent).toBe('checkout')
    const summary = await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    expect(words(summary)).toContain('Total: $9.980')
    const placed = await tap(confirmButton(summary))
    expect(placed.order).toMatchObject({
      status: 'pending_payment',
      total: 9980,
      items: [{ sku: 'BRW', quantity: 2, unit_price: 4990 }],
    })
    expect(words(placed)).toContain(placed.order?.payment_url)
    expect(words(placed)).toContain(placed.order?.number)
    expect(placed.cart.items).toEqual([])
    expect(await stock('BRW')).toMatchObject({ available: 8, reserved: 2 })
    await say('quiero anular mi pedido')
    const cancelled = await say('sí')
    expect(cancelled.order?.status).toBe('cancelled')
    expect(await stock('BRW')).toMatchObject({ available: 10, reserved: 0 })
  })

  it('charges nothing for a button of another cart or total', async () => {
    const { say, tap, store } = await shop()
    await tap('add:BRW:1')
    await tap('checkout')
    const old = confirmButton(await say('Prat 60, Arica'))
    await tap('add:OIL:1')
    const again = await tap(old)
    expect(again.order).toBeNull()
    expect(words(again)).toContain('cambió')
    for (const forged of ['ord:0:1:confirm', 'ord:3:1:confirm', 'ord:x:y:confirm'])
      expect((await tap(forged)).order).toBeNull()
    expect(await store.db.selectFrom('orders').selectAll().execute()).toEqual([])
    expect((await tap(confirmButton(again))).order?.total).toBe(29_980)
  })

  it('puts the summary again where the price moved between summary and yes', async () => {
    const { say, tap, store, clock } = await shop()
    await tap('add:BRW:1')
    await tap('checkout')
    const button = confirmButton(await say('Prat 60, Arica'))
    await store.db.updateTable('product').set({ price: 5990, updated_at: clock() }).where('sku', '=', 'BRW').execute()
    const again = await tap(button)
    expect(again.order).toBeNull()
    expect(words(again)).toContain('$5.990')
    expect((await tap(confirmButton(again))).order?.total).toBe(5990)
  })

  it('tells who came too late for the last units, and sells them once', async () => {
    const { tap, say, stock } = await shop()
    const buttons: string[] = []
    for (const from of ['+56922222222', '+56933333333']) {
      await tap('add:PAP:3', from)
      await tap('checkout', from)
      buttons.push(confirmButton(await say('Prat 60, Arica', from)))
    }
    const first = await tap(buttons[0] ?? '', '+56922222222')
    const second = await tap(buttons[1] ?? '', '+56933333333')
    expect(first.order?.status).toBe('pending_payment')
    expect(second.order).toBeNull()
    expect(words(second)).toMatch(/agot|vacío/)
    expect(await stock('PAP')).toMatchObject({ available: 0, reserved: 3, stocked: 3 })
  })

  it('keeps one shopper in two shops apart', async () => {
    const { store, tap, test } = await shop()
    await plantShop(store.db, 'otra')
    await tap('add:BRW:2')
    expect((await test({ tenant: 'otra', from: '+56911111111', text: 'qué llevo' })).cart.items).toEqual([])
  })

  it('answers every line of a batch in order, bad lines too', async () => {
    const { test } = await shop()
    const lines = [
      '{"tenant":"tienda","text":"hola"}',
      'nope',
      '{"tenant":"tienda"}',
      '',
      '{"tenant":"nadie","text":"hola"}',
      '{"tenant":"tienda","from":"x","text":"hola"}',
      '[]',
      '{"tenant":"tienda","from":"+56944444444","text":"a\\u0000\\ud800"}',
    ]
    const out: Array<{ error?: { code: string }; text?: string }> = []
    for await (const document of playBatch(test, asyncLines(lines), {})) out.push(document)
    expect(out.map((each) => each.error?.code ?? 'ok')).toEqual([
      'ok',
      'line_not_json',
      'line_incomplete',
      'tenant_not_found',
      'sender_invalid',
      'line_incomplete',
      'ok',
    ])
  })

  it('records each turn so that it plays again to the same end, and explains it', async () => {
    const { store, say, tap, tenantId, clock } = await shop()
    await say('hola')
    await tap('add:BRW:2')
    await tap('checkout')
    await tap(confirmButton(await say('Camila Rojas, Av. Italia 1234, Ñuñoa')))
    const deps = {
      store,
      faculties: await loadFaculties(),
      catalogs: createCatalogCache({ store, now: clock }),
      shops: createShops({ store }),
    }
    expect(await replay(deps, { tenantId })).toMatchObject({ turns: 5, different: 0, reworded: 0, skipped: 0 })
    const row = await store.db.selectFrom('conversation_history').selectAll().orderBy('id').execute()
    for (const each of row) expect(Buffer.byteLength(each.trace ?? '')).toBeLessThan(4096)
    const explained = await explain({ store }, row[0]?.message_id ?? '')
    expect(explained).toMatchObject({ intent: 'greeting', text: 'hola' })
    expect(explained?.because.length).toBeGreaterThan(0)
  })

  it('is quiet while a person has the conversation', async () => {
    const { store, say } = await shop()
    await say('hola')
    await store.db.updateTable('conversation').set({ mode: 'human', takeover_until: null }).execute()
    const heard = await say('quiero un brownie')
    expect(heard.replies).toEqual([])
    expect(heard.cart.items).toEqual([])
  })

  it('sells as ever with a model that is dead, slow, lying or obeying', async () => {
    for (const model of [createDeadModel(), createSlowModel(5000), createLyingModel(), createObedientModel()]) {
      const { say, tap, store } = await shop({ model, modelDeadlineMs: 20 })
      await tap('add:BRW:1')
      await say('zxcv qwer asdf')
      await tap('checkout')
      const summary = await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
      const placed = await tap(confirmButton(summary))
      expect(placed.order).toMatchObject({ status: 'pending_payment', total: 4990 })
      await store.close()
      await database?.remove().catch(() => undefined)
      database = undefined
    }
  })

  it('never spends more on a model than the shop allows, and stops asking one that is down', async () => {
    let asked = 0
    const model = createScriptedModel(() => {
      asked += 1
      return { intent: 'out_of_scope', confidence: 0.9, items: [], prose: null }
    })
    const { say, store } = await shop({ model })
    await store.db
      .insertInto('profile')
      .values({
        tenant_id: 'tnt_tienda',
        version: 1,
        body: JSON.stringify({
          model: { enabled: true, threshold: 1.1, prose: false, dailyBudgetMicros: 6000, instructions: null },
        }),
        author: 'test',
        created_at: NOON,
      })
      .execute()
    await store.db.updateTable('tenant').set({ version: 2 }).execute()
    for (let turn = 0; turn < 40; turn++) await say(`zxcv ${turn} qwer`)
    const spent = await store.db
      .selectFrom('model_call')
      .select((row) => row.fn.sum<number>('cost_micros').as('total'))
      .executeTakeFirstOrThrow()
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThan(40)
    expect(Number(spent.total)).toBeLessThanOrEqual(6000)
  })
})

describe('a model that is down', () => {
  it('is left alone after five failures, for a while', async () => {
    const { openTestDatabase } = await import('../../../test/support/databases.ts')
    const { createModelDesk } = await import('./ask-model.ts')
    const { DEFAULT_PROFILE } = await import('../../engine/reply/profile.ts')
    const database = await openTestDatabase('sqlite')
    const tenantId = await plantShop(database.store.db, 'tienda')
    let calls = 0
    let now = NOON
    const dead = { name: 'dead', answer: () => Promise.reject(new Error(`down ${++calls}`)) }
    const desk = createModelDesk({ model: dead, store: database.store, now: () => now })
    const request = {
      purpose: 'understand' as const,
      text: 'x',
      situation: [],
      candidates: [],
      policies: [],
      manner: null,
      tone: 'cercano' as const,
      language: 'es' as const,
    }
    const ask = () => desk.ask({ tenantId, conversationId: 'cnv_1', messages: [] }, DEFAULT_PROFILE, request)
    for (let attempt = 0; attempt < 8; attempt++) await ask()
    expect(calls).toBe(5)
    expect((await ask()).outcome).toBe('open')
    now += 31_000
    await ask()
    expect(calls).toBe(6)
    await database.remove()
  })
})

async function* asyncLines(lines: string[]): AsyncGenerator<string> {
  yield* lines
}
