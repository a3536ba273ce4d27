/**
 * H8: the real daemon under a steady load for as long as is asked, on loopback. It samples the daemon's memory, the wait
 * for a reply and what is pending, prints a line a sample, and stops by itself.
 *
 *   npm run soak -- --minutes 1440 --rate 300        a day; the first hour is not judged
 *   npm run soak -- --minutes 10                     a look: the first tenth is not judged
 *   npm run soak -- --on postgres
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { addShop } from '../test/support/edge.ts'
import { startFakeMeta } from '../test/support/fake-meta.ts'
import { APP_SECRET } from '../test/support/meta.ts'
import { startPostgres } from '../test/support/postgres-server.ts'
import { hello, median, openTarget, quantile } from './hostile/target.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '20' },
    on: { type: 'string', default: 'sqlite' },
  },
})
const minutes = Number(values.minutes)
/** Messages a second: some 30 % of what the machine can do, which `npm run bench` tells. */
const rate = Number(values.rate)
/** Caches fill and the compiler settles meanwhile. */
const warmMs = Math.min(3_600_000, minutes * 6000)
const SHOPPERS = 2000
const SHOPS = 10
const SAYS = ['hola', 'qué venden?', 'cuánto sale el envío?', 'quiero 2', 'gracias']
/** Resident memory may grow by so much an hour once it is warm. */
const MB_AN_HOUR = 1
/** A short run cannot tell a slope of 1 MB an hour from the kernel's rounding: so much in all is no leak. */
const MB_OF_NOISE = 16
const SAMPLES = 60

const folder = mkdtempSync(join(tmpdir(), 'botctl-soak-'))
const server = values.on === 'postgres' ? await startPostgres() : null
const asked = new Map<string, number>()
let waits: number[] = []
const meta = await startFakeMeta({
  appSecret: APP_SECRET,
  callbacks: ['sent', 'delivered', 'read'],
  delayMs: [20, 60],
  forget: true,
  onSend(send) {
    const at = asked.get(send.to)
    if (at === undefined) return
    asked.delete(send.to)
    waits.push(performance.now() - at)
  },
})
const target = await openTarget({
  databaseUrl: server ? await server.createDatabase('soak') : `sqlite:${join(folder, 'soak.sqlite')}`,
  graphUrl: meta.url,
  async prepare(edge) {
    const secrets = { token: 'EAAG', appSecret: APP_SECRET, verifyToken: 'v' }
    for (let n = 0; n < SHOPS; n++)
      await addShop(edge, { slug: `shop${n}`, meta: { address: String(7000 + n), secrets } })
  },
})
meta.callbackUrl = target.url
const samples: Array<{ at: number; memory: number; p99: number; pending: number }> = []
const startedAt = Date.now()
const endAt = startedAt + minutes * 60_000
let sent = 0
let refused = 0
let good = false
try {
  const sampler = sample()
  while (Date.now() < endAt) {
    const due = ((Date.now() - startedAt) / 1000) * rate
    for (; sent < due; sent++) {
      const from = `569${60_000_000 + (sent % SHOPPERS)}`
      if (!asked.has(`+${from}`)) asked.set(`+${from}`, performance.now())
      const text = SAYS[sent % SAYS.length]
      target.send(hello(`wamid.soak${sent}`, from, String(7000 + (sent % SHOPS)), text)).catch(() => {
        refused += 1
      })
    }
    await sleep(20)
  }
  await sampler
  good = judge()
} finally {
  await target.close()
  await meta.close()
  await server?.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(good ? 0 : 1)

async function sample(): Promise<void> {
  const every = Math.max(2000, (minutes * 60_000) / SAMPLES)
  while (Date.now() < endAt) {
    await sleep(Math.min(every, Math.max(0, endAt - Date.now())))
    const taken = waits.sort((a, b) => a - b)
    waits = []
    const one = {
      at: Date.now() - startedAt,
      memory: target.memory(),
      p99: quantile(taken, 0.99),
      pending: await pendingRows(),
    }
    samples.push(one)
    const line = `${(one.at / 60_000).toFixed(1)} min: ${one.memory} MB, reply p99 ${one.p99.toFixed(0)} ms, ${one.pending} pending`
    process.stdout.write(`     ${line}\n`)
  }
}

async function pendingRows(): Promise<number> {
  const row = await target.store.db
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Least squares over the samples after the warm-up; latency by halves, as a trend of a noisy figure. */
function judge(): boolean {
  const warm = samples.filter((one) => one.at >= warmMs)
  const hours = warm.map((one) => one.at / 3_600_000)
  const meanAt = hours.reduce((sum, at) => sum + at, 0) / hours.length
  const meanMb = warm.reduce((sum, one) => sum + one.memory, 0) / warm.length
  const spread = hours.reduce((sum, at) => sum + (at - meanAt) ** 2, 0)
  const slope = warm.reduce((sum, one, n) => sum + ((hours[n] ?? 0) - meanAt) * (one.memory - meanMb), 0) / spread
  const grown = slope * ((hours.at(-1) ?? 0) - (hours[0] ?? 0))
  const half = Math.floor(warm.length / 2)
  const early = median(warm.slice(0, half).map((one) => one.p99))
  const late = median(warm.slice(half).map((one) => one.p99))
  const pending = median(warm.map((one) => one.pending))
  const figures: Array<[name: string, value: string, good: boolean]> = [
    [
      'memory',
      `${slope.toFixed(1)} MB an hour, ${grown.toFixed(1)} MB in all`,
      slope < MB_AN_HOUR || grown < MB_OF_NOISE,
    ],
    [
      'reply p99',
      `${early.toFixed(0)} ms in the first half, ${late.toFixed(0)} ms in the second`,
      late < early * 1.5 + 20,
    ],
    ['pending', `${pending} at a typical moment, ${rate} messages a second`, pending <= rate],
    ['refused', `${refused} of ${sent}`, refused === 0],
  ]
  for (const [name, value, fine] of figures) process.stdout.write(`${fine ? 'ok  ' : 'MISS'} H8 ${name}: ${value}\n`)
  return figures.every(([, , fine]) => fine)
}
