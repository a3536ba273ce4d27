import { confirmPayments, killAroundPayments, raceForUnits, type Faults } from '../../test/support/money-chaos.ts'
import type { Ground, Run } from './run.ts'

/** D8–D10 on both databases, with D16 at the end of each. SQLite has one daemon, so there one is killed again and again. */
export const moneyRuns: Run[] = (['postgres', 'sqlite'] as const).flatMap((dialect) => [
  money('D8', `kills at 11 points around a payment, 20 times each (${dialect})`, async ({ database, some, seed }) =>
    killAroundPayments({ databaseUrl: await database(dialect), times: some(20), seed }),
  ),
  money('D9', `200 buyers, 50 units, kills on (${dialect})`, async ({ database, some, seed }) =>
    raceForUnits({
      databaseUrl: await database(dialect),
      buyers: some(200),
      units: some(50),
      replicas: dialect === 'postgres' ? 3 : 1,
      kills: true,
      seed,
    }),
  ),
  money('D10', `confirmations: 20 at once, forged, wrong amount, never sent (${dialect})`, async ({ database }) =>
    confirmPayments({ databaseUrl: await database(dialect), poller: true }),
  ),
])

function money(id: string, what: string, play: (ground: Ground) => Promise<Faults>): Run {
  return {
    id,
    what,
    async play(ground) {
      const report = await play(ground)
      return { ok: Object.keys(report).length === 0, report }
    },
  }
}
