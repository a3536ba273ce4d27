import fc from 'fast-check'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { signTwilioRequest, urlVariants, verifyTwilioSignature } from './signature.ts'
import type { FormPairs } from './signature.ts'

const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const CALL: FormPairs = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+14158675309'],
  ['Digits', '1234'],
  ['From', '+14158675309'],
  ['To', '+18005551212'],
]

describe('published vectors', () => {
  it.each<[string, string, string, FormPairs | null, string]>([
    ['a call', '12345', URL, CALL, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    [
      'another caller',
      '12345',
      URL,
      CALL.map(([k, v]) => [k, k === 'Caller' || k === 'From' ? '+14158675310' : v] as const),
      'GvWf1cFY/Q7PnoempGyD5oXAezc=',
    ],
    [
      'a repeated key',
      '12345',
      URL,
      [
        ['Sid', 'CA123'],
        ['SidAccount', 'AC123'],
        ['Digits', '5678'],
        ['Digits', '1234'],
        ['Digits', '1234'],
      ],
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
    ],
    [
      'a default port',
      '12345',
      'https://mycompany.com:443/myapp.php?foo=1&bar=2',
      CALL,
      'kvajT1Ptam85bY51eRf/AJRuM3w=',
    ],
    [
      'user and password',
      '12345',
      'https://user:pass@mycompany.com/myapp.php?foo=1&bar=2',
      CALL,
      'CukzLTc1tT5dXEDIHm/tKBanW10=',
    ],
    [
      'a JSON body',
      '12345',
      `${URL}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`,
      null,
      'a9nBmqA0ju/hNViExpshrM61xv4=',
    ],
    [
      'a WhatsApp message',
      'test_auth_token',
      'https://api.example.com/api/whatsapp',
      [
        ['From', 'whatsapp:+919876543210'],
        ['Body', 'my tomato leaves are yellow'],
        ['NumMedia', '0'],
      ],
      'xrYG7SM0zYli663CC2wSYtKQods=',
    ],
    [
      'UTF-8 and an empty value',
      '0123456789abcdef0123456789abcdef',
      'https://bot.example.cl/webhooks/twilio/t1',
      [
        ['AccountSid', 'AC00000000000000000000000000000001'],
        ['ApiVersion', '2010-04-01'],
        ['Body', 'Hola, quiero 2 empanadas de piño ñandú 🥟'],
        ['From', 'whatsapp:+56912345678'],
        ['MessageSid', 'SM00000000000000000000000000000001'],
        ['MessageType', 'text'],
        ['MessagingServiceSid', ''],
        ['NumMedia', '0'],
        ['NumSegments', '1'],
        ['ProfileName', 'Camila'],
        ['SmsMessageSid', 'SM00000000000000000000000000000001'],
        ['SmsSid', 'SM00000000000000000000000000000001'],
        ['SmsStatus', 'received'],
        ['To', 'whatsapp:+56223456789'],
        ['WaId', '56912345678'],
      ],
      '0L6052rQ9oNHYIgSlf7BKYxBSmc=',
    ],
  ])('%s', (_, token, url, form, signature) => {
    expect(signTwilioRequest(url, form, token)).toBe(signature)
    const body = Buffer.from('{"property": "value", "boolean": true}')
    expect(verifyTwilioSignature({ url, form, body }, signature, [token])).toBe(0)
    expect(verifyTwilioSignature({ url, form, body }, signature, ['other'])).toBe(-1)
  })
})

it('accepts the URL with and without its default port, whichever of the two was signed', () => {
  const signedBare = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
  const signedPort = 'kvajT1Ptam85bY51eRf/AJRuM3w='
  const withPort = 'https://mycompany.com:443/myapp.php?foo=1&bar=2'
  for (const url of [URL, withPort]) {
    for (const header of [signedBare, signedPort]) {
      expect(verifyTwilioSignature({ url, form: CALL }, header, ['12345'])).toBe(0)
    }
  }
  expect(urlVariants('http://[::1]:9001/webhook/twilio')).toEqual([
    'http://[::1]:9001/webhook/twilio',
    'http://[::1]/webhook/twilio',
  ])
  expect(urlVariants('https://bot.cl/x#ct=5000&rc=3')).toEqual(['https://bot.cl/x', 'https://bot.cl:443/x'])
})

it('accepts either token while they rotate, and refuses an empty one', () => {
  const signature = signTwilioRequest(URL, CALL, 'old')
  expect(verifyTwilioSignature({ url: URL, form: CALL }, signature, ['new', 'old'])).toBe(1)
  expect(verifyTwilioSignature({ url: URL, form: CALL }, signTwilioRequest(URL, CALL, ''), [''])).toBe(-1)
})

it('ties a JSON body to the signed hash, and refuses an unhashed one', () => {
  const hash = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620'
  const url = `${URL}&bodySHA256=${hash}`
  const good = 'a9nBmqA0ju/hNViExpshrM61xv4='
  expect(verifyTwilioSignature({ url, form: null, body: Buffer.from('{"property": "other"}') }, good, ['12345'])).toBe(
    -1,
  )
  const bare = signTwilioRequest(URL, null, '12345')
  expect(verifyTwilioSignature({ url: URL, form: null, body: Buffer.from('{}') }, bare, ['12345'])).toBe(-1)
  expect(verifyTwilioSignature({ url: URL, form: null }, bare, ['12345'])).toBe(0)
})

it("agrees with Twilio's own library on any form", () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((value) => value.isWellFormed())
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/), fc.oneof(text, fc.array(text, { minLength: 1 }))),
      (form) => {
        const pairs = Object.entries(form).flatMap(([key, value]) =>
          Array.isArray(value) ? value.map((one) => [key, one] as const) : [[key, value] as const],
        )
        expect(signTwilioRequest(URL, pairs, 'token')).toBe(twilio.getExpectedTwilioSignature('token', URL, form))
      },
    ),
  )
})

it('refuses whatever is not a signature', () => {
  for (const bad of [
    undefined,
    '',
    'x',
    'RSOYDt4T1cUTdK1PDd93/VVr8B8',
    'rsoydt4t1cutdk1pdd93/vvr8b8=',
    'é'.repeat(28),
  ]) {
    expect(verifyTwilioSignature({ url: URL, form: CALL }, bad, ['12345']), String(bad)).toBe(-1)
  }
})
