import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { repliesAsText } from '../../channels/numbered.ts'
import { readObject, readText } from '../../channels/parsed.ts'
import { toE164 } from '../../channels/phone.ts'
import type { TurnDocument } from '../../services/turns/types.ts'
import { matchesAny } from './constant-time.ts'
import { refuse, sendMissing } from './refuse.ts'

/** One turn through the real engine and the real database, with no provider. */
export type PlayTestTurn = (input: { tenantId: string; from: string; text: string }) => Promise<TurnDocument>

export interface TestWebhookDeps {
  /** `--test-webhook`, and the daemon listens on a loopback address. */
  open: boolean
  /** TEST_WEBHOOK_TOKEN. */
  token: string | null
  play: PlayTestTurn
  /**
   * The shop's id: of the slug; else where the shopper is pinned to, else whose own number this is, else the only shop.
   * Throws `tenant_not_found` (404) or `tenant_needed` (400).
   */
  chooseTenant: (wanted: { slug: string | null; phone: string }) => Promise<string>
}

/** A shopper's message on WhatsApp has at most this many characters. */
const LONGEST_MESSAGE = 65_536

/** `POST /webhook` and `/webhook/{slug}` with the guide's field names (contract, section 4). */
export function registerTestWebhook(app: FastifyInstance, deps: TestWebhookDeps): void {
  app.post('/webhook', (request, reply) => answer(deps, request, reply, null))
  app.post('/webhook/:slug', (request, reply) => {
    const { slug } = request.params as { slug: string }
    return answer(deps, request, reply, slug)
  })
}

async function answer(
  deps: TestWebhookDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string | null,
): Promise<FastifyReply> {
  if (!mayUse(deps, request)) return sendMissing(reply)
  const fields = readFields(request.body)
  if (fields === null) {
    const hint = 'send {"telefono":"+56912345678","mensaje":"hola"}'
    return refuse(reply, 400, 'not_a_message', 'the body is not JSON with telefono and mensaje', hint)
  }
  const phone = typeof fields.telefono === 'string' ? toE164(fields.telefono) : null
  if (phone === null) return refuse(reply, 400, 'phone_invalid', 'telefono is not a phone number like +56912345678')
  const text = fields.mensaje
  if (typeof text !== 'string' || text.length > LONGEST_MESSAGE) {
    return refuse(reply, 400, 'message_invalid', 'mensaje is not a text of at most 65,536 characters')
  }
  if (fields.tenant !== undefined && typeof fields.tenant !== 'string') {
    return refuse(reply, 400, 'tenant_invalid', "tenant is not a shop's slug")
  }
  const tenantId = await deps.chooseTenant({ slug: slug ?? fields.tenant ?? null, phone })
  const turn = await deps.play({ tenantId, from: phone, text: readText(text) ?? '' })
  return reply.code(200).send({ ...turn, respuesta: repliesAsText(turn.replies) })
}

/** A bearer token from anywhere; without one, only what truly comes from this machine. Anything else gets a 404. */
function mayUse(deps: TestWebhookDeps, request: FastifyRequest): boolean {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (deps.token !== null && bearer !== undefined) return matchesAny(bearer, [deps.token])
  return deps.open && isLocal(request)
}

/**
 * From this machine, and not handed on by a proxy on it, nor by a page in a browser (whose `Origin` is another site's, or
 * whose `Host` is a name rebound to 127.0.0.1).
 */
function isLocal(request: FastifyRequest): boolean {
  if (!isLoopback(request.socket.remoteAddress ?? '')) return false
  const { headers } = request
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false
  if (headers.host !== undefined && !isLoopback(hostName(`http://${headers.host}`))) return false
  return headers.origin === undefined || isLoopback(hostName(headers.origin))
}

const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

function hostName(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replaceAll(/^\[|\]$/g, '') : ''
}

/** 127.0.0.0/8, ::1 and the name for both. Also used to decide what `--test-webhook` may listen on. */
export function isLoopback(address: string): boolean {
  const bare = address.replace(/^::ffff:/i, '')
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

interface Fields {
  telefono?: unknown
  mensaje?: unknown
  tenant?: unknown
}

/** JSON whatever the content type says: `curl -d` with no header calls it a form, as the guide does. A form too. */
function readFields(body: unknown): Fields | null {
  if (!Buffer.isBuffer(body)) return null
  const text = body.toString('utf8')
  try {
    return readObject(JSON.parse(text))
  } catch {
    const form = new URLSearchParams(text)
    const telefono = form.get('telefono')
    const mensaje = form.get('mensaje')
    if (telefono === null || mensaje === null) return null
    const tenant = form.get('tenant')
    return { telefono, mensaje, ...(tenant === null ? {} : { tenant }) }
  }
}
