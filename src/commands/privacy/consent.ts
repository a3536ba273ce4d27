import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'
import type { ConsentLedger } from '../../services/privacy/consents.ts'

const PURPOSES = ['messages', 'reminders', 'remember_data'] as const

export default class PrivacyConsent extends BotctlCommand {
  static override summary = 'Show what a shopper agreed to, or write down what they said outside the chat'
  static override description =
    'Shoppers are asked in the chat; this is for the counter and the telephone. --grant needs a --proof that can be looked up later; --withdraw remember_data forgets what was kept. The ledger is only ever added to. Exit 0, 64 no proof, 66 no such shop or shopper.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 --grant reminders --proof "form 14"',
    '<%= config.bin %> <%= command.id %> --contact +56912345678 --tenant acme-cannabis-2024 --withdraw remember_data --json',
  ]
  static override flags = {
    tenant: Flags.string({ required: true, description: 'the shop' }),
    contact: Flags.string({ required: true, description: "the shopper's phone, or id" }),
    grant: Flags.string({ options: [...PURPOSES], description: 'they agreed to it', exclusive: ['withdraw'] }),
    withdraw: Flags.string({ options: [...PURPOSES], description: 'they took it back' }),
    proof: Flags.string({ description: 'where that can be looked up' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(PrivacyConsent)
    const { store, now } = await (await this.runtime()).deps()
    const [{ cliActor }, { changeConsent, showConsents }] = await Promise.all([
      import('../../services/audit/record-audit.ts'),
      import('../../services/privacy/consents.ts'),
    ])
    const purpose = PURPOSES.find((each) => each === (flags.grant ?? flags.withdraw))
    const who = { tenant: flags.tenant, contact: flags.contact }
    const ledger =
      purpose === undefined
        ? await showConsents({ db: store.db }, who)
        : await changeConsent(
            { store, now, actor: cliActor() },
            { ...who, purpose, granted: flags.grant !== undefined, proof: flags.proof },
          )
    await this.print(ledger, () => ledgerText(ledger))
  }
}

async function ledgerText(ledger: ConsentLedger): Promise<string> {
  if (ledger.entries.length === 0) return 'nothing was ever asked or said'
  const { table } = await import('../../cli/table.ts')
  return table(ledger.entries, [
    { header: 'WHEN', value: (row) => row.at.slice(0, 19) },
    { header: 'PURPOSE', value: (row) => row.purpose },
    { header: 'SAID', value: (row) => (row.granted ? 'yes' : 'no') },
    { header: 'PROOF', value: (row) => row.proof, max: 48 },
  ])
}
