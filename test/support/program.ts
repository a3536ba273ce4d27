import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createOwnedDatabase } from './databases.ts'
import type { Dialect } from '../../src/store/store.ts'

const entry = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

export interface Ran {
  code: number
  stdout: string
  stderr: string
  /** stdout as the one JSON document it must be. */
  json: unknown
}

export interface Program {
  dialect: Dialect
  folder: string
  env: Record<string, string>
  run(args: string[], options?: { input?: string; env?: Record<string, string> }): Promise<Ran>
  /** Starts `serve` on a free port and waits until it is ready. */
  serve(args?: string[], env?: Record<string, string>): Promise<Served>
  remove(): Promise<void>
}

export interface Served {
  url: string
  child: ChildProcess
  stderr(): string
  /** SIGTERM, then waits for the end; returns the exit code. */
  stop(): Promise<number | null>
}

/** The built program in an empty folder with an empty home and a database of its own. */
export async function openProgram(dialect: Dialect): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-program-'))
  const { url, drop } = await createOwnedDatabase(dialect)
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    DATABASE_URL: url,
    SECRET_KEY: 'test-secret-key-of-sufficient-length-0123456789',
  }
  const served: Served[] = []
  const program: Program = {
    dialect,
    folder,
    env,
    run: (args, options = {}) => runCommand(args, folder, { ...env, ...options.env }, options.input),
    async serve(args = [], extra = {}) {
      const one = await startServe(args, folder, { ...env, ...extra })
      served.push(one)
      return one
    },
    async remove() {
      await Promise.all(served.map((one) => one.stop()))
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return program
}

function runCommand(args: string[], cwd: string, env: Record<string, string>, input?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout,
        stderr,
        get json() {
          return JSON.parse(stdout) as unknown
        },
      }),
    )
  })
}

async function startServe(args: string[], cwd: string, env: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const child = spawn(process.execPath, [entry, 'serve', '--port', String(port), ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const url = `http://127.0.0.1:${port}`
  // 20 s: a cold start on a loaded machine takes two; more than this is a start-up that hangs.
  const deadline = Date.now() + 20_000
  for (;;) {
    const ready = await fetch(`${url}/ready`).then(
      (response) => response.status === 200,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${stderr}`)
    if (Date.now() > deadline) throw new Error(`serve is not ready: ${stderr}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url,
    child,
    stderr: () => stderr,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      return ended
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
