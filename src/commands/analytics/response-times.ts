import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsResponseTimes extends AnalyticsCommand {
  static override summary = 'How fast the bot answers'
  static override description =
    'The time of a turn in the engine, in all and by intent, the slowest first. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > response-times.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsResponseTimes)
    const { store, query } = await this.report(flags)
    const { reportResponseTimes } = await import('../../services/analytics/reports.ts')
    const rows = await reportResponseTimes(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'nothing was said in that time'
      const { table } = await import('../../cli/table.ts')
      const { duration } = await import('../../tui/format.ts')
      return table(rows, [
        { header: 'INTENT', value: (row) => row.intent },
        { header: 'TURNS', value: (row) => row.turns, align: 'right' },
        { header: 'P50', value: (row) => duration(row.p50_ms), align: 'right' },
        { header: 'P95', value: (row) => duration(row.p95_ms), align: 'right' },
        { header: 'P99', value: (row) => duration(row.p99_ms), align: 'right' },
        { header: 'MAX', value: (row) => duration(row.max_ms), align: 'right' },
        { header: 'BY MODEL', value: (row) => `${Math.round(row.model_share * 100)} %`, align: 'right' },
      ])
    })
  }
}
