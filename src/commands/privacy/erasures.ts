import { BotctlCommand } from '../../cli/command.ts'

export default class PrivacyErasures extends BotctlCommand {
  static override summary = 'Print who was erased, to be kept beside the backups'
  static override description =
    'Random names and dates that lead to nobody. A backup made before an erasure still holds the shopper: backup restore --erased-in FILE forgets them again. Exit 0.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --json > erasures.json',
  ]

  async run(): Promise<void> {
    await this.parse(PrivacyErasures)
    const { store } = await (await this.runtime()).deps()
    const { showErasures } = await import('../../services/backup/erase-again.ts')
    const shown = await showErasures({ store })
    await this.print(shown, async () => {
      if (shown.erasures.length === 0) return 'nobody was erased; botctl privacy erase --contact PHONE does it'
      const { table } = await import('../../cli/table.ts')
      return table(shown.erasures, [
        { header: 'SHOP', value: (row) => row.tenant_id },
        { header: 'REF', value: (row) => row.ref },
        { header: 'ERASED', value: (row) => row.at },
      ])
    })
  }
}
