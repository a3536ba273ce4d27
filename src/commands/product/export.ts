import * as Flags from '@oclif/core/flags'
import { BotctlCommand, writeOut } from '../../cli/command.ts'

export default class ProductExport extends BotctlCommand {
  static override summary = "Write a shop's catalog to stdout, as import takes it back"
  static override description =
    'CSV, or with --format json (or --json) an array of products. Cells that a spreadsheet would run as a formula get an apostrophe, which import takes off again. Exit 0, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 > catalogo.csv',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    format: Flags.string({ options: ['csv', 'json'], default: 'csv', description: 'how to write it' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ProductExport)
    const deps = await (await this.runtime()).deps()
    const { createProductExporter } = await import('../../services/products/export-products.ts')
    const format = this.jsonEnabled() || flags.format === 'json' ? 'json' : 'csv'
    for await (const piece of createProductExporter(deps)({ tenant: flags.tenant, format })) await writeOut(piece)
  }
}
