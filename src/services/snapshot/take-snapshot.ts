import type { DaemonStats } from '../../daemon/stats.ts'
import * as facts from '../../store/snapshot.ts'
import { isOneShop, type TenantScope } from '../../store/scope.ts'
import type { Db } from '../../store/store.ts'
import { isAlive, judgeHealth } from './judge-health.ts'
import { startOfDay } from './start-of-day.ts'
import { toTailRow } from './tail-row.ts'
import type {
  DaemonRow,
  Deliveries,
  ErrorCount,
  MessageFlow,
  QueueDepth,
  ShopRow,
  Snapshot,
  Today,
  TurnLatency,
} from './types.ts'

export interface SnapshotDeps {
  db: Db
}

/** A beat comes every two seconds; five missed ones are a death and not a hiccup. */
export const DEAD_AFTER_MS = 10_000
/** A rate over a minute is steady enough to read and fresh enough to act on. */
const FLOW_SECONDS = 60
const LATENCY_WINDOW_MS = 5 * 60_000
/** A thousand turns give a p99 of ten samples; more would only cost. */
const LATENCY_SAMPLES = 1000
const DELIVERY_WINDOW_MS = 60 * 60_000
const DELIVERY_SAMPLES = 1000
const ERROR_WINDOW_MS = 24 * 60 * 60_000
const TAIL_ROWS = 40

/**
 * Everything on-call wants to see at once, from the store alone: it works with any number of daemons and with none.
 * Throws what the driver throws where the database is away.
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  query: { now: number; tenantId?: TenantScope },
): Promise<Snapshot> {
  const { db } = deps
  const { now } = query
  const tenantId = query.tenantId ?? null
  const started = performance.now()
  const shops = await facts.readShops(db, tenantId)
  const days = zoneDays(shops, now, tenantId)
  const window = { tenantId, now, seconds: FLOW_SECONDS }
  // One round of independent queries: the pool spreads them, and a slow network is paid for once.
  const [
    inbox,
    parked,
    outbox,
    dead,
    modes,
    cases,
    arrivals,
    departures,
    latencies,
    bubbles,
    errors,
    model,
    daemons,
    tail,
    sales,
  ] = await Promise.all([
    facts.readInboxDepth(db, tenantId),
    facts.readParked(db, { tenantId }),
    facts.readOutboxDepth(db, tenantId),
    facts.readDeadLetterCounts(db, tenantId),
    facts.readModes(db, tenantId),
    facts.readCaseDepth(db, tenantId),
    facts.readArrivals(db, window),
    facts.readDepartures(db, window),
    facts.readLatencies(db, { tenantId, since: now - LATENCY_WINDOW_MS, limit: LATENCY_SAMPLES }),
    facts.readNewestBubbles(db, { tenantId, since: now - DELIVERY_WINDOW_MS, limit: DELIVERY_SAMPLES }),
    facts.readErrors(db, { tenantId, since: now - ERROR_WINDOW_MS }),
    facts.readModelUse(db, { tenantId, since: Math.min(now, ...days.map((day) => day.since)) }),
    facts.readDaemons(db),
    facts.readTail(db, { tenantId, limit: TAIL_ROWS }),
    Promise.all(days.map((day) => readDay(db, day))),
  ])
  const daemonRows = daemons.map((row) => toDaemonRow(row, now))
  const today = addDays(sales)
  const waiting = sum(modes, (row) => (row.mode === 'waiting' ? row.n : 0))
  const human = sum(modes, (row) => (row.mode === 'human' ? row.n : 0))
  const snapshot: Omit<Snapshot, 'health' | 'databaseMs'> = {
    at: now,
    tenant: isOneShop(tenantId) ? (shops[0]?.slug ?? null) : null,
    messages: toFlow({ arrivals, departures, daemons, now, perShop: tenantId !== null }),
    latency: toLatency(latencies, daemonRows),
    inbox: { ...toDepth(inbox, now), parked: sum(parked, (row) => row.n) },
    outbox: toDepth(outbox, now),
    deadLetters: sum(dead, (row) => row.n),
    waiting,
    human,
    cases: toDepth(cases, now),
    deliveries: toDeliveries(bubbles),
    errors: toErrors(errors, bubbles),
    today,
    models: {
      calls: model.calls,
      failed: model.failed ?? 0,
      inputTokens: model.inputTokens ?? 0,
      outputTokens: model.outputTokens ?? 0,
      costMicros: model.costMicros ?? 0,
    },
    shops: toShopRows(shops, { inbox, outbox, dead, modes, sales }),
    daemons: daemonRows,
    tail: tail.map(toTailRow),
  }
  const databaseMs = Math.round((performance.now() - started) * 10) / 10
  return { ...snapshot, health: judgeHealth(snapshot), databaseMs }
}

interface DaySales {
  chats: facts.TenantCount[]
  carts: number
  orders: facts.SalesFacts[]
  revenue: facts.RevenueFacts[]
}

/** Shops share a handful of time zones; each has its own midnight. */
function zoneDays(shops: facts.ShopFacts[], now: number, tenantId: TenantScope): facts.ZoneDay[] {
  const zones = new Set(shops.map((shop) => shop.timezone))
  return [...zones].map((timezone) => ({ timezone, since: startOfDay(now, timezone), tenantId }))
}

