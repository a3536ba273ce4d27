import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class PrivacyList extends BotctlCommand {
  static override summary = 'List what shoppers asked for their data, and until when it must be answered'
  static override description =
    'Ley 21.719 gives thirty days. What was answered is shown with --all. Exit 0, 1 something is overdue, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --all --json',
  ]
  static override flags = {
    tenant: Flags.string({ description: 'of this shop alone' }),
    all: Flags.boolean({ description: 'those that were answered too' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PrivacyList)
    const { store, now } = await (await this.runtime()).deps()
    const { listRequests } = await import('../../services/privacy/requests.ts')
    const requests = await listRequests({ db: store.db, now }, { tenant: flags.tenant, all: flags.all })
    if (requests.some((request) => request.state === 'overdue')) this.exitWith(EXIT.findings)
    await this.print({ requests }, async () => {
      if (requests.length === 0) return 'nothing waits; botctl privacy request KIND --contact PHONE writes one down'
      const { table } = await import('../../cli/table.ts')
      return table(requests, [
        { header: 'SHOP', value: (row) => row.tenant, max: 26 },
        { header: 'KIND', value: (row) => row.kind },
        { header: 'SHOPPER', value: (row) => row.contact },
        { header: 'ASKED', value: (row) => row.requested_at.slice(0, 10) },
        { header: 'DUE', value: (row) => row.due_at.slice(0, 10) },
        { header: 'STATE', value: (row) => row.state },
      ])
    })
  }
}
