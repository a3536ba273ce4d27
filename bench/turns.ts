import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSampleShops } from '../src/services/setup/sample-shops.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { CHAOS_SECRETS, createDaemonProcess } from '../test/support/daemon-process.ts'
import { metaText, sign, startFakeMeta } from '../test/support/fake-meta.ts'
import { cpuSeconds, profiled } from './acks.ts'
import { open, prepare, quantile } from './client.ts'

export interface TurnResult {
  perSecond: number
  /** Webhook sent to reply at the provider, milliseconds. */
  p50: number
  p99: number
  bubbles: number
  /** Microseconds of the daemon's processor time a turn. */
  cpu: number
  /** The daemon's resident memory after each tenth of the run, megabytes. */
  rss: number[]
}

const SHOPPERS_SAY = [
  'hola',
  'qué productos tienen?',
  'cuánto vale el más barato?',
  'quiero 2',
  'agrega otro más',
  'qué llevo en el carrito',
  'hacen envíos a Ñuñoa?',
  'vacía el carrito',
]

/** Each number may send 80 a second and each shopper gets 45 at once: so many of both that neither is the limit. */
const NUMBERS = 100
const MESSAGES_A_SHOPPER = 32

/**
 * Whole turns: a signed webhook in, the real engine on a sample catalog, everything committed, the reply at a fake
 * provider on loopback. `conversations` shoppers at once; each writes again when it was answered.
 */
export async function measureTurns(
  databaseUrl: string,
  options: { messages: number; conversations: number; profile?: string | undefined },
): Promise<TurnResult> {
  const store = await openStore(databaseUrl)
  const answered = new Map<string, () => void>()
  let bubbles = 0
  const meta = await startFakeMeta({
    appSecret: CHAOS_SECRETS.appSecret,
    forget: true,
    onSend(send) {
      bubbles += 1
      const done = answered.get(send.to)
      answered.delete(send.to)
      done?.()
    },
  })
  const daemon = await createDaemonProcess({
    databaseUrl,
    graphUrl: meta.url,
    env: { LOG_LEVEL: 'warn' },
    entry: [...profiled(options.profile), fileURLToPath(new URL('serve.ts', import.meta.url))],
  })
  try {
    await migrate(store, { now: 0 })
    await prepareShops(store)
    await daemon.start()
    const port = Number(new URL(daemon.url).port)
    const times: number[] = []
    const rss: number[] = []
    let sent = 0
    const cpuBefore = cpuSeconds(daemon.pid())
    const startedAt = performance.now()

    async function shopper(place: number): Promise<void> {
      const connection = await open(port)
      for (let person = 0; sent < options.messages; person++) {
        const phone = `+569${String(10_000_000 + place + person * 1000)}`
        for (let index = 0; index < MESSAGES_A_SHOPPER && sent < options.messages; index++) {
          sent += 1
          if (sent % Math.ceil(options.messages / 10) === 0) rss.push(megabytes(daemon.pid()))
          const text = SHOPPERS_SAY[index % SHOPPERS_SAY.length] as string
          const body = metaText({
            phoneNumberId: String(2000 + (place % NUMBERS)),
            from: phone,
            id: `wamid.${phone}.${index}`,
            text,
          })
          const reply = new Promise<void>((resolve) => {
            answered.set(phone, resolve)
          })
          const before = performance.now()
          const status = await connection.send(
            prepare('/webhook/meta', body, { 'x-hub-signature-256': sign(CHAOS_SECRETS.appSecret, body) }),
          )
          if (status !== 200) throw new Error(`answered ${status}`)
          await withDeadline(reply, 30_000, () => `no reply to "${text}"\n${daemon.logTail().slice(-1500)}`)
          times.push(performance.now() - before)
        }
      }
      connection.close()
    }
    await Promise.all(Array.from({ length: options.conversations }, (_, place) => shopper(place)))
    const seconds = (performance.now() - startedAt) / 1000
    const cpu = ((cpuSeconds(daemon.pid()) - cpuBefore) / sent) * 1e6
    times.sort((a, b) => a - b)
    return { perSecond: sent / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bubbles, cpu, rss }
  } finally {
    await daemon.signal('SIGTERM')
    await meta.close()
    await store.close()
  }
}

/** The sample shops, with a hundred business numbers between them. */
export async function prepareShops(store: Store): Promise<void> {
  const shops = await createSampleShops({ store, now: Date.now })()
  const tenants = await store.db
    .selectFrom('tenant')
    .select('id')
    .where(
      'slug',
      'in',
      shops.map((shop) => shop.slug),
    )
    .execute()
  const rows = Array.from({ length: NUMBERS }, (_, index) => ({
    id: `bench${index}`,
    tenant_id: tenants[index % tenants.length]?.id ?? '',
    provider: 'meta' as const,
    address: String(2000 + index),
    created_at: 0,
    updated_at: 0,
  }))
  await store.db
    .insertInto('channel')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function megabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

async function withDeadline(work: Promise<void>, ms: number, why: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(why())), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
