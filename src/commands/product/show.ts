import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ProductShow extends BotctlCommand {
  static override summary = 'Show one product'
  static override description = 'Exit 0, 66 where there is no such shop or product.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> CBD-AC10 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> CBD-AC10 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { sku: Args.string({ required: true, description: 'its SKU' }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProductShow)
    const { db } = await (await this.runtime()).store()
    const [{ requireTenant }, { requireProduct }, { toProductDocument }] = await Promise.all([
      import('../../store/tenants.ts'),
      import('../../services/products/require-product.ts'),
      import('../../services/products/to-product-document.ts'),
    ])
    const tenant = await requireTenant(db, flags.tenant)
    const product = toProductDocument(await requireProduct(db, tenant.id, args.sku))
    await this.print(product, async () => {
      const { productFacts } = await import('../../cli/product-text.ts')
      return productFacts(product)
    })
  }
}
