import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class Migrate extends BotctlCommand {
  static override summary = 'Apply the migrations that the database lacks'
  static override description = `Each migration is applied in a transaction of its own; several migrators wait for each other, and a database that is current is not touched. Exit 0 applied or nothing to do, 69 database out of reach, 77 the database's user may not make tables, 78 database newer than this botctl or no database at all.`
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --dry-run --json',
  ]
  static override flags = {
    'dry-run': Flags.boolean({ description: 'only say what would be applied' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Migrate)
    const runtime = await this.runtime()
    const { migrate, migrationStatus } = await import('../../store/migrate.ts')
    const store = await runtime.rawStore({ create: !flags['dry-run'] })
    const pending = flags['dry-run'] ? (await migrationStatus(store)).pending : null
    const applied = pending === null ? await migrate(store, { now: runtime.now() }) : []
    await this.print({ database: store.label, dry_run: flags['dry-run'], applied, pending: pending ?? [] }, () => {
      if (pending !== null) return lines('would apply', pending)
      return lines('applied', applied)
    })
  }
}

function lines(word: string, names: string[]): string {
  return names.length === 0
    ? 'nothing to apply: the database is current'
    : names.map((name) => `${word} ${name}`).join('\n')
}
