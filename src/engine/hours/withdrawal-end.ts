import type { EpochMs } from '../types.ts'
import { plusDays } from './holidays.ts'
import { localTime } from './opening.ts'

const DAY_MS = 24 * 3_600_000

/**
 * The last moment in which an order may be given back for no reason. Days of a term are whole and run to the midnight
 * that ends the last one (Código Civil, art. 48): who got the parcel on the 1st at noon has all of the 11th, and a shopper
 * who is told "hasta el 11" must not hear on the 11th that it is over.
 */
export function withdrawalEnd(deliveredAt: EpochMs, days: number, timezone: string): EpochMs {
  const last = plusDays(localTime(deliveredAt, timezone).date, days)
  let before = deliveredAt + (days - 1) * DAY_MS
  let after = deliveredAt + (days + 2) * DAY_MS
  // Where clocks change at midnight there is none: the first moment of the next date is searched for, not computed.
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localTime(middle, timezone).date > last) after = middle
    else before = middle
  }
  return before
}
