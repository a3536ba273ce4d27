import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class MessageRetry extends BotctlCommand {
  static override summary = 'Try a stuck message again'
  static override description =
    'A message from a shopper is handled again, a reply is sent again; a running daemon takes it up within a second. Exit 0, 66 no such stuck message.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> in:4711',
    '<%= config.bin %> <%= command.id %> ob_7f3k9m2p4q6r8s0t1v3w --json',
  ]
  static override args = { id: Args.string({ required: true, description: 'as botctl message list shows it' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(MessageRetry)
    const deps = await (await this.runtime()).deps()
    const { retryStuckMessage } = await import('../../services/messages/stuck-messages.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const result = await retryStuckMessage({ ...deps, actor: cliActor() }, args.id)
    await this.print(result, `${args.id} is in the queue again`)
  }
}
