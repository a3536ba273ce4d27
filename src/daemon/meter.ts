import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { DaemonStats, Quantiles, Rates } from './stats.ts'

export type Counter = keyof Rates
export type Timer = keyof DaemonStats['latency']

export interface Meter {
  count(counter: Counter, by?: number): void
  /** Milliseconds. */
  time(timer: Timer, ms: number): void
  snapshot(state: DaemonStats['state'], databaseAwaySince: number | null): DaemonStats
  stop(): void
}

const COUNTERS: readonly Counter[] = ['in', 'duplicates', 'turns', 'out', 'failures', 'receipts']
const TIMERS: readonly Timer[] = ['ack', 'turn', 'reply', 'send']
const SERIES_SECONDS = 60
const RATE_SECONDS = 10
const LATENCY_WINDOW_MS = 60_000
/** The latest so many a timer: quantiles of a minute at any load, in some kilobytes. */
const SAMPLES = 2048

/** Counts what the daemon does. All in memory and bounded; the heartbeat row carries it to the dashboard. */
export function createMeter(deps: { now: () => number; conversations: () => DaemonStats['conversations'] }): Meter {
  const totals = zero()
  // A ring of whole seconds: one more than the series, as the current second is not whole.
  const ring = Array.from({ length: SERIES_SECONDS + 1 }, () => ({ second: -1, counts: zero() }))
  const samples = Object.fromEntries(TIMERS.map((timer) => [timer, createSamples()])) as Record<
    Timer,
    ReturnType<typeof createSamples>
  >
  const lag = monitorEventLoopDelay({ resolution: 20 })
  lag.enable()

  function bucket(second: number): Rates {
    const slot = ring[second % ring.length] as { second: number; counts: Rates }
    if (slot.second !== second) {
      slot.second = second
      slot.counts = zero()
    }
    return slot.counts
  }

  return {
    count(counter, by = 1) {
      if (by === 0) return
      totals[counter] += by
      bucket(Math.floor(deps.now() / 1000))[counter] += by
    },
    time(timer, ms) {
      samples[timer].add(ms, deps.now())
    },
    snapshot(state, databaseAwaySince) {
      const now = deps.now()
      const second = Math.floor(now / 1000)
      const past = Array.from({ length: SERIES_SECONDS }, (_, index) => {
        const wanted = second - SERIES_SECONDS + index
        const slot = ring[((wanted % ring.length) + ring.length) % ring.length]
        return slot?.second === wanted ? slot.counts : zero()
      })
      const rates = zero()
      for (const counts of past.slice(-RATE_SECONDS)) {
        for (const counter of COUNTERS) rates[counter] += counts[counter] / RATE_SECONDS
      }
      const { rss, heapUsed } = process.memoryUsage()
      const milliseconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : 0)
      const eventLoopLagMs = {
        p50: milliseconds(lag.percentile(50)),
        p99: milliseconds(lag.percentile(99)),
        max: milliseconds(lag.max),
      }
      lag.reset()
      return {
        state,
        databaseAwaySince,
        rates,
        totals: { ...totals },
        series: { in: past.map((counts) => counts.in), out: past.map((counts) => counts.out) },
        latency: {
          ack: samples.ack.quantiles(now),
          turn: samples.turn.quantiles(now),
          reply: samples.reply.quantiles(now),
          send: samples.send.quantiles(now),
        },
        conversations: deps.conversations(),
        memory: { rssBytes: rss, heapBytes: heapUsed },
        eventLoopLagMs,
      }
    },
    stop: () => {
      lag.disable()
    },
  }
}

function zero(): Rates {
  return { in: 0, duplicates: 0, turns: 0, out: 0, failures: 0, receipts: 0 }
}

function createSamples() {
  const values = new Float64Array(SAMPLES)
  const times = new Float64Array(SAMPLES).fill(Number.NEGATIVE_INFINITY)
  let next = 0
  return {
    add(value: number, at: number): void {
      values[next] = value
      times[next] = at
      next = (next + 1) % SAMPLES
    },
    quantiles(now: number): Quantiles {
      const recent = values.filter((_, index) => (times[index] as number) > now - LATENCY_WINDOW_MS).sort()
      const at = (q: number): number => recent[Math.min(recent.length - 1, Math.floor(recent.length * q))] ?? 0
      return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: recent.at(-1) ?? 0, count: recent.length }
    },
  }
}
