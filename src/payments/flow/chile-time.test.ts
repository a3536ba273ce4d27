import { describe, expect, it } from 'vitest'
import { chileDay, chileTime } from './chile-time.ts'

describe("Flow's clock", () => {
  it.each([
    ['2026-11-22 09:02:40', '2026-11-22T12:02:40Z'], // summer: −3
    ['2026-07-01 09:02:40', '2026-07-01T13:02:40Z'], // winter: −4
    ['2026-07-01 23:59', '2026-07-02T03:59:00Z'],
  ])('%s in Santiago is %s', (text, utc) => {
    expect(chileTime(text)).toBe(Date.parse(utc))
  })

  it.each(['', 'yesterday', '22-11-2026 09:02:40'])('%j is no time', (text) => {
    expect(chileTime(text)).toBeNull()
  })

  it('counts days from midnight in Santiago', () => {
    expect(chileDay(Date.parse('2026-11-23T02:59:59Z'))).toBe('2026-11-22')
    expect(chileDay(Date.parse('2026-11-23T03:00:00Z'))).toBe('2026-11-23')
  })
})
