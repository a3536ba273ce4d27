import type { EpochMs } from '../types.ts'
import { holidaysOf, plusDays, weekday, type LocalDate } from './holidays.ts'

/** Minutes after midnight, from and to; beyond 1440 it is the next morning: a bar that closes at two. */
export type Span = readonly [from: number, to: number]

/** When people are there, on the shop's own clock. */
export interface OpeningHours {
  /** IANA name. */
  timezone: string
  /** Sunday first; a day without spans is closed. */
  week: ReadonlyArray<readonly Span[]>
  /** `usual` works through holidays; spans are the hours of a holiday. */
  holidays: 'usual' | readonly Span[]
  /** Further days on which nobody is there. */
  closed: readonly LocalDate[]
}

/** One day at the shop. */
export interface ShopDay {
  date: LocalDate
  spans: readonly Span[]
  /** The holiday's name, where it is one. */
  holiday: string | null
}

/** Whether people are there now, until when, and when next; `next` is null where no day of the coming two months has any. */
export interface Presence {
  here: boolean
  today: ShopDay
  /** Minutes after today's midnight at which they leave; null where nobody is there. */
  until: number | null
  next: { date: LocalDate; from: number } | null
}

/** The hours in a tenant's settings; null where the shop set none, and then its own words are all there is. */
export function openingHours(settings: Readonly<Record<string, unknown>>, timezone: string): OpeningHours | null {
  const given = settings.hours as Partial<Omit<OpeningHours, 'timezone'>> | undefined
  if (typeof given !== 'object' || given === null || !Array.isArray(given.week) || given.week.length !== 7) return null
  return { timezone, week: given.week, holidays: given.holidays ?? [], closed: given.closed ?? [] }
}

export function dayAt(hours: OpeningHours, date: LocalDate): ShopDay {
  const holiday = holidaysOf(Number(date.slice(0, 4))).get(date) ?? null
  const usual = hours.week[weekday(date)] ?? []
  if (hours.closed.includes(date)) return { date, spans: [], holiday }
  if (holiday === null || hours.holidays === 'usual') return { date, spans: usual, holiday }
  return { date, spans: hours.holidays, holiday }
}

export function presenceAt(hours: OpeningHours, now: EpochMs): Presence {
  const { date, minute } = localTime(now, hours.timezone)
  const today = dayAt(hours, date)
  // A night that began yesterday may not be over.
  const yesterday = dayAt(hours, plusDays(date, -1)).spans.map(([from, to]): Span => [from - 1440, to - 1440])
  const current = [...yesterday, ...today.spans].find(([from, to]) => from <= minute && minute < to)
  return {
    here: current !== undefined,
    today,
    until: current === undefined ? null : current[1],
    next: current === undefined ? nextOpening(hours, date, minute) : null,
  }
}

/** Closed for longer than this is no opening that a shopper waits for. */
const DAYS_AHEAD = 62

function nextOpening(hours: OpeningHours, date: LocalDate, minute: number): Presence['next'] {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = dayAt(hours, plusDays(date, ahead))
    const starts = day.spans.map(([from]) => from).filter((from) => ahead > 0 || from > minute)
    if (starts.length > 0) return { date: day.date, from: Math.min(...starts) }
  }
  return null
}

/** The day and the minute that a clock in `timezone` shows. */
export function localTime(now: EpochMs, timezone: string): { date: LocalDate; minute: number } {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(timezone).formatToParts(now)) parts[type] = value
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

/** A formatter takes a hundred times as long to make as to use. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timezone, made)
  return made
}
