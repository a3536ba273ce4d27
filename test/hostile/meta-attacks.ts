import { signMetaBody } from '../../src/channels/meta/signature.ts'
import { APP_SECRET, MESSAGES, metaBody, metaText, metaValue, STATUSES } from '../support/meta.ts'
import { FORGED } from './attack.ts'
import type { Attack } from './attack.ts'
import type { Random } from './random.ts'

const PATH = '/webhook/meta'

/** What the attacker knows: another shop's secret, everything published, and how HTTP can be bent. */
export interface MetaAttackOptions {
  otherSecret: string
  /** Bodies of megabytes are one class of many; in a short run they would be all of it. */
  bigEvery: number
}

/** The classes of hostile Meta requests. Each makes one request from the generator. */
export function metaAttacks(options: MetaAttackOptions): ReadonlyArray<(random: Random, n: number) => Attack> {
  const forged = (random: Random, n: number): string =>
    JSON.stringify(metaBody(metaValue({ messages: [metaText(`wamid.${FORGED}${n}`, '56912345678', random.text(20))] })))
  return [
    (random, n) => post('no signature', forged(random, n), {}, [401]),
    (random, n) => post('empty signature', forged(random, n), { 'x-hub-signature-256': '' }, [401]),
    (random, n) => signed('wrong secret', forged(random, n), `guess-${random.int(1000)}`, [401]),
    (random, n) => signed("another shop's secret", forged(random, n), options.otherSecret, [401]),
    (random, n) => {
      const body = forged(random, n)
      return post('upper case', body, { 'x-hub-signature-256': signMetaBody(body, APP_SECRET).toUpperCase() }, [401])
    },
    (random, n) => {
      const body = forged(random, n)
      const good = signMetaBody(body, APP_SECRET)
      const bad = random.pick([
        good.slice(7),
        good.slice(0, -1),
        `${good}00`,
        good.replace('256', '1'),
        `${good},${good}`,
      ])
      return post('bent signature', body, { 'x-hub-signature-256': bad }, [401])
    },
    (random, n) => {
      const body = Buffer.from(forged(random, n))
      const headers = { 'x-hub-signature-256': signMetaBody(body, APP_SECRET) }
      const at = random.int(body.length)
      body[at] = (body[at] ?? 0) ^ (1 << random.int(8))
      return post('one bit flipped', body, headers, [401])
    },
    (random, n) => {
      const own = metaValue({ messages: [metaText(`wamid.${FORGED}o${n}`, '56911111111', 'x')] }, '222')
      const foreign = metaValue({ messages: [metaText(`wamid.${FORGED}f${n}`, '56912345678', 'x')] })
      return signed(
        'a foreign shop in an own batch',
        JSON.stringify(metaBody(own, foreign)),
        options.otherSecret,
        [401],
      )
    },
    (random) => signed('signed noise', random.text(random.int(300)), APP_SECRET, [400]),
    (random, n) => signed('cut JSON', forged(random, n).slice(0, -1 - random.int(200)), APP_SECRET, [400]),
    (random) => signed('another shape', JSON.stringify(randomJson(random, 4)), APP_SECRET, [400]),
    (random, n) => signed('wrong types', JSON.stringify(mutate(random, genuine(random, n))), APP_SECRET, [200, 400]),
    (random) => {
      const depth = 1000 + random.int(30_000)
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
      const body = `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"x","value":{"a":${deep}}}]}]}`
      return signed('deep nesting', random.next() < 0.5 ? deep : body, APP_SECRET, [200, 400])
    },
    (random, n) => {
      const odd = random.pick(['\\u0000', '\\ud800', '\\udfff\\ud800', '\\u202e', '\\uffff'])
      const text = JSON.stringify(
        metaBody(
          metaValue({
            messages: [metaText(`wamid.O${n}`, '56912345678', '@')],
            contacts: [{ wa_id: '56912345678', profile: { name: '@' } }],
          }),
        ),
      )
      return signed('NUL and lone surrogates', text.replaceAll('@', odd), APP_SECRET, [200])
    },
    (random, n) => {
      const huge = random.pick(['1e999', '-1e999', '99999999999999999999999999', '0.1e-400', '9007199254740993'])
      const text = JSON.stringify(
        metaBody(
          metaValue({
            messages: [
              {
                ...MESSAGES.order,
                id: `wamid.N${n}`,
                timestamp: '@',
                order: { product_items: [{ product_retailer_id: 'X', quantity: '@' }] },
              },
            ],
          }),
        ),
      )
      return signed('huge numbers', text.replaceAll('"@"', huge), APP_SECRET, [200])
    },
    (random, n) => {
      const bytes = Buffer.from(forged(random, n).replaceAll(FORGED, 'UTF8'))
      for (let i = 0; i < 5; i++) bytes[bytes.length - 100 + random.int(60)] = 0x80 + random.int(0x7f)
      return signed('broken UTF-8', bytes, APP_SECRET, [200, 400])
    },
    (random, n) =>
      signed(
        'an unknown number',
        JSON.stringify(
          metaBody(metaValue({ messages: [metaText(`wamid.Q${n}`, '56912345678', 'x')] }, String(random.int(1e9)))),
        ),
        APP_SECRET,
        [200],
      ),
    (random, n) => {
      const keys = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"object":"page",`
      const body = `${keys}${forged(random, n).replaceAll(FORGED, 'PROTO').slice(1)}`
      return signed('poisoned and repeated keys', body, APP_SECRET, [200])
    },
    (random, n) => {
      const big = n % options.bigEvery === 0
      const body = big
        ? `{"a":"${'x'.repeat(4 * 1024 * 1024 + random.int(1e6))}"}`
        : `"${'x'.repeat(random.int(50_000))}"`
      return signed('too large', body, APP_SECRET, big ? [413] : [400])
    },
    (random, n) => {
      const type = random.pick([
        'text/plain',
        'multipart/form-data',
        'application/json; charset=utf-16',
        'x',
        '; ;',
        'application/x-www-form-urlencoded',
      ])
      const encoding = random.pick(['gzip', 'br', 'identity', 'x'])
      const body = JSON.stringify(genuine(random, n))
      return signed('a lying content type', body, APP_SECRET, [200, 415], {
        'content-type': type,
        'content-encoding': encoding,
      })
    },
    (random, n) => {
      const path = random.pick([
        '/webhook/meta/',
        '/webhook/meta/x',
        '/webhook//meta',
        '/%zz',
        '/webhook/%00',
        '/webhook/meta%2f',
        `/${'a'.repeat(3000)}`,
        '/webhook/../webhook/meta',
        '/?',
      ])
      const method = random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST', 'GET'])
      return {
        kind: 'another door',
        method,
        path,
        headers: {},
        body: method === 'GET' ? null : Buffer.from(forged(random, n)),
        expect: [302, 400, 401, 403, 404, 405, 414],
      }
    },
    (random) => {
      const token = random.pick(['', 'x', APP_SECRET, 'verify-m', 'verify-me ', 'VERIFY-ME', random.text(8)])
      const query = new URLSearchParams({
        'hub.mode': random.pick(['subscribe', 'x']),
        'hub.challenge': '1',
        'hub.verify_token': token,
      })
      return {
        kind: 'a guessed verify token',
        method: 'GET',
        path: `${PATH}?${query.toString()}`,
        headers: {},
        body: null,
        expect: [403],
      }
    },
    (random, n) => lying(random, Buffer.from(forged(random, n))),
  ]
}

function post(kind: string, body: string | Buffer, headers: Record<string, string>, expect: number[]): Attack {
  return {
    kind,
    method: 'POST',
    path: PATH,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(body as string),
    expect,
  }
}

function signed(
  kind: string,
  body: string | Buffer,
  secret: string,
  expect: number[],
  headers: Record<string, string> = {},
): Attack {
  return post(kind, body, { 'x-hub-signature-256': signMetaBody(body, secret), ...headers }, expect)
}

/** Lengths that lie and requests that are none. A cut one gets no answer, and needs none. */
function lying(random: Random, body: Buffer): Attack {
  const head = (length: string): string =>
    `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${length}\r\n\r\n`
  const variants: Array<[string, 'wait' | 'end' | 'cut', number[]]> = [
    [head(`content-length: ${body.length * 2}`), 'cut', []],
    [head('content-length: 99999999'), 'wait', [413]],
    [head('content-length: -1'), 'wait', [400]],
    [head('content-length: 10\r\ncontent-length: 11'), 'wait', [400]],
    [head('transfer-encoding: chunked\r\ncontent-length: 5'), 'wait', [400]],
    [head(`transfer-encoding: chunked`) + 'zz\r\n', 'wait', [400]],
    [`POST ${PATH} HTTP/9.9\r\n\r\n`, 'wait', [400, 505]],
    [`${random.text(50).replaceAll(/[\r\n]/g, '')}\r\n\r\n`, 'wait', [400]],
    [`POST ${PATH} HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(5000)}\r\n`, 'wait', [400, 431]],
  ]
  const [text, finish, expect] = random.pick(variants)
  const bytes = finish === 'cut' ? Buffer.concat([Buffer.from(text, 'latin1'), body]) : Buffer.from(text, 'latin1')
  return { kind: 'a lying length', method: 'RAW', path: PATH, headers: {}, body: null, expect, raw: { bytes, finish } }
}

/** A valid batch with fresh ids. */
function genuine(random: Random, n: number): Record<string, unknown> {
  const message = random.pick(Object.values(MESSAGES))
  return metaBody(
    metaValue({
      messages: [{ ...message, id: `wamid.G${n}` }],
      statuses: [{ ...random.pick(STATUSES), id: `wamid.S${n}` }],
    }),
  )
}

/** Replaces a few places anywhere in a document with something else. */
function mutate(random: Random, document: unknown): unknown {
  let result = document
  for (let times = 1 + random.int(3); times > 0; times--) result = mutateOnce(random, result)
  return result
}

function mutateOnce(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.next() < 0.15) return randomJson(random, 2)
  const keys = Object.keys(value)
  if (keys.length === 0) return randomJson(random, 2)
  const key = random.pick(keys)
  const inner = mutateOnce(random, (value as Record<string, unknown>)[key])
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? inner : item))
  return { ...value, [key]: inner }
}

function randomJson(random: Random, depth: number): unknown {
  const kind = random.int(depth === 0 ? 5 : 7)
  if (kind === 0) return null
  if (kind === 1) return random.next() < 0.5
  if (kind === 2) return random.pick([0, -1, 1e21, 0.1, Number.MAX_SAFE_INTEGER])
  if (kind === 3) return random.text(random.int(30))
  if (kind === 4) return ''
  if (kind === 5) return Array.from({ length: random.int(4) }, () => randomJson(random, depth - 1))
  return Object.fromEntries(
    Array.from({ length: random.int(4) }, () => [random.text(5), randomJson(random, depth - 1)]),
  )
}
