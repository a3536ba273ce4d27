import type { Runtime } from '../../runtime.ts'
import { silentLog } from '../../log.ts'
import { cliActor } from '../audit/record-audit.ts'
import type { MoneyDeps } from './deps.ts'
import type { AccountDeps } from './manage-accounts.ts'
import { openMoney } from './open-money.ts'

/** What the payment commands share. */
export async function accountDeps(runtime: Runtime): Promise<AccountDeps> {
  const { config } = runtime
  return {
    store: await runtime.store(),
    now: runtime.now,
    actor: cliActor(),
    environment: config,
    secrets: () => runtime.secretBox(),
    baseUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
  }
}

export async function moneyDeps(runtime: Runtime): Promise<MoneyDeps> {
  return openMoney({
    store: await runtime.store(),
    config: runtime.config,
    secrets: () => runtime.secretBox(),
    now: runtime.now,
    log: silentLog,
  })
}
