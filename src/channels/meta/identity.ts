import { readObject } from '../parsed.ts'
import type { JsonObject } from '../parsed.ts'
import { isBusinessScopedId, readPhone } from '../phone.ts'
import type { Sender } from '../port.ts'

/**
 * A `system` message that says the shopper's number or id changed (meta.md §6): who they were, who they are now.
 * Null where it says neither, or not completely: it is then an ordinary `system` message.
 */
export function parseIdentity(raw: JsonObject): { from: Sender; to: Sender } | null {
  const system = readObject(raw.system)
  if (system === null) return null
  const phone = readPhone(raw.from)
  const userId = readUserId(raw.from_user_id)
  if (system.type === 'user_changed_number') {
    const newPhone = readPhone(system.wa_id) ?? readPhone(system.new_wa_id)
    if (newPhone === null || (phone === null && userId === null)) return null
    // The id stays the same unless Meta says otherwise in a message of its own.
    return pair({ phone, userId }, { phone: newPhone, userId: readUserId(system.user_id) ?? userId })
  }
  if (system.type === 'user_changed_user_id') {
    const previous = readUserId(system.previous_user_id) ?? userId
    const next = readUserId(system.user_id)
    if (next === null || (previous === null && phone === null)) return null
    return pair({ phone, userId: previous }, { phone, userId: next })
  }
  return null
}

function pair(from: Omit<Sender, 'name'>, to: Omit<Sender, 'name'>): { from: Sender; to: Sender } {
  return { from: { ...from, name: null }, to: { ...to, name: null } }
}

function readUserId(value: unknown): string | null {
  return typeof value === 'string' && isBusinessScopedId(value) ? value : null
}
