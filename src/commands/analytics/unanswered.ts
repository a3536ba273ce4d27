import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsUnanswered extends AnalyticsCommand {
  static override summary = 'What the bot did not understand'
  static override description =
    'Messages it was not made for or was unsure of, grouped however they were spelt, personal data masked: what to put into the catalog or the profile next. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > unanswered.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsUnanswered)
    const { store, query } = await this.report(flags)
    const { reportUnanswered } = await import('../../services/analytics/reports.ts')
    const rows = await reportUnanswered(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'everything was understood in that time'
      const { table } = await import('../../cli/table.ts')
      return table(rows.slice(0, 50), [
        { header: 'TIMES', value: (row) => row.count, align: 'right' },
        { header: 'SHOP', value: (row) => row.tenant, max: 24 },
        { header: 'TEXT', value: (row) => row.text, max: 60 },
        { header: 'TAKEN FOR', value: (row) => row.intent },
        {
          header: 'SURE',
          value: (row) => (row.lowest_confidence === null ? '–' : row.lowest_confidence.toFixed(2)),
          align: 'right',
        },
      ])
    })
  }
}
