import { BotctlError, EXIT } from '../../errors.ts'
import { closeCase, findCase, pageCases, type CaseKind, type CaseRow } from '../../store/cases.ts'
import type { TenantScope } from '../../store/scope.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'

export const CASE_KINDS = [
  'complaint',
  'return',
  'transfer_proof',
  'hand_over',
  'cancellation',
  'refund',
  'payment',
] as const satisfies readonly CaseKind[]

/** Something that needs a person, as commands and the API print it. */
export interface CaseDocument {
  id: string
  tenant: string
  kind: CaseKind
  status: 'open' | 'closed'
  /** The facts gathered, in a sentence or two. */
  summary: string
  conversation: string | null
  contact: string | null
  /** The order's number. */
  order: string | null
  opened_at: string
  closed_at: string | null
  closed_by: string | null
  /** The command that most likely deals with it. */
  next: string
}

/** Cases of a shop or of all, the oldest first; without `all`, the open ones. Throws `tenant_not_found` (66). */
export async function listCases(
  deps: { db: Db },
  filter: { tenant?: string | undefined; kind?: CaseKind | undefined; all?: boolean; limit: number },
): Promise<CaseDocument[]> {
  const tenantId = filter.tenant === undefined ? null : (await requireTenant(deps.db, filter.tenant)).id
  const status = filter.all === true ? undefined : ('open' as const)
  return (await pageCases(deps.db, { tenantId, status, kind: filter.kind, limit: filter.limit })).map(toCaseDocument)
}

/** One case, within `scope` alone where it is given. Throws `case_not_found` (66). */
export async function showCase(deps: { db: Db }, id: string, scope: TenantScope = null): Promise<CaseDocument> {
  return toCaseDocument(await requireCase(deps.db, id, scope))
}

/** Somebody has dealt with it. A closed case stays as it was closed. Throws `case_not_found` (66). */
export function closeCaseAs(
  deps: { store: Store; now: () => number; actor: string },
  wanted: { id: string; scope?: TenantScope; note?: string | undefined },
): Promise<CaseDocument> {
  return deps.store.transaction(async (trx) => {
    const before = await requireCase(trx, wanted.id, wanted.scope ?? null)
    const now = deps.now()
    const closed = await closeCase(trx, { tenantId: before.tenantId, id: before.id, by: deps.actor }, now)
    if (!closed) return toCaseDocument(before)
    await recordAudit(
      trx,
      {
        tenantId: before.tenantId,
        actor: deps.actor,
        action: 'case.close',
        object: before.id,
        before: { status: 'open', kind: before.kind },
        after: { status: 'closed', ...(wanted.note !== undefined && { note: wanted.note }) },
      },
      now,
    )
    return toCaseDocument(await requireCase(trx, before.id, before.tenantId))
  })
}

async function requireCase(db: Db, id: string, scope: TenantScope): Promise<CaseRow> {
  const found = await findCase(db, id, scope)
  if (found !== null) return found
  throw new BotctlError('case_not_found', 'there is no case with that id', {
    hint: 'botctl case list shows the open ones, with --all the closed ones too',
    exit: EXIT.notFound,
  })
}

export function toCaseDocument(row: CaseRow): CaseDocument {
  return {
    id: row.id,
    tenant: row.tenant,
    kind: row.kind,
    status: row.status,
    summary: row.summary,
    conversation: row.conversationId,
    contact: row.contactId,
    order: row.order,
    opened_at: new Date(row.createdAt).toISOString(),
    closed_at: row.closedAt === null ? null : new Date(row.closedAt).toISOString(),
    closed_by: row.closedBy,
    next: nextOf(row),
  }
}

function nextOf(row: CaseRow): string {
  const close = `botctl case close ${row.id}`
  if (row.status === 'closed') return `botctl case show ${row.id}`
  const order = row.order === null ? null : `${row.order} --tenant ${row.tenant}`
  if (order !== null && row.kind === 'transfer_proof') return `botctl order pay ${order} --manual`
  if (order !== null && row.kind === 'refund') return `botctl order refund ${order} --done`
  if (order !== null && (row.kind === 'payment' || row.kind === 'cancellation')) return `botctl order show ${order}`
  return row.conversationId === null ? close : `botctl conversation show ${row.conversationId}`
}
