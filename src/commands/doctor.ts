import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { EXIT } from '../errors.ts'

export default class Doctor extends BotctlCommand {
  static override summary = 'Look at everything that can be looked at; each finding comes with what mends it'
  static override description =
    'Configuration, database, schema drift, stock equation, queues, timers, secrets, clocks, disk, public URL and certificate, provider credentials and a signed self-test, Flow, model. Changes nothing, except with --fix where that is safe. Exit 0 nothing found, 1 something found.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --fix',
    '<%= config.bin %> <%= command.id %> --offline --json',
  ]
  static override flags = {
    fix: Flags.boolean({ description: 'mend what is safe to mend: migrations, expired contexts, runaway leases' }),
    offline: Flags.boolean({ description: 'ask nobody outside: no providers, no public URL' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor)
    const { runDoctor } = await import('../services/doctor/run-doctor.ts')
    const { startProgress } = await import('../cli/progress.ts')
    const progress = startProgress('looking', { quiet: this.jsonEnabled() })
    const report = await runDoctor({ now: Date.now, fix: flags.fix, online: !flags.offline }).finally(() =>
      progress.stop(),
    )
    if (!report.ok) this.exitWith(EXIT.findings)
    await this.print(report, async () => {
      const { findingsText } = await import('../cli/findings-text.ts')
      const looked = report.checks.filter((check) => check.state !== 'skipped').length
      const skipped = report.checks.length - looked
      return [
        ...report.fixed.map((done) => `✔ ${done}`),
        findingsText(report.findings, `${looked} checks, nothing found`),
        skipped === 0 ? '' : `\n${skipped} checks were skipped: they need a database, its schema or the network`,
      ].join('\n')
    })
  }
}
