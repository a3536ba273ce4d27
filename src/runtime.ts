import type { Config } from './config.ts'
import type { Store } from './store/store.ts'
import { BotctlError, EXIT } from './errors.ts'
import { silentLog } from './log.ts'
import type { Log } from './log.ts'

/** What every service is made from. Services take the part they need. */
export interface Deps {
  store: Store
  config: Config
  now: () => number
  log: Log
}

/** The composition root of one process: made from the configuration, opening only what is asked for. */
export interface Runtime {
  readonly config: Config
  readonly version: string
  readonly now: () => number
  /** The database, open, with every migration applied; refuses otherwise (exit 78). */
  store(): Promise<Store>
  /** The database as it is, migrated or not: for `migrate`, `doctor`, `status`. */
  rawStore(): Promise<Store>
  /** Store, configuration, clock and log in one object; commands log nothing, the daemon gives its own log. */
  deps(log?: Log): Promise<Deps>
  /** SECRET_KEY, or a refusal that says how to make one (exit 78). */
  secretKey(): string
  close(): Promise<void>
}

/** Imports stand inside functions: a command that needs no database loads no driver. */
export function createRuntime(
  config: Config,
  options: { version?: string; now?: () => number; poolSize?: number } = {},
): Runtime {
  const now = options.now ?? Date.now
  let opened: Promise<Store> | undefined
  let checked: Promise<Store> | undefined

  const runtime: Runtime = {
    config,
    version: options.version ?? '0.0.0',
    now,
    rawStore() {
      opened ??= import('./store/open.ts').then(({ openStore }) =>
        openStore(config.databaseUrl, options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
      )
      return opened
    },
    store() {
      checked ??= runtime.rawStore().then(async (store) => {
        const { requireMigrated } = await import('./store/migrate.ts')
        await requireMigrated(store)
        return store
      })
      return checked
    },
    async deps(log = silentLog) {
      return { store: await runtime.store(), config, now, log }
    },
    secretKey() {
      if (config.secretKey !== null) return config.secretKey
      throw new BotctlError('secret_key_missing', 'SECRET_KEY is not set: secrets cannot be encrypted or read', {
        hint: 'run botctl init (or botctl quickstart), which makes one and keeps it',
        exit: EXIT.configuration,
      })
    },
    async close() {
      // A database that could not be opened has nothing to close.
      const store = await opened?.catch(() => undefined)
      await store?.close()
    },
  }
  return runtime
}
