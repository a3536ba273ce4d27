import { BotctlError, EXIT } from '../../errors.ts'
import { findPerson, type Person } from '../../store/people.ts'
import type { Db } from '../../store/store.ts'
import { requireTenant, type Tenant } from '../../store/tenants.ts'

/** A shop's shopper, by phone or id. Throws `tenant_not_found` or `contact_not_found`, exit 66. */
export async function requirePerson(
  db: Db,
  wanted: { tenant: string; contact: string },
): Promise<{ tenant: Tenant; person: Person }> {
  const tenant = await requireTenant(db, wanted.tenant)
  const person = await findPerson(db, tenant.id, wanted.contact)
  if (person !== null) return { tenant, person }
  throw new BotctlError('contact_not_found', 'that shop knows nobody of that name', {
    hint: 'give the phone in full (+56912345678), or the id that conversation list shows',
    exit: EXIT.notFound,
  })
}
