import { moneyTerms } from '../../engine/commerce/terms.ts'
import { createId } from '../../ids.ts'
import { fromJson } from '../../store/json.ts'
import { anonymizeOrders } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'

const DAY_MS = 24 * 3_600_000

export interface Retention {
  messages: number
  orders: number
}

/**
 * Forgets what is older than each shop keeps it: what was said and sent after `messagesDays`, who bought after
 * `ordersDays`. Messages that wait to be sent or answered are not old, whatever their date.
 */
export async function applyRetention(deps: { store: Store; now: () => number }): Promise<Retention> {
  const now = deps.now()
  const removed: Retention = { messages: 0, orders: 0 }
  for (const tenant of await deps.store.db.selectFrom('tenant').select(['id', 'settings']).execute()) {
    const { retention } = moneyTerms(fromJson<Record<string, unknown>>(tenant.settings))
    if (retention.messagesDays !== null) {
      removed.messages += await forgetMessages(deps.store, tenant.id, now - retention.messagesDays * DAY_MS)
    }
    if (retention.ordersDays !== null) {
      removed.orders += await forgetBuyers(deps.store, tenant.id, now - retention.ordersDays * DAY_MS, now)
    }
  }
  return removed
}

async function forgetMessages(store: Store, tenantId: string, before: number): Promise<number> {
  return store.transaction(async (trx) => {
    const history = await trx
      .deleteFrom('conversation_history')
      .where('tenant_id', '=', tenantId)
      .where('created_at', '<', before)
      .executeTakeFirst()
    await trx
      .deleteFrom('inbox')
      .where('tenant_id', '=', tenantId)
      .where('received_at', '<', before)
      .where('status', '!=', 'pending')
      .execute()
    const old = trx
      .selectFrom('outbox')
      .select('opaque_id')
      .where('tenant_id', '=', tenantId)
      .where('created_at', '<', before)
      .where('status', 'in', ['sent', 'dead', 'dropped'])
    await trx.deleteFrom('receipt').where('opaque_id', 'in', old).execute()
    await trx
      .deleteFrom('outbox')
      .where('tenant_id', '=', tenantId)
      .where('created_at', '<', before)
      .where('status', 'in', ['sent', 'dead', 'dropped'])
      .execute()
    await trx
      .deleteFrom('support_case')
      .where('tenant_id', '=', tenantId)
      .where('created_at', '<', before)
      .where('status', '=', 'closed')
      .execute()
    return Number(history.numDeletedRows)
  })
}

/** Orders of shoppers who have bought nothing since: the sales stay, the people go. */
async function forgetBuyers(store: Store, tenantId: string, before: number, now: number): Promise<number> {
  const buyers = await store.db
    .selectFrom('orders')
    .select((row) => ['contact_id', row.fn.countAll<number>().as('n')])
    .where('tenant_id', '=', tenantId)
    .where('customer', '!=', '{}')
    .groupBy('contact_id')
    .having((row) => row.fn.max('placed_at'), '<', before)
    .execute()
  let count = 0
  for (const buyer of buyers) {
    const who = { tenantId, contactId: buyer.contact_id, conversationIds: [] }
    await store.transaction((trx) => anonymizeOrders(trx, who, createId('anon'), now))
    count += buyer.n
  }
  return count
}
