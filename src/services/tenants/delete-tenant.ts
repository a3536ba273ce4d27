import { countTenant, deleteTenant, requireTenant } from '../../store/tenants.ts'
import type { Tenant, TenantCounts } from '../../store/tenants.ts'
import { auditTenant } from './audit-tenant.ts'
import type { TenantDeps } from './audit-tenant.ts'
import { toTenantDocument } from './describe-tenant.ts'

/** Removes a shop and all that is its own, in one transaction. Throws `tenant_not_found`, exit 66. */
export function createTenantRemover(
  deps: TenantDeps,
): (slug: string) => Promise<{ tenant: Tenant; removed: TenantCounts }> {
  return (slug) =>
    deps.store.transaction(async (trx) => {
      const tenant = await requireTenant(trx, slug)
      const removed = await countTenant(trx, tenant.id)
      await deleteTenant(deps.store, trx, tenant.id)
      await auditTenant(trx, deps, 'tenant.delete', { tenantId: tenant.id, slug, before: toTenantDocument(tenant) })
      return { tenant, removed }
    })
}
