import type { DueJob, JobHandler } from '../../daemon/timers/port.ts'
import { nextPoll } from '../../engine/commerce/poll.ts'
import { BotctlError } from '../../errors.ts'
import { chileDay, chileTime } from '../../payments/flow/chile-time.ts'
import { openCase } from '../../store/cases.ts'
import { setJob } from '../../store/jobs.ts'
import { findPayment } from '../../store/payments.ts'
import type { Db } from '../../store/store.ts'
import { remindCarts } from '../consent/remind-carts.ts'
import { applyRetention } from '../privacy/apply-retention.ts'
import { createPayment } from './create-payment.ts'
import type { MoneyDeps } from './deps.ts'
import { expireReservation } from './expire-reservation.ts'
import { reconcileDay, yesterday } from './reconcile.ts'
import { createRefund, pollRefund } from './refund-money.ts'
import { settlePayment, type Settlement } from './settle.ts'

const DAY_MS = 24 * 3_600_000
const HALF_HOUR_MS = 30 * 60_000

/** Answers that leave the attempt open: it is asked about again on the poller's schedule. */
const OPEN: ReadonlySet<Settlement> = new Set(['pending', 'awaiting_cash', 'not_created'])

/** The timers that money needs, by kind; `daemon/timers` runs them. Each may run twice and late. */
export function moneyJobs(deps: MoneyDeps): Record<string, JobHandler> {
  return {
    payment_create: async (job) => again(await createPayment(deps, payload(job, 'paymentId'))),
    payment_poll: async (job) => again(await pollPayment(deps, payload(job, 'paymentId'))),
    reservation_expire: async (job) => again(await expireReservation(deps, payload(job, 'orderId'))),
    refund_create: async (job) => again(await createRefund(deps, payload(job, 'refundId'))),
    refund_poll: async (job) => again(await pollRefund(deps, payload(job, 'refundId'))),
    payment_reconcile: async () => again(await reconcileNight(deps)),
    payment_reconcile_shop: (job) => reconcileShop(deps, { ...payload(job, 'provider'), ...payload(job, 'date') }),
    cart_reminders: async () => {
      await remindCarts(deps)
      return { again: deps.now() + HALF_HOUR_MS }
    },
    retention: async () => {
      const { messages, orders } = await applyRetention(deps)
      deps.log.info('retention_applied', { count: messages + orders })
      return { again: nextNight(deps.now()) }
    },
  }
}

/** Asks about an attempt, and says when to ask next; a provider that is away is asked on the same schedule. */
export async function pollPayment(
  deps: MoneyDeps,
  key: { tenantId: string; paymentId: string },
): Promise<number | null> {
  let outcome: Settlement = 'pending'
  try {
    outcome = await settlePayment(deps, key)
  } catch (error) {
    if (!(error instanceof BotctlError)) throw error
    deps.log.warn('payment_poll_failed', { tenant: key.tenantId, reason: error.code })
  }
  if (!OPEN.has(outcome)) return null
  const payment = await findPayment(deps.store.db, key.tenantId, key.paymentId)
  if (payment === null || payment.status === 'failed' || payment.status === 'paid') return null
  return nextPoll({ createdAt: payment.created_at, expiresAt: payment.expires_at }, deps.now())
}

/** Sets what repeats where it is not set; called when a daemon starts, and a timer that is there keeps its time. */
export async function plantMoneyJobs(db: Db, now: number): Promise<void> {
  const first = { payment_reconcile: nextNight(now), cart_reminders: now, retention: nextNight(now) }
  await db
    .insertInto('job')
    .values(
      Object.entries(first).map(([kind, runAt]) => ({
        tenant_id: null,
        kind,
        key: kind,
        payload: '{}',
        run_at: runAt,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .execute()
}

/** One timer a shop and provider: each is short, and one shop's wrong keys keep no other from being looked at. */
async function reconcileNight(deps: MoneyDeps): Promise<number> {
  const now = deps.now()
  const date = yesterday(now)
  const shops = await deps.store.db
    .selectFrom('payment')
    .select(['tenant_id', 'provider'])
    .where('provider', 'not in', ['local', 'transfer'])
    .where('created_at', '>', now - 7 * DAY_MS)
    .groupBy(['tenant_id', 'provider'])
    .execute()
  for (const { tenant_id: tenantId, provider } of shops) {
    const payload = { tenantId, provider, date }
    const key = `${tenantId}:${provider}:${date}`
    await setJob(deps.store.db, { tenantId, kind: 'payment_reconcile_shop', key, payload, runAt: now }, now)
  }
  return nextNight(now)
}

/** A shop's yesterday against its provider's list; what does not add up is opened as a case, once. */
async function reconcileShop(
  deps: MoneyDeps,
  wanted: { tenantId: string; provider: string; date: string },
): Promise<void> {
  const { tenantId, date } = wanted
  const result = await reconcileDay(deps, wanted)
  for (const finding of result.findings) {
    deps.log.warn('payment_reconciled', { tenant: tenantId, outcome: finding.finding })
    await openCase(
      deps.store.db,
      {
        tenantId,
        kind: 'payment',
        conversationId: null,
        contactId: null,
        orderId: null,
        summary: `Reconciling ${date}: ${finding.finding}, ${finding.reference}, ${finding.amount} CLP. ${finding.detail ?? ''}`,
        source: `reconcile:${date}:${finding.finding}:${finding.reference}`,
      },
      deps.now(),
    )
  }
}

/** Four in the morning in Santiago: yesterday is over, and nobody is paying. */
function nextNight(now: number): number {
  const today = chileTime(`${chileDay(now)} 04:00:00`) ?? now + DAY_MS
  return today > now ? today : (chileTime(`${chileDay(now + DAY_MS)} 04:00:00`) ?? now + DAY_MS)
}

function again(at: number | null): { again: number } | undefined {
  return at === null ? undefined : { again: at }
}

function payload<Key extends string>(job: DueJob, key: Key): { tenantId: string } & Record<Key, string> {
  const body = job.payload as Record<string, unknown>
  const { tenantId } = body
  const value = body[key]
  if (typeof tenantId === 'string' && typeof value === 'string') {
    return { tenantId, [key]: value } as { tenantId: string } & Record<Key, string>
  }
  throw new BotctlError('job_malformed', 'a timer does not say what it is about')
}
