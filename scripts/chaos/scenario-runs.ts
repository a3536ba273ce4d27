import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Run } from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Those without a size: they are whole in the test suite, on both databases, and are run from there. */
export const scenarioRuns: Run[] = [
  scenario('D6', 'redelivered at once, when answered, and after 8 days; with D7 and D14', 'D6, D7, D14'),
  scenario('D13', 'read-only database, held writer, full disk: 503 and never 200', 'D13'),
]

function scenario(id: string, what: string, name: string): Run {
  return {
    id,
    what,
    async play() {
      const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/crash/hostile.test.ts', '-t', name]
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const [code] = (await once(child, 'exit')) as [number]
      return code === 0 ? { ok: true, report: {} } : { ok: false, report: { said: said.slice(-3000) } }
    },
  }
}
