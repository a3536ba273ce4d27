import type { ChannelProvider } from '../channels/port.ts'
import type { Db } from './store.ts'

/** Signed, but for nobody we know or not to be parsed. The inbox writes these rows; here an operator reads them. */
export interface QuarantineRecord {
  id: number
  provider: ChannelProvider
  providerKey: string
  reason: string
  address: string | null
  body: string
  receivedAt: number
}

/** Newest first. */
export async function listQuarantine(
  db: Db,
  filter: { limit: number; reason?: string; before?: number },
): Promise<QuarantineRecord[]> {
  let query = db.selectFrom('quarantine').selectAll().orderBy('id', 'desc').limit(filter.limit)
  if (filter.reason !== undefined) query = query.where('reason', '=', filter.reason)
  if (filter.before !== undefined) query = query.where('id', '<', filter.before)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider as ChannelProvider,
    providerKey: row.provider_key,
    reason: row.reason,
    address: row.address,
    body: row.body,
    receivedAt: row.received_at,
  }))
}

/** How many by reason and business number: what `doctor` and `channel verify` show. */
export async function countQuarantine(
  db: Db,
  since: number,
): Promise<Array<{ reason: string; address: string | null; n: number }>> {
  const rows = await db
    .selectFrom('quarantine')
    .select((eb) => ['reason', 'address', eb.fn.countAll<number>().as('n')])
    .where('received_at', '>=', since)
    .groupBy(['reason', 'address'])
    .orderBy('reason')
    .execute()
  return rows.map((row) => ({ reason: row.reason, address: row.address, n: row.n }))
}

/** Returns how many rows went. */
export async function deleteQuarantineBefore(db: Db, before: number): Promise<number> {
  const result = await db.deleteFrom('quarantine').where('received_at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
