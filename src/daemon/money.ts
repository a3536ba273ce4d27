import type { MoneyDeps } from '../services/payments/deps.ts'
import { moneyJobs, plantMoneyJobs } from '../services/payments/jobs.ts'
import { isDatabaseAway } from './database-errors.ts'
import type { Routes } from './http/app.ts'
import { registerPayments } from './http/payments.ts'
import type { JobRegistry } from './timers/port.ts'

/** What money adds to a daemon: its routes, its timers, and the nightly ones set where they are not. */
export function moneyParts(
  deps: MoneyDeps,
  options: { testMode: boolean },
): { routes: Routes; registerJobs(registry: JobRegistry): void } {
  return {
    routes: (app) => registerPayments(app, { ...deps, testMode: options.testMode }),
    registerJobs(registry) {
      for (const [kind, handler] of Object.entries(moneyJobs(deps))) registry.registerJob(kind, handler)
      void plantMoneyJobs(deps.store.db, deps.now()).catch((error: unknown) => {
        // The next daemon that starts sets them; until then every payment still has its own poller.
        if (!isDatabaseAway(error)) deps.log.error('money_jobs_not_set', { error })
      })
    },
  }
}
