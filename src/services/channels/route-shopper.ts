import { toE164 } from '../../channels/phone.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { deleteRoute, findRoute, listRoutes, upsertRoute } from '../../store/routes.ts'
import type { Store } from '../../store/store.ts'
import { findTenantById, requireTenant } from '../../store/tenants.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { maskPhone } from '../../mask-phone.ts'

export interface RouteDocument {
  phone: string
  tenant: string
}

/** On a number that several shops share, which shop a shopper talks to. Daemons follow within a second. */
export function createRouter(deps: AuditedBy & { store: Store }) {
  const { db } = deps.store
  return {
    /** Pins the shopper; `before` is the shop until now. Throws `phone_invalid` (65), `tenant_not_found` (66). */
    async pin(phone: string, slug: string): Promise<RouteDocument & { before: string | null }> {
      const tenant = await requireTenant(db, slug)
      const e164 = checkPhone(phone)
      const before = await deps.store.transaction(async (trx) => {
        const until = await upsertRoute(trx, { phone: e164, tenantId: tenant.id }, deps.now())
        await recordBy(deps, trx, {
          tenantId: tenant.id,
          action: 'tenant.route',
          object: maskPhone(e164),
          ...(until !== null && { before: { tenant_id: until } }),
          after: { tenant_id: tenant.id },
        })
        return until
      })
      const shop = before === null || before === tenant.id ? null : await findTenantById(db, before)
      return { phone: e164, tenant: tenant.slug, before: shop?.slug ?? null }
    },
    /** Throws `route_not_found`, exit 66. */
    async unpin(phone: string): Promise<{ phone: string; removed: true }> {
      const e164 = checkPhone(phone)
      const removed = await deps.store.transaction(async (trx) => {
        const tenantId = await findRoute(trx, e164)
        if (tenantId === null || !(await deleteRoute(trx, e164))) return false
        const object = maskPhone(e164)
        await recordBy(deps, trx, { tenantId, action: 'tenant.unroute', object, before: { tenant_id: tenantId } })
        return true
      })
      if (removed) return { phone: e164, removed }
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
