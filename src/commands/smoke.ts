import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'

export default class Smoke extends BotctlCommand {
  static override summary = 'Send a signed journey through the running daemon, in a shop of its own'
  static override description =
    'Opens a shop, sends signed messages to the webhook, waits for the answers in the database, sends a forged one that must be refused, and removes the shop. No other shop, no order and no provider is touched. Exit 0 all well, 1 a step failed, 69 no daemon there, 78 no SECRET_KEY.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --url https://bot.tienda.cl --json',
  ]
  static override flags = {
    url: Flags.string({ description: 'the daemon (default: this machine, at the configured port)' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Smoke)
    const runtime = await this.runtime()
    const secrets = await runtime.secretBox()
    const deps = await runtime.deps()
    const { createSmoke } = await import('../services/setup/smoke.ts')
    const url = flags.url?.replace(/\/+$/, '') ?? `http://127.0.0.1:${deps.config.port}`
    const result = await createSmoke({ ...deps, secrets })(url)
    if (!result.ok) this.exitWith(EXIT.findings)
    await this.print(result, () =>
      result.steps
        .map(
          (step) =>
            `${step.ok ? '✔' : '✖'} ${step.step}${step.ms === null ? '' : ` in ${step.ms} ms`} (${step.detail})`,
        )
        .join('\n'),
    )
  }
}
