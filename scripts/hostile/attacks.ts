import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { signMetaBody } from '../../src/channels/meta/signature.ts'
import { signTwilioRequest } from '../../src/channels/twilio/signature.ts'
import type { Store } from '../../src/store/store.ts'
import { FORGED } from '../../test/hostile/attack.ts'
import { flowAttacks } from '../../test/hostile/flow-attacks.ts'
import { metaAttacks } from '../../test/hostile/meta-attacks.ts'
import { playAttacks } from '../../test/hostile/play-attacks.ts'
import { createRandom } from '../../test/hostile/random.ts'
import { twilioAttacks } from '../../test/hostile/twilio-attacks.ts'
import { addShop, PUBLIC_URL, TWILIO_NUMBER, TWILIO_TOKEN } from '../../test/support/edge.ts'
import { APP_SECRET, metaBody, metaText, metaValue, signedMeta } from '../../test/support/meta.ts'
import { hello, openTarget, type Figure, type Target } from './target.ts'
import { slowHalves } from './slow-halves.ts'

/** H1–H5 against one daemon. `share` of 1 is the whole. */
export async function playHostile(options: {
  databaseUrl: string
  seed: number
  share: number
  figure: Figure
}): Promise<void> {
  const { seed, share, figure } = options
  const target = await openTarget({
    databaseUrl: options.databaseUrl,
    graphUrl: 'http://127.0.0.1:9',
    async prepare(edge) {
      await addShop(edge, { slug: 'acme', meta: {}, twilio: {} })
      await addShop(edge, {
        slug: 'bravo',
        meta: { address: '222', secrets: { token: 't', appSecret: 'bravo-secret', verifyToken: 'v2' } },
        twilio: { address: '+56222222222', secrets: { accountSid: 'AC02', authToken: 'bravo-token' } },
      })
    },
  })
  const { daemon, store, url } = target

  async function play(name: string, count: number, attacks: Parameters<typeof playAttacks>[1]): Promise<void> {
    const outcome = await playAttacks(url, attacks, { count: Math.round(count * share), seed })
    const wrong = outcome.wrong.map((one) => `${one.kind}: ${one.status} × ${one.times}`).join('; ')
    const kinds = Object.keys(outcome.byKind).length
    figure(
      `${name}: ${outcome.sent} requests of ${kinds} kinds`,
      wrong === '' ? `all answered as they should be, slowest ${Math.round(outcome.slowestMs)} ms` : wrong,
      outcome.wrong.length === 0,
    )
  }

  try {
    // What a warm process holds is the base: the first requests load and compile everything.
    await target.acks(2000)
    await target.untilQuiet()
    const before = target.memory()
    const pid = daemon.pid()
    await play('H1 meta', 20_000, metaAttacks({ otherSecret: 'bravo-secret', bigEvery: 300 }))
    await play('H2 twilio', 5000, twilioAttacks('bravo-token'))
    await play('H2 flow', 5000, flowAttacks())
    const grown = target.memory() - before
    figure('H1 memory grown', `${grown} MB`, grown < 100)
    figure('H1 process alive', String(daemon.alive()), daemon.alive() && daemon.pid() === pid)
    const rows = await forgedRows(store)
    figure('H1–H2 rows written by forgeries', String(rows), rows === 0)
    await badSignatures(target, Math.round(1000 * share), seed, figure)
    await replay(target, Math.round(1000 * share), figure)
    await largeBodies(target, figure)
    await slowHalves(target, figure)
  } finally {
    await target.close()
  }
}

