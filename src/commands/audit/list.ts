import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class AuditList extends BotctlCommand {
  static override summary = 'Who changed what, and when'
  static override description =
    'The newest first, with what it was before and after. With --json an array. Exit 0, also where there is nothing; 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --since 24h',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --action product.update --json',
  ]
  static override flags = {
    tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
    actor: Flags.string({ description: 'only this person or program', helpValue: 'user:E-MAIL' }),
    action: Flags.string({ description: 'only this', helpValue: 'product.update' }),
    since: Flags.string({ description: 'no older than this: 30m, 24h, 7d, a date' }),
    limit: Flags.integer({ default: 50, min: 1, max: 10_000, description: 'at most so many' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(AuditList)
    const { store, now } = await (await this.runtime()).deps()
    const { requireTenant } = await import('../../store/tenants.ts')
    const { listAudit } = await import('../../services/audit/record-audit.ts')
    const { parseSince } = await import('../../cli/since.ts')
    const tenant = flags.tenant === undefined ? null : await requireTenant(store.db, flags.tenant)
    const entries = await listAudit(store.db, {
      tenantId: tenant?.id ?? null,
      limit: flags.limit,
      actor: flags.actor,
      action: flags.action,
      since: flags.since === undefined ? undefined : parseSince(flags.since, now()),
    })
    await this.print(entries, async () => {
      if (entries.length === 0) return 'nothing was changed in that time'
      const { table } = await import('../../cli/table.ts')
      return table(entries, [
        { header: 'WHEN', value: (entry) => new Date(entry.at).toISOString().replace('T', ' ').slice(0, 19) },
        { header: 'WHO', value: (entry) => entry.actor, max: 32 },
        { header: 'WHAT', value: (entry) => entry.action },
        { header: 'SHOP', value: (entry) => entry.tenant, max: 24 },
        { header: 'TO', value: (entry) => entry.object, max: 32 },
        { header: 'AFTER', value: (entry) => (entry.after === null ? '' : JSON.stringify(entry.after)), max: 60 },
      ])
    })
  }
}
