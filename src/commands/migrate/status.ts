import { BotctlCommand } from '../../cli/command.ts'

export default class MigrateStatus extends BotctlCommand {
  static override summary = 'List applied and pending migrations'
  static override description = `Touches nothing. Exit 0 current, 1 migrations are pending or unknown to this botctl, 69 database out of reach.`
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    await this.parse(MigrateStatus)
    const runtime = await this.runtime()
    const { migrationStatus } = await import('../../store/migrate.ts')
    const store = await runtime.rawStore({ create: false })
    const { applied, pending, unknown } = await migrationStatus(store)
    const current = pending.length === 0 && unknown.length === 0
    if (!current) this.exitWith(1)
    await this.print(
      {
        database: store.label,
        current,
        applied: applied.map((row) => ({ name: row.name, applied_at: new Date(row.appliedAt).toISOString() })),
        pending,
        unknown,
      },
      async () => {
        const { table } = await import('../../cli/table.ts')
        const rows = [
          ...applied.map((row) => ({ name: row.name, state: 'applied', at: new Date(row.appliedAt).toISOString() })),
          ...pending.map((name) => ({ name, state: 'pending', at: null })),
          ...unknown.map((name) => ({ name, state: 'unknown: the database is newer', at: null })),
        ]
        return table(rows, [
          { header: 'MIGRATION', value: (row) => row.name },
          { header: 'STATE', value: (row) => row.state },
          { header: 'APPLIED', value: (row) => row.at },
        ])
      },
    )
  }
}
