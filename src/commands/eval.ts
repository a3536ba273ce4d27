import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'
import { BotctlError, EXIT } from '../errors.ts'

export default class Eval extends BotctlCommand {
  static override summary = 'Measure how well the bot understands labelled messages and conversations'
  static override description =
    'FILE has a JSON object a line: {"tenant","text","intent","products":["SKU"]} for a message, or\n' +
    '{"id","tenant","turns":[{"user","expect":{"intent","products_include","cart","order_status","reply_includes",\n' +
    '"reply_excludes"}}]} for a conversation. They are played through the real engine on copies of the shops in memory:\n' +
    'nothing is written to your database.\n' +
    'Exit 0, 1 where a --min is not reached, 65 where a line is wrong, 66 where there is no such shop.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> messages.jsonl',
    '<%= config.bin %> <%= command.id %> messages.jsonl --min-accuracy 0.9 --json',
    'cat dialogues.jsonl | <%= config.bin %> <%= command.id %> - --min-success 0.9',
  ]
  static override args = {
    file: Args.string({ description: 'the labelled file; - is stdin', required: true, ignoreStdin: true }),
  }
  static override flags = {
    'min-accuracy': Flags.string({ description: 'exit 1 where fewer messages are understood, 0 to 1' }),
    'min-success': Flags.string({ description: 'exit 1 where fewer conversations succeed, 0 to 1' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Eval)
    const least = {
      accuracy: share(flags['min-accuracy'], 'min-accuracy'),
      success: share(flags['min-success'], 'min-success'),
    }
    const [{ evaluate }, { readLabelled }, { readLines }, { evaluationText }] = await Promise.all([
      import('../services/evaluate/evaluate.ts'),
      import('../services/evaluate/read-labelled.ts'),
      import('../services/turns/read-lines.ts'),
      import('../services/evaluate/evaluation-text.ts'),
    ])
    const labelled = await readLabelled(readLines(args.file))
    const result = await evaluate(await (await this.runtime()).deps(), labelled)
    await this.print(result, () => evaluationText(result))
    if ((result.messages?.accuracy ?? 1) < least.accuracy || (result.conversations?.rate ?? 1) < least.success) {
      this.exitWith(EXIT.findings)
    }
  }
}

function share(value: string | undefined, flag: string): number {
  if (value === undefined) return 0
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new BotctlError('share_invalid', `--${flag} takes a number from 0 to 1`, {
    exit: EXIT.usage,
    hint: `such as --${flag} 0.9`,
  })
}
