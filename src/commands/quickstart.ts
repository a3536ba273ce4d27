import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'
import type { QuickstartResult } from '../services/setup/quickstart.ts'

export default class Quickstart extends BotctlCommand {
  static override summary = 'From nothing to running shops: database, sample shops, one purchase, the daemon'
  static override description =
    'Makes what is missing (SQLite database, SECRET_KEY, the four sample shops), plays one purchase through the real engine, then serves with the test webhook open on loopback until Ctrl-C. Run again it keeps what is there. Exit 0, 69 the port is taken.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --once --json',
    '<%= config.bin %> <%= command.id %> --port 9100',
  ]
  static override flags = {
    once: Flags.boolean({ description: 'stop after the purchase' }),
    port: Flags.string({ description: 'the port to serve on (default 9001)' }),
  }
  static override handlesSignals = true

  async run(): Promise<void> {
    const { flags } = await this.parse(Quickstart)
    process.once('SIGINT', interrupted)
    const given = { port: flags.port, host: '127.0.0.1' }
    const runtime = await this.runtime(given)
    if (!flags.once) {
      // Before the purchase: an error after the document would be a second one.
      const { checkPort } = await import('../daemon/serve.ts')
      await checkPort(runtime.config.host, runtime.config.port)
    }
    const { runQuickstart, reloadConfig } = await import('../services/setup/quickstart.ts')
    const { chatText } = await import('../cli/bubbles.ts')
    const store = await runtime.rawStore()
    const result = await runQuickstart(
      { store, config: runtime.config, now: runtime.now },
      {
        onStep: (text) => this.note(`✔ ${text}`),
        onTurn: ({ said, turn }) =>
          this.show(chatText(said, turn.replies, turn.latency_ms, process.stdout.columns ?? 80)),
      },
    )
    await this.print(toDocument(result), () => outcome(result, flags.once, runtime.config.port))
    if (flags.once) return
    const { createRuntime } = await import('../runtime.ts')
    const { openServer } = await import('../daemon/open-server.ts')
    const { untilStopped } = await import('../daemon/until-stopped.ts')
    const fresh = createRuntime(reloadConfig(given), { version: this.config.version })
    const server = await openServer(fresh, { testWebhook: true })
    this.note(`\nserving on ${server.url} (Ctrl-C stops)`)
    process.off('SIGINT', interrupted)
    if (process.env.npm_command === 'exec') stopWithParent()
    if ((await untilStopped(() => server.stop())) === 'forced') process.exit(EXIT.interrupted)
  }

  /** The chat is for the eye: with --json the turns are in the document. */
  private show(text: string): Promise<void> | void {
    if (!this.jsonEnabled()) process.stdout.write(`${text}\n`)
  }
}

/** npx ends on SIGTERM without telling what it runs; a demonstration must not hold its port after that. */
function stopWithParent(): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}

function interrupted(): never {
  process.exit(EXIT.interrupted)
}

function money(pesos: number): string {
  return `$${pesos.toLocaleString('es-CL')}`
}

function outcome(result: QuickstartResult, once: boolean, port: number): string {
  const { order } = result
  const sold =
    order === null
      ? '! the purchase was not completed'
      : `✔ order ${order.number}: ${money(order.total)}, to be paid at ${order.payment_url}`
  const curl = `curl -s localhost:${port}/webhook -H 'content-type: application/json' \\\n    -d '{"telefono":"+56950915617","mensaje":"que vaporizador tienes"}'`
  const self = process.env.npm_command === 'exec' ? 'npx botctl' : 'botctl'
  return [
    '',
    sold,
    '',
    'try next:',
    once ? `  ${self} quickstart: the same, and then it serves` : `  ${curl}`,
    `  ${self} dashboard: the live screen (in another terminal)`,
    `  ${self} test-message --tenant bravo-gaming-2024: a chat with another shop`,
  ].join('\n')
}

function toDocument(result: QuickstartResult) {
  return {
    database: result.database,
    migrations: result.migrations,
    secret_key: result.secretKeyFile === null ? 'kept' : 'made',
    shops: result.shops,
    turns: result.turns,
    order: result.order,
  }
}
