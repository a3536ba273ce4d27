import { z } from 'zod'
import { takeSnapshot } from '../../../services/snapshot/take-snapshot.ts'
import { BotctlError, EXIT } from '../../../errors.ts'
import { createTenantCreator } from '../../../services/tenants/create-tenant.ts'
import { createTenantRemover } from '../../../services/tenants/delete-tenant.ts'
import { TENANT_TYPES } from '../../../services/tenants/tenant-input.ts'
import { changeSettings, showSettings } from '../../../services/tenants/tenant-settings.ts'
import { toTenantDocument } from '../../../services/tenants/describe-tenant.ts'
import { createTenantUpdater } from '../../../services/tenants/update-tenant.ts'
import { listTenants } from '../../../store/tenants.ts'
import { tenantQuery } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const shop = z.object({
  slug: z.string(),
  name: z.string(),
  type: z.string(),
  phone: z.string().nullable(),
  status: z.enum(['active', 'paused']),
  timezone: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
})
const slug = z.object({ slug: z.string().max(100) })

const settings = z.object({
  settings: z.array(
    z.object({
      key: z.string(),
      value: z.union([z.number(), z.string()]).nullable(),
      default: z.union([z.number(), z.string()]).nullable(),
      set: z.boolean(),
      allowed: z.string(),
      help: z.string(),
    }),
  ),
})

const today = z.object({
  at: z.string(),
  tenant: z.string().nullable(),
  state: z.enum(['serving', 'troubled', 'stopped']),
  findings: z.array(z.object({ level: z.string(), code: z.string(), text: z.string() })),
  messages: z.object({ in_per_second: z.number(), out_per_second: z.number() }),
  latency_ms: z.object({ p50: z.number().nullable(), p95: z.number().nullable(), p99: z.number().nullable() }),
  inbox: z.object({ depth: z.number(), oldest_age_ms: z.number().nullable() }),
  outbox: z.object({ depth: z.number(), oldest_age_ms: z.number().nullable() }),
  dead_letters: z.number(),
  waiting: z.number(),
  orders: z.number(),
  paid: z.number(),
  revenue: z.number(),
  funnel: z.object({ chat: z.number(), cart: z.number(), link: z.number(), paid: z.number() }),
})

export const shopRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/clients',
    summary: 'The shops that the user may see',
    role: 'viewer',
    response: z.object({ items: z.array(shop), next_cursor: z.null() }),
    async handle({ store }, { scope }) {
      const all = await listTenants(store.db)
      const mine = scope === null ? all : all.filter((tenant) => scope.includes(tenant.id))
      return { items: mine.map(toTenantDocument), next_cursor: null }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug',
    summary: 'One shop',
    role: 'viewer',
    params: slug,
    response: shop,
    handle: async (_deps, { tenant }) => toTenantDocument(tenant!),
  }),
  defineWrite({
    method: 'PATCH',
    path: '/api/clients/:slug',
    summary: 'Rename, pause or resume a shop',
    role: 'operator',
    audit: null,
    params: slug,
    body: z.strictObject({
      name: z.string().min(1).max(200).optional(),
      type: z.enum(TENANT_TYPES).optional(),
      phone: z.string().max(40).optional().describe('its own WhatsApp number, +56…'),
      timezone: z.string().max(100).optional(),
      status: z.enum(['active', 'paused']).optional(),
    }),
    response: shop,
    async handle({ store, now }, { tenant, body, actor }) {
      const { after } = await createTenantUpdater({ store, now, actor })(tenant!.slug, body)
      return { data: toTenantDocument(after), object: after.slug }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients',
    summary: 'Open a shop, with a first profile and a local channel to try it on',
    role: 'owner',
    audit: null,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      slug: z.string().max(63).optional().describe('made of the name without it'),
      type: z.enum(TENANT_TYPES).default('other'),
      phone: z.string().max(40).optional().describe('its own WhatsApp number, +56…'),
      timezone: z.string().max(100).optional(),
    }),
    response: shop,
    async handle({ store, now }, { body, actor }) {
      const made = await createTenantCreator({ store, now, actor })(body)
      return { data: toTenantDocument(made), object: made.slug }
    },
  }),
  defineWrite({
    method: 'DELETE',
    path: '/api/clients/:slug',
    summary: 'Remove a shop and everything that belongs to it, for good',
    role: 'owner',
    audit: null,
    params: slug,
    query: z.strictObject({ confirm: z.string().max(100).describe('the slug once more') }),
    response: z.object({ deleted: z.string() }),
    async handle({ store, now }, { tenant, query, actor }) {
      if (query.confirm !== tenant!.slug) {
        throw new BotctlError('not_confirmed', 'that is not the slug of the shop: nothing was removed', {
          hint: 'give the slug once more as ?confirm=',
          exit: EXIT.badData,
          status: 400,
        })
      }
      const { tenant: gone } = await createTenantRemover({ store, now, actor })(tenant!.slug)
      return { data: { deleted: gone.slug }, object: gone.slug }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/settings',
    summary: 'Its rules for money and care, each with its default',
    role: 'operator',
    params: slug,
    response: settings,
    handle: ({ store }, { tenant }) => showSettings({ db: store.db }, tenant!.slug),
  }),
  defineWrite({
    method: 'PATCH',
    path: '/api/clients/:slug/settings',
    summary: 'Change rules for money and care, all or none; `default` puts one back',
    role: 'operator',
    audit: null,
    params: slug,
    body: z.strictObject({ changes: z.record(z.string().max(60), z.string().max(600)) }),
    response: settings,
    async handle({ store, now }, { tenant, body, actor }) {
      const data = await changeSettings({ store, now, actor }, { tenant: tenant!.slug, changes: body.changes })
      return { data, object: tenant!.slug }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/today',
    summary: 'Today’s figures, by the shop’s own midnight',
    role: 'viewer',
    query: z.strictObject(tenantQuery),
    response: today,
    async handle({ store, now }, { scope, tenant }) {
      const snapshot = await takeSnapshot({ db: store.db }, { now: now(), tenantId: scope })
      return {
        at: new Date(snapshot.at).toISOString(),
        tenant: tenant?.slug ?? null,
        state: snapshot.health.state,
        findings: snapshot.health.findings,
        messages: {
          in_per_second: snapshot.messages.inPerSecond,
          out_per_second: snapshot.messages.outPerSecond,
        },
        latency_ms: snapshot.latency,
        inbox: { depth: snapshot.inbox.depth, oldest_age_ms: snapshot.inbox.oldestAgeMs },
        outbox: { depth: snapshot.outbox.depth, oldest_age_ms: snapshot.outbox.oldestAgeMs },
        dead_letters: snapshot.deadLetters,
        waiting: snapshot.waiting,
        orders: snapshot.today.orders,
        paid: snapshot.today.paid,
        revenue: snapshot.today.revenue,
        funnel: snapshot.today.funnel,
      }
    },
  }),
]
