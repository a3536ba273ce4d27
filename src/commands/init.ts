import { resolve } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'

export default class Init extends BotctlCommand {
  static override summary = 'Write a configuration: asks what it needs, makes the secrets'
  static override description =
    'Writes .env in the working folder (mode 600): what is there stays, what is missing is asked for or made. Without a terminal, or with --yes, it asks nothing. Exit 0, 78 a value is wrong or the file cannot be written.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --yes --database-url postgres://botctl@localhost/botctl --public-url https://bot.tienda.cl',
  ]
  static override flags = {
    yes: Flags.boolean({ char: 'y', description: 'ask nothing: flags and defaults' }),
    file: Flags.string({ default: '.env', description: 'the file to write' }),
    'database-url': Flags.string({ description: 'sqlite:PATH or postgres://… (default: SQLite in your data folder)' }),
    'public-url': Flags.string({ description: 'the https address that providers call' }),
    port: Flags.string({ description: 'the port to listen on (default 9001)' }),
    'openai-key-file': Flags.string({ description: 'file with the key of a language model, - is stdin; optional' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Init)
    const [{ initConfig }, { loadUsableConfig }] = await Promise.all([
      import('../services/setup/init.ts'),
      import('../config.ts'),
    ])
    const asks = this.interactive() && !flags.yes
    const answer = async (given: string | undefined, question: string, flag: string): Promise<string | undefined> =>
      given ?? (asks ? await this.ask(question, flag) : undefined)
    const keyFile = flags['openai-key-file']
    const result = initConfig(resolve(flags.file), {
      databaseUrl: await answer(
        flags['database-url'],
        'Database URL (enter: SQLite in your data folder)',
        '--database-url',
      ),
      publicUrl: await answer(flags['public-url'], 'Public https URL (enter: none yet)', '--public-url'),
      port: flags.port,
      secretKey: loadUsableConfig().secretKey ?? undefined,
      openaiApiKey:
        keyFile !== undefined || asks
          ? ((await this.secret('OpenAI API key, enter for none', keyFile)) ?? undefined)
          : undefined,
    })
    const next = ['botctl migrate', 'botctl tenant create --name "Mi tienda"', 'botctl config check', 'botctl serve']
    await this.print({ ...result, next }, () =>
      [
        result.written.length === 0
          ? `${result.file} already has everything`
          : `wrote ${result.written.join(', ')} to ${result.file}`,
        ...result.warnings.map((warning) => `! ${warning}`),
        ...result.urls.map(({ provider, url }) => `${provider} webhook: ${url}`),
        'next:',
        ...next.map((step) => `  ${step}`),
      ].join('\n'),
    )
  }
}
