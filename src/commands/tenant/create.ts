import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantCreate extends BotctlCommand {
  static override summary = 'Open a shop'
  static override description =
    'Creates the shop with a first profile and a local channel to try it on, all or nothing, and says what to do next. Exit 0 created, 65 a value is wrong or in use, 64 usage.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --name "Nueva Tienda" --slug nueva-tienda --type electronics --phone +56922223333',
    '<%= config.bin %> <%= command.id %> --name "Panadería Ñuñoa" --json',
  ]
  static override flags = {
    name: Flags.string({ required: true, description: 'how shoppers know it' }),
    slug: Flags.string({ description: 'how commands and URLs know it (default: made of the name)' }),
    type: Flags.string({ default: 'other', description: 'cannabis, gaming, pets, electronics or other' }),
    phone: Flags.string({ description: "the shop's own WhatsApp number, +56…" }),
    timezone: Flags.string({ default: 'America/Santiago', description: 'in which its days begin and end' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantCreate)
    const deps = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { createTenantCreator } = await import('../../services/tenants/create-tenant.ts')
    const { createTenantDescriber, nextSteps } = await import('../../services/tenants/describe-tenant.ts')
    const created = await createTenantCreator({ ...deps, actor: cliActor() })(flags)
    const tenant = await createTenantDescriber(deps)(created.slug)
    const next = nextSteps(tenant)
    await this.print({ ...tenant, next }, () =>
      [`opened ${tenant.name} as ${tenant.slug}`, 'next:', ...next.map((step) => `  ${step}`)].join('\n'),
    )
  }
}
