/** Where a figure starts to worry: one place for the verdict, the colours and the alert rules. */

/** A shopper who waits ten seconds asks again; after a minute they have gone. */
export const INBOX_WARN_MS = 10_000
export const INBOX_CRITICAL_MS = 60_000
/** Retries with backoff may take half a minute in good health; five minutes is a provider or a circuit. */
export const OUTBOX_WARN_MS = 60_000
export const OUTBOX_CRITICAL_MS = 300_000
/** The engine answers in single milliseconds; with a language model its deadline is some seconds. */
export const LATENCY_WARN_MS = 3000
/** A loop that stands still this long delays every conversation of that daemon. */
export const LAG_WARN_MS = 200
/** Of the newest hundred bubbles or more. */
export const FAILURE_WARN_RATE = 0.05
/** A shopper with a complaint or a return expects to hear from a person within the day. */
export const CASE_WARN_MS = 86_400_000
