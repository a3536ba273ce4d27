import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { createSecretBox } from '../../src/secrets.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { createDaemonProcess, type DaemonProcess } from '../../test/support/daemon-process.ts'
import { PUBLIC_URL } from '../../test/support/edge.ts'
import { APP_SECRET, metaBody, metaText, metaValue, signedMeta } from '../../test/support/meta.ts'

export const SECRET_KEY = 'a-secret-key-for-tests-that-is-long-enough-0123456789'

/** The daemon as `botctl serve` runs it, on a database of its own, and what is measured of it from outside. */
export interface Target {
  store: Store
  daemon: DaemonProcess
  url: string
  /** Posts, through connections of its own where some are given; throws where the answer is not 200. */
  send(message: ReturnType<typeof signedMeta>, through?: Agent): Promise<void>
  /** Milliseconds of `count` acknowledgements, 8 at a time, sorted. */
  acks(count: number): Promise<number[]>
  /** Waits until no message is pending. */
  untilQuiet(): Promise<void>
  /** Resident memory in MB, as the kernel counts it. */
  memory(): number
  close(): Promise<void>
}

export async function openTarget(options: {
  databaseUrl: string
  graphUrl: string
  prepare(edge: { store: Store; secrets: ReturnType<typeof createSecretBox> }): Promise<void>
}): Promise<Target> {
  const store = await openStore(options.databaseUrl)
  await migrate(store, { now: Date.now() })
  await options.prepare({ store, secrets: createSecretBox(SECRET_KEY) })
  const daemon = await createDaemonProcess({
    databaseUrl: options.databaseUrl,
    graphUrl: options.graphUrl,
    entry: [fileURLToPath(new URL('../../bench/serve.ts', import.meta.url))],
    env: {
      LOG_LEVEL: 'error',
      SECRET_KEY,
      PUBLIC_URL,
      META_APP_SECRET: '',
      // Nothing here may reach a provider: what the daemon sends meets a closed port, or a fake on loopback.
      TWILIO_API_URL: 'http://127.0.0.1:9',
      FLOW_API_URL: 'http://127.0.0.1:9',
    },
  })
  await daemon.start()
  const agent = new Agent({ connections: 64 })
  let run = 0

  async function send(message: ReturnType<typeof signedMeta>, through = agent): Promise<void> {
    const { payload, headers } = message
    const answer = await request(`${daemon.url}/webhook/meta`, {
      method: 'POST',
      headers,
      body: payload,
      dispatcher: through,
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`a valid webhook was answered with ${answer.statusCode}`)
  }

  return {
    store,
    daemon,
    url: daemon.url,
    send,
    async acks(count) {
      const prefix = `wamid.acks${run++}`
      const taken: number[] = []
      let next = 0
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (next < count) {
            const n = next++
            const message = hello(`${prefix}.${n}`, `569${String(10_000_000 + (n % 400))}`)
            const started = performance.now()
            await send(message)
            taken.push(performance.now() - started)
          }
        }),
      )
      return taken.sort((a, b) => a - b)
    },
    async untilQuiet() {
      for (;;) {
        const pending = store.db.selectFrom('inbox').select('id').where('status', '=', 'pending')
        if ((await pending.limit(1).executeTakeFirst()) === undefined) return
        await sleep(100)
      }
    },
    memory() {
      const status = readFileSync(`/proc/${daemon.pid()}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    },
    async close() {
      await agent.destroy()
      await daemon.signal('SIGTERM')
      await store.close()
    },
  }
}

/** One signed text. */
export function hello(id: string, from: string, phoneNumberId?: string, text = 'hola'): ReturnType<typeof signedMeta> {
  const seconds = Math.floor(Date.now() / 1000)
  return signedMeta(metaBody(metaValue({ messages: [metaText(id, from, text, seconds)] }, phoneNumberId)), APP_SECRET)
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
}

export function median(list: readonly number[]): number {
  return quantile(
    list.toSorted((a, b) => a - b),
    0.5,
  )
}

/** Prints one line a figure. */
export type Figure = (name: string, value: string, good: boolean) => void
