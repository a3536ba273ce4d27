import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PrivacyBlock extends BotctlCommand {
  static override summary = "Stop using a shopper's data, without erasing it"
  static override description =
    'Nothing is sent to them unasked any more; what they write is still answered. --lift takes it back. Exit 0, 66 no such shop or shopper.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 --lift --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    contact: Flags.string({ required: true, description: "the shopper's phone, or id" }),
    requested: Flags.string({ description: 'the day they asked, YYYY-MM-DD' }),
    lift: Flags.boolean({ description: 'take it back' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PrivacyBlock)
    const { store, now } = await (await this.runtime()).deps()
    const [{ cliActor }, { blockShopper }, { readDay }] = await Promise.all([
      import('../../services/audit/record-audit.ts'),
      import('../../services/privacy/block-person.ts'),
      import('../../services/orders/read-day.ts'),
    ])
    const result = await blockShopper(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, contact: flags.contact, lift: flags.lift, requestedAt: readDay(flags.requested) },
    )
    await this.print(result, result.blocked ? 'blocked: nothing is sent unasked' : 'no longer blocked')
  }
}
