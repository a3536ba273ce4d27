import { resolve } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class SecretsRotate extends BotctlCommand {
  static override summary = 'Move stored secrets to a new SECRET_KEY, without a pause'
  static override description =
    'Writes a new key beside the old one where SECRET_KEY came from. With no daemon running, stored secrets move at once; otherwise restart the daemons, then run it with --reseal. Signed-in users sign in again. Exit 0, 78 no key, or one that comes from the environment.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --reseal --json',
  ]
  static override flags = {
    reseal: Flags.boolean({ description: 'the second half: seal what is still under an old key, and drop that key' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(SecretsRotate)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const { configFile } = await import('../../config.ts')
    const { createSecretRotation } = await import('../../services/setup/rotate-secrets.ts')
    const rotation = createSecretRotation(deps)
    const files = { '.env': resolve('.env'), 'config file': configFile() }
    const result = flags.reseal ? await rotation.reseal(files) : await rotation.rotate(files)
    await this.print(result, () =>
      result.stage === 'done'
        ? `${result.resealed} stored secrets are under the new key; the old one is gone`
        : `the new key is in ${result.file}; ${result.daemons} daemons still use the old one.\nnext: restart them, then botctl secrets rotate --reseal`,
    )
  }
}
