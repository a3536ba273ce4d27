import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class MessageList extends BotctlCommand {
  static override summary = 'List messages that are stuck: set aside on the way in, given up on the way out'
  static override description =
    'in:… is a shopper’s message that could not be handled, ob_… a reply that could not be delivered. What was said is not shown. Exit 0, also where there is none; 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = {
    tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
    limit: Flags.integer({ default: 100, min: 1, max: 10_000, description: 'so many of the newest' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(MessageList)
    const store = await (await this.runtime()).store()
    const { listStuckMessages } = await import('../../services/messages/stuck-messages.ts')
    const filter = { limit: flags.limit, ...(flags.tenant === undefined ? {} : { tenant: flags.tenant }) }
    const messages = await listStuckMessages({ store }, filter)
    await this.print(messages, async () => {
      if (messages.length === 0) return 'nothing is stuck: every message found its way'
      const { table } = await import('../../cli/table.ts')
      return table(messages, [
        { header: 'ID', value: (message) => message.id },
        { header: 'SHOP', value: (message) => message.tenant },
        { header: 'WHY', value: (message) => message.reason, max: 50 },
        { header: 'TRIES', value: (message) => String(message.attempts) },
        { header: 'SINCE', value: (message) => message.at },
      ])
    })
  }
}
