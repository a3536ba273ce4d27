import type { Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { requirePerson } from './find-person.ts'
import { recordRequest } from '../../store/privacy-requests.ts'
import { closeRequests } from './requests.ts'

export interface Blocking {
  tenant: string
  contact: string
  blocked: boolean
}

/**
 * Stops using a shopper's data without erasing it: nothing is sent unasked any more, whatever it is; what they write is
 * still answered. `lift` takes it back. Throws `contact_not_found` (66).
 */
export async function blockShopper(
  deps: { store: Store; now: () => number; actor: string },
  wanted: { tenant: string; contact: string; lift: boolean; requestedAt?: number | undefined },
): Promise<Blocking> {
  const { store } = deps
  const now = deps.now()
  const { tenant, person } = await requirePerson(store.db, wanted)
  const mine = { tenantId: tenant.id, contactId: person.contactId }
  await store.transaction(async (trx) => {
    await trx
      .updateTable('contact')
      .set({ blocked_at: wanted.lift ? null : now, updated_at: now })
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', person.contactId)
      .execute()
    if (!wanted.lift) {
      const closed = await closeRequests(trx, { ...mine, kind: 'block', now, proof: 'blocked' })
      if (closed === 0) {
        await recordRequest(trx, {
          ...mine,
          kind: 'block',
          requestedAt: wanted.requestedAt ?? now,
          doneAt: now,
          proof: 'blocked',
        })
      }
    }
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: 'privacy.block',
        object: person.contactId,
        after: { blocked: !wanted.lift },
      },
      now,
    )
  })
  return { tenant: tenant.slug, contact: person.contactId, blocked: !wanted.lift }
}
