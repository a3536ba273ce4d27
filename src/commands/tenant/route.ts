import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class TenantRoute extends BotctlCommand {
  static override summary = 'Pin a shopper to a shop, on a number that several shops share'
  static override description =
    'The business number decides the shop; where several share one (a sandbox), this says who talks to whom. Without PHONE, lists the pins. Daemons follow within a second. Exit 0, 64 usage, 65 no phone number, 66 no such shop or pin.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> +56912345678 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> +56912345678 --remove',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override args = { phone: Args.string({ description: "the shopper's number" }) }
  static override flags = {
    tenant: Flags.string({ description: 'the shop' }),
    remove: Flags.boolean({ description: 'take the pin away', exclusive: ['tenant'] }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantRoute)
    const { store, now } = await (await this.runtime()).deps()
    const { createRouter } = await import('../../services/channels/route-shopper.ts')
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const router = createRouter({ store, now, actor: cliActor() })
    if (args.phone === undefined) {
      const routes = await router.list(flags.tenant)
      const { table } = await import('../../cli/table.ts')
      return this.print(routes, () =>
        routes.length === 0
          ? 'no shopper is pinned: botctl tenant route PHONE --tenant SLUG pins one'
          : table(routes, [
              { header: 'SHOPPER', value: (row) => row.phone },
              { header: 'SHOP', value: (row) => row.tenant },
            ]),
      )
    }
    if (flags.remove) {
      const removed = await router.unpin(args.phone)
      return this.print(removed, `${removed.phone} is pinned to no shop any more`)
    }
    if (flags.tenant === undefined) {
      throw new BotctlError('tenant_required', 'which shop?', { hint: 'give it with --tenant', exit: EXIT.usage })
    }
    const pinned = await router.pin(args.phone, flags.tenant)
    const before = pinned.before === null ? '' : ` (until now with ${pinned.before})`
    return this.print(pinned, `${pinned.phone} talks to ${pinned.tenant}${before}`)
  }
}
