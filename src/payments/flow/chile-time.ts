import type { EpochMs } from '../../engine/types.ts'

const ZONE = 'America/Santiago'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** "2026-11-22 09:02:40" as Flow writes it, on a clock in Santiago; null for what is no such time. */
export function chileTime(text: string): EpochMs | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  const wanted = Date.UTC(year!, month! - 1, day, hour, minute, second ?? 0)
  if (Number.isNaN(wanted)) return null
  // The offset depends on the moment, and the moment on the offset: two rounds settle it, also over a change of clocks.
  let at = wanted
  for (let round = 0; round < 2; round++) at = wanted - offsetAt(at)
  return at
}

function offsetAt(at: EpochMs): number {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const local = Date.UTC(found.year!, found.month! - 1, found.day, found.hour, found.minute, found.second)
  return local - Math.floor(at / 1000) * 1000
}

/** The calendar day of a moment in Santiago, `yyyy-mm-dd`: how Flow counts days. */
export function chileDay(at: EpochMs): string {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${found.year}-${found.month}-${found.day}`
}
