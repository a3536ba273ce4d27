import type { Config } from '../../config.ts'
import type { Log } from '../../log.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import type { MoneyDeps } from './deps.ts'
import { createPaymentDirectory } from './directory.ts'

/** Everything that money needs, from the configuration: for the daemon and for commands. */
export function openMoney(deps: {
  store: Store
  config: Pick<Config, 'flowApiUrl' | 'flowApiKey' | 'flowSecretKey' | 'publicUrl' | 'host' | 'port'>
  secrets: () => Promise<SecretBox>
  now: () => number
  log: Log
  /** The daemon's own address, where it is known better than by the configuration (port 0). */
  baseUrl?: string
}): MoneyDeps {
  const { store, config, now, log } = deps
  const baseUrl = deps.baseUrl ?? config.publicUrl ?? `http://${config.host}:${config.port}`
  return {
    store,
    now,
    log,
    baseUrl,
    providers: createPaymentDirectory({ store, environment: config, secrets: deps.secrets, baseUrl, now }),
  }
}
