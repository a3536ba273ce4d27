import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsIntents extends AnalyticsCommand {
  static override summary = 'What shoppers want'
  static override description =
    'Each intent with its share, how sure the bot was, and how often it was not. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > intents.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsIntents)
    const { store, query } = await this.report(flags)
    const { reportIntents } = await import('../../services/analytics/reports.ts')
    const rows = await reportIntents(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'nothing was said in that time'
      const { table } = await import('../../cli/table.ts')
      const { meter } = await import('../../tui/widgets/sparkline.ts')
      const most = rows[0]?.count ?? 0
      return table(rows, [
        { header: 'INTENT', value: (row) => row.intent },
        { header: 'TURNS', value: (row) => row.count, align: 'right' },
        { header: 'SHARE', value: (row) => `${(row.share * 100).toFixed(1)} %`, align: 'right' },
        { header: '', value: (row) => meter(row.count, most, 20) },
        {
          header: 'SURE',
          value: (row) => (row.average_confidence === null ? '–' : row.average_confidence.toFixed(2)),
          align: 'right',
        },
        { header: 'UNSURE', value: (row) => row.unsure, align: 'right' },
      ])
    })
  }
}
