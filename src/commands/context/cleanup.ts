import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ContextCleanup extends BotctlCommand {
  static override summary = 'Remove expired conversation contexts'
  static override description =
    'A context is the cart and what the bot remembers between messages; it expires 30 days after the last one. Conversations, history and orders stay. The daemon does the same once a day. Exit 0, 64 a wrong span.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --older-than 7d --dry-run --json',
  ]
  static override flags = {
    'older-than': Flags.string({ helpValue: '30d', description: 'what was not touched for this long, expired or not' }),
    'dry-run': Flags.boolean({ description: 'only count' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ContextCleanup)
    const { parseSpan } = await import('../../cli/span.ts')
    const age = flags['older-than']
    const olderThanMs = age === undefined ? undefined : parseSpan(age)
    const { store, now } = await (await this.runtime()).deps()
    const { cleanupContexts } = await import('../../services/care/cleanup-contexts.ts')
    const result = await cleanupContexts({ db: store.db, now }, { olderThanMs, dryRun: flags['dry-run'] })
    const verb = flags['dry-run'] ? 'would remove' : 'removed'
    await this.print(result, `${verb} ${result.removed} contexts`)
  }
}
