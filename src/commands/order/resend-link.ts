import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class OrderResendLink extends BotctlCommand {
  static override summary = "Send an unpaid order's payment link again"
  static override description =
    'The link that is open, or a new one where the last came to nothing; one that the provider must make first follows by itself. For a bank transfer, the details of the account. Exit 0, 65 it is not unpaid, 66 no such order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> 1042 --tenant acme-cannabis-2024 --json',
  ]
  static override args = { number: Args.string({ required: true, description: "the order's number" }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrderResendLink)
    const runtime = await this.runtime()
    const { store, now, config } = await runtime.deps()
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { resendLink } = await import('../../services/orders/resend-link.ts')
    const baseUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
    const changed = await resendLink(
      { store, now, actor: cliActor(), baseUrl },
      { tenant: flags.tenant, number: args.number },
    )
    await this.print(changed, async () => {
      const { changeText } = await import('../../cli/order-text.ts')
      if (changed.payment_url !== null) return `${changeText(changed)}\n${changed.payment_url}`
      // Told nothing yet: what there is to tell is still being made. A transfer has no link, and was told.
      return changed.told === null
        ? `${changeText(changed)}\nthe link follows as soon as the provider has made it`
        : changeText(changed)
    })
  }
}
