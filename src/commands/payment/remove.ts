import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PaymentRemove extends BotctlCommand {
  static override summary = 'Take a way to collect from a shop, with its secrets'
  static override description =
    'Links that were made can still be paid; botctl can no longer ask about them. Exit 0, 66 no such shop or account.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> flow --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> transfer --tenant acme-cannabis-2024 --json',
  ]
  static override args = {
    provider: Args.string({ required: true, options: ['flow', 'transfer'], description: 'which' }),
  }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PaymentRemove)
    const [{ accountDeps }, { removeAccount }] = await Promise.all([
      import('../../services/payments/account-deps.ts'),
      import('../../services/payments/manage-accounts.ts'),
    ])
    const deps = await accountDeps(await this.runtime())
    const removed = await removeAccount(deps, { tenant: flags.tenant, provider: args.provider })
    await this.print(removed, `removed ${removed.provider} from ${removed.tenant}`)
  }
}
