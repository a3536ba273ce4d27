import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PaymentList extends BotctlCommand {
  static override summary = 'List how the shops collect'
  static override description =
    'Sandbox and production are plain to see; secrets are never shown. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = { tenant: Flags.string({ description: 'of this shop alone' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(PaymentList)
    const [{ accountDeps }, { listAccounts }] = await Promise.all([
      import('../../services/payments/account-deps.ts'),
      import('../../services/payments/manage-accounts.ts'),
    ])
    const accounts = await listAccounts(await accountDeps(await this.runtime()), { tenant: flags.tenant })
    await this.print({ accounts }, async () => {
      if (accounts.length === 0) return 'no shops yet: botctl tenant create makes one'
      const { table } = await import('../../cli/table.ts')
      return table(accounts, [
        { header: 'SHOP', value: (row) => row.tenant, max: 30 },
        { header: 'COLLECTS BY', value: (row) => row.provider },
        { header: 'ENVIRONMENT', value: (row) => row.environment },
        { header: 'ACCOUNT', value: (row) => row.account },
        { header: 'CONFIRMATIONS', value: (row) => row.confirmation_url },
      ])
    })
  }
}
