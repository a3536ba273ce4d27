import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PrivacyExport extends BotctlCommand {
  static override summary = 'Everything that a shop holds of a shopper, as JSON'
  static override description =
    'The right of access and portability. Always prints JSON. Written into the audit log and answered in the register of requests. Exit 0, 66 no such shop or shopper.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 > camila.json',
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 --requested 2026-11-20 --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    contact: Flags.string({ required: true, description: "the shopper's phone, or id" }),
    requested: Flags.string({ description: 'the day they asked, YYYY-MM-DD' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PrivacyExport)
    const { store, now } = await (await this.runtime()).deps()
    const [{ cliActor }, { exportPerson }, { readDay }] = await Promise.all([
      import('../../services/audit/record-audit.ts'),
      import('../../services/privacy/export-person.ts'),
      import('../../services/orders/read-day.ts'),
    ])
    const data = await exportPerson(
      { store, now, actor: cliActor() },
      { tenant: flags.tenant, contact: flags.contact, requestedAt: readDay(flags.requested) },
    )
    await this.print(data, () => JSON.stringify(data, null, 2))
  }
}
