import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantPause extends BotctlCommand {
  static override summary = "Stop answering a shop's shoppers"
  static override description =
    'Messages are still stored and acknowledged; they are answered when the shop resumes. Exit 0 also where it was already paused, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024 --json',
  ]
  static override args = { slug: Args.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(TenantPause)
    const deps = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { createTenantUpdater } = await import('../../services/tenants/update-tenant.ts')
    const { toTenantDocument } = await import('../../services/tenants/describe-tenant.ts')
    const { before, after } = await createTenantUpdater({ ...deps, actor: cliActor() })(args.slug, { status: 'paused' })
    const changed = before.status !== after.status
    await this.print(
      { ...toTenantDocument(after), changed },
      changed ? `paused ${after.slug}` : `${after.slug} was already paused`,
    )
  }
}
