import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class MessageDrop extends BotctlCommand {
  static override summary = 'Give a message up for good'
  static override description =
    'It leaves the list and is neither handled nor sent. Asks first, or takes --yes. Exit 0, 64 not confirmed, 66 no such message.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> in:4711',
    '<%= config.bin %> <%= command.id %> ob_7f3k9m2p4q6r8s0t1v3w --yes --json',
  ]
  static override args = { id: Args.string({ required: true, description: 'as botctl message list shows it' }) }
  static override flags = { yes: Flags.boolean({ char: 'y', description: 'do not ask' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(MessageDrop)
    const deps = await (await this.runtime()).deps()
    if (!flags.yes && !(await this.confirm(`give up ${args.id} for good?`, '--yes'))) {
      throw new BotctlError('not_confirmed', 'nothing was given up', { exit: EXIT.usage })
    }
    const { dropStuckMessage } = await import('../../services/messages/stuck-messages.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const result = await dropStuckMessage({ ...deps, actor: cliActor() }, args.id)
    await this.print(result, `gave up ${args.id}`)
  }
}
