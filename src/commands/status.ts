import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'

export default class Status extends BotctlCommand {
  static override summary = 'Are shoppers being served? One screen and an exit code'
  static override description =
    'The same figures as the dashboard, once, from the database: it works when every daemon is dead. Exit 0 serving, 1 something needs a look (it says what and what to do), 66 no such shop, 69 the database is away.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = { tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(Status)
    const { store, now } = await (await this.runtime()).deps()
    const { requireTenant } = await import('../store/tenants.ts')
    const { takeSnapshot } = await import('../services/snapshot/take-snapshot.ts')
    const { statusDocument, statusText } = await import('../cli/status-text.ts')
    const tenant = flags.tenant === undefined ? null : await requireTenant(store.db, flags.tenant)
    const snapshot = await takeSnapshot({ db: store.db }, { now: now(), tenantId: tenant?.id ?? null })
    if (snapshot.health.state !== 'serving') this.exitWith(EXIT.findings)
    await this.print(statusDocument(snapshot), () => statusText(snapshot))
  }
}
