import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import type { OrderStatus } from '../../engine/types.ts'

const STATUSES = ['pending_payment', 'paid', 'preparing', 'shipped', 'delivered', 'cancelled', 'expired', 'refunded']

export default class OrderList extends BotctlCommand {
  static override summary = 'List orders, the latest first'
  static override description =
    'Of one shop, or of all. With --json {orders,total,page,limit}. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --status paid --json',
  ]
  static override flags = {
    tenant: Flags.string({ description: 'of this shop alone' }),
    status: Flags.string({ options: STATUSES, description: 'only those' }),
    since: Flags.string({ description: 'placed on that day or later (YYYY-MM-DD, in Chile)' }),
    page: Flags.integer({ min: 1, max: 100_000, default: 1, description: 'which page' }),
    limit: Flags.integer({ min: 1, max: 1000, default: 50, description: 'orders a page' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(OrderList)
    const { db } = await (await this.runtime()).store()
    const [{ listOrders }, { readDay }] = await Promise.all([
      import('../../services/orders/list-orders.ts'),
      import('../../services/orders/read-day.ts'),
    ])
    const listed = await listOrders(
      { db },
      {
        tenant: flags.tenant,
        status: flags.status as OrderStatus | undefined,
        since: readDay(flags.since),
        page: flags.page,
        limit: flags.limit,
      },
    )
    await this.print(listed, async () => {
      const { orderTable } = await import('../../cli/order-text.ts')
      return orderTable(listed)
    })
  }
}
