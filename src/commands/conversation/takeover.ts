import { userInfo } from 'node:os'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConversationTakeover extends BotctlCommand {
  static override summary = 'Take a conversation over from the bot'
  static override description =
    'The bot listens and is quiet until `conversation release`, or for eight hours. Exit 0, 66 where there is no such conversation, 77 where somebody else has it.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cnv_…',
    '<%= config.bin %> <%= command.id %> cnv_… --as ana',
  ]
  static override args = { conversation: Args.string({ required: true, description: 'its id' }) }
  static override flags = { as: Flags.string({ description: 'who takes it; by default the user of this machine' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ConversationTakeover)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const { takeOver } = await import('../../services/conversations/conversations.ts')
    const change = await takeOver(deps, { id: args.conversation, by: flags.as ?? userInfo().username })
    await this.print(change, `It is yours. Answer with: botctl conversation reply ${args.conversation} "…"`)
  }
}
