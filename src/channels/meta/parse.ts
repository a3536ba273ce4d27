import { contentKey, readId, readObject, readText, rejectPart, toText } from '../parsed.ts'
import type { JsonObject, ParsedWebhook } from '../parsed.ts'
import type { Sender } from '../port.ts'
import { isBusinessScopedId, readPhone } from '../phone.ts'
import { parseIdentity } from './identity.ts'
import { parseMessage, readTime } from './message.ts'
import { parseStatus } from './status.ts'

/**
 * Takes a Meta webhook apart (meta.md §5–7): every entry, change, message, status, echo and notice.
 * `document` is the parsed JSON; null where it is no WhatsApp webhook at all. `receivedAt` (epoch ms) stands in for a
 * timestamp that is missing or absurd.
 */
export function parseMetaWebhook(document: unknown, receivedAt: number): ParsedWebhook | null {
  const root = readObject(document)
  if (root?.object !== 'whatsapp_business_account' || !Array.isArray(root.entry)) return null
  const parsed: ParsedWebhook = { updates: [], rejected: [] }
  for (const entry of root.entry as unknown[]) {
    const fields = readObject(entry)
    if (fields === null || !Array.isArray(fields.changes)) {
      parsed.rejected.push(rejectPart('entry_malformed', null, entry))
      continue
    }
    for (const change of fields.changes as unknown[]) parseChange(change, fields, receivedAt, parsed)
  }
  return parsed
}

function parseChange(change: unknown, entry: JsonObject, receivedAt: number, parsed: ParsedWebhook): void {
  const fields = readObject(change)
  const value = readObject(fields?.value)
  if (fields === null || value === null || typeof fields.field !== 'string') {
    parsed.rejected.push(rejectPart('change_malformed', null, change))
    return
  }
  const address = readAddress(value)
  if (fields.field === 'messages') parseMessages(value, address, receivedAt, entry, parsed)
  else if (fields.field === 'smb_message_echoes') parseEchoes(value, address, receivedAt, parsed)
  else pushNotice(fields.field, value, address, entry, parsed)
}

function parseMessages(
  value: JsonObject,
  address: string | null,
  receivedAt: number,
  entry: JsonObject,
  parsed: ParsedWebhook,
): void {
  const { messages, statuses, errors } = value
  if (messages === undefined && statuses === undefined) {
    pushNotice(errors === undefined ? 'messages' : 'errors', value, address, entry, parsed)
    return
  }
  const contacts = Array.isArray(value.contacts) ? (value.contacts as unknown[]) : []
  eachPart(messages, 'messages_malformed', address, parsed, (raw, at) => {
    const sender = readSender(raw, contacts)
    const identity = raw.type === 'system' ? parseIdentity(raw) : null
    const id = readId(raw.id)
    if (id === null) return 'message_without_id'
    if (sender === null && identity === null) return 'message_without_sender'
    const key = `meta:${at}:${id}`
    if (identity !== null) {
      parsed.updates.push({ type: 'identity', address: at, key, at: readTime(raw.timestamp, receivedAt), ...identity })
      return null
    }
    const message = parseMessage(raw, id, receivedAt)
    if (typeof message === 'string' || sender === null)
      return typeof message === 'string' ? message : 'message_without_sender'
    parsed.updates.push({ type: 'message', address: at, key, sender, message })
    return null
  })
  eachPart(statuses, 'statuses_malformed', address, parsed, (raw, at) => {
    const status = parseStatus(raw, readTime(raw.timestamp, receivedAt))
    if (typeof status === 'string') return status
    parsed.updates.push({
      type: 'status',
      address: at,
      key: `meta:${status.providerMessageId}:${status.state}`,
      status,
    })
    return null
  })
  // Errors beside messages or statuses concern the account, not one message.
  if (errors !== undefined) pushNotice('errors', { metadata: value.metadata, errors }, address, entry, parsed)
}

/** The owner's own messages from the phone (coexistence): `from` is the business, `to` the shopper. */
function parseEchoes(value: JsonObject, address: string | null, receivedAt: number, parsed: ParsedWebhook): void {
  const contacts = Array.isArray(value.contacts) ? (value.contacts as unknown[]) : []
  eachPart(value.message_echoes ?? null, 'echoes_malformed', address, parsed, (raw, at) => {
    const sender = readSender({ from: raw.to, from_user_id: raw.to_user_id }, contacts)
    const id = readId(raw.id)
    if (id === null) return 'message_without_id'
    if (sender === null) return 'message_without_sender'
    const message = parseMessage(raw, id, receivedAt)
    if (typeof message === 'string') return message
    parsed.updates.push({ type: 'echo', address: at, key: `meta:${at}:${id}`, sender, message })
    return null
  })
}

/** Runs `parse` over a list; what it returns a reason for, throws at, or is no object goes to `rejected`. */
function eachPart(
  list: unknown,
  malformed: string,
  address: string | null,
  parsed: ParsedWebhook,
  parse: (raw: JsonObject, address: string) => string | null,
): void {
  if (list === undefined) return
  if (!Array.isArray(list)) {
    parsed.rejected.push(rejectPart(malformed, address, list))
    return
  }
  for (const part of list as unknown[]) {
    const raw = readObject(part)
    const reason = address === null ? 'number_missing' : raw === null ? malformed : parse(raw, address)
    if (reason !== null) parsed.rejected.push(rejectPart(reason, address, part))
  }
}

function pushNotice(
  field: string,
  value: JsonObject,
  address: string | null,
  entry: JsonObject,
  parsed: ParsedWebhook,
): void {
  const body = { account: entry.id ?? null, time: entry.time ?? null, value }
  const text = toText(body)
  parsed.updates.push({
    type: 'notice',
    address,
    key: `meta:notice:${contentKey(text)}`,
    field: readText(field, 100) ?? '',
    body: text.startsWith('{"unstorable"') ? { unstorable: 'nested too deep' } : body,
  })
}

function readAddress(value: JsonObject): string | null {
  const id = readObject(value.metadata)?.phone_number_id
  return typeof id === 'string' && /^[\w.-]{1,64}$/.test(id) ? id : null
}

/** Phone, business-scoped id or both, from the message and the contact that belongs to it; null where neither is there. */
function readSender(raw: JsonObject, contacts: readonly unknown[]): Sender | null {
  const from = typeof raw.from === 'string' ? raw.from : null
  const ownId = typeof raw.from_user_id === 'string' && isBusinessScopedId(raw.from_user_id) ? raw.from_user_id : null
  const contact = findContact(contacts, from, ownId)
  const phone = readPhone(from) ?? readPhone(contact?.wa_id)
  const contactUserId =
    typeof contact?.user_id === 'string' && isBusinessScopedId(contact.user_id) ? contact.user_id : null
  const userId = ownId ?? contactUserId ?? (from !== null && isBusinessScopedId(from) ? from : null)
  if (phone === null && userId === null) return null
  return { phone, userId, name: readText(readObject(contact?.profile)?.name, 200) || null }
}

/** One batch may carry messages of several people: a contact is taken by number or id, by position never. */
function findContact(contacts: readonly unknown[], from: string | null, userId: string | null): JsonObject | null {
  for (const entry of contacts) {
    const contact = readObject(entry)
    if (contact === null) continue
    if (from !== null && contact.wa_id === from) return contact
    if (userId !== null && contact.user_id === userId) return contact
  }
  return null
}
