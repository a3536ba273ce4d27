import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import type { StoredLogLine } from '../store/logs.ts'

const LEVELS: Readonly<Record<string, number>> = { debug: 20, info: 30, warn: 40, error: 50 }
/** Often enough to feel live, seldom enough to cost the database nothing. */
const POLL_MS = 500

export default class Logs extends BotctlCommand {
  static override summary = "Read the daemons' log, from wherever the database can be reached"
  static override description =
    'Newest lines last; phones are masked and texts are never in it. With --json one document a line. --follow ends with Ctrl-C. Exit 0, 64 a wrong span, 66 no such shop, 130 interrupted.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --follow --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --level error --since 2h --json',
  ]
  static override flags = {
    follow: Flags.boolean({ char: 'f', description: 'go on as lines come' }),
    tenant: Flags.string({ char: 't', description: 'only this shop' }),
    conversation: Flags.string({ description: 'only this conversation (cnv_…)' }),
    level: Flags.string({ options: Object.keys(LEVELS), default: 'info', description: 'this level and above' }),
    since: Flags.string({ helpValue: '2h', description: 'only lines this young' }),
    lines: Flags.integer({ char: 'n', default: 100, min: 1, max: 100_000, description: 'how many at most' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Logs)
    const { parseSpan } = await import('../cli/span.ts')
    const age = flags.since === undefined ? undefined : parseSpan(flags.since)
    const { store, now } = await (await this.runtime()).deps()
    const { readLogLines } = await import('../store/logs.ts')
    const { requireTenant } = await import('../store/tenants.ts')
    const filter = {
      tenant: flags.tenant === undefined ? undefined : (await requireTenant(store.db, flags.tenant)).id,
      conversation: flags.conversation,
      level: LEVELS[flags.level],
      since: age === undefined ? undefined : now() - age,
    }
    const { setTimeout: sleep } = await import('node:timers/promises')
    let after: number | undefined
    for (let limit = flags.lines; ; limit = 1000) {
      const lines = await readLogLines(store.db, { ...filter, after, limit })
      for (const line of lines) await this.#show(line)
      if (lines.length === 0 && after === undefined) {
        this.note(
          flags.follow ? 'no lines yet; waiting' : 'no lines: botctl serve writes them, --level debug shows more',
        )
      }
      if (!flags.follow) return
      after = lines.at(-1)?.id ?? after ?? 0
      await sleep(POLL_MS)
    }
  }

  async #show(line: StoredLogLine): Promise<void> {
    if (this.jsonEnabled()) return this.printLine({ ...line.body, at: line.at, level: line.level, code: line.code })
    const { logText } = await import('../cli/log-text.ts')
    return this.print(null, logText(line))
  }
}
