import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class ProductUpdate extends BotctlCommand {
  static override summary = 'Change one product: price, stock, words, status'
  static override description =
    'Who changed what and why is kept; running daemons sell by it within a second. --stock is what can be sold now: what orders hold comes on top. An empty value takes a sale, a text or an attribute away. Exit 0, 64 nothing given, 65 a value is wrong, 66 no such shop or product.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> CBD-AC10 --tenant acme-cannabis-2024 --price 27990 --reason "nueva lista"',
    '<%= config.bin %> <%= command.id %> CBD-AC10 --tenant acme-cannabis-2024 --stock 30',
    '<%= config.bin %> <%= command.id %> CBD-AC10 --tenant acme-cannabis-2024 --sale-price 24990 --sale-until 2026-12-24',
  ]
  static override args = { sku: Args.string({ required: true, description: 'its SKU' }) }
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    price: Flags.string({ description: 'whole pesos' }),
    stock: Flags.string({ description: 'what can be sold now' }),
    'sale-price': Flags.string({ description: 'whole pesos; empty ends the sale' }),
    'sale-from': Flags.string({ description: 'when the sale begins: 2026-12-01 or 2026-12-01T10:00' }),
    'sale-until': Flags.string({ description: 'when it ends; a date includes its whole day' }),
    name: Flags.string({ description: 'as shoppers read it' }),
    description: Flags.string({ description: 'what it is, for whom' }),
    category: Flags.string({ description: 'the kind of product' }),
    tags: Flags.string({ description: 'separated by ;' }),
    aliases: Flags.string({ description: 'what else shoppers call it, separated by ;' }),
    status: Flags.string({ options: ['active', 'inactive'], description: 'inactive: not offered, not deleted' }),
    attribute: Flags.string({ multiple: true, description: 'key=value, more than once; key= takes it away' }),
    reason: Flags.string({ default: 'product update', description: 'why, for the record' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ProductUpdate)
    const { tenant, reason, attribute, json: _json, ...rest } = flags
    const update = Object.fromEntries(Object.entries(rest).map(([flag, value]) => [flag.replace('-', '_'), value]))
    const attributes = attribute?.map(pairOf)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const deps = await (await this.runtime()).deps()
    const [{ createProductUpdater }, { toProductDocument }] = await Promise.all([
      import('../../services/products/update-product.ts'),
      import('../../services/products/to-product-document.ts'),
    ])
    const { before, after } = await createProductUpdater(deps)({
      tenant,
      sku: args.sku,
      update: { ...update, ...(attributes === undefined ? {} : { attributes: Object.fromEntries(attributes) }) },
      reason,
      actor: cliActor(),
    })
    const changed = before !== after
    await this.print({ ...toProductDocument(after), changed }, changed ? `changed ${after.sku}` : 'it was already so')
  }
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=')
  const key = text.slice(0, Math.max(0, at)).trim()
  if (key !== '' && key.length <= 60) return [key, text.slice(at + 1).trim()]
  throw new BotctlError('attribute_invalid', 'an attribute is written key=value', {
    hint: 'for example --attribute color=rojo',
    exit: EXIT.usage,
  })
}
