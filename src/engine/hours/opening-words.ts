import { plusDays, weekday, type LocalDate } from './holidays.ts'
import type { OpeningHours, Span } from './opening.ts'

const DAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const
const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const

/** "9:30"; what lies beyond midnight is the next morning's. */
export function clockText(minute: number): string {
  return `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`
}

/** "de 9:00 a 13:00 y de 15:00 a 19:00". */
export function spansText(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `de ${clockText(from)} a ${clockText(to)}`).join(' y ')
}

/** "lunes a viernes de 9:00 a 18:30; sábado de 10:00 a 14:00", from Monday on; closed days are left out. */
export function weekText(hours: OpeningHours): string {
  const groups: Array<{ first: number; last: number; text: string }> = []
  for (let n = 1; n <= 7; n++) {
    const text = spansText(hours.week[n % 7] ?? [])
    const before = groups.at(-1)
    if (before && before.text === text) before.last = n
    else groups.push({ first: n, last: n, text })
  }
  return groups
    .filter((group) => group.text !== '')
    .map(({ first, last, text }) => {
      const from = DAYS[first % 7]
      const to = DAYS[last % 7]
      return `${first === last ? from : last === first + 1 ? `${from} y ${to}` : `${from} a ${to}`} ${text}`
    })
    .join('; ')
}

/** "hoy", "mañana", "el lunes", "el viernes 18 de septiembre": a day as one says it today. */
export function dayText(date: LocalDate, today: LocalDate): string {
  if (date === today) return 'hoy'
  if (date === plusDays(today, 1)) return 'mañana'
  const name = `el ${DAYS[weekday(date)]}`
  // Within a week the name is enough; beyond, the same name would mean the nearer one.
  return date < plusDays(today, 7) ? name : `${name} ${dateText(date)}`
}

/** "18 de septiembre". */
export function dateText(date: LocalDate): string {
  return `${Number(date.slice(8))} de ${MONTHS[Number(date.slice(5, 7)) - 1]}`
}

/** A day that was named, as the first one from today on: "el domingo", "mañana", "el 18 de septiembre", "navidad". */
export function readDay(phrase: string, today: LocalDate): LocalDate | null {
  if (/\bpasado manana\b/.test(phrase)) return plusDays(today, 2)
  if (/\bhoy\b/.test(phrase)) return today
  if (/\b(?:de |en la |por la )manana\b/.test(phrase)) return null
  if (/\bmanana\b/.test(phrase)) return plusDays(today, 1)
  const date = /\b(\d{1,2}) de ([a-z]+)\b/.exec(phrase)
  const month = MONTHS.findIndex((name) => name === date?.[2] || (name === 'septiembre' && date?.[2] === 'setiembre'))
  if (date && month >= 0) return nextDate(today, month + 1, Number(date[1]))
  if (/\bnavidad\b/.test(phrase)) return nextDate(today, 12, 25)
  if (/\bano nuevo\b/.test(phrase)) return nextDate(today, 1, 1)
  if (/\b(?:dieciocho|fiestas patrias|el 18)\b/.test(phrase)) return nextDate(today, 9, 18)
  const named = ['domingos?', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabados?'].findIndex((day) =>
    new RegExp(`\\b${day}\\b`).test(phrase),
  )
  return named < 0 ? null : plusDays(today, (named - weekday(today) + 7) % 7)
}

function nextDate(today: LocalDate, month: number, day: number): LocalDate | null {
  if (day < 1 || day > 31) return null
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    const date = `${candidate}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    // The 31st of a shorter month is no day.
    if (date >= today && plusDays(date, 0) === date) return date
  }
  return null
}
