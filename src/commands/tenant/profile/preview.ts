import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class TenantProfilePreview extends BotctlCommand {
  static override summary = 'Hear how the bot would talk with another profile, before it is saved'
  static override description =
    'The real engine and catalog on a scratch conversation; nothing is written. Without --say: what most shoppers ask. Exit 0, 65 where a field cannot be used, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --set tone=formal',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --file profile.json --say "hola" --say "¿despachan a Arica?"',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    set: Flags.string({ multiple: true, multipleNonGreedy: true, default: [], description: 'a change, field=value' }),
    file: Flags.string({ description: 'a JSON file with the fields to change; - is stdin' }),
    say: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'what the shopper says, in order' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantProfilePreview)
    const deps = await (await this.runtime()).deps()
    const [{ previewProfile, SCRIPT }, { readChanges }, { bubbleText }] = await Promise.all([
      import('../../../services/profiles/preview-profile.ts'),
      import('../../../services/profiles/read-changes.ts'),
      import('../../../services/turns/chat.ts'),
    ])
    const turns = await previewProfile(deps, {
      slug: flags.tenant,
      changes: await readChanges(flags.file, flags.set),
      say: flags.say ?? SCRIPT,
    })
    await this.print({ turns }, () =>
      turns.map((turn) => `› ${turn.text}\n${turn.replies.map(bubbleText).join('\n')}`).join('\n\n'),
    )
  }
}
