import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsFunnel extends AnalyticsCommand {
  static override summary = 'From chat to payment'
  static override description =
    'Conversations that got as far as a chat, a cart, a payment link, a payment. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > funnel.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsFunnel)
    const { store, query } = await this.report(flags)
    const { reportFunnel } = await import('../../services/analytics/reports.ts')
    const rows = await reportFunnel(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'nothing was said in that time'
      const { table } = await import('../../cli/table.ts')
      const { meter } = await import('../../tui/widgets/sparkline.ts')
      const chats = rows[0]?.conversations ?? 0
      const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
      return table(rows, [
        { header: 'STEP', value: (row) => row.step },
        { header: 'CONVERSATIONS', value: (row) => row.conversations, align: 'right' },
        { header: '', value: (row) => meter(row.conversations, chats, 30) },
        { header: 'OF CHATS', value: (row) => percent(row.share), align: 'right' },
        { header: 'OF THE STEP BEFORE', value: (row) => percent(row.from_previous), align: 'right' },
      ])
    })
  }
}
