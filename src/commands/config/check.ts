import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class ConfigCheck extends BotctlCommand {
  static override summary = 'Find unknown names, placeholders, half configured accounts and readable secrets'
  static override description =
    'Looks at files and environment only and calls nobody; botctl doctor asks the services too. Exit 0 nothing found, 1 something found.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    await this.parse(ConfigCheck)
    const { checkConfig } = await import('../../services/setup/check-config.ts')
    const findings = checkConfig()
    if (findings.length > 0) this.exitWith(EXIT.findings)
    await this.print({ ok: findings.length === 0, findings }, async () => {
      const { findingsText } = await import('../../cli/findings-text.ts')
      return findingsText(findings, 'the configuration is in order')
    })
  }
}
