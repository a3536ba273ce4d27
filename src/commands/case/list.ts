import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class CaseList extends BotctlCommand {
  static override summary = 'List what needs a person: complaints, returns, proofs of transfer, refunds'
  static override description =
    'The oldest first; open ones unless --all. Each names the command that most likely deals with it. Exit 0, also where there is none; 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --kind transfer_proof --json',
  ]
  static override flags = {
    tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
    kind: Flags.string({
      options: ['complaint', 'return', 'transfer_proof', 'hand_over', 'cancellation', 'refund', 'payment'],
      description: 'only those',
    }),
    all: Flags.boolean({ description: 'closed ones, too' }),
    limit: Flags.integer({ default: 100, min: 1, max: 10_000, description: 'so many of the oldest' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(CaseList)
    const { db } = await (await this.runtime()).store()
    const { listCases } = await import('../../services/cases/manage-cases.ts')
    const cases = await listCases({ db }, { ...flags, kind: flags.kind as 'complaint' | undefined })
    await this.print(cases, async () => {
      if (cases.length === 0) return 'nothing waits for a person'
      const { table } = await import('../../cli/table.ts')
      return table(cases, [
        { header: 'CASE', value: (row) => row.id },
        { header: 'KIND', value: (row) => row.kind },
        { header: 'SHOP', value: (row) => row.tenant, max: 24 },
        { header: 'ORDER', value: (row) => row.order },
        { header: 'SINCE', value: (row) => row.opened_at.slice(0, 16).replace('T', ' ') },
        { header: 'STATUS', value: (row) => row.status },
        { header: 'WHAT', value: (row) => row.summary, max: 60 },
      ])
    })
  }
}
