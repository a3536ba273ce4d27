import { isIP } from 'node:net'
import { createLog } from '../log.ts'
import type { Runtime } from '../runtime.ts'
import { registerCareJobs, scheduleCareJobs } from '../services/care/jobs.ts'
import { openMoney } from '../services/payments/open-money.ts'
import { createTurns } from '../services/turns/create-turns.ts'
import { createApplyEffects } from '../store/commerce.ts'
import { createLogSink } from '../store/logs.ts'
import { openStore } from '../store/open.ts'
import { createOperatorRoutes } from './http/api/create-routes.ts'
import { environmentAccounts } from '../services/channels/environment.ts'
import { moneyParts } from './money.ts'
import { startServer, type Server } from './serve.ts'
import { tuningFrom } from './tuning.ts'

/**
 * The daemon from the configuration: the real engine, the real channels. The database may be away; a missing SECRET_KEY,
 * missing migrations or a taken port are refused.
 */
export async function openServer(runtime: Runtime, options: { testWebhook: boolean }): Promise<Server> {
  const { config, now } = runtime
  const secrets = await runtime.secretBox()
  const store = await openStore(config.databaseUrl)
  const kept = createLogSink(store.db)
  const log = await createLog({ level: config.logLevel, now, sink: kept.push })
  try {
    const { runner, drive, listening } = await createTurns({ store, config, now })
    const testWebhook = options.testWebhook && isLoopback(config.host)
    const money = moneyParts(openMoney({ store, config, secrets: () => runtime.secretBox(), now, log }), {
      testMode: testWebhook,
    })
    const baseUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
    const environment = environmentAccounts(config)
    const server = await startServer({
      store,
      config,
      secrets,
      version: runtime.version,
      now,
      random: Math.random,
      log,
      tuning: tuningFrom(process.env.BOTCTL_TUNE),
      runner,
      listening,
      drive,
      applyEffects: createApplyEffects({ baseUrl }),
      routes: [
        money.routes,
        ...createOperatorRoutes({ store, secrets, now, log, version: runtime.version, baseUrl, environment }),
      ],
      registerJobs(daemon) {
        registerCareJobs(daemon, { store, now, log })
        money.registerJobs(daemon)
      },
      host: config.host,
      port: config.port,
      testWebhook,
    })
    // A database that is away now gets its timers at the next start; what they do is not urgent.
    await scheduleCareJobs({ store, now }).catch((error: unknown) => log.warn('care_not_scheduled', { error }))
    return {
      url: server.url,
      async stop() {
        await server.stop()
        await kept.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Nobody but this machine reaches it; only then may the test webhook stand open. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true
  return isIP(host) === 4 && host.startsWith('127.')
}
