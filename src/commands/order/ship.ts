import * as Flags from '@oclif/core/flags'
import { fulfilArgs, FulfilCommand, fulfilFlags } from '../../cli/fulfil-command.ts'

export default class OrderShip extends FulfilCommand {
  static override summary = 'Say that an order left, or waits to be picked up'
  static override args = fulfilArgs
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --tracking https://envio.example.cl/8812 --json',
  ]
  static override flags = {
    ...fulfilFlags,
    tracking: Flags.string({ description: 'where the shopper can follow it: a link or a number' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderShip)
    await this.fulfil('shipped', { tenant: flags.tenant, number: args.number, tracking: flags.tracking })
  }
}
