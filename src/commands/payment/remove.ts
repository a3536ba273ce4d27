import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PaymentRemove extends BotctlCommand {
  static override summary = 'Take a way to collect from a shop, with its secrets'
  static override description =
    'Refused while orders wait for their payment through it: their links could still be paid, and botctl could no longer ask. Exit 0, 65 orders wait, 66 no such shop or account.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> flow --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> transfer --tenant acme-cannabis-2024 --json',
  ]
  static override args = {
    provider: Args.string({ required: true, options: ['flow', 'transfer'], description: 'which' }),
  }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    yes: Flags.boolean({ description: 'although orders wait: I settle them by hand' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PaymentRemove)
    const [{ accountDeps }, { removeAccount }] = await Promise.all([
      import('../../services/payments/account-deps.ts'),
      import('../../services/payments/manage-accounts.ts'),
    ])
    const deps = await accountDeps(await this.runtime())
    const removed = await removeAccount(deps, {
      tenant: flags.tenant,
      provider: args.provider,
      anyway: flags.yes,
    })
    await this.print(removed, `removed ${removed.provider} from ${removed.tenant}`)
  }
}
