import { fulfilArgs, FulfilCommand } from '../../cli/fulfil-command.ts'

export default class OrderPrepare extends FulfilCommand {
  static override summary = 'Say that an order is being prepared'
  static override args = fulfilArgs

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderPrepare)
    await this.fulfil('preparing', { tenant: flags.tenant, number: args.number })
  }
}
