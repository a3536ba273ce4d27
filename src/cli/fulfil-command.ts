import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import type { Step } from '../services/orders/fulfil-order.ts'
import { BotctlCommand } from './command.ts'

export const fulfilFlags = {
  tenant: Flags.string({ required: true, description: 'the shop' }),
}

/** Named by each command itself: the parser reads a command's own arguments, and none that it inherits. */
export const fulfilArgs = { number: Args.string({ required: true, description: "the order's number" }) }

/** What `order prepare`, `ship` and `deliver` share: one order, one step towards its shopper. */
export abstract class FulfilCommand extends BotctlCommand {
  static override description =
    'The shopper is told, once: inside the 24 hours as text, outside as the template of the shop, else on writing again. Exit 0 also where it was so already, 65 it is not paid or further on, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --json',
  ]
  static override args = fulfilArgs
  static override flags = fulfilFlags

  async fulfil(step: Step, order: { tenant: string; number: string; tracking?: string | undefined }): Promise<void> {
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../services/audit/record-audit.ts')
    const { fulfilOrder } = await import('../services/orders/fulfil-order.ts')
    const changed = await fulfilOrder({ store, now, actor: cliActor() }, { ...order, step })
    await this.print(changed, async () => {
      const { changeText } = await import('./order-text.ts')
      return changeText(changed)
    })
  }
}
