import { signTwilioRequest } from '../../src/channels/twilio/signature.ts'
import type { FormPairs } from '../../src/channels/twilio/signature.ts'
import { PUBLIC_URL, TWILIO_NUMBER, TWILIO_TOKEN } from '../support/edge.ts'
import { FORGED } from './attack.ts'
import type { Attack } from './attack.ts'
import type { Random } from './random.ts'

/** The classes of hostile Twilio requests: forms, HMAC-SHA1, a URL that a proxy rewrote. */
export function twilioAttacks(otherToken: string): ReadonlyArray<(random: Random, n: number) => Attack> {
  const form = (random: Random, sid: string): Array<[string, string]> => [
    ['AccountSid', 'AC01'],
    ['Body', random.text(20)],
    ['From', 'whatsapp:+56912345678'],
    ['MessageSid', sid],
    ['NumMedia', '0'],
    ['To', `whatsapp:${TWILIO_NUMBER}`],
  ]
  const forged = (random: Random, n: number): Array<[string, string]> => form(random, `SM${FORGED}${n}`)
  return [
    (random, n) => post('no signature', forged(random, n), null, [401]),
    (random, n) => signed('wrong token', forged(random, n), `guess${random.int(1000)}`, [401]),
    (random, n) => signed("another shop's token", forged(random, n), otherToken, [401]),
    (random, n) => {
      const pairs = forged(random, n)
      const signature = signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, pairs, TWILIO_TOKEN)
      return post(
        'a bent signature',
        pairs,
        random.pick([signature.toLowerCase(), signature.slice(0, -1), `${signature}=`, '']),
        [401],
      )
    },
    (random, n) => {
      const pairs = forged(random, n)
      const signature = signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, pairs, TWILIO_TOKEN)
      const changed = pairs.map(([key, value]) => [key, key === 'Body' ? `${value}!` : value] as const)
      return post('a changed form', changed, signature, [401])
    },
    (random, n) => {
      const url = random.pick([
        'http://127.0.0.1/webhook/twilio',
        'https://evil.example/webhook/twilio',
        `${PUBLIC_URL}/webhook/twilio/status`,
      ])
      const pairs = forged(random, n)
      return {
        ...post('signed for another URL', pairs, signTwilioRequest(url, pairs, TWILIO_TOKEN), [401]),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signTwilioRequest(url, pairs, TWILIO_TOKEN),
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
        },
      }
    },
    (random) =>
      signed(
        'no message',
        [
          ['To', `whatsapp:${TWILIO_NUMBER}`],
          ['x', random.text(30)],
        ],
        TWILIO_TOKEN,
        [400],
      ),
    (random, n) => {
      const pairs = form(random, `SMw${n}`).map(
        ([key, value]) => [key, key === 'To' || random.next() < 0.6 ? value : random.text(12)] as const,
      )
      return signed('wrong values', pairs, TWILIO_TOKEN, [200, 400])
    },
    (random, n) =>
      signed(
        'an unknown number',
        form(random, `SMq${n}`).map(([k, v]) => [k, k === 'To' ? 'whatsapp:+56911111111' : v] as const),
        TWILIO_TOKEN,
        [200],
      ),
    (random, n) => {
      const many = Array.from({ length: 2000 + random.int(3000) }, (_, i) => [`k${i}`, FORGED] as const)
      return signed('a million parameters', [...forged(random, n), ...many], TWILIO_TOKEN, [400, 401])
    },
    (random) => {
      const body = random.pick([
        '%',
        '%zz=%',
        '&&&&',
        '=',
        '\u0000',
        'MessageSid',
        random.text(200),
        'a=b&'.repeat(500),
      ])
      return { ...post('no form', [], 'x'.repeat(28), [401]), body: Buffer.from(body) }
    },
    (random, n) => {
      const json = JSON.stringify(Object.fromEntries(forged(random, n)))
      return {
        ...post(
          'JSON without its hash',
          [],
          signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, null, TWILIO_TOKEN),
          [401],
        ),
        headers: {
          'content-type': 'application/json',
          'x-twilio-signature': signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, null, TWILIO_TOKEN),
        },
        body: Buffer.from(json),
      }
    },
  ]
}

function post(kind: string, pairs: FormPairs, signature: string | null, expect: number[]): Attack {
  return {
    kind: `twilio: ${kind}`,
    method: 'POST',
    path: '/webhook/twilio',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
    },
    body: Buffer.from(new URLSearchParams(pairs as Array<[string, string]>).toString()),
    expect,
  }
}

function signed(kind: string, pairs: FormPairs, token: string, expect: number[]): Attack {
  // What a form can carry: lone surrogates and such arrive as U+FFFD, and are signed so.
  const carried = [...new URLSearchParams(pairs as Array<[string, string]>)]
  return post(kind, carried, signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, carried, token), expect)
}
