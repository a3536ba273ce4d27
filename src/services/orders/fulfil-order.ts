import type { Transaction } from 'kysely'
import type { NoticeKind } from '../../engine/commerce/notices.ts'
import { moneyTerms } from '../../engine/commerce/terms.ts'
import type { OrderStatus } from '../../engine/types.ts'
import { addOrderEvent, type Order } from '../../store/orders.ts'
import type { Schema } from '../../store/schema.ts'
import { changeOrder, wrongStatus, type ChangeDeps, type OrderChange } from './change-order.ts'
import { tellShopper, type Told } from './tell-shopper.ts'

export type Step = 'preparing' | 'shipped' | 'delivered'

/** Steps may be left out: whoever sells over a counter goes from paid to delivered. */
const FROM: Record<Step, readonly OrderStatus[]> = {
  preparing: ['paid'],
  shipped: ['paid', 'preparing'],
  delivered: ['paid', 'preparing', 'shipped'],
}

/**
 * Takes a paid order one step towards its shopper, who is told. The same step twice is one step and one notice, save that
 * a tracking number that comes later is kept and told; a step back is refused (`order_status`, 65). The days of withdrawal count from `delivered`.
 */
export function fulfilOrder(
  deps: ChangeDeps,
  wanted: { tenant: string; number: string; step: Step; tracking?: string | undefined },
): Promise<OrderChange> {
  const { step } = wanted
  return changeOrder(deps, wanted, step, async (trx, order, tenant) => {
    if (order.status === step) return addTracking(trx, deps, order, wanted.tracking)
    if (!FROM[step].includes(order.status)) {
      throw wrongStatus(order, 'an order goes from paid to preparing, shipped and delivered; unpaid ones wait')
    }
    const now = deps.now()
    const tracking = wanted.tracking ?? order.tracking
    await trx
      .updateTable('orders')
      .set({
        status: step,
        tracking,
        updated_at: now,
        ...(step === 'shipped' ? { shipped_at: now } : {}),
        ...(step === 'delivered' ? { delivered_at: now, closed_at: now } : {}),
      })
      .where('tenant_id', '=', order.tenantId)
      .where('id', '=', order.id)
      .execute()
    await addOrderEvent(trx, order, {
      kind: step,
      actor: deps.actor,
      body: tracking === null ? {} : { tracking },
      at: now,
    })
    const after = { ...order, status: step, tracking }
    const pickup = order.delivery?.method === 'pickup'
    const kind: NoticeKind = step === 'shipped' && pickup ? 'ready' : step
    const { withdrawalDays } = moneyTerms(tenant.settings)
    return { order: after, told: await tellShopper(trx, after, { kind, facts: { withdrawalDays }, now }) }
  })
}

/** The courier's number is often there only after the parcel left: dropping it without a word would lose it for the shopper. */
async function addTracking(
  trx: Transaction<Schema>,
  deps: ChangeDeps,
  order: Order,
  tracking: string | undefined,
): Promise<{ order: Order; told: Told | null }> {
  if (order.status !== 'shipped' || tracking === undefined || tracking === order.tracking) return { order, told: null }
  const now = deps.now()
  await trx
    .updateTable('orders')
    .set({ tracking, updated_at: now })
    .where('tenant_id', '=', order.tenantId)
    .where('id', '=', order.id)
    .execute()
  await addOrderEvent(trx, order, { kind: 'tracking', actor: deps.actor, body: { tracking }, at: now })
  const after = { ...order, tracking }
  return { order: after, told: await tellShopper(trx, after, { kind: 'shipped', key: `tracking:${tracking}`, now }) }
}
