import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'

export default class PaymentAddTransfer extends BotctlCommand {
  static override summary = 'Let shoppers pay by bank transfer'
  static override description =
    'The account is shown to shoppers as it is. You mark what arrives with order pay --manual. Adding it again replaces it. Exit 0, 65 a wrong RUT, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --holder "Acme SpA" --rut 76.123.456-0 --bank "Banco de Chile" --account-type "Cuenta corriente" --account 001234567',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024 --holder "Acme SpA" --rut 76.123.456-0 --bank BancoEstado --account-type "Cuenta vista" --account 123 --email pagos@acme.cl --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    holder: Flags.string({ required: true, description: 'whose account it is' }),
    rut: Flags.string({ required: true, description: "the holder's RUT" }),
    bank: Flags.string({ required: true, description: 'the bank' }),
    'account-type': Flags.string({ required: true, description: 'cuenta corriente, cuenta vista …' }),
    account: Flags.string({ required: true, description: 'its number' }),
    email: Flags.string({ description: 'where the bank sends the notice' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PaymentAddTransfer)
    const [{ accountDeps }, { addTransfer }, { requireRut }] = await Promise.all([
      import('../../../services/payments/account-deps.ts'),
      import('../../../services/payments/manage-accounts.ts'),
      import('../../../services/payments/rut.ts'),
    ])
    const added = await addTransfer(await accountDeps(await this.runtime()), {
      tenant: flags.tenant,
      account: {
        holder: flags.holder,
        rut: requireRut(flags.rut),
        bank: flags.bank,
        accountType: flags['account-type'],
        accountNumber: flags.account,
        email: flags.email ?? null,
      },
    })
    await this.print(
      added,
      `${added.tenant} takes transfers; mark what arrives with botctl order pay NUMBER --manual --tenant ${added.tenant}`,
    )
  }
}
