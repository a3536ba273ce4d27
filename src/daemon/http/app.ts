import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Directory } from '../../services/channels/directory.ts'
import type { Readiness } from '../../services/health/check-readiness.ts'
import type { Snapshot } from '../../services/snapshot/types.ts'
import type { Inbox } from '../inbox/port.ts'
import { answerErrors, sendStatus } from './errors.ts'
import { registerHealth } from './health.ts'
import { registerMetaWebhook } from './meta-webhook.ts'
import { createMetrics } from './metrics.ts'
import type { Metrics } from './metrics.ts'
import { registerTestWebhook } from './test-webhook.ts'
import type { PlayTestTurn } from './test-webhook.ts'
import { registerTwilioWebhook } from './twilio-webhook.ts'

/** Adds routes to the app: payments, API, login, back office. Each in a scope of its own, with its own parsers and hooks. */
export type Routes = (app: FastifyInstance) => void | Promise<void>

export interface HttpDeps {
  inbox: Inbox
  directory: Directory
  now: () => number
  version: string
  /** What Twilio may have called: the public URL, or, where there is none, the address that is listened on. */
  publicUrls: () => readonly string[]
  testWebhook: {
    /** `--test-webhook` on a loopback address. */
    open: boolean
    token: string | null
    play: PlayTestTurn
    /** The shop of a slug, a shopper or a business number; see `test-webhook.ts`. */
    chooseTenant: (wanted: { slug: string | null; phone: string }) => Promise<string>
  }
  checkReadiness: () => Promise<Readiness>
  takeSnapshot: () => Promise<Snapshot>
  routes: readonly Routes[]
  /** What must not happen: an error that no one expected. The request's data is not in it. */
  onBug: (error: unknown, route: string) => void
}

/** Meta's largest webhook is 3 MB; above 4 MB nobody honest sends. Refused by its length, before it is buffered. */
export const BODY_LIMIT = 4 * 1024 * 1024
/** A provider sends its few kilobytes at once. Half a request after 15 s is someone holding a connection. */
const REQUEST_TIMEOUT_MS = 15_000
const HEADERS_TIMEOUT_MS = 8000
/** Longer than the 60 s of common proxies: the side that reuses a connection must be the first to close it. */
const KEEP_ALIVE_MS = 72_000

export interface HttpApp {
  app: FastifyInstance
  metrics: Metrics
}

/** The whole HTTP surface, not listening: `serve` listens, tests inject. */
export function createHttp(deps: HttpDeps): HttpApp {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Never from proxy headers: who is local decides about the test webhook.
    trustProxy: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      // How often Node looks for requests past their time; its own 30 s would keep slow ones three times as long.
      connectionsCheckingInterval: 2000,
      // A request line and headers of 16 kB are more than any provider's.
      maxHeaderSize: 16_384,
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that is no address (`/%zz`): fastify has no route to ask, so it asks here.
    frameworkErrors: (_error, _request, reply) => {
      sendStatus(reply, 400)
    },
  })
  const metrics = createMetrics({ takeSnapshot: deps.takeSnapshot, now: deps.now })
  answerErrors(app, deps.onBug)
  registerHealth(app, { ...deps, metrics })
  void app.register(async (scope) => {
    takeRawBodies(scope)
    registerMetaWebhook(scope, { ...deps, metrics })
    registerTwilioWebhook(scope, { ...deps, metrics })
    registerTestWebhook(scope, deps.testWebhook)
  })
  for (const routes of deps.routes) void app.register(async (scope) => routes(scope))
  return { app, metrics }
}

/** Signatures are over bytes, so webhooks get bytes, whatever the content type says. */
function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  // The two that providers send are named so that fastify finds them by their text; `*` is looked up the long way.
  for (const type of ['application/json', 'application/x-www-form-urlencoded', '*']) {
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body)
    })
  }
}
