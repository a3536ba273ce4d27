import { replyAsText } from '../numbered.ts'
import { readId, readObject, readText } from '../parsed.ts'
import type { ChannelAccount, OutgoingBubble, SendResult } from '../port.ts'
import type { ProviderAnswer, Requester } from '../request.ts'
import { parseObject, readRetryAfter } from '../answer.ts'
import { classifyTwilioError } from './errors.ts'

/**
 * Through undici, not the `twilio` package: the package hides whether a broken call was written (its axios errors say
 * neither), takes another base URL only by rewriting every request in a client of one's own, and costs 60 ms and
 * 30 MB to load for three form posts. It stays the oracle of the signature tests.
 */
export interface TwilioApi {
  apiUrl: string
  messagingUrl: string
  /** Where status callbacks go; null: none are asked for, and ambiguous sends are looked up by listing. */
  statusUrl: string | null
  /** Where messages should come in; null where nobody outside can reach us. */
  webhookUrl: string | null
  request: Requester
}

export const TWILIO_API_URL = 'https://api.twilio.com'
export const TWILIO_MESSAGING_URL = 'https://messaging.twilio.com'

/** `POST …/Messages.json` (twilio.md §1). The bubble must have been rendered. */
export async function sendViaTwilio(
  api: TwilioApi,
  account: ChannelAccount,
  bubble: OutgoingBubble,
): Promise<SendResult> {
  const answer = await callTwilio(api, account, {
    method: 'POST',
    url: `${messagesUrl(api, account)}.json`,
    form: messageForm(api, account, bubble),
    ...(bubble.notAfter === undefined ? {} : { notAfter: bubble.notAfter }),
  })
  if (!answer.ok) return answer
  if (answer.status < 200 || answer.status >= 300) return readFailure(answer)
  const id = readId(parseObject(answer.text)?.sid)
  if (id !== null) return { ok: true, providerMessageId: id }
  return { ok: false, class: 'ambiguous', code: 'NO_ID', detail: 'accepted without a message id' }
}

/** Marks read and shows "typing…" (§3, beta). Best effort. */
export async function acknowledgeViaTwilio(api: TwilioApi, account: ChannelAccount, messageSid: string): Promise<void> {
  await callTwilio(api, account, {
    method: 'POST',
    url: `${api.messagingUrl}/v2/Indicators/Typing.json`,
    form: { messageId: messageSid, channel: 'whatsapp' },
    // Late typing is worse than none: the reply is there by then.
    deadlineMs: 3000,
  })
}

/**
 * Whether an ambiguous send was accepted: the messages to this shopper since then, by their text. Null where none is
 * found. `since` is epoch ms of the attempt.
 */
export async function lookUpViaTwilio(
  api: TwilioApi,
  account: ChannelAccount,
  bubble: OutgoingBubble,
  since: number,
): Promise<string | null> {
  const query = new URLSearchParams({
    To: recipient(bubble),
    From: `whatsapp:${account.address}`,
    // Twilio filters by day, in UTC.
    'DateSent>': new Date(since).toISOString().slice(0, 10),
    PageSize: '50',
  })
  const answer = await callTwilio(api, account, {
    method: 'GET',
    url: `${messagesUrl(api, account)}.json?${query.toString()}`,
  })
  if (!answer.ok || answer.status !== 200) return null
  const list = parseObject(answer.text)?.messages
  const wanted = messageForm(api, account, bubble).Body ?? ''
  for (const part of Array.isArray(list) ? (list as unknown[]) : []) {
    const entry = readObject(part)
    const at = Date.parse(readText(entry?.date_created, 100) ?? '')
    // Twilio's times are whole seconds.
    if (entry?.body === wanted && at >= Math.floor(since / 1000) * 1000) return readId(entry.sid)
  }
  return null
}

/** Any call with the account's SID and token. */
export function callTwilio(
  api: TwilioApi,
  account: ChannelAccount,
  call: { method: 'GET' | 'POST'; url: string; form?: Record<string, string>; deadlineMs?: number; notAfter?: number },
): Promise<ProviderAnswer> {
  const { accountSid = '', authToken = '' } = account.secrets
  return api.request({
    method: call.method,
    url: call.url,
    headers: {
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      ...(call.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(call.form === undefined ? {} : { body: new URLSearchParams(call.form).toString() }),
    ...(call.deadlineMs === undefined ? {} : { deadlineMs: call.deadlineMs }),
    ...(call.notAfter === undefined ? {} : { notAfter: call.notAfter }),
  })
}

function messagesUrl(api: TwilioApi, account: ChannelAccount): string {
  return `${api.apiUrl}/2010-04-01/Accounts/${encodeURIComponent(account.secrets.accountSid ?? '')}/Messages`
}

function messageForm(api: TwilioApi, account: ChannelAccount, bubble: OutgoingBubble): Record<string, string> {
  const form: Record<string, string> = { To: recipient(bubble), From: `whatsapp:${account.address}` }
  // Our id comes back in the callback's own URL: Twilio echoes nothing else.
  if (api.statusUrl !== null) form.StatusCallback = `${api.statusUrl}?ob=${encodeURIComponent(bubble.opaqueId)}`
  const { reply } = bubble
  if (reply.type === 'template') {
    // On Twilio a template is its Content resource: the name is the HX… sid.
    form.ContentSid = reply.name
    form.ContentVariables = JSON.stringify(
      Object.fromEntries(reply.parameters.map((value, index) => [String(index + 1), value])),
    )
  } else if (reply.type === 'image') {
    form.MediaUrl = reply.url
    if (reply.text !== '') form.Body = reply.text
  } else {
    form.Body = replyAsText(reply)
  }
  return form
}

function recipient(bubble: OutgoingBubble): string {
  return `whatsapp:${bubble.to.phone ?? bubble.to.userId ?? ''}`
}

function readFailure(answer: Extract<ProviderAnswer, { ok: true }>): SendResult & { ok: false } {
  const error = parseObject(answer.text)
  const rawCode = error?.code
  const code = typeof rawCode === 'number' || typeof rawCode === 'string' ? String(rawCode).slice(0, 32) : null
  const retryAfterMs = readRetryAfter(answer.headers['retry-after'])
  return {
    ok: false,
    class: classifyTwilioError(code, answer.status),
    code: code ?? `HTTP_${answer.status}`,
    detail: readText(error?.message, 300) ?? `HTTP ${answer.status}`,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  }
}
