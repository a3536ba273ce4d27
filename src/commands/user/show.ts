import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'

export default class UserShow extends BotctlCommand {
  static override summary = 'Show one user'
  static override description = 'Exit 66 where there is no such user.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> ana@example.cl',
    '<%= config.bin %> <%= command.id %> ana --json',
  ]
  static override args = { user: Args.string({ required: true, description: 'e-mail address, its name part, or id' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(UserShow)
    const { db } = await (await this.runtime()).store()
    const { requireUser, toUserDocument } = await import('../../services/users/manage-users.ts')
    const user = toUserDocument(await requireUser(db, args.user))
    await this.print(user, async () => {
      const { facts } = await import('../../cli/table.ts')
      return facts([
        ['e-mail', user.email],
        ['name', user.name],
        ['role', user.role],
        ['status', user.status],
        ['shops', user.tenants === null ? 'all' : user.tenants.join(' ')],
        ['id', user.id],
        ['since', user.created_at],
      ])
    })
  }
}
