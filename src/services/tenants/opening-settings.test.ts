import { describe, expect, it } from 'vitest'
import { openingHours } from '../../engine/hours/opening.ts'
import { openingText, writeOpening, type OpeningKey } from './opening-settings.ts'

/** What a key comes to once it is written and read again. */
function typed(key: OpeningKey, text: string): string | null {
  const hours: Record<string, unknown> = {}
  writeOpening(hours, key, text)
  return openingText({ hours }, key)
}

describe('opening hours as an operator types them', () => {
  it.each([
    ['mon-fri 09:00-18:30; sat 10:00-14:00', 'mon-fri 09:00-18:30; sat 10:00-14:00'],
    ['lun-vie 9:00-13:00 15:00-19:00', 'mon-fri 09:00-13:00 15:00-19:00'],
    ['sábado,domingo 11:00-15:00', 'sat-sun 11:00-15:00'],
    ['fri-sun 20:00-02:00', 'fri-sun 20:00-02:00'],
    ['mon-sun 00:00-24:00', 'mon-sun 00:00-24:00'],
    ['thu-mon 10:00-11:00', 'mon 10:00-11:00; thu-sun 10:00-11:00'],
  ])('"%s" is kept as "%s"', (text, kept) => {
    expect(typed('opening_hours', text)).toBe(kept)
    expect(typed('opening_hours', kept)).toBe(kept)
  })

  it.each([
    'mon',
    'mon 9-18',
    'noday 09:00-18:00',
    'mon 25:00-26:00',
    'mon 09:60-10:00',
    'mon 09:00-12:00 11:00-14:00',
    'mon 09:00-10:00; mon 11:00-12:00',
    '',
  ])('"%s" is refused', (text) => {
    expect(() => typed('opening_hours', text)).toThrow(expect.objectContaining({ code: 'setting_invalid', exit: 65 }))
  })

  it('holidays are closed, usual or hours of their own', () => {
    for (const value of ['closed', 'usual', '10:00-14:00']) expect(typed('holiday_hours', value)).toBe(value)
    expect(() => typed('holiday_hours', 'perhaps')).toThrow(expect.objectContaining({ code: 'setting_invalid' }))
  })

  it('closed days are dates that exist, each once and in order', () => {
    expect(typed('closed_days', '2026-12-31, 2026-12-24 2026-12-24')).toBe('2026-12-24,2026-12-31')
    for (const wrong of ['2026-02-30', '24-12-2026', 'mañana'])
      expect(() => typed('closed_days', wrong)).toThrow(expect.objectContaining({ code: 'setting_invalid' }))
  })

  it('a shop without a week has no hours, whatever else it set', () => {
    const hours: Record<string, unknown> = {}
    writeOpening(hours, 'closed_days', '2026-12-24')
    expect(openingHours({ hours }, 'America/Santiago')).toBeNull()
    writeOpening(hours, 'opening_hours', 'mon 09:00-10:00')
    expect(openingHours({ hours }, 'America/Santiago')).toMatchObject({ closed: ['2026-12-24'], holidays: [] })
    writeOpening(hours, 'opening_hours', undefined)
    expect(openingHours({ hours }, 'America/Santiago')).toBeNull()
  })
})
