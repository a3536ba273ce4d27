import {
  CASE_WARN_MS,
  FAILURE_WARN_RATE,
  INBOX_CRITICAL_MS,
  INBOX_WARN_MS,
  LAG_WARN_MS,
  LATENCY_WARN_MS,
  OUTBOX_CRITICAL_MS,
  OUTBOX_WARN_MS,
} from './thresholds.ts'
import type { DaemonRow, Finding, Health, Snapshot } from './types.ts'

/** Whether shoppers are being served, from the snapshot's own figures; pure. */
export function judgeHealth(snapshot: Omit<Snapshot, 'health' | 'databaseMs'>): Health {
  const findings: Finding[] = []
  const alive = snapshot.daemons.filter(isAlive)
  if (alive.length === 0)
    findings.push({
      level: 'critical',
      code: 'no_daemon',
      text: `${whyNobody(snapshot.daemons)}: nobody answers shoppers`,
      hint: 'botctl serve',
    })
  judgeQueues(snapshot, findings)
  if (snapshot.deadLetters > 0)
    findings.push({
      level: 'warning',
      code: 'dead_letters',
      text: `${snapshot.deadLetters} ${snapshot.deadLetters === 1 ? 'reply was' : 'replies were'} given up on`,
      hint: 'botctl message list',
    })
  if (snapshot.waiting > 0)
    findings.push({
      level: 'warning',
      code: 'person_awaited',
      text: `${snapshot.waiting} ${snapshot.waiting === 1 ? 'shopper waits' : 'shoppers wait'} for a person`,
      hint: 'botctl conversation list --waiting',
    })
  judgeCases(snapshot, findings)
  judgeDeliveries(snapshot, findings)
  for (const daemon of alive)
    if (daemon.lagP99Ms !== null && daemon.lagP99Ms > LAG_WARN_MS)
      findings.push({
        level: 'warning',
        code: 'daemon_lag',
        text: `the daemon on ${daemon.host} (pid ${daemon.pid}) stands still for ${Math.round(daemon.lagP99Ms)} ms at times`,
        hint: 'botctl doctor',
      })
  const critical = findings.filter((finding) => finding.level === 'critical')
  const warnings = findings.filter((finding) => finding.level === 'warning')
  return {
    state: alive.length === 0 ? 'stopped' : findings.length > 0 ? 'troubled' : 'serving',
    findings: [...critical, ...warnings],
  }
}

export function isAlive(daemon: DaemonRow): boolean {
  return daemon.state === 'running' || daemon.state === 'draining'
}

/** A crash and a stop are not the same night's work. */
function whyNobody(daemons: DaemonRow[]): string {
  const last = daemons.toSorted((a, b) => b.beatAt - a.beatAt)[0]
  if (last === undefined) return 'no daemon has ever run on this database'
  if (last.state === 'stopped')
    return `no daemon runs, the last one was stopped ${seconds(last.beatAgeMs)} ago (${last.host})`
  return `all daemons are dead, the last beat was ${seconds(last.beatAgeMs)} ago`
}

/** A return may lie for an evening; after a day somebody has forgotten it. */
function judgeCases({ cases }: Omit<Snapshot, 'health' | 'databaseMs'>, findings: Finding[]): void {
  const oldest = cases.oldestAgeMs ?? 0
  if (oldest <= CASE_WARN_MS) return
  findings.push({
    level: 'warning',
    code: 'cases_old',
    text: `${cases.depth} ${cases.depth === 1 ? 'case is' : 'cases are'} open, the oldest for ${seconds(oldest)}`,
    hint: 'botctl case list',
  })
}

function judgeQueues(snapshot: Omit<Snapshot, 'health' | 'databaseMs'>, findings: Finding[]): void {
  const inboxAge = snapshot.inbox.oldestAgeMs ?? 0
  if (inboxAge > INBOX_WARN_MS)
    findings.push({
      level: inboxAge > INBOX_CRITICAL_MS ? 'critical' : 'warning',
      code: 'inbox_late',
      text: `a shopper has waited ${seconds(inboxAge)} for an answer (${snapshot.inbox.depth} messages in the inbox)`,
      hint: 'botctl doctor',
    })
  const outboxAge = snapshot.outbox.oldestAgeMs ?? 0
  if (outboxAge > OUTBOX_WARN_MS)
    findings.push({
      level: outboxAge > OUTBOX_CRITICAL_MS ? 'critical' : 'warning',
      code: 'outbox_late',
      text: `a reply has waited ${seconds(outboxAge)} to be sent (${snapshot.outbox.depth} in the outbox)`,
      hint: 'botctl message list',
    })
  if (snapshot.inbox.parked > 0)
    findings.push({
      level: 'warning',
      code: 'messages_parked',
      text: `${snapshot.inbox.parked} ${snapshot.inbox.parked === 1 ? 'message' : 'messages'} could not be handled`,
      hint: 'botctl message list',
    })
  const p95 = snapshot.latency.p95 ?? 0
  if (p95 > LATENCY_WARN_MS)
    findings.push({
      level: 'warning',
      code: 'turns_slow',
      text: `one turn in twenty takes longer than ${seconds(p95)}`,
      hint: 'botctl analytics response-times',
    })
}

function judgeDeliveries(snapshot: Omit<Snapshot, 'health' | 'databaseMs'>, findings: Finding[]): void {
  const { failed, total } = snapshot.deliveries
  // Below a hundred bubbles one wrong number would ring the bell.
  if (total < 100 || failed / total <= FAILURE_WARN_RATE) return
  findings.push({
    level: failed / total > 0.5 ? 'critical' : 'warning',
    code: 'deliveries_failing',
    text: `${Math.round((failed / total) * 100)} % of the newest ${total} bubbles failed`,
    hint: 'botctl channel verify',
  })
}

/** 950 ms, 12 s, 4 min, 3 h, 2 d. */
function seconds(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`
  return `${Math.round(ms / 86_400_000)} d`
}
