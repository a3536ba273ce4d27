/** The daemon as `botctl serve` runs it, from the sources. */
import { loadConfig } from '../src/config.ts'
import { openServer } from '../src/daemon/open-server.ts'
import { untilStopped } from '../src/daemon/until-stopped.ts'
import { createRuntime } from '../src/runtime.ts'

const server = await openServer(createRuntime(loadConfig({ cwd: '/' }), { version: '0.0.0-bench' }), {
  testWebhook: false,
})
await untilStopped(() => server.stop())
process.exit(0)
