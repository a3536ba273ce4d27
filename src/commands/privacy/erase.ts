import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class PrivacyErase extends BotctlCommand {
  static override summary = 'Forget a shopper'
  static override description =
    'What they said, who they are and where they live goes, and cannot be brought back; orders stay as sales without a person. Refused while an order or refund is under way. Backups made before still hold them: backup restore forgets them again. Exit 0, 65 an order is open, 66 no such shop or shopper.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 --yes --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    contact: Flags.string({ required: true, description: "the shopper's phone, or id" }),
    requested: Flags.string({ description: 'the day they asked, YYYY-MM-DD' }),
    yes: Flags.boolean({ description: 'without asking' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PrivacyErase)
    const { store, now } = await (await this.runtime()).deps()
    const [{ cliActor }, { eraseShopper }, { readDay }] = await Promise.all([
      import('../../services/audit/record-audit.ts'),
      import('../../services/privacy/erase-person.ts'),
      import('../../services/orders/read-day.ts'),
    ])
    const requestedAt = readDay(flags.requested)
    if (!flags.yes && !(await this.confirm('forget this shopper for good?', '--yes'))) {
      throw new BotctlError('not_confirmed', 'nothing was erased', { exit: EXIT.usage })
    }
    const erased = await eraseShopper(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, contact: flags.contact, requestedAt },
    )
    await this.print(
      erased,
      `forgotten; ${erased.orders_kept} ${erased.orders_kept === 1 ? 'order stays' : 'orders stay'} without a person`,
    )
  }
}
