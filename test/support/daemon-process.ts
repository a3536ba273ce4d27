import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A daemon in a process of its own, to be killed. It comes back on the same port. */
export interface DaemonProcess {
  url: string
  pid(): number
  start(): Promise<void>
  /** Sends the signal; for SIGKILL and SIGTERM resolves when the process is gone, with its exit code. */
  signal(name: NodeJS.Signals): Promise<number | null>
  alive(): boolean
  /** The last lines of its log, for a test that fails. */
  logTail(): string
}

const ENTRY = fileURLToPath(new URL('echo-daemon.ts', import.meta.url))
const APP_SECRET = 'app_secret_of_the_chaos_run'

export const CHAOS_SECRETS = { appSecret: APP_SECRET, token: 'token_of_the_chaos_run' }

export async function createDaemonProcess(options: {
  databaseUrl: string
  graphUrl: string
  tune?: string
  entry?: string[]
  env?: Record<string, string>
  /** Runs in a shell before the daemon takes its place: limits and traps. */
  prelude?: string
}): Promise<DaemonProcess> {
  const port = await freePort()
  let child: ChildProcess | null = null
  let log = ''

  async function start(): Promise<void> {
    const command = [process.execPath, ...(options.entry ?? [ENTRY])]
    const [file, args] = options.prelude
      ? ['/bin/bash', ['-c', `${options.prelude}; exec "$@"`, 'daemon', ...command]]
      : [command[0] as string, command.slice(1)]
    const started = spawn(file, args, {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: options.databaseUrl,
        PORT: String(port),
        HOST: '127.0.0.1',
        SECRET_KEY: 'a-secret-key-for-tests-that-is-long-enough-0123456789',
        META_APP_SECRET: APP_SECRET,
        META_WHATSAPP_TOKEN: CHAOS_SECRETS.token,
        META_GRAPH_URL: options.graphUrl,
        LOG_LEVEL: 'info',
        BOTCTL_TUNE: options.tune ?? '',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const keep = (chunk: Buffer): void => {
      log = (log + chunk.toString('utf8')).slice(-20_000)
    }
    started.stderr?.on('data', keep)
    started.stdout?.on('data', keep)
    await untilHealthy(`http://127.0.0.1:${port}`, started, () => log)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    pid: () => child?.pid ?? 0,
    start,
    async signal(name) {
      const target = child
      if (!target || target.exitCode !== null || target.signalCode !== null) return target?.exitCode ?? null
      const gone = once(target, 'exit')
      target.kill(name)
      if (name !== 'SIGKILL' && name !== 'SIGTERM') return null
      const [code] = (await gone) as [number | null]
      return code
    },
    alive: () => child !== null && child.exitCode === null && child.signalCode === null,
    logTail: () => log,
  }
}

async function untilHealthy(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 90_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the daemon ended at its start (${child.exitCode}):\n${log()}`)
    try {
      const response = await fetch(`${url}/health`)
      await response.arrayBuffer()
      if (response.ok) return
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline) throw new Error(`the daemon does not start:\n${log()}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 25)
    })
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
