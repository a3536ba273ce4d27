import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class PaymentVerify extends BotctlCommand {
  static override summary = "Ask the provider whether a shop's keys work"
  static override description =
    "Asks for today's payments, which only good keys can, and changes nothing. Exit 0, 1 findings, 66 no such shop, 78 no account."
  static override examples = [
    '<%= config.bin %> <%= command.id %> flow --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override args = {
    provider: Args.string({ default: 'flow', options: ['flow', 'local'], description: 'who collects' }),
  }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PaymentVerify)
    const runtime = await this.runtime()
    const [{ moneyDeps }, { verifyAccount }] = await Promise.all([
      import('../../services/payments/account-deps.ts'),
      import('../../services/payments/verify-account.ts'),
    ])
    const deps = { ...(await moneyDeps(runtime)), publicUrl: runtime.config.publicUrl }
    const result = await verifyAccount(deps, { tenant: flags.tenant, provider: args.provider })
    if (!result.ok) this.exitWith(EXIT.findings)
    await this.print(result, () =>
      result.ok
        ? `${result.provider} answers for ${result.tenant}`
        : result.findings.map((each) => `✗ ${each}`).join('\n'),
    )
  }
}
