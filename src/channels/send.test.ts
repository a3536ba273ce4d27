import { createServer } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sendJson, startFake } from '../../test/support/fake-provider.ts'
import type { FakeServer, Heard } from '../../test/support/fake-provider.ts'
import type { ServerResponse } from 'node:http'
import { createMetaChannel } from './meta/channel.ts'
import type { Channel, ChannelAccount, OutgoingBubble } from './port.ts'
import { createRequester } from './request.ts'
import { createTwilioChannel } from './twilio/channel.ts'

type Answer = (request: Heard, response: ServerResponse) => void
let answer: Answer = () => {}
let fake: FakeServer
const request = createRequester({ deadlineMs: 400 })
const open: FakeServer[] = []
beforeEach(async () => {
  fake = await startFake((heard, response) => answer(heard, response))
  open.push(fake)
})
afterAll(async () => {
  await request.close()
  for (const one of open) await one.close()
})

const META: ChannelAccount = {
  channelId: 'chn_m',
  tenantId: 'ten_a',
  provider: 'meta',
  address: '106540352242922',
  secrets: { token: 'EAAG-token', appSecret: 's', verifyToken: 'v' },
}
const TWILIO: ChannelAccount = {
  channelId: 'chn_t',
  tenantId: 'ten_a',
  provider: 'twilio',
  address: '+56223456789',
  secrets: { accountSid: 'AC01', authToken: 'secret' },
}
const bubble = (reply: OutgoingBubble['reply'], more: Partial<OutgoingBubble> = {}): OutgoingBubble => ({
  opaqueId: 'ob_02',
  to: { phone: '+56912345678', userId: null },
  reply,
  ...more,
})
const text = bubble({ type: 'text', text: 'Hola' })
const meta = (): Channel => createMetaChannel({ request, graphUrl: `${fake.url}/`, version: 'v25.0' })
const twilio = (): Channel => createTwilioChannel({ request, apiUrl: fake.url, publicUrl: 'https://bot.cl/' })

