import { holidaysOf, plusDays, type LocalDate } from '../hours/holidays.ts'
import { dayAt, presenceAt, type OpeningHours, type Presence } from '../hours/opening.ts'
import { clockText, dateText, dayText, readDay, spansText, weekText } from '../hours/opening-words.ts'
import { foldPhrase } from '../text/fold.ts'
import { say, type Talk } from './talk.ts'

/**
 * "¿A qué hora abren?", "¿están abiertos ahora?", "¿atienden el domingo?", "¿y los feriados?", by the shop's own hours and
 * Chile's holidays. False where the shop set none: then its own words are all there is.
 */
export function tellHours(talk: Talk): boolean {
  const { hours } = talk.shop
  if (hours === null) return false
  const presence = presenceAt(hours, talk.facts.now)
  const today = presence.today.date
  const phrase = foldPhrase(talk.text)
  if (/\bferiados?\b/.test(phrase)) {
    say(talk, holidayText(hours, today))
    return true
  }
  if (/\bfin(?:es)? de semana\b/.test(phrase)) {
    const saturday = readDay('sabado', today) ?? today
    say(talk, `${oneDay(hours, saturday, today)} ${oneDay(hours, plusDays(saturday, 1), today)}`)
    return true
  }
  const day = readDay(phrase, today)
  if (day !== null && (day !== today || !/\bahora\b/.test(phrase))) {
    say(talk, oneDay(hours, day, today))
    if (day === today) say(talk, nowText(talk, presence))
    return true
  }
  if (!/\b(?:ahora|abiertos?|abierta|atendiendo|todavia|aun)\b/.test(phrase)) {
    const week = weekText(hours)
    if (week !== '') say(talk, `🕒 Atendemos ${week}.`)
  }
  say(talk, nowText(talk, presence))
  return true
}

/** When a person will answer who is not there now: "mañana a las 9:00"; null where somebody is, or nobody knows. */
export function whenAnswered(talk: Talk): string | null {
  const { hours } = talk.shop
  if (hours === null) return null
  const presence = presenceAt(hours, talk.facts.now)
  if (presence.here) return null
  const { next } = presence
  // A date is read in any language; the days' names are Spanish.
  if (talk.voice.language !== 'es' && next !== null)
    return `${next.date.slice(8)}/${next.date.slice(5, 7)}, ${clockText(next.from)}`
  return nextText(presence)
}

function nextText({ next, today }: Presence): string | null {
  return next === null ? null : `${dayText(next.date, today.date)} a las ${clockText(next.from)}`
}

function nowText(talk: Talk, presence: Presence): string {
  const { t } = talk.voice
  if (presence.until !== null) return `Ahora sí hay personas atendiendo, hasta las ${clockText(presence.until)}.`
  const next = nextText(presence)
  const back =
    next === null ? 'Ahora no hay personas atendiendo.' : `Ahora no hay personas atendiendo; vuelven ${next}.`
  return t(`${back} Por este chat te ayudo a toda hora.`, `${back} Por este chat le ayudo a toda hora.`)
}

/** "El domingo no atendemos.", "Mañana atendemos de 9:00 a 18:30.", with the holiday's name where it is one. */
function oneDay(hours: OpeningHours, date: LocalDate, today: LocalDate): string {
  const day = dayAt(hours, date)
  const name = dayText(date, today)
  const start = name.charAt(0).toUpperCase() + name.slice(1)
  const why = day.holiday === null ? '' : ` (feriado: ${day.holiday})`
  return day.spans.length === 0 ? `${start}${why} no atendemos.` : `${start}${why} atendemos ${spansText(day.spans)}.`
}

function holidayText(hours: OpeningHours, today: LocalDate): string {
  const rule =
    hours.holidays === 'usual'
      ? 'Los feriados atendemos en el horario de siempre.'
      : hours.holidays.length === 0
        ? 'Los feriados no atendemos.'
        : `Los feriados atendemos ${spansText(hours.holidays)}.`
  const year = Number(today.slice(0, 4))
  const coming = [...holidaysOf(year), ...holidaysOf(year + 1)]
    .filter(([date]) => date >= today)
    .toSorted(([a], [b]) => a.localeCompare(b))[0]
  if (coming === undefined) return rule
  const [date, name] = coming
  const spans = dayAt(hours, date).spans
  return `${rule} El próximo es el ${dateText(date)} (${name}): ${spans.length === 0 ? 'cerrado' : spansText(spans)}.`
}
