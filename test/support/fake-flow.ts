import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signFlow } from '../../src/payments/flow/sign.ts'

export interface FakePayment {
  token: string
  flowOrder: number
  apiKey: string
  commerceOrder: string
  subject: string
  currency: string
  amount: number
  email: string
  urlConfirmation: string
  urlReturn: string
  createdAt: number
  timeout: number | null
  status: 1 | 2 | 3 | 4
  media: string | null
  pendingMedia: string | null
  errorCode: number | null
  paidAt: number | null
}

interface FakeRefund {
  token: string
  apiKey: string
  refundCommerceOrder: string
  commerceTrxId: string
  amount: number
  status: string
}

/** One rule is used up by one request to its path. */
interface Trouble {
  path: string
  how: 'lose-reply' | 'lose-request' | 'garbage' | 'hang' | 'slow' | number
  delayMs?: number
}

/** A step of one call, told before the next one happens. */
export interface FlowMoment {
  step: 'asked' | 'done' | 'answered'
  path: string
  parameters: Record<string, string>
}

export interface FakeFlow {
  /** Ends in `/api`, as Flow's does. */
  readonly url: string
  readonly payments: Map<string, FakePayment>
  readonly refunds: Map<string, FakeRefund>
  /** Every call, with what was wrong with it where something was. */
  readonly calls: Array<{ path: string; parameters: Record<string, string>; refused: string | null }>
  /** Told of every step and waited for: whoever wants something to happen in between. `drop` at `asked`: it never came. */
  watch: ((moment: FlowMoment) => Promise<'drop' | void>) | null
  /** What the next call to `path` runs into; several queue up. */
  trouble(path: string, how: Trouble['how'], delayMs?: number): void
  /** The shopper at Flow's page. Throws where the link cannot be paid any more. */
  pay(token: string, changes?: { amount?: number; currency?: string; commerceOrder?: string }): void
  reject(token: string, errorCode?: number): void
  cancel(token: string): void
  issueCoupon(token: string): void
  finishRefund(token: string, status?: 'refunded' | 'rejected'): void
  /** Calls back as Flow does: a form with the token and nothing else. */
  confirm(token: string): Promise<number>
  close(): Promise<void>
}

const KNOWN = new Map([
  ['POST /payment/create', ['commerceOrder', 'subject', 'amount', 'email', 'urlConfirmation', 'urlReturn']],
  ['GET /payment/getStatus', ['token']],
  ['GET /payment/getStatusByCommerceId', ['commerceId']],
  ['GET /payment/getPayments', ['date']],
  ['POST /refund/create', ['refundCommerceOrder', 'receiverEmail', 'amount', 'urlCallBack']],
  ['GET /refund/getStatus', ['token']],
])

