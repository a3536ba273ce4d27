import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class ChannelAddTwilio extends BotctlCommand {
  static override summary = 'Connect a shop to WhatsApp through Twilio'
  static override description =
    'The auth token comes from a file (- is stdin) or a hidden prompt, never from a flag; where none is given, the account of the environment is used (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN). Adding a number again replaces its token; the old one stays good. Exit 0, 65 a wrong number, 66 no such shop or file, 78 credentials missing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --number +56223456789',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --number +56223456789 --account-sid AC0123 --auth-token-file token.txt --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    number: Flags.string({ required: true, description: 'the WhatsApp number, +56…' }),
    'account-sid': Flags.string({ description: "the Twilio account's SID, where it is not the environment's" }),
    'auth-token-file': Flags.string({ description: 'file with the auth token (- is stdin)' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ChannelAddTwilio)
    const runtime = await this.runtime()
    const { prepareChannelAdder } = await import('../../../services/channels/prepare-channel-adder.ts')
    const { add, collect } = await prepareChannelAdder(runtime)
    const secrets = await collect('twilio', (name, file) => this.secret(name, file), {
      authToken: ['auth token', flags['auth-token-file']],
    })
    const sid = flags['account-sid']
    const added = await add({
      tenant: flags.tenant,
      provider: 'twilio',
      address: flags.number,
      secrets: sid === undefined ? secrets : { ...secrets, accountSid: sid },
    })
    const { describeAdded } = await import('../../../services/channels/describe-added.ts')
    await this.print(added, () => describeAdded(added))
  }
}