describe('Meta', () => {
  it.each<[string, OutgoingBubble, unknown]>([
    [
      'a list',
      bubble({
        type: 'list',
        text: '¿Qué quieres pedir?',
        button: 'Ver carta',
        sections: [
          { title: 'Empanadas', rows: [{ id: 'sku:EMP-PINO', title: 'Empanada de pino', description: '$2.500' }] },
        ],
      }),
      {
        type: 'interactive',
        biz_opaque_callback_data: 'ob_02',
        interactive: {
          type: 'list',
          body: { text: '¿Qué quieres pedir?' },
          action: {
            button: 'Ver carta',
            sections: [
              { title: 'Empanadas', rows: [{ id: 'sku:EMP-PINO', title: 'Empanada de pino', description: '$2.500' }] },
            ],
          },
        },
      },
    ],
    [
      'buttons',
      bubble({
        type: 'buttons',
        text: 'Total $12.990. ¿Confirmas?',
        buttons: [
          { id: 'ord:42:confirm', title: 'Confirmo' },
          { id: 'ord:42:edit', title: 'Cambiar algo' },
        ],
      }),
      {
        interactive: {
          type: 'button',
          body: { text: 'Total $12.990. ¿Confirmas?' },
          action: {
            buttons: [
              { type: 'reply', reply: { id: 'ord:42:confirm', title: 'Confirmo' } },
              { type: 'reply', reply: { id: 'ord:42:edit', title: 'Cambiar algo' } },
            ],
          },
        },
      },
    ],
    [
      'a payment link',
      bubble({
        type: 'link',
        text: 'Paga aquí. Vence en 15 minutos.',
        title: 'Pagar $12.990',
        url: 'https://www.flow.cl/app/web/pay.php?token=TOKEN',
      }),
      {
        interactive: {
          type: 'cta_url',
          body: { text: 'Paga aquí. Vence en 15 minutos.' },
          action: {
            name: 'cta_url',
            parameters: { display_text: 'Pagar $12.990', url: 'https://www.flow.cl/app/web/pay.php?token=TOKEN' },
          },
        },
      },
    ],
    [
      'a template',
      bubble({ type: 'template', name: 'carro_pendiente', language: 'es_CL', parameters: ['Camila'] }),
      {
        type: 'template',
        template: {
          name: 'carro_pendiente',
          language: { code: 'es_CL' },
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Camila' }] }],
        },
      },
    ],
    [
      'a picture',
      bubble({ type: 'image', url: 'https://x/1.jpg', text: 'Mira' }),
      { type: 'image', image: { link: 'https://x/1.jpg', caption: 'Mira' } },
    ],
    [
      'a quote',
      bubble({ type: 'text', text: 'Hola' }, { replyTo: 'wamid.1' }),
      { context: { message_id: 'wamid.1' }, text: { body: 'Hola' } },
    ],
  ])('sends %s as Meta wants it', async (_, sent, expected) => {
    answer = (_request, response) => sendJson(response, 200, { messages: [{ id: 'wamid.OUT' }] })
    expect(await meta().send(META, sent)).toEqual({ ok: true, providerMessageId: 'wamid.OUT' })
    const [heard] = fake.heard
    expect([heard?.method, heard?.url, heard?.headers.authorization]).toEqual([
      'POST',
      '/v25.0/106540352242922/messages',
      'Bearer EAAG-token',
    ])
    expect(JSON.parse(heard?.body ?? '')).toMatchObject({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+56912345678',
      ...(expected as object),
    })
  })

  it('sends to a business-scoped id in the field made for it', async () => {
    answer = (_request, response) => sendJson(response, 200, { messages: [{ id: 'wamid.OUT' }] })
    await meta().send(META, { ...text, to: { phone: null, userId: 'CL.1a2b3c' } })
    const body = JSON.parse(fake.heard[0]?.body ?? '') as object
    expect(body).toMatchObject({ recipient: 'CL.1a2b3c' })
    expect(body).not.toHaveProperty('to')
  })

  it.each([
    [130429, 400, 'rate'],
    [80007, 400, 'rate'],
    [4, 400, 'rate'],
    [131056, 400, 'pair'],
    [131000, 500, 'transient'],
    [131016, 500, 'transient'],
    [2, 503, 'transient'],
    [1, 400, 'transient'],
    [133004, 503, 'transient'],
    [131057, 500, 'maintenance'],
    [131047, 400, 'window'],
    [131026, 400, 'undeliverable'],
    [131049, 400, 'marketing_declined'],
    [131050, 400, 'opted_out'],
    [130472, 400, 'undeliverable'],
    [131048, 400, 'spam'],
    [0, 401, 'auth'],
    [190, 401, 'auth'],
    [3, 500, 'auth'],
    [10, 403, 'auth'],
    [131005, 403, 'auth'],
    [200, 403, 'auth'],
    [299, 403, 'auth'],
    [368, 403, 'account'],
    [131031, 403, 'account'],
    [130497, 403, 'account'],
    [131042, 400, 'account'],
    [131045, 500, 'account'],
    [133010, 400, 'account'],
    [133006, 400, 'account'],
    [131037, 400, 'account'],
    [100, 400, 'bad_request'],
    [131008, 400, 'bad_request'],
    [131009, 400, 'bad_request'],
    [135000, 400, 'bad_request'],
    [33, 400, 'bad_request'],
    [131021, 400, 'bad_request'],
    [131051, 400, 'bad_request'],
    [131052, 400, 'media'],
    [131053, 400, 'media'],
    [131062, 400, 'undeliverable'],
    [132000, 400, 'bad_request'],
    [132001, 404, 'bad_request'],
    [132005, 400, 'bad_request'],
    [132007, 400, 'bad_request'],
    [132012, 400, 'bad_request'],
    [132015, 400, 'bad_request'],
    [132016, 400, 'bad_request'],
    [132068, 400, 'bad_request'],
    [132069, 400, 'bad_request'],
    [999_999, 500, 'transient'],
    [999_999, 400, 'bad_request'],
  ] as const)('code %i with HTTP %i is %s', async (code, status, expected) => {
    answer = (_request, response) =>
      sendJson(response, status, {
        error: {
          message: `(#${code}) x`,
          type: 'OAuthException',
          code,
          error_data: { details: 'why' },
          fbtrace_id: 'trace1',
        },
      })
    expect(await meta().send(META, text)).toEqual({
      ok: false,
      class: expected,
      code: String(code),
      detail: 'why',
      traceId: 'trace1',
    })
  })

  it.each([
    [500, 'transient'],
    [503, 'transient'],
    [502, 'ambiguous'],
    [504, 'ambiguous'],
    [429, 'rate'],
    [401, 'auth'],
    [404, 'bad_request'],
  ] as const)("a gateway's page with HTTP %i is %s", async (status, expected) => {
    answer = (_request, response) => response.writeHead(status, { 'retry-after': '7' }).end('<html>')
    expect(await meta().send(META, text)).toMatchObject({
      ok: false,
      class: expected,
      code: `HTTP_${status}`,
      retryAfterMs: 7000,
    })
  })

  it('yes without an id, a cut after the request, and silence are ambiguous: it may have been accepted', async () => {
    answer = (_request, response) => sendJson(response, 200, {})
    expect(await meta().send(META, text)).toMatchObject({ ok: false, class: 'ambiguous' })
    answer = (_request, response) => response.socket?.destroy()
    expect(await meta().send(META, text)).toMatchObject({ ok: false, class: 'ambiguous' })
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"mess')
      response.socket?.end()
    }
    expect(await meta().send(META, text)).toMatchObject({ ok: false, class: 'ambiguous' })
    answer = () => {}
    expect(await meta().send(META, text)).toMatchObject({ ok: false, class: 'ambiguous', code: 'DEADLINE' })
  })

  it('a refused connection and a name that is none are transient: nothing was sent', async () => {
    const gone = await startFake(() => {})
    await gone.close()
    for (const graphUrl of [gone.url, 'http://no-such-host.invalid']) {
      const result = await createMetaChannel({ request, graphUrl }).send(META, text)
      expect(result).toMatchObject({ ok: false, class: 'transient' })
    }
  })

  it('a server that takes the connection and never reads is ambiguous within the deadline', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const started = performance.now()
    const result = await createMetaChannel({ request, graphUrl: `http://127.0.0.1:${port}` }).send(META, text)
    expect(result).toMatchObject({ ok: false, class: 'ambiguous' })
    expect(performance.now() - started).toBeLessThan(3000)
    server.close()
  })

  it('marks read and types, and never throws', async () => {
    answer = (_request, response) => sendJson(response, 200, { success: true })
    await meta().acknowledge(META, 'wamid.B1')
    expect(JSON.parse(fake.heard[0]?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.B1',
      typing_indicator: { type: 'text' },
    })
    answer = (_request, response) => response.socket?.destroy()
    await expect(meta().acknowledge(META, 'wamid.B1')).resolves.toBeUndefined()
  })

  it('verifies: well, refused, blocked with the reasons, without secrets', async () => {
    answer = (_request, response) =>
      sendJson(response, 200, {
        display_phone_number: '+56 2 2345 6789',
        health_status: { can_send_message: 'AVAILABLE' },
      })
    expect(await meta().verify(META)).toEqual({ ok: true, findings: [] })
    answer = (_request, response) => sendJson(response, 401, { error: { code: 190, message: 'expired' } })
    expect(await meta().verify(META)).toMatchObject({
      ok: false,
      findings: [expect.stringContaining('refuses the access token')],
    })
    answer = (_request, response) =>
      sendJson(response, 200, {
        health_status: {
          can_send_message: 'BLOCKED',
          entities: [
            {
              entity_type: 'WABA',
              can_send_message: 'BLOCKED',
              errors: [{ error_description: 'no payment method', possible_solution: 'add one' }],
            },
          ],
        },
      })
    expect((await meta().verify(META)).findings).toEqual([
      'Meta blocks sending from this number',
      'WABA: no payment method – add one',
    ])
    expect(await meta().verify({ ...META, secrets: {} })).toMatchObject({
      ok: false,
      findings: [expect.any(String), expect.any(String), expect.any(String)],
    })
  })
})

