/** A timer that came due. Jobs may run twice (a daemon dies in between): a handler must not mind. */
export interface DueJob {
  id: number
  tenantId: string | null
  kind: string
  key: string
  payload: unknown
  /** Counts from 1. */
  attempt: number
}

/** Resolves when done: the row is removed. `{ again: ms }` keeps it for a later time (epoch ms). Throws: retried with backoff, then dead. */
export type JobHandler = (job: DueJob) => Promise<void | { again: number }>

export interface JobRegistry {
  /** One handler a kind; registering a kind twice is a bug and throws. */
  registerJob(kind: string, handler: JobHandler): void
}
