import type { Readable } from 'node:stream'
import { Agent, DecoratorHandler, request, type Dispatcher } from 'undici'
import type { SendErrorClass } from './port.ts'

/** One HTTP call to a provider: what came back, or how it failed. Never throws for anything the network does. */
export type ProviderAnswer =
  | { ok: true; status: number; headers: Readonly<Record<string, string | string[] | undefined>>; text: string }
  | { ok: false; class: Extract<SendErrorClass, 'transient' | 'ambiguous'>; code: string; detail: string }

export interface ProviderRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
  /** For the whole call, connecting included. */
  deadlineMs?: number
  /** Epoch ms: once it is past, not a byte is written. */
  notAfter?: number
}

export type Requester = (request: ProviderRequest) => Promise<ProviderAnswer>

/** Providers answer sends in under two seconds; ten leaves room for a bad minute and is well under a lease (30 s). */
const DEADLINE_MS = 10_000
/** A host that does not take a connection in three seconds is down; nothing was sent, so trying again is safe. */
const CONNECT_MS = 3000
/** An answer is some hundred bytes; a page of a megabyte is not one. */
const ANSWER_MAX = 1_048_576

/** Errors of which it is certain that no byte of the request was written. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'TOO_LATE',
])

/**
 * A pool of connections to the providers. Whatever breaks after a byte may have been written is `ambiguous`: the
 * provider may have accepted it, and only its callback can tell.
 */
export function createRequester(options: { deadlineMs?: number } = {}): Requester & { close(): Promise<void> } {
  const agent = new Agent({
    connections: 64,
    // One request a connection at a time: a broken connection then leaves one send in doubt, not many.
    pipelining: 1,
    connect: { timeout: CONNECT_MS },
    // Below what load balancers keep (60 s at both), so we close first and never write into a closing connection.
    keepAliveTimeout: 20_000,
    keepAliveMaxTimeout: 50_000,
  })

  async function send(call: ProviderRequest): Promise<ProviderAnswer> {
    // Not AbortSignal.timeout: that one lives, and fires, long after the call it was for has been answered.
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), call.deadlineMs ?? options.deadlineMs ?? DEADLINE_MS)
    try {
      const answer = await request(call.url, {
        method: call.method,
        headers: call.headers,
        ...(call.body === undefined ? {} : { body: call.body }),
        dispatcher: call.notAfter === undefined ? agent : agent.compose(notAfter(call.notAfter)),
        signal: deadline.signal,
      })
      const text = await readLimited(answer.body)
      return { ok: true, status: answer.statusCode, headers: answer.headers, text }
    } catch (error) {
      return describeFailure(error)
    } finally {
      clearTimeout(timer)
    }
  }

  return Object.assign(send, { close: () => agent.destroy() })
}

/**
 * Looks at the clock when the request is about to be written, not when it was asked for: a process that was frozen in
 * between (stopped, swapped out, a paused machine) must not wake up and send what another has sent meanwhile.
 */
function notAfter(latest: number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(
      options,
      new (class extends DecoratorHandler {
        onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
          handler.onRequestStart?.(controller, context)
          if (Date.now() > latest) {
            controller.abort(
              Object.assign(new Error('the lease ended before the request was written'), { code: 'TOO_LATE' }),
            )
          }
        }
      })(handler),
    )
}

/** By events: an async iterator over an answer of one chunk costs more than all the rest of reading it. */
function readLimited(body: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > ANSWER_MAX) {
        body.destroy(Object.assign(new Error('the answer is too long'), { code: 'ANSWER_TOO_LONG' }))
      }
    })
    body.on('error', reject)
    body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    // A cut that is neither an end nor an error must not leave the caller waiting.
    body.on('close', () => reject(Object.assign(new Error('the answer broke off'), { code: 'BROKE_OFF' })))
  })
}

function describeFailure(error: unknown): ProviderAnswer {
  const code = errorCode(error)
  if (NEVER_SENT.has(code)) return { ok: false, class: 'transient', code, detail: 'could not connect' }
  const late = (error as Error).name === 'TimeoutError' || (error as Error).name === 'AbortError'
  return {
    ok: false,
    class: 'ambiguous',
    code: late ? 'DEADLINE' : code,
    detail: late ? 'no answer within the deadline' : 'the connection broke before the answer',
  }
}

/** The system's or undici's code; an AggregateError (several addresses tried) carries its parts' codes. */
function errorCode(error: unknown): string {
  const found = error as { code?: unknown; cause?: unknown; errors?: unknown[] }
  if (typeof found.code === 'string') return found.code
  if (Array.isArray(found.errors) && found.errors.length > 0) return errorCode(found.errors[0])
  if (found.cause !== undefined) return errorCode(found.cause)
  return 'NETWORK'
}
