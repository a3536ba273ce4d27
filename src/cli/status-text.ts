import { styleText } from 'node:util'
import type { Snapshot } from '../services/snapshot/types.ts'
import { facts } from './table.ts'

/** The figures of one glance. Keys are stable. */
export function statusDocument(snapshot: Snapshot) {
  const { health, messages, latency, inbox, outbox, today } = snapshot
  return {
    state: health.state,
    findings: health.findings,
    daemons: snapshot.daemons.filter((daemon) => daemon.state === 'running' || daemon.state === 'draining').length,
    shops: snapshot.shops.length,
    messages: { in_per_second: messages.inPerSecond, out_per_second: messages.outPerSecond },
    latency_ms: { p50: latency.p50, p95: latency.p95, p99: latency.p99 },
    inbox: { depth: inbox.depth, oldest_age_ms: inbox.oldestAgeMs, parked: inbox.parked },
    outbox: { depth: outbox.depth, oldest_age_ms: outbox.oldestAgeMs },
    dead_letters: snapshot.deadLetters,
    waiting_for_a_person: snapshot.waiting,
    open_cases: snapshot.cases.depth,
    today: { orders: today.orders, paid: today.paid, revenue: today.revenue },
  }
}

const COLOURS = { serving: 'green', troubled: 'yellow', stopped: 'red' } as const

export function statusText(snapshot: Snapshot): string {
  const status = statusDocument(snapshot)
  const ms = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} ms`)
  const age = (value: number | null) => (value === null ? '' : `, oldest ${Math.round(value / 1000)} s`)
  return [
    styleText(['bold', COLOURS[status.state]], status.state),
    ...status.findings.flatMap((finding) => [
      `  ${finding.level === 'critical' ? '✖' : '!'} ${finding.text}`,
      `    → ${finding.hint}`,
    ]),
    '',
    facts([
      ['daemons', status.daemons],
      ['shops', status.shops],
      [
        'messages',
        `${status.messages.in_per_second.toFixed(1)} in/s, ${status.messages.out_per_second.toFixed(1)} out/s`,
      ],
      ['turns', `p50 ${ms(status.latency_ms.p50)}, p95 ${ms(status.latency_ms.p95)}, p99 ${ms(status.latency_ms.p99)}`],
      ['inbox', `${status.inbox.depth}${age(status.inbox.oldest_age_ms)}, ${status.inbox.parked} parked`],
      ['outbox', `${status.outbox.depth}${age(status.outbox.oldest_age_ms)}`],
      ['dead letters', status.dead_letters],
      ['wait for a person', status.waiting_for_a_person],
      ['open cases', `${status.open_cases}${age(snapshot.cases.oldestAgeMs)}`],
      [
        'today',
        `${status.today.orders} orders, ${status.today.paid} paid, $${status.today.revenue.toLocaleString('es-CL')}`,
      ],
    ]),
  ].join('\n')
}
