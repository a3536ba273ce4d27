import { z } from 'zod'
import { listAudit } from '../../../services/audit/record-audit.ts'
import {
  changePassword,
  createUser,
  listUserDocuments,
  requireUser,
  setUserStatus,
  toUserDocument,
  updateUserRights,
} from '../../../services/users/manage-users.ts'
import { decodeCursor, pageOf, pageQuery, tenantQuery, toPage } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const role = z.enum(['owner', 'operator', 'agent', 'viewer'])
const user = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  status: z.enum(['active', 'disabled']),
  tenants: z.array(z.string()).nullable().describe('slugs; null is all'),
})
const params = z.object({ id: z.string().regex(/^usr_[a-z0-9]{20}$/) })
const password = z.string().min(10).max(512)
const slugs = z.array(z.string().max(100)).max(1000)

export const userRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/me',
    summary: 'The user of this token',
    role: 'viewer',
    response: user,
    handle: async (_deps, { identity }) => toUserDocument(identity.user),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/users',
    summary: 'Everyone who may log in',
    role: 'owner',
    response: z.object({ items: z.array(user), next_cursor: z.null() }),
    handle: async ({ store }) => ({ items: await listUserDocuments(store.db), next_cursor: null }),
  }),
  defineWrite({
    method: 'POST',
    path: '/api/users',
    summary: 'Give a person a login',
    role: 'owner',
    audit: null,
    body: z.strictObject({
      email: z.string().max(254),
      name: z.string().max(200).default(''),
      role,
      tenants: slugs.default([]),
      password,
    }),
    response: user,
    async handle(deps, { body, actor }) {
      const made = await createUser({ ...deps, actor }, body)
      return { data: made, object: made.id, after: made }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/users/:id',
    summary: 'One user',
    role: 'owner',
    params,
    response: user,
    handle: async ({ store }, { params: { id } }) => toUserDocument(await requireUser(store.db, id)),
  }),
  defineWrite({
    method: 'PATCH',
    path: '/api/users/:id',
    summary: 'Change role, shops or name, shut out or let in again',
    role: 'owner',
    audit: null,
    params,
    body: z.strictObject({
      name: z.string().min(1).max(200).optional(),
      role: role.optional(),
      tenants: slugs.optional(),
      status: z.enum(['active', 'disabled']).optional(),
    }),
    response: user,
    async handle(deps, { params: { id }, body, actor }) {
      const { status, ...rights } = body
      const by = { ...deps, actor }
      let after = toUserDocument(await requireUser(deps.store.db, id))
      const before = after
      if (Object.keys(rights).length > 0) after = await updateUserRights(by, id, rights)
      if (status !== undefined) after = await setUserStatus(by, id, status)
      return { data: after, object: id, before, after }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/users/:id/password',
    summary: 'Set a new password; all tokens of the user end',
    role: 'owner',
    audit: null,
    params,
    body: z.strictObject({ password }),
    response: user,
    async handle(deps, { params: { id }, body, actor }) {
      return { data: await changePassword({ ...deps, actor }, id, body.password), object: id }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/audit',
    summary: 'Who changed what, the newest first',
    role: 'operator',
    query: z.strictObject({ ...tenantQuery, ...pageQuery, action: z.string().max(100).optional() }),
    response: pageOf(
      z.object({
        at: z.string(),
        tenant: z.string().nullable(),
        actor: z.string(),
        action: z.string(),
        object: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    async handle({ store }, { scope, query }) {
      const rows = await listAudit(store.db, {
        tenantId: scope,
        limit: query.limit + 1,
        beforeId: decodeCursor(query.cursor, z.number().int()) ?? undefined,
        action: query.action,
      })
      return toPage(
        rows,
        query.limit,
        (entry) => ({ ...entry, at: new Date(entry.at).toISOString() }),
        (row) => row.id,
      )
    },
  }),
]
