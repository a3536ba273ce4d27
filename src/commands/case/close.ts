import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class CaseClose extends BotctlCommand {
  static override summary = 'Close a case that somebody has dealt with'
  static override description =
    'Who closed it is kept. Nothing is said to the shopper: conversation reply does that. Exit 0, also where it was closed before; 66 no such case.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cas_…',
    '<%= config.bin %> <%= command.id %> cas_… --note "cambiado por uno nuevo" --json',
  ]
  static override args = { case: Args.string({ required: true, description: 'its id' }) }
  static override flags = { note: Flags.string({ description: 'what was done, for the audit log' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CaseClose)
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { closeCaseAs } = await import('../../services/cases/manage-cases.ts')
    const closed = await closeCaseAs({ store, now, actor: cliActor() }, { id: args.case, note: flags.note })
    await this.print(closed, `closed ${closed.id} (${closed.kind} of ${closed.tenant})`)
  }
}
