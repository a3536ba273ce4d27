import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../../cli/command.ts'
import { BotctlError, EXIT } from '../../../errors.ts'

export default class TenantSettingsSet extends BotctlCommand {
  static override summary = "Change a shop's rules for money and care"
  static override description =
    'One or more KEY=VALUE, all or none; KEY=default puts one back. tenant settings show lists the keys and what they take. Running daemons follow within seconds; placed orders keep what they were promised. Exit 0, 64 nothing given, 65 an unknown key or a value out of bounds, 66 no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> reservation_minutes=45 transfer_hours=24 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> "opening_hours=mon-fri 09:00-13:00 15:00-19:00; sat 10:00-14:00" closed_days=2026-12-24 --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> reminders=0 retention_messages_days=365 template.shipped=pedido_enviado --tenant acme-cannabis-2024 --json',
  ]
  static override strict = false
  static override args = { setting: Args.string({ required: true, description: 'KEY=VALUE, and further ones' }) }
  static override flags = { tenant: Flags.string({ required: true, description: 'the shop' }) }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(TenantSettingsSet)
    const changes = Object.fromEntries((argv as string[]).map(pairOf))
    const { store, now } = await (await this.runtime()).deps()
    const { cliActor } = await import('../../../services/audit/record-audit.ts')
    const { changeSettings } = await import('../../../services/tenants/tenant-settings.ts')
    const result = await changeSettings({ store, now, actor: cliActor() }, { tenant: flags.tenant, changes })
    await this.print(result, () =>
      result.changed.length === 0 ? 'it was already so' : `changed ${result.changed.join(', ')} of ${result.tenant}`,
    )
  }
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  throw new BotctlError('setting_form', 'a setting is written KEY=VALUE', {
    hint: 'for example reservation_minutes=45',
    exit: EXIT.usage,
  })
}
