import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class TenantResume extends BotctlCommand {
  static override summary = "Answer a paused shop's shoppers again"
  static override description =
    'Messages that came meanwhile are answered in order. Exit 0 also where it was not paused, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> acme-cannabis-2024 --json',
  ]
  static override args = { slug: Args.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(TenantResume)
    const deps = await (await this.runtime()).deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { createTenantUpdater } = await import('../../services/tenants/update-tenant.ts')
    const { toTenantDocument } = await import('../../services/tenants/describe-tenant.ts')
    const { before, after } = await createTenantUpdater({ ...deps, actor: cliActor() })(args.slug, { status: 'active' })
    const changed = before.status !== after.status
    await this.print(
      { ...toTenantDocument(after), changed },
      changed ? `answering again: ${after.slug}` : `${after.slug} was already active`,
    )
  }
}
