import type { Store } from '../../store/store.ts'
import { countTenant, requireTenant } from '../../store/tenants.ts'
import type { Tenant, TenantCounts } from '../../store/tenants.ts'

/** A shop as `--json` and the API print it. Keys are stable. */
export interface TenantDocument {
  id: string
  slug: string
  name: string
  type: string
  phone: string | null
  status: 'active' | 'paused'
  timezone: string
  created_at: string
  updated_at: string
}

export function toTenantDocument(tenant: Tenant): TenantDocument {
  return {
    id: tenant.id,
    slug: tenant.slug,
    name: tenant.name,
    type: tenant.type,
    phone: tenant.phone,
    status: tenant.status,
    timezone: tenant.timezone,
    created_at: new Date(tenant.createdAt).toISOString(),
    updated_at: new Date(tenant.updatedAt).toISOString(),
  }
}

export interface TenantDetails extends TenantDocument {
  counts: TenantCounts
  channels: Array<{ id: string; provider: string; address: string; status: string }>
}

/** A shop with what it has. Throws `tenant_not_found`, exit 66. */
export function createTenantDescriber(deps: { store: Store }): (slug: string) => Promise<TenantDetails> {
  return async (slug) => {
    const tenant = await requireTenant(deps.store.db, slug)
    const channels = await deps.store.db
      .selectFrom('channel')
      .select(['id', 'provider', 'address', 'status'])
      .where('tenant_id', '=', tenant.id)
      .orderBy('created_at')
      .execute()
    return { ...toTenantDocument(tenant), counts: await countTenant(deps.store.db, tenant.id), channels }
  }
}

/** What a shop still lacks before shoppers can buy, as commands to type. Empty where it is complete. */
export function nextSteps(tenant: TenantDetails): string[] {
  const steps: string[] = []
  if (tenant.counts.products === 0) {
    steps.push(
      tenant.type === 'other'
        ? `botctl product import catalog.csv --tenant ${tenant.slug}`
        : `botctl product import --sample ${tenant.type} --tenant ${tenant.slug}   (or a CSV of your own)`,
    )
  }
  if (!tenant.channels.some((channel) => channel.provider !== 'local')) {
    const number = tenant.phone ?? '+56…'
    steps.push(
      `botctl channel add meta --tenant ${tenant.slug} --phone-number-id ID   (or: add twilio --number ${number})`,
    )
  }
  steps.push(`botctl test-message "hola" --tenant ${tenant.slug}`)
  return steps
}