async function readDay(db: Db, day: facts.ZoneDay): Promise<DaySales> {
  const [chats, carts, orders, revenue] = await Promise.all([
    facts.readChatsToday(db, day),
    facts.readCartsToday(db, day),
    facts.readOrdersToday(db, day),
    facts.readRevenueToday(db, day),
  ])
  return { chats, carts, orders, revenue }
}

function addDays(days: DaySales[]): Today {
  const orders = days.flatMap((day) => day.orders)
  const revenue = days.flatMap((day) => day.revenue)
  return {
    orders: sum(orders, (row) => row.orders),
    paid: sum(revenue, (row) => row.paid),
    revenue: sum(revenue, (row) => row.revenue),
    funnel: {
      chat: sum(
        days.flatMap((day) => day.chats),
        (row) => row.n,
      ),
      cart: sum(days, (day) => day.carts),
      link: sum(orders, (row) => row.conversations),
      paid: sum(revenue, (row) => row.conversations),
    },
  }
}

function toDepth(rows: facts.TenantDepth[], now: number): QueueDepth {
  if (rows.length === 0) return { depth: 0, oldestAgeMs: null }
  const oldest = Math.min(...rows.map((row) => row.oldest))
  return { depth: sum(rows, (row) => row.n), oldestAgeMs: Math.max(0, now - oldest) }
}

/** Daemons know their rates to the message; where all are dead, or one shop is asked for, the tables tell. */
function toFlow(input: {
  arrivals: Array<{ second: number; n: number }>
  departures: Array<{ second: number; n: number }>
  daemons: facts.DaemonFacts[]
  now: number
  perShop: boolean
}): MessageFlow {
  const alive = input.daemons.filter((row) => row.stoppedAt === null && input.now - row.beatAt <= DEAD_AFTER_MS)
  const stats = alive.flatMap((row) => parseStats(row.stats) ?? [])
  if (stats.length > 0 && !input.perShop) {
    return {
      inPerSecond: round(sum(stats, (row) => row.rates?.in ?? 0)),
      outPerSecond: round(sum(stats, (row) => row.rates?.out ?? 0)),
      inSeries: addSeries(stats.map((row) => row.series?.in ?? [])),
      outSeries: addSeries(stats.map((row) => row.series?.out ?? [])),
      source: 'daemons',
    }
  }
  const inSeries = fill(input.arrivals)
  const outSeries = fill(input.departures)
  return {
    inPerSecond: recentRate(inSeries),
    outPerSecond: recentRate(outSeries),
    inSeries,
    outSeries,
    source: 'store',
  }
}

/** Over the last ten seconds, as the daemons do it. */
function recentRate(series: number[]): number {
  const recent = series.slice(-10)
  return round(sum(recent, (n) => n) / recent.length)
}

function fill(rows: Array<{ second: number; n: number }>): number[] {
  const series = Array.from({ length: FLOW_SECONDS }, () => 0)
  for (const { second, n } of rows) if (second >= 0 && second < FLOW_SECONDS) series[second] = n
  return series
}

function addSeries(all: number[][]): number[] {
  const series = Array.from({ length: FLOW_SECONDS }, () => 0)
  for (const one of all) {
    // A young daemon has a shorter history; its newest second is still everyone's newest.
    const start = FLOW_SECONDS - Math.min(one.length, FLOW_SECONDS)
    one.slice(-FLOW_SECONDS).forEach((n, index) => {
      series[start + index] = (series[start + index] ?? 0) + n
    })
  }
  return series
}

function toLatency(samples: number[], daemons: DaemonRow[]): TurnLatency {
  const sorted = samples.toSorted((a, b) => a - b)
  const reply = daemons.flatMap((row) => (isAlive(row) && row.replyP95Ms !== null ? [row.replyP95Ms] : []))
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    samples: sorted.length,
    replyP95: reply.length === 0 ? null : Math.max(...reply),
  }
}

function quantile(sorted: number[], q: number): number | null {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)]
  return value === undefined ? null : round(value)
}

