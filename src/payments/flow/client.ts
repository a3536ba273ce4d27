import { BotctlError, EXIT } from '../../errors.ts'
import { signFlow, type FlowParameters } from './sign.ts'

export interface FlowAccount {
  /** `https://www.flow.cl/api`, `https://sandbox.flow.cl/api`, or a fake's address. */
  apiUrl: string
  apiKey: string
  secretKey: string
}

export interface FlowClient {
  /** A call that changes something at Flow. A lost answer is `payment_ambiguous`: it may have been done. */
  post(path: string, parameters: FlowParameters): Promise<Record<string, unknown>>
  /** A question. Anything but an answer is `payment_unavailable`: ask again. */
  get(path: string, parameters: FlowParameters): Promise<Record<string, unknown>>
}

/**
 * Flow answers in one to three seconds; a shopper waits for the link, and the job that asks is tried again. Longer than
 * this and we would hold the job's lease while learning nothing.
 */
const DEADLINE_MS = 12_000

/** A day of payments is the largest answer (100 a page, some 2 kB each). */
const LARGEST_ANSWER = 4 * 1024 * 1024

/** Errors that came before a byte of the request left: the call was certainly not made. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

export function createFlowClient(account: FlowAccount, options: { deadlineMs?: number } = {}): FlowClient {
  const base = account.apiUrl.replace(/\/+$/, '')
  const deadline = options.deadlineMs ?? DEADLINE_MS

  function signed(parameters: FlowParameters): URLSearchParams {
    const all = { ...parameters, apiKey: account.apiKey }
    return new URLSearchParams({ ...all, s: signFlow(all, account.secretKey) })
  }

  async function call(url: string, init: RequestInit, changes: boolean): Promise<Record<string, unknown>> {
    let response: Response
    let text: string
    try {
      response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(deadline) })
      text = await readText(response)
    } catch (error) {
      throw lost(error, changes)
    }
    const body = parse(text)
    if (response.status === 200) {
      if (body !== null) return body
      throw changes ? ambiguous('its answer could not be read') : unavailable('its answer could not be read')
    }
    if (response.status === 400 || response.status === 401) throw refused(response.status, body)
    // A gateway's 5xx tells nothing about what happened behind it.
    if (response.status >= 500 && changes) throw ambiguous(`it answered ${response.status}`)
    throw unavailable(`it answered ${response.status}`)
  }

  return {
    post: (path, parameters) =>
      call(
        `${base}${path}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
          body: signed(parameters).toString(),
        },
        true,
      ),
    get: (path, parameters) => call(`${base}${path}?${signed(parameters).toString()}`, { method: 'GET' }, false),
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function lost(error: unknown, changes: boolean): BotctlError {
  const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code ?? ''
  if (changes && !NOT_SENT.has(cause)) return ambiguous('the connection broke before its answer came')
  return unavailable('it could not be reached in time')
}

function ambiguous(why: string): BotctlError {
  return new BotctlError('payment_ambiguous', `Flow may have done it, but ${why}`, {
    hint: 'botctl looks it up before it tries again',
    exit: EXIT.tryAgain,
  })
}

function unavailable(why: string): BotctlError {
  return new BotctlError('payment_unavailable', `Flow gave no answer: ${why}`, {
    hint: 'try again in a minute; status.flow.cl tells whether Flow has trouble',
    exit: EXIT.unavailable,
  })
}

/**
 * Flow says `{code, message}`; the message may quote what we sent, so only its number goes on. Whether the keys are at
 * fault is in the words alone.
 */
function refused(status: number, body: Record<string, unknown> | null): BotctlError {
  const said = typeof body?.message === 'string' ? body.message : ''
  const code = typeof body?.code === 'number' || typeof body?.code === 'string' ? String(body.code).slice(0, 20) : null
  if (/api.?key|signature|firma|not authorized|unauthorized|credential/i.test(said)) {
    return new BotctlError('payment_credentials', 'Flow does not accept the API key or its signature', {
      hint: 'botctl payment verify --tenant SLUG; then store the keys again with botctl payment add flow',
      exit: EXIT.configuration,
      details: { status, code },
    })
  }
  return new BotctlError('payment_rejected', 'Flow refused the request', {
    hint: 'the number in details is explained in the errors chapter of developers.flow.cl',
    details: { status, code },
  })
}
