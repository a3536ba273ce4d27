import { z } from 'zod'
import { blockShopper } from '../../../services/privacy/block-person.ts'
import { eraseShopper } from '../../../services/privacy/erase-person.ts'
import { exportPerson } from '../../../services/privacy/export-person.ts'
import { requirePerson } from '../../../services/privacy/find-person.ts'
import { acceptRequest, listRequests } from '../../../services/privacy/requests.ts'
import { pageOf, pageOfAll, pageQuery, tenantQuery } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const KINDS = ['export', 'erase', 'block'] as const
const params = z.object({ slug: z.string().max(100) })
/** In the body, never in the address: proxies write addresses down. */
const contact = z.string().min(1).max(100).describe('the shopper’s phone in full, or id')
const requested_at = z.iso.datetime().optional().describe('when the shopper asked; now without it')

/** What is stored about a person: access, erasure and blocking, with the thirty days of Ley 21.719. */
export const privacyRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/privacy-requests',
    summary: 'What shoppers asked for; without `all`, what is not answered',
    role: 'operator',
    query: z.strictObject({ ...tenantQuery, ...pageQuery, all: z.stringbool().default(false) }),
    response: pageOf(
      z.object({
        id: z.string(),
        tenant: z.string(),
        contact: z.string(),
        kind: z.enum(KINDS),
        requested_at: z.string(),
        due_at: z.string(),
        done_at: z.string().nullable(),
        state: z.enum(['open', 'overdue', 'done']),
      }),
    ),
    async handle({ store, now }, { scope, query }) {
      const all = await listRequests({ db: store.db, now }, { scope, all: query.all })
      return pageOfAll(
        all,
        query,
        (each) => each,
        (each) => `${each.due_at} ${each.id}`,
      )
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/privacy-requests',
    summary: 'Write down what a shopper asked for, to be answered within thirty days',
    role: 'agent',
    audit: null,
    params,
    body: z.strictObject({ contact, kind: z.enum(KINDS), requested_at }),
    response: z.object({ id: z.string(), due_at: z.string() }),
    async handle({ store, now }, { tenant, body, actor }) {
      const { person } = await requirePerson(store.db, { tenant: tenant!.slug, contact: body.contact })
      const data = await acceptRequest(
        { store, now, actor },
        {
          tenantId: tenant!.id,
          contactId: person.contactId,
          kind: body.kind,
          requestedAt: momentOf(body.requested_at) ?? now(),
        },
      )
      return { data, object: data.id }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/privacy/export',
    summary: 'Everything that the shop holds of a shopper; each look is written down',
    role: 'operator',
    audit: null,
    params,
    body: z.strictObject({ contact, requested_at }),
    response: z.record(z.string(), z.unknown()),
    async handle({ store, now }, { tenant, body, actor }) {
      const wanted = { tenant: tenant!.slug, contact: body.contact, requestedAt: momentOf(body.requested_at) }
      return { data: { ...(await exportPerson({ store, now, actor }, wanted)) }, object: 'contact' }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/privacy/erase',
    summary: 'Forget a shopper for good; orders stay without a person',
    role: 'operator',
    audit: null,
    params,
    body: z.strictObject({ contact, requested_at }),
    response: z.object({ erased: z.literal(true), orders_kept: z.number(), request: z.string() }),
    async handle({ store, now }, { tenant, body, actor }) {
      const wanted = { tenant: tenant!.slug, contact: body.contact, requestedAt: momentOf(body.requested_at) }
      const data = await eraseShopper({ store, now, actor }, wanted)
      return { data, object: data.request }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/privacy/block',
    summary: 'Stop using a shopper’s data without erasing it, or take that back',
    role: 'operator',
    audit: null,
    params,
    body: z.strictObject({ contact, requested_at, lift: z.boolean().default(false) }),
    response: z.object({ contact: z.string(), blocked: z.boolean() }),
    async handle({ store, now }, { tenant, body, actor }) {
      const wanted = { tenant: tenant!.slug, contact: body.contact, lift: body.lift }
      const requestedAt = momentOf(body.requested_at)
      const data = await blockShopper({ store, now, actor }, { ...wanted, requestedAt })
      return { data, object: data.contact }
    },
  }),
]

function momentOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text)
}
