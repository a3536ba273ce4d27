import { describe, expect, it } from 'vitest'
import { withdrawalEnd } from './withdrawal-end.ts'

const ZONE = 'America/Santiago'
const end = (delivered: string, days = 10) => new Date(withdrawalEnd(Date.parse(delivered), days, ZONE)).toISOString()

describe('the days of withdrawal', () => {
  it('are whole and end with the last of them, on the shop’s clock', () => {
    expect(end('2026-11-30T15:00:00Z')).toBe('2026-12-11T02:59:59.999Z')
    expect(end('2026-11-30T03:10:00Z')).toBe('2026-12-11T02:59:59.999Z')
    expect(end('2026-11-30T02:50:00Z')).toBe('2026-12-10T02:59:59.999Z')
    expect(end('2026-11-30T15:00:00Z', 30)).toBe('2026-12-31T02:59:59.999Z')
  })

  it('end right where clocks change in between, and at a midnight that does not exist', () => {
    // Chile goes to summer time as Saturday the 5th of September 2026 ends: from 24:00 to 01:00.
    expect(end('2026-08-30T15:00:00Z')).toBe('2026-09-10T02:59:59.999Z')
    expect(end('2026-08-26T15:00:00Z')).toBe('2026-09-06T03:59:59.999Z')
    // And back as Saturday the 4th of April ends: its last hour comes twice.
    expect(end('2026-03-25T15:00:00Z')).toBe('2026-04-05T03:59:59.999Z')
  })
})
