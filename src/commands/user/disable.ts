import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class UserDisable extends BotctlCommand {
  static override summary = 'Shut a user out, at once'
  static override description =
    'Their tokens end and they cannot log in; --enable lets them in again. Exit 65 for the last active owner, 66 no such user.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> ana@example.cl',
    '<%= config.bin %> <%= command.id %> ana@example.cl --enable',
  ]
  static override args = { user: Args.string({ required: true, description: 'e-mail address, its name part, or id' }) }
  static override flags = { enable: Flags.boolean({ description: 'let them in again' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UserDisable)
    const deps = await (await this.runtime()).deps()
    const { setUserStatus } = await import('../../services/users/manage-users.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const user = await setUserStatus({ ...deps, actor: cliActor() }, args.user, flags.enable ? 'active' : 'disabled')
    await this.print(user, user.status === 'active' ? `${user.email} may log in again` : `${user.email} is shut out`)
  }
}