describe('Twilio', () => {
  it('sends text with the account, and asks for callbacks that carry our id', async () => {
    answer = (_request, response) => sendJson(response, 201, { sid: 'SM1', status: 'queued' })
    expect(await twilio().send(TWILIO, text)).toEqual({ ok: true, providerMessageId: 'SM1' })
    const [heard] = fake.heard
    expect(heard?.url).toBe('/2010-04-01/Accounts/AC01/Messages.json')
    expect(heard?.headers.authorization).toBe(`Basic ${Buffer.from('AC01:secret').toString('base64')}`)
    expect(Object.fromEntries(new URLSearchParams(heard?.body))).toEqual({
      To: 'whatsapp:+56912345678',
      From: 'whatsapp:+56223456789',
      Body: 'Hola',
      StatusCallback: 'https://bot.cl/webhook/twilio/status?ob=ob_02',
    })
  })

  it('sends pictures as media, templates by their content sid, and to ids', async () => {
    answer = (_request, response) => sendJson(response, 201, { sid: 'SM1' })
    await twilio().send(TWILIO, bubble({ type: 'image', url: 'https://x/1.jpg', text: '' }))
    await twilio().send(
      TWILIO,
      bubble(
        { type: 'template', name: 'HX1', language: 'es_CL', parameters: ['Camila'] },
        { to: { phone: null, userId: 'CL.abc' } },
      ),
    )
    const forms = fake.heard.map((heard) => Object.fromEntries(new URLSearchParams(heard.body)))
    expect(forms[0]).toMatchObject({ MediaUrl: 'https://x/1.jpg' })
    expect(forms[0]).not.toHaveProperty('Body')
    expect(forms[1]).toMatchObject({ To: 'whatsapp:CL.abc', ContentSid: 'HX1', ContentVariables: '{"1":"Camila"}' })
  })

  it.each([
    [20429, 429, 'rate'],
    [63018, 429, 'rate'],
    [63017, 429, 'rate'],
    [63016, 400, 'window'],
    [63024, 400, 'undeliverable'],
    [21211, 400, 'undeliverable'],
    [63003, 400, 'undeliverable'],
    [63021, 400, 'bad_request'],
    [63032, 400, 'undeliverable'],
    [63049, 400, 'marketing_declined'],
    [21610, 400, 'opted_out'],
    [21617, 400, 'bad_request'],
    [21658, 400, 'bad_request'],
    [14103, 400, 'bad_request'],
    [30036, 400, 'transient'],
    [20003, 401, 'auth'],
    [99999, 500, 'transient'],
    [99999, 400, 'bad_request'],
  ] as const)('code %i with HTTP %i is %s', async (code, status, expected) => {
    answer = (_request, response) => sendJson(response, status, { code, message: 'why', status })
    expect(await twilio().send(TWILIO, text)).toEqual({ ok: false, class: expected, code: String(code), detail: 'why' })
  })

  it('looks up whether an ambiguous send arrived: the same text to the same shopper, since then', async () => {
    const since = Date.UTC(2026, 10, 22, 12, 0, 5, 300)
    const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds)).toUTCString()
    const list = [
      { sid: 'SMold', body: 'Hola', date_created: at(1) },
      { sid: 'SMother', body: 'Chao', date_created: at(6) },
      { sid: 'SMfound', body: 'Hola', date_created: at(5) },
    ]
    answer = (_request, response) => sendJson(response, 200, { messages: list })
    expect(await twilio().lookUp?.(TWILIO, text, since)).toBe('SMfound')
    expect(fake.heard[0]?.url).toContain('To=whatsapp%3A%2B56912345678')
    list.pop()
    expect(await twilio().lookUp?.(TWILIO, text, since)).toBeNull()
  })

  it('verifies SID and token', async () => {
    answer = (_request, response) => sendJson(response, 200, { status: 'active' })
    expect(await twilio().verify(TWILIO)).toEqual({ ok: true, findings: [] })
    answer = (_request, response) => sendJson(response, 200, { status: 'suspended' })
    expect((await twilio().verify(TWILIO)).ok).toBe(false)
    answer = (_request, response) => sendJson(response, 401, {})
    expect((await twilio().verify(TWILIO)).findings).toEqual(['Twilio refuses this account SID and auth token'])
  })
})
