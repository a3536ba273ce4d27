import { describe, expect, it } from 'vitest'
import { createDatabase } from '../support/databases.ts'
import { confirmPayments, killAroundPayments, raceForUnits } from '../support/money-chaos.ts'

/** The short form of D8–D10 with D16 at each run's end; `npm run chaos` plays them whole. */
describe.each(['sqlite', 'postgres'] as const)(
  'money when the daemon is killed (%s)',
  { timeout: 900_000 },
  (dialect) => {
    async function on<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
      const { url, drop } = await createDatabase(dialect)
      try {
        return await work(url)
      } finally {
        await drop()
      }
    }

    it('D8: every order gets one link that is paid once, wherever the kill falls', async () => {
      expect(await on((databaseUrl) => killAroundPayments({ databaseUrl, times: 1, seed: 8 }))).toEqual({})
    })

    // Several daemons share a database on Postgres only.
    it('D9: 30 buyers, 9 units, and one daemon after the other killed: 9 sold', async () => {
      const replicas = dialect === 'postgres' ? 3 : 1
      const race = { buyers: 30, units: 9, replicas, kills: true, seed: 9 }
      expect(await on((databaseUrl) => raceForUnits({ databaseUrl, ...race }))).toEqual({})
    })

    it('D10: 20 confirmations at once pay once; forged tokens and wrong amounts pay nothing', async () => {
      expect(await on((databaseUrl) => confirmPayments({ databaseUrl, poller: false }))).toEqual({})
    })
  },
)
