import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class DoctorIsolation extends BotctlCommand {
  static override summary = 'Try every table with a foreign shop’s ids, and say what was seen'
  static override description = `Narrows a connection to one shop and tries to read and to change another one's rows, table by table; every
try is rolled back. Row-level security is Postgres's: on SQLite there is nothing to try. Exit 0 the wall holds, 1 it does
not, or the database user is a superuser and walks through it.`
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    await this.parse(DoctorIsolation)
    const store = await (await this.runtime()).store()
    const { checkIsolation } = await import('../../services/isolation/check-isolation.ts')
    const report = await checkIsolation(store)
    if (report.problems.length > 0) this.exitWith(EXIT.findings)
    const { toDocument } = await import('../../services/snapshot/to-document.ts')
    await this.print(toDocument(report), async () => {
      const { table } = await import('../../cli/table.ts')
      const head =
        report.tried === null
          ? (report.reason ?? 'there are no two shops yet to try against each other')
          : `${report.tried.intruder} tried to reach ${report.tried.owner}`
      const tried = table(report.tables, [
        { header: 'TABLE', value: (row) => row.table },
        { header: 'FORCED', value: (row) => (row.forced ? 'yes' : 'NO') },
        { header: 'FOREIGN ROWS SEEN', value: (row) => row.foreignRowsSeen, align: 'right' },
        { header: 'SEEN WITH NO SHOP', value: (row) => row.rowsSeenWithoutShop, align: 'right' },
        { header: 'FOREIGN WRITE', value: (row) => (row.foreignWrite ? 'YES' : 'no') },
      ])
      return [head, report.tables.length === 0 ? '' : tried, ...report.problems.map((problem) => `✖ ${problem}`)]
        .filter((part) => part !== '')
        .join('\n')
    })
  }
}
