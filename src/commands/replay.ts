import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'

export default class Replay extends BotctlCommand {
  static override summary = "Play recorded conversations against today's engine and profile"
  static override description =
    'With the recorded state, facts, prices, stock and model answers; nothing is written. Wording alone is no difference\n' +
    'unless --wording is given. Exit 0 nothing differs, 1 something does, 66 no such conversation or shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> cnv_…',
    '<%= config.bin %> <%= command.id %> --since 7d --tenant acme-cannabis-2024 --json',
  ]
  static override args = { conversation: Args.string({ description: 'its id', ignoreStdin: true }) }
  static override flags = {
    tenant: Flags.string({ description: 'every conversation of this shop' }),
    since: Flags.string({ description: 'only turns this recent, such as 12h or 7d', default: '7d' }),
    wording: Flags.boolean({ description: 'other words count as a difference too' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Replay)
    const deps = await (await this.runtime()).deps()
    const { replayFor } = await import('../services/turns/replay-for.ts')
    const report = await replayFor(deps, { conversation: args.conversation, tenant: flags.tenant, since: flags.since })
    const shown = report.differences.filter(
      (each) => flags.wording || each.changes.some((change) => change.what !== 'replies'),
    )
    if (shown.length > 0) this.exitWith(EXIT.findings)
    await this.print({ ...report, differences: shown }, () =>
      [
        ...shown.flatMap((each) => [
          `“${each.text}” (${each.message})`,
          ...each.changes.map(
            (change) => `  ${change.what}: ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`,
          ),
        ]),
        `${report.turns} turns played: ${report.different} differ, ${report.reworded} only in words${report.skipped > 0 ? `, ${report.skipped} were not recorded` : ''}.`,
      ].join('\n'),
    )
  }
}
