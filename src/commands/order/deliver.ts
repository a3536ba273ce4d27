import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class OrderDeliver extends BotctlCommand {
  static override summary = 'Say that an order arrived; the days of withdrawal count from here'
  static override description =
    'The shopper is told, once: inside the 24 hours as text, outside as the template of the shop, else on writing again. Exit 0 also where it was so already, 65 it is not paid or further on, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderDeliver)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { fulfilOrder } = await import('../../services/orders/fulfil-order.ts')
    const changed = await fulfilOrder(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, number: args.number, step: 'delivered' },
    )
    await this.print(changed, async () => {
      const { changeText } = await import('../../cli/order-text.ts')
      return changeText(changed)
    })
  }
}
