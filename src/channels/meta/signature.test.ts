import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signMetaBody, verifyMetaSignature } from './signature.ts'

const SECRET = 'app_secret_123'
const TEXT_MESSAGE =
  '{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"56223456789","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Camila"},"wa_id":"56912345678"}],"messages":[{"from":"56912345678","id":"wamid.TEST0001","timestamp":"1795360000","type":"text","text":{"body":"Hola"}}]},"field":"messages"}]}]}'

describe('published vectors', () => {
  it.each([
    [
      'empty batch',
      '{"object":"whatsapp_business_account","entry":[]}',
      '02fe0c96d28c59ddb7cf81eff0ca05809b360ba73b63c28210b5906a0a107d1f',
    ],
    ['UTF-8 bytes', '{"a":"á"}', 'c678d11b523b414b12072ddec5ac4de3206a6ca818f77fd64b454a8ca5f782f9'],
    ['escaped, as sent', '{"a":"\\u00e1"}', '670ba58cf2b66d9b7e78deb82d7acbfad8b5fd9cc300f2ad9a7483a84d2a7fb3'],
    ['a text message', TEXT_MESSAGE, '1519710bd6df7d7a2cf23c70486c0fda859357f9653b3eeb739a1b7fc5d8fd7a'],
  ])('%s', (_, body, hex) => {
    expect(signMetaBody(body, SECRET)).toBe(`sha256=${hex}`)
    expect(verifyMetaSignature(Buffer.from(body), `sha256=${hex}`, [SECRET])).toBe(0)
  })
})

it('accepts either secret while the app secret is being reset, and says which', () => {
  const body = Buffer.from(TEXT_MESSAGE)
  expect(verifyMetaSignature(body, signMetaBody(body, 'old'), ['new', 'old'])).toBe(1)
})

it('refuses missing, empty, upper-case, truncated and foreign signatures, and an empty secret', () => {
  const body = Buffer.from(TEXT_MESSAGE)
  const good = signMetaBody(body, SECRET)
  for (const bad of [
    undefined,
    '',
    'sha256=',
    good.slice(7),
    good.toUpperCase(),
    `sha256=${good.slice(7).toUpperCase()}`,
    good.slice(0, -1),
    `${good}0`,
    ` ${good.slice(1)}`,
    good.replace('sha256', 'sha512'),
    signMetaBody(body, 'other'),
    `sha256=${'é'.repeat(64)}`,
  ]) {
    expect(verifyMetaSignature(body, bad, [SECRET]), String(bad)).toBe(-1)
  }
  expect(verifyMetaSignature(body, signMetaBody(body, ''), [''])).toBe(-1)
  expect(verifyMetaSignature(body, good, [])).toBe(-1)
})

it('refuses every body that differs in one bit', () => {
  const good = signMetaBody(TEXT_MESSAGE, SECRET)
  fc.assert(
    fc.property(fc.nat({ max: TEXT_MESSAGE.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
      const body = Buffer.from(TEXT_MESSAGE)
      body[at] = (body[at] ?? 0) ^ (1 << bit)
      return verifyMetaSignature(body, good, [SECRET]) === -1
    }),
  )
})
