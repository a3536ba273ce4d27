import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class CaseShow extends BotctlCommand {
  static override summary = 'Show one case with the facts that were gathered'
  static override description = 'Exit 0, 66 where there is no such case.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cas_…',
    '<%= config.bin %> <%= command.id %> cas_… --json',
  ]
  static override args = { case: Args.string({ required: true, description: 'its id' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(CaseShow)
    const { db } = await (await this.runtime()).store()
    const { showCase } = await import('../../services/cases/manage-cases.ts')
    const found = await showCase({ db }, args.case)
    await this.print(found, async () => {
      const { facts } = await import('../../cli/table.ts')
      return facts([
        ['case', found.id],
        ['shop', found.tenant],
        ['kind', found.kind],
        ['status', found.status],
        ['what', found.summary],
        ['conversation', found.conversation],
        ['order', found.order],
        ['opened', found.opened_at],
        ['closed', found.closed_at === null ? null : `${found.closed_at} by ${found.closed_by ?? 'unknown'}`],
        ['next', found.next],
      ])
    })
  }
}
