import type { SqliteStore } from './open.ts'

/** Runs synchronous writes; those of one event-loop turn share a transaction, and so one fsync. */
export type Write = <T>(work: () => T) => Promise<T>

interface Task {
  /** With a savepoint of its own, unless it is alone: then its failure is the transaction's. */
  run(alone: boolean): void
  settle(): void
  refuse(error: unknown): void
}

/** A write that throws takes no other of its group with it. Resolves after the commit. */
export function createWriter(store: SqliteStore): Write {
  const save = store.raw.prepare('SAVEPOINT task')
  const keep = store.raw.prepare('RELEASE task')
  const undo = store.raw.prepare('ROLLBACK TO task')
  let queue: Task[] = []
  let scheduled = false

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const tasks = queue
      queue = []
      try {
        await store.exclusive(() => {
          for (const task of tasks) task.run(tasks.length === 1)
        })
        for (const task of tasks) task.settle()
      } catch (error) {
        // The commit itself failed (disk full, read-only): nothing of this group is on disk.
        for (const task of tasks) task.refuse(error)
      }
    }
    scheduled = false
  }

  return (work) =>
    new Promise((resolve, reject) => {
      type Value = Parameters<typeof resolve>[0]
      let outcome: { value: Value } | { error: unknown } | undefined
      queue.push({
        run(alone) {
          if (alone) {
            outcome = { value: work() }
            return
          }
          save.run()
          try {
            outcome = { value: work() }
          } catch (error) {
            outcome = { error }
            // After SQLITE_FULL and the like SQLite has rolled everything back by itself: there is no savepoint any more.
            if (!store.raw.inTransaction) throw error
            undo.run()
          }
          keep.run()
        },
        settle() {
          if (outcome && 'value' in outcome) resolve(outcome.value)
          else reject(outcome?.error)
        },
        refuse: reject,
      })
      if (scheduled) return
      scheduled = true
      // After this turn's I/O callbacks: all requests read from their sockets by now are in the queue.
      setImmediate(() => void drain())
    })
}

/** Values for a statement with `?1`, `?2` …, which better-sqlite3 binds by name. */
export function numbered(...values: unknown[]): Record<number, unknown> {
  const named: Record<number, unknown> = {}
  for (const [index, value] of values.entries()) named[index + 1] = value
  return named
}
