import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ChannelQuarantine extends BotctlCommand {
  static override summary = 'Show what arrived and belongs to nobody: unknown numbers, malformed parts, notices'
  static override description =
    'Signed webhooks whose number no shop has, parts that could not be read, and what a provider tells of the account (notice:…), newest first. Bodies are shown with --json alone: they hold what shoppers wrote. Exit 0.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --reason number_unknown --limit 5 --json',
  ]
  static override flags = {
    limit: Flags.integer({ default: 20, min: 1, max: 1000, description: 'how many' }),
    reason: Flags.string({ description: 'of this reason alone, such as number_unknown' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ChannelQuarantine)
    const store = await (await this.runtime()).store()
    const { listQuarantined } = await import('../../services/channels/list-quarantined.ts')
    const rows = await listQuarantined({ store }, flags)
    await this.print(rows, async () => {
      if (rows.length === 0) return 'nothing is in quarantine'
      const { table } = await import('../../cli/table.ts')
      return table(rows, [
        { header: 'RECEIVED', value: (row) => row.received_at },
        { header: 'PROVIDER', value: (row) => row.provider },
        { header: 'REASON', value: (row) => row.reason, max: 40 },
        { header: 'NUMBER', value: (row) => row.address },
        { header: 'DO', value: (row) => row.hint },
      ])
    })
  }
}
