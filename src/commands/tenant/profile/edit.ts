import { userInfo } from 'node:os'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantProfileEdit extends BotctlCommand {
  static override summary = "Change a shop's bot profile"
  static override description =
    'Saved as a new version, live in every daemon with its next message. Exit 0, 65 where a field cannot be used, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --set tone=formal --set emojis=none',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --set policies.hours="Lunes a viernes de 10 a 19" --note "horario de verano"',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --file profile.json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    set: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      description: 'a change, field=value; an empty value is none',
    }),
    file: Flags.string({ description: 'a JSON file with the fields to change; - is stdin' }),
    note: Flags.string({ description: 'why, for the history' }),
    as: Flags.string({ description: 'who changes it; by default the user of this machine' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantProfileEdit)
    const { cliActor } = await import('../../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const [{ editProfile }, { readChanges }] = await Promise.all([
      import('../../../services/profiles/profiles.ts'),
      import('../../../services/profiles/read-changes.ts'),
    ])
    const view = await editProfile(deps, {
      slug: flags.tenant,
      changes: await readChanges(flags.file, flags.set),
      author: flags.as ?? userInfo().username,
      note: flags.note ?? null,
    })
    await this.print(
      view,
      `Version ${view.version} is live. See what it changes with: botctl tenant profile diff ${view.version - 1} --tenant ${flags.tenant}`,
    )
  }
}
