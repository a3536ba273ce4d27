import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGES, metaBody, metaText, metaValue, PHONE_NUMBER_ID, STATUSES } from '../../../test/support/meta.ts'
import { parseMetaWebhook } from './parse.ts'
import type { ParsedWebhook } from '../parsed.ts'

const NOW = 1_795_360_100_000
const parse = (body: unknown): ParsedWebhook => {
  const parsed = parseMetaWebhook(body, NOW)
  if (parsed === null) throw new Error('not a webhook')
  return parsed
}
const one = (message: unknown, more: Record<string, unknown> = {}) => {
  const parsed = parse(metaBody(metaValue({ messages: [message], ...more })))
  expect(parsed.rejected).toEqual([])
  expect(parsed.updates).toHaveLength(1)
  return parsed.updates[0]
}

describe('each published message', () => {
  it('text, with the name of the contact that wrote it', () => {
    const contacts = [
      { profile: { name: 'Otra' }, wa_id: '56900000000' },
      { profile: { name: 'Camila' }, wa_id: '56912345678' },
    ]
    expect(one(MESSAGES.text, { contacts })).toEqual({
      type: 'message',
      address: PHONE_NUMBER_ID,
      key: `meta:${PHONE_NUMBER_ID}:wamid.TEST0001`,
      sender: { phone: '+56912345678', userId: null, name: 'Camila' },
      message: { id: 'wamid.TEST0001', at: 1_795_360_000_000, kind: 'text', text: 'Hola' },
    })
  })

  it.each([
    ['button', { kind: 'choice', choiceId: 'ord:42:confirm', text: 'Confirmo', replyTo: 'wamid.OUT1' }],
    ['list', { kind: 'choice', choiceId: 'sku:EMP-PINO', text: 'Empanada de pino', replyTo: 'wamid.OUT2' }],
    ['order', { kind: 'order', order: { items: [{ sku: 'EMP-PINO', quantity: 2 }], note: 'para las 8' } }],
    [
      'voice',
      { kind: 'audio', media: { id: '900001', mimeType: 'audio/ogg; codecs=opus', sha256: 'c2hh', voice: true } },
    ],
    ['image', { kind: 'image', text: 'tienen esto?', media: { id: '900002', mimeType: 'image/jpeg', sha256: 'c2hh' } }],
    [
      'place',
      { kind: 'location', location: { latitude: -33.4489, longitude: -70.6693, name: 'Casa', address: 'Ñuñoa' } },
    ],
    ['tap', { kind: 'choice', choiceId: 'cart:resume', text: 'Seguir comprando', replyTo: 'wamid.TPL1' }],
    ['oddity', { kind: 'unsupported', text: '' }],
  ] as const)('%s', (name, expected) => {
    expect(one(MESSAGES[name])).toMatchObject({ type: 'message', message: expected })
  })

  it('an order without a phone number comes from the business-scoped id', () => {
    expect(one(MESSAGES.order)).toMatchObject({ sender: { phone: null, userId: 'CL.1a2b3c' } })
  })
})

describe('every other inbound type', () => {
  const from = { from: '56912345678', id: 'wamid.X', timestamp: '1795348800' }
  it.each([
    ['video', { type: 'video', video: { id: '1', caption: 'mira' } }, { kind: 'video', text: 'mira' }],
    ['sticker', { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } }, { kind: 'sticker' }],
    [
      'document',
      { type: 'document', document: { id: '1', filename: 'pago.pdf', caption: 'listo' } },
      { kind: 'document', text: 'listo', media: { id: '1', filename: 'pago.pdf' } },
    ],
    ['contacts', { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] }, { kind: 'contacts' }],
    [
      'reaction',
      { type: 'reaction', reaction: { message_id: 'wamid.OUT1', emoji: '👍' } },
      { kind: 'reaction', text: '👍', replyTo: 'wamid.OUT1' },
    ],
    [
      'reaction taken back',
      { type: 'reaction', reaction: { message_id: 'wamid.OUT1' } },
      { kind: 'reaction', text: '' },
    ],
    [
      'form',
      {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t","comuna":"Ñuñoa","depto":12}' },
        },
      },
      { kind: 'form', form: { comuna: 'Ñuñoa', depto: '12' } },
    ],
    ['system', { type: 'system', system: { body: 'something new', type: 'customer_x' } }, { kind: 'system' }],
    ['a type of tomorrow', { type: 'hologram', hologram: { id: '1' } }, { kind: 'unsupported' }],
    [
      'an interactive of tomorrow',
      { type: 'interactive', interactive: { type: 'call_reply' } },
      { kind: 'unsupported' },
    ],
    [
      'asked from a product page',
      { type: 'text', text: { body: 'y este?' }, context: { referred_product: { product_retailer_id: 'EMP-PINO' } } },
      { kind: 'text', referredSku: 'EMP-PINO' },
    ],
  ])('%s', (_, message, expected) => {
    expect(one({ ...from, ...message })).toMatchObject({ type: 'message', message: expected })
  })

  it('a changed number and a changed id are identities, with who they were and who they are', () => {
    expect(
      one({ ...from, type: 'system', system: { body: 'x', type: 'user_changed_number', wa_id: '56987654321' } }),
    ).toMatchObject({ type: 'identity', from: { phone: '+56912345678' }, to: { phone: '+56987654321' } })
    expect(
      one({
        id: 'wamid.S2',
        timestamp: '1795348800',
        type: 'system',
        system: { type: 'user_changed_user_id', user_id: 'CL.new1', previous_user_id: 'CL.old1' },
      }),
    ).toMatchObject({ type: 'identity', from: { userId: 'CL.old1' }, to: { userId: 'CL.new1', phone: null } })
  })

  it("the owner's own messages are echoes to the shopper", () => {
    const parsed = parse({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'smb_message_echoes',
              value: metaValue({
                message_echoes: [
                  {
                    from: '56223456789',
                    to: '56912345678',
                    id: 'wamid.E1',
                    timestamp: '1795348800',
                    type: 'text',
                    text: { body: 'Va en camino' },
                  },
                ],
              }),
            },
          ],
        },
      ],
    })
    expect(parsed.updates).toMatchObject([
      { type: 'echo', sender: { phone: '+56912345678' }, message: { kind: 'text', text: 'Va en camino' } },
    ])
  })
})

