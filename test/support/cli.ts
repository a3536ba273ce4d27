import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

export interface CliResult {
  code: number
  stdout: string
  stderr: string
  /** stdout as the one JSON document that `--json` promises. */
  json<T = Record<string, unknown>>(): T
}

export interface Cli {
  /** The folder that is HOME and working folder of every run. */
  home: string
  run(args: string[], options?: { env?: Record<string, string>; stdin?: string }): Promise<CliResult>
  remove(): void
}

/** The built program in a home of its own: `cli.run(['tenant', 'list', '--json'])`. Needs `npm run build`. */
export function createCli(env: Record<string, string> = {}): Cli {
  const home = mkdtempSync(join(tmpdir(), 'botctl-home-'))
  return {
    home,
    run(args, options = {}) {
      const child = spawn(process.execPath, [bin, ...args], {
        cwd: home,
        env: { PATH: process.env.PATH ?? '', HOME: home, NO_COLOR: '1', ...env, ...options.env },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      child.stdin.on('error', () => {})
      child.stdin.end(options.stdin ?? '')
      let stdout = ''
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
      return new Promise((resolve, reject) => {
        child.once('error', reject)
        child.once('close', (code, signal) =>
          resolve({
            code: code ?? (signal === 'SIGINT' ? 130 : 143),
            stdout,
            stderr,
            json: <T>() => JSON.parse(stdout) as T,
          }),
        )
      })
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
