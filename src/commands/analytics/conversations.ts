import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsConversations extends AnalyticsCommand {
  static override summary = 'How much is said, day by day'
  static override description =
    'Conversations, turns, how sure the bot was, and who answered. With --csv the days. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsConversations)
    const { store, query } = await this.report(flags)
    const { reportConversations } = await import('../../services/analytics/reports.ts')
    const report = await reportConversations(store, query)
    await this.show(flags, report, report.by_day, async () => {
      const { facts, table } = await import('../../cli/table.ts')
      const { meter } = await import('../../tui/widgets/sparkline.ts')
      const most = Math.max(0, ...report.by_day.map((day) => day.turns))
      const head = facts([
        ['conversations', report.conversations],
        ['turns', report.turns],
        ['turns each', report.turns_per_conversation],
        ['by a model', report.sources.model],
        ['by a person', report.operator_messages],
        ['confidence', report.average_confidence],
        ['latency', report.average_latency_ms === null ? null : `${report.average_latency_ms} ms`],
      ])
      const days = table(report.by_day, [
        { header: 'DAY', value: (day) => day.day },
        { header: 'TURNS', value: (day) => day.turns, align: 'right' },
        { header: '', value: (day) => meter(day.turns, most, 30) },
        { header: 'NEW', value: (day) => day.new_conversations, align: 'right' },
      ])
      return report.by_day.length === 0 ? head : `${head}\n\n${days}`
    })
  }
}
