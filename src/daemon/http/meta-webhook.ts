import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseMetaWebhook } from '../../channels/meta/parse.ts'
import { verifyMetaSignature } from '../../channels/meta/signature.ts'
import type { ParsedWebhook } from '../../channels/parsed.ts'
import type { Directory } from '../../services/channels/directory.ts'
import type { Inbox } from '../inbox/port.ts'
import { matchesAny } from './constant-time.ts'
import { keepUpdates } from './keep-updates.ts'
import type { Metrics } from './metrics.ts'
import { refuse } from './refuse.ts'

interface MetaWebhookDeps {
  inbox: Inbox
  directory: Directory
  now: () => number
  metrics: Metrics
}

/** `GET` is Meta's verification, `POST` its deliveries (meta.md §2–4). 200 follows the commit. */
export function registerMetaWebhook(app: FastifyInstance, deps: MetaWebhookDeps): void {
  app.get('/webhook/meta', async (request, reply) => {
    const query = request.query as Readonly<Record<string, unknown>>
    const token = query['hub.verify_token']
    const challenge = query['hub.challenge']
    const known = query['hub.mode'] === 'subscribe' && typeof token === 'string' && typeof challenge === 'string'
    // Also with no token given the known ones are compared: the time tells nothing of how many there are.
    const good = matchesAny(typeof token === 'string' ? token : '', await deps.directory.metaVerifyTokens())
    if (!known || !good) {
      return refuse(reply, 403, 'verify_token_wrong', 'the verify token is not ours')
    }
    return reply.type('text/plain').send(challenge)
  })

  app.post('/webhook/meta', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : EMPTY
    const outcome = await receive(deps, body, request.headers['x-hub-signature-256'], reply)
    deps.metrics.countWebhook('meta', outcome)
    return reply
  })
}

const EMPTY = Buffer.alloc(0)

async function receive(
  deps: MetaWebhookDeps,
  body: Buffer,
  header: string | string[] | undefined,
  reply: FastifyReply,
): Promise<string> {
  const named = findNumber(body)
  const secrets = await deps.directory.metaSecrets(named)
  const index = verifyMetaSignature(body, typeof header === 'string' ? header : undefined, affordable(secrets, body))
  const secret = secrets[index]
  if (secret === undefined) {
    refuse(reply, 401, 'signature_invalid', 'the signature is missing or does not match')
    return 'signature_invalid'
  }
  const parsed = parseMetaWebhook(parseJson(body), deps.now())
  if (parsed === null) {
    refuse(reply, 400, 'not_a_webhook', 'the body is not a WhatsApp webhook')
    return 'not_a_webhook'
  }
  if (!(await mayCarry(deps.directory, secret, parsed, named))) {
    refuse(reply, 401, 'signature_foreign', 'this signature does not speak for these numbers')
    return 'signature_foreign'
  }
  const kept = await keepUpdates(deps, 'meta', parsed)
  reply.code(200).send('EVENT_RECEIVED')
  return kept.quarantined > 0 ? 'quarantined' : 'stored'
}

const NUMBER_KEY = Buffer.from('"phone_number_id":"')
const LONGEST_NUMBER = 64

/**
 * The first number named in the body, read from the bytes without parsing them: it only chooses which secret is tried,
 * so that nothing unsigned is parsed. Null (other spacing, no number): all secrets are tried.
 */
function findNumber(body: Buffer): string | null {
  const at = body.indexOf(NUMBER_KEY)
  if (at === -1) return null
  const start = at + NUMBER_KEY.length
  const end = body.indexOf(0x22, start)
  return end > start && end - start <= LONGEST_NUMBER ? body.toString('latin1', start, end) : null
}

/** What hashing one unsigned body may cost: 16 MB is some 30 ms. A body that names a known number needs two secrets. */
const HASH_BUDGET = 16 * 1024 * 1024

function affordable(secrets: readonly string[], body: Buffer): readonly string[] {
  const most = Math.max(2, Math.floor(HASH_BUDGET / (body.length + 1024)))
  return secrets.length > most ? secrets.slice(0, most) : secrets
}

/** One app's secret must not carry messages for another app's shop: then nothing of the body is believed. */
async function mayCarry(
  directory: Directory,
  secret: string,
  parsed: ParsedWebhook,
  named: string | null,
): Promise<boolean> {
  // The number that chose the secret fits it by that choice; most bodies name no other.
  let checked = named
  for (const parts of [parsed.updates, parsed.rejected]) {
    for (const { address } of parts) {
      if (address === null || address === checked) continue
      if (!(await directory.metaSecretFits(address, secret))) return false
      checked = address
    }
  }
  return true
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