function toDeliveries(rows: facts.DeliveryFacts[]): Deliveries {
  const deliveries: Deliveries = {
    queued: 0,
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    total: rows.length,
    limit: DELIVERY_SAMPLES,
  }
  for (const row of rows) {
    if (row.status === 'dead' || row.receipt < 0) deliveries.failed += 1
    else if (row.receipt >= 3) deliveries.read += 1
    else if (row.receipt === 2) deliveries.delivered += 1
    else if (row.status === 'sent') deliveries.sent += 1
    else if (row.status !== 'dropped') deliveries.queued += 1
  }
  return deliveries
}

/** Dead letters come from their index; failures that are still being retried are among the newest bubbles. */
function toErrors(rows: facts.ErrorFacts[], bubbles: facts.DeliveryFacts[]): ErrorCount[] {
  const errors = new Map<string, ErrorCount>()
  const add = (area: ErrorCount['area'], code: string, count: number, lastAt: number): void => {
    const key = `${area} ${code}`
    const known = errors.get(key)
    if (known === undefined) errors.set(key, { area, code, count, lastAt })
    else {
      known.count += count
      known.lastAt = Math.max(known.lastAt, lastAt)
    }
  }
  for (const row of rows) add(row.area, row.code, row.n, row.lastAt)
  for (const row of bubbles)
    if (row.errorCode !== null && row.status !== 'dead') add('delivery', row.errorCode, 1, row.createdAt)
  return [...errors.values()].sort((a, b) => b.count - a.count || b.lastAt - a.lastAt).slice(0, 50)
}

function toShopRows(
  shops: facts.ShopFacts[],
  counts: {
    inbox: facts.TenantDepth[]
    outbox: facts.TenantDepth[]
    dead: facts.TenantCount[]
    modes: Array<facts.TenantCount & { mode: string }>
    sales: DaySales[]
  },
): ShopRow[] {
  const chats = byTenant(counts.sales.flatMap((day) => day.chats))
  const orders = byTenant(counts.sales.flatMap((day) => day.orders))
  const revenue = byTenant(counts.sales.flatMap((day) => day.revenue))
  const waiting = byTenant(counts.modes.filter((row) => row.mode === 'waiting'))
  const inbox = byTenant(counts.inbox)
  const outbox = byTenant(counts.outbox)
  const dead = byTenant(counts.dead)
  return shops.map((shop) => ({
    id: shop.id,
    slug: shop.slug,
    name: shop.name,
    type: shop.type,
    status: shop.status,
    conversationsToday: chats.get(shop.id)?.n ?? 0,
    waiting: waiting.get(shop.id)?.n ?? 0,
    ordersToday: orders.get(shop.id)?.orders ?? 0,
    paidToday: revenue.get(shop.id)?.paid ?? 0,
    revenueToday: revenue.get(shop.id)?.revenue ?? 0,
    inbox: inbox.get(shop.id)?.n ?? 0,
    outbox: outbox.get(shop.id)?.n ?? 0,
    deadLetters: dead.get(shop.id)?.n ?? 0,
  }))
}

function toDaemonRow(row: facts.DaemonFacts, now: number): DaemonRow {
  const stats = parseStats(row.stats)
  const age = Math.max(0, now - row.beatAt)
  const gone = row.stoppedAt !== null || age > DEAD_AFTER_MS
  return {
    id: row.id,
    host: row.host,
    pid: row.pid,
    version: row.version,
    startedAt: row.startedAt,
    beatAt: row.beatAt,
    beatAgeMs: age,
    state: row.stoppedAt !== null ? 'stopped' : gone ? 'dead' : stats?.state === 'draining' ? 'draining' : 'running',
    inPerSecond: gone ? 0 : round(stats?.rates?.in ?? 0),
    outPerSecond: gone ? 0 : round(stats?.rates?.out ?? 0),
    failuresPerSecond: gone ? 0 : round(stats?.rates?.failures ?? 0),
    active: gone ? 0 : (stats?.conversations?.active ?? 0),
    waiting: gone ? 0 : (stats?.conversations?.waiting ?? 0),
    rssBytes: stats?.memory?.rssBytes ?? null,
    lagP99Ms: stats?.eventLoopLagMs?.p99 ?? null,
    ackP99Ms: stats?.latency?.ack?.count ? round(stats.latency.ack.p99) : null,
    replyP95Ms: stats?.latency?.reply?.count ? round(stats.latency.reply.p95) : null,
  }
}

type LooseStats = { [K in keyof DaemonStats]?: Partial<DaemonStats[K]> | DaemonStats[K] } & Partial<DaemonStats>

/** Another release may have written the row: what is not there counts as unknown, never as a crash of the screen. */
function parseStats(text: string): LooseStats | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

function byTenant<T extends { tenantId: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.tenantId, row]))
}

function sum<T>(rows: T[], of: (row: T) => number): number {
  let total = 0
  for (const row of rows) total += of(row)
  return total
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
