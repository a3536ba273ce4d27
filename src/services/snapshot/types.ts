/**
 * What on-call sees, as data. The terminal screen, `dashboard --json`, `status` and the API read these types and nothing
 * else. Times are epoch milliseconds, durations milliseconds, money whole pesos, model cost millionths of a US dollar.
 */
export interface Snapshot {
  at: number
  /** The one shop it was narrowed to, or null for all. */
  tenant: string | null
  health: Health
  messages: MessageFlow
  latency: TurnLatency
  inbox: QueueDepth & { parked: number }
  outbox: QueueDepth
  /** Replies that were given up on and wait for an operator. */
  deadLetters: number
  /** Conversations in which a person is awaited, and those that a person holds. */
  waiting: number
  human: number
  /** Complaints, returns and the like that nobody has closed. */
  cases: QueueDepth
  deliveries: Deliveries
  errors: ErrorCount[]
  today: Today
  models: ModelUse
  shops: ShopRow[]
  daemons: DaemonRow[]
  tail: TailRow[]
  /** How long the database took for all of it. */
  databaseMs: number
}

export type HealthState = 'serving' | 'troubled' | 'stopped'

/** The verdict of the first ten seconds: are shoppers being served, and if not, why. */
export interface Health {
  state: HealthState
  /** Worst first; each with what to do about it. */
  findings: Finding[]
}

export interface Finding {
  level: 'warning' | 'critical'
  code: string
  text: string
  hint: string
}

export interface MessageFlow {
  inPerSecond: number
  outPerSecond: number
  /** One value a second, oldest first, the last minute. */
  inSeries: number[]
  outSeries: number[]
  /** `daemons`: their heartbeats. `store`: counted from the tables (all daemons dead, or one shop asked for). */
  source: 'daemons' | 'store'
}

/** The engine's time a turn over the newest turns of the last five minutes; null where there were none. */
export interface TurnLatency {
  p50: number | null
  p95: number | null
  p99: number | null
  samples: number
  /** Message stored to reply accepted by the provider, as the slowest daemon sees it; null with no daemon. */
  replyP95: number | null
}

export interface QueueDepth {
  depth: number
  oldestAgeMs: number | null
}

/** The newest bubbles of the last hour (at most `limit`) by how far they got. */
export interface Deliveries {
  queued: number
  sent: number
  delivered: number
  read: number
  failed: number
  total: number
  limit: number
}

export interface ErrorCount {
  /** Where it happened: a delivery, a turn, a language model, a timer, or anything a daemon logged as an error. */
  area: 'delivery' | 'turn' | 'model' | 'timer' | 'log'
  code: string
  count: number
  lastAt: number
}

/** Since midnight in each shop's own time zone. */
export interface Today {
  orders: number
  paid: number
  revenue: number
  funnel: Funnel
}

/** Conversations that got this far today. */
export interface Funnel {
  chat: number
  cart: number
  link: number
  paid: number
}

export interface ModelUse {
  calls: number
  failed: number
  inputTokens: number
  outputTokens: number
  costMicros: number
}

export interface ShopRow {
  id: string
  slug: string
  name: string
  type: string
  status: 'active' | 'paused'
  conversationsToday: number
  waiting: number
  ordersToday: number
  paidToday: number
  revenueToday: number
  inbox: number
  outbox: number
  deadLetters: number
}

export interface DaemonRow {
  id: string
  host: string
  pid: number
  version: string
  startedAt: number
  beatAt: number
  beatAgeMs: number
  /** `dead`: no beat for ten seconds. `stopped`: it said goodbye; of those only the last is kept. */
  state: 'running' | 'draining' | 'stopped' | 'dead'
  inPerSecond: number
  outPerSecond: number
  failuresPerSecond: number
  active: number
  waiting: number
  rssBytes: number | null
  lagP99Ms: number | null
  ackP99Ms: number | null
  replyP95Ms: number | null
}

export interface TailRow {
  id: number
  at: number
  tenant: string
  conversation: string
  /** Masked: +56 ••••• 5617. */
  who: string
  author: 'shopper' | 'operator' | 'owner' | 'system'
  /** Personal data in it is masked. */
  text: string
  reply: string | null
  intent: string | null
  confidence: number | null
  latencyMs: number | null
}
