import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Deps } from '../../runtime.ts'

export default class TenantDelete extends BotctlCommand {
  static override summary = 'Remove a shop and everything that belongs to it'
  static override description =
    'Cannot be undone: products, conversations and orders go too. Type the slug when asked, or give --confirm SLUG; --export keeps a copy of every row first. Exit 0 removed, 64 not confirmed, 65 the export cannot be written, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> nueva-tienda-2024 --export nueva-tienda.jsonl',
    '<%= config.bin %> <%= command.id %> nueva-tienda-2024 --confirm nueva-tienda-2024 --json',
  ]
  static override args = { slug: Args.string({ required: true, description: 'the shop' }) }
  static override flags = {
    confirm: Flags.string({ helpValue: 'SLUG', description: 'the slug once more, instead of typing it' }),
    export: Flags.string({ helpValue: 'FILE', description: 'write every row of the shop here first, as JSON lines' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantDelete)
    const deps = await (await this.runtime()).deps()
    const { createTenantDescriber } = await import('../../services/tenants/describe-tenant.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { createTenantRemover } = await import('../../services/tenants/delete-tenant.ts')
    const { counts } = await createTenantDescriber(deps)(args.slug)
    this.note(
      `${args.slug} holds ${counts.products} products, ${counts.conversations} conversations and ${counts.orders} orders.`,
    )
    if (flags.export === undefined) this.note('A copy first? Stop here and give --export FILE.')
    const typed = flags.confirm ?? (await this.ask(`Type ${args.slug} to remove it for good`, '--confirm SLUG'))
    if (typed !== args.slug) {
      throw new BotctlError('not_confirmed', 'that is not the slug of the shop: nothing was removed', {
        hint: `type ${args.slug}, or give --confirm ${args.slug}`,
        exit: EXIT.usage,
      })
    }
    const exported = flags.export === undefined ? null : await this.#export(deps, args.slug, flags.export)
    const { tenant, removed } = await createTenantRemover({ ...deps, actor: cliActor() })(args.slug)
    await this.print({ deleted: tenant.slug, removed, exported }, `removed ${tenant.slug}`)
  }

  async #export(deps: Deps, slug: string, file: string): Promise<{ file: string; rows: number }> {
    const { createTenantExporter } = await import('../../services/tenants/export-tenant.ts')
    const done = await createTenantExporter(deps)(slug, file)
    this.note(`wrote ${done.rows} rows to ${done.file}`)
    return done
  }
}
