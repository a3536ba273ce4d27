import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { BotctlError, EXIT } from '../errors.ts'

export default class TestMessage extends BotctlCommand {
  static override summary = 'Send a message as a shopper, through the real engine and database, with no provider'
  static override description =
    'Without TEXT on a terminal: a chat. With --batch and --json: a line a message in, a line a turn out, in order.\n' +
    'Orders placed here are real ones of that shop: stock is reserved as for anybody.\n' +
    'A line of a batch that cannot be played is answered by {"error","line"}, and the rest goes on.\n' +
    'Exit 0, 66 where there is no such shop or file, 65 where the sender is no number or a line of a batch was not played.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> "que vaporizador tienes" --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --tenant acme-cannabis-2024',
    'cat messages.jsonl | <%= config.bin %> <%= command.id %> --batch - --json',
  ]
  static override args = { text: Args.string({ description: 'what the shopper writes', ignoreStdin: true }) }
  static override flags = {
    tenant: Flags.string({ description: 'the shop' }),
    from: Flags.string({ description: "the shopper's number" }),
    choice: Flags.string({ description: 'the id of a button to tap; TEXT is its title' }),
    batch: Flags.string({
      description: 'a file with a JSON object a line ({"tenant","from","text"}); - is stdin',
      exclusive: ['choice'],
    }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TestMessage)
    const deps = await (await this.runtime()).deps()
    const [{ createTurns }, { createTester, playBatch, DEFAULT_SENDER }] = await Promise.all([
      import('../services/turns/create-turns.ts'),
      import('../services/turns/test-message.ts'),
    ])
    const { drive } = await createTurns(deps)
    const test = createTester({ ...deps, drive })
    if (flags.batch !== undefined) {
      const { readLines } = await import('../services/turns/read-lines.ts')
      const defaults = {
        ...(flags.tenant === undefined ? {} : { tenant: flags.tenant }),
        ...(flags.from === undefined ? {} : { from: flags.from }),
      }
      for await (const document of playBatch(test, readLines(flags.batch), defaults)) {
        if ('error' in document) this.exitWith(EXIT.badData)
        await this.printLine(document)
      }
      return
    }
    if (flags.tenant === undefined) {
      throw new BotctlError('tenant_missing', 'which shop?', { hint: 'name it with --tenant', exit: EXIT.usage })
    }
    const { turnText, runChat } = await import('../services/turns/chat.ts')
    const from = flags.from ?? DEFAULT_SENDER
    if (args.text === undefined) {
      if (!this.interactive()) {
        throw new BotctlError('text_missing', 'no message and no terminal to chat on', {
          hint: 'give the message as an argument, or many with --batch FILE --json',
          exit: EXIT.usage,
        })
      }
      return runChat((text) => test({ tenant: flags.tenant ?? '', from, text }))
    }
    const document = await test({
      tenant: flags.tenant,
      from,
      text: args.text,
      ...(flags.choice === undefined ? {} : { choiceId: flags.choice }),
    })
    await this.print(document, () => turnText(document))
  }
}
