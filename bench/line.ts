import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { CHAOS_SECRETS, createDaemonProcess } from '../test/support/daemon-process.ts'
import { metaText, sign, startFakeMeta } from '../test/support/fake-meta.ts'
import { open, prepare, quantile } from './client.ts'
import { prepareShops } from './turns.ts'

export interface LineResult {
  sent: number
  perSecond: number
  /** Milliseconds from when a message was due to its 200: a daemon that falls behind is not forgiven. */
  p50: number
  p99: number
  unanswered: number
}

/**
 * V10, 360dialog's line: messages at a steady rate whether or not the last was answered, and three status callbacks for
 * each reply beside them.
 */
export async function measureLine(
  databaseUrl: string,
  options: { perSecond: number; seconds: number },
): Promise<LineResult> {
  let replies = 0
  const meta = await startFakeMeta({
    appSecret: CHAOS_SECRETS.appSecret,
    callbacks: ['sent', 'delivered', 'read'],
    forget: true,
    onSend: () => {
      replies += 1
    },
  })
  const store = await openStore(databaseUrl)
  const daemon = await createDaemonProcess({
    databaseUrl,
    graphUrl: meta.url,
    env: { LOG_LEVEL: 'warn' },
    entry: [fileURLToPath(new URL('serve.ts', import.meta.url))],
  })
  try {
    await migrate(store, { now: 0 })
    await prepareShops(store)
    await daemon.start()
    meta.callbackUrl = daemon.url
    const port = Number(new URL(daemon.url).port)
    const idle = await Promise.all(Array.from({ length: 64 }, () => open(port)))
    const waiting: Array<() => void> = []
    const times: number[] = []
    const total = Math.round(options.perSecond * options.seconds)

    async function one(n: number, due: number): Promise<void> {
      if (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      const connection = idle.pop() as Awaited<ReturnType<typeof open>>
      const body = metaText({
        phoneNumberId: String(2000 + (n % 100)),
        from: `+569${10_000_000 + n}`,
        id: `wamid.line.${n}`,
        text: 'hola',
      })
      const status = await connection.send(
        prepare('/webhook/meta', body, { 'x-hub-signature-256': sign(CHAOS_SECRETS.appSecret, body) }),
      )
      if (status !== 200) throw new Error(`answered ${status}`)
      times.push(performance.now() - due)
      idle.push(connection)
      waiting.shift()?.()
    }

    const startedAt = performance.now()
    const underWay: Array<Promise<void>> = []
    for (let n = 0; n < total;) {
      const elapsed = performance.now() - startedAt
      for (; n < total && (n / options.perSecond) * 1000 <= elapsed; n++) {
        underWay.push(one(n, startedAt + (n / options.perSecond) * 1000))
      }
      await sleep(2)
    }
    await Promise.all(underWay)
    const perSecond = total / ((performance.now() - startedAt) / 1000)
    const until = Date.now() + 30_000
    while (replies < total && Date.now() < until) await sleep(50)
    for (const connection of idle) connection.close()
    // The first second warms the compiler on the other side.
    const counted = times.slice(Math.round(options.perSecond)).sort((a, b) => a - b)
    return {
      sent: total,
      perSecond,
      p50: quantile(counted, 0.5),
      p99: quantile(counted, 0.99),
      unanswered: Math.max(0, total - replies),
    }
  } finally {
    await daemon.signal('SIGTERM')
    await meta.close()
    await store.close()
  }
}
