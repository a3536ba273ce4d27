import { z } from 'zod'
import { createChannelAdder } from '../../../services/channels/add-channel.ts'
import { toChannelDocument } from '../../../services/channels/list-channels.ts'
import { createChannelRemover } from '../../../services/channels/remove-channel.ts'
import { listChannels } from '../../../store/channels.ts'
import { pageOf, pageOfAll, pageQuery, tenantQuery } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const channel = z.object({
  id: z.string(),
  tenant: z.string(),
  provider: z.enum(['meta', 'twilio', 'local']),
  address: z.string(),
  account: z.enum(['own', 'environment', 'none']).describe('whose credentials it uses; they never leave'),
  status: z.enum(['active', 'disabled', 'blocked']),
  blocked_until: z.string().nullable(),
  blocked_reason: z.string().nullable(),
  webhook_url: z.string(),
  created_at: z.string(),
})
const added = z.object({
  id: z.string(),
  tenant: z.string(),
  provider: z.enum(['meta', 'twilio']),
  address: z.string(),
  account: z.enum(['own', 'environment']),
  created: z.boolean(),
  webhook_url: z.string(),
})
const key = z.string().min(1).max(2000)

export const channelRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/channels',
    summary: 'Ways to WhatsApp, without their secrets',
    role: 'operator',
    query: z.strictObject({ ...tenantQuery, ...pageQuery }),
    response: pageOf(channel),
    async handle({ store, baseUrl, now }, { scope, query }) {
      const all = await listChannels(store.db, typeof scope === 'string' ? { tenantId: scope } : {})
      const mine = scope === null ? all : all.filter((each) => [scope].flat().includes(each.tenantId))
      return pageOfAll(
        mine,
        query,
        (each) => toChannelDocument(each, baseUrl, now()),
        ({ id }) => id,
      )
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/channels/meta',
    summary: 'Connect the shop through Meta, or replace its credentials; none given: those of the installation',
    role: 'operator',
    audit: null,
    params: z.object({ slug: z.string().max(100) }),
    // A verify token of its own is the caller's: an answer never holds one.
    body: z.strictObject({
      phone_number_id: z.string().max(64),
      credentials: z
        .strictObject({ access: key, app: key, verify: key })
        .optional()
        .describe('access token, app secret and verify token'),
    }),
    response: added,
    async handle(deps, { tenant, body, actor }) {
      const given = body.credentials
      const secrets = given && { token: given.access, appSecret: given.app, verifyToken: given.verify }
      return add(deps, actor, { tenant: tenant!.slug, provider: 'meta', address: body.phone_number_id, secrets })
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/channels/twilio',
    summary: 'Connect the shop through Twilio, or replace its credentials; none given: those of the installation',
    role: 'operator',
    audit: null,
    params: z.object({ slug: z.string().max(100) }),
    body: z.strictObject({
      number: z.string().max(40),
      credentials: z.strictObject({ account_sid: key, auth: key }).optional().describe('account SID and auth token'),
    }),
    response: added,
    async handle(deps, { tenant, body, actor }) {
      const given = body.credentials
      const secrets = given && { accountSid: given.account_sid, authToken: given.auth }
      return add(deps, actor, { tenant: tenant!.slug, provider: 'twilio', address: body.number, secrets })
    },
  }),
  defineWrite({
    method: 'DELETE',
    path: '/api/clients/:slug/channels/:channel',
    summary: 'Take a way to WhatsApp from the shop, its credentials with it',
    role: 'operator',
    audit: null,
    params: z.object({ slug: z.string().max(100), channel: z.string().max(100) }),
    response: z.object({ id: z.string(), removed: z.literal(true) }),
    async handle({ store, now }, { tenant, params, actor }) {
      const wanted = { channel: params.channel, tenant: tenant!.slug }
      const data = await createChannelRemover({ store, now, actor })(wanted)
      return { data, object: data.id }
    },
  }),
]

async function add(
  { store, now, baseUrl, secrets: box, environment }: Parameters<ApiRoute['handle']>[0],
  actor: string,
  wanted: {
    tenant: string
    provider: 'meta' | 'twilio'
    address: string
    secrets: Record<string, string> | undefined
  },
) {
  const adder = createChannelAdder({ store, now, actor, baseUrl, environment, secretBox: async () => box })
  const data = await adder({ ...wanted, secrets: wanted.secrets ?? {} })
  return { data, object: data.id }
}
