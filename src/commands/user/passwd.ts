import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class UserPasswd extends BotctlCommand {
  static override summary = 'Give a user a new password'
  static override description =
    'Every token they have ends at once. The password comes from --password-file (- is stdin) or a hidden prompt. Exit 65 too weak, 66 no such user.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> ana@example.cl',
    'openssl rand -base64 18 | tee /dev/tty | <%= config.bin %> <%= command.id %> ana@example.cl --password-file -',
  ]
  static override args = { user: Args.string({ required: true, description: 'e-mail address, its name part, or id' }) }
  static override flags = {
    'password-file': Flags.string({ description: 'a file with the password; - is stdin', helpValue: 'PATH' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UserPasswd)
    const deps = await (await this.runtime()).deps()
    const { changePassword, requireUser } = await import('../../services/users/manage-users.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    // Before the question: nobody should think of a password for a user who is not there.
    await requireUser(deps.store.db, args.user)
    const password = await this.secret('new password', flags['password-file'])
    if (password === null)
      throw new BotctlError('password_missing', 'a password is needed and there is no terminal to ask on', {
        hint: 'give --password-file PATH, or --password-file - and the password on stdin',
        exit: EXIT.usage,
      })
    const user = await changePassword({ ...deps, actor: cliActor() }, args.user, password)
    await this.print(user, `${user.email} has a new password and must log in again`)
  }
}
