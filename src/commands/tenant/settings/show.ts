import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantSettingsShow extends BotctlCommand {
  static override summary = "Show a shop's rules for money and care"
  static override description =
    'How long units and links wait, how often shoppers are reminded, how long data is kept, when people are there. What shoppers read and are asked for is the profile: tenant profile show. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantSettingsShow)
    const { db } = await (await this.runtime()).store()
    const { showSettings } = await import('../../../services/tenants/tenant-settings.ts')
    const shown = await showSettings({ db }, flags.tenant)
    await this.print(shown, async () => {
      const { table } = await import('../../../cli/table.ts')
      return table(shown.settings, [
        { header: 'SETTING', value: (row) => row.key },
        {
          header: 'VALUE',
          value: (row) => row.value ?? (row.allowed.endsWith('never') ? 'never' : '—'),
          align: 'right',
        },
        { header: 'DEFAULT', value: (row) => row.default, align: 'right' },
        { header: 'ALLOWED', value: (row) => row.allowed },
        { header: 'MEANS', value: (row) => row.help },
      ])
    })
  }
}