/** H3: so many of each kind of bad signature, for both providers. */
async function badSignatures(target: Target, count: number, seed: number, figure: Figure): Promise<void> {
  const random = createRandom(seed)
  await target.untilQuiet()
  const before = await effects(target.store)
  const statuses = new Map<string, number>()
  async function send(kind: string, path: string, body: string, headers: Record<string, string>): Promise<void> {
    const answer = await request(`${target.url}${path}`, { method: 'POST', headers, body })
    await answer.body.dump()
    const name = `${kind} ${answer.statusCode}`
    statuses.set(name, (statuses.get(name) ?? 0) + 1)
  }
  for (let n = 0; n < count; n++) {
    const body = JSON.stringify(
      metaBody(metaValue({ messages: [metaText(`wamid.${FORGED}s${n}`, '56912345678', 'x')] })),
    )
    const good = signMetaBody(body, APP_SECRET)
    const form: Array<[string, string]> = [
      ['AccountSid', 'AC01'],
      ['Body', 'x'],
      ['From', 'whatsapp:+56912345678'],
      ['MessageSid', `SM${FORGED}${n}`],
      ['To', `whatsapp:${TWILIO_NUMBER}`],
    ]
    const sign = (secret: string): string => signTwilioRequest(`${PUBLIC_URL}/webhook/twilio`, form, secret)
    const right = sign(TWILIO_TOKEN)
    const bad: Array<[kind: string, meta: string | null, twilio: string | null]> = [
      ['wrong', signMetaBody(body, random.text(12)), sign(random.text(12).toWellFormed())],
      ['foreign', signMetaBody(body, 'bravo-secret'), sign('bravo-token')],
      ['flipped', flipped(good, 7 + random.int(64), '0123456789abcdef'), flipped(right, random.int(27), BASE64)],
      ['missing', null, null],
      ['upper', good.toUpperCase(), right.toUpperCase()],
    ]
    await Promise.all(
      bad.flatMap(([kind, meta, twilio]) => [
        send(kind, '/webhook/meta', body, {
          'content-type': 'application/json',
          ...(meta === null ? {} : { 'x-hub-signature-256': meta }),
        }),
        send(kind, '/webhook/twilio', new URLSearchParams(form).toString(), {
          'content-type': 'application/x-www-form-urlencoded',
          ...(twilio === null ? {} : { 'x-twilio-signature': twilio }),
        }),
      ]),
    )
  }
  const after = await effects(target.store)
  const refused = [...statuses].filter(([name]) => / 40[13]$/.test(name)).reduce((total, [, times]) => total + times, 0)
  const said = [...statuses].map(([name, times]) => `${name} × ${times}`).join(', ')
  figure('H3 bad signatures', `${said}; rows ${before} → ${after}`, refused === count * 10 && before === after)
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** One character's lowest bit turned over, within the alphabet that the signature is written in. */
function flipped(signature: string, at: number, alphabet: string): string {
  const index = alphabet.indexOf(signature[at] ?? '')
  return signature.slice(0, at) + (alphabet[index ^ 1] ?? '0') + signature.slice(at + 1)
}

/** H4: valid webhooks, then all of them again. */
async function replay(target: Target, count: number, figure: Figure): Promise<void> {
  const recorded = Array.from({ length: count }, (_, n) => hello(`wamid.R${n}`, `5691234${1000 + (n % 50)}`))
  for (const one of recorded) await target.send(one)
  await target.untilQuiet()
  const before = await effects(target.store)
  for (const one of recorded) await target.send(one)
  await target.untilQuiet()
  const after = await effects(target.store)
  figure(`H4 effects of ${count} replays`, `${before} → ${after}`, before === after)
}

/** H5: Meta's largest webhook is taken; what is larger is refused by its length, or as soon as it grows too long. */
async function largeBodies(target: Target, figure: Figure): Promise<void> {
  const text = 'ñandú '.repeat(600)
  const messages = Array.from({ length: 750 }, (_, n) =>
    metaText(`wamid.big${n}`, `5697${1_000_000 + n}`, text, Math.floor(Date.now() / 1000)),
  )
  const large = signedMeta(metaBody(metaValue({ messages })))
  const megabytes = Buffer.byteLength(large.payload) / 1024 / 1024
  await target.send(large)
  const stored = await target.store.db
    .selectFrom('inbox')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('provider_key', 'like', '%wamid.big%')
    .executeTakeFirstOrThrow()
  const all = Number(stored.n) === messages.length
  figure('H5 a body of 3 MB', `${megabytes.toFixed(1)} MB taken, ${Number(stored.n)} of 750 messages on disk`, all)
  await target.untilQuiet()
  const before = target.memory()
  // A length that says too much, and nothing sent after it: the answer cannot have waited for the body.
  const declared = await Promise.all(Array.from({ length: 50 }, () => halfPost(target.url, 'content-length: 5000000')))
  const grown = target.memory() - before
  const right = declared.every((status) => status === 413)
  figure(
    'H5 a body that says 5 MB, 50 times',
    `${[...new Set(declared)].join()} before any of it was sent, ${grown} MB more held`,
    right && grown < 50,
  )
  const chunked = await chunkedPost(target.url, 5)
  figure('H5 5 MB in pieces that do not say how many', String(chunked), chunked === 413)
}

function halfPost(url: string, header: string): Promise<number> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0))
    }
    const timer = setTimeout(end, 10_000)
    socket.on('error', end)
    socket.on('close', end)
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (heard.includes('\r\n\r\n')) end()
    })
    socket.write(`POST /webhook/meta HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${header}\r\n\r\n`)
  })
}

async function chunkedPost(url: string, megabytes: number): Promise<number> {
  const body = Readable.from(pieces(megabytes))
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await request(`${url}/webhook/meta`, { method: 'POST', headers, body })
    await answer.body.dump()
    return answer.statusCode
  } catch {
    // Refused while it was still being sent: the connection closed under the rest. Asked again in a way that listens.
    return halfPost(url, 'content-length: 5000000')
  }
}

async function* pieces(megabytes: number): AsyncGenerator<Buffer> {
  for (let n = 0; n < megabytes * 16; n++) {
    yield Buffer.alloc(65_536, 0x20)
    await sleep(1)
  }
}

/** Everything that a message leaves behind, counted. */
async function effects({ db }: Store): Promise<string> {
  const counts = []
  for (const table of ['inbox', 'outbox', 'receipt', 'conversation_history', 'quarantine', 'orders'] as const) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    counts.push(`${table} ${row.n}`)
  }
  return counts.join(', ')
}

async function forgedRows({ db }: Store): Promise<number> {
  let found = 0
  for (const table of ['inbox', 'quarantine'] as const) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where((eb) => eb.or([eb('provider_key', 'like', `%${FORGED}%`), eb('body', 'like', `%${FORGED}%`)]))
      .executeTakeFirstOrThrow()
    found += Number(row.n)
  }
  return found
}
