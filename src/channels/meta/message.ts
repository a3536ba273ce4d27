import type { InboundMessage } from '../../engine/types.ts'
import { readId, readNumber, readObject, readPlace, readText } from '../parsed.ts'
import type { JsonObject } from '../parsed.ts'

/**
 * One element of `messages[]` (meta.md §6). A type that is unknown becomes `unsupported`: the shopper gets a polite
 * answer. A known type without its payload is malformed: returns the reason.
 */
export function parseMessage(raw: JsonObject, id: string, receivedAt: number): InboundMessage | string {
  const base: InboundMessage = { id, at: readTime(raw.timestamp, receivedAt), kind: 'unsupported', text: '' }
  addContext(base, readObject(raw.context))
  const type = typeof raw.type === 'string' ? raw.type : 'unsupported'
  switch (type) {
    case 'text': {
      const text = readText(readObject(raw.text)?.body)
      return text === null ? 'text_without_body' : { ...base, kind: 'text', text }
    }
    case 'interactive':
      return parseInteractive(base, readObject(raw.interactive))
    case 'button':
      return parseChoice(base, readObject(raw.button)?.payload, readObject(raw.button)?.text)
    case 'order':
      return parseOrder(base, readObject(raw.order))
    case 'image':
    case 'video':
    case 'sticker':
    case 'document':
    case 'audio':
      return parseMedia(base, type, readObject(raw[type]))
    case 'location':
      return parseLocation(base, readObject(raw.location))
    case 'contacts':
      return Array.isArray(raw.contacts) ? { ...base, kind: 'contacts' } : 'contacts_malformed'
    case 'reaction':
      return parseReaction(base, readObject(raw.reaction))
    case 'system':
      return { ...base, kind: 'system', text: readText(readObject(raw.system)?.body) ?? '' }
    default:
      return base
  }
}

/**
 * Unix seconds as text. What is no number, older than any message that Meta still delivers, or more than a day ahead of
 * us is taken as now: windows and ages are computed from it. With such a time one of the two clocks is wrong, and were
 * it ours, every answer would wait for a 24-hour window that seems closed: a shop silent for everybody, without an error.
 */
export function readTime(value: unknown, receivedAt: number): number {
  const ms = (readNumber(value) ?? 0) * 1000
  return ms > receivedAt - LATEST_DELIVERY && ms < receivedAt + DAY ? Math.round(ms) : receivedAt
}

const DAY = 86_400_000
/** Meta repeats a webhook for seven days and no longer (meta.md §4). */
const LATEST_DELIVERY = 7 * DAY

function addContext(message: InboundMessage, context: JsonObject | null): void {
  if (context === null) return
  const replyTo = readId(context.id)
  if (replyTo !== null) message.replyTo = replyTo
  const sku = readText(readObject(context.referred_product)?.product_retailer_id, 200)
  if (sku) message.referredSku = sku
}

function parseInteractive(base: InboundMessage, interactive: JsonObject | null): InboundMessage | string {
  if (interactive === null) return 'interactive_malformed'
  if (interactive.type === 'button_reply' || interactive.type === 'list_reply') {
    const reply = readObject(interactive[interactive.type])
    return parseChoice(base, reply?.id, reply?.title)
  }
  if (interactive.type === 'nfm_reply') return parseForm(base, readObject(interactive.nfm_reply))
  return base
}

function parseChoice(base: InboundMessage, id: unknown, title: unknown): InboundMessage | string {
  const choiceId = readText(id, 1000)
  const text = readText(title, 1000)
  if (!choiceId && !text) return 'choice_without_id'
  return { ...base, kind: 'choice', text: text ?? '', ...(choiceId ? { choiceId } : {}) }
}

/** `response_json` is JSON inside a string; only its flat fields are answers, and the flow token is not one. */
function parseForm(base: InboundMessage, reply: JsonObject | null): InboundMessage | string {
  const text = readText(reply?.response_json)
  if (text === null) return 'form_malformed'
  let answers: JsonObject | null
  try {
    answers = readObject(JSON.parse(text))
  } catch {
    answers = null
  }
  if (answers === null) return 'form_malformed'
  const form: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of Object.entries(answers).slice(0, 100)) {
    const key = readText(name, 200)
    if (!key || key === 'flow_token') continue
    if (typeof value === 'string') form[key] = readText(value, 4096) ?? ''
    else if (typeof value === 'number' || typeof value === 'boolean') form[key] = String(value)
  }
  return { ...base, kind: 'form', text: '', form: { ...form } }
}

/** A native cart: SKUs and quantities. Its prices are the shopper's phone's word and stay behind. */
function parseOrder(base: InboundMessage, order: JsonObject | null): InboundMessage | string {
  if (order === null || !Array.isArray(order.product_items)) return 'order_malformed'
  const items: Array<{ sku: string; quantity: number }> = []
  for (const entry of order.product_items as unknown[]) {
    const item = readObject(entry)
    const sku = readText(item?.product_retailer_id, 200)
    const quantity = readNumber(item?.quantity)
    if (!sku || quantity === null || !Number.isInteger(quantity) || quantity < 1) continue
    items.push({ sku, quantity: Math.min(quantity, MOST_UNITS) })
  }
  if (items.length === 0) return 'order_without_items'
  const note = readText(order.text)
  return { ...base, kind: 'order', text: note ?? '', order: { items, ...(note ? { note } : {}) } }
}

/** Beyond any stock, and far from where sums of pesos lose precision. */
const MOST_UNITS = 100_000

function parseMedia(
  base: InboundMessage,
  kind: 'image' | 'video' | 'sticker' | 'document' | 'audio',
  media: JsonObject | null,
): InboundMessage | string {
  const id = readId(media?.id)
  const url = readText(media?.url, 4096)
  if (media === null || (id === null && !url)) return 'media_without_id'
  const mimeType = readText(media.mime_type, 200)
  const filename = readText(media.filename, 255)
  const sha256 = readText(media.sha256, 100)
  return {
    ...base,
    kind,
    text: readText(media.caption) ?? '',
    media: {
      ...(id === null ? {} : { id }),
      ...(url ? { url } : {}),
      ...(mimeType ? { mimeType } : {}),
      ...(filename ? { filename } : {}),
      ...(sha256 ? { sha256 } : {}),
      ...(media.voice === true ? { voice: true } : {}),
    },
  }
}

function parseLocation(base: InboundMessage, location: JsonObject | null): InboundMessage | string {
  const place = readPlace(location?.latitude, location?.longitude)
  if (place === null) return 'location_malformed'
  const name = readText(location?.name, 1000)
  const address = readText(location?.address, 1000)
  return {
    ...base,
    kind: 'location',
    text: [name, address].filter(Boolean).join(', '),
    location: { ...place, ...(name ? { name } : {}), ...(address ? { address } : {}) },
  }
}

/** Without an emoji the reaction was taken back. */
function parseReaction(base: InboundMessage, reaction: JsonObject | null): InboundMessage | string {
  const target = readId(reaction?.message_id)
  if (target === null) return 'reaction_malformed'
  return { ...base, kind: 'reaction', text: readText(reaction?.emoji, 100) ?? '', replyTo: target }
}
