import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class DiscountShow extends BotctlCommand {
  static override summary = 'Show a discount'
  static override description = 'By id, code or name. Exit 0, 66 no such shop or discount.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> HOLA5 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> dsc_7f3k9 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { discount: Args.string({ required: true, description: 'its id, code or name' }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DiscountShow)
    const { db } = await (await this.runtime()).store()
    const { showDiscount } = await import('../../services/discounts/manage-discounts.ts')
    const discount = await showDiscount({ db }, { tenant: flags.tenant, discount: args.discount })
    await this.print(discount, async () => {
      const { discountText } = await import('../../cli/discount-text.ts')
      return discountText(discount)
    })
  }
}
