import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BotctlError } from '../../errors.ts'
import { playLocalPayment, type LocalOutcome } from '../../payments/local/local.ts'
import { hearProvider } from '../../services/payments/hear-provider.ts'
import type { MoneyDeps } from '../../services/payments/deps.ts'
import { settlePayment } from '../../services/payments/settle.ts'
import { findOrder } from '../../store/orders.ts'
import { findPaymentByRef } from '../../store/payments.ts'
import { databaseUnavailable, isDatabaseAway } from '../database-errors.ts'
import { refuse, sendMissing } from './refuse.ts'
import { PAGE_HEADERS, paymentPage, type PaymentPage } from './payment-page.ts'
import { isLoopback } from './test-webhook.ts'

export interface PaymentRoutesDeps extends MoneyDeps {
  /** `--test-webhook` on a loopback address: testers may say what happened to a local link. */
  testMode: boolean
}

/**
 * Flow has never sent more than a confirmation and a return a payment. Tokens that nobody gave cost a look-up each;
 * an address that tries more than these is guessing, and hears 429 until its bucket has filled again. Should a real
 * confirmation be among them, the poller finds the payment.
 */
const UNKNOWN_BURST = 60
const UNKNOWN_A_SECOND = 1
/** Tokens are a few dozen characters; what is longer is none. */
const LONGEST_TOKEN = 200
/** A confirmation is one short field. */
const BODY_LIMIT = 64 * 1024

/** The provider's confirmation, the shopper's way back, and the page of local links. None of them pays anything. */
export function registerPayments(app: FastifyInstance, deps: PaymentRoutesDeps): void {
  const guesses = createGuessLimit(deps.now)
  const hear = (provider: string, token: string) => hearProvider({ db: deps.store.db, now: deps.now }, provider, token)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    done(null, body)
  })

  // A provider, or a shopper's browser, hears "later" while the database is away; who asks later finds the same.
  app.setErrorHandler((error) => {
    throw isDatabaseAway(error) ? databaseUnavailable(error) : error
  })

  app.post('/webhook/flow', async (request, reply) => {
    const token = tokenOf(request)
    if (token === null) {
      return refuse(reply, 400, 'token_missing', 'a confirmation is a form with one field, token')
    }
    const address = request.socket.remoteAddress ?? ''
    if (!guesses.allowed(address)) return refuse(reply, 429, 'too_many_guesses', 'too many unknown tokens')
    if ((await hear('flow', token)) === null) guesses.count(address)
    return reply.code(200).type('text/plain').send('OK')
  })

  const back = async (request: FastifyRequest, reply: FastifyReply) => {
    const token = tokenOf(request)
    const address = request.socket.remoteAddress ?? ''
    const heard = token === null || !guesses.allowed(address) ? null : await hear('flow', token)
    if (heard === null && token !== null) guesses.count(address)
    const shop = heard === null ? null : await shopOf(deps, heard.tenantId)
    return show(reply, {
      title: 'Estamos confirmando tu pago',
      text: 'No hace falta que hagas nada más: te avisamos por WhatsApp apenas esté listo. Puedes cerrar esta página.',
      shop: shop?.name ?? null,
      whatsapp: shop?.phone ?? null,
    })
  }
  app.get('/pay/return', back)
  app.post('/pay/return', back)

  app.get('/pay/local/:token', (request, reply) => showLocal(deps, request, reply))
  app.post('/pay/local/:token', (request, reply) => playLocal(deps, request, reply))
}

/** From the form, or the address; well-formed text without control characters, or null. */
function tokenOf(request: FastifyRequest): string | null {
  const query = request.query as Record<string, unknown>
  const form = typeof request.body === 'string' ? new URLSearchParams(request.body) : null
  const token = form?.get('token') ?? query.token
  if (typeof token !== 'string' || token.length === 0 || token.length > LONGEST_TOKEN) return null
  return /^[\w.~=+/-]+$/.test(token) ? token : null
}

async function shopOf(deps: MoneyDeps, tenantId: string): Promise<{ name: string; phone: string | null } | null> {
  const row = await deps.store.db
    .selectFrom('tenant')
    .select(['name', 'phone'])
    .where('id', '=', tenantId)
    .executeTakeFirst()
  return row ?? null
}

async function findLocal(deps: MoneyDeps, request: FastifyRequest) {
  const { token } = request.params as { token: string }
  if (!/^lp_[a-z0-9]{20}$/.test(token)) return null
  const payment = await findPaymentByRef(deps.store.db, 'local', token)
  const order = payment && (await findOrder(deps.store.db, payment.tenant_id, payment.order_id))
  return payment && order ? { token, payment, order } : null
}

