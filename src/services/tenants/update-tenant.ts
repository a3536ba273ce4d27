import { BotctlError, EXIT } from '../../errors.ts'
import { requireTenant, updateTenant } from '../../store/tenants.ts'
import type { Tenant, TenantChange } from '../../store/tenants.ts'
import { auditTenant } from './audit-tenant.ts'
import type { TenantDeps } from './audit-tenant.ts'
import { inUse } from './create-tenant.ts'
import { toTenantDocument } from './describe-tenant.ts'
import { checkName, checkPhone, checkTimezone, checkType } from './tenant-input.ts'

export interface TenantUpdate {
  name?: string | undefined
  type?: string | undefined
  phone?: string | undefined
  timezone?: string | undefined
  /** `paused`: messages are kept and not answered until it is `active` again. */
  status?: 'active' | 'paused' | undefined
}

/**
 * Changes what is given; a shop that is already so is not touched. Returns the shop as it is afterwards.
 * Throws `tenant_not_found` (66), `nothing_to_change` (64), or what `create` throws for a wrong value (65).
 */
export function createTenantUpdater(
  deps: TenantDeps,
): (slug: string, update: TenantUpdate) => Promise<{ before: Tenant; after: Tenant }> {
  return async (slug, update) => {
    const change: TenantChange = {
      ...(update.name === undefined ? {} : { name: checkName(update.name) }),
      ...(update.type === undefined ? {} : { type: checkType(update.type) }),
      ...(update.phone === undefined ? {} : { phone: checkPhone(update.phone) }),
      ...(update.timezone === undefined ? {} : { timezone: checkTimezone(update.timezone) }),
      ...(update.status === undefined ? {} : { status: update.status }),
    }
    if (Object.keys(change).length === 0) {
      throw new BotctlError('nothing_to_change', 'nothing to change was given', {
        hint: 'give at least one of --name, --type, --phone, --timezone',
        exit: EXIT.usage,
      })
    }
    return deps.store
      .transaction(async (trx) => {
        const before = await requireTenant(trx, slug)
        const differs = (Object.keys(change) as Array<keyof TenantChange>).some((key) => change[key] !== before[key])
        if (!differs) return { before, after: before }
        await updateTenant(trx, before.id, change, deps.now())
        const after = await requireTenant(trx, slug)
        await auditTenant(trx, deps, 'tenant.update', {
          tenantId: before.id,
          slug,
          before: toTenantDocument(before),
          after: toTenantDocument(after),
        })
        return { before, after }
      })
      .catch((error: unknown) => {
        throw inUse(error) ?? error
      })
  }
}
