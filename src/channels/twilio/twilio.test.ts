import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../engine/types.ts'
import type { ParsedWebhook } from '../parsed.ts'
import { codePoints } from '../text.ts'
import { decodeForm, parseTwilioWebhook } from './parse.ts'
import { renderForTwilio } from './render.ts'

const NOW = 1_795_360_000_000
const BASE =
  'MessageSid=SM01&SmsMessageSid=SM01&SmsSid=SM01&AccountSid=AC01&From=whatsapp:%2B56912345678&To=whatsapp:%2B56223456789&NumSegments=1&SmsStatus=received&ApiVersion=2010-04-01&ProfileName=Camila&WaId=56912345678&ExternalUserId=whatsapp:CL.1a2b3c'
const parse = (form: string, opaqueId: string | null = null): ParsedWebhook => {
  const parsed = parseTwilioWebhook(decodeForm(form), opaqueId, NOW)
  if (parsed === null) throw new Error('not a webhook')
  return parsed
}

describe('messages', () => {
  it('text, with the sender by number, id and name', () => {
    expect(parse(`${BASE}&Body=Hola&NumMedia=0&MessageType=text`)).toEqual({
      updates: [
        {
          type: 'message',
          address: '+56223456789',
          key: 'twilio:SM01',
          sender: { phone: '+56912345678', userId: 'CL.1a2b3c', name: 'Camila' },
          message: { id: 'SM01', at: NOW, kind: 'text', text: 'Hola' },
        },
      ],
      rejected: [],
    })
  })

  it.each([
    [
      'a tap',
      'MessageType=button&Body=Confirmo&ButtonText=Confirmo&ButtonPayload=ord:42:confirm&OriginalRepliedMessageSid=SM00',
      { kind: 'choice', choiceId: 'ord:42:confirm', text: 'Confirmo', replyTo: 'SM00' },
    ],
    [
      'a list pick by ListId',
      'MessageType=interactive&Body=x&ListId=sku:EMP&ListTitle=Empanada',
      { kind: 'choice', choiceId: 'sku:EMP', text: 'Empanada' },
    ],
    ['a list pick by its title alone', 'Body=Empanada&ListTitle=Empanada', { kind: 'choice', text: 'Empanada' }],
    [
      'a voice note',
      'MessageType=audio&Body=&NumMedia=1&MediaUrl0=https://api.twilio.com/ME01&MediaContentType0=audio/ogg',
      { kind: 'audio', text: '', media: { url: 'https://api.twilio.com/ME01', mimeType: 'audio/ogg', voice: true } },
    ],
    [
      'a captioned picture',
      'Body=tienen+esto?&NumMedia=1&MediaUrl0=https://x/1&MediaContentType0=image/jpeg',
      { kind: 'image', text: 'tienen esto?' },
    ],
    ['a sticker', 'Body=&NumMedia=1&MediaUrl0=https://x/1&MediaContentType0=image/webp', { kind: 'sticker' }],
    ['a document', 'Body=&NumMedia=1&MediaUrl0=https://x/1&MediaContentType0=application/pdf', { kind: 'document' }],
    ['a contact', 'Body=&NumMedia=1&MediaUrl0=https://x/1&MediaContentType0=text/vcard', { kind: 'contacts' }],
    [
      'a place',
      'Body=&MessageType=location&Latitude=-33.4489&Longitude=-70.6693&Label=Casa&Address=%C3%91u%C3%B1oa',
      { kind: 'location', location: { latitude: -33.4489, longitude: -70.6693, name: 'Casa', address: 'Ñuñoa' } },
    ],
    ['a type of tomorrow', 'Body=&MessageType=hologram', { kind: 'unsupported' }],
  ])('%s', (_, more, expected) => {
    expect(parse(`${BASE}&${more}`).updates).toMatchObject([{ type: 'message', message: expected }])
  })

  it('several media are several messages, the caption with the first', () => {
    const { updates } = parse(
      `${BASE}&Body=mira&NumMedia=2&MediaUrl0=https://x/1&MediaContentType0=image/png&MediaUrl1=https://x/2&MediaContentType1=image/png`,
    )
    expect(updates.map((update) => [update.key, update.type === 'message' && update.message.text])).toEqual([
      ['twilio:SM01', 'mira'],
      ['twilio:SM01:1', ''],
    ])
  })

  it('comes from a business-scoped id where there is no number', () => {
    const { updates } = parse('MessageSid=SM1&From=whatsapp:CL.abc&To=whatsapp:%2B56223456789&Body=x')
    expect(updates).toMatchObject([{ sender: { phone: null, userId: 'CL.abc' } }])
  })

  it('what has no sender or no number is kept aside; what has no id is no webhook', () => {
    expect(parse('MessageSid=SM1&From=x&To=whatsapp:%2B56223456789&Body=x').rejected).toMatchObject([
      { reason: 'message_without_sender' },
    ])
    expect(parse('MessageSid=SM1&From=whatsapp:%2B56912345678&To=x&Body=x').rejected).toMatchObject([
      { reason: 'number_missing' },
    ])
    for (const form of ['', 'x', 'Body=x', 'MessageSid=SM1', 'MessageSid=%00&To=whatsapp:%2B5622']) {
      expect(parseTwilioWebhook(decodeForm(form), null, NOW)).toBeNull()
    }
  })
})

