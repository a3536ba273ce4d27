import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'

export default class Serve extends BotctlCommand {
  static override summary = 'Run the daemon: webhooks, turns, deliveries, timers'
  static override description = `Listens for WhatsApp, answers, delivers, and does what is due. Logs JSON lines on stdout. SIGTERM or SIGINT
drains for up to ten seconds; a second one leaves at once, and nothing is lost either way. A database that goes away
means 503 until it is back. Exit 0 stopped, 69 the port is taken, 75 another daemon has this SQLite file, 78 SECRET_KEY or
migrations are missing.`
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --port 9001 --test-webhook',
    'curl -s localhost:9001/webhook -H \'content-type: application/json\' -d \'{"telefono":"+56912345678","mensaje":"hola"}\'',
  ]
  static override flags = {
    host: Flags.string({ description: 'the address to listen on', helpValue: 'ADDRESS' }),
    port: Flags.string({ description: 'the port', helpValue: 'PORT' }),
    'test-webhook': Flags.boolean({ description: 'open POST /webhook to this machine, on a loopback address only' }),
  }
  static override handlesSignals = true

  async run(): Promise<void> {
    const { flags } = await this.parse(Serve)
    const runtime = await this.runtime({ host: flags.host, port: flags.port })
    const { openServer, isLoopback } = await import('../daemon/open-server.ts')
    const { untilStopped } = await import('../daemon/until-stopped.ts')
    const server = await openServer(runtime, { testWebhook: flags['test-webhook'] })
    this.note(`botctl listens on ${server.url} (Ctrl-C stops it)`)
    if (flags['test-webhook'] && !isLoopback(runtime.config.host) && runtime.config.testWebhookToken === null) {
      this.note('POST /webhook stays closed: --test-webhook is for a loopback address; set TEST_WEBHOOK_TOKEN instead')
    }
    if ((await untilStopped(() => server.stop())) === 'forced') process.exit(EXIT.interrupted)
  }
}
