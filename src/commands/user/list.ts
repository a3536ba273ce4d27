import { BotctlCommand } from '../../cli/command.ts'

export default class UserList extends BotctlCommand {
  static override summary = 'List the people who may log in'
  static override description = 'With --json an array. Exit 0, also where there is none.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    await this.parse(UserList)
    const { db } = await (await this.runtime()).store()
    const { listUserDocuments } = await import('../../services/users/manage-users.ts')
    const users = await listUserDocuments(db)
    await this.print(users, async () => {
      if (users.length === 0) return 'nobody yet: botctl user create --email admin@example.cl --role owner'
      const { table } = await import('../../cli/table.ts')
      return table(users, [
        { header: 'E-MAIL', value: (user) => user.email },
        { header: 'NAME', value: (user) => user.name, max: 30 },
        { header: 'ROLE', value: (user) => user.role },
        { header: 'STATUS', value: (user) => user.status },
        { header: 'SHOPS', value: (user) => (user.tenants === null ? 'all' : user.tenants.join(' ')), max: 60 },
      ])
    })
  }
}
