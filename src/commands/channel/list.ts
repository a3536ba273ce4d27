import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ChannelList extends BotctlCommand {
  static override summary = "List the shops' ways to WhatsApp"
  static override description = 'Exit 0, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = { tenant: Flags.string({ description: 'of this shop alone' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(ChannelList)
    const runtime = await this.runtime()
    const { baseUrlOf } = await import('../../services/channels/webhook-url.ts')
    const { createChannelLister } = await import('../../services/channels/list-channels.ts')
    const list = createChannelLister({
      store: await runtime.store(),
      baseUrl: baseUrlOf(runtime.config),
      now: runtime.now,
    })
    const channels = await list({ tenant: flags.tenant })
    await this.print(channels, async () => {
      if (channels.length === 0) return 'no channels yet: botctl channel add meta|twilio --tenant SLUG makes one'
      const { table } = await import('../../cli/table.ts')
      return table(channels, [
        { header: 'ID', value: (row) => row.id },
        { header: 'SHOP', value: (row) => row.tenant, max: 30 },
        { header: 'PROVIDER', value: (row) => row.provider },
        { header: 'ADDRESS', value: (row) => row.address },
        { header: 'ACCOUNT', value: (row) => row.account },
        { header: 'STATUS', value: (row) => row.status },
        { header: 'WEBHOOK', value: (row) => row.webhook_url },
      ])
    })
  }
}
