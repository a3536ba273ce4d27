import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantShow extends BotctlCommand {
  static override summary = 'Show one shop, its channels and what it holds'
  static override description = 'Exit 0, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024 --json',
  ]
  static override args = { slug: Args.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(TenantShow)
    const deps = await (await this.runtime()).deps()
    const { createTenantDescriber } = await import('../../services/tenants/describe-tenant.ts')
    const tenant = await createTenantDescriber(deps)(args.slug)
    await this.print(tenant, async () => {
      const { facts } = await import('../../cli/table.ts')
      return facts([
        ['slug', tenant.slug],
        ['name', tenant.name],
        ['type', tenant.type],
        ['number', tenant.phone],
        ['status', tenant.status],
        ['time zone', tenant.timezone],
        ['channels', tenant.channels.map((channel) => `${channel.provider} ${channel.address}`).join(', ') || 'none'],
        ['products', tenant.counts.products],
        ['conversations', tenant.counts.conversations],
        ['orders', tenant.counts.orders],
        ['opened', tenant.created_at],
      ])
    })
  }
}
