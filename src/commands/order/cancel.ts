import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class OrderCancel extends BotctlCommand {
  static override summary = 'Call an unpaid order off'
  static override description =
    'Its units go back on the shelf and the shopper is told. A paid order is given back with order refund. Exit 0 also where it was cancelled already, 65 it is paid, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --reason "wrong address" --json',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    reason: Flags.string({ default: 'by the shop', description: 'why, for the timeline' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderCancel)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { cancelOrder } = await import('../../services/orders/cancel-order.ts')
    const changed = await cancelOrder(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, number: args.number, reason: flags.reason },
    )
    await this.print(changed, async () => {
      const { changeText } = await import('../../cli/order-text.ts')
      return changeText(changed)
    })
  }
}
