import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class ShippingZoneRemove extends BotctlCommand {
  static override summary = 'Stop delivering to a zone'
  static override description =
    'Orders that were placed keep what they were charged. Exit 0, 64 several have that name, 66 no such shop or zone.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> Regiones --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> zon_7f3k9 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { zone: Args.string({ required: true, description: 'its id or name' }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ShippingZoneRemove)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../../services/audit/record-audit.ts')
    const { removeZone } = await import('../../../services/shipping/manage-zones.ts')
    const removed = await removeZone({ store, now, actor: cliActor() }, { tenant: flags.tenant, zone: args.zone })
    await this.print(removed, `removed ${removed.name} from ${removed.tenant}`)
  }
}
