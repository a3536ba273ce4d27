import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ProductList extends BotctlCommand {
  static override summary = "List a shop's products"
  static override description =
    "In the catalog's own order, a page at a time. With --json {products,total,page,limit}. Exit 0, 66 no such shop."
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --search led --sold-out',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --page 2 --limit 100 --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    search: Flags.string({ description: 'part of SKU, name, category, tags or aliases' }),
    category: Flags.string({ description: 'only this category' }),
    status: Flags.string({ options: ['active', 'inactive'], description: 'only those' }),
    'sold-out': Flags.boolean({
      allowNo: true,
      description: 'only what is sold out, or with --no-sold-out what is not',
    }),
    page: Flags.integer({ min: 1, max: 100_000, default: 1, description: 'which page' }),
    limit: Flags.integer({ min: 1, max: 1000, default: 50, description: 'products a page' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ProductList)
    const { db } = await (await this.runtime()).store()
    const [{ requireTenant }, { pageProducts }, { toProductDocument }] = await Promise.all([
      import('../../store/tenants.ts'),
      import('../../store/products.ts'),
      import('../../services/products/to-product-document.ts'),
    ])
    const tenant = await requireTenant(db, flags.tenant)
    const filter = {
      ...(flags.search === undefined ? {} : { text: flags.search }),
      ...(flags.category === undefined ? {} : { category: flags.category }),
      ...(flags.status === undefined ? {} : { status: flags.status as 'active' | 'inactive' }),
      ...(flags['sold-out'] === undefined ? {} : { soldOut: flags['sold-out'] }),
    }
    const { limit, page } = flags
    const { products, total } = await pageProducts(db, tenant.id, filter, { offset: (page - 1) * limit, limit })
    const rows = products.map(toProductDocument)
    await this.print({ products: rows, total, page, limit }, async () => {
      const { productTable } = await import('../../cli/product-text.ts')
      return productTable(rows, { total, page, limit, tenant: flags.tenant })
    })
  }
}
