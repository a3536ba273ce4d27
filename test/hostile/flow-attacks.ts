import type { Attack } from './attack.ts'
import type { Random } from './random.ts'

/** Flow's confirmations are unsigned, so everyone may knock: nobody's word is taken, and nothing may break. */
export function flowAttacks(): ReadonlyArray<(random: Random, n: number) => Attack> {
  const token = (random: Random): string =>
    Array.from({ length: 40 }, () => '0123456789ABCDEF'[random.int(16)]).join('')
  return [
    (random) => form('a made-up token', `token=${token(random)}`),
    (random) => form('two tokens', `token=${token(random)}&token=${token(random)}`),
    () => form('no token', ''),
    (random) => form('noise', random.text(random.int(300))),
    (random) => form('a long token', `token=${'A'.repeat(1000 + random.int(100_000))}`),
    (random) =>
      form('NUL and quotes', `token=%00${encodeURIComponent(random.pick(["' OR 1=1 --", '../../x', '{"$gt":""}']))}`),
    (random) => ({
      ...form('JSON', JSON.stringify({ token: token(random), status: 2, amount: 1 })),
      headers: { 'content-type': 'application/json' },
    }),
    (random) => ({
      ...form('another type', token(random)),
      headers: { 'content-type': random.pick(['text/xml', 'multipart/form-data', 'x/y']) },
    }),
    (random) => ({
      ...form('a way back that was made up', `token=${token(random)}`),
      path: '/pay/return',
      kind: 'flow: a made-up way back',
    }),
    (random) => ({
      kind: 'flow: a way back by GET',
      method: 'GET',
      path: `/pay/return?token=${encodeURIComponent(random.text(30).toWellFormed())}`,
      headers: {},
      body: null,
      expect: ANY,
    }),
    (random) => ({
      kind: 'flow: a paid page made up',
      method: 'GET',
      path: `/pay/local/${encodeURIComponent(random.text(12).toWellFormed())}?status=paid`,
      headers: {},
      body: null,
      expect: ANY,
    }),
  ]
}

/** Whatever it says, it is no 5xx. */
const ANY = [200, 302, 303, 400, 401, 403, 404, 405, 413, 414, 415, 422, 429]

function form(kind: string, body: string): Attack {
  return {
    kind: `flow: ${kind}`,
    method: 'POST',
    path: '/webhook/flow',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body),
    expect: ANY,
  }
}
