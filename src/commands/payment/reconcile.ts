import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class PaymentReconcile extends BotctlCommand {
  static override summary = "Compare a day's payments with the provider's list, both ways"
  static override description =
    'What is paid there and not here is settled on the spot; the rest is listed for a person. The daemon does the same every night. Exit 0, 1 findings, 66 no such shop, 69 the provider does not answer, 78 no account.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --date 2026-11-21 --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    provider: Flags.string({ options: ['flow', 'local'], default: 'flow', description: 'whose list' }),
    date: Flags.string({ description: 'the day in Chile, YYYY-MM-DD; without it yesterday' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PaymentReconcile)
    const [{ moneyDeps }, { reconcileDay, yesterday }, { readDay }, { requireTenant }] = await Promise.all([
      import('../../services/payments/account-deps.ts'),
      import('../../services/payments/reconcile.ts'),
      import('../../services/orders/read-day.ts'),
      import('../../store/tenants.ts'),
    ])
    readDay(flags.date)
    const deps = await moneyDeps(await this.runtime())
    const tenant = await requireTenant(deps.store.db, flags.tenant)
    const date = flags.date ?? yesterday(deps.now())
    const result = await reconcileDay(deps, { tenantId: tenant.id, provider: flags.provider, date })
    if (result.findings.length > 0) this.exitWith(EXIT.findings)
    await this.print({ tenant: tenant.slug, ...result }, async () => {
      const line = `${result.date}: ${result.listed} payments at ${result.provider}, ${result.paid} paid`
      if (result.findings.length === 0) return `${line}; all of them agree`
      const { table } = await import('../../cli/table.ts')
      const { money } = await import('../../engine/reply/format.ts')
      return `${line}\n${table(result.findings, [
        { header: 'FINDING', value: (row) => row.finding },
        { header: 'REFERENCE', value: (row) => row.reference },
        { header: 'AMOUNT', value: (row) => money(row.amount), align: 'right' },
        { header: 'DETAIL', value: (row) => row.detail },
      ])}`
    })
  }
}
