import { createHmac } from 'node:crypto'
import { createServer, request as httpRequest, Agent } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A frozen replica takes a connection and says nothing: the provider gives up on it and delivers elsewhere, before the wait
 * for a callback (`ambiguousMs`) is over. Shorter, and a daemon that is merely busy is asked again and again by everybody.
 */
const CALLBACK_TIMEOUT_MS = 2500

export interface FakeSend {
  /** Our own id, as the daemon sent it. */
  opaqueId: string
  to: string
  text: string
  phoneNumberId: string
  wamid: string
  /** When the request was here, and when it was accepted. */
  askedAt: number
  at: number
  /** When somebody took a callback about it with 200; null until then. */
  reportedAt: number | null
}

export interface FakeMeta {
  /** Set META_GRAPH_URL to this. */
  url: string
  /** What was accepted, in order. */
  sends: FakeSend[]
  /** Requests that were answered with an error or cut before they were accepted. */
  refused: number
  /** Requests whose connection was cut after they were accepted. */
  cut: number
  /** Where status callbacks go; null sends none. May change while it runs (another replica). */
  callbackUrl: string | null
  close(): Promise<void>
}

export interface FakeMetaOptions {
  appSecret: string
  /** Milliseconds before the answer: a constant or a range. */
  delayMs?: [number, number]
  /** Shares of requests, 0 to 1. */
  cutAfterAccept?: number
  tooFast?: number
  broken?: number
  /** Status callbacks after each accepted send. */
  callbacks?: ReadonlyArray<'sent' | 'delivered' | 'read'>
  random?: () => number
  /** Keep no list, for runs of a hundred thousand messages; count with `onSend`. */
  forget?: boolean
  onSend?: (send: FakeSend) => void
}

/** Meta's Cloud API on loopback: takes sends, makes faults on purpose, and reports back as signed status webhooks. */
export async function startFakeMeta(options: FakeMetaOptions): Promise<FakeMeta> {
  const random = options.random ?? Math.random
  // As many callbacks at once as Meta would have under way: with few, a busy daemon makes them late and later.
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const pending = new Set<NodeJS.Timeout>()
  let counter = 0
  let closed = false
  const fake: FakeMeta = {
    url: '',
    sends: [],
    refused: 0,
    cut: 0,
    callbackUrl: null,
    async close() {
      closed = true
      for (const timer of pending) clearTimeout(timer)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const askedAt = Date.now()
      const [low, high] = options.delayMs ?? [0, 0]
      const delay = low + random() * (high - low)
      if (delay === 0) return answer()
      later(delay, answer)
      return undefined

      function answer(): void {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
        if (body.status === 'read') return reply(200, { success: true })
        const fate = random()
        if (fate < (options.tooFast ?? 0)) {
          fake.refused += 1
          return reply(400, {
            error: { message: '(#130429) Rate limit hit', code: 130429, error_data: { details: 'slow' } },
          })
        }
        if (fate < (options.tooFast ?? 0) + (options.broken ?? 0)) {
          fake.refused += 1
          return reply(500, { error: { message: '(#131000) Something went wrong', code: 131000 } })
        }
        const send = accept(incoming.url ?? '', body, askedAt)
        report(send)
        if (random() < (options.cutAfterAccept ?? 0)) {
          fake.cut += 1
          incoming.socket.destroy()
          return undefined
        }
        return reply(200, {
          messaging_product: 'whatsapp',
          contacts: [{ input: send.to, wa_id: send.to.replace('+', '') }],
          messages: [{ id: send.wamid }],
        })
      }
    })

    function reply(status: number, body: unknown): void {
      if (outgoing.destroyed) return
      outgoing.writeHead(status, { 'content-type': 'application/json' })
      outgoing.end(JSON.stringify(body))
    }
  })

  function accept(path: string, body: Record<string, unknown>, askedAt: number): FakeSend {
    counter += 1
    const { text, interactive } = body as { text?: { body: string }; interactive?: { body?: { text: string } } }
    const words = body as { biz_opaque_callback_data?: string; to?: string; recipient?: string }
    const send: FakeSend = {
      opaqueId: words.biz_opaque_callback_data ?? '',
      to: words.to ?? words.recipient ?? '',
      text: text?.body ?? interactive?.body?.text ?? '',
      phoneNumberId: path.split('/').at(-2) ?? '',
      wamid: `wamid.out.${process.pid}.${counter}`,
      askedAt,
      at: Date.now(),
      reportedAt: null,
    }
    if (!options.forget) fake.sends.push(send)
    options.onSend?.(send)
    return send
  }

  function report(send: FakeSend): void {
    for (const [index, status] of (options.callbacks ?? []).entries()) {
      later(5 + index * 20, () => callBack(send, status, 1))
    }
  }

  /** Delivered again until it is taken, as Meta does, only faster. */
  function callBack(send: FakeSend, status: string, attempt: number): void {
    const target = fake.callbackUrl
    if (!target || closed) return
    const body = Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            id: '1',
            changes: [
              {
                field: 'messages',
                value: {
                  messaging_product: 'whatsapp',
                  metadata: { display_phone_number: '56200000000', phone_number_id: send.phoneNumberId },
                  statuses: [
                    {
                      id: send.wamid,
                      status,
                      timestamp: String(Math.floor(Date.now() / 1000)),
                      recipient_id: send.to.replace('+', ''),
                      biz_opaque_callback_data: send.opaqueId,
                    },
                  ],
                },
              },
            ],
          },
        ],
      }),
    )
    const again = (): void => {
      if (attempt < 200) later(Math.min(400, 50 * attempt), () => callBack(send, status, attempt + 1))
    }
    const call = httpRequest(
      new URL('/webhook/meta', target),
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-hub-signature-256': sign(options.appSecret, body),
        },
      },
      (response) => {
        response.resume()
        if (response.statusCode === 200) send.reportedAt ??= Date.now()
        else again()
      },
    )
    call.setTimeout(CALLBACK_TIMEOUT_MS, () => call.destroy(new Error('no answer')))
    call.on('error', again)
    call.end(body)
  }

  function later(ms: number, work: () => void): void {
    if (closed) return
    const timer = setTimeout(() => {
      pending.delete(timer)
      work()
    }, ms)
    pending.add(timer)
  }

  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return fake
}

/** `X-Hub-Signature-256` of a body. */
export function sign(appSecret: string, body: Buffer | string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

/** One text as Meta posts it. */
export function metaText(message: {
  phoneNumberId: string
  from: string
  id: string
  text: string
  at?: number
}): string {
  return metaEnvelope(message.phoneNumberId, [metaMessage(message)])
}

export function metaMessage(message: { from: string; id: string; text: string; at?: number }) {
  return {
    from: message.from.replace('+', ''),
    id: message.id,
    timestamp: String(Math.floor((message.at ?? Date.now()) / 1000)),
    type: 'text',
    text: { body: message.text },
  }
}

export function metaEnvelope(phoneNumberId: string, messages: unknown[]): string {
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [metaChange(phoneNumberId, messages)] }],
  })
}

export function metaChange(phoneNumberId: string, messages: unknown[], statuses: unknown[] = []) {
  return {
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '56200000000', phone_number_id: phoneNumberId },
      ...(messages.length > 0 ? { messages } : {}),
      ...(statuses.length > 0 ? { statuses } : {}),
    },
  }
}