it('statuses carry our own id, the state and the reason of a failure', () => {
  const parsed = parse(metaBody(metaValue({ statuses: STATUSES })))
  expect(parsed.updates).toEqual([
    {
      type: 'status',
      address: PHONE_NUMBER_ID,
      key: 'meta:wamid.OUT1:delivered',
      status: {
        providerMessageId: 'wamid.OUT1',
        opaqueId: 'ob_01',
        state: 'delivered',
        at: 1_795_348_810_000,
        errorCode: null,
        errorDetail: null,
      },
    },
    {
      type: 'status',
      address: PHONE_NUMBER_ID,
      key: 'meta:wamid.OUT3:failed',
      status: {
        providerMessageId: 'wamid.OUT3',
        opaqueId: null,
        state: 'failed',
        at: 1_795_348_811_000,
        errorCode: '131047',
        errorDetail: 'More than 24 hours have passed',
      },
    },
  ])
})

it('what concerns the account, and fields we do not know, are notices with the same key when they come again', () => {
  const body = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        time: 1_795_348_800,
        changes: [
          { field: 'message_template_status_update', value: { event: 'PAUSED', message_template_name: 'carro' } },
          { field: 'something_new', value: metaValue({ x: 1 }) },
          { field: 'messages', value: metaValue({ errors: [{ code: 130429 }] }) },
        ],
      },
    ],
  }
  const first = parse(body).updates
  expect(first).toMatchObject([
    { type: 'notice', field: 'message_template_status_update', address: null },
    { type: 'notice', field: 'something_new', address: PHONE_NUMBER_ID },
    { type: 'notice', field: 'errors', address: PHONE_NUMBER_ID },
  ])
  expect(new Set(first.map((update) => update.key)).size).toBe(3)
  expect(parse(body).updates.map((update) => update.key)).toEqual(first.map((update) => update.key))
})

it('many entries, changes, messages and statuses in one batch: none is dropped, in order', () => {
  const values = Array.from({ length: 4 }, (_, change) =>
    metaValue({
      messages: Array.from({ length: 5 }, (_, index) =>
        metaText(`wamid.${change}.${index}`, '56912345678', `m${index}`),
      ),
      statuses: STATUSES,
    }),
  )
  const body = metaBody(...values) as { entry: unknown[] }
  body.entry.push(
    ...(metaBody(metaValue({ messages: [metaText('wamid.last', '56911111111', 'x')] })).entry as unknown[]),
  )
  const parsed = parse(body)
  const messages = parsed.updates.filter((update) => update.type === 'message').map((update) => update.message.id)
  expect(messages).toEqual([
    ...Array.from({ length: 20 }, (_, n) => `wamid.${Math.floor(n / 5)}.${n % 5}`),
    'wamid.last',
  ])
  expect(parsed.updates.filter((update) => update.type === 'status')).toHaveLength(8)
  expect(parsed.rejected).toEqual([])
})

