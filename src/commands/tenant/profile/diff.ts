import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantProfileDiff extends BotctlCommand {
  static override summary = "What differs between two versions of a shop's bot profile"
  static override description =
    'FROM against TO, or against the live version. Exit 0, 66 where there is no such shop or version.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 3 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1 4 --tenant acme-cannabis-2024 --json',
  ]
  static override args = {
    from: Args.integer({ required: true, min: 0, description: 'a version; 0 is the defaults' }),
    to: Args.integer({ min: 0, description: 'another; the live one where it is left out', ignoreStdin: true }),
  }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantProfileDiff)
    const deps = await (await this.runtime()).deps()
    const { diffProfiles } = await import('../../../services/profiles/profiles.ts')
    const changes = await diffProfiles(deps, flags.tenant, args.from, args.to)
    await this.print({ changes }, () =>
      changes.length === 0
        ? 'They are the same.'
        : changes
            .map((each) => `${each.field}\n  - ${JSON.stringify(each.before)}\n  + ${JSON.stringify(each.after)}`)
            .join('\n'),
    )
  }
}
