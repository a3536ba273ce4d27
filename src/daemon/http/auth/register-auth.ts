import { isIP } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { LoginOutcome, Logins } from '../../../services/users/log-in.ts'
import { storableText } from '../../../store/json.ts'
import { refuse } from '../refuse.ts'

const credentials = z.union([
  z.object({ email: z.string().max(320), password: z.string().max(2000) }),
  z.object({ username: z.string().max(320), password: z.string().max(2000) }),
])
const refreshBody = z.strictObject({ refresh_token: z.string().max(200) })

/** Login, refresh, log-out. Tokens travel in bodies and headers, never in cookies: no other site can use them. */
export function registerAuth(app: FastifyInstance, deps: { logins: Logins }): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
  })
  const options = { bodyLimit: 16 * 1024 }
  app.post('/auth/login', options, async (request, reply) => {
    const parsed = credentials.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 400, 'request_invalid', 'the body needs email or username, and password')
    const login = storableText('email' in parsed.data ? parsed.data.email : parsed.data.username)
    const outcome = await deps.logins.logIn({ login, password: parsed.data.password, ip: clientAddress(request) })
    return answer(reply, outcome, 'the user is unknown or the password is wrong')
  })
  app.post('/auth/refresh', options, async (request, reply) => {
    const parsed = refreshBody.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 400, 'request_invalid', 'the body needs refresh_token')
    return answer(reply, await deps.logins.refresh(parsed.data.refresh_token), 'the refresh token is not good any more')
  })
  app.post('/auth/logout', options, async (request, reply) => {
    const parsed = refreshBody.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 400, 'request_invalid', 'the body needs refresh_token')
    await deps.logins.logOut(parsed.data.refresh_token)
    return reply.send({ logged_out: true })
  })
}

function answer(reply: FastifyReply, outcome: LoginOutcome, refusal: string): FastifyReply {
  if (outcome.outcome === 'welcome') return reply.send(outcome.session)
  if (outcome.outcome === 'refused') return refuse(reply, 401, 'credentials_invalid', refusal)
  void reply.header('retry-after', String(Math.ceil(outcome.retryAfterMs / 1000)))
  return refuse(reply, 429, 'too_many_attempts', 'too many attempts', 'wait a minute and try again')
}

/**
 * Who guesses, for the throttle alone. Behind a proxy on this machine or network it is the last address of
 * X-Forwarded-For, the one which that proxy itself saw; from anywhere else the header is the client's own claim and
 * ignored.
 */
export function clientAddress(request: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  const header = request.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1)?.trim() ?? ''
  return isPrivate(request.ip) && isIP(forwarded) !== 0 ? forwarded : request.ip
}

function isPrivate(ip: string): boolean {
  const plain = ip.replace(/^::ffff:/, '')
  return (
    plain === '::1' ||
    /^(?:127|10)\./.test(plain) ||
    plain.startsWith('192.168.') ||
    /^172\.(?:1[6-9]|2\d|3[01])\./.test(plain) ||
    /^f[cd]/i.test(plain)
  )
}
