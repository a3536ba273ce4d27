import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ConfigShow extends BotctlCommand {
  static override summary = 'Show every setting, its value and where it came from'
  static override description =
    'Flag, then environment, then .env in the working folder, then the config file, then the default. Secrets and passwords are masked. Exit 0.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --set --json']
  static override flags = { set: Flags.boolean({ description: 'only what is set' }) }

  async run(): Promise<void> {
    const { flags } = await this.parse(ConfigShow)
    const { configFile, inspectConfig } = await import('../../config.ts')
    const entries = inspectConfig().entries.filter((entry) => !flags.set || entry.origin !== 'default')
    const settings = entries.map(({ name, shown, origin }) => ({ name, value: shown, origin }))
    await this.print({ config_file: configFile(), settings }, async () => {
      const { table } = await import('../../cli/table.ts')
      const rows = table(settings, [
        { header: 'NAME', value: (row) => row.name },
        { header: 'VALUE', value: (row) => row.value, max: 60 },
        { header: 'FROM', value: (row) => (row.value === null ? '' : row.origin) },
      ])
      return `${rows}\n\nconfig file: ${configFile()}`
    })
  }
}
