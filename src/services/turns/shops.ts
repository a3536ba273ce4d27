import type { ShopFacts } from '../../engine/turn-types.ts'
import { moneyTerms } from '../../engine/commerce/terms.ts'
import { openingHours } from '../../engine/hours/opening.ts'
import { completeProfile } from '../../engine/reply/profile.ts'
import { loadDiscounts } from '../../store/discounts.ts'
import { latestProfile } from '../../store/profiles.ts'
import { loadZones } from '../../store/shipping.ts'
import type { Store } from '../../store/store.ts'
import { findTenantById } from '../../store/tenants.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { paymentMethods, type EnvironmentAccount } from '../payments/directory.ts'

export interface Shop {
  facts: ShopFacts
  version: number
  profileVersion: number
  /** For orders with so many days until they expire: read by retention only. */
  tenantId: string
}

export interface Shops {
  /** The shop at `version` or later. A turn reads the version with its facts, so a saved profile counts at once. */
  get(tenantId: string, version: number): Promise<Shop>
}

/** Shops' settings, read once a version and kept: a few kilobytes each. */
export function createShops(deps: {
  store: Store
  /** The environment's own Flow account, for shops without one. */
  environment?: EnvironmentAccount
}): Shops {
  const environment = deps.environment ?? { flowApiUrl: null, flowApiKey: null, flowSecretKey: null }
  const known = new Map<string, Promise<Shop>>()
  return {
    async get(tenantId, version) {
      const cached = known.get(tenantId)
      if (cached) {
        const shop = await cached.catch(() => null)
        if (shop && shop.version >= version) return shop
      }
      const loading = loadShop(deps.store, tenantId, environment)
      known.set(tenantId, loading)
      loading.catch(() => known.delete(tenantId))
      return loading
    },
  }
}

async function loadShop(store: Store, tenantId: string, environment: EnvironmentAccount): Promise<Shop> {
  const tenant = await findTenantById(store.db, tenantId)
  if (!tenant) {
    throw new BotctlError('tenant_not_found', 'there is no shop with that id', { exit: EXIT.notFound })
  }
  const [profile, discounts, zones, payments] = await Promise.all([
    latestProfile(store.db, tenantId),
    loadDiscounts(store.db, tenantId),
    loadZones(store.db, tenantId),
    paymentMethods(store.db, tenantId, environment),
  ])
  const terms = moneyTerms(tenant.settings)
  return {
    tenantId,
    version: tenant.version,
    profileVersion: profile?.version ?? 0,
    facts: {
      slug: tenant.slug,
      name: tenant.name,
      type: tenant.type,
      phone: tenant.phone,
      open: tenant.status === 'active',
      profile: completeProfile(profile?.body),
      payments,
      zones,
      discounts,
      reminders: terms.reminders,
      withdrawalDays: terms.withdrawalDays,
      timezone: tenant.timezone,
      hours: openingHours(tenant.settings, tenant.timezone),
    },
  }
}
