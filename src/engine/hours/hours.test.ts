import { describe, expect, it } from 'vitest'
import { holidaysOf } from './holidays.ts'
import { dayAt, presenceAt, type OpeningHours } from './opening.ts'
import { dayText, readDay, weekText } from './opening-words.ts'

const NINE_TO_SIX = [[540, 1080]] as const
const SHOP: OpeningHours = {
  timezone: 'America/Santiago',
  week: [[], NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [[600, 840]]],
  holidays: [],
  closed: ['2026-12-24'],
}
const at = (iso: string) => Date.parse(iso)

describe('Chile’s holidays', () => {
  it.each([
    // As the calendar of each year was published.
    [2023, '01-01 01-02 04-07 04-08 05-01 05-21 06-21 06-26 07-16 08-15 09-18 09-19 10-09 10-27 11-01 12-08 12-25'],
    [2024, '01-01 03-29 03-30 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 09-20 10-12 10-31 11-01 12-08 12-25'],
    [2025, '01-01 04-18 04-19 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25'],
    [2026, '01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25'],
    // The eighteenth on a Saturday, a Tuesday; the thirty-first on a Wednesday.
    [2027, '01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25'],
    [2018, '01-01 03-30 03-31 05-01 05-21 06-21 07-02 07-16 08-15 09-17 09-18 09-19 10-15 11-01 11-02 12-08 12-25'],
  ])('of %i', (year, days) => {
    const expected = days.split(' ').map((day) => `${year}-${day}`)
    expect([...holidaysOf(year).keys()].toSorted()).toEqual(expected)
  })
})

describe('whether people are there', () => {
  it.each([
    // A Monday in summer, at UTC-3.
    ['2026-11-23T12:30:00Z', { here: true, until: 1080, next: null }],
    ['2026-11-23T11:59:59Z', { here: false, next: { date: '2026-11-23', from: 540 } }],
    ['2026-11-23T21:00:00Z', { here: false, next: { date: '2026-11-24', from: 540 } }],
    // A Saturday afternoon: Sunday is closed.
    ['2026-11-28T18:00:00Z', { here: false, next: { date: '2026-11-30', from: 540 } }],
    // The same clock in winter is an hour further from UTC.
    ['2026-07-13T12:30:00Z', { here: false, next: { date: '2026-07-13', from: 540 } }],
    ['2026-07-13T13:30:00Z', { here: true }],
    // The Immaculate Conception, a Tuesday.
    [
      '2026-12-08T15:00:00Z',
      { here: false, today: { holiday: 'Inmaculada Concepción' }, next: { date: '2026-12-09' } },
    ],
    // The shop's own day, then Christmas, then a Saturday.
    ['2026-12-24T15:00:00Z', { here: false, next: { date: '2026-12-26', from: 600 } }],
  ])('at %s', (now, expected) => {
    expect(presenceAt(SHOP, at(now))).toMatchObject(expected)
  })

  it('is still so after midnight in a bar', () => {
    const bar: OpeningHours = { ...SHOP, week: [[], [], [], [], [], [[1200, 1560]], []] }
    // Saturday, 01:59 and 02:00.
    expect(presenceAt(bar, at('2026-11-28T04:59:00Z'))).toMatchObject({ here: true, until: 120 })
    expect(presenceAt(bar, at('2026-11-28T05:00:00Z'))).toMatchObject({ here: false, next: { date: '2026-12-04' } })
  })

  it('is never promised by a shop that is never open', () => {
    const never: OpeningHours = { ...SHOP, week: [[], [], [], [], [], [], []] }
    expect(presenceAt(never, at('2026-11-23T12:30:00Z'))).toMatchObject({ here: false, next: null })
  })

  it('follows the shop’s word on holidays, and its closed days before both', () => {
    expect(dayAt({ ...SHOP, holidays: 'usual' }, '2026-12-08').spans).toEqual(NINE_TO_SIX)
    expect(dayAt({ ...SHOP, holidays: [[600, 840]] }, '2026-12-08').spans).toEqual([[600, 840]])
    expect(dayAt({ ...SHOP, holidays: 'usual', closed: ['2026-12-08'] }, '2026-12-08').spans).toEqual([])
  })
})

describe('days in words', () => {
  it('says a week as one would', () => {
    expect(weekText(SHOP)).toBe('lunes a viernes de 9:00 a 18:00; sábado de 10:00 a 14:00')
    const split: OpeningHours = {
      ...SHOP,
      week: [
        [],
        [
          [540, 780],
          [900, 1140],
        ],
        [
          [540, 780],
          [900, 1140],
        ],
        [],
        [],
        [],
        [],
      ],
    }
    expect(weekText(split)).toBe('lunes y martes de 9:00 a 13:00 y de 15:00 a 19:00')
  })

  it.each([
    ['2026-11-23', 'hoy'],
    ['2026-11-24', 'mañana'],
    ['2026-11-29', 'el domingo'],
    ['2026-12-08', 'el martes 8 de diciembre'],
  ])('calls %s, on Monday the 23rd, "%s"', (date, words) => {
    expect(dayText(date, '2026-11-23')).toBe(words)
  })

  it.each([
    ['atienden hoy', '2026-11-23'],
    ['y manana', '2026-11-24'],
    ['a que hora abren en la manana', null],
    ['abren el domingo', '2026-11-29'],
    ['atienden el lunes', '2026-11-23'],
    ['abren el 8 de diciembre', '2026-12-08'],
    ['abren el 2 de enero', '2027-01-02'],
    ['abren el 31 de noviembre', null],
    ['atienden para navidad', '2026-12-25'],
    ['atienden el dieciocho', '2027-09-18'],
    ['cuando abren', null],
  ])('hears "%s" as %s', (phrase, date) => {
    expect(readDay(phrase, '2026-11-23')).toBe(date)
  })
})
