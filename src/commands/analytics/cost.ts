import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsCost extends AnalyticsCommand {
  static override summary = 'What language models cost'
  static override description =
    'Calls, tokens and US dollars by shop, model and purpose. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > cost.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsCost)
    const { store, query } = await this.report(flags)
    const { reportCost } = await import('../../services/analytics/reports.ts')
    const rows = await reportCost(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'no model was asked in that time'
      const { table } = await import('../../cli/table.ts')
      const { dollars } = await import('../../tui/format.ts')
      return table(rows, [
        { header: 'SHOP', value: (row) => row.tenant, max: 24 },
        { header: 'MODEL', value: (row) => row.model, max: 24 },
        { header: 'FOR', value: (row) => row.purpose },
        { header: 'CALLS', value: (row) => row.calls, align: 'right' },
        { header: 'FAILED', value: (row) => row.failed, align: 'right' },
        { header: 'TOKENS IN', value: (row) => row.input_tokens, align: 'right' },
        { header: 'OUT', value: (row) => row.output_tokens, align: 'right' },
        { header: 'COST', value: (row) => dollars(row.cost_micros), align: 'right' },
      ])
    })
  }
}
