import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class OrderRefund extends BotctlCommand {
  static override summary = "Give an order's money back"
  static override description =
    'Through whoever collected it; the daemon asks the provider and sees it through. A transfer is given back by hand and reported with --done. A whole refund puts the units back on the shelf where the parcel has not left, or with --restock. Exit 0, 65 nothing to give back or too much, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --yes',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --amount 5000 --reason "one unit broken" --yes --json',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --done',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    amount: Flags.integer({ min: 1, description: 'pesos; without it everything that came' }),
    reason: Flags.string({ default: 'by the shop', description: 'why, for the timeline' }),
    restock: Flags.boolean({ allowNo: true, description: 'the units go back on the shelf' }),
    done: Flags.boolean({ description: 'the money is back: you transferred it', exclusive: ['amount', 'restock'] }),
    yes: Flags.boolean({ description: 'without asking' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderRefund)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { finishRefundByHand, refundOrder } = await import('../../services/orders/refund-order.ts')
    const deps = { store, now, actor: cliActor() }
    const wanted = { tenant: flags.tenant, number: args.number }
    if (!flags.done && !flags.yes && !(await this.confirm(`give back the money of order ${args.number}?`, '--yes'))) {
      throw new BotctlError('not_confirmed', 'nothing was given back', { exit: EXIT.usage })
    }
    const changed = flags.done
      ? await finishRefundByHand(deps, wanted)
      : await refundOrder(deps, { ...wanted, amount: flags.amount, reason: flags.reason, restock: flags.restock })
    await this.print(changed, async () => {
      const { changeText } = await import('../../cli/order-text.ts')
      return changeText(changed)
    })
  }
}
