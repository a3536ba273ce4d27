import type { z } from 'zod'
import type { Log } from '../../../log.ts'
import type { SecretBox } from '../../../secrets.ts'
import type { EnvironmentAccounts } from '../../../services/channels/environment.ts'
import type { Identity } from '../../../services/users/log-in.ts'
import type { Store } from '../../../store/store.ts'
import type { Tenant } from '../../../store/tenants.ts'
import type { Role } from '../../../store/users.ts'

/** What the routes work with. */
export interface ApiDeps {
  store: Store
  now: () => number
  log: Log
  /** Where local payment links point to. */
  baseUrl: string
  /** Seals what shops' accounts need; nothing that is sealed ever leaves. */
  secrets: SecretBox
  /** The accounts that shops without one of their own use. */
  environment: EnvironmentAccounts
}

/** A request that was let in: who asks, which shops they may see, and which one the path or query names. */
export interface ApiRequest<Params = unknown, Query = unknown, Body = unknown> {
  identity: Identity
  /** `user:<e-mail>`, for the audit log and for who holds a conversation. */
  actor: string
  /** The shop of `:slug` or `?tenant=`, checked against the user's own. */
  tenant: Tenant | null
  /** That shop, or all that the user may see; null is all there are. */
  scope: string | readonly string[] | null
  params: Params
  query: Query
  body: Body
}

/** What a write answers: the document, and what the audit log keeps of it. */
export interface Written<Data> {
  data: Data
  object: string
  before?: unknown
  after?: unknown
}

/** One route of the API as data: the app, OpenAPI and the test that walks them all are made from the same list. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Fastify's form; `:slug` is always a shop. */
  path: string
  summary: string
  /** The least role that may; a path with `:slug` also needs that shop to be the user's. */
  role: Role
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  /** What leaves: fields that are not named here never do. */
  response: z.ZodType
  /** The audit log's word for it; null where the service writes it down itself. Reads have none. */
  audit?: string | null
  /** Bytes, where a form's worth is not enough. */
  bodyLimit?: number
  /** Answers the document; a write answers `Written`. */
  handle: (deps: ApiDeps, request: ApiRequest) => Promise<unknown>
}

/** Types a route's handler by its schemas; at run time the route itself. */
export function defineRoute<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  R extends z.ZodType,
>(route: {
  method: 'GET'
  path: string
  summary: string
  role: Role
  params?: P
  query?: Q
  body?: B
  response: R
  handle: (deps: ApiDeps, request: ApiRequest<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<z.input<R>>
}): ApiRoute {
  return route as unknown as ApiRoute
}

/** The same for a route that changes something: it must say what the audit log keeps. */
export function defineWrite<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  R extends z.ZodType,
>(route: {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  role: Role
  audit: string | null
  bodyLimit?: number
  params?: P
  query?: Q
  body?: B
  response: R
  handle: (deps: ApiDeps, request: ApiRequest<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Written<z.input<R>>>
}): ApiRoute {
  return route as unknown as ApiRoute
}

const RANK: Readonly<Record<Role, number>> = { viewer: 0, agent: 1, operator: 2, owner: 3 }

/** True where `role` may do what needs `least`. */
export function mayDo(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least]
}
