import { z } from 'zod'
import {
  CASE_KINDS,
  closeCaseAs,
  showCase,
  toCaseDocument,
  type CaseDocument,
} from '../../../services/cases/manage-cases.ts'
import { pageCases } from '../../../store/cases.ts'
import type { Role } from '../../../store/users.ts'
import { decodeCursor, pageOf, pageQuery, positionShape, tenantQuery, toPage } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const found = z.object({
  id: z.string(),
  tenant: z.string(),
  kind: z.enum(CASE_KINDS),
  status: z.enum(['open', 'closed']),
  summary: z.string().nullable().describe('null for viewers: shoppers’ words stand in it'),
  conversation: z.string().nullable(),
  order: z.string().nullable(),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
  closed_by: z.string().nullable(),
})
const params = z.object({ slug: z.string().max(100), case: z.string().max(100) })

/** What needs a person: complaints, returns, proofs of transfer, refunds. */
export const caseRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/cases',
    summary: 'What needs a person, the oldest first',
    role: 'viewer',
    query: z.strictObject({
      ...tenantQuery,
      ...pageQuery,
      status: z.enum(['open', 'closed']).default('open'),
      kind: z.enum(CASE_KINDS).optional(),
    }),
    response: pageOf(found),
    async handle({ store }, { scope, query, identity }) {
      const rows = await pageCases(store.db, {
        tenantId: scope,
        status: query.status,
        kind: query.kind,
        after: decodeCursor(query.cursor, positionShape),
        limit: query.limit + 1,
      })
      return toPage(
        rows,
        query.limit,
        (row) => shownTo(identity.user.role, toCaseDocument(row)),
        ({ createdAt, id }) => ({ at: createdAt, id }),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/cases/:case',
    summary: 'One case with the facts that were gathered',
    role: 'viewer',
    params,
    response: found,
    handle: async ({ store }, { tenant, params: asked, identity }) =>
      shownTo(identity.user.role, await showCase({ db: store.db }, asked.case, tenant!.id)),
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/cases/:case/close',
    summary: 'Somebody has dealt with it',
    role: 'agent',
    audit: null,
    params,
    body: z.strictObject({ note: z.string().max(300).optional() }),
    response: found,
    async handle({ store, now }, { tenant, params: asked, body, actor, identity }) {
      const wanted = { id: asked.case, scope: tenant!.id, note: body.note }
      const closed = await closeCaseAs({ store, now, actor }, wanted)
      return { data: shownTo(identity.user.role, closed), object: closed.id }
    },
  }),
]

function shownTo(role: Role, document: CaseDocument): z.input<typeof found> {
  return { ...document, summary: role === 'viewer' ? null : document.summary }
}
