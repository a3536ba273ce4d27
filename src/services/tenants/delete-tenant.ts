import type { Store } from '../../store/store.ts'
import { countTenant, deleteTenant, requireTenant } from '../../store/tenants.ts'
import type { Tenant, TenantCounts } from '../../store/tenants.ts'

/** Removes a shop and all that is its own, in one transaction. Throws `tenant_not_found`, exit 66. */
export function createTenantRemover(deps: {
  store: Store
}): (slug: string) => Promise<{ tenant: Tenant; removed: TenantCounts }> {
  return (slug) =>
    deps.store.transaction(async (trx) => {
      const tenant = await requireTenant(trx, slug)
      const removed = await countTenant(trx, tenant.id)
      await deleteTenant(deps.store, trx, tenant.id)
      return { tenant, removed }
    })
}
