import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class BackupRestore extends BotctlCommand {
  static override summary = 'Fill an empty database from a backup'
  static override description =
    'Whole or not at all, and never over data: restore beside, look at it, then set DATABASE_URL to it. Exit 0, 65 not empty or damaged, 66 no such file, 69 database out of reach, 78 made by a newer botctl.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> botctl-20261122T193000Z.sqlite --database-url sqlite:restored.sqlite',
    '<%= config.bin %> <%= command.id %> botctl-20261122T193000Z.dump.gz --json',
  ]
  static override args = { file: Args.string({ required: true, description: 'the backup' }) }
  static override flags = {
    'database-url': Flags.string({ description: 'the empty database to fill (default: the configured one)' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(BackupRestore)
    const { config, now } = await this.runtime({ databaseUrl: flags['database-url'] })
    const { restoreBackup } = await import('../../services/backup/restore-backup.ts')
    const { openStore } = await import('../../store/open.ts')
    const { format } = await restoreBackup(args.file, config.databaseUrl, now())
    const store = await openStore(config.databaseUrl)
    const { label } = store
    await store.close()
    await this.print({ restored: true, format, database: label }, `restored into ${label}\nnext: botctl doctor`)
  }
}
