import { fromJson } from '../../store/json.ts'
import { listConsents } from '../../store/consent.ts'
import type { Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { showOrder } from '../orders/show-order.ts'
import { requirePerson } from './find-person.ts'
import { recordRequest } from '../../store/privacy-requests.ts'
import { closeRequests } from './requests.ts'

interface Deps {
  store: Store
  now: () => number
  actor: string
}

export interface PersonExport {
  shop: string
  exported_at: string
  person: { phone: string | null; id: string | null; name: string | null; other_numbers: string[]; remembered: unknown }
  consents: Array<{ purpose: string; granted: boolean; proof: string; at: string }>
  conversations: Array<{ at: string; author: string; text: string; answers: string[] }>
  messages_waiting: Array<{ at: string; text: string }>
  orders: unknown[]
  cases: Array<{ at: string; kind: string; summary: string; status: string }>
  requests: Array<{ kind: string; requested_at: string; done_at: string | null }>
}

/**
 * All that a shop holds of a shopper, in a form that another program can read: the right of access and portability.
 * Throws `contact_not_found` (66).
 */
export async function exportPerson(
  deps: Deps,
  wanted: { tenant: string; contact: string; requestedAt?: number | undefined },
): Promise<PersonExport> {
  const { store } = deps
  const { db } = store
  const now = deps.now()
  const { tenant, person } = await requirePerson(db, wanted)
  const mine = { tenantId: tenant.id, contactId: person.contactId }
  const contact = await db
    .selectFrom('contact')
    .select('data')
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', person.contactId)
    .executeTakeFirstOrThrow()
  const conversations = person.conversationIds.length === 0 ? [''] : person.conversationIds
  const history = await db
    .selectFrom('conversation_history')
    .select(['created_at', 'author', 'text', 'replies'])
    .where('tenant_id', '=', tenant.id)
    .where('conversation_id', 'in', conversations)
    .orderBy('id')
    .execute()
  const waiting = await db
    .selectFrom('outbox')
    .select(['created_at', 'body'])
    .where('tenant_id', '=', tenant.id)
    .where('conversation_id', 'in', conversations)
    .where('status', 'in', ['queued', 'sending', 'waiting'])
    .orderBy('id')
    .execute()
  const numbers = await db
    .selectFrom('orders')
    .select('number')
    .where('tenant_id', '=', tenant.id)
    .where('contact_id', '=', person.contactId)
    .orderBy('placed_at')
    .execute()
  const orders = []
  for (const { number } of numbers) orders.push(await showOrder({ db }, { tenant: tenant.slug, number }))
  const cases = await db
    .selectFrom('support_case')
    .select(['created_at', 'kind', 'summary', 'status'])
    .where('tenant_id', '=', tenant.id)
    .where('contact_id', '=', person.contactId)
    .orderBy('created_at')
    .execute()
  const requests = await db
    .selectFrom('privacy_request')
    .select(['kind', 'requested_at', 'done_at'])
    .where('tenant_id', '=', tenant.id)
    .where('contact_id', '=', person.contactId)
    .orderBy('requested_at')
    .execute()
  const consents = await listConsents(db, mine)
  const proof = `${history.length} turns, ${orders.length} orders`
  await store.transaction(async (trx) => {
    const closed = await closeRequests(trx, { ...mine, kind: 'export', now, proof })
    if (closed === 0) {
      await recordRequest(trx, { ...mine, kind: 'export', requestedAt: wanted.requestedAt ?? now, doneAt: now, proof })
    }
    await recordAudit(
      trx,
      { tenantId: tenant.id, actor: deps.actor, action: 'privacy.export', object: person.contactId },
      now,
    )
  })
  return {
    shop: tenant.name,
    exported_at: new Date(now).toISOString(),
    person: {
      phone: person.phone,
      id: person.userId,
      name: person.name,
      other_numbers: person.aliases,
      remembered: fromJson<unknown>(contact.data),
    },
    consents: consents.map(({ at, ...consent }) => ({ ...consent, at: iso(at) })),
    conversations: history.map((row) => ({
      at: iso(row.created_at),
      author: row.author,
      text: row.text,
      answers: fromJson<Array<{ text?: string }>>(row.replies).map((reply) => reply.text ?? ''),
    })),
    messages_waiting: waiting.map((row) => ({
      at: iso(row.created_at),
      text: fromJson<{ reply: { text?: string } }>(row.body).reply.text ?? '',
    })),
    orders,
    cases: cases.map(({ created_at, ...each }) => ({ at: iso(created_at), ...each })),
    requests: requests.map((row) => ({
      kind: row.kind,
      requested_at: iso(row.requested_at),
      done_at: row.done_at === null ? null : iso(row.done_at),
    })),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
