import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class ShippingZoneList extends BotctlCommand {
  static override summary = 'List where a shop delivers'
  static override description = 'Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(ShippingZoneList)
    const { db } = await (await this.runtime()).store()
    const { listZones } = await import('../../../services/shipping/manage-zones.ts')
    const zones = await listZones({ db }, { tenant: flags.tenant })
    await this.print({ zones }, async () => {
      if (zones.length === 0) {
        return 'no zones: delivery is free and the shop arranges it; botctl shipping zone add NAME --price 3990 sets one'
      }
      const { zoneTable } = await import('../../../cli/zone-text.ts')
      return zoneTable(zones)
    })
  }
}
