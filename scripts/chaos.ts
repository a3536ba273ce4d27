/**
 * The crash figures whole: D1–D5, D11, D12 with D16 at each run's end, against real daemon processes and a real, fsyncing
 * Postgres. D6, D7, D13 and D14 have no size and run as they are in `test/crash`.
 *
 *   npm run chaos                       everything, about fifteen minutes
 *   npm run chaos -- --only D1,D4       those
 *   npm run chaos -- --scale 0.1        a tenth of the messages and kills
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  CHAOS_TUNE,
  faults,
  killOne,
  pause,
  runChaos,
  type ChaosOptions,
  type ChaosReport,
} from '../test/support/chaos.ts'
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts'

interface Run {
  id: string
  what: string
  database: 'sqlite' | 'postgres'
  options(server: PostgresServer): Omit<ChaosOptions, 'databaseUrl'>
  /** Twice is allowed so often: only where nothing can tell whether a send arrived. */
  twiceAllowed?(report: ChaosReport): number
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const scale = Number(values.scale)
const seed = Number(values.seed)
const some = (count: number): number => Math.max(1, Math.round(count * scale))
const faulty = { cutAfterAccept: 0.02, tooFast: 0.03, broken: 0.03, delayMs: [5, 20] as [number, number] }

const RUNS: Run[] = [
  {
    id: 'D1',
    what: '50 kills during 10,000 messages, 10 % redelivered',
    database: 'postgres',
    options: () => ({
      messages: some(10_000),
      shoppers: some(400),
      redeliver: 0.1,
      events: some(50),
      onEvent: killOne,
    }),
  },
  {
    id: 'D2',
    what: '3 replicas, 2 shops, 30 kills',
    database: 'postgres',
    options: () => ({
      messages: some(10_000),
      shoppers: some(400),
      replicas: 3,
      tenants: 2,
      redeliver: 0.1,
      events: some(30),
      onEvent: killOne,
    }),
  },
  {
    id: 'D3',
    what: '8 crashes of Postgres during 5,000 messages',
    database: 'postgres',
    options: (server) => ({
      messages: some(5000),
      shoppers: some(200),
      redeliver: 0.1,
      events: some(8),
      async onEvent() {
        await server.crash()
        await pause(300)
        await server.start()
      },
    }),
  },
  {
    id: 'D4',
    what: 'D1 on SQLite',
    database: 'sqlite',
    options: () => ({
      messages: some(10_000),
      shoppers: some(400),
      redeliver: 0.1,
      events: some(50),
      onEvent: killOne,
    }),
  },
  {
    id: 'D5',
    what: 'the provider cuts 2 %, 3 % 429, 3 % 500, with callbacks',
    database: 'postgres',
    options: () => ({ messages: some(2000), shoppers: some(100), provider: faulty }),
  },
  {
    id: 'D5b',
    what: 'the same without callbacks: twice at most as often as cut',
    database: 'sqlite',
    options: () => ({ messages: some(2000), shoppers: some(100), provider: { ...faulty, callbacks: [] } }),
    twiceAllowed: (report) => report.cut,
  },
  {
    id: 'D11',
    what: 'replicas frozen past their lease, in turn',
    database: 'postgres',
    options: () => ({
      messages: some(3000),
      shoppers: some(150),
      replicas: 2,
      events: some(6),
      tune: `${CHAOS_TUNE},leaseMs=1500`,
      async onEvent({ daemons, meta }, index) {
        meta.callbackUrl = daemons[(index + 1) % 2]?.url ?? null
        await daemons[index % 2]?.signal('SIGSTOP')
        await pause(3500)
        await daemons[index % 2]?.signal('SIGCONT')
      },
    }),
  },
  ...(['sqlite', 'postgres'] as const).map((database): Run => ({
    id: 'D12',
    what: `SIGTERM under load, 10 times (${database})`,
    database,
    options: () => ({
      messages: some(3000),
      shoppers: some(150),
      redeliver: 0.1,
      events: some(10),
      async onEvent({ daemons }) {
        const before = Date.now()
        const code = await daemons[0]?.signal('SIGTERM')
        if (code !== 0 || Date.now() - before > 10_000)
          throw new Error(`left with ${code} after ${Date.now() - before} ms`)
        await daemons[0]?.start()
      },
    }),
  })),
]

const wanted = values.only?.split(',')
const server = await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'botctl-chaos-'))
let failed = 0
try {
  process.stdout.write(`seed ${seed}, scale ${scale}\n`)
  for (const [index, run] of RUNS.entries()) {
    if (wanted && !wanted.includes(run.id)) continue
    const databaseUrl =
      run.database === 'sqlite'
        ? `sqlite:${join(folder, `${index}.sqlite`)}`
        : await server.createDatabase(`chaos${index}`)
    const report = await runChaos({ databaseUrl, seed: seed + index, drainMs: 120_000, ...run.options(server) })
    const bad = faults(report)
    if ((bad.twice ?? 0) <= (run.twiceAllowed?.(report) ?? 0)) delete bad.twice
    const ok = Object.keys(bad).length === 0
    if (!ok) failed += 1
    process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${run.id.padEnd(4)} ${run.what}\n     ${JSON.stringify(report)}\n`)
  }
} finally {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)
