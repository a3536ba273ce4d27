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
export async function listQuarantine(db: Db, filter: { limit: number; reason?: string }): Promise<QuarantineRecord[]> {
  let query = db.selectFrom('quarantine').selectAll().orderBy('id', 'desc').limit(filter.limit)
  if (filter.reason !== undefined) query = query.where('reason', '=', filter.reason)
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
