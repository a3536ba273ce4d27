import { setTimeout as sleep } from 'node:timers/promises'
import { Agent } from 'undici'
import { startFakeMeta } from '../../test/support/fake-meta.ts'
import { addShop } from '../../test/support/edge.ts'
import { APP_SECRET } from '../../test/support/meta.ts'
import { hello, median, openTarget, quantile, type Figure } from './target.ts'

const OTHERS = 4
/** Messages a second of each of the other shops: lively, and far from what one number may send. */
const OTHERS_RATE = 5
const ROUNDS = 3

/**
 * H6: one sender writes 200 messages a second and the other shoppers of its shop 2,000, while four other shops have
 * ordinary days. What those wait from their message to the reply at the provider, beside what they wait without the flood,
 * in turn on the same machine: it drifts.
 */
export async function flood(options: {
  databaseUrl: string
  /** Of flood, in all rounds together. */
  seconds: number
  figure: Figure
}): Promise<void> {
  const asked = new Map<string, number>()
  let waits: number[] = []
  let repliesToSender = 0
  const meta = await startFakeMeta({
    appSecret: APP_SECRET,
    forget: true,
    onSend(send) {
      if (send.to === SENDER) repliesToSender += 1
      const at = asked.get(send.to)
      if (at === undefined) return
      asked.delete(send.to)
      waits.push(performance.now() - at)
    },
  })
  const target = await openTarget({
    databaseUrl: options.databaseUrl,
    graphUrl: meta.url,
    async prepare(edge) {
      for (let shop = 0; shop <= OTHERS; shop++) {
        const secrets = { token: 'EAAG', appSecret: APP_SECRET, verifyToken: 'v' }
        await addShop(edge, { slug: `shop${shop}`, meta: { address: String(7000 + shop), secrets } })
      }
    },
  })
  // Providers do not make one shop's webhooks wait for another's, so neither may this client.
  const through = { others: new Agent({ connections: 32 }), flood: new Agent({ connections: 64 }) }
  let counter = 0

  /** So many a second, spread, whether or not the last was answered; resolves when all were sent and acknowledged. */
  async function openLoop(rate: number, seconds: number, one: (n: number) => Promise<void>): Promise<void> {
    const started = performance.now()
    const underWay: Array<Promise<void>> = []
    for (let n = 0; n < rate * seconds;) {
      const due = Math.min(rate * seconds, Math.floor(((performance.now() - started) / 1000) * rate))
      for (; n < due; n++) underWay.push(one(counter++))
      await sleep(5)
    }
    await Promise.all(underWay)
  }

  /** The p99 of the other shops' shoppers, each a new one, so that no wait hides behind another. */
  async function others(seconds: number): Promise<number> {
    waits = []
    asked.clear()
    await openLoop(OTHERS * OTHERS_RATE, seconds, async (n) => {
      const from = `569${40_000_000 + n}`
      asked.set(`+${from}`, performance.now())
      await target.send(hello(`wamid.o${n}`, from, String(7001 + (n % OTHERS))), through.others)
    })
    const until = Date.now() + 60_000
    while (asked.size > 0 && Date.now() < until) await sleep(20)
    for (const at of asked.values()) waits.push(performance.now() - at)
    return quantile(
      waits.toSorted((a, b) => a - b),
      0.99,
    )
  }

  async function storm(seconds: number): Promise<number> {
    const started = performance.now()
    let sent = 0
    await Promise.all([
      openLoop(200, seconds, (n) => target.send(hello(`wamid.s${n}`, SENDER.slice(1), '7000'), through.flood)),
      openLoop(2000, seconds, async (n) => {
        await target.send(hello(`wamid.f${n}`, `569${50_000_000 + (n % 20_000)}`, '7000'), through.flood)
        sent += 1
      }),
    ])
    return sent / ((performance.now() - started) / 1000)
  }

  try {
    await others(5)
    const quiet: number[] = []
    const beside: number[] = []
    const rates: number[] = []
    const seconds = Math.max(2, Math.round(options.seconds / ROUNDS))
    for (let round = 0; round < ROUNDS; round++) {
      quiet.push(await others(Math.min(20, seconds)))
      const [rate, waited] = await Promise.all([
        storm(seconds),
        sleep(500).then(() => others(Math.max(1, seconds - 1))),
      ])
      rates.push(rate)
      beside.push(waited)
      // What the flood left must not colour the next quiet round: it is given up as a shop's operator would.
      await target.store.db.updateTable('inbox').set({ status: 'done' }).where('status', '=', 'pending').execute()
      await sleep(1500)
    }
    const ratio = median(beside.map((ms, round) => ms / (quiet[round] ?? ms)))
    const list = (values: number[]): string => values.map((ms) => ms.toFixed(0)).join('/')
    options.figure(
      'H6 p99 of other shops, message to reply',
      `${list(quiet)} ms quiet, ${list(beside)} ms beside a flood of ${list(rates)} and 200 messages a second: ${ratio.toFixed(2)} ×`,
      ratio < 2,
    )
    const limited = await target.store.db
      .selectFrom('inbox')
      .select((row) => row.fn.countAll<number>().as('n'))
      .where('error', '=', 'sender_limited')
      .executeTakeFirstOrThrow()
    const all = seconds * ROUNDS * 200
    options.figure(
      'H6 the one sender',
      `${Number(limited.n)} of ${all} messages set aside, ${repliesToSender} replies`,
      // A burst of a hundred and two a second are let through, in each round anew at most.
      Number(limited.n) >= all - ROUNDS * (100 + 2 * (seconds + 60)),
    )
  } finally {
    await Promise.all([through.others.destroy(), through.flood.destroy()])
    await target.close()
    await meta.close()
  }
}

const SENDER = '+56966666666'
