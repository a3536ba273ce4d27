import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../../cli/command.ts'
import { BotctlError, EXIT } from '../../errors.ts'

export default class ConversationExplain extends BotctlCommand {
  static override summary = 'Why did the bot say this? What it understood, what it looked at, what it decided'
  static override description =
    'MESSAGE is a message id, or the number of the turn in the history. Exit 0, 66 where there is no such turn.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> wamid.HBg…',
    '<%= config.bin %> <%= command.id %> 1042 --json',
  ]
  static override args = { message: Args.string({ required: true, description: 'the message' }) }

  async run(): Promise<void> {
    const { args } = await this.parse(ConversationExplain)
    const deps = await (await this.runtime()).deps()
    const { explain } = await import('../../services/turns/replay.ts')
    const found = await explain(deps, args.message)
    if (!found) {
      throw new BotctlError('message_not_found', 'no turn was recorded for that message', {
        hint: 'botctl conversation show CONVERSATION --json lists the turns with their numbers',
        exit: EXIT.notFound,
      })
    }
    await this.print(found, () => {
      const percent = (value: number | null) => `${Math.round((value ?? 0) * 100)} %`
      const part = (title: string, lines: string[]) =>
        lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)]
      return [
        `“${found.text}”`,
        `taken for ${found.intent ?? 'nothing'} with ${percent(found.confidence)}, decided ${found.source === 'model' ? 'with the language model' : 'locally'} in ${found.latency_ms?.toFixed(1) ?? '–'} ms`,
        ...part(
          'it might have been',
          found.alternatives.map((each) => `${each.intent} ${percent(each.confidence)}`),
        ),
        ...part(
          'found in the message',
          Object.entries(found.entities).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
        ),
        ...part('because', found.because),
        ...part(
          'looked at',
          found.looked_at.map((each) => `${each.sku}: $${each.price}, ${each.stock} in stock`),
        ),
        ...part('guard', found.guard),
        ...part(
          'model',
          found.model ? [`${found.model.purpose}: ${found.model.outcome} in ${found.model.latencyMs} ms`] : [],
        ),
        ...part('asked of the store', found.effects),
        ...part(
          'cart after',
          found.cart_after.map((each) => `${each.quantity} x ${each.sku}`),
        ),
        ...part(
          'answered',
          found.replies.flatMap((reply) => reply.text.split('\n')),
        ),
      ].join('\n')
    })
  }
}
