import { Config } from '@oclif/core/config'
import { run as runOclif } from '@oclif/core/run'
import { presentError } from './cli/present-error.ts'

/** Runs the command that argv names and ends the process with its code. `dir` is the entry point's URL. */
export async function run(dir: string): Promise<void> {
  const typed = process.argv.slice(2)
  // `git help commit` and `git commit --help` are one habit.
  const argv = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed
  // A reader that has seen enough (`| head`) is no error, and nobody is left to write for.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  const config = await Config.load(new URL(dir).pathname)
  let code = 0
  try {
    await runOclif(argv, config)
    code = Number(process.exitCode ?? 0)
  } catch (error) {
    code = presentError(error, { json: asksForJson(argv), config, id: commandId(argv, config) })
  }
  // What is written must have left before the process does.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  process.exit(code)
}

function asksForJson(argv: string[]): boolean {
  const end = argv.indexOf('--')
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json')
}

/** The longest run of leading words that is a command, for "see botctl … --help". */
function commandId(argv: string[], config: Config): string {
  const words = argv.filter((word) => !word.startsWith('-'))
  for (let length = words.length; length > 0; length--) {
    const id = words.slice(0, length).join(':')
    if (config.commandIDs.includes(id)) return id
  }
  return ''
}
