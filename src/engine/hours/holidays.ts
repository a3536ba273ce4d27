/** A calendar day on the shop's own clock, as `2026-09-18`. */
export type LocalDate = string

/**
 * Chile's public holidays of a year, by date, as the law has them. Movable ones are computed; what a single law declares
 * once (an election, a census: Ley 18.700, art. 180) and what holds in one region only (7 June in Arica, Ley 20.663;
 * 20 August in Chillán, Ley 20.768) is for the shop's own closed days.
 */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const days = new Map<LocalDate, string>()
  const add = (month: number, day: number, name: string): void => {
    days.set(dateOf(year, month, day), name)
  }
  const easter = easterOf(year)
  // Ley 2.977, art. 1: the old church and state holidays.
  add(1, 1, 'Año Nuevo')
  days.set(plusDays(easter, -2), 'Viernes Santo')
  days.set(plusDays(easter, -1), 'Sábado Santo')
  add(5, 21, 'Día de las Glorias Navales')
  add(8, 15, 'Asunción de la Virgen')
  add(9, 18, 'Fiestas Patrias')
  add(9, 19, 'Fiestas Patrias')
  add(11, 1, 'Día de Todos los Santos')
  add(12, 8, 'Inmaculada Concepción')
  add(12, 25, 'Navidad')
  // Código del Trabajo, art. 35.
  add(5, 1, 'Día del Trabajo')
  // Ley 20.148.
  add(7, 16, 'Virgen del Carmen')
  // Ley 21.357: the day of the winter solstice.
  add(6, solsticeDay(year), 'Día Nacional de los Pueblos Indígenas')
  // Ley 19.668: to the Monday of the week from Tuesday to Thursday, to the next one from Friday.
  days.set(toMonday(dateOf(year, 6, 29)), 'San Pedro y San Pablo')
  days.set(toMonday(dateOf(year, 10, 12)), 'Encuentro de Dos Mundos')
  // Ley 20.299: to the Friday before from a Tuesday, to the one after from a Wednesday.
  const reformation = dateOf(year, 10, 31)
  const moved = { 2: -4, 3: 2 }[weekday(reformation)] ?? 0
  days.set(plusDays(reformation, moved), 'Día de las Iglesias Evangélicas y Protestantes')
  // Ley 20.983: a Monday that follows New Year's Day, a Friday before the eighteenth.
  if (weekday(dateOf(year, 1, 2)) === 1) add(1, 2, 'Año Nuevo')
  if (weekday(dateOf(year, 9, 17)) === 5) add(9, 17, 'Fiestas Patrias')
  // Ley 20.215: the Monday or Friday that would stand alone beside the two days of September.
  if (weekday(dateOf(year, 9, 17)) === 1) add(9, 17, 'Fiestas Patrias')
  if (weekday(dateOf(year, 9, 20)) === 5) add(9, 20, 'Fiestas Patrias')
  return days
}

/** 0 is Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function toMonday(date: LocalDate): LocalDate {
  const day = weekday(date)
  if (day >= 2 && day <= 4) return plusDays(date, 1 - day)
  return day === 5 ? plusDays(date, 3) : date
}

/** On Chile's clock the June solstice falls on the 20th in leap years and the year after, else on the 21st, until 2046. */
function solsticeDay(year: number): number {
  return year % 4 < 2 ? 20 : 21
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1)
}
