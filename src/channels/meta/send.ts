import { parseObject, readRetryAfter } from '../answer.ts'
import { LIMITS } from '../limits.ts'
import { readId, readObject, readText } from '../parsed.ts'
import type { ChannelAccount, OutgoingBubble, SendResult } from '../port.ts'
import type { ProviderAnswer, Requester } from '../request.ts'
import { classifyMetaError } from './errors.ts'

/** Where the Graph API is. The version is configuration: Meta retires each after some two years. */
export interface MetaApi {
  graphUrl: string
  version: string
  request: Requester
}

export const META_GRAPH_URL = 'https://graph.facebook.com'
export const META_GRAPH_VERSION = 'v25.0'

/** `POST /<PHONE_NUMBER_ID>/messages` (meta.md §8). The bubble must have been rendered. */
export async function sendViaMeta(api: MetaApi, account: ChannelAccount, bubble: OutgoingBubble): Promise<SendResult> {
  const answer = await callGraph(api, account, {
    method: 'POST',
    path: `${encodeURIComponent(account.address)}/messages`,
    body: messageBody(bubble),
    ...(bubble.notAfter === undefined ? {} : { notAfter: bubble.notAfter }),
  })
  if (!answer.ok) return answer
  const id = readId(readObject(firstOf(parseObject(answer.text)?.messages))?.id)
  if (answer.status >= 200 && answer.status < 300) {
    if (id !== null) return { ok: true, providerMessageId: id }
    // It said yes and not to what: the status webhook will tell.
    return { ok: false, class: 'ambiguous', code: 'NO_ID', detail: 'accepted without a message id' }
  }
  return readFailure(answer)
}

/** Marks the message read and shows "typing…" (§9). Best effort. */
export async function acknowledgeViaMeta(
  api: MetaApi,
  account: ChannelAccount,
  providerMessageId: string,
): Promise<void> {
  await callGraph(api, account, {
    method: 'POST',
    path: `${encodeURIComponent(account.address)}/messages`,
    body: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: providerMessageId,
      typing_indicator: { type: 'text' },
    },
    // Late typing is worse than none: the reply is there by then.
    deadlineMs: 3000,
  })
}

/** Any call to the Graph API with the account's token. */
export function callGraph(
  api: MetaApi,
  account: ChannelAccount,
  call: { method: 'GET' | 'POST'; path: string; body?: unknown; deadlineMs?: number; notAfter?: number },
): Promise<ProviderAnswer> {
  return api.request({
    method: call.method,
    url: `${api.graphUrl.replace(/\/+$/, '')}/${api.version}/${call.path}`,
    headers: {
      authorization: `Bearer ${account.secrets.token ?? ''}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.deadlineMs === undefined ? {} : { deadlineMs: call.deadlineMs }),
    ...(call.notAfter === undefined ? {} : { notAfter: call.notAfter }),
  })
}

export function messageBody(bubble: OutgoingBubble): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // A business-scoped id in `to` is reported to be dropped without a word: it has a field of its own.
    ...(bubble.to.phone === null ? { recipient: bubble.to.userId } : { to: bubble.to.phone }),
    ...(bubble.replyTo === undefined ? {} : { context: { message_id: bubble.replyTo } }),
    biz_opaque_callback_data: bubble.opaqueId.slice(0, LIMITS.opaqueId),
    ...content(bubble.reply),
  }
}

function content(reply: OutgoingBubble['reply']): Record<string, unknown> {
  switch (reply.type) {
    case 'text':
      return { type: 'text', text: { body: reply.text, preview_url: false } }
    case 'image':
      return { type: 'image', image: { link: reply.url, ...(reply.text === '' ? {} : { caption: reply.text }) } }
    case 'buttons':
      return interactive('button', reply.text, {
        buttons: reply.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })),
      })
    case 'list':
      return interactive('list', reply.text, {
        button: reply.button,
        sections: reply.sections.map(({ title, rows }) => ({ ...(title === '' ? {} : { title }), rows })),
      })
    case 'link':
      return interactive('cta_url', reply.text, {
        name: 'cta_url',
        parameters: { display_text: reply.title, url: reply.url },
      })
    case 'template':
      return { type: 'template', template: template(reply) }
  }
}

function interactive(type: string, text: string, action: unknown): Record<string, unknown> {
  return { type: 'interactive', interactive: { type, body: { text }, action } }
}

function template(reply: Extract<OutgoingBubble['reply'], { type: 'template' }>): Record<string, unknown> {
  return {
    name: reply.name,
    language: { code: reply.language },
    ...(reply.parameters.length === 0
      ? {}
      : { components: [{ type: 'body', parameters: reply.parameters.map((text) => ({ type: 'text', text })) }] }),
  }
}

/** `error.code` and `error_data.details` decide; the rest of the body may be anything. */
export function readFailure(answer: Extract<ProviderAnswer, { ok: true }>): SendResult & { ok: false } {
  const error = readObject(parseObject(answer.text)?.error)
  const rawCode = error?.code
  const code = typeof rawCode === 'number' || typeof rawCode === 'string' ? String(rawCode).slice(0, 32) : null
  const details = readObject(error?.error_data)?.details
  const traceId = readText(error?.fbtrace_id, 100)
  const retryAfterMs = readRetryAfter(answer.headers['retry-after'])
  return {
    ok: false,
    class: classifyMetaError(code, answer.status),
    code: code ?? `HTTP_${answer.status}`,
    detail: readText(details, 300) ?? readText(error?.message, 300) ?? `HTTP ${answer.status}`,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    ...(traceId ? { traceId } : {}),
  }
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined
}
