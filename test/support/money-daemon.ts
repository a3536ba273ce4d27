import { loadConfig } from '../../src/config.ts'
import { openServer } from '../../src/daemon/open-server.ts'
import { createRuntime } from '../../src/runtime.ts'

/** The real daemon with the real engine, run from source: what `botctl serve --test-webhook` starts. */
const server = await openServer(createRuntime(loadConfig({ cwd: '/' })), { testWebhook: true })
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0))
})