/** A Flow on loopback that checks signatures as Flow does and keeps books of its own, an account apart from the other. */
export async function startFakeFlow(options: {
  accounts: Record<string, string>
  now?: () => number
}): Promise<FakeFlow> {
  const now = options.now ?? Date.now
  const payments = new Map<string, FakePayment>()
  const refunds = new Map<string, FakeRefund>()
  const calls: FakeFlow['calls'] = []
  const troubles: Trouble[] = []
  let sequence = 3_567_000

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake')
    const path = url.pathname.replace(/^\/api/, '')
    const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams
    const parameters = Object.fromEntries(form)
    const index = troubles.findIndex((each) => each.path === path)
    const trouble = index < 0 ? null : troubles.splice(index, 1)[0]!
    if (trouble?.delayMs) await new Promise((resolve) => setTimeout(resolve, trouble.delayMs))
    if (trouble?.how === 'lose-request') return void response.destroy()
    if (trouble?.how === 'hang') return
    if (typeof trouble?.how === 'number') return send(response, trouble.how, { code: trouble.how, message: 'trouble' })

    const tell = async (step: FlowMoment['step']) => fake.watch?.({ step, path, parameters })
    if ((await tell('asked')) === 'drop') return void response.destroy()
    const refused = check(request.method ?? '', path, parameters)
    calls.push({ path, parameters, refused: refused?.message ?? null })
    const answer = refused ? { status: refused.status, body: refused } : act(path, parameters)
    await tell('done')
    if (trouble?.how === 'lose-reply') return void response.destroy()
    response.once('finish', () => void tell('answered'))
    if (trouble?.how === 'garbage') return void response.writeHead(200).end('<html>oops')
    send(response, answer.status, answer.body)
  }

  function check(method: string, path: string, parameters: Record<string, string>) {
    const required = KNOWN.get(`${method} ${path}`)
    if (!required) return { status: 404, code: 404, message: 'no such service' }
    const secret = options.accounts[parameters.apiKey ?? '']
    if (secret === undefined) return { status: 401, code: 105, message: 'apiKey not found' }
    if (parameters.s !== signFlow(parameters, secret)) return { status: 401, code: 108, message: 'Invalid signature' }
    const missing = required.find((name) => !parameters[name])
    if (missing) return { status: 400, code: 100, message: `${missing} is required` }
    if (path === '/payment/create') {
      if (!/^[1-9]\d*$/.test(parameters.amount!)) return { status: 400, code: 101, message: 'amount is not valid' }
      if (!/^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(parameters.email!))
        return { status: 400, code: 102, message: 'email is not valid' }
    }
    return null
  }

  function act(path: string, parameters: Record<string, string>): { status: number; body: unknown } {
    const apiKey = parameters.apiKey!
    const own = (payment: FakePayment | undefined) => (payment?.apiKey === apiKey ? payment : undefined)
    if (path === '/payment/create') {
      const token = `${(++sequence).toString(16).toUpperCase()}${'F'.repeat(20)}${Math.random().toString(36).slice(2, 12).toUpperCase()}`
      payments.set(token, {
        token,
        flowOrder: sequence,
        apiKey,
        commerceOrder: parameters.commerceOrder!,
        subject: parameters.subject!,
        currency: parameters.currency ?? 'CLP',
        amount: Number(parameters.amount),
        email: parameters.email!,
        urlConfirmation: parameters.urlConfirmation!,
        urlReturn: parameters.urlReturn!,
        createdAt: now(),
        timeout: parameters.timeout === undefined ? null : Number(parameters.timeout),
        status: 1,
        media: null,
        pendingMedia: null,
        errorCode: null,
        paidAt: null,
      })
      return { status: 200, body: { url: `${base()}/app/web/pay.php`, token, flowOrder: sequence } }
    }
    if (path === '/payment/getStatus') return found(own(payments.get(parameters.token!)))
    if (path === '/payment/getStatusByCommerceId') {
      const matching = [...payments.values()].filter((each) => each.commerceOrder === parameters.commerceId)
      return found(own(matching.findLast((each) => each.apiKey === apiKey)))
    }
    if (path === '/payment/getPayments') {
      const start = Number(parameters.start ?? 0)
      const limit = Math.min(100, Number(parameters.limit ?? 10))
      const day = [...payments.values()].filter(
        (each) => each.apiKey === apiKey && santiago(each.paidAt ?? each.createdAt).startsWith(parameters.date!),
      )
      const data = day.slice(start, start + limit).map(describe)
      return { status: 200, body: { total: day.length, hasMore: start + limit < day.length ? 1 : 0, data } }
    }
    if (path === '/refund/create') {
      const payment = [...payments.values()].find(
        (each) => each.apiKey === apiKey && each.commerceOrder === parameters.commerceTrxId && each.status === 2,
      )
      if (!payment) return { status: 400, body: { code: 201, message: 'transaction not found' } }
      const token = `R${++sequence}`
      const refund = {
        token,
        apiKey,
        refundCommerceOrder: parameters.refundCommerceOrder!,
        commerceTrxId: payment.commerceOrder,
        amount: Number(parameters.amount),
        status: 'created',
      }
      refunds.set(token, refund)
      return {
        status: 200,
        body: { token, flowRefundOrder: sequence, status: 'created', amount: `${refund.amount}.00`, fee: '0.00' },
      }
    }
    const refund = refunds.get(parameters.token!)
    if (refund?.apiKey !== apiKey) return { status: 400, body: { code: 202, message: 'refund not found' } }
    return {
      status: 200,
      body: { token: refund.token, status: refund.status, amount: `${refund.amount}.00`, fee: '0.00' },
    }
  }

  function found(payment: FakePayment | undefined): { status: number; body: unknown } {
    if (!payment) return { status: 400, body: { code: 106, message: 'order not found' } }
    return { status: 200, body: describe(payment) }
  }

  function describe(payment: FakePayment): unknown {
    return {
      flowOrder: payment.flowOrder,
      commerceOrder: payment.commerceOrder,
      requestDate: santiago(payment.createdAt),
      status: payment.status,
      subject: payment.subject,
      currency: payment.currency,
      amount: payment.amount,
      payer: payment.email,
      optional: null,
      pending_info: { media: payment.pendingMedia, date: payment.pendingMedia ? santiago(now()) : null },
      paymentData:
        payment.status === 2
          ? {
              date: santiago(payment.paidAt!),
              media: payment.media,
              amount: payment.amount,
              currency: payment.currency,
              fee: 490,
              balance: payment.amount - 490,
            }
          : { date: null, media: null },
      lastError: payment.errorCode === null ? null : { code: payment.errorCode, message: 'x', medioCode: '1' },
      merchantId: null,
    }
  }

  function link(token: string): FakePayment {
    const payment = payments.get(token)
    if (!payment) throw new Error('no such link at the fake Flow')
    return payment
  }

  function open(token: string): FakePayment {
    const payment = link(token)
    if (payment.status !== 1) throw new Error('that link was used')
    const over = payment.timeout !== null && now() > payment.createdAt + payment.timeout * 1000
    // A coupon that was issued in time can be paid at the till later.
    if (over && payment.pendingMedia === null) throw new Error('that link has expired')
    return payment
  }

  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const fake: FakeFlow = {
    url: `${base()}/api`,
    payments,
    refunds,
    calls,
    watch: null,
    trouble: (path, how, delayMs) => troubles.push(delayMs === undefined ? { path, how } : { path, how, delayMs }),
    pay(token, changes = {}) {
      Object.assign(open(token), { status: 2, media: 'webpay', paidAt: now(), ...changes })
    },
    reject(token, errorCode = -6) {
      Object.assign(open(token), { status: 3, errorCode })
    },
    cancel(token) {
      Object.assign(open(token), { status: 4 })
    },
    issueCoupon(token) {
      Object.assign(open(token), { pendingMedia: 'Servipag' })
    },
    finishRefund(token, status = 'refunded') {
      const refund = refunds.get(token)
      if (!refund) throw new Error('no such refund at the fake Flow')
      refund.status = status
    },
    async confirm(token) {
      const response = await fetch(link(token).urlConfirmation, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token }).toString(),
      })
      await response.arrayBuffer()
      return response.status
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return fake
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** `yyyy-mm-dd hh:mm:ss` on a clock in Santiago. */
function santiago(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Santiago',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
}
