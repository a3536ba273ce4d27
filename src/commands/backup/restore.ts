import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class BackupRestore extends BotctlCommand {
  static override summary = 'Fill an empty database from a backup'
  static override description =
    'Whole or not at all, and never over data: restore beside, look at it, then set DATABASE_URL to it. Shoppers who were erased after the backup was made are erased again: by what the configured database remembers where --database-url names another, or by --erased-in. Exit 0, 65 not empty or damaged, 66 no such file, 69 database out of reach, 78 made by a newer botctl.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> botctl-20261122T193000Z.sqlite --database-url sqlite:restored.sqlite',
    '<%= config.bin %> <%= command.id %> botctl-20261122T193000Z.dump.gz --erased-in erasures.json --json',
  ]
  static override args = { file: Args.string({ required: true, description: 'the backup' }) }
  static override flags = {
    'database-url': Flags.string({ description: 'the empty database to fill (default: the configured one)' }),
    'erased-in': Flags.string({
      description: 'who was erased since: a database URL, or a file of privacy erasures --json',
    }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(BackupRestore)
    const { config, now } = await this.runtime({ databaseUrl: flags['database-url'] })
    const { restoreBackup } = await import('../../services/backup/restore-backup.ts')
    const { openStore } = await import('../../store/open.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { format } = await restoreBackup(args.file, config.databaseUrl, now())
    const { eraseAgain, readErasures } = await import('../../services/backup/erase-again.ts')
    const configured = flags['database-url'] === undefined ? null : (await this.runtime()).config.databaseUrl
    const source = flags['erased-in'] ?? (configured === config.databaseUrl ? null : configured)
    const erasures = source === null ? null : await readErasures(source, { must: flags['erased-in'] !== undefined })
    const store = await openStore(config.databaseUrl)
    const { label } = store
    const erased = erasures === null ? null : await eraseAgain({ store, now, actor: cliActor() }, erasures)
    await store.close()
    const result = { restored: true, format, database: label, erased_again: erased }
    await this.print(result, `restored into ${label}\n${tellErased(erased)}\nnext: botctl doctor`)
  }
}

function tellErased(erased: number | null): string {
  if (erased === null) {
    return 'nobody was erased again: if somebody was since this backup, erase them before it is used (privacy erasures)'
  }
  return `${erased} ${erased === 1 ? 'shopper' : 'shoppers'} erased since the backup was made ${erased === 1 ? 'was' : 'were'} erased again`
}
