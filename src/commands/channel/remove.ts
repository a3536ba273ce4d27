import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class ChannelRemove extends BotctlCommand {
  static override summary = "Remove a shop's way to WhatsApp, with its secrets"
  static override description =
    'What was said and sent stays; webhooks for the number go to quarantine from then on. Exit 0, 64 several fit, 66 no such channel.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> chn_7f3k9',
    '<%= config.bin %> <%= command.id %> twilio --tenant acme-cannabis-2024 --json',
  ]
  static override args = { channel: Args.string({ description: "the channel's id, address or provider" }) }
  static override flags = { tenant: Flags.string({ description: 'of this shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ChannelRemove)
    const { cliActor } = await import('../../services/audit/record-audit.ts')
    const { store, now } = await (await this.runtime()).deps()
    const { createChannelRemover } = await import('../../services/channels/remove-channel.ts')
    const removed = await createChannelRemover({ store, now, actor: cliActor() })({
      channel: args.channel,
      tenant: flags.tenant,
    })
    await this.print(removed, `removed ${removed.provider} ${removed.address} from ${removed.tenant}`)
  }
}
