import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class ProductImport extends BotctlCommand {
  static override summary = 'Take in a catalog: CSV, JSON or a sample'
  static override description =
    'Columns: sku,name,price and, optional, description,category,currency,stock,tags,aliases,sale_price,sale_from,sale_until,status; tags and aliases are separated by ; and all further columns become attributes. Commas, semicolons or tabs, UTF-8 or as Excel writes it. Running it again changes only what differs. A bad row means that nothing is written, unless --partial. --json prints {"created","updated","unchanged","rejected":[{"line","field","reason"}]}. Exit 0, 64 no file, 65 a row or the file is bad, 66 no such shop or file.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> catalogo.csv --tenant nueva-tienda-2024',
    'cat catalogo.json | <%= config.bin %> <%= command.id %> - --tenant nueva-tienda-2024 --json',
    '<%= config.bin %> <%= command.id %> --sample electronics --tenant nueva-tienda-2024',
  ]
  static override args = { file: Args.string({ description: 'the file; - is stdin', ignoreStdin: true }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    sample: Flags.string({ description: 'cannabis, gaming, pets, electronics or other' }),
    partial: Flags.boolean({ description: 'write the good rows even where others are bad' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProductImport)
    const source = await sourceOf(args.file, flags.sample)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = { ...(await (await this.runtime()).deps()), actor: cliActor() }
    const [{ createProductImporter }, { importText, progressText }, { startProgress }] = await Promise.all([
      import('../../services/products/import-products.ts'),
      import('../../cli/import-text.ts'),
      import('../../cli/progress.ts'),
    ])
    const progress = startProgress('reading the catalog', { quiet: this.jsonEnabled() })
    const { report, written } = await createProductImporter(deps)({
      tenant: flags.tenant,
      source,
      partial: flags.partial,
      onProgress: (now) => progress.update(progressText(now)),
    }).finally(() => progress.stop())
    await this.print(report, () => importText(report, written, flags.tenant))
    if (report.rejected.length > 0) this.exitWith(EXIT.badData)
  }
}

async function sourceOf(file: string | undefined, sample: string | undefined) {
  if ((file === undefined) === (sample === undefined)) {
    throw new BotctlError('source_missing', 'give either a file or --sample TYPE', {
      hint: 'botctl product import catalogo.csv --tenant SLUG',
      exit: EXIT.usage,
    })
  }
  if (file !== undefined) return file === '-' ? process.stdin : file
  const { samplePath } = await import('../../services/products/sample-catalogs.ts')
  return samplePath(sample ?? '')
}
