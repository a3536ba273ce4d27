import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class MessageTail extends BotctlCommand {
  static override summary = 'Follow what shoppers say and the bot answers, live'
  static override description =
    'Numbers, addresses and documents are masked. With --json one document a line. Ends with Ctrl-C, or at once with --no-follow. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --lines 50 --no-follow --json',
  ]
  static override flags = {
    tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
    lines: Flags.integer({
      char: 'n',
      default: 10,
      min: 0,
      max: 1000,
      description: 'begin with so many of the newest',
    }),
    follow: Flags.boolean({ default: true, allowNo: true, description: 'wait for more' }),
  }
  static override handlesSignals = true

  async run(): Promise<void> {
    const { flags } = await this.parse(MessageTail)
    const { store, now } = await (await this.runtime()).deps()
    const { requireTenant } = await import('../../store/tenants.ts')
    const { followTurns } = await import('../../services/snapshot/follow-turns.ts')
    const { toDocument } = await import('../../services/snapshot/to-document.ts')
    const { tailText } = await import('../../cli/tail-text.ts')
    const tenant = flags.tenant === undefined ? null : await requireTenant(store.db, flags.tenant)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    process.once('SIGTERM', () => stop.abort())
    const query = { tenantId: tenant?.id ?? null, lines: flags.lines, follow: flags.follow }
    for await (const row of followTurns({ db: store.db, now }, query, stop.signal))
      if (this.jsonEnabled()) await this.printLine(toDocument(row))
      else await this.print(row, tailText(row))
  }
}
