import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class UserUpdate extends BotctlCommand {
  static override summary = "Change a user's role, shops or name"
  static override description =
    'What is not given stays; --tenant replaces the whole list of shops. Another role ends their tokens: they log in again. Exit 0, 64 nothing given, 65 the last active owner, 66 no such user or shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> ana@example.cl --role operator',
    '<%= config.bin %> <%= command.id %> ana@example.cl --tenant acme-cannabis-2024 --tenant bravo-gaming-2024 --json',
  ]
  static override args = { user: Args.string({ required: true, description: 'e-mail address, its name part, or id' }) }
  static override flags = {
    role: Flags.string({ options: ['owner', 'operator', 'agent', 'viewer'], description: 'what they may do' }),
    tenant: Flags.string({
      char: 't',
      multiple: true,
      description: 'a shop they see; give it once for each',
      helpValue: 'SLUG',
    }),
    name: Flags.string({ description: 'how they are called' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UserUpdate)
    const { role, tenant: tenants, name } = flags
    if (role === undefined && tenants === undefined && name === undefined) {
      throw new BotctlError('nothing_to_change', 'nothing to change was given', {
        hint: 'give at least one of --role, --tenant, --name',
        exit: EXIT.usage,
      })
    }
    const { store, now } = await (await this.runtime()).deps()
    const { updateUserRights } = await import('../../services/users/manage-users.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const rights = { role: role as 'owner' | undefined, tenants, name }
    const user = await updateUserRights({ store, now, actor: cliActor() }, args.user, rights)
    await this.print(
      user,
      `${user.email} is ${user.role}${user.tenants === null ? '' : ` of ${user.tenants.join(', ') || 'no shop'}`}`,
    )
  }
}
