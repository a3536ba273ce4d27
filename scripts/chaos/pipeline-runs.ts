import {
  faults,
  killOne,
  pause,
  runChaos,
  WHOLE_TUNE,
  type ChaosOptions,
  type ChaosReport,
} from '../../test/support/chaos.ts'
import type { Ground, Run } from './run.ts'

const faulty = { cutAfterAccept: 0.02, tooFast: 0.03, broken: 0.03, delayMs: [5, 20] as [number, number] }
/** The last message is in; what a kill took comes back after a lease and the wait for callbacks, on a busy machine later. */
const DRAIN_MS = 180_000

/** Messages on their way at any moment, so that each kill falls among that many. */
const IN_FLIGHT = 300

/** D1–D5, D11 and D12, with D16 at the end of each. */
export const pipelineRuns: Run[] = [
  ...(['postgres', 'sqlite'] as const).map((dialect) =>
    pipeline(
      dialect === 'postgres' ? 'D1' : 'D4',
      `50 kills during 10,000 messages, 10 % redelivered (${dialect})`,
      dialect,
      ({ some }) => ({
        messages: some(10_000),
        shoppers: some(400),
        redeliver: 0.1,
        events: some(50),
        unanswered: IN_FLIGHT,
        onEvent: killOne,
      }),
    ),
  ),
  pipeline('D2', '3 replicas, 2 shops, 30 kills', 'postgres', ({ some }) => ({
    messages: some(10_000),
    shoppers: some(400),
    replicas: 3,
    tenants: 2,
    redeliver: 0.1,
    events: some(30),
    unanswered: IN_FLIGHT,
    onEvent: killOne,
  })),
  pipeline('D3', '8 crashes of Postgres during 5,000 messages', 'postgres', ({ some, server }) => ({
    messages: some(5000),
    shoppers: some(200),
    redeliver: 0.1,
    events: some(8),
    async onEvent({ acked, daemons }) {
      const pid = daemons[0]?.pid()
      await server.crash()
      await pause(300)
      await server.start()
      const back = Date.now()
      const before = acked()
      while (acked() === before && Date.now() - back < 10_000) await pause(5)
      if (Date.now() - back > 2000) throw new Error(`the first ack came ${Date.now() - back} ms after the database`)
      if (pid !== daemons[0]?.pid() || !daemons[0]?.alive()) throw new Error('the daemon ended with the database')
    },
  })),
  pipeline('D5', 'the provider cuts 2 %, 3 % 429, 3 % 500, with callbacks', 'postgres', ({ some }) => ({
    messages: some(2000),
    shoppers: some(100),
    provider: faulty,
  })),
  pipeline(
    'D5b',
    'the same without callbacks: twice at most as often as cut',
    'sqlite',
    ({ some }) => ({ messages: some(2000), shoppers: some(100), provider: { ...faulty, callbacks: [] } }),
    (report) => report.cut,
  ),
  pipeline('D11', 'replicas frozen past their lease, in turn', 'postgres', ({ some }) => ({
    messages: some(3000),
    shoppers: some(150),
    replicas: 2,
    events: some(6),
    tune: `${WHOLE_TUNE},leaseMs=1500`,
    async onEvent({ daemons, meta }, index) {
      meta.callbackUrl = daemons[(index + 1) % 2]?.url ?? null
      await daemons[index % 2]?.signal('SIGSTOP')
      await pause(3500)
      await daemons[index % 2]?.signal('SIGCONT')
    },
  })),
  ...(['sqlite', 'postgres'] as const).map((dialect) =>
    pipeline('D12', `SIGTERM under load, 10 times (${dialect})`, dialect, ({ some }) => ({
      messages: some(3000),
      shoppers: some(150),
      redeliver: 0.1,
      events: some(10),
      async onEvent({ daemons }) {
        const before = Date.now()
        const code = await daemons[0]?.signal('SIGTERM')
        const took = Date.now() - before
        if (code !== 0 || took > 10_000) throw new Error(`left with ${code} after ${took} ms`)
        await daemons[0]?.start()
      },
    })),
  ),
]

function pipeline(
  id: string,
  what: string,
  dialect: 'sqlite' | 'postgres',
  options: (ground: Ground) => Omit<ChaosOptions, 'databaseUrl'>,
  /** Only where nothing can tell whether a send arrived. */
  twiceAllowed: (report: ChaosReport) => number = () => 0,
): Run {
  return {
    id,
    what,
    async play(ground) {
      const databaseUrl = await ground.database(dialect)
      const report = await runChaos({
        databaseUrl,
        seed: ground.seed,
        drainMs: DRAIN_MS,
        tune: WHOLE_TUNE,
        ...options(ground),
      })
      const bad = faults(report)
      if (report.twice <= twiceAllowed(report)) delete bad.twice
      return { ok: Object.keys(bad).length === 0, report }
    },
  }
}
