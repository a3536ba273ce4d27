/**
 * What a daemon writes into its heartbeat row (`daemon.stats`, JSON) every two seconds. The dashboard adds these up over
 * the rows whose `beat_at` is fresh; a daemon whose beat is older than ten seconds is dead and its rates count as zero.
 */
export interface DaemonStats {
  state: 'running' | 'draining'
  /** Since when the database has been out of this daemon's reach; null while it answers. */
  databaseAwaySince: number | null
  /** Per second, averaged over the last ten seconds. */
  rates: Rates
  /** Since this daemon started. */
  totals: Rates
  /** The last 60 whole seconds, oldest first. */
  series: { in: number[]; out: number[] }
  /** Milliseconds over the last minute. `count` 0 means nothing happened and the others are 0. */
  latency: {
    /** Webhook in to 200 out, as the inbox sees it: queued to committed. */
    ack: Quantiles
    /** The engine's own time for a turn. */
    turn: Quantiles
    /** Message stored to its last reply accepted by the provider. */
    reply: Quantiles
    /** One call to the provider. */
    send: Quantiles
  }
  /** Conversations leased by this daemon right now, and those that wait for a place. */
  conversations: { active: number; waiting: number }
  memory: { rssBytes: number; heapBytes: number }
  eventLoopLagMs: { p50: number; p99: number; max: number }
}

export interface Rates {
  /** Messages stored (not counting duplicates). */
  in: number
  duplicates: number
  turns: number
  /** Bubbles accepted by a provider. */
  out: number
  /** Sends that failed, whatever happens next. */
  failures: number
  receipts: number
}

export interface Quantiles {
  p50: number
  p95: number
  p99: number
  max: number
  count: number
}
