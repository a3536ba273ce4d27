const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * When the day that holds `now` began in `timezone` (IANA name), in epoch ms. Where the clock skips midnight, as in Chile
 * every September, the day begins at the first instant there is. An unknown zone counts as Chile's.
 */
export function startOfDay(now: number, timezone: string): number {
  const local = now + offset(now, timezone)
  const midnight = local - mod(local, DAY)
  // The offset at midnight may not be the one now; two rounds settle on every zone's rules.
  const first = midnight - offset(midnight - offset(now, timezone), timezone)
  const start = midnight - offset(first, timezone)
  // A skipped midnight: the guess lands on the evening before, whose day is the wrong one.
  return start + offset(start, timezone) < midnight ? midnight - offset(start, timezone) : start
}

const DAY = 86_400_000

/** Milliseconds to add to UTC for the wall clock there. */
function offset(at: number, timezone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of format(timezone).formatToParts(at)) parts[type] = Number(value)
  const wall = Date.UTC(
    parts.year ?? 1970,
    (parts.month ?? 1) - 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  )
  return wall - (at - mod(at, 1000))
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** Making a format costs more than all else here, so each zone's is kept. */
function format(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: timezone })
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'America/Santiago' })
  }
  formats.set(timezone, made)
  return made
}
