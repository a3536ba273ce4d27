import * as Args from '@oclif/core/args'
import { BotctlCommand } from '../cli/command.ts'

export default class Completion extends BotctlCommand {
  static override summary = 'Print a script that completes commands, flags and their values with Tab'
  static override description = 'For bash, zsh and fish. With --json {"shell","script"}. Exit 0, 64 another shell.'
  static override examples = [
    'echo \'eval "$(<%= config.bin %> <%= command.id %> bash)"\' >> ~/.bashrc',
    'echo \'eval "$(<%= config.bin %> <%= command.id %> zsh)"\' >> ~/.zshrc',
    '<%= config.bin %> <%= command.id %> fish > ~/.config/fish/completions/botctl.fish',
  ]
  static override args = {
    shell: Args.string({ required: true, options: ['bash', 'zsh', 'fish'], description: 'your shell' }),
  }

  async run(): Promise<void> {
    const { args } = await this.parse(Completion)
    const { COMPLETED_SHELLS, completionScript } = await import('../cli/completion.ts')
    const shell = COMPLETED_SHELLS.find((known) => known === args.shell) ?? 'bash'
    const commands = this.config.commands
      .filter((command) => !command.hidden)
      .map((command) => ({
        id: command.id,
        values: Object.values(command.args).flatMap((arg) => arg.options ?? []),
        flags: Object.values(command.flags).map((flag) => ({
          name: flag.name,
          ...(flag.char === undefined ? {} : { char: flag.char }),
          ...(flag.type === 'option' && flag.options !== undefined ? { options: flag.options } : {}),
        })),
      }))
    const script = completionScript(shell, commands)
    await this.print({ shell, script }, script)
  }
}
