import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class ChannelAddMeta extends BotctlCommand {
  static override summary = "Connect a shop to WhatsApp through Meta's Cloud API"
  static override description =
    'Secrets come from files (- is stdin) or a hidden prompt, never from a flag; what is not given is taken from the environment (META_WHATSAPP_TOKEN, META_APP_SECRET, META_VERIFY_TOKEN). Adding a number again replaces its secrets; the old app secret stays good. Exit 0, 65 a wrong id, 66 no such shop or file, 78 credentials missing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --phone-number-id 106540352242922',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --phone-number-id 106540352242922 --token-file token.txt --app-secret-file app-secret.txt --verify-token-file verify.txt --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    'phone-number-id': Flags.string({ required: true, description: 'the id of the business number, not the number' }),
    'token-file': Flags.string({ description: 'file with the access token (- is stdin)' }),
    'app-secret-file': Flags.string({ description: 'file with the app secret that signs webhooks' }),
    'verify-token-file': Flags.string({ description: 'file with the verify token; made up where none is given' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(ChannelAddMeta)
    const runtime = await this.runtime()
    const { prepareChannelAdder } = await import('../../../services/channels/prepare-channel-adder.ts')
    const { add, collect } = await prepareChannelAdder(runtime)
    const secrets = await collect('meta', (name, file) => this.secret(name, file), {
      token: ['access token', flags['token-file']],
      appSecret: ['app secret', flags['app-secret-file']],
      verifyToken: ['verify token', flags['verify-token-file']],
    })
    const added = await add({ tenant: flags.tenant, provider: 'meta', address: flags['phone-number-id'], secrets })
    const { describeAdded } = await import('../../../services/channels/describe-added.ts')
    await this.print(added, () => describeAdded(added))
  }
}
