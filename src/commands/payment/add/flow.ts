import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class PaymentAddFlow extends BotctlCommand {
  static override summary = 'Let a shop collect with its own Flow.cl account'
  static override description =
    "The keys come from files (- is stdin) or a hidden prompt, never from a flag; they are stored encrypted under SECRET_KEY. Where none is given the environment's account is used (FLOW_API_KEY, FLOW_SECRET_KEY). Adding it again replaces the keys. Exit 0, 66 no such shop or file, 78 keys missing."
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --environment production --api-key-file key.txt --secret-key-file secret.txt --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    environment: Flags.string({
      options: ['sandbox', 'production'],
      default: 'sandbox',
      description: 'production takes real money',
    }),
    'api-key-file': Flags.string({ description: 'file with the API key (- is stdin)' }),
    'secret-key-file': Flags.string({ description: 'file with the secret key' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PaymentAddFlow)
    const runtime = await this.runtime()
    const [{ accountDeps }, { addFlow }] = await Promise.all([
      import('../../../services/payments/account-deps.ts'),
      import('../../../services/payments/manage-accounts.ts'),
    ])
    const deps = await accountDeps(runtime)
    const fromEnvironment =
      runtime.config.flowApiKey !== null &&
      flags['api-key-file'] === undefined &&
      flags['secret-key-file'] === undefined
    const added = await addFlow(deps, {
      tenant: flags.tenant,
      environment: flags.environment as 'sandbox' | 'production',
      apiKey: fromEnvironment ? null : await this.secret('Flow API key', flags['api-key-file']),
      secretKey: fromEnvironment ? null : await this.secret('Flow secret key', flags['secret-key-file']),
    })
    await this.print(
      added,
      `${added.tenant} collects with Flow (${added.environment}, ${added.account === 'own' ? 'its own account' : "the environment's account"})\nnext: botctl payment verify flow --tenant ${added.tenant}`,
    )
  }
}
