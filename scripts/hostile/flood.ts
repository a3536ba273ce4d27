import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent } from 'undici'
import { cpuSeconds } from '../../bench/acks.ts'
import { startFakeMeta } from '../../test/support/fake-meta.ts'
import { addShop } from '../../test/support/edge.ts'
import { APP_SECRET } from '../../test/support/meta.ts'
import { storm } from './storm.ts'
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
  const agent = new Agent({ connections: 32 })
  let counter = 0
  const own = monitorEventLoopDelay({ resolution: 1 })

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

  /** What the other shops' shoppers wait, each a new one, so that no wait hides behind another. */
  async function others(seconds: number): Promise<Waited> {
    waits = []
    asked.clear()
    own.reset()
    await openLoop(OTHERS * OTHERS_RATE, seconds, async (n) => {
      const from = `569${40_000_000 + n}`
      asked.set(`+${from}`, performance.now())
      await target.send(hello(`wamid.o${n}`, from, String(7001 + (n % OTHERS))), agent)
    })
    const until = Date.now() + 60_000
    while (asked.size > 0 && Date.now() < until) await sleep(20)
    for (const at of asked.values()) waits.push(performance.now() - at)
    const sorted = waits.toSorted((a, b) => a - b)
    return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), own: own.percentile(99) / 1e6 - 1 }
  }

  try {
    own.enable()
    await others(5)
    const quiet: Waited[] = []
    const beside: Waited[] = []
    const rates: number[] = []
    const acks: number[] = []
    const busy: number[] = []
    const seconds = Math.max(2, Math.round(options.seconds / ROUNDS))
    for (let round = 0; round < ROUNDS; round++) {
      quiet.push(await others(Math.min(20, seconds)))
      const cpu = cpuSeconds(target.daemon.pid())
      const [flooded, waited] = await Promise.all([
        storm({
          url: target.url,
          seconds,
          senderRate: 200,
          floodRate: 2000,
          sender: SENDER.slice(1),
          phoneNumberId: '7000',
          round,
        }),
        sleep(500).then(() => others(Math.max(1, seconds - 1))),
      ])
      busy.push(((cpuSeconds(target.daemon.pid()) - cpu) / seconds) * 100)
      rates.push(flooded.perSecond)
      acks.push(quantile(flooded.acks, 0.99))
      beside.push(waited)
      // What the flood left must not colour the next quiet round: it is given up as a shop's operator would.
      await target.store.db.updateTable('inbox').set({ status: 'done' }).where('status', '=', 'pending').execute()
      await sleep(1500)
    }
    const ratio = median(beside.map(({ p99 }, round) => p99 / (quiet[round]?.p99 ?? p99)))
    const list = (values: number[]): string => values.map((ms) => ms.toFixed(0)).join('/')
    const p99 = (all: Waited[]): string => list(all.map((each) => each.p99))
    options.figure(
      'H6 p99 of other shops, message to reply',
      `${p99(quiet)} ms quiet, ${p99(beside)} ms beside a flood of ${list(rates)} and 200 messages a second: ${ratio.toFixed(2)} ×`,
      ratio < 2,
    )
    // Whether the machine, the daemon or this client was the limit.
    const p50 = (all: Waited[]): string => list(all.map((each) => each.p50))
    const late = (all: Waited[]): string => list(all.map((each) => each.own))
    options.figure(
      'H6 beside it',
      `p50 ${p50(quiet)} and ${p50(beside)} ms; this client's event loop late by ${late(quiet)} and ${late(beside)} ms (p99); ` +
        `the flood's acks ${list(acks)} ms (p99); the daemon used ${list(busy)} % of a core`,
      true,
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
    await agent.destroy()
    await target.close()
    await meta.close()
  }
}

/** Milliseconds; `own` is how late this client's event loop was, which it adds to what it measures. */
interface Waited {
  p50: number
  p99: number
  own: number
}

const SENDER = '+56966666666'
