import type { EpochMs } from '../types.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** After creation: 30 s, then 1, 2, 4, 8 … minutes, each twice the one before; a coupon that lives for days, hourly. */
const FIRST = MINUTE / 2

/** A card that was charged in the last second is known within ten minutes; cash comes in for a day. */
const AFTER_EXPIRY = 10 * MINUTE
const LATE_CASH = 24 * HOUR

/**
 * When to ask the provider again about an unpaid attempt; null where only the nightly sweep still looks. Confirmations
 * usually come first: this is for those that never do.
 */
export function nextPoll(payment: { createdAt: EpochMs; expiresAt: EpochMs | null }, now: EpochMs): EpochMs | null {
  const { createdAt } = payment
  const expiresAt = payment.expiresAt ?? createdAt + HOUR
  const closing = expiresAt + AFTER_EXPIRY
  for (let at = createdAt + FIRST; at < closing; at += Math.min(at - createdAt, HOUR)) {
    // Asked at the moment the link dies as well: a doubling gap would look past it.
    if (at > now) return now < expiresAt && at > expiresAt ? expiresAt : at
  }
  if (now < expiresAt) return expiresAt
  if (now < closing) return closing
  const hours = Math.floor((now - closing) / HOUR) + 1
  return hours * HOUR <= LATE_CASH ? closing + hours * HOUR : null
}
