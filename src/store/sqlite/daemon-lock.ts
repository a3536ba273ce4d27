import Sqlite from 'better-sqlite3'
import { BotctlError, EXIT } from '../../errors.ts'

export interface DaemonLock {
  release(): void
}

/**
 * One daemon a SQLite file: a second one would fight for the one writer, and neither could tell a dead owner from a slow
 * one. The lock is SQLite's own, on a file beside the database: the kernel lets go of it when the process ends, however
 * it ends, so there is no stale lock to clean up. Commands need no lock and run beside a daemon.
 */
export function lockForDaemon(path: string): DaemonLock {
  if (path === ':memory:') return { release() {} }
  const lock = new Sqlite(`${path}-daemon`, { timeout: 0 })
  try {
    // A rollback journal in memory: nothing is written, only locked.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new BotctlError('daemon_running', `another daemon is running on ${path}`, {
      hint: 'stop it first, or use Postgres, where any number of daemons share one database',
      exit: EXIT.tryAgain,
      cause,
    })
  }
  return {
    release() {
      lock.close()
    },
  }
}
