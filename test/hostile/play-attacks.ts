import { connect } from 'node:net'
import { Agent, request } from 'undici'
import type { Attack } from './attack.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export interface Outcome {
  sent: number
  /** Answered with what was not expected, by kind and status; and what never was answered. */
  wrong: Array<{ kind: string; status: number | 'hung' | 'dropped'; times: number }>
  byKind: Record<string, number>
  slowestMs: number
}

/** No honest answer takes longer; what does is hung. */
const HUNG_MS = 30_000

/** Plays `count` attacks, the kinds in turn, 32 at a time. */
export async function playAttacks(
  url: string,
  attacks: ReadonlyArray<(random: Random, n: number) => Attack>,
  options: { count: number; seed: number; concurrency?: number },
): Promise<Outcome> {
  const random = createRandom(options.seed)
  const agent = new Agent({ connections: options.concurrency ?? 32 })
  const outcome: Outcome = { sent: 0, wrong: [], byKind: {}, slowestMs: 0 }
  let next = 0

  async function worker(): Promise<void> {
    while (next < options.count) {
      const n = next++
      const make = attacks[n % attacks.length]
      if (make === undefined) return
      const attack = make(random, n)
      const started = performance.now()
      const status = attack.raw ? await playRaw(url, attack.raw) : await play(agent, url, attack)
      outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - started)
      outcome.sent++
      outcome.byKind[attack.kind] = (outcome.byKind[attack.kind] ?? 0) + 1
      note(outcome, attack, status)
    }
  }

  await Promise.all(Array.from({ length: options.concurrency ?? 32 }, worker))
  await agent.destroy()
  return outcome
}

function note(outcome: Outcome, attack: Attack, status: number | 'hung' | 'dropped'): void {
  if (typeof status === 'number' && attack.expect.includes(status)) return
  // A cut request expects no answer; a body refused by its length may meet a closed connection while it is still sent.
  if (status === 'dropped' && (attack.expect.length === 0 || attack.expect.includes(413))) return
  const known = outcome.wrong.find((one) => one.kind === attack.kind && one.status === status)
  if (known) known.times++
  else outcome.wrong.push({ kind: attack.kind, status, times: 1 })
}

async function play(agent: Agent, url: string, attack: Attack): Promise<number | 'hung' | 'dropped'> {
  try {
    const answer = await request(`${url}${attack.path}`, {
      method: attack.method as 'POST',
      headers: attack.headers,
      body: attack.body,
      dispatcher: agent,
      signal: AbortSignal.timeout(HUNG_MS),
    })
    const text = await answer.body.text()
    if (/\bat .*\.(ts|js):\d+|node_modules|SELECT |INSERT /.test(text))
      throw new Error(`an answer shows the inside: ${text}`)
    return answer.statusCode
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return 'hung'
    if ((error as Error).message.startsWith('an answer shows')) throw error
    return 'dropped'
  }
}

function playRaw(url: string, raw: NonNullable<Attack['raw']>): Promise<number | 'hung' | 'dropped'> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(port), hostname, () => {
      socket.write(raw.bytes)
      if (raw.finish === 'cut') setImmediate(() => socket.destroy())
      if (raw.finish === 'end') socket.end()
    })
    const timer = setTimeout(() => {
      resolve('hung')
      socket.destroy()
    }, HUNG_MS)
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (heard.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      const status = /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1]
      resolve(status === undefined ? 'dropped' : Number(status))
    })
  })
}
