import type { Transaction } from 'kysely'
import type { EpochMs } from '../engine/types.ts'
import type { TurnWrites } from '../services/turns/types.ts'
import type { Lease } from './leases.ts'
import type { NewBubble } from './outbox.ts'
import type { Schema } from './schema.ts'

/** One turn to commit: its messages done, all it writes, and its bubbles, in one transaction that the fence guards. */
export interface TurnCommit {
  lease: Lease
  inboxIds: number[]
  writes: TurnWrites
  bubbles: NewBubble[]
  /** Frees the lease in the same transaction, where nothing is left to send. */
  release: boolean
}

export type CommitOutcome =
  | { outcome: 'committed'; bubbleIds: number[] }
  /** Another daemon holds the conversation, or an operator dropped the message: nothing was written. */
  | { outcome: 'lost' }

export interface FailedTurn {
  lease: Lease
  inboxIds: number[]
  error: string
  /** Given up: the messages are set aside and `notice` tells the shopper, once. */
  parked: boolean
  notice: NewBubble | null
  /** Nobody tries again before; the lease is kept by nobody until then. */
  retryAt: EpochMs
}

export interface TurnStore {
  /** Group commit: turns of different conversations share one transaction; one that fails takes no other with it. */
  commit(turns: TurnCommit[], now: EpochMs): Promise<Array<CommitOutcome | { outcome: 'failed'; error: unknown }>>
  /** A turn with effects: `decide` applies them first and answers what to write, or null to write nothing at all. */
  commitAlone(
    lease: Lease,
    inboxIds: number[],
    now: EpochMs,
    decide: (trx: Transaction<Schema>) => Promise<Pick<TurnCommit, 'writes' | 'bubbles' | 'release'> | null>,
  ): Promise<CommitOutcome | { outcome: 'declined' }>
  /** A try that failed. False where the lease was lost. */
  fail(turn: FailedTurn, now: EpochMs): Promise<boolean>
}
