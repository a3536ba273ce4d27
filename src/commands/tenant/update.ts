import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantUpdate extends BotctlCommand {
  static override summary = "Change a shop's name, type, number or time zone"
  static override description =
    'Running daemons take the change up with the next message. The slug stays: links and history use it. Exit 0, 64 nothing given, 65 a value is wrong or in use, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> nueva-tienda-2024 --phone +56987654322',
    '<%= config.bin %> <%= command.id %> nueva-tienda-2024 --name "La Nueva" --json',
  ]
  static override args = { slug: Args.string({ required: true, description: 'the shop' }) }
  static override flags = {
    name: Flags.string({ description: 'how shoppers know it' }),
    type: Flags.string({ description: 'cannabis, gaming, pets, electronics or other' }),
    phone: Flags.string({ description: "the shop's own WhatsApp number, +56…" }),
    timezone: Flags.string({ description: 'in which its days begin and end' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantUpdate)
    const deps = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { createTenantUpdater } = await import('../../services/tenants/update-tenant.ts')
    const { toTenantDocument } = await import('../../services/tenants/describe-tenant.ts')
    const { name, type, phone, timezone } = flags
    const { before, after } = await createTenantUpdater({ ...deps, actor: cliActor() })(args.slug, {
      name,
      type,
      phone,
      timezone,
    })
    const changed = before.version !== after.version
    await this.print({ ...toTenantDocument(after), changed }, changed ? `changed ${after.slug}` : 'it was already so')
  }
}
