import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class PrivacyRequest extends BotctlCommand {
  static override summary = 'Write down what a shopper asked for, to be answered within thirty days'
  static override description =
    'Nothing is done yet: privacy export, erase or block answers it. Exit 0, 66 no such shop or shopper.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> erase --contact +56912345678 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> export --contact +56912345678 --tenant acme-cannabis-2024 --requested 2026-11-20 --json',
  ]
  static override args = {
    kind: Args.string({ required: true, options: ['export', 'erase', 'block'], description: 'what they asked for' }),
  }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    contact: Flags.string({ required: true, description: "the shopper's phone, or id" }),
    requested: Flags.string({ description: 'the day they asked, YYYY-MM-DD; without it today' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(PrivacyRequest)
    const { store, now } = await (await this.runtime()).deps()
    const [{ requirePerson }, { acceptRequest }, { readDay }, { cliActor }] = await Promise.all([
      import('../../services/privacy/find-person.ts'),
      import('../../services/privacy/requests.ts'),
      import('../../services/orders/read-day.ts'),
      import('../../services/audit/record-audit.ts'),
    ])
    const { tenant, person } = await requirePerson(store.db, flags)
    const recorded = await acceptRequest(
      { store, now, actor: cliActor() },
      {
        tenantId: tenant.id,
        contactId: person.contactId,
        kind: args.kind as 'export' | 'erase' | 'block',
        requestedAt: readDay(flags.requested) ?? now(),
      },
    )
    await this.print(
      { ...recorded, tenant: tenant.slug, kind: args.kind },
      `written down; due ${recorded.due_at.slice(0, 10)}`,
    )
  }
}