async function showLocal(deps: PaymentRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const found = await findLocal(deps, request)
  if (found === null) return sendMissing(reply)
  const { payment, order } = found
  const shop = await shopOf(deps, order.tenantId)
  const open = payment.status === 'pending' && order.status === 'pending_payment'
  const [title, text] = words(order.status, open && mayPlay(deps, request))
  return show(reply, {
    title,
    text,
    shop: shop?.name ?? null,
    whatsapp: shop?.phone ?? null,
    order: { number: order.number, total: payment.amount },
    ...(open && mayPlay(deps, request)
      ? {
          buttons: [
            ['paid', 'Pagar'],
            ['rejected', 'Rechazar'],
            ['cancelled', 'Cancelar'],
            ['cash', 'Emitir cupón'],
          ] as const,
        }
      : {}),
  })
}

function words(status: string, playable: boolean): readonly [string, string] {
  if (status === 'pending_payment') {
    return playable
      ? ['Pago de prueba', 'Aquí no se cobra nada: elige qué pasó con este pago.']
      : ['Tu pedido está reservado', 'Coordina el pago con la tienda por WhatsApp.']
  }
  if (status === 'expired') return ['La reserva venció', 'Los productos volvieron a la venta. No se cobró nada.']
  if (status === 'cancelled') return ['El pedido está anulado', 'No hay nada que pagar.']
  if (status === 'refunded') return ['El pago fue devuelto', 'La devolución está hecha.']
  return ['Pago recibido', 'Tu pedido está confirmado. Te escribimos por WhatsApp.']
}

const OUTCOMES = new Set(['paid', 'rejected', 'cancelled', 'cash'])

async function playLocal(deps: PaymentRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!mayPlay(deps, request)) return sendMissing(reply)
  const found = await findLocal(deps, request)
  if (found === null) return sendMissing(reply)
  const form = typeof request.body === 'string' ? new URLSearchParams(request.body) : null
  const outcome = form?.get('outcome') ?? ''
  if (!OUTCOMES.has(outcome)) {
    return refuse(reply, 400, 'outcome_invalid', 'outcome is one of paid, rejected, cancelled, cash')
  }
  try {
    await playLocalPayment(deps.store.db, found.token, outcome as LocalOutcome, deps.now())
  } catch (error) {
    if (!(error instanceof BotctlError)) throw error
    return refuse(reply, 409, error.code, error.message)
  }
  const settled = await settlePayment(deps, { tenantId: found.payment.tenant_id, paymentId: found.payment.id })
  if (request.headers.accept?.includes('application/json')) {
    const order = await findOrder(deps.store.db, found.order.tenantId, found.order.id)
    return reply.code(200).send({ order: order?.number, status: order?.status, settled })
  }
  return reply.code(303).header('location', `/pay/local/${found.token}`).send()
}

/** Only a tester on this machine, never a page of another site in the tester's browser. */
function mayPlay(deps: PaymentRoutesDeps, request: FastifyRequest): boolean {
  if (!deps.testMode || !isLoopback(request.socket.remoteAddress ?? '')) return false
  if (['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers[name] !== undefined)) {
    return false
  }
  const { origin, host } = request.headers
  return [origin, host === undefined ? undefined : `http://${host}`].every(
    (url) => url === undefined || (URL.canParse(url) && isLoopback(new URL(url).hostname.replaceAll(/^\[|\]$/g, ''))),
  )
}

function show(reply: FastifyReply, page: PaymentPage): FastifyReply {
  return reply.code(200).headers(PAGE_HEADERS).send(paymentPage(page))
}

interface GuessLimit {
  allowed(address: string): boolean
  count(address: string): void
}

/** A bucket an address, only for those that guessed: honest callers are in no map. */
function createGuessLimit(now: () => number): GuessLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  const refill = (bucket: { left: number; at: number }) => {
    const left = Math.min(UNKNOWN_BURST, bucket.left + ((now() - bucket.at) / 1000) * UNKNOWN_A_SECOND)
    return { left, at: now() }
  }
  return {
    allowed(address) {
      const bucket = buckets.get(address)
      return bucket === undefined || refill(bucket).left >= 1
    },
    count(address) {
      const bucket = refill(buckets.get(address) ?? { left: UNKNOWN_BURST, at: now() })
      buckets.set(address, { ...bucket, left: bucket.left - 1 })
      // Addresses are cheap to come by: a map of them must not grow without end.
      if (buckets.size <= 10_000) return
      for (const [key, each] of buckets) if (refill(each).left >= UNKNOWN_BURST) buckets.delete(key)
      if (buckets.size > 10_000) buckets.clear()
    },
  }
}
