import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConversationShow extends BotctlCommand {
  static override summary = 'Show a conversation: what was said, the cart, the orders'
  static override description =
    'Personal data is masked unless --reveal is given. Exit 0, 66 where there is no such conversation.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cnv_… --reveal',
    '<%= config.bin %> <%= command.id %> cnv_… --json',
  ]
  static override args = { conversation: Args.string({ required: true, description: 'its id' }) }
  static override flags = { reveal: Flags.boolean({ description: 'show numbers, names and texts in clear' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ConversationShow)
    const deps = await (await this.runtime()).deps()
    const [{ requireConversation }, { readConversationDetail }] = await Promise.all([
      import('../../services/conversations/conversations.ts'),
      import('../../services/snapshot/read-conversation.ts'),
    ])
    const { tenantId } = await requireConversation(deps, args.conversation)
    const detail = await readConversationDetail(deps.store.db, {
      tenantId,
      id: args.conversation,
      reveal: flags.reveal,
    })
    await this.print(detail, async () => {
      const { facts } = await import('../../cli/table.ts')
      const head = facts([
        ['conversation', detail?.id],
        ['shop', detail?.tenant],
        ['who', detail?.who],
        ['mode', detail === null ? undefined : modeText(detail, deps.now())],
        ['cart', detail?.cart.map((line) => `${line.quantity} x ${line.name}`).join(', ') || 'empty'],
        ['orders', detail?.orders.map((order) => `${order.number} ${order.status}`).join(', ') || 'none'],
      ])
      const lines = (detail?.transcript ?? []).map((entry) => {
        const how = entry.intent === null ? '' : `  [${entry.intent} ${Math.round((entry.confidence ?? 0) * 100)} %]`
        return `${new Date(entry.at).toISOString().slice(0, 19)} ${entry.from.padEnd(8)} ${entry.text.replaceAll('\n', '\n'.padEnd(30))}${how}`
      })
      return `${head}\n\n${lines.join('\n')}`
    })
  }
}

function modeText(row: { mode: string; takeoverBy: string | null; takeoverUntil: number | null }, now: number): string {
  if (row.mode !== 'human') return row.mode
  const held = `held by ${row.takeoverBy ?? 'a person'}`
  if (row.takeoverUntil === null) return held
  const minutes = Math.ceil((row.takeoverUntil - now) / 60_000)
  return minutes > 0
    ? `${held}, ${Math.floor(minutes / 60)} h ${minutes % 60} min left`
    : `${held}; time is up, the bot answers the next message`
}
