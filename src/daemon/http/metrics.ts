import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Snapshot } from '../../services/snapshot/types.ts'

export interface Metrics {
  readonly contentType: string
  /** The Prometheus page. A database that is away leaves this process's own numbers and `botctl_database_up 0`. */
  read(): Promise<string>
  countWebhook(provider: 'meta' | 'twilio', outcome: string): void
}

/** Scrapes come every 15 s; a second's memory keeps a curious crowd from costing the database anything. */
const SNAPSHOT_LIFE_MS = 1000

/** The dashboard's numbers for Prometheus, and this process's own. */
export function createMetrics(deps: { takeSnapshot: () => Promise<Snapshot>; now: () => number }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const webhooks = new Counter({
    name: 'botctl_webhook_requests_total',
    help: 'Webhook requests by provider and outcome.',
    labelNames: ['provider', 'outcome'],
    registers: [registry],
  })
  // Counted here and carried over at a scrape: the library sorts and hashes labels on every call, and this is the hot path.
  const counted = { meta: new Map<string, number>(), twilio: new Map<string, number>() }
  const databaseUp = new Gauge({
    name: 'botctl_database_up',
    help: 'Whether the database answered this scrape.',
    registers: [registry],
  })
  const gauges = FACTS.map((fact) => ({
    fact,
    gauge: new Gauge({ name: fact.name, help: fact.help, labelNames: fact.labels ?? [], registers: [registry] }),
  }))
  let taken: { at: number; text: Promise<string> } | null = null

  async function write(): Promise<string> {
    for (const { gauge } of gauges) gauge.reset()
    webhooks.reset()
    for (const provider of ['meta', 'twilio'] as const) {
      for (const [outcome, times] of counted[provider]) webhooks.inc({ provider, outcome }, times)
    }
    try {
      const snapshot = await deps.takeSnapshot()
      for (const { fact, gauge } of gauges) {
        for (const [labels, value] of fact.read(snapshot)) if (value !== null) gauge.set(labels, value)
      }
      databaseUp.set(1)
    } catch {
      databaseUp.set(0)
    }
    return registry.metrics()
  }

  return {
    contentType: registry.contentType,
    read() {
      const now = deps.now()
      if (taken === null || now - taken.at >= SNAPSHOT_LIFE_MS || now < taken.at) taken = { at: now, text: write() }
      return taken.text
    },
    countWebhook(provider, outcome) {
      counted[provider].set(outcome, (counted[provider].get(outcome) ?? 0) + 1)
    },
  }
}

interface Fact {
  name: string
  help: string
  labels?: string[]
  read: (snapshot: Snapshot) => Array<[Record<string, string>, number | null]>
}

const plain = (value: number | null): Array<[Record<string, string>, number | null]> => [[{}, value]]
const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000)

/** One line a number of the snapshot. Names follow Prometheus: base units, `_total` for what only grows. */
const FACTS: readonly Fact[] = [
  {
    name: 'botctl_messages_in_per_second',
    help: 'Messages stored a second.',
    read: (s) => plain(s.messages.inPerSecond),
  },
  {
    name: 'botctl_messages_out_per_second',
    help: 'Bubbles accepted by providers a second.',
    read: (s) => plain(s.messages.outPerSecond),
  },
  {
    name: 'botctl_turn_latency_seconds',
    help: 'The engine time a turn over five minutes.',
    labels: ['quantile'],
    read: ({ latency }) => [
      [{ quantile: '0.5' }, seconds(latency.p50)],
      [{ quantile: '0.95' }, seconds(latency.p95)],
      [{ quantile: '0.99' }, seconds(latency.p99)],
    ],
  },
  {
    name: 'botctl_reply_latency_p95_seconds',
    help: 'Message stored to reply accepted, the slowest daemon.',
    read: (s) => plain(seconds(s.latency.replyP95)),
  },
  { name: 'botctl_inbox_depth', help: 'Messages stored and not yet answered.', read: (s) => plain(s.inbox.depth) },
  {
    name: 'botctl_inbox_oldest_seconds',
    help: 'Age of the oldest of them.',
    read: (s) => plain(seconds(s.inbox.oldestAgeMs) ?? 0),
  },
  {
    name: 'botctl_inbox_parked',
    help: 'Messages set aside after failing again and again.',
    read: (s) => plain(s.inbox.parked),
  },
  { name: 'botctl_outbox_depth', help: 'Bubbles not yet sent.', read: (s) => plain(s.outbox.depth) },
  {
    name: 'botctl_outbox_oldest_seconds',
    help: 'Age of the oldest of them.',
    read: (s) => plain(seconds(s.outbox.oldestAgeMs) ?? 0),
  },
  { name: 'botctl_dead_letters', help: 'Bubbles given up on.', read: (s) => plain(s.deadLetters) },
  {
    name: 'botctl_conversations',
    help: 'Conversations that wait for a person, and those a person holds.',
    labels: ['mode'],
    read: (s) => [
      [{ mode: 'waiting' }, s.waiting],
      [{ mode: 'human' }, s.human],
    ],
  },
  {
    name: 'botctl_deliveries_last_hour',
    help: 'The newest bubbles of the last hour by how far they got.',
    labels: ['state'],
    read: ({ deliveries }) => [
      [{ state: 'queued' }, deliveries.queued],
      [{ state: 'sent' }, deliveries.sent],
      [{ state: 'delivered' }, deliveries.delivered],
      [{ state: 'read' }, deliveries.read],
      [{ state: 'failed' }, deliveries.failed],
    ],
  },
  {
    name: 'botctl_errors_last_day',
    help: 'Errors of the last day by where and what.',
    labels: ['area', 'code'],
    read: (s) => s.errors.map((error) => [{ area: error.area, code: error.code }, error.count]),
  },
  { name: 'botctl_orders_today', help: 'Orders placed since midnight.', read: (s) => plain(s.today.orders) },
  { name: 'botctl_orders_paid_today', help: 'Orders paid since midnight.', read: (s) => plain(s.today.paid) },
  { name: 'botctl_revenue_today_pesos', help: 'Paid since midnight, in pesos.', read: (s) => plain(s.today.revenue) },
  {
    name: 'botctl_model_calls_today',
    help: 'Calls to a language model since midnight.',
    read: (s) => plain(s.models.calls),
  },
  { name: 'botctl_model_failures_today', help: 'Those that failed.', read: (s) => plain(s.models.failed) },
  { name: 'botctl_model_cost_today_dollars', help: 'What they cost.', read: (s) => plain(s.models.costMicros / 1e6) },
  {
    name: 'botctl_shops',
    help: 'Shops by status.',
    labels: ['status'],
    read: (s) => [
      [{ status: 'active' }, s.shops.filter((shop) => shop.status === 'active').length],
      [{ status: 'paused' }, s.shops.filter((shop) => shop.status === 'paused').length],
    ],
  },
  {
    name: 'botctl_daemons',
    help: 'Daemons by state.',
    labels: ['state'],
    read: (s) =>
      ['running', 'draining', 'dead'].map((state) => [{ state }, s.daemons.filter((d) => d.state === state).length]),
  },
  {
    name: 'botctl_snapshot_seconds',
    help: 'What these numbers cost the database.',
    read: (s) => plain(s.databaseMs / 1000),
  },
]