describe('statuses', () => {
  it.each([
    ['queued', 'sent'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['undelivered', 'failed'],
    ['failed', 'failed'],
  ])('%s means %s, with our id from the URL', (word, state) => {
    const form = `MessageSid=SM77&MessageStatus=${word}&ErrorCode=63016&From=whatsapp:%2B56223456789&To=whatsapp:%2B56912345678&ChannelPrefix=whatsapp&AccountSid=AC01`
    expect(parse(form, 'ob_7').updates).toMatchObject([
      {
        type: 'status',
        key: `twilio:SM77:${state}`,
        address: '+56223456789',
        status: { providerMessageId: 'SM77', opaqueId: 'ob_7', state, errorCode: '63016' },
      },
    ])
  })

  it('one that Twilio has not invented yet is kept aside', () => {
    expect(parse('MessageSid=SM77&MessageStatus=teleported&From=whatsapp:%2B56223456789').rejected).toMatchObject([
      { reason: 'status_unknown' },
    ])
  })
})

it('no form makes it throw', () => {
  const key = fc.constantFrom(
    'MessageSid',
    'From',
    'To',
    'Body',
    'MessageStatus',
    'NumMedia',
    'MediaUrl0',
    'Latitude',
    'Longitude',
    'ButtonPayload',
    'ListId',
    '__proto__',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' }))), fc.string(), (pairs, opaqueId) => {
      parseTwilioWebhook(pairs, opaqueId, NOW)
      decodeForm(pairs.map(([k, v]) => `${k}=${v}`).join('&'))
    }),
  )
})

describe('rendering', () => {
  it('numbers what Meta shows as buttons and lists, through all sections', () => {
    const list: Reply = {
      type: 'list',
      text: '¿Qué quieres pedir?',
      button: 'Ver carta',
      sections: [
        { title: 'Empanadas', rows: [{ id: 'a', title: 'Pino', description: '$2.500' }] },
        {
          title: 'Bebidas',
          rows: [
            { id: 'b', title: 'Agua' },
            { id: 'c', title: 'Jugo', description: '$1.800' },
          ],
        },
      ],
    }
    expect(renderForTwilio(list)).toEqual([
      {
        type: 'text',
        text: '¿Qué quieres pedir?\n\n*Empanadas*\n1. Pino – $2.500\n\n*Bebidas*\n2. Agua\n3. Jugo – $1.800\n\nResponde con el número de tu opción.',
      },
    ])
    expect(
      renderForTwilio({ type: 'link', text: 'Paga aquí.', title: 'Pagar $12.990', url: 'https://flow.cl/x' }),
    ).toEqual([{ type: 'text', text: 'Paga aquí.\n\nPagar $12.990: https://flow.cl/x' }])
  })

  it('splits at 1,600 and loses nothing', () => {
    const text = Array.from({ length: 200 }, (_, n) => `Producto ${n} a $${n}.990.`).join('\n')
    const bubbles = renderForTwilio({ type: 'text', text })
    expect(bubbles.length).toBeGreaterThan(2)
    for (const bubble of bubbles) expect(codePoints(bubble.text)).toBeLessThanOrEqual(1600)
    expect(bubbles.map((bubble) => bubble.text).join('\n')).toBe(text)
  })

  it('sends a public picture as media, and its text where there is none', () => {
    expect(renderForTwilio({ type: 'image', url: 'https://x/1.jpg', text: 'Mira' })).toEqual([
      { type: 'image', url: 'https://x/1.jpg', text: 'Mira' },
    ])
    expect(renderForTwilio({ type: 'image', url: 'file:///etc/passwd', text: 'Mira' })).toEqual([
      { type: 'text', text: 'Mira' },
    ])
  })
})
