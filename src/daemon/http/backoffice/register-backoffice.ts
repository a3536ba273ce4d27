import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** The page's files, next to `dist` and `src` alike. */
const FOLDER = new URL('../../../../assets/backoffice/', import.meta.url)

const FILES = {
  '/backoffice': ['index.html', 'text/html; charset=utf-8'],
  '/backoffice/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/backoffice/style.css': ['style.css', 'text/css; charset=utf-8'],
} as const

/** Nothing but its own three files and its own API: an injected script would find no way in and no way out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The shop owners' page. Three fixed files: no path of a request ever reaches the disk. */
export function registerBackoffice(app: FastifyInstance): void {
  app.get('/', (_request, reply) => reply.redirect('/backoffice', 302))
  for (const [path, [file, type]] of Object.entries(FILES)) {
    const body = readFileSync(new URL(file, FOLDER))
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    app.get(path, (request, reply) => {
      void reply.headers({
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
        // Always asked again, answered with 304: a new release shows at once.
        'cache-control': 'no-cache',
        etag: tag,
      })
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()
      return reply.type(type).send(body)
    })
  }
}
