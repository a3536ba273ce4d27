import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConversationList extends BotctlCommand {
  static override summary = 'List conversations: those that wait for a person first, then the newest'
  static override description = 'Numbers and texts are masked. Exit 0, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --waiting --json',
  ]
  static override flags = {
    tenant: Flags.string({ description: 'only this shop' }),
    waiting: Flags.boolean({ description: 'only those that wait for a person or that one holds' }),
    limit: Flags.integer({ description: 'at most so many', default: 50, min: 1, max: 1000 }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ConversationList)
    const { store } = await (await this.runtime()).deps()
    const [{ listConversations }, { requireTenant }] = await Promise.all([
      import('../../services/snapshot/read-lists.ts'),
      import('../../store/tenants.ts'),
    ])
    const tenantId = flags.tenant === undefined ? null : (await requireTenant(store.db, flags.tenant)).id
    const all = await listConversations(store.db, { tenantId, limit: flags.limit })
    const rows = all.filter((row) => !flags.waiting || row.mode !== 'bot')
    await this.print({ conversations: rows }, async () => {
      if (rows.length === 0) return 'No conversations yet. Try: botctl test-message "hola" --tenant SHOP'
      const { table } = await import('../../cli/table.ts')
      return table(rows, [
        { header: 'CONVERSATION', value: (row) => row.id },
        { header: 'SHOP', value: (row) => row.tenant, max: 24 },
        { header: 'WHO', value: (row) => row.who },
        { header: 'MODE', value: (row) => row.mode },
        { header: 'CART', value: (row) => row.cartItems, align: 'right' },
        { header: 'INTENT', value: (row) => row.lastIntent },
        { header: 'LAST WORDS', value: (row) => row.lastText, max: 48 },
      ])
    })
  }
}
