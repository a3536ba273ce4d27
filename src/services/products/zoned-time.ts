import type { EpochMs } from '../../engine/types.ts'

/**
 * A moment as people write it: 2026-11-30 (the day's start or end in the shop's time zone), 30-11-2026, 30/11/2026,
 * 2026-11-30T18:00 (in the shop's time zone), 2026-11-30T18:00:00Z or with an offset. Null where it is none of these.
 */
export function parseMoment(text: string, timezone: string, edge: 'start' | 'end'): EpochMs | null {
  const value = text.trim()
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const at = Date.parse(value.replace(' ', 'T'))
    return Number.isNaN(at) ? null : at
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(value)
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(value)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  if (year === undefined || month === undefined || day === undefined) return null
  const timed = iso?.[4] !== undefined
  const clock = timed
    ? [Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0)]
    : edge === 'end'
      ? [23, 59, 59]
      : [0, 0, 0]
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), clock[0], clock[1], clock[2])
  const date = new Date(wall)
  // 2026-02-31 rolls over into March: then it was no date.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || (clock[0] ?? 0) > 23) return null
  return fromWall(wall, timezone) + (timed || edge === 'start' ? 0 : 999)
}

/** The instant at which clocks in `timezone` show `wall` (given as if it were UTC). */
function fromWall(wall: number, timezone: string): EpochMs {
  const guess = wall - offsetAt(wall, timezone)
  // A change of the clocks may lie between the two: look again from there.
  return wall - offsetAt(guess, timezone)
}

function offsetAt(at: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
  return wall - Math.floor(at / 1000) * 1000
}