describe('a malformed part of a good batch', () => {
  const from = { from: '56912345678', timestamp: '1795348800' }
  it.each([
    ['message_without_id', { ...from, type: 'text', text: { body: 'x' } }],
    ['message_without_id', { ...from, id: 'wamid.\u0000', type: 'text', text: { body: 'x' } }],
    ['message_without_id', { ...from, id: 7, type: 'text', text: { body: 'x' } }],
    ['message_without_sender', { id: 'wamid.1', from: 'DROP TABLE', type: 'text', text: { body: 'x' } }],
    ['text_without_body', { ...from, id: 'wamid.1', type: 'text', text: { body: 42 } }],
    ['text_without_body', { ...from, id: 'wamid.1', type: 'text' }],
    ['location_malformed', { ...from, id: 'wamid.1', type: 'location', location: { latitude: 1e9, longitude: 0 } }],
    ['order_without_items', { ...from, id: 'wamid.1', type: 'order', order: { product_items: [{ quantity: -1 }] } }],
    ['media_without_id', { ...from, id: 'wamid.1', type: 'image', image: {} }],
    [
      'form_malformed',
      {
        ...from,
        id: 'wamid.1',
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{' } },
      },
    ],
    ['messages_malformed', 'x'],
    ['messages_malformed', null],
  ])('%s: kept aside, the rest goes on', (reason, bad) => {
    const parsed = parse(
      metaBody(
        metaValue({
          messages: [metaText('wamid.a', '56912345678', 'a'), bad, metaText('wamid.b', '56912345678', 'b')],
        }),
      ),
    )
    expect(parsed.updates.map((update) => update.key)).toEqual([
      `meta:${PHONE_NUMBER_ID}:wamid.a`,
      `meta:${PHONE_NUMBER_ID}:wamid.b`,
    ])
    expect(parsed.rejected).toMatchObject([{ reason, address: PHONE_NUMBER_ID }])
    expect(JSON.parse(parsed.rejected[0]?.body ?? '')).toEqual(bad)
  })

  it('entries, changes and lists that are none, and a missing number', () => {
    const parsed = parse({
      object: 'whatsapp_business_account',
      entry: [
        7,
        { id: 'x' },
        {
          changes: [
            null,
            { field: 'messages' },
            { field: 'messages', value: { messages: [MESSAGES.text] } },
            { field: 'messages', value: metaValue({ statuses: {} }) },
          ],
        },
      ],
    })
    expect(parsed.updates).toEqual([])
    expect(parsed.rejected.map((part) => part.reason)).toEqual([
      'entry_malformed',
      'entry_malformed',
      'change_malformed',
      'change_malformed',
      'number_missing',
      'statuses_malformed',
    ])
  })
})

it.each([null, [], 'x', 7, {}, { object: 'page', entry: [] }, { object: 'whatsapp_business_account', entry: {} }])(
  'is no WhatsApp webhook: %j',
  (body) => {
    expect(parseMetaWebhook(body, NOW)).toBeNull()
  },
)

it('text is made storable: no NUL, no lone surrogates, nothing longer than a message can be', () => {
  const update = one(metaText('wamid.1', '56912345678', `a\u0000b\ud800c${'x'.repeat(100_000)}`))
  const text = update?.type === 'message' ? update.message.text : ''
  expect(text.startsWith('ab\ufffdcx')).toBe(true)
  expect(text.length).toBeLessThanOrEqual(65_536)
})

it('a time that cannot be is now', () => {
  const day = 86_400
  const now = NOW / 1000
  for (const timestamp of [undefined, 'x', '-5', '1e300', 99_999_999_999_999, '0', {}, now + day, now - 7 * day]) {
    expect(one({ ...MESSAGES.text, timestamp })).toMatchObject({ message: { at: NOW } })
  }
  // Meta repeats for a week: until then a late message keeps its time, and the 24 hours with it.
  const late = now - 7 * day + 60
  expect(one({ ...MESSAGES.text, timestamp: String(late) })).toMatchObject({ message: { at: late * 1000 } })
})

it('nothing that JSON can say makes it throw, and every part is either an update or kept aside', () => {
  const anything = fc.jsonValue({ maxDepth: 4 })
  const message = fc.record(
    {
      id: fc.oneof(anything, fc.constant('wamid.1')),
      from: fc.oneof(anything, fc.constant('56912345678')),
      type: fc.oneof(
        fc.constantFrom(
          'text',
          'order',
          'image',
          'location',
          'interactive',
          'button',
          'system',
          'reaction',
          'contacts',
          'audio',
        ),
        anything,
      ),
      timestamp: anything,
      text: anything,
      order: anything,
      image: anything,
      location: anything,
      interactive: anything,
      button: anything,
      system: anything,
      reaction: anything,
      contacts: anything,
      context: anything,
      audio: anything,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(message, anything), { maxLength: 6 }),
      fc.array(anything, { maxLength: 4 }),
      anything,
      (messages, statuses, contacts) => {
        const parsed = parse(metaBody(metaValue({ messages, statuses, contacts })))
        expect(parsed.updates.length + parsed.rejected.length).toBe(messages.length + statuses.length)
      },
    ),
    { numRuns: 500 },
  )
})
