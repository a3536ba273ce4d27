import type { PaymentReport } from '../../payments/port.ts'
import { chileDay } from '../../payments/flow/chile-time.ts'
import type { Payment } from '../../store/payments.ts'
import type { MoneyDeps } from './deps.ts'
import { settlePayment, type Settlement } from './settle.ts'

export interface ReconcileFinding {
  finding:
    /** Paid at the provider and not here until now: settled by this run. */
    | 'settled'
    /** The provider holds a payment that is not ours to know. */
    | 'unknown_here'
    /** Paid here, and the provider's day does not have it. */
    | 'unknown_there'
    | 'amount_differs'
    /** Paid there, and could not be settled here. */
    | 'not_settled'
  reference: string
  amount: number
  detail: string | null
}

export interface Reconciliation {
  date: string
  provider: string
  /** Payments that the provider lists for the day. */
  listed: number
  /** Of these, paid there. */
  paid: number
  findings: ReconcileFinding[]
}

/**
 * Compares a day of a shop's payments with the provider's own list, both ways. What is paid there and not here is
 * settled on the spot, through the same door as everything else; the rest is a finding for a person.
 */
export async function reconcileDay(
  deps: MoneyDeps,
  request: { tenantId: string; provider: string; date: string },
): Promise<Reconciliation> {
  const provider = await deps.providers.provider(request.tenantId, request.provider)
  const reports = await provider.listByDate(request.date)
  const known = await paymentsByReference(deps, request, reports)
  const findings: ReconcileFinding[] = []
  for (const report of reports) {
    const payment = known.get(report.reference)
    const finding = payment === undefined ? foreign(report) : await compare(deps, payment, report)
    if (finding !== null) findings.push(finding)
  }
  const listed = new Set(reports.map((report) => report.reference))
  for (const payment of await paidHere(deps, request)) {
    if (listed.has(payment.reference)) continue
    const detail = 'paid here, and not in the list of that day'
    findings.push({ finding: 'unknown_there', reference: payment.reference, amount: payment.amount, detail })
  }
  return {
    date: request.date,
    provider: request.provider,
    listed: reports.length,
    paid: reports.filter((report) => report.state === 'paid').length,
    findings,
  }
}

/** A merchant may sell elsewhere with the same keys: only what was paid is worth a look. */
function foreign(report: PaymentReport): ReconcileFinding | null {
  if (report.state !== 'paid') return null
  const detail = 'paid there under a reference that botctl never gave'
  return { finding: 'unknown_here', reference: report.reference, amount: report.amount, detail }
}

async function compare(deps: MoneyDeps, payment: Payment, report: PaymentReport): Promise<ReconcileFinding | null> {
  const about = { reference: payment.reference, amount: report.amount }
  if (report.state !== 'paid') {
    return payment.status === 'paid'
      ? { ...about, finding: 'unknown_there', detail: `paid here, ${report.state} there` }
      : null
  }
  if (report.amount !== payment.amount) {
    return { ...about, finding: 'amount_differs', detail: `asked for ${payment.amount}` }
  }
  if (payment.status === 'paid') return null
  const outcome: Settlement = await settlePayment(deps, { tenantId: payment.tenant_id, paymentId: payment.id })
  if (outcome === 'already_paid') return null
  const settled = outcome === 'paid' || outcome === 'paid_late' || outcome === 'to_refund'
  return { ...about, finding: settled ? 'settled' : 'not_settled', detail: outcome }
}

async function paymentsByReference(
  deps: MoneyDeps,
  request: { tenantId: string; provider: string },
  reports: readonly PaymentReport[],
): Promise<Map<string, Payment>> {
  const found = new Map<string, Payment>()
  // SQLite takes 32,766 parameters a statement, Postgres 65,535; a page at a time stays far below both.
  for (let start = 0; start < reports.length; start += 500) {
    const references = reports.slice(start, start + 500).map((report) => report.reference)
    const rows = await deps.store.db
      .selectFrom('payment')
      .selectAll()
      .where('tenant_id', '=', request.tenantId)
      .where('provider', '=', request.provider)
      .where('reference', 'in', references)
      .execute()
    for (const row of rows) found.set(row.reference, row)
  }
  return found
}

async function paidHere(
  deps: MoneyDeps,
  request: { tenantId: string; provider: string; date: string },
): Promise<Payment[]> {
  // A day in Santiago lies within these two days of UTC.
  const noon = Date.parse(`${request.date}T12:00:00Z`)
  const rows = await deps.store.db
    .selectFrom('payment')
    .selectAll()
    .where('tenant_id', '=', request.tenantId)
    .where('provider', '=', request.provider)
    .where('status', '=', 'paid')
    .where('settled_at', '>=', noon - 24 * 3_600_000)
    .where('settled_at', '<', noon + 36 * 3_600_000)
    .execute()
  return rows.filter((row) => chileDay(row.settled_at ?? 0) === request.date)
}

/** The last whole day in Chile, `YYYY-MM-DD`. */
export function yesterday(now: number): string {
  return chileDay(now - 24 * 3_600_000)
}
