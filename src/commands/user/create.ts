import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class UserCreate extends BotctlCommand {
  static override summary = 'Give a person a login for the API and the back office'
  static override description = `The password comes from --password-file (- is stdin) or a hidden prompt, never from a flag. Roles: an owner
sees and does everything; an operator runs the shops they are given; an agent talks in their conversations; a viewer
only looks. Exit 65 where something is not accepted, 66 no such shop or file.`
  static override examples = [
    '<%= config.bin %> <%= command.id %> --email admin@example.cl --role owner',
    'pass show botctl/ana | <%= config.bin %> <%= command.id %> --email ana@example.cl --role agent --tenant acme-cannabis-2024 --password-file -',
  ]
  static override flags = {
    email: Flags.string({ required: true, description: 'what they log in with' }),
    name: Flags.string({ default: '', description: 'how they are called; the part before the @ without it' }),
    role: Flags.string({
      required: true,
      options: ['owner', 'operator', 'agent', 'viewer'],
      description: 'what they may do',
    }),
    tenant: Flags.string({
      char: 't',
      multiple: true,
      description: 'a shop they see; give it once for each',
      helpValue: 'SLUG',
    }),
    'password-file': Flags.string({ description: 'a file with the password; - is stdin', helpValue: 'PATH' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(UserCreate)
    const deps = await (await this.runtime()).deps()
    const { createUser } = await import('../../services/users/manage-users.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const password = await this.secret('password', flags['password-file'])
    if (password === null)
      throw new BotctlError('password_missing', 'a password is needed and there is no terminal to ask on', {
        hint: 'give --password-file PATH, or --password-file - and the password on stdin',
        exit: EXIT.usage,
      })
    const user = await createUser(
      { ...deps, actor: cliActor() },
      {
        email: flags.email,
        name: flags.name,
        role: flags.role as 'owner',
        tenants: flags.tenant ?? [],
        password,
      },
    )
    await this.print(
      user,
      `${user.email} may log in as ${user.role}${user.tenants === null ? '' : ` of ${user.tenants.join(', ')}`}`,
    )
  }
}
