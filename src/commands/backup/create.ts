import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class BackupCreate extends BotctlCommand {
  static override summary = 'Copy the database while it is in use'
  static override description =
    "One moment of the whole database in a new file that only you may read. SQLite: a copy; Postgres: pg_dump where one as new as the server is installed, else botctl's own dump (--portable forces it; it restores into either database). SECRET_KEY is not in it: keep it elsewhere. Exit 0, 65 the folder cannot be written, 69 database out of reach."
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --output /var/backups/botctl --json',
  ]
  static override flags = {
    output: Flags.string({ helpValue: 'FOLDER', description: 'where to (default: backups in your data folder)' }),
    portable: Flags.boolean({ description: "botctl's own dump, for moving between SQLite and Postgres" }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(BackupCreate)
    const { store, now, config } = await (await this.runtime()).deps()
    const { join } = await import('node:path')
    const { dataFolder } = await import('../../config.ts')
    const { createBackupMaker } = await import('../../services/backup/create-backup.ts')
    const { startProgress } = await import('../../cli/progress.ts')
    const progress = startProgress('copying the database', { quiet: this.jsonEnabled() })
    const result = await createBackupMaker({ store, now, databaseUrl: config.databaseUrl })({
      folder: flags.output ?? join(dataFolder(), 'backups'),
      portable: flags.portable,
    }).finally(() => progress.stop())
    await this.print(result, `${result.file} (${result.bytes} bytes)\nnext: botctl backup verify ${result.file}`)
  }
}
