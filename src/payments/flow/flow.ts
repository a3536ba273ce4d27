import { BotctlError } from '../../errors.ts'
import type { PaymentProvider, PaymentReport, RefundState } from '../port.ts'
import { createFlowClient, type FlowAccount } from './client.ts'
import { chileTime } from './chile-time.ts'

/** 9: every method that the merchant has switched on at Flow. */
const ALL_METHODS = '9'

/** Flow's own limit a page. */
const PAGE = 100
/** A shop with 100,000 payments in a day is not ours; beyond it the paging of the other side is broken. */
const MOST_PAGES = 1000

/** Collects through Flow.cl with one merchant's keys. */
export function createFlow(account: FlowAccount, options: { deadlineMs?: number } = {}): PaymentProvider {
  const client = createFlowClient(account, options)

  async function status(path: string, parameters: Record<string, string>): Promise<PaymentReport> {
    return toReport(await client.get(path, parameters))
  }

  return {
    name: 'flow',

    async create(request) {
      const answer = await client.post('/payment/create', {
        commerceOrder: request.reference,
        subject: request.subject,
        currency: request.currency,
        amount: String(request.amount),
        email: request.email,
        paymentMethod: ALL_METHODS,
        urlConfirmation: request.confirmationUrl,
        urlReturn: request.returnUrl,
        timeout: String(Math.max(1, Math.floor(request.timeoutSeconds))),
      })
      const { url, token } = answer
      if (typeof url !== 'string' || typeof token !== 'string' || !/^https?:\/\//.test(url) || token === '') {
        throw new BotctlError(
          'payment_ambiguous',
          'Flow answered without a link, though it may have made the payment',
          {
            hint: 'botctl looks it up before it tries again',
          },
        )
      }
      return {
        ref: token,
        url: `${url}?token=${encodeURIComponent(token)}`,
        providerId: text(answer.flowOrder),
      }
    },

    fetch: (ref) => status('/payment/getStatus', { token: ref }),

    async fetchByReference(reference) {
      try {
        const report = await status('/payment/getStatusByCommerceId', { commerceId: reference })
        // Flow tells the status of an order, never its link again.
        return { ...report, ref: null, url: null }
      } catch (error) {
        // 400 is Flow's answer to an order it does not know; anything else says nothing about whether there is one.
        const refusal = error instanceof BotctlError && error.code === 'payment_rejected'
        if (refusal && (error.details as { status: number }).status === 400) return null
        throw error
      }
    },

    async listByDate(date) {
      const found: PaymentReport[] = []
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await client.get('/payment/getPayments', {
          date,
          start: String(page * PAGE),
          limit: String(PAGE),
        })
        const rows = Array.isArray(answer.data) ? (answer.data as Array<Record<string, unknown>>) : []
        found.push(...rows.map((row) => toReport(row)))
        if (Number(answer.hasMore) !== 1 || rows.length === 0) break
      }
      return found
    },

    async refund(request) {
      const answer = await client.post('/refund/create', {
        refundCommerceOrder: request.reference,
        receiverEmail: request.email,
        amount: String(request.amount),
        urlCallBack: request.callbackUrl,
        commerceTrxId: request.paymentReference,
      })
      if (typeof answer.token !== 'string' || answer.token === '') {
        throw new BotctlError('payment_ambiguous', 'Flow answered a refund without its token')
      }
      return { ref: answer.token, state: toRefundState(answer.status) }
    },

    async refundState(ref) {
      return toRefundState((await client.get('/refund/getStatus', { token: ref })).status)
    },
  }
}

const STATES: Record<number, PaymentReport['state']> = { 1: 'pending', 2: 'paid', 3: 'rejected', 4: 'cancelled' }

function toReport(answer: Record<string, unknown>): PaymentReport {
  const data = record(answer.paymentData)
  const pending = record(answer.pending_info)
  const error = record(answer.lastError ?? data.lastError)
  return {
    state: STATES[Number(answer.status)] ?? 'unknown',
    amount: Number(answer.amount),
    currency: typeof answer.currency === 'string' ? answer.currency : '',
    reference: text(answer.commerceOrder) ?? '',
    awaitingCash: Number(answer.status) === 1 && typeof pending.media === 'string' && pending.media !== '',
    reason: reasonOf(error.code),
    paidAt: typeof data.date === 'string' ? chileTime(data.date) : null,
    fee: data.fee === undefined || data.fee === null ? null : Math.round(Number(data.fee)),
    raw: keep(answer, data, pending),
  }
}

/** What is worth keeping of an answer. Not the payer's e-mail: it is in the order already, and erased with it. */
function keep(
  answer: Record<string, unknown>,
  data: Record<string, unknown>,
  pending: Record<string, unknown>,
): Record<string, unknown> {
  return {
    flowOrder: answer.flowOrder ?? null,
    status: answer.status ?? null,
    media: data.media ?? pending.media ?? null,
    date: data.date ?? null,
    fee: data.fee ?? null,
    balance: data.balance ?? null,
    transferDate: data.transferDate ?? null,
  }
}

const REASONS: Record<string, string> = {
  '-1': 'invalid_card',
  '-2': 'connection',
  '-3': 'over_limit',
  '-4': 'bad_expiry',
  '-5': 'authentication',
  '-6': 'rejected',
  '-7': 'blocked_card',
  '-8': 'expired_card',
  '-9': 'unsupported',
  '-10': 'transaction',
  '-11': 'too_many_tries',
}

function reasonOf(code: unknown): string | null {
  const known = text(code)
  return known === null ? null : (REASONS[known] ?? 'unknown')
}

function toRefundState(status: unknown): RefundState {
  if (status === 'refunded') return 'refunded'
  return status === 'rejected' || status === 'canceled' ? 'rejected' : 'pending'
}

/** Flow writes the same field as a number here and as text there. */
function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
