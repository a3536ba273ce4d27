import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { BotctlError, EXIT } from '../../../errors.ts'
import { recordAudit } from '../../../services/audit/record-audit.ts'
import type { Identity, Logins } from '../../../services/users/log-in.ts'
import { tenantStore } from '../../../store/tenant-store.ts'
import { findTenant, type Tenant } from '../../../store/tenants.ts'
import { openApi } from './open-api.ts'
import { mayDo, type ApiDeps, type ApiRequest, type ApiRoute, type Written } from './route.ts'
import { API_ROUTES } from './routes.ts'

/** A write is a form's worth of fields: nothing here takes a megabyte. */
const API_BODY_LIMIT = 64 * 1024

export interface RegisterApiDeps extends ApiDeps {
  logins: Logins
  version: string
}

/** Puts the API's routes on the app: token, role, shop, shape, work, audit, and only what the response names. */
export function registerApi(app: FastifyInstance, deps: RegisterApiDeps): void {
  const document = openApi(API_ROUTES, deps.version)
  app.get('/docs/json', () => document)
  app.addHook('onSend', async (request, reply) => {
    // Answers are one user's own: no proxy and no browser may keep them.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  for (const route of API_ROUTES)
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyLimit ?? API_BODY_LIMIT,
      handler: (request) => answer(deps, route, request),
    })
}

async function answer(deps: RegisterApiDeps, route: ApiRoute, request: FastifyRequest): Promise<unknown> {
  const identity = await authenticate(deps.logins, request)
  if (!mayDo(identity.user.role, route.role))
    throw new BotctlError('role_missing', `this needs the role ${route.role}`, {
      hint: 'ask an owner for it',
      exit: EXIT.notAllowed,
    })
  const params = check(route.params, request.params ?? {}, 'path')
  const query = check(route.query, request.query ?? {}, 'query')
  if (!isStorable(params)) throw missing()
  const slug = (params as { slug?: string }).slug ?? (query as { tenant?: string }).tenant
  const tenant = slug === undefined ? null : await visibleTenant(deps, identity, slug)
  const body = check(route.body, request.body ?? {}, 'body')
  const asked: ApiRequest = {
    identity,
    actor: `user:${identity.user.email}`,
    tenant,
    scope: tenant?.id ?? identity.tenantIds,
    params,
    query,
    body,
  }
  // The second wall: whatever a handler's query forgets, the database shows it this user's shops alone.
  const store = asked.scope === null ? deps.store : tenantStore(deps.store, [asked.scope].flat())
  const result = await route.handle({ ...deps, store }, asked)
  if (route.audit === undefined) return cut(route.response, result)
  const written = result as Written<unknown>
  if (route.audit === null) return cut(route.response, written.data)
  await recordAudit(
    deps.store.db,
    {
      tenantId: tenant?.id ?? null,
      actor: asked.actor,
      action: route.audit,
      object: written.object,
      before: written.before,
      after: written.after,
    },
    deps.now(),
  )
  return cut(route.response, written.data)
}

async function authenticate(logins: Logins, request: FastifyRequest): Promise<Identity> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  const identity = token === undefined ? null : await logins.identify(token)
  if (identity !== null) return identity
  throw new BotctlError('token_invalid', 'a valid token is needed', {
    hint: 'POST /auth/login gives one for fifteen minutes',
    exit: EXIT.notAllowed,
    status: 401,
  })
}

/** Another's shop and no shop look the same from outside. */
async function visibleTenant(deps: ApiDeps, identity: Identity, slug: string): Promise<Tenant> {
  const tenant = await findTenant(deps.store.db, slug)
  if (tenant !== null && (identity.tenantIds === null || identity.tenantIds.includes(tenant.id))) return tenant
  throw missing()
}

function missing(): BotctlError {
  return new BotctlError('tenant_not_found', 'there is no such shop among yours', {
    hint: 'GET /api/clients lists them',
    exit: EXIT.notFound,
  })
}

/** No NUL and no lone surrogate anywhere: Postgres refuses them, so nothing that is stored can be called so. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isStorable)
}

/** Input by its schema. The answer names fields, never values: those may be anything, and come back to a screen. */
function check(schema: z.ZodObject | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(value)
  if (parsed.success && (part === 'path' || isStorable(parsed.data))) return parsed.data
  if (parsed.success && typeof (parsed.data as { tenant?: unknown }).tenant === 'string') throw missing()
  throw new BotctlError('request_invalid', `the ${part} is not as it should be`, {
    hint: 'GET /docs/json describes every route',
    details: (parsed.error?.issues ?? []).slice(0, 20).map((issue) => ({
      field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ').slice(0, 200) : part),
      problem: issue.code,
    })),
    exit: EXIT.badData,
    status: 400,
  })
}

/** What leaves: fields that the schema does not name are gone, whatever a service returned. */
function cut(schema: z.ZodType, data: unknown): unknown {
  return schema.parse(data)
}
