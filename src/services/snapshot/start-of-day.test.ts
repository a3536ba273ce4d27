import { expect, it } from 'vitest'
import { startOfDay } from './start-of-day.ts'

it('finds midnight of the shop’s own zone', () => {
  expect(startOfDay(Date.UTC(2026, 10, 18, 18), 'America/Santiago')).toBe(Date.UTC(2026, 10, 18, 3))
  expect(startOfDay(Date.UTC(2026, 10, 18, 2, 59), 'America/Santiago')).toBe(Date.UTC(2026, 10, 17, 3))
  expect(startOfDay(Date.UTC(2026, 6, 1, 12), 'America/Santiago')).toBe(Date.UTC(2026, 6, 1, 4))
  expect(startOfDay(Date.UTC(2026, 10, 18, 18), 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 17, 18, 30))
})

it('begins the day at one o’clock where the clock skips midnight', () => {
  // Chile, 6 September 2026: 23:59:59 (−4) is followed by 01:00 (−3), both around 04:00 UTC.
  expect(startOfDay(Date.UTC(2026, 8, 6, 15), 'America/Santiago')).toBe(Date.UTC(2026, 8, 6, 4))
  expect(startOfDay(Date.UTC(2026, 8, 6, 3, 59), 'America/Santiago')).toBe(Date.UTC(2026, 8, 5, 4))
  // Autumn: the hour before midnight comes twice, 4 April 2026 lasts 25 hours.
  expect(startOfDay(Date.UTC(2026, 3, 5, 3, 30), 'America/Santiago')).toBe(Date.UTC(2026, 3, 4, 3))
  expect(startOfDay(Date.UTC(2026, 3, 5, 4), 'America/Santiago')).toBe(Date.UTC(2026, 3, 5, 4))
})

it('begins every day before it ends, in every hour of a year', () => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
    const start = startOfDay(at, 'America/Santiago')
    expect(start).toBeLessThanOrEqual(at)
    expect(at - start).toBeLessThan(25 * 3_600_000)
    expect(startOfDay(start, 'America/Santiago')).toBe(start)
  }
})

it('takes an unknown zone for Chile’s', () => {
  expect(startOfDay(Date.UTC(2026, 10, 18, 18), 'Moon/Base')).toBe(Date.UTC(2026, 10, 18, 3))
})
