import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class DiscountCreate extends BotctlCommand {
  static override summary = 'Make a discount or a coupon'
  static override description = `It counts at once, in search, cart and orders alike. Without --code it applies by itself. Stackable ones count together,
percentages first, then amounts; one that is not counts alone; the shopper gets whichever saves most. Discounts come
off sale prices and never off shipping. Exit 0, 65 it makes no sense or the code is taken, 66 no such shop,
product or category.`
  static override examples = [
    '<%= config.bin %> <%= command.id %> "Cyber" --tenant acme-cannabis-2024 --percent 10 --until 2026-12-01',
    '<%= config.bin %> <%= command.id %> "Primera compra" --tenant acme-cannabis-2024 --code HOLA5 --amount 5000 --minimum 20000 --limit-per-shopper 1 --json',
  ]
  static override args = { name: Args.string({ required: true, description: 'as the shopper reads it' }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    percent: Flags.integer({ description: '1 to 100', exclusive: ['amount'] }),
    amount: Flags.integer({ description: 'pesos' }),
    code: Flags.string({ description: 'only with this coupon' }),
    category: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'only on this category (repeat for more)',
    }),
    sku: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'only on this product (repeat for more)',
    }),
    minimum: Flags.integer({ min: 0, description: 'the cart must come to this much' }),
    stackable: Flags.boolean({ description: 'counts together with other stackable ones' }),
    limit: Flags.integer({ min: 1, description: 'for so many orders' }),
    'limit-per-shopper': Flags.integer({ min: 1, description: 'for so many orders of one shopper' }),
    from: Flags.string({ description: 'first day, YYYY-MM-DD, in Chile' }),
    until: Flags.string({ description: 'the day on which it is over, YYYY-MM-DD: not counted any more' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DiscountCreate)
    const { store, now } = await (await this.runtime()).deps()
    const [{ cliActor }, { createDiscount }, { readDay }] = await Promise.all([
      import('../../services/audit/record-audit.ts'),
      import('../../services/discounts/manage-discounts.ts'),
      import('../../services/orders/read-day.ts'),
    ])
    const made = await createDiscount(
      { store, now, actor: cliActor() },
      {
        tenant: flags.tenant,
        name: args.name,
        code: flags.code,
        percent: flags.percent,
        amount: flags.amount,
        categories: flags.category,
        skus: flags.sku,
        minimum: flags.minimum,
        stackable: flags.stackable,
        limit: flags.limit,
        limitPerShopper: flags['limit-per-shopper'],
        startsAt: readDay(flags.from),
        endsAt: readDay(flags.until),
      },
    )
    await this.print(made, async () => {
      const { discountText } = await import('../../cli/discount-text.ts')
      return discountText(made)
    })
  }
}
