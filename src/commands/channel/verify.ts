import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import { EXIT } from '../../errors.ts'

export default class ChannelVerify extends BotctlCommand {
  static override summary = 'Check a channel: credentials with the provider, the webhook through the public URL'
  static override description =
    'Asks the provider whether the credentials work and, where PUBLIC_URL is set, sends a signed self-test (and a forged one) through it; nothing is stored. Exit 0 all is well, 1 something was found, 66 no such channel.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> chn_7f3k9 --json',
  ]
  static override args = { channel: Args.string({ description: "the channel's id, address or provider" }) }
  static override flags = { tenant: Flags.string({ description: 'of this shop' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ChannelVerify)
    const runtime = await this.runtime()
    const { openChannels } = await import('../../services/channels/open-channels.ts')
    const { createChannelVerifier } = await import('../../services/channels/verify-channel.ts')
    const { config, now } = runtime
    const store = await runtime.store()
    const channels = openChannels({ store, config, now, secrets: await runtime.secretBox() })
    try {
      const verify = createChannelVerifier({ store, channels, publicUrl: config.publicUrl })
      const verdict = await verify({ channel: args.channel, tenant: flags.tenant })
      if (!verdict.ok) this.exitWith(EXIT.findings)
      await this.print(verdict, () =>
        [
          `${verdict.provider} ${verdict.address} of ${verdict.tenant}: ${verdict.ok ? 'all is well' : 'something is wrong'}`,
          ...verdict.checks.flatMap((check) => [
            `  ${check.ok ? '✓' : '✗'} ${check.name}`,
            ...check.findings.map((finding) => `      ${finding}`),
          ]),
          ...(config.publicUrl === null ? ['  – webhook: set PUBLIC_URL to have it tested'] : []),
        ].join('\n'),
      )
    } finally {
      await channels.close()
    }
  }
}
