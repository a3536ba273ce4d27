import { toE164 } from '../../channels/phone.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { deleteRoute, listRoutes, upsertRoute } from '../../store/routes.ts'
import type { Store } from '../../store/store.ts'
import { findTenantById, requireTenant } from '../../store/tenants.ts'

export interface RouteDocument {
  phone: string
  tenant: string
}

/** On a number that several shops share, which shop a shopper talks to. Daemons follow within a second. */
export function createRouter(deps: { store: Store; now: () => number }) {
  const { db } = deps.store
  return {
    /** Pins the shopper; `before` is the shop until now. Throws `phone_invalid` (65), `tenant_not_found` (66). */
    async pin(phone: string, slug: string): Promise<RouteDocument & { before: string | null }> {
      const tenant = await requireTenant(db, slug)
      const e164 = checkPhone(phone)
      const before = await upsertRoute(db, { phone: e164, tenantId: tenant.id }, deps.now())
      const shop = before === null || before === tenant.id ? null : await findTenantById(db, before)
      return { phone: e164, tenant: tenant.slug, before: shop?.slug ?? null }
    },
    /** Throws `route_not_found`, exit 66. */
    async unpin(phone: string): Promise<{ phone: string; removed: true }> {
      const e164 = checkPhone(phone)
      if (await deleteRoute(db, e164)) return { phone: e164, removed: true }
      throw new BotctlError('route_not_found', 'this shopper is pinned to no shop', {
        hint: 'botctl tenant route shows who is',
        exit: EXIT.notFound,
      })
    },
    async list(slug?: string): Promise<RouteDocument[]> {
      const tenantId = slug === undefined ? undefined : (await requireTenant(db, slug)).id
      return (await listRoutes(db, tenantId)).map(({ phone, tenant }) => ({ phone, tenant }))
    },
  }
}

function checkPhone(phone: string): string {
  const e164 = toE164(phone)
  if (e164 !== null) return e164
  throw new BotctlError('phone_invalid', 'this is no phone number', {
    hint: 'give it with + and country code, such as +56912345678',
    exit: EXIT.badData,
  })
}
