import type { ParsedWebhook } from '../../channels/parsed.ts'
import { toText } from '../../channels/parsed.ts'
import type { ChannelUpdate } from '../../channels/port.ts'
import type { InboundMessage } from '../../engine/types.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Directory } from '../../services/channels/directory.ts'
import type { Inbox, InboxRow, QuarantineRow, ReceiptRow } from '../inbox/port.ts'

export interface Kept {
  messages: number
  receipts: number
  quarantined: number
}

/**
 * Places every part of a webhook and hands it to the inbox; resolves when all of it is on disk. What belongs to nobody,
 * could not be read, or is a notice of the account goes to quarantine. Rejects with `database_unavailable` (503).
 */
export async function keepUpdates(
  deps: { inbox: Inbox; directory: Directory },
  provider: 'meta' | 'twilio',
  parsed: ParsedWebhook,
): Promise<Kept> {
  const rows: InboxRow[] = []
  const receipts: ReceiptRow[] = []
  const aside: QuarantineRow[] = []
  for (const part of parsed.rejected) {
    aside.push({ provider, providerKey: part.key, reason: part.reason, address: part.address, body: part.body })
  }
  for (const update of parsed.updates) {
    if (update.type === 'status') receipts.push({ provider, providerKey: update.key, status: update.status })
    else if (update.type === 'notice') aside.push(asideFrom(provider, update, noticeReason(update.field)))
    else {
      const row = await placeMessage(deps.directory, provider, update)
      if ('reason' in row) aside.push(row)
      else rows.push(row)
    }
  }
  const work: Array<Promise<unknown>> = []
  if (rows.length > 0) work.push(deps.inbox.append(rows))
  if (receipts.length > 0) work.push(deps.inbox.appendReceipts(receipts))
  if (aside.length > 0) work.push(deps.inbox.quarantine(aside))
  await storing(work)
  return { messages: rows.length, receipts: receipts.length, quarantined: aside.length }
}

type Placeable = Extract<ChannelUpdate, { type: 'message' | 'echo' | 'identity' }>

async function placeMessage(
  directory: Directory,
  provider: 'meta' | 'twilio',
  update: Placeable,
): Promise<InboxRow | QuarantineRow> {
  const sender = update.type === 'identity' ? update.from : update.sender
  const becomes = update.type === 'identity' ? update.to : undefined
  const placement = await directory.place(provider, update.address, sender, becomes)
  if (!placement.placed) return asideFrom(provider, update, placement.reason)
  return {
    tenantId: placement.tenantId,
    channelId: placement.channelId,
    conversationId: placement.conversationId,
    providerKey: update.key,
    kind: update.type === 'echo' ? 'echo' : 'message',
    body: { sender, message: update.type === 'identity' ? identityMessage(update) : update.message },
  }
}

/** A changed number or id travels as a system message, in order with what the shopper writes. */
function identityMessage(update: Extract<ChannelUpdate, { type: 'identity' }>): InboundMessage {
  const { phone, userId } = update.to
  return { id: update.key, at: update.at, kind: 'system', text: '', identity: { phone, userId } }
}

function asideFrom(provider: 'meta' | 'twilio', update: ChannelUpdate, reason: string): QuarantineRow {
  return { provider, providerKey: update.key, reason, address: update.address, body: toText(update) }
}

/** `notice:` and the field's name, cut to what a provider would name a field. */
function noticeReason(field: string): string {
  return `notice:${field.replaceAll(/[^\w.]/g, '').slice(0, 60)}`
}

/** One commit or several: 200 only after all of them. A rejection that says no more is the database's absence. */
async function storing(work: Array<Promise<unknown>>): Promise<void> {
  const [only] = work
  if (only !== undefined && work.length === 1) {
    await only.catch(rethrow)
    return
  }
  // All are awaited, also where one fails: an unhandled rejection would end the process.
  const results = await Promise.allSettled(work)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) rethrow(failed.reason)
}

function rethrow(cause: unknown): never {
  if (cause instanceof BotctlError) throw cause
  throw new BotctlError('database_unavailable', 'the message could not be stored', { exit: EXIT.tryAgain, cause })
}
