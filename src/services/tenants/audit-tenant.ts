import type { Db, Store } from '../../store/store.ts'
import { recordBy } from '../audit/record-audit.ts'
import type { TenantDocument } from './describe-tenant.ts'

export interface TenantDeps {
  store: Store
  now: () => number
  /** Who does it, for the audit log; without it the caller writes it down (the API does, for every route). */
  actor?: string | undefined
}

/** In the change's own transaction: neither is there without the other. */
export async function auditTenant(
  trx: Db,
  deps: TenantDeps,
  action: string,
  change: { tenantId: string; slug: string; before?: TenantDocument; after?: TenantDocument },
): Promise<void> {
  const { tenantId, slug: object, before, after } = change
  await recordBy(deps, trx, { tenantId, action, object, before, after })
}
