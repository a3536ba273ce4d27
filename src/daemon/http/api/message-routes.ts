import { z } from 'zod'
import { dropDeadLetter, retryDeadLetter } from '../../../services/snapshot/dead-letters.ts'
import { listDeadLetters } from '../../../services/snapshot/read-lists.ts'
import { tenantQuery } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const params = z.object({
  slug: z.string().max(100),
  letter: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
})
const done = z.object({ id: z.number(), status: z.string() })

export const messageRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/dead-letters',
    summary: 'Replies that were given up on, the newest 200; personal data is masked',
    role: 'viewer',
    query: z.strictObject(tenantQuery),
    response: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          tenant: z.string(),
          conversation: z.string(),
          who: z.string(),
          text: z.string(),
          error: z.string().nullable(),
          attempts: z.number(),
          created_at: z.string(),
        }),
      ),
      next_cursor: z.null(),
    }),
    async handle({ store }, { scope }) {
      const letters = await listDeadLetters(store.db, { tenantId: scope })
      return {
        items: letters.map((letter) => ({
          id: letter.id,
          tenant: letter.tenant,
          conversation: letter.conversation,
          who: letter.who,
          text: letter.text,
          error: letter.errorCode ?? letter.errorClass,
          attempts: letter.attempts,
          created_at: new Date(letter.createdAt).toISOString(),
        })),
        next_cursor: null,
      }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/dead-letters/:letter/retry',
    summary: 'Put a dead letter back into the queue',
    role: 'operator',
    audit: null,
    params,
    response: done,
    async handle(deps, { tenant, params: { letter }, actor }) {
      await retryDeadLetter({ ...deps, actor }, { tenantId: tenant!.id, id: letter })
      return { data: { id: letter, status: 'queued' }, object: String(letter) }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/dead-letters/:letter/drop',
    summary: 'Give a dead letter up for good',
    role: 'operator',
    audit: null,
    params,
    response: done,
    async handle(deps, { tenant, params: { letter }, actor }) {
      await dropDeadLetter({ ...deps, actor }, { tenantId: tenant!.id, id: letter })
      return { data: { id: letter, status: 'dropped' }, object: String(letter) }
    },
  }),
]
