import { readId, readObject, readText } from '../parsed.ts'
import type { JsonObject } from '../parsed.ts'
import type { DeliveryStatus } from '../port.ts'

const STATES = new Set(['sent', 'delivered', 'read', 'played', 'failed'])

/** One element of `statuses[]` (meta.md §7), or why it is none. */
export function parseStatus(raw: JsonObject, at: number): DeliveryStatus | string {
  const providerMessageId = readId(raw.id)
  if (providerMessageId === null) return 'status_without_id'
  if (typeof raw.status !== 'string' || !STATES.has(raw.status)) return 'status_unknown'
  const error = Array.isArray(raw.errors) ? readObject(raw.errors[0]) : null
  const code = error?.code
  return {
    providerMessageId,
    opaqueId: readId(raw.biz_opaque_callback_data),
    state: raw.status as DeliveryStatus['state'],
    at,
    errorCode: typeof code === 'number' || typeof code === 'string' ? (readText(String(code), 32) ?? null) : null,
    errorDetail: error === null ? null : describeError(error),
  }
}

/** The most telling of what Meta says, short enough for a table. */
function describeError(error: JsonObject): string | null {
  const details = readObject(error.error_data)?.details
  return readText(details, 300) ?? readText(error.message, 300) ?? readText(error.title, 300)
}
