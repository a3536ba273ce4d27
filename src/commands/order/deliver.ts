import { fulfilArgs, FulfilCommand } from '../../cli/fulfil-command.ts'

export default class OrderDeliver extends FulfilCommand {
  static override summary = 'Say that an order arrived; the days of withdrawal count from here'
  static override args = fulfilArgs

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderDeliver)
    await this.fulfil('delivered', { tenant: flags.tenant, number: args.number })
  }
}
