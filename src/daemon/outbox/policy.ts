import type { SendErrorClass } from '../../channels/port.ts'

/** What follows a failed send. Times are milliseconds from now. */
export type Verdict =
  /** Certainly not sent: again after `after`. */
  | { action: 'retry'; after: number }
  /** Perhaps sent: wait `after` for the status callback, and send again only if none came. */
  | { action: 'resolve'; after: number }
  /** Not before the shopper writes again. */
  | { action: 'wait' }
  | { action: 'dead'; unreachable?: string }
  /** Nothing goes through this channel for `after`. */
  | { action: 'block'; after: number }

export interface Failure {
  class: SendErrorClass
  /** Tries so far, this one counted. */
  attempts: number
  retryAfterMs?: number
  /** 0 ≤ x < 1: spreads retries, so that a thousand bubbles do not come back in the same instant. */
  random: number
  /** How long a callback for a send that was cut off may take. */
  ambiguousMs: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The error tables of the providers' own documents, by class: protocols meta 13, twilio 8. */
export function decide(failure: Failure): Verdict {
  const { attempts } = failure
  switch (failure.class) {
    case 'rate':
      // The number as a whole is too fast; a bubble that met it twenty times has waited over an hour.
      return attempts >= 20 ? { action: 'dead' } : retry(failure, SECOND, 5 * MINUTE)
    case 'pair':
      // Meta's own rule: 4^n seconds, n from 0. Seven of those are four hours.
      return attempts >= 8
        ? { action: 'dead' }
        : { action: 'retry', after: Math.max(4 ** (attempts - 1) * SECOND, failure.retryAfterMs ?? 0) }
    case 'transient':
      return attempts >= 12 ? { action: 'dead' } : retry(failure, SECOND, 10 * MINUTE)
    case 'maintenance':
      // "Retry after a minute", and upgrades take about one.
      return attempts >= 60
        ? { action: 'dead' }
        : { action: 'retry', after: Math.max(MINUTE, failure.retryAfterMs ?? 0) }
    case 'ambiguous':
      return attempts >= 12 ? { action: 'dead' } : { action: 'resolve', after: failure.ambiguousMs }
    case 'window':
      return { action: 'wait' }
    case 'undeliverable':
      return { action: 'dead', unreachable: 'undeliverable' }
    case 'opted_out':
      return { action: 'dead', unreachable: 'opted_out' }
    case 'marketing_declined':
      // Never again within 24 hours, and an offer a day old is no longer wanted.
      return { action: 'dead' }
    case 'spam':
    case 'bad_request':
      return { action: 'dead' }
    case 'auth':
      // A token is renewed by a person: look again often enough that sales go on soon after.
      return { action: 'block', after: 5 * MINUTE }
    case 'account':
      return { action: 'block', after: HOUR / 2 }
    case 'media':
      return attempts >= 2 ? { action: 'dead' } : { action: 'retry', after: 5 * SECOND }
    default:
      return failure.class satisfies never
  }
}

/** Doubles from `base` to `cap`, then between half and all of that; never less than the provider asks for. */
function retry(failure: Failure, base: number, cap: number): Verdict {
  const full = Math.min(cap, base * 2 ** (failure.attempts - 1))
  return { action: 'retry', after: Math.max(failure.retryAfterMs ?? 0, Math.round(full * (0.5 + failure.random / 2))) }
}
