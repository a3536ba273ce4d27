import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../cli/command.ts'

export default class Completion extends BotctlCommand {
  static override summary = 'Print a script that completes commands and flags with Tab'
  static override description = 'For bash and zsh. With --json {"shell","script"}. Exit 0, 64 another shell.'
  static override examples = [
    'echo \'eval "$(<%= config.bin %> <%= command.id %> bash)"\' >> ~/.bashrc',
    'echo \'eval "$(<%= config.bin %> <%= command.id %> zsh)"\' >> ~/.zshrc',
  ]
  static override args = {
    shell: Args.string({ required: true, options: ['bash', 'zsh'], description: 'your shell' }),
  }

  async run(): Promise<void> {
    const { args } = await this.parse(Completion)
    const { completionScript } = await import('../cli/completion.ts')
    const shell = args.shell === 'zsh' ? 'zsh' : 'bash'
    const commands = this.config.commands
      .filter((command) => !command.hidden)
      .map((command) => ({ id: command.id, flags: Object.keys(command.flags) }))
    const script = completionScript(shell, commands)
    await this.print({ shell, script }, script)
  }
}
