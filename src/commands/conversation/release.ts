import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConversationRelease extends BotctlCommand {
  static override summary = 'Give a conversation back to the bot'
  static override description =
    'The bot answers again, from where the shopper left off. Exit 0, 66 where there is no such conversation.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cnv_…',
    '<%= config.bin %> <%= command.id %> cnv_… --json',
  ]
  static override args = { conversation: Args.string({ required: true, description: 'its id' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(ConversationRelease)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const { release } = await import('../../services/conversations/conversations.ts')
    await this.print(await release(deps, { id: args.conversation }), 'The bot has it again.')
  }
}
