import { only, type TenantScope } from './scope.ts'
import type { Db } from './store.ts'

export interface AuditRow {
  id: number
  tenantId: string | null
  tenant: string | null
  actor: string
  action: string
  object: string
  before: string | null
  after: string | null
  at: number
}

export async function insertAudit(db: Db, row: Omit<AuditRow, 'id' | 'tenant'>): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      tenant_id: row.tenantId,
      actor: row.actor,
      action: row.action,
      object: row.object,
      before: row.before,
      after: row.after,
      at: row.at,
    })
    .execute()
}

/** Newest first; `before` pages on. */
export async function readAudit(
  db: Db,
  query: {
    tenantId: TenantScope
    limit: number
    beforeId?: number | undefined
    since?: number | undefined
    actor?: string | undefined
    action?: string | undefined
  },
): Promise<AuditRow[]> {
  let rows = db
    .selectFrom('audit')
    .leftJoin('tenant', 'tenant.id', 'audit.tenant_id')
    .select([
      'audit.id',
      'audit.tenant_id as tenantId',
      'tenant.slug as tenant',
      'audit.actor',
      'audit.action',
      'audit.object',
      'audit.before',
      'audit.after',
      'audit.at',
    ])
    .where(() => only('audit.tenant_id', query.tenantId) as never)
    .orderBy('audit.id', 'desc')
    .limit(query.limit)
  if (query.beforeId !== undefined) rows = rows.where('audit.id', '<', query.beforeId)
  if (query.since !== undefined) rows = rows.where('audit.at', '>=', query.since)
  if (query.actor !== undefined) rows = rows.where('audit.actor', '=', query.actor)
  if (query.action !== undefined) rows = rows.where('audit.action', '=', query.action)
  return rows.execute()
}
