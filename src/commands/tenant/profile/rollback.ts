import { userInfo } from 'node:os'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantProfileRollback extends BotctlCommand {
  static override summary = "Bring an old version of a shop's bot profile back"
  static override description =
    'It is saved as the newest version; nothing is ever lost. Exit 0, 66 where there is no such shop or version.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 3 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 0 --tenant acme-cannabis-2024 --json',
  ]
  static override args = {
    version: Args.integer({ required: true, min: 0, description: 'the version; 0 is the defaults' }),
  }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    as: Flags.string({ description: 'who does it; by default the user of this machine' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantProfileRollback)
    const { cliActor } = await import('../../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const { rollbackProfile } = await import('../../../services/profiles/profiles.ts')
    const view = await rollbackProfile(deps, {
      slug: flags.tenant,
      version: args.version,
      author: flags.as ?? userInfo().username,
    })
    await this.print(view, `Version ${args.version} is live again, as version ${view.version}.`)
  }
}
