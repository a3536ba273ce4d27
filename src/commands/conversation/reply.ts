import { userInfo } from 'node:os'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConversationReply extends BotctlCommand {
  static override summary = 'Answer a shopper yourself'
  static override description =
    'The text goes through the outbox; the conversation becomes yours, as with takeover. Exit 0, 66 where there is no such conversation.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cnv_… "Hola, soy Ana: ya lo estoy viendo"',
    '<%= config.bin %> <%= command.id %> cnv_… "Tu pedido sale hoy" --json',
  ]
  static override args = {
    conversation: Args.string({ required: true, description: 'its id' }),
    text: Args.string({ required: true, description: 'what to say' }),
  }
  static override flags = { as: Flags.string({ description: 'who says it; by default the user of this machine' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ConversationReply)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const { replyAsOperator } = await import('../../services/conversations/conversations.ts')
    const result = await replyAsOperator(deps, {
      id: args.conversation,
      by: flags.as ?? userInfo().username,
      text: args.text,
    })
    await this.print(result, () =>
      result.windowOpen
        ? 'Queued; it goes out as soon as a daemon runs.'
        : 'Queued, but the 24 hours are over: it waits until the shopper writes.',
    )
  }
}
