import { BotctlError, EXIT } from '../../errors.ts'
import { erasePerson } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { requirePerson } from './find-person.ts'
import { recordRequest } from '../../store/privacy-requests.ts'

export interface Erasure {
  tenant: string
  erased: true
  /** Orders that stay, as sales without a person. */
  orders_kept: number
  request: string
}

/**
 * Forgets a shopper: what they said, who they are, where they live. Orders stay without the person, because the books
 * need them. One who still waits for goods or money is refused: the shop could not deliver (`privacy_open_orders`, 65).
 */
export async function eraseShopper(
  deps: { store: Store; now: () => number; actor: string },
  wanted: { tenant: string; contact: string; requestedAt?: number | undefined },
): Promise<Erasure> {
  const { store } = deps
  const now = deps.now()
  const { tenant, person } = await requirePerson(store.db, wanted)
  return store.transaction(async (trx) => {
    const orders = await trx
      .selectFrom('orders')
      .select(['id', 'number', 'status'])
      .where('tenant_id', '=', tenant.id)
      .where('contact_id', '=', person.contactId)
      .execute()
    const refunds = await trx
      .selectFrom('refund')
      .select('order_id')
      .where('tenant_id', '=', tenant.id)
      .where('status', 'in', ['requested', 'pending'])
      .execute()
    const open = orders.filter(
      (order) =>
        ['pending_payment', 'paid', 'preparing', 'shipped'].includes(order.status) ||
        refunds.some((refund) => refund.order_id === order.id),
    )
    if (open.length > 0) {
      throw new BotctlError('privacy_open_orders', 'an order or a refund of this shopper is still under way', {
        hint: 'deliver, cancel or refund it first; the thirty days go on',
        exit: EXIT.badData,
        details: { orders: open.map((order) => order.number) },
      })
    }
    const waited = await trx
      .selectFrom('privacy_request')
      .select((row) => row.fn.min('requested_at').as('at'))
      .where('tenant_id', '=', tenant.id)
      .where('contact_id', '=', person.contactId)
      .where('kind', '=', 'erase')
      .where('done_at', 'is', null)
      .executeTakeFirst()
    const { anonymous } = await erasePerson(trx, person, now)
    // What waited is answered now, under a name that leads nowhere.
    await trx
      .updateTable('privacy_request')
      .set({ done_at: now })
      .where('tenant_id', '=', tenant.id)
      .where('contact_id', '=', anonymous)
      .where('done_at', 'is', null)
      .execute()
    const request = await recordRequest(trx, {
      tenantId: tenant.id,
      contactId: anonymous,
      kind: 'erase',
      requestedAt: waited?.at ?? wanted.requestedAt ?? now,
      doneAt: now,
      proof: `${orders.length} orders kept without the person`,
    })
    const entry = { tenantId: tenant.id, actor: deps.actor, action: 'privacy.erase', object: anonymous }
    await recordAudit(trx, { ...entry, after: { orders_kept: orders.length } }, now)
    return { tenant: tenant.slug, erased: true as const, orders_kept: orders.length, request: request.id }
  })
}
