import type { FastifyInstance, FastifyReply } from 'fastify'
import { BotctlError, toErrorDocument } from '../../errors.ts'
import { databaseUnavailable, isDatabaseAway } from '../database-errors.ts'

/** A provider waits this long (seconds) before it delivers again, at the least. */
const RETRY_AFTER_SECONDS = '5'

/**
 * Every error as `{"error":{code,message,hint}}` and nothing of its inside: no stack, no input, no SQL. What fastify
 * refuses keeps its status (400, 413, 415 …); a database that is away is a 503; what nobody expected is a 500 and goes to
 * `onBug`.
 */
export function answerErrors(app: FastifyInstance, onBug: (error: unknown, route: string) => void): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof BotctlError) return sendError(reply, error.status, error)
    const status = (error as { statusCode?: unknown }).statusCode
    if (typeof status === 'number' && status >= 400 && status < 500) return sendStatus(reply, status)
    // Whatever route asked it: nobody's request is to blame, and the same one works once it is back.
    if (isDatabaseAway(error)) return sendError(reply, 503, databaseUnavailable(error))
    onBug(error, request.routeOptions.url ?? 'unknown')
    return reply.code(500).send(toErrorDocument(error))
  })
  app.setNotFoundHandler((_request, reply) => sendStatus(reply, 404))
}

export function sendError(reply: FastifyReply, status: number, error: BotctlError): FastifyReply {
  if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS)
  return reply.code(status).send(toErrorDocument(error))
}

/** Fixed words a status: fastify's own may repeat the input. */
const WORDS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  404: ['not_found', 'there is nothing here'],
  405: ['method_not_allowed', 'this method is not allowed here'],
  408: ['too_slow', 'the request did not arrive in time'],
  413: ['too_large', 'the body is larger than 4 MB'],
  414: ['too_long', 'the address is too long'],
  415: ['media_type_unknown', 'this content type is not accepted here'],
}

export function sendStatus(reply: FastifyReply, status: number): FastifyReply {
  const [code, message] = WORDS[status] ?? ['bad_request', 'the request is malformed']
  return reply.code(status).send({ error: { code, message, hint: null } })
}
