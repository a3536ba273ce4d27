import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class DiscountDisable extends BotctlCommand {
  static override summary = 'Stop a discount'
  static override description =
    'From now on it counts for nobody; orders that have it keep it. Exit 0, 66 no such shop or discount.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> HOLA5 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> dsc_7f3k9 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { discount: Args.string({ required: true, description: 'its id, code or name' }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DiscountDisable)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { stopDiscount } = await import('../../services/discounts/manage-discounts.ts')
    const stopped = await stopDiscount(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, discount: args.discount },
    )
    await this.print(stopped, `${stopped.name} counts for nobody from now on`)
  }
}
