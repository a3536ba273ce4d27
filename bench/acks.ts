import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { CHAOS_SECRETS, createDaemonProcess } from '../test/support/daemon-process.ts'
import { metaText, sign } from '../test/support/fake-meta.ts'
import { addShop } from '../test/support/pipeline.ts'
import { open, prepare, quantile } from './client.ts'

export interface AckResult {
  perSecond: number
  p50: number
  p99: number
  /** Microseconds of the server's own processor time per request: what other programs on the machine cannot distort. */
  cpu: number
}

/**
 * Signed Meta webhooks, one message each, acknowledged a second at `connections` connections. `active=0` keeps the
 * daemon from answering them: this is the ack path alone, as the comparison does nothing else either.
 */
export async function measureAcks(
  target: { kind: 'bare' } | { kind: 'daemon'; databaseUrl: string },
  options: { requests: number; connections: number; run: number; profile?: string | undefined },
): Promise<AckResult> {
  const bare = target.kind === 'bare'
  if (!bare) {
    const store = await openStore(target.databaseUrl)
    await migrate(store, { now: 0 })
    const known = await store.db.selectFrom('tenant').select('id').execute()
    if (known.length === 0) await addShop(store, 'shop', { id: 'ch', provider: 'meta', address: '1000' })
    await store.close()
  }
  const requests = Array.from({ length: options.requests }, (_, index) => {
    const body = metaText({
      phoneNumberId: '1000',
      from: `+569${10_000_000 + (index % 5000)}`,
      id: `wamid.r${options.run}.${index}`,
      text: 'hola, ¿tienen despacho a Ñuñoa?',
    })
    return prepare('/webhook/meta', body, { 'x-hub-signature-256': sign(CHAOS_SECRETS.appSecret, body) })
  })
  const server = await createDaemonProcess({
    databaseUrl: bare ? 'sqlite::memory:' : target.databaseUrl,
    graphUrl: 'http://127.0.0.1:9',
    tune: 'active=0',
    env: { LOG_LEVEL: 'warn' },
    entry: [
      ...profiled(options.profile),
      fileURLToPath(new URL(bare ? 'bare.ts' : '../test/support/echo-daemon.ts', import.meta.url)),
    ],
  })
  await server.start()
  try {
    const port = Number(new URL(server.url).port)
    const connections = await Promise.all(Array.from({ length: options.connections }, () => open(port)))
    const times: number[] = []
    let next = 0
    // The first tenth warms up the compiler on the other side and is not counted.
    const warm = Math.floor(requests.length / 10)
    let startedAt = 0
    let cpuBefore = 0
    await Promise.all(
      connections.map(async (connection) => {
        while (next < requests.length) {
          const mine = next
          next += 1
          if (mine === warm) {
            startedAt = performance.now()
            cpuBefore = cpuSeconds(server.pid())
          }
          const before = performance.now()
          const status = await connection.send(requests[mine] as Buffer)
          if (status !== 200) throw new Error(`answered ${status}`)
          if (mine >= warm) times.push(performance.now() - before)
        }
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const cpu = ((cpuSeconds(server.pid()) - cpuBefore) / times.length) * 1e6
    for (const connection of connections) connection.close()
    times.sort((a, b) => a - b)
    return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu }
  } finally {
    // A profile is written at an orderly end only.
    await server.signal(options.profile === undefined || bare ? 'SIGKILL' : 'SIGTERM')
  }
}

/** Node's flags for a processor profile of the daemon, one file a run in that folder. */
export function profiled(folder: string | undefined): string[] {
  return folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder]
}

/** User and system time of a process so far (proc(5), stat; the clock tick is 10 ms). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
