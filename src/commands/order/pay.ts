import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class OrderPay extends BotctlCommand {
  static override summary = 'Mark an order as paid, because you saw the money'
  static override description =
    'For transfers and cash: payments by link are settled by asking the provider, never by hand. Written into the audit log with who said so. Exit 0, 65 it does not wait for money, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --manual --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --manual --tenant acme-cannabis-2024 --note "transfer 8812, Banco de Chile" --json',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    manual: Flags.boolean({ required: true, description: 'yes, I saw the money' }),
    note: Flags.string({ description: 'where it can be found again' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderPay)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { payByHand } = await import('../../services/orders/pay-by-hand.ts')
    const changed = await payByHand(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, number: args.number, note: flags.note ?? null },
    )
    await this.print(changed, async () => {
      const { changeText } = await import('../../cli/order-text.ts')
      return changeText(changed)
    })
  }
}
