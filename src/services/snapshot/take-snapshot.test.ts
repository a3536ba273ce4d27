import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import {
  seedBubble,
  seedCase,
  seedConversation,
  seedDaemon,
  seedInbox,
  seedOrder,
  seedShop,
  seedTurn,
} from '../../../test/support/operators.ts'
import { takeSnapshot } from './take-snapshot.ts'

// 18 November 2026, 15:00 in Santiago (UTC−3).
const NOW = Date.UTC(2026, 10, 18, 18)
const HOUR = 3_600_000

describeStores('the snapshot', (open) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.remove())

  const take = (tenantId?: string) =>
    takeSnapshot({ db: database.store.db }, { now: NOW, ...(tenantId === undefined ? {} : { tenantId }) })

  it('tells of an empty database that no daemon has ever run, and has nothing to show', async () => {
    const snapshot = await take()
    expect(snapshot.health.state).toBe('stopped')
    expect(snapshot.health.findings.map((finding) => finding.code)).toEqual(['no_daemon'])
    expect(snapshot.inbox).toEqual({ depth: 0, oldestAgeMs: null, parked: 0 })
    expect(snapshot.latency.p99).toBeNull()
    expect(snapshot.shops).toEqual([])
  })

  it('counts queues with the age of the oldest, dead letters and who waits for a person, by shop and in all', async () => {
    const { store } = database
    await seedShop(store, { id: 'a' })
    await seedShop(store, { id: 'b' })
    await seedConversation(store, { tenant: 'a', id: 'c1', at: NOW - 1000, mode: 'waiting' })
    await seedConversation(store, { tenant: 'b', id: 'c2', at: NOW - 1000, mode: 'human' })
    await seedInbox(store, { tenant: 'a', key: 'k1', conversation: 'c1', at: NOW - 90_000 })
    await seedInbox(store, { tenant: 'b', key: 'k2', conversation: 'c2', at: NOW - 1000 })
    await seedInbox(store, { tenant: 'b', key: 'k3', conversation: 'c2', at: NOW - 1000, status: 'done' })
    await seedInbox(store, { tenant: 'b', key: 'k4', conversation: 'c2', at: NOW - 1000, status: 'parked' })
    await seedBubble(store, { tenant: 'a', id: 'o1', conversation: 'c1', at: NOW - 400_000 })
    // It waits for the shopper, not for us.
    await seedBubble(store, { tenant: 'b', id: 'o3', conversation: 'c2', at: NOW - 9_000_000, status: 'waiting' })
    await seedBubble(store, { tenant: 'a', id: 'o2', conversation: 'c1', at: NOW, status: 'dead', errorCode: '131026' })
    await seedDaemon(store, { id: 'd1', beatAt: NOW - 1000 })
    const snapshot = await take()
    expect(snapshot.inbox).toEqual({ depth: 2, oldestAgeMs: 90_000, parked: 1 })
    expect(snapshot.outbox).toEqual({ depth: 1, oldestAgeMs: 400_000 })
    expect([snapshot.deadLetters, snapshot.waiting, snapshot.human]).toEqual([1, 1, 1])
    expect(snapshot.health.state).toBe('troubled')
    expect(snapshot.health.findings.map((finding) => `${finding.level} ${finding.code}`)).toEqual([
      'critical inbox_late',
      'critical outbox_late',
      'warning messages_parked',
      'warning dead_letters',
      'warning person_awaited',
    ])
    expect(snapshot.errors).toContainEqual({ area: 'delivery', code: '131026', count: 1, lastAt: NOW })
    expect(snapshot.shops).toMatchObject([
      { slug: 'a', inbox: 1, outbox: 1, deadLetters: 1, waiting: 1 },
      { slug: 'b', inbox: 1, outbox: 0, deadLetters: 0, waiting: 0 },
    ])
    const b = await take('b')
    expect(b.inbox.depth).toBe(1)
    expect(b.deadLetters).toBe(0)
    expect(b.tenant).toBe('b')
    expect(b.shops.map((shop) => shop.slug)).toEqual(['b'])
  })

  it('counts today by each shop’s own midnight', async () => {
    const { store } = database
    await seedShop(store, { id: 'chile', timezone: 'America/Santiago' })
    await seedShop(store, { id: 'spain', timezone: 'Europe/Madrid' })
    // 03:30 UTC: today in Santiago (00:30) and in Madrid (04:30); 00:30 UTC: yesterday in Santiago, today in Madrid.
    const early = Date.UTC(2026, 10, 18, 0, 30)
    const later = Date.UTC(2026, 10, 18, 3, 30)
    for (const tenant of ['chile', 'spain']) {
      await seedConversation(store, { tenant, id: `${tenant}1`, at: early, cartItems: 2 })
      await seedConversation(store, { tenant, id: `${tenant}2`, at: later, cartItems: 1 })
      await seedOrder(store, {
        tenant,
        id: 'X-1',
        conversation: `${tenant}1`,
        total: 1000,
        placedAt: early,
        paidAt: early,
      })
      await seedOrder(store, {
        tenant,
        id: 'X-2',
        conversation: `${tenant}2`,
        total: 2000,
        placedAt: later,
        paidAt: later,
      })
      await seedOrder(store, {
        tenant,
        id: 'X-3',
        conversation: `${tenant}2`,
        total: 9000,
        placedAt: later + 1,
        paidAt: later,
        status: 'refunded',
      })
    }
    const snapshot = await take()
    expect(snapshot.shops).toMatchObject([
      { slug: 'chile', ordersToday: 2, paidToday: 1, revenueToday: 2000, conversationsToday: 1 },
      { slug: 'spain', ordersToday: 3, paidToday: 2, revenueToday: 3000, conversationsToday: 2 },
    ])
    expect(snapshot.today).toEqual({
      orders: 5,
      paid: 3,
      revenue: 5000,
      funnel: { chat: 3, cart: 3, link: 3, paid: 3 },
    })
  })

  it('adds up the rates of living daemons and lets dead ones count for nothing', async () => {
    const { store } = database
    const stats = (rate: number) => ({
      state: 'running',
      rates: { in: rate, out: rate, turns: 0, duplicates: 0, failures: 0, receipts: 0 },
      series: { in: [1, 2], out: [3] },
      memory: { rssBytes: 1000, heapBytes: 1 },
      eventLoopLagMs: { p50: 1, p99: 2, max: 3 },
      latency: { reply: { p50: 1, p95: 40, p99: 50, max: 60, count: 4 } },
      conversations: { active: 1, waiting: 0 },
    })
    await seedDaemon(store, { id: 'd1', beatAt: NOW - 1000, stats: stats(5) })
    await seedDaemon(store, { id: 'd2', beatAt: NOW - 2000, stats: stats(7) })
    await seedDaemon(store, { id: 'd3', beatAt: NOW - 11_000, stats: stats(100) })
    await seedDaemon(store, { id: 'd4', beatAt: NOW - 1, stats: 'nonsense' })
    const snapshot = await take()
    expect(snapshot.health.state).toBe('serving')
    expect(snapshot.messages).toMatchObject({ inPerSecond: 12, outPerSecond: 12, source: 'daemons' })
    expect(snapshot.messages.inSeries.slice(-3)).toEqual([0, 2, 4])
    expect(snapshot.daemons.map((daemon) => daemon.state)).toEqual(['running', 'running', 'running', 'dead'])
    expect(snapshot.latency.replyP95).toBe(40)
  })

  it('counts from the tables where every daemon is dead, and says so', async () => {
    const { store } = database
    await seedShop(store, { id: 'a' })
    await seedConversation(store, { tenant: 'a', id: 'c1', at: NOW - 1000 })
    await seedDaemon(store, { id: 'd1', beatAt: NOW - HOUR })
    for (let index = 0; index < 20; index++) {
      await seedInbox(store, { tenant: 'a', key: `k${index}`, conversation: 'c1', at: NOW - 1500, status: 'done' })
      await seedBubble(store, {
        tenant: 'a',
        id: `o${index}`,
        conversation: 'c1',
        at: NOW - 5500,
        sentAt: NOW - 5400,
        status: 'sent',
        receipt: index % 4,
      })
    }
    const snapshot = await take()
    expect(snapshot.messages).toMatchObject({ inPerSecond: 2, outPerSecond: 2, source: 'store' })
    expect(snapshot.messages.inSeries[58]).toBe(20)
    expect(snapshot.messages.outSeries[54]).toBe(20)
    expect(snapshot.deliveries).toMatchObject({ sent: 10, delivered: 5, read: 5, failed: 0, total: 20 })
    expect(snapshot.health.findings[0]).toMatchObject({ level: 'critical', code: 'no_daemon' })
    expect(snapshot.health.findings[0]?.text).toContain('60 min')
  })

  it('tells a stop from a crash, and forgets a stop while another daemon runs', async () => {
    const { store } = database
    await seedDaemon(store, { id: 'd1', beatAt: NOW - 180_000, stoppedAt: NOW - 180_000 })
    const stopped = await take()
    expect(stopped.health.state).toBe('stopped')
    expect(stopped.health.findings[0]?.text).toBe(
      'no daemon runs, the last one was stopped 3 min ago (bot-1): nobody answers shoppers',
    )
    expect(stopped.daemons).toMatchObject([{ id: 'd1', state: 'stopped' }])
    await seedDaemon(store, { id: 'd2', beatAt: NOW - 1000 })
    // Just stopped: its beat is as fresh as that of the one that runs.
    await seedDaemon(store, { id: 'd3', beatAt: NOW, stoppedAt: NOW })
    const again = await take()
    expect(again.health).toEqual({ state: 'serving', findings: [] })
    expect(again.daemons.map((daemon) => daemon.state)).toEqual(['running', 'stopped', 'stopped'])
  })

  it('counts open cases, and worries when one is older than a day', async () => {
    const { store } = database
    await seedShop(store, { id: 'a' })
    await seedDaemon(store, { id: 'd1', beatAt: NOW })
    await seedCase(store, { tenant: 'a', id: 'cas_1', conversation: null, at: NOW - HOUR })
    await seedCase(store, { tenant: 'a', id: 'cas_2', conversation: null, at: NOW - 50 * HOUR, status: 'closed' })
    const fresh = await take()
    expect([fresh.cases, fresh.health.state]).toEqual([{ depth: 1, oldestAgeMs: HOUR }, 'serving'])
    await seedCase(store, { tenant: 'a', id: 'cas_3', conversation: null, at: NOW - 26 * HOUR })
    expect((await take()).health.findings).toMatchObject([
      { level: 'warning', code: 'cases_old', text: '2 cases are open, the oldest for 26 h' },
    ])
  })

  it('takes latency quantiles from the newest turns and masks personal data in the tail', async () => {
    const { store } = database
    await seedShop(store, { id: 'a' })
    await seedConversation(store, { tenant: 'a', id: 'c1', at: NOW - 1000 })
    await seedTurn(store, { tenant: 'a', conversation: 'c1', id: 'old', text: 'x', latencyMs: 9000, at: NOW - HOUR })
    for (let index = 1; index <= 100; index++)
      await seedTurn(store, {
        tenant: 'a',
        conversation: 'c1',
        id: `m${index}`,
        text: 'hola',
        latencyMs: index,
        at: NOW - 1000,
      })
    await seedTurn(store, {
      tenant: 'a',
      conversation: 'c1',
      id: 'last',
      text: 'soy ana@example.cl, fono 9 5091 5617, rut 12.345.678-5, tarjeta 4111 1111 1111 1111',
      reply: 'Total $1.234.567, te llamo al +56950915617',
      at: NOW,
    })
    const snapshot = await take()
    expect(snapshot.latency).toMatchObject({ p50: 50, p95: 95, p99: 99, samples: 100 })
    const [newest] = snapshot.tail
    expect(newest?.who).toBe('+56 ••••• 5617')
    expect(newest?.reply).toContain('$1.234.567')
    for (const secret of ['ana@', '5091', '12.345.678', '4111', '50915617'])
      expect(JSON.stringify(snapshot)).not.toContain(secret)
  })
})
