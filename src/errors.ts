/** Exit codes of sysexits.h that botctl uses; the meaning of each is part of the outside contract. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 64,
  badData: 65,
  notFound: 66,
  unavailable: 69,
  bug: 70,
  tryAgain: 75,
  notAllowed: 77,
  configuration: 78,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export interface BotctlErrorOptions {
  /** What the person can do next; one sentence, imperative. */
  hint?: string
  /** Structured facts for `--json`; never a secret, never personal data. */
  details?: unknown
  exit?: ExitCode
  /** The HTTP status that says the same. */
  status?: number
  cause?: unknown
}

/**
 * The one error class for what can be expected to go wrong.
 * `code` is stable, holds no input, and doubles as log key and metric label.
 */
export class BotctlError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly details: unknown
  readonly exit: ExitCode
  readonly status: number

  constructor(code: string, message: string, options: BotctlErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'BotctlError'
    this.code = code
    this.hint = options.hint
    this.details = options.details
    this.exit = options.exit ?? EXIT.badData
    this.status = options.status ?? statusFor(this.exit)
  }
}

function statusFor(exit: ExitCode): number {
  if (exit === EXIT.notFound) return 404
  if (exit === EXIT.notAllowed) return 403
  if (exit === EXIT.unavailable || exit === EXIT.tryAgain) return 503
  if (exit === EXIT.bug || exit === EXIT.configuration) return 500
  return 400
}

/** The shape that `--json` and the HTTP API print an error in. */
export interface ErrorDocument {
  error: { code: string; message: string; hint: string | null; details?: unknown }
}

export function toErrorDocument(error: unknown): ErrorDocument {
  if (error instanceof BotctlError) {
    return {
      error: {
        code: error.code,
        message: error.message,
        hint: error.hint ?? null,
        ...(error.details === undefined ? {} : { details: error.details }),
      },
    }
  }
  // An unexpected error's text may hold input, SQL or secrets: it goes to the log, not to the outside.
  return {
    error: {
      code: 'bug',
      message: 'something went wrong inside botctl',
      hint: 'run again with BOTCTL_DEBUG=1 and report what it prints',
    },
  }
}
