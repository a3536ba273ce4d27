import type { ModelAnswer, ModelRequest } from '../engine/turn-types.ts'

export interface ModelUsage {
  inputTokens: number
  outputTokens: number
  /** Millionths of a US dollar; null where the server does not say what it used. */
  costMicros: number | null
}

export type ModelResult =
  | { outcome: 'answered'; answer: ModelAnswer; usage: ModelUsage }
  /** Whatever it said is not what was asked: counted and paid, never used. */
  | { outcome: 'garbage'; usage: ModelUsage }

/**
 * A language model. It proposes; it has no authority over anything. Rejects where it cannot be reached; honours `signal`.
 */
export interface Model {
  readonly name: string
  /** Loads what it needs, once: a first question must not lose its deadline to that. */
  prepare?(): Promise<void>
  answer(request: ModelRequest, signal: AbortSignal): Promise<ModelResult>
  /** The words of a voice note; absent where the server cannot. */
  transcribe?(audio: { bytes: Uint8Array; mimeType: string }, signal: AbortSignal): Promise<string>
}
