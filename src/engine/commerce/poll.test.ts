import { describe, expect, it } from 'vitest'
import { nextPoll } from './poll.ts'

const MINUTE = 60_000

function polls(expiresAt: number): number[] {
  const asked: number[] = []
  let now = 0
  for (;;) {
    const next = nextPoll({ createdAt: 0, expiresAt }, now)
    if (next === null) return asked
    asked.push(next / MINUTE)
    now = next
  }
}

describe('polling an unpaid attempt', () => {
  it('asks at 30 s, 1, 2, 4, 8 and 16 minutes, when the link dies, ten minutes later, then hourly for a day', () => {
    const asked = polls(30 * MINUTE)
    expect(asked.slice(0, 9)).toEqual([0.5, 1, 2, 4, 8, 16, 30, 32, 40])
    expect(asked.slice(9)).toEqual(Array.from({ length: 24 }, (_, hour) => 40 + 60 * (hour + 1)))
  })

  it('asks hourly about a coupon that lives for days, and comes to an end', () => {
    const asked = polls(72 * 60 * MINUTE)
    expect(asked.every((at, index) => index === 0 || at > asked[index - 1]!)).toBe(true)
    expect(asked).toContain(72 * 60)
    expect(asked.every((at, index) => index === 0 || at - asked[index - 1]! <= 60)).toBe(true)
    expect(asked.at(-1)).toBe(72 * 60 + 10 + 24 * 60)
  })

  it('never names a moment that has passed, wherever it is asked from', () => {
    for (let now = 0; now < 30 * 60 * MINUTE; now += 7 * MINUTE) {
      expect(nextPoll({ createdAt: 0, expiresAt: 30 * MINUTE }, now) ?? Infinity).toBeGreaterThan(now)
    }
  })
})
