import { AnalyticsCommand, reportFlags } from '../../cli/analytics-command.ts'

export default class AnalyticsProducts extends AnalyticsCommand {
  static override summary = 'What is shown, ordered and paid'
  static override description =
    'Products by revenue, then by how often they were ordered and shown. With --json an array, with --csv a table. Exit 0, 64 a wrong span, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 7d',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --csv > products.csv',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(AnalyticsProducts)
    const { store, query } = await this.report(flags)
    const { reportProducts } = await import('../../services/analytics/reports.ts')
    const rows = await reportProducts(store, query)
    await this.show(flags, rows, rows, async () => {
      if (rows.length === 0) return 'no product was shown or ordered in that time'
      const { table } = await import('../../cli/table.ts')
      const { pesos } = await import('../../tui/format.ts')
      return table(rows.slice(0, 50), [
        { header: 'SHOP', value: (row) => row.tenant, max: 24 },
        { header: 'SKU', value: (row) => row.sku, max: 20 },
        { header: 'NAME', value: (row) => row.name, max: 36 },
        { header: 'SHOWN', value: (row) => row.shown, align: 'right' },
        { header: 'ORDERED', value: (row) => row.ordered, align: 'right' },
        { header: 'PAID', value: (row) => row.paid, align: 'right' },
        { header: 'REVENUE', value: (row) => pesos(row.revenue), align: 'right' },
      ])
    })
  }
}
