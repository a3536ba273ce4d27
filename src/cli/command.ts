import { readFile } from 'node:fs/promises'
import { Command } from '@oclif/core/command'
import type { Input, ParserOutput } from '@oclif/core/interfaces'
import type { Runtime } from '../runtime.ts'
import { BotctlError, EXIT } from '../errors.ts'
import type { ExitCode } from '../errors.ts'

type Values = Record<string, unknown>

/**
 * What every command shares. A command parses, makes one call, and prints:
 * data on stdout (`print`), everything for the eye on stderr (`note`, `step`).
 * Errors are thrown; `src/cli/present-error.ts` shows them and decides the exit code.
 */
export abstract class BotctlCommand extends Command {
  static override enableJsonFlag = true
  /** Commands that stop in an orderly way (daemon, screens) install signal handlers of their own. */
  static handlesSignals = false

  abstract override run(): Promise<void>

  #runtime: Runtime | undefined

  /** Configuration, clock, and on request the open database. Closed when the command ends. */
  async runtime(overrides: Record<string, string | undefined> = {}): Promise<Runtime> {
    if (!this.#runtime) {
      const [{ loadConfig }, { createRuntime }] = await Promise.all([import('../config.ts'), import('../runtime.ts')])
      this.#runtime = createRuntime(loadConfig({ flags: overrides }), { version: this.config.version })
    }
    return this.#runtime
  }

  /** Prints the result: the document with `--json`, else the text for people. Call it once. */
  async print(data: unknown, human: string | (() => string | Promise<string>)): Promise<void> {
    if (this.jsonEnabled()) {
      await writeOut(`${JSON.stringify(data, null, 2)}\n`)
      return
    }
    const text = typeof human === 'string' ? human : await human()
    if (text !== '') await writeOut(text.endsWith('\n') ? text : `${text}\n`)
  }

  /** One JSON document on one line, for commands that stream (`--json` says so in their help). */
  async printLine(data: unknown): Promise<void> {
    await writeOut(`${JSON.stringify(data)}\n`)
  }

  /** A line for the eye: what happens, what to do next. On stderr, and silent with `--json`. */
  note(text: string): void {
    if (!this.jsonEnabled()) process.stderr.write(`${text}\n`)
  }

  /** The exit code of a command that succeeded and has something to say by it (`EXIT.findings`). */
  exitWith(code: ExitCode): void {
    process.exitCode = code
  }

  /** True where a person can be asked. */
  interactive(): boolean {
    return !this.jsonEnabled() && process.stdin.isTTY && process.stderr.isTTY
  }

  /** Asks a yes/no question; without a terminal it refuses and names the flag that says yes. */
  async confirm(question: string, flag: string): Promise<boolean> {
    this.#mustBeInteractive(question, flag)
    const { askLine } = await import('./prompt.ts')
    const answer = await askLine(`${question} [y/N] `)
    return /^(y|yes|s|si|sí)$/i.test(answer.trim())
  }

  /** Asks for a line of text; without a terminal it refuses and names the flag that gives it. */
  async ask(question: string, flag: string, fallback = ''): Promise<string> {
    this.#mustBeInteractive(question, flag)
    const { askLine } = await import('./prompt.ts')
    const answer = await askLine(fallback === '' ? `${question}: ` : `${question} [${fallback}]: `)
    return answer.trim() === '' ? fallback : answer.trim()
  }

  /**
   * A secret: from `file` (`-` is stdin), else asked for without echo. Never from a flag's value, which `ps` shows.
   * Null where neither a file nor a terminal is there.
   */
  async secret(name: string, file: string | undefined): Promise<string | null> {
    if (file !== undefined) return readSecretFile(file, name)
    if (!this.interactive()) return null
    const { askHidden } = await import('./prompt.ts')
    const answer = (await askHidden(`${name} (not shown): `)).trim()
    return answer === '' ? null : answer
  }

  /**
   * oclif's own argument readers (`Args.integer`) throw plain errors, which nothing tells apart from a bug of ours: what
   * the parser does not accept was typed wrong, whoever says so.
   */
  protected override async parse<F extends Values, B extends Values, A extends Values>(
    options?: Input<F, B, A>,
    argv?: string[],
  ): Promise<ParserOutput<F, B, A>> {
    try {
      return await super.parse<F, B, A>(options, argv)
    } catch (error) {
      if (!(error instanceof Error) || error instanceof BotctlError || 'oclif' in error) throw error
      throw new BotctlError('usage', error.message.charAt(0).toLowerCase() + error.message.slice(1), {
        exit: EXIT.usage,
        cause: error,
      })
    }
  }

  override async init(): Promise<void> {
    await super.init()
    if ((this.constructor as typeof BotctlCommand).handlesSignals) return
    process.once('SIGINT', () => process.exit(EXIT.interrupted))
  }

  override async catch(error: Error & { exitCode?: number }): Promise<void> {
    throw error
  }

  override async finally(error: Error | undefined): Promise<void> {
    await this.#runtime?.close()
    await super.finally(error)
  }

  #mustBeInteractive(question: string, flag: string): void {
    if (this.interactive()) return
    throw new BotctlError('input_required', `this needs an answer and there is no terminal to ask on: ${question}`, {
      hint: `give it with ${flag}`,
      exit: EXIT.usage,
    })
  }
}

/** Waits for the pipe to take it, so that nothing is cut off when the process ends. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve())
  })
}

async function readSecretFile(file: string, name: string): Promise<string> {
  let text: string
  try {
    text = file === '-' ? await readStdin() : await readFile(file, 'utf8')
  } catch (cause) {
    throw new BotctlError('secret_unreadable', `cannot read the file for ${name}`, {
      hint: 'give the path of a file that holds the secret alone, or - to read it from stdin',
      exit: EXIT.notFound,
      cause,
    })
  }
  const secret = text.trim()
  if (secret === '') {
    throw new BotctlError('secret_empty', `the file for ${name} is empty`, { exit: EXIT.badData })
  }
  return secret
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
