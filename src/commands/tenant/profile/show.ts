import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantProfileShow extends BotctlCommand {
  static override summary = "Show a shop's bot profile: voice, policies, checkout, model"
  static override description =
    'The live version, or the one of --version; --history lists all. Exit 0, 66 where there is no such shop or version.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --history',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    version: Flags.integer({ description: 'this version; 0 is the defaults', min: 0 }),
    history: Flags.boolean({ description: 'list the versions instead', exclusive: ['version'] }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantProfileShow)
    const deps = await (await this.runtime()).deps()
    const { profileHistory, showProfile } = await import('../../../services/profiles/profiles.ts')
    if (flags.history) {
      const versions = await profileHistory(deps, flags.tenant)
      await this.print({ versions }, async () => {
        if (versions.length === 0)
          return 'Nothing was ever saved: the defaults are live. Change them with botctl tenant profile edit.'
        const { table } = await import('../../../cli/table.ts')
        return table(versions, [
          { header: 'VERSION', value: (row) => row.version, align: 'right' },
          { header: 'SAVED', value: (row) => new Date(row.createdAt).toISOString().slice(0, 16) },
          { header: 'BY', value: (row) => row.author },
          { header: 'NOTE', value: (row) => row.note },
        ])
      })
      return
    }
    const view = await showProfile(deps, flags.tenant, flags.version)
    await this.print(view, () => JSON.stringify(view.profile, null, 2))
  }
}
