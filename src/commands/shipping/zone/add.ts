import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class ShippingZoneAdd extends BotctlCommand {
  static override summary = 'Say where a shop delivers, and for how much'
  static override description =
    'By comuna, by region, or everywhere else with neither. A shop with zones delivers to them alone; one without charges nothing and arranges delivery itself. Exit 0, 65 an unknown place or one of another zone, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> Santiago --tenant acme-cannabis-2024 --region RM --price 3990 --free-from 30000 --days "1 a 2 días hábiles"',
    '<%= config.bin %> <%= command.id %> "Cerca" --tenant acme-cannabis-2024 --comuna Ñuñoa --comuna Providencia --price 1990 --json',
    '<%= config.bin %> <%= command.id %> Regiones --tenant acme-cannabis-2024 --price 6990',
  ]
  static override args = { name: Args.string({ required: true, description: 'as the shopper reads it' }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    comuna: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'a comuna (repeat for more)' }),
    region: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'a region (repeat for more)' }),
    price: Flags.integer({ required: true, min: 0, description: 'pesos' }),
    'free-from': Flags.integer({ min: 0, description: 'free from products of this much' }),
    days: Flags.string({ description: 'how long it takes, in the words of the shop' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ShippingZoneAdd)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../../services/audit/record-audit.ts')
    const { addZone } = await import('../../../services/shipping/manage-zones.ts')
    const zone = await addZone(
      { store, now, actor: cliActor() },
      {
        tenant: flags.tenant,
        name: args.name,
        comunas: flags.comuna ?? [],
        regions: flags.region ?? [],
        price: flags.price,
        freeFrom: flags['free-from'],
        days: flags.days,
      },
    )
    await this.print(zone, async () => {
      const { zoneTable } = await import('../../../cli/zone-text.ts')
      return zoneTable([zone])
    })
  }
}
