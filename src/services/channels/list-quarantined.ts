import { listQuarantine } from '../../store/quarantine.ts'
import type { Store } from '../../store/store.ts'

export interface QuarantineDocument {
  id: number
  provider: string
  reason: string
  address: string | null
  received_at: string
  /** What would have placed it. */
  hint: string
  body: string
}

/** What was kept aside, newest first. */
export async function listQuarantined(
  deps: { store: Store },
  filter: { limit: number; reason?: string | undefined },
): Promise<QuarantineDocument[]> {
  const { limit, reason } = filter
  const rows = await listQuarantine(deps.store.db, { limit, ...(reason === undefined ? {} : { reason }) })
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    reason: row.reason,
    address: row.address,
    received_at: new Date(row.receivedAt).toISOString(),
    hint: hintFor(row.reason, row.provider),
    body: row.body,
  }))
}

function hintFor(reason: string, provider: string): string {
  if (reason === 'number_unknown') return `botctl channel add ${provider} --tenant SLUG …`
  if (reason === 'number_shared') return 'botctl tenant route PHONE --tenant SLUG'
  if (reason.startsWith('notice:')) return 'read it: the provider tells of the account'
  return 'report it: a part that botctl could not read'
}
