import type { Config } from './config.ts'
import type { SecretBox } from './secrets.ts'
import type { Store } from './store/store.ts'
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
  /**
   * The database as it is, migrated or not: for `migrate`, `doctor`, `status`. With `create: false` looking at it makes
   * no SQLite file where there is none.
   */
  rawStore(options?: { create?: boolean }): Promise<Store>
  /** Store, configuration, clock and log in one object; commands log nothing, the daemon gives its own log. */
  deps(log?: Log): Promise<Deps>
  /** Seals and opens shops' secrets under SECRET_KEY; refuses where there is none (exit 78). */
  secretBox(): Promise<SecretBox>
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
  let box: Promise<SecretBox> | undefined

  const runtime: Runtime = {
    config,
    version: options.version ?? '0.0.0',
    now,
    rawStore({ create = true } = {}) {
      opened ??= import('./store/connect.ts').then(({ connectStore }) =>
        connectStore(config.databaseUrl, {
          create,
          ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
        }),
      )
      return opened
    },
    store() {
      checked ??= runtime.rawStore({ create: false }).then(async (store) => {
        const { requireMigrated } = await import('./store/migrate.ts')
        await requireMigrated(store)
        return store
      })
      return checked
    },
    async deps(log = silentLog) {
      return { store: await runtime.store(), config, now, log }
    },
    secretBox() {
      box ??= import('./secrets.ts').then(({ createSecretBox }) =>
        createSecretBox(
          config.secretKey ?? '',
          (config.secretKeyOld ?? '').split(',').filter((key) => key !== ''),
        ),
      )
      return box
    },
    async close() {
      // A database that could not be opened has nothing to close.
      const store = await opened?.catch(() => undefined)
      await store?.close()
    },
  }
  return runtime
}
