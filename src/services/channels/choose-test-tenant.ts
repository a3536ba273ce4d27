import { BotctlError, EXIT } from '../../errors.ts'
import { findRoute } from '../../store/routes.ts'
import type { Db } from '../../store/store.ts'
import { findTenant, findTenantById, findTenantByPhone } from '../../store/tenants.ts'

/**
 * Which shop a message without a channel is for: the one asked for by slug; else where the shopper is pinned
 * (`tenant route`); else the shop whose own number this is (the guide's curl lines say it so); else the only shop.
 * Returns the tenant's id. Throws `tenant_not_found` (404) `tenant_needed` or `tenant_none` (400).
 */
export async function chooseTestTenant(
  deps: { db: Db },
  wanted: { slug: string | null; phone: string },
): Promise<string> {
  const { db } = deps
  if (wanted.slug !== null) {
    const tenant = (await findTenant(db, wanted.slug)) ?? (await findTenantById(db, wanted.slug))
    if (tenant !== null) return tenant.id
    throw new BotctlError('tenant_not_found', 'there is no shop with that slug', {
      hint: 'botctl tenant list shows them',
      exit: EXIT.notFound,
    })
  }
  const pinned = await findRoute(db, wanted.phone)
  if (pinned !== null) return pinned
  const own = await findTenantByPhone(db, wanted.phone)
  if (own !== null) return own.id
  const some = await db.selectFrom('tenant').select('id').limit(2).execute()
  if (some.length === 1 && some[0] !== undefined) return some[0].id
  if (some.length === 0) {
    throw new BotctlError('tenant_none', 'there are no shops yet', {
      hint: 'botctl tenant create makes one, botctl quickstart four to try',
      exit: EXIT.badData,
    })
  }
  throw new BotctlError('tenant_needed', 'there are several shops and nothing says which one this is for', {
    hint: 'add "tenant":"SLUG", post to /webhook/SLUG, or pin the shopper with botctl tenant route PHONE --tenant SLUG',
    exit: EXIT.badData,
  })
}
