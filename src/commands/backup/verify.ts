import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class BackupVerify extends BotctlCommand {
  static override summary = 'Restore a backup into a scratch database and look whether it is whole'
  static override description =
    'Checks integrity, schema and the stock equation, and counts the rows; the scratch database is removed. Exit 0 whole, 1 faults found, 65 damaged, 66 no such file, 77 the database user may not make a scratch database.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> botctl-20261122T193000Z.sqlite',
    '<%= config.bin %> <%= command.id %> /var/backups/botctl/botctl-20261122T193000Z.dump.gz --json',
  ]
  static override args = { file: Args.string({ required: true, description: 'the backup' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(BackupVerify)
    const { config, now } = await this.runtime()
    const { verifyBackup } = await import('../../services/backup/verify-backup.ts')
    const result = await verifyBackup(args.file, { databaseUrl: config.databaseUrl, now: now() })
    if (!result.ok) this.exitWith(EXIT.findings)
    await this.print(result, async () => {
      const { table } = await import('../../cli/table.ts')
      const rows = Object.entries(result.rows).filter(([, count]) => count > 0)
      const counts = table(rows, [
        { header: 'TABLE', value: ([name]) => name },
        { header: 'ROWS', value: ([, count]) => count, align: 'right' },
      ])
      return `${counts}\n\n${result.ok ? 'whole: it can be relied on' : result.faults.join('\n')}`
    })
  }
}
