import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { seedConversation, seedOrder, seedShop, seedTurn } from '../../../test/support/operators.ts'
import {
  reportConversations,
  reportCost,
  reportFunnel,
  reportIntents,
  reportProducts,
  reportResponseTimes,
  reportUnanswered,
  type ReportQuery,
} from './reports.ts'

const NOW = Date.UTC(2026, 10, 18, 18)
const DAY = 86_400_000

describeStores('analytics', (open) => {
  let database: TestDatabase
  const query = (change: Partial<ReportQuery> = {}): ReportQuery => ({
    tenantId: null,
    since: NOW - 7 * DAY,
    until: NOW + 1,
    timezone: 'America/Santiago',
    ...change,
  })
  beforeEach(async () => {
    database = await open()
    const { store } = database
    for (const tenant of ['a', 'b']) {
      await seedShop(store, { id: tenant })
      await store.db
        .insertInto('product')
        .values({ tenant_id: tenant, id: 'p1', sku: 'BRW', name: 'Brownie', price: 6990, created_at: 0, updated_at: 0 })
        .execute()
      await seedConversation(store, { tenant, id: `${tenant}1`, at: NOW - DAY, cartItems: 1 })
      await seedConversation(store, { tenant, id: `${tenant}2`, at: NOW })
      const turn = { tenant, conversation: `${tenant}1`, at: NOW - DAY, intent: 'buy_product', confidence: 0.9 }
      await seedTurn(store, { ...turn, id: 'm1', text: 'dame un brownie', latencyMs: 2, products: ['BRW', 'GONE'] })
      await seedTurn(store, { ...turn, id: 'm2', text: 'otro', latencyMs: 4, products: ['BRW'], source: 'model' })
      await seedTurn(store, {
        ...turn,
        id: 'm3',
        text: '¿Arriendan bicicletas?',
        intent: 'out_of_scope',
        confidence: 0.8,
        latencyMs: 100,
      })
      await seedTurn(store, {
        ...turn,
        conversation: `${tenant}2`,
        id: 'm4',
        text: 'arriendan bicicletas',
        intent: 'stock_query',
        confidence: 0.3,
        at: NOW,
      })
      await seedTurn(store, { ...turn, id: 'm5', text: 'hola, soy Claudia', author: 'operator', intent: 'x' })
      await seedTurn(store, { ...turn, id: 'old', text: 'hace tiempo', at: NOW - 30 * DAY })
      await seedOrder(store, {
        tenant,
        id: 'X-1',
        conversation: `${tenant}1`,
        total: 13_980,
        placedAt: NOW - DAY,
        paidAt: NOW,
        items: [{ sku: 'BRW', name: 'Brownie', quantity: 2, price: 6990 }],
      })
      await store.db
        .insertInto('model_call')
        .values([
          {
            tenant_id: tenant,
            purpose: 'turn',
            model: 'm',
            outcome: 'ok',
            input_tokens: 100,
            output_tokens: 10,
            cost_micros: 40,
            latency_ms: 300,
            at: NOW,
          },
          {
            tenant_id: tenant,
            purpose: 'turn',
            model: 'm',
            outcome: 'timeout',
            input_tokens: 0,
            output_tokens: 0,
            cost_micros: 0,
            latency_ms: 900,
            at: NOW,
          },
        ])
        .execute()
    }
  })
  afterEach(() => database.remove())

  it('counts conversations and turns by the shop’s own days', async () => {
    const report = await reportConversations(database.store, query({ tenantId: 'a' }))
    expect(report).toMatchObject({
      conversations: 2,
      turns: 4,
      operator_messages: 1,
      turns_per_conversation: 2,
      sources: { local: 3, model: 1 },
      by_day: [
        { day: '2026-11-17', turns: 3, new_conversations: 1 },
        { day: '2026-11-18', turns: 1, new_conversations: 1 },
      ],
    })
    expect((await reportConversations(database.store, query())).turns).toBe(8)
    expect((await reportConversations(database.store, query({ tenantId: [] }))).turns).toBe(0)
  })

  it('tells intents with their share and how often the bot was unsure', async () => {
    const rows = await reportIntents(database.store, query({ tenantId: ['a', 'b'] }))
    expect(rows[0]).toMatchObject({ intent: 'buy_product', count: 4, share: 0.5, unsure: 0 })
    expect(rows.find((row) => row.intent === 'stock_query')).toMatchObject({ count: 2, unsure: 2 })
  })

  it('follows shoppers from chat to payment', async () => {
    expect(await reportFunnel(database.store, query({ tenantId: 'a' }))).toEqual([
      { step: 'chat', conversations: 2, share: 1, from_previous: null },
      { step: 'cart', conversations: 1, share: 0.5, from_previous: 0.5 },
      { step: 'link', conversations: 1, share: 0.5, from_previous: 1 },
      { step: 'paid', conversations: 1, share: 0.5, from_previous: 1 },
    ])
  })

  it('tells what was shown, ordered and paid', async () => {
    expect(await reportProducts(database.store, query({ tenantId: 'a' }))).toEqual([
      { tenant: 'a', sku: 'BRW', name: 'Brownie', shown: 2, ordered: 2, paid: 2, revenue: 13_980 },
      { tenant: 'a', sku: 'GONE', name: 'GONE', shown: 1, ordered: 0, paid: 0, revenue: 0 },
    ])
  })

  it('gives response times in all and by intent', async () => {
    const rows = await reportResponseTimes(database.store, query({ tenantId: 'a' }))
    expect(rows[0]).toMatchObject({ intent: 'all', turns: 3, p50_ms: 4, p95_ms: 100 })
    expect(rows[1]).toMatchObject({ intent: 'out_of_scope' })
    expect(rows[2]).toMatchObject({ intent: 'buy_product', p50_ms: 2, max_ms: 4, model_share: 0.5 })
  })

  it('groups what was not understood, however it was spelt', async () => {
    const rows = await reportUnanswered(database.store, query({ tenantId: 'a' }))
    expect(rows).toEqual([
      {
        tenant: 'a',
        text: 'arriendan bicicletas',
        count: 2,
        intent: 'stock_query',
        lowest_confidence: 0.3,
        last_at: NOW,
        conversation: 'a2',
      },
    ])
  })

  it('adds up what models cost', async () => {
    expect(await reportCost(database.store, query({ tenantId: 'a' }))).toEqual([
      {
        tenant: 'a',
        model: 'm',
        purpose: 'turn',
        calls: 2,
        failed: 1,
        input_tokens: 100,
        output_tokens: 10,
        cost_micros: 40,
        average_latency_ms: 600,
      },
    ])
  })
})
