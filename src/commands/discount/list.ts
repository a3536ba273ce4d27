import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class DiscountList extends BotctlCommand {
  static override summary = "List a shop's discounts and coupons"
  static override description = 'Those that can still count; with --all the disabled ones too. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --all --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    all: Flags.boolean({ description: 'the disabled ones too' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(DiscountList)
    const { db } = await (await this.runtime()).store()
    const { listDiscounts } = await import('../../services/discounts/manage-discounts.ts')
    const discounts = await listDiscounts({ db }, { tenant: flags.tenant, all: flags.all })
    await this.print({ discounts }, async () => {
      if (discounts.length === 0)
        return 'no discounts: botctl discount create NAME --tenant SLUG --percent 10 makes one'
      const { discountTable } = await import('../../cli/discount-text.ts')
      return discountTable(discounts)
    })
  }
}
