import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../../cli/command.ts'

export default class SecretsGenerate extends BotctlCommand {
  static override summary = 'Print a fresh random secret'
  static override description = 'For SECRET_KEY, META_VERIFY_TOKEN or TEST_WEBHOOK_TOKEN. Nothing is stored. Exit 0.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    'echo "META_VERIFY_TOKEN=$(<%= config.bin %> <%= command.id %> --bytes 24)" >> .env',
  ]
  static override flags = {
    bytes: Flags.integer({ default: 32, min: 16, max: 1024, description: 'how many random bytes, printed in hex' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(SecretsGenerate)
    const { randomBytes } = await import('node:crypto')
    const secret = randomBytes(flags.bytes).toString('hex')
    await this.print({ secret }, secret)
  }
}
