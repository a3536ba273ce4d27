import { recordRequest, type RequestKind } from '../../store/privacy-requests.ts'
import { only, type TenantScope } from '../../store/scope.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'

/** What a shopper asked for, to be answered within the thirty days; who took it down stands in the audit log. */
export function acceptRequest(
  deps: { store: Store; now: () => number; actor: string },
  request: { tenantId: string; contactId: string; kind: RequestKind; requestedAt: number },
): Promise<{ id: string; due_at: string }> {
  const { tenantId, contactId, kind } = request
  return deps.store.transaction(async (trx) => {
    const recorded = await recordRequest(trx, { ...request, doneAt: null, proof: null })
    const entry = { tenantId, actor: deps.actor, action: 'privacy.request', object: contactId }
    await recordAudit(trx, { ...entry, after: { kind, due_at: recorded.due_at } }, deps.now())
    return recorded
  })
}

/** Marks what waited as done: the oldest open requests of that kind and person. */
export async function closeRequests(
  db: Db,
  request: { tenantId: string; contactId: string; kind: RequestKind; now: number; proof: string },
): Promise<number> {
  const result = await db
    .updateTable('privacy_request')
    .set({ done_at: request.now, proof: request.proof })
    .where('tenant_id', '=', request.tenantId)
    .where('contact_id', '=', request.contactId)
    .where('kind', '=', request.kind)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export interface RequestDocument {
  id: string
  tenant: string
  contact: string
  kind: RequestKind
  requested_at: string
  due_at: string
  done_at: string | null
  state: 'open' | 'overdue' | 'done'
  proof: string | null
}

/** Requests of a shop or of all, the most urgent first; without `all`, those that are not answered. */
export async function listRequests(
  deps: { db: Db; now: () => number },
  filter: { tenant?: string | undefined; scope?: TenantScope; all?: boolean },
): Promise<RequestDocument[]> {
  const scope = filter.tenant === undefined ? (filter.scope ?? null) : (await requireTenant(deps.db, filter.tenant)).id
  const rows = await deps.db
    .selectFrom('privacy_request')
    .innerJoin('tenant', 'tenant.id', 'privacy_request.tenant_id')
    .selectAll('privacy_request')
    .select('tenant.slug as slug')
    .where(() => only('privacy_request.tenant_id', scope) as never)
    .$if(filter.all !== true, (query) => query.where('done_at', 'is', null))
    .orderBy('due_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tenant: row.slug,
    contact: row.contact_id,
    kind: row.kind,
    requested_at: new Date(row.requested_at).toISOString(),
    due_at: new Date(row.due_at).toISOString(),
    done_at: row.done_at === null ? null : new Date(row.done_at).toISOString(),
    state: row.done_at !== null ? 'done' : row.due_at < deps.now() ? 'overdue' : 'open',
    proof: row.proof,
  }))
}
