import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantList extends BotctlCommand {
  static override summary = 'List the shops'
  static override description = 'With --json an array. Exit 0, also where there is none.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --status paused --json',
  ]
  static override flags = {
    status: Flags.string({ options: ['active', 'paused'], description: 'only those' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantList)
    const { db } = await (await this.runtime()).store()
    const { listTenants } = await import('../../store/tenants.ts')
    const { toTenantDocument } = await import('../../services/tenants/describe-tenant.ts')
    const filter = flags.status === undefined ? {} : { status: flags.status as 'active' | 'paused' }
    const tenants = (await listTenants(db, filter)).map(toTenantDocument)
    await this.print(tenants, async () => {
      if (tenants.length === 0) return 'no shops yet: botctl tenant create --name "Mi tienda" opens one'
      const { table } = await import('../../cli/table.ts')
      return table(tenants, [
        { header: 'SLUG', value: (tenant) => tenant.slug },
        { header: 'NAME', value: (tenant) => tenant.name, max: 40 },
        { header: 'TYPE', value: (tenant) => tenant.type },
        { header: 'NUMBER', value: (tenant) => tenant.phone },
        { header: 'STATUS', value: (tenant) => tenant.status },
      ])
    })
  }
}
