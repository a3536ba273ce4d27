/**
 * The real daemon (`startServer`: HTTP edge, inbox, leases, outbox, timers) with one part exchanged: the engine says the
 * message back. Crash tests kill this process; a reply that names its message is what makes them strict.
 */
import { loadConfig } from '../../src/config.ts'
import { startServer } from '../../src/daemon/serve.ts'
import { tuningFrom } from '../../src/daemon/tuning.ts'
import { untilStopped } from '../../src/daemon/until-stopped.ts'
import { createLog } from '../../src/log.ts'
import { createSecretBox } from '../../src/secrets.ts'
import { openStore } from '../../src/store/open.ts'
import { createEchoRunner } from './echo-runner.ts'

const config = loadConfig({ cwd: '/' })
const log = await createLog({ level: config.logLevel, now: Date.now, destination: process.stderr })
const server = await startServer({
  store: await openStore(config.databaseUrl),
  config,
  secrets: createSecretBox(config.secretKey ?? '', []),
  version: '0.0.0-test',
  now: Date.now,
  random: Math.random,
  log,
  tuning: tuningFrom(process.env.BOTCTL_TUNE),
  runner: createEchoRunner(),
  applyEffects: () => Promise.resolve({ outcome: 'applied', order: null }),
  routes: [],
  registerJobs: () => {},
  host: config.host,
  port: config.port,
  testWebhook: true,
})
process.stdout.write(`${JSON.stringify({ listening: server.url })}\n`)
process.exit((await untilStopped(() => server.stop())) === 'stopped' ? 0 : 130)
