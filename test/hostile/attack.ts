/** One hostile request and what may be answered. Nothing forged may leave a row; its content carries FORGED. */
export interface Attack {
  kind: string
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | null
  /** The statuses that are right for it. */
  expect: readonly number[]
  /** Sent byte by byte as it is: lengths that lie, half requests, garbage. */
  raw?: { bytes: Buffer; finish: 'wait' | 'end' | 'cut' }
}

/** Text that only forgeries carry: after the run no table may hold it. */
export const FORGED = 'FORGED'
