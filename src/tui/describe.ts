import type { Snapshot } from '../services/snapshot/types.ts'
import { age, bytes, clock, count, dollars, duration, percent, pesos, rate } from './format.ts'
import { oneLine } from './lines.ts'

/** The snapshot as sentences and short lists: for `dashboard --once`, pipes, and screen readers. */
export function describe(snapshot: Snapshot): string {
  const { messages, latency, inbox, outbox, deliveries, today, models } = snapshot
  const sections = [
    [
      `${snapshot.tenant ?? 'all shops'} at ${clock(snapshot.at)}: ${verdict(snapshot)}`,
      ...snapshot.health.findings.map(
        (finding) => `  ${finding.level === 'critical' ? '✖' : '▲'} ${finding.text} → ${finding.hint}`,
      ),
    ],
    [
      `messages    in ${rate(messages.inPerSecond)}/s, out ${rate(messages.outPerSecond)}/s (${messages.source === 'daemons' ? 'from the daemons' : 'counted from the tables'})`,
      `turns       p50 ${duration(latency.p50)}, p95 ${duration(latency.p95)}, p99 ${duration(latency.p99)} over ${latency.samples} turns of 5 minutes`,
      `inbox       ${count(inbox.depth)}, oldest ${age(inbox.oldestAgeMs)}${inbox.parked > 0 ? `, ${inbox.parked} parked` : ''}`,
      `outbox      ${count(outbox.depth)}, oldest ${age(outbox.oldestAgeMs)}`,
      `dead        ${count(snapshot.deadLetters)} letters`,
      `people      ${count(snapshot.waiting)} waiting for a person, ${count(snapshot.human)} with one`,
      `cases       ${count(snapshot.cases.depth)} open, oldest ${age(snapshot.cases.oldestAgeMs)}`,
      `deliveries  ${deliveries.read} read, ${deliveries.delivered} delivered, ${deliveries.sent} sent, ${deliveries.queued} queued, ${deliveries.failed} failed (newest ${deliveries.total} of an hour)`,
      `today       ${count(today.orders)} orders, ${count(today.paid)} paid, ${pesos(today.revenue)}`,
      `funnel      ${today.funnel.chat} chat → ${today.funnel.cart} cart → ${today.funnel.link} link → ${today.funnel.paid} paid (${percent(today.funnel.paid, today.funnel.chat)})`,
      `model       ${count(models.calls)} calls (${models.failed} failed), ${count(models.inputTokens + models.outputTokens)} tokens, ${dollars(models.costMicros)}`,
    ],
    list(
      'errors, 24 h',
      snapshot.errors.slice(0, 8),
      (error) => `${count(error.count)} × ${error.area} ${error.code}, last ${clock(error.lastAt)}`,
    ),
    list('shops', snapshot.shops.slice(0, 20), (shop) =>
      [
        `${shop.slug} (${shop.status})`,
        `${shop.conversationsToday} chats`,
        `${shop.ordersToday} orders`,
        pesos(shop.revenueToday),
        `${shop.waiting} waiting`,
        `${shop.deadLetters} dead`,
      ].join(', '),
    ),
    list('daemons', snapshot.daemons.slice(0, 10), (daemon) =>
      [
        `${daemon.host}:${daemon.pid} ${daemon.state}`,
        `beat ${age(daemon.beatAgeMs)}${daemon.beatAgeMs >= 1000 ? ' ago' : ''}`,
        `lag ${duration(daemon.lagP99Ms)}`,
        bytes(daemon.rssBytes),
        daemon.version,
      ].join(', '),
    ),
    list('newest', snapshot.tail.slice(0, 8), (row) =>
      [
        `${clock(row.at)} ${row.tenant} ${row.who}: ${oneLine(row.text)}`,
        row.reply === null ? '' : ` → ${oneLine(row.reply)}`,
      ].join(''),
    ),
  ]
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')
}

function verdict(snapshot: Snapshot): string {
  if (snapshot.health.state === 'serving') return '● shoppers are being served'
  if (snapshot.health.state === 'stopped') return '✖ nobody answers shoppers'
  return '▲ served, with trouble'
}

function list<Row>(title: string, rows: Row[], line: (row: Row) => string): string[] {
  return rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${line(row)}`)]
}
