/**
 * The flood of H6 in a thread of its own: real shoppers of one shop share no event loop with those of another, and what
 * this client needs to sign and send 2,200 requests a second must not count as a wait of the others.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { open, prepare, type Connection } from '../../bench/client.ts'
import { hello } from './target.ts'

export interface StormOptions {
  url: string
  seconds: number
  /** Messages a second of one sender, and of all the other shoppers of the same shop. */
  senderRate: number
  floodRate: number
  sender: string
  phoneNumberId: string
  /** Makes the message ids of each round others. */
  round: number
}

export interface StormResult {
  /** Of the flood without the one sender, acknowledged. */
  perSecond: number
  /** Milliseconds to 200, sorted. */
  acks: number[]
}

/** Resolves when all was sent and acknowledged; rejects where anything was answered with anything but 200. */
export function storm(options: StormOptions): Promise<StormResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: options })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

// Meta delivers over a pool; so many at once are under way at 2,200 a second and 30 ms each.
const CONNECTIONS = 64
const SHOPPERS = 20_000

async function run(options: StormOptions): Promise<StormResult> {
  const send = await openPool(Number(new URL(options.url).port))
  const started = performance.now()
  const acks: number[] = []
  let flooded = 0

  async function one(id: string, from: string): Promise<void> {
    const { payload, headers } = hello(`wamid.${options.round}.${id}`, from, options.phoneNumberId)
    const before = performance.now()
    const status = await send(prepare('/webhook/meta', payload, headers))
    if (status !== 200) throw new Error(`a valid webhook was answered with ${status}`)
    acks.push(performance.now() - before)
  }

  /** So many a second, spread, whether or not the last was answered. */
  async function openLoop(rate: number, each: (n: number) => Promise<void>): Promise<void> {
    const underWay: Array<Promise<void>> = []
    for (let n = 0; n < rate * options.seconds;) {
      const due = Math.min(rate * options.seconds, Math.floor(((performance.now() - started) / 1000) * rate))
      for (; n < due; n++) underWay.push(each(n))
      await sleep(1)
    }
    await Promise.all(underWay)
  }

  await Promise.all([
    openLoop(options.senderRate, (n) => one(`s${n}`, options.sender)),
    openLoop(options.floodRate, async (n) => {
      await one(`f${n}`, `569${50_000_000 + (n % SHOPPERS)}`)
      flooded += 1
    }),
  ])
  return { perSecond: flooded / ((performance.now() - started) / 1000), acks: acks.sort((a, b) => a - b) }
}

/** A request takes the first connection that is free, or the first that becomes free. */
async function openPool(port: number): Promise<(request: Buffer) => Promise<number>> {
  const free = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)))
  const waiting: Array<(connection: Connection) => void> = []
  return async (request) => {
    const connection = free.pop() ?? (await new Promise<Connection>((resolve) => waiting.push(resolve)))
    const status = await connection.send(request)
    const next = waiting.shift()
    if (next) next(connection)
    else free.push(connection)
    return status
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort
  port.postMessage(await run(workerData as StormOptions))
  // Its connections end with it.
  process.exit(0)
}
