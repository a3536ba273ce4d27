import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readObject } from '../../channels/parsed.ts'
import { readPhone } from '../../channels/phone.ts'
import { decodeForm, parseTwilioWebhook } from '../../channels/twilio/parse.ts'
import { verifyTwilioSignature } from '../../channels/twilio/signature.ts'
import type { FormPairs } from '../../channels/twilio/signature.ts'
import type { Directory } from '../../services/channels/directory.ts'
import type { Inbox } from '../inbox/port.ts'
import { keepUpdates } from './keep-updates.ts'
import type { Metrics } from './metrics.ts'
import { refuse } from './refuse.ts'

interface TwilioWebhookDeps {
  inbox: Inbox
  directory: Directory
  now: () => number
  publicUrls: () => readonly string[]
  metrics: Metrics
}

/** Messages and status callbacks (twilio.md §4–7). Either route takes either, as consoles are set up by hand. */
export function registerTwilioWebhook(app: FastifyInstance, deps: TwilioWebhookDeps): void {
  for (const path of ['/webhook/twilio', '/webhook/twilio/status']) {
    app.post(path, async (request, reply) => {
      const outcome = await receive(deps, request, reply)
      deps.metrics.countWebhook('twilio', outcome)
      return reply
    })
  }
}

async function receive(deps: TwilioWebhookDeps, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
  const pairs = isJson ? jsonPairs(body) : formPairs(body)
  if (!(await isSigned(deps, request, body, pairs, isJson))) {
    refuse(reply, 401, 'signature_invalid', 'the signature is missing or does not match')
    return 'signature_invalid'
  }
  // `channel verify` knocks at the public URL to see that the signature survives the way; there is nothing to store.
  if (valueOf(pairs, 'BotctlSelfTest') !== null) {
    thank(reply)
    return 'self_test'
  }
  const parsed = parseTwilioWebhook(pairs, opaqueIdOf(request), deps.now())
  if (parsed === null) {
    refuse(reply, 400, 'not_a_webhook', 'the body is neither a WhatsApp message nor its status')
    return 'not_a_webhook'
  }
  const kept = await keepUpdates(deps, 'twilio', parsed)
  thank(reply)
  return kept.quarantined > 0 ? 'quarantined' : 'stored'
}

/** The answer goes out by REST: this says only that the message was taken. */
function thank(reply: FastifyReply): void {
  void reply.code(200).type('text/xml').send('<Response/>')
}

/**
 * The token is that of the business number: `To` of a message, `From` of a status. Whatever the form claims, only its
 * real token opens it.
 */
async function isSigned(
  deps: TwilioWebhookDeps,
  request: FastifyRequest,
  body: Buffer,
  pairs: FormPairs,
  isJson: boolean,
): Promise<boolean> {
  const header = request.headers['x-twilio-signature']
  if (typeof header !== 'string') return false
  const form = isJson ? null : pairs
  const tokens = await deps.directory.twilioTokens(businessNumber(pairs), valueOf(pairs, 'AccountSid'))
  return deps.publicUrls().some((base) => {
    const url = `${base.replace(/[/]+$/, '')}${request.url}`
    return verifyTwilioSignature({ url, form, body }, header, tokens) !== -1
  })
}

function businessNumber(pairs: FormPairs): string | null {
  const isStatus = valueOf(pairs, 'MessageStatus') !== null && valueOf(pairs, 'Body') === null
  const number = valueOf(pairs, isStatus ? 'From' : 'To') ?? ''
  return readPhone(number.replace(/^whatsapp:/i, ''))
}

/** Twilio sends some thirty parameters, with room for those of tomorrow; a form of a million is an attack on the sort. */
const MOST_PARAMETERS = 1000

function formPairs(body: Buffer): FormPairs {
  const text = body.toString('utf8')
  let separators = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++separators >= MOST_PARAMETERS) return []
  }
  return decodeForm(text)
}

function valueOf(pairs: FormPairs, key: string): string | null {
  return pairs.find(([name]) => name === key)?.[1] ?? null
}

function opaqueIdOf(request: FastifyRequest): string | null {
  const { ob } = request.query as Readonly<Record<string, unknown>>
  return typeof ob === 'string' ? ob : null
}

/** A JSON body (Twilio sends them signed by their hash): flat fields as pairs; anything else is no webhook. */
function jsonPairs(body: Buffer): FormPairs {
  try {
    const fields = readObject(JSON.parse(body.toString('utf8')))
    return Object.entries(fields ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
    )
  } catch {
    return []
  }
}
