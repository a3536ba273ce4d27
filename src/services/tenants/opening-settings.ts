import { plusDays } from '../../engine/hours/holidays.ts'
import { openingHours, type Span } from '../../engine/hours/opening.ts'
import { BotctlError, EXIT } from '../../errors.ts'

/** What `tenant settings` takes and shows of a shop's hours; kept in the tenant's settings under `hours`. */
export const OPENING_SETTINGS = {
  opening_hours: {
    allowed: 'mon-fri 09:00-13:00 15:00-19:00; sat 10:00-14:00',
    help: 'people are there, on the shop’s clock; asked about and told when handing over',
  },
  holiday_hours: {
    allowed: 'closed, usual, or 10:00-14:00',
    help: 'the same on Chile’s public holidays (in force with opening_hours)',
  },
  closed_days: {
    allowed: '2026-12-24,2026-12-31, at most 200',
    help: 'nobody is there, holiday or not: elections, regional holidays, stocktaking',
  },
} as const

export type OpeningKey = keyof typeof OPENING_SETTINGS

export function isOpeningKey(key: string): key is OpeningKey {
  return Object.hasOwn(OPENING_SETTINGS, key)
}

/** The value as it is typed; null where the shop did not set it. */
export function openingText(settings: Readonly<Record<string, unknown>>, key: OpeningKey): string | null {
  const own = (settings.hours ?? {}) as Record<string, unknown>
  if (key === 'closed_days') return Array.isArray(own.closed) && own.closed.length > 0 ? own.closed.join(',') : null
  if (key === 'opening_hours') {
    const hours = openingHours(settings, 'UTC')
    return hours === null ? null : weekAsTyped(hours.week)
  }
  if (own.holidays === undefined) return null
  if (own.holidays === 'usual') return 'usual'
  const spans = own.holidays as readonly Span[]
  return spans.length === 0 ? 'closed' : spansAsTyped(spans)
}

/** `hours` of the tenant's settings with one of its keys changed; undefined takes it out. Throws `setting_invalid` (65). */
export function writeOpening(hours: Record<string, unknown>, key: OpeningKey, text: string | undefined): void {
  const name = { opening_hours: 'week', holiday_hours: 'holidays', closed_days: 'closed' }[key]
  if (text === undefined) delete hours[name]
  else if (key === 'opening_hours') hours[name] = readWeek(text)
  else if (key === 'closed_days') hours[name] = readDates(text)
  else hours[name] = text === 'usual' ? 'usual' : text === 'closed' ? [] : readSpans(text.split(/\s+/), key)
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/** As they are typed in a Chilean shop. */
const EN_ESPANOL = ['dom', 'lun', 'mar', 'mie', 'jue', 'vie', 'sab']
const MOST_DATES = 200

function readWeek(text: string): Span[][] {
  const week: Span[][] = [[], [], [], [], [], [], []]
  for (const part of text.split(';')) {
    const words = part.trim().split(/\s+/)
    const [days = '', ...spans] = words
    if (spans.length === 0) throw invalid('opening_hours', `“${part.trim().slice(0, 40)}” names no hours`)
    for (const day of readDays(days)) {
      if (week[day]!.length > 0) throw invalid('opening_hours', `${DAYS[day]} stands twice`)
      week[day] = readSpans(spans, 'opening_hours')
    }
  }
  return week
}

/** "mon-fri", "sat,sun", "lun-vie". */
function readDays(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = -1, last = first] = part.split('-').map(dayOf)
    if (first < 0 || last < 0 || part.split('-').length > 2) throw invalid('opening_hours', `“${part}” is no day`)
    const count = ((last - first + 7) % 7) + 1
    return Array.from({ length: count }, (_, n) => (first + n) % 7)
  })
}

function dayOf(name: string): number {
  const short = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3)
  const at = DAYS.indexOf(short as (typeof DAYS)[number])
  return at >= 0 ? at : EN_ESPANOL.indexOf(short)
}

/** A span that ends at or before it begins ends the next morning. */
function readSpans(words: readonly string[], key: OpeningKey): Span[] {
  const spans = words.map((word): Span => {
    const match = /^(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)$/.exec(word)
    if (!match) throw invalid(key, `“${word.slice(0, 20)}” is no time like 09:00-18:30`)
    const from = Number(match[1]) * 60 + Number(match[2])
    const to = Number(match[3]) * 60 + Number(match[4])
    if (from >= 1440 || to > 1440) throw invalid(key, `“${word}” is past midnight: the day has 24 hours`)
    return [from, to <= from ? to + 1440 : to]
  })
  const ordered = spans.toSorted((a, b) => a[0] - b[0])
  for (const [n, span] of ordered.entries()) {
    if (n > 0 && span[0] < ordered[n - 1]![1]) throw invalid(key, 'two times of a day overlap')
  }
  return ordered
}

function readDates(text: string): string[] {
  const dates = text.split(/[\s,;]+/).filter((date) => date !== '')
  for (const date of dates) {
    const real = /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && plusDays(date, 0) === date
    if (!real) throw invalid('closed_days', `“${date.slice(0, 20)}” is no date like 2026-12-24`)
  }
  if (dates.length > MOST_DATES) throw invalid('closed_days', `more than ${MOST_DATES} days`)
  return [...new Set(dates)].toSorted()
}

function weekAsTyped(week: ReadonlyArray<readonly Span[]>): string {
  const groups: Array<{ first: number; last: number; text: string }> = []
  for (let n = 1; n <= 7; n++) {
    const text = spansAsTyped(week[n % 7] ?? [])
    const before = groups.at(-1)
    if (before && before.text === text) before.last = n
    else groups.push({ first: n, last: n, text })
  }
  return groups
    .filter((group) => group.text !== '')
    .map(({ first, last, text }) =>
      first === last ? `${DAYS[first % 7]} ${text}` : `${DAYS[first % 7]}-${DAYS[last % 7]} ${text}`,
    )
    .join('; ')
}

function spansAsTyped(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `${typed(from)}-${to === 1440 ? '24:00' : typed(to % 1440)}`).join(' ')
}

function typed(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function invalid(key: OpeningKey, message: string): BotctlError {
  return new BotctlError('setting_invalid', `${key}: ${message}`, {
    hint: `it is written like ${OPENING_SETTINGS[key].allowed}`,
    exit: EXIT.badData,
    details: { key },
  })
}
