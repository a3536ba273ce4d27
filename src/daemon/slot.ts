import type { Lease } from '../store/leases.ts'

/** One conversation that this daemon is working on. */
export interface Slot {
  /** Replaced by each renewal; the fence stays. */
  lease: Lease
  /** A message arrived meanwhile: look again before letting go. */
  dirty: boolean
  /** The lease went to somebody else: write nothing, send nothing. */
  lost: boolean
}
