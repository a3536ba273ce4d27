import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class OrderShow extends BotctlCommand {
  static override summary = 'Show an order: items, shopper, address, payment attempts, timeline'
  static override description = 'Times are UTC, money is whole pesos. Exit 0, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderShow)
    const { db } = await (await this.runtime()).store()
    const { showOrder } = await import('../../services/orders/show-order.ts')
    const order = await showOrder({ db }, { tenant: flags.tenant, number: args.number })
    await this.print(order, async () => {
      const { orderText } = await import('../../cli/order-text.ts')
      return orderText(order)
    })
  }
}
