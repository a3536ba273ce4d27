import type { InboundMessage } from '../../engine/types.ts'
import { readId, readPlace, readText, rejectPart } from '../parsed.ts'
import type { ParsedWebhook } from '../parsed.ts'
import { isBusinessScopedId, readPhone } from '../phone.ts'
import type { DeliveryStatus, Sender } from '../port.ts'
import type { FormPairs } from './signature.ts'

type Form = ReadonlyMap<string, string>

/** The decoded pairs of a form body, in order. Broken percent-escapes become U+FFFD, as in browsers: never an error. */
export function decodeForm(body: string): FormPairs {
  return [...new URLSearchParams(body)]
}

/**
 * Takes a Twilio webhook apart (twilio.md §4–5): one message, or one status where the callback was pointed here.
 * Null where it is neither. `opaqueId` is our id from the callback URL's query. Twilio sends no time: `receivedAt`.
 */
export function parseTwilioWebhook(
  pairs: FormPairs,
  opaqueId: string | null,
  receivedAt: number,
): ParsedWebhook | null {
  const form = firstValues(pairs)
  const id = readId(form.get('MessageSid') ?? form.get('SmsMessageSid') ?? form.get('SmsSid'))
  if (id === null) return null
  const statusName = form.get('MessageStatus') ?? form.get('SmsStatus')
  if (statusName !== undefined && statusName !== 'received' && !form.has('Body')) {
    return parseStatus(pairs, form, id, statusName, opaqueId, receivedAt)
  }
  const address = readAddress(form.get('To'))
  if (form.get('To') === undefined) return null
  const sender = readSender(form)
  const parsed: ParsedWebhook = { updates: [], rejected: [] }
  if (address === null || sender === null) {
    const reason = address === null ? 'number_missing' : 'message_without_sender'
    parsed.rejected.push(rejectPart(reason, address, pairs))
    return parsed
  }
  for (const [index, message] of parseMessages(form, id, receivedAt).entries()) {
    // Several media in one message are several messages to us; the first keeps the plain key.
    const key = index === 0 ? `twilio:${id}` : `twilio:${id}:${index}`
    parsed.updates.push({ type: 'message', address, key, sender, message })
  }
  return parsed
}

/** Twilio's states in ours. What is queued was accepted: that alone resolves an ambiguous send, so it counts as sent. */
const STATES: Readonly<Record<string, DeliveryStatus['state']>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

function parseStatus(
  pairs: FormPairs,
  form: Form,
  id: string,
  name: string,
  opaqueId: string | null,
  at: number,
): ParsedWebhook {
  const address = readAddress(form.get('From'))
  const state = Object.hasOwn(STATES, name) ? STATES[name] : undefined
  if (state === undefined) return { updates: [], rejected: [rejectPart('status_unknown', address, pairs)] }
  const status: DeliveryStatus = {
    providerMessageId: id,
    opaqueId: readId(opaqueId),
    state,
    at,
    errorCode: readText(form.get('ErrorCode'), 32) || null,
    errorDetail: readText(form.get('ErrorMessage') ?? form.get('ChannelStatusMessage'), 300) || null,
  }
  return {
    updates: [{ type: 'status', address: address ?? '', key: `twilio:${id}:${state}`, status }],
    rejected: [],
  }
}

function parseMessages(form: Form, id: string, at: number): InboundMessage[] {
  const body = readText(form.get('Body')) ?? ''
  const base: InboundMessage = { id, at, kind: 'text', text: body }
  const replyTo = readId(form.get('OriginalRepliedMessageSid'))
  if (replyTo !== null) base.replyTo = replyTo

  const choiceId = readText(form.get('ButtonPayload') || form.get('ListId'), 1000)
  const title = readText(form.get('ButtonText') || form.get('ListTitle'), 1000)
  if (choiceId || title) {
    return [{ ...base, kind: 'choice', text: title || body, ...(choiceId ? { choiceId } : {}) }]
  }
  const place = readPlace(form.get('Latitude'), form.get('Longitude'))
  if (place !== null) return [locationMessage(base, form, place)]

  const media = mediaMessages(base, form)
  if (media.length > 0) return media
  const type = form.get('MessageType')
  // A type of its own with nothing that we could read: answered politely, as on Meta.
  if (body === '' && type !== undefined && type !== 'text') return [{ ...base, kind: 'unsupported' }]
  return [base]
}

function locationMessage(
  base: InboundMessage,
  form: Form,
  place: { latitude: number; longitude: number },
): InboundMessage {
  const name = readText(form.get('Label'), 1000)
  const address = readText(form.get('Address'), 1000)
  const text = [name, address].filter(Boolean).join(', ')
  return {
    ...base,
    kind: 'location',
    text: text || base.text,
    location: { ...place, ...(name ? { name } : {}), ...(address ? { address } : {}) },
  }
}

/** Twilio's own limit of media a message. */
const MOST_MEDIA = 10

function mediaMessages(base: InboundMessage, form: Form): InboundMessage[] {
  const messages: InboundMessage[] = []
  for (let index = 0; index < MOST_MEDIA; index++) {
    const url = readText(form.get(`MediaUrl${index}`), 4096)
    if (!url) break
    const mimeType = readText(form.get(`MediaContentType${index}`), 200) ?? ''
    messages.push({
      ...base,
      kind: mediaKind(mimeType, form.get('MessageType')),
      // The caption belongs to the message, not to each of its pictures.
      text: index === 0 ? base.text : '',
      media: { url, ...(mimeType ? { mimeType } : {}), ...(mimeType.startsWith('audio/ogg') ? { voice: true } : {}) },
    })
  }
  return messages
}

function mediaKind(mimeType: string, messageType: string | undefined): InboundMessage['kind'] {
  if (messageType === 'sticker') return 'sticker'
  if (mimeType.startsWith('image/')) return mimeType === 'image/webp' ? 'sticker' : 'image'
  if (mimeType.startsWith('audio/')) return 'audio'
  if (mimeType.startsWith('video/')) return 'video'
  if (/^text\/(x-)?vcard/i.test(mimeType)) return 'contacts'
  return 'document'
}

function readSender(form: Form): Sender | null {
  const from = bare(form.get('From'))
  const external = bare(form.get('ExternalUserId'))
  const phone = readPhone(from) ?? readPhone(form.get('WaId'))
  const userId = isBusinessScopedId(external) ? external : isBusinessScopedId(from) ? from : null
  if (phone === null && userId === null) return null
  return { phone, userId, name: readText(form.get('ProfileName'), 200) || null }
}

function readAddress(value: string | undefined): string | null {
  return readPhone(bare(value))
}

function bare(value: string | undefined): string {
  return (value ?? '').replace(/^whatsapp:/i, '')
}

/** A repeated key counts once, with its first value: the signature covered them all. */
function firstValues(pairs: FormPairs): Form {
  const form = new Map<string, string>()
  for (const [key, value] of pairs) if (!form.has(key)) form.set(key, value)
  return form
}
